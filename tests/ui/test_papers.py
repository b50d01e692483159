"""Papers to sign and de minimis aid in the window: one key away, live, page by page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.mission_papers import MissionPaper
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.texts import Label
from app.ui.views.mission.aids_card import AidsCard
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.roadmap_view import RoadmapView
from app.ui.views.mission.sessions_page import SessionsPage
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

Show = Callable[[MissionContext, str], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(context: MissionContext, key: str) -> QWidget:
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page(key)
        page = window.page()
        assert page is not None
        return page

    return make


def printed(page: QWidget, qtbot: QtBot) -> str:
    """Words of the paper shown, once drawn."""
    window = page.window()
    assert isinstance(window, MissionWindow)
    view = window.page()
    assert isinstance(view, RoadmapView)
    qtbot.waitUntil(lambda: not view.presenter.is_running() and bool(view.presenter.pages), timeout=20_000)
    return " ".join(one.text for one in view.presenter.pages)


def test_the_attendance_sheet_is_one_key_from_the_days(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    page = show(demo, "sessions")
    assert isinstance(page, SessionsPage)
    QTest.keyClick(page, Qt.Key.Key_P)
    window = page.window()
    assert isinstance(window, MissionWindow)
    view = window.page()
    assert isinstance(view, RoadmapView)
    assert view.shown.current() == MissionPaper.ATTENDANCE
    assert "Feuille de présence" in printed(page, qtbot)
    assert "feuille-de-presence" in view.presenter.file_name()


def test_each_paper_has_its_place_and_the_file_is_copied_as_text(
    show: Show, demo: MissionContext, qtbot: QtBot
) -> None:
    view = show(demo, "roadmap")
    assert isinstance(view, RoadmapView)
    assert view.copy.isHidden()
    view.show_paper(MissionPaper.DE_MINIMIS)
    assert "Attestation sur les aides" in printed(view, qtbot)
    view.show_paper(MissionPaper.APPLICATION)
    assert "dossier de demande" in printed(view, qtbot)
    QTest.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert "Mécanique Durand SAS" in copied
    assert "Critères d’éligibilité" in copied


def card_of(page: QWidget) -> AidsCard:
    """The card of de minimis aid."""
    card = page.findChild(AidsCard)
    assert card is not None
    return card


def room(card: AidsCard) -> str:
    """What the card says of the room left, spaces made plain."""
    label = card.findChild(Label, "aids_room")
    assert label is not None
    return " ".join(label.text().replace("\u202f", " ").split())


def type_in(card: AidsCard, name: str, text: str) -> None:
    """Type in a field of the card."""
    editor = card.findChild(QLineEdit, name)
    assert editor is not None
    editor.setFocus()
    editor.clear()
    QTest.keyClicks(editor, text)


def test_the_room_left_follows_what_is_typed_and_the_aid_is_kept(show: Show, desk: Desk, qtbot: QtBot) -> None:
    context = desk.context(desk.open(scheme="demonstration-2025"))
    page = show(context, "company")
    card = card_of(page)
    assert (
        room(card) == "Aucune aide de minimis n’est déclarée. Sur 2 ans, il reste 50 000 € sous le plafond de 50 000 €."
    )
    button = card.findChild(Button, "aids_add")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    type_in(card, "aid_amount", "12 000")
    assert "il reste 38 000 € sous le plafond" in room(card)
    assert not context.file.aids_received
    type_in(card, "aid_grantor", "Region")
    card.presenter.flush()
    (kept,) = context.file.aids_received
    assert (kept.amount, kept.grantor, kept.regulation) == (1_200_000, "Region", "règlement fictif")
    assert kept.granted_on == desk.workbench.clock().date()


def test_an_aid_dated_tomorrow_is_refused_under_its_list(show: Show, demo: MissionContext) -> None:
    card = card_of(show(demo, "company"))
    before = demo.file.aids_received
    type_in(card, "aid_granted_on", "01/01/2031")
    card.presenter.flush()
    assert demo.file.aids_received == before
    assert any("Corrigez sa date" in label.text() for label in card.findChildren(Label))


def test_the_statement_is_one_button_away(show: Show, demo: MissionContext, qtbot: QtBot) -> None:
    page = show(demo, "company")
    button = card_of(page).findChild(Button, "aids_statement")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Attestation sur les aides" in printed(page, qtbot)
