"""« Diagnostic 360° »: typed texts are kept under their own factor, by keys alone; the radar follows the answers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.domain.full_diagnostic import FactorPriority, FullDiagnostic, Operation
from app.domain.referential import Factor
from app.services.missions import read_mission
from app.ui.presenters.full_diagnostic import FullDiagnosticPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.tokens import Theme, load_tokens
from app.ui.views.kit.fields import TextArea
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.kit.table import Table
from app.ui.views.mission.full_diagnostic_page import FullDiagnosticPage
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

Show = Callable[[MissionContext, int, int], FullDiagnosticPage]


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot) -> Show:
    def make(context: MissionContext, width: int = 1280, height: int = 720) -> FullDiagnosticPage:
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("full_diagnostic")
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        page = window.page()
        assert isinstance(page, FullDiagnosticPage)
        return page

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def kept(context: MissionContext) -> FullDiagnostic:
    return read_mission(context.workbench.unit_of_work, context.mission_id).full_diagnostic


def area(page: FullDiagnosticPage, name: str) -> TextArea:
    found = page.findChild(TextArea, name)
    assert found is not None
    return found


def test_texts_are_written_by_keys_alone_and_kept_under_their_factor(context: MissionContext, show: Show) -> None:
    page = show(context, 1280, 720)
    assert isinstance(QApplication.focusWidget(), Table)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is area(page, "factor_observations")
    area(page, "factor_observations").insertPlainText("Six machines.")
    press(Qt.Key.Key_Tab)
    area(page, "factor_strengths").insertPlainText("Centres récents.")
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert area(page, "factor_strengths").value() == ""
    area(page, "factor_strengths").insertPlainText("Qualité tenue.")
    page.leave()
    found = kept(context)
    assert list(found.views) == [Factor.DIGITAL_TECHNOLOGY_SECURITY, Factor.INDUSTRIAL_PERFORMANCE]
    assert found.view(Factor.DIGITAL_TECHNOLOGY_SECURITY).observations == "Six machines."
    assert found.view(Factor.DIGITAL_TECHNOLOGY_SECURITY).strengths == "Centres récents."
    assert found.view(Factor.INDUSTRIAL_PERFORMANCE).strengths == "Qualité tenue."


def test_a_text_is_saved_after_a_pause(qtbot: QtBot, context: MissionContext, show: Show) -> None:
    page = show(context, 1280, 720)
    area(page, "factor_weaknesses").insertPlainText("Rien d’écrit.")
    area(page, "diagnostic_links").setPlainText("Facteurs 1 et 3. Un cap.")
    qtbot.waitUntil(lambda: kept(context).links == "Facteurs 1 et 3. Un cap.", timeout=5000)
    assert kept(context).view(Factor.VISION_STRATEGY).weaknesses == "Rien d’écrit."


def test_priority_and_effects_are_saved_at_once(context: MissionContext, show: Show) -> None:
    page = show(context, 1280, 720)
    for name, rank in (("factor_priority", 1), ("factor_effect_sell", 3)):
        choice = page.findChild(QComboBox, name)
        assert choice is not None
        choice.setCurrentIndex(rank)
        choice.activated.emit(rank)
    view = kept(context).view(Factor.VISION_STRATEGY)
    assert (view.priority, dict(view.effects)) == (FactorPriority.FIRST, {Operation.SELL: 3})


def test_a_text_too_long_is_told_beside_it_and_nothing_is_lost(context: MissionContext, show: Show) -> None:
    page = show(context, 1280, 720)
    editor = area(page, "factor_observations")
    editor.setFocus()
    editor.setPlainText("é" * 5_001)
    area(page, "factor_strengths").setFocus()
    assert kept(context).is_empty
    assert "5 000" in "".join(one.accessibleDescription() for one in page.findChildren(TextArea)).replace(
        "\u202f", " "
    ).replace("\u00a0", " ")
    assert len(editor.value()) == 5_001
    editor.setPlainText("Court.")
    page.leave()
    assert kept(context).view(Factor.VISION_STRATEGY).observations == "Court."


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360)])
def test_the_page_holds_in_the_window(desk: Desk, show: Show, width: int, height: int) -> None:
    page = show(desk.context(desk.open_demo()), width, height)
    scroll = page.findChild(Scroll, "full_diagnostic_scroll")
    assert scroll is not None
    QApplication.processEvents()
    assert scroll.horizontalScrollBar().maximum() == 0


def test_the_list_and_the_radar_say_the_points_of_the_declared_levels(desk: Desk, context: MissionContext) -> None:
    demo = FullDiagnosticPresenter(desk.context(desk.open_demo()))
    assert [row.points for row in demo.rows()][:2] == ["4 sur 30", "91 sur 200"]
    assert all(row.told and row.priority for row in demo.rows())
    empty = FullDiagnosticPresenter(context)
    assert next(row.points for row in empty.rows()) == "0/3 réponses"
    assert b"91 sur 200" in demo.radar(load_tokens(Theme.LIGHT).colours, 400, 300)
