"""The mode atelier: contrast by tokens, 60 px targets, larger words; put on and taken off by a key, and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.services.profile import Preferences, ThemeChoice, with_atelier_turned
from app.ui.presenters.mission_context import MissionContext
from app.ui.tokens import Theme, load_tokens
from app.ui.views.application import chosen_theme
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.rail import RailItem
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from app.ui.views.style import apply_theme
from tests.ui.windows import window_on

TARGET = 60
SIDEWAYS = {"coach_right"}
"""What still scrolls sideways at 1280 px with larger words: the steps of the coach beside its settings."""

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def atelier(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the mode atelier, and back in its light theme."""
    apply_theme(qapp, Theme.ATELIER)
    yield qapp
    apply_theme(qapp, Theme.LIGHT)


def test_words_are_larger_and_the_others_keep_their_size() -> None:
    usual, larger = load_tokens(Theme.LIGHT).type, load_tokens(Theme.ATELIER).type
    assert (larger.cap, larger.caption, larger.small, larger.body) == (13, 14, 15, 16)
    assert (larger.lead, larger.title, larger.display, larger.figure) == usual[4:8]
    assert load_tokens(Theme.ATELIER).size.control >= TARGET


def test_every_page_has_large_targets_and_none_is_wider_than_its_window(
    qtbot: QtBot, atelier: QApplication, demo: MissionContext
) -> None:
    apply_theme(atelier, Theme.LIGHT)
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    for spec in PAGES[:3]:
        window.show_page(spec.key)
    apply_theme(atelier, Theme.ATELIER)
    for spec in PAGES:
        window.show_page(spec.key)
        for _ in range(3):
            QApplication.processEvents()
        page = window.page()
        assert page is not None
        wide = [
            one for one in page.findChildren(QScrollArea) if one.isVisible() and one.horizontalScrollBar().maximum()
        ]
        assert {one.objectName() for one in wide} <= SIDEWAYS, spec.key
        buttons = [one for one in window.findChildren(Button) if one.isVisible() and one._kind != "link"]
        assert {one.objectName() for one in buttons if one.height() < TARGET} == set(), spec.key
    assert {item.objectName() for item in window.findChildren(RailItem) if item.height() < TARGET} == set()


def test_back_from_it_everything_is_as_before(qtbot: QtBot, dressed: QApplication, demo: MissionContext) -> None:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("questionnaire")
    QApplication.processEvents()
    before = window.grab().toImage()
    for theme in (Theme.ATELIER, Theme.LIGHT):
        apply_theme(dressed, theme)
        for _ in range(3):
            QApplication.processEvents()
        assert (window.grab().toImage() == before) is (theme is Theme.LIGHT)


def test_the_key_puts_it_on_and_off_and_the_choice_is_kept(
    qtbot: QtBot, profile: LocalProfile, atelier: QApplication
) -> None:
    assert profile.preferences.load().theme is ThemeChoice.SYSTEM
    with window_on(qtbot, profile) as window:
        qtbot.waitUntil(lambda: window._is_settled, timeout=10_000)
        window.theme_chosen.connect(lambda choice: apply_theme(atelier, chosen_theme(choice)))
        qtbot.keyClick(window, Qt.Key.Key_A, KEYS)
        assert profile.preferences.load().theme is ThemeChoice.ATELIER
        window.desk.show_palette()
        palette = QApplication.activeModalWidget()
        assert palette is not None
        qtbot.keyClicks(palette.findChild(object, "palette_search"), "atelier")
        qtbot.keyPress(palette, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: profile.preferences.load().theme is ThemeChoice.SYSTEM)


@pytest.mark.parametrize("before", [ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_it_comes_back_to_the_colours_that_were_there(before: ThemeChoice) -> None:
    on = with_atelier_turned(Preferences(theme=before))
    assert on.theme is ThemeChoice.ATELIER
    assert with_atelier_turned(on).theme is before
    assert with_atelier_turned(Preferences(theme=ThemeChoice.ATELIER, usual_theme="?")).theme is ThemeChoice.SYSTEM


def test_a_button_made_before_grows_with_its_words(qtbot: QtBot, dressed: QApplication) -> None:
    button = Button("Enregistrer", "essai")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    apply_theme(dressed, Theme.ATELIER)
    grown = button.sizeHint()
    apply_theme(dressed, Theme.LIGHT)
    assert grown.height() == TARGET
    assert grown.width() > before.width()
    assert button.sizeHint() == before
    assert isinstance(button, QAbstractButton)
