"""The « Plan d’actions » page by keys alone, in its window."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import Field
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.plan_view import PlanView
from app.ui.views.mission.theme_chooser import ThemeChooser
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

Show = Callable[[int, int], PlanView]


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext) -> Show:
    def make(width: int, height: int) -> PlanView:
        window = MissionWindow(demo, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("plan")
        page = window.page()
        assert isinstance(page, PlanView)
        qtbot.waitUntil(page.table.hasFocus)
        return page

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def test_a_whole_action_is_written_by_keys(show: Show, demo_desk: Desk, demo: MissionContext) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_N)
    typed = ["Suivre les lots au poste", "L4.5", None, "Production", "3/1/22", "29/4/22", "4,5", "1 200,50"]
    for text in typed:
        focused = QApplication.focusWidget()
        if text is not None:
            assert isinstance(focused, QLineEdit)
            QTest.keyClicks(focused, text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    made = read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions[-1]
    assert (made.rank, made.title, made.themes, made.owner) == (15, "Suivre les lots au poste", ("L4.5",), "Production")
    assert (made.start, made.end) == (date(2022, 1, 3), date(2022, 4, 29))
    assert (made.effort, made.cost) == (9, 120_050)


def test_order_removal_and_editing_are_keys_of_the_table(show: Show, demo_desk: Desk, demo: MissionContext) -> None:
    page = show(1280, 720)
    before = [one.id for one in demo.file.actions]
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in demo.file.actions][:2] == [before[1], before[0]]
    assert page.table.currentIndex().row() == 1
    press(Qt.Key.Key_Delete)
    assert [one.id for one in demo.file.actions] == [before[1], *before[2:]]
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.editor.editor("title")


def test_a_refusal_stands_under_its_field(show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_Return)
    end = page.editor.editor("end")
    assert isinstance(end, QLineEdit)
    end.setFocus()
    end.selectAll()
    QTest.keyClicks(end, "1/1/2020")
    press(Qt.Key.Key_Return)
    assert "avant son début" in page.editor.fields["end"].error()
    assert end.text() == "1/1/2020"


def test_nothing_is_cut_in_a_small_window_and_every_control_has_a_name(show: Show) -> None:
    page = show(640, 360)
    press(Qt.Key.Key_Return)
    window = page.window()
    assert window.minimumSizeHint().width() <= 640
    assert page.editor.isVisible()
    assert not page.table.isVisible()
    for field in page.findChildren(Field):
        assert field.editor.accessibleName()


def test_totals_leave_apart_what_is_not_costed(show: Show) -> None:
    note = show(1280, 720).head.note.text()
    assert "14 actions" in note
    assert "163\u00a0550\u00a0€ HT" in note.replace("€\u00a0HT", "€ HT")
    assert "1 non chiffrée" in note


def test_another_page_asks_for_a_field_of_an_action_by_its_rank(show: Show) -> None:
    page = show(1280, 720)
    assert page.focus_field("action_owner:5")
    assert page.editor.isVisible()
    assert QApplication.focusWidget() is page.editor.editor("owner")
    assert page.table.currentIndex().row() == 4


def test_keys_act_only_where_they_are_meant_to(show: Show, demo: MissionContext) -> None:
    page = show(1280, 720)
    before = [one.id for one in demo.file.actions]
    press(Qt.Key.Key_Return)
    page.editor.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
    press(Qt.Key.Key_Delete)
    assert [one.id for one in demo.file.actions] == before
    page.editor.editor("themes").setFocus(Qt.FocusReason.OtherFocusReason)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    chooser = page.editor.findChild(ThemeChooser)
    assert chooser is not None
    assert chooser.isVisible()
    chooser.close()
    assert [one.id for one in demo.file.actions] == before


def test_an_action_is_born_from_its_theme(show: Show, demo_desk: Desk, demo: MissionContext) -> None:
    page = show(1280, 720)
    demo.page_asked.emit("plan", "new_action:L3.5")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "Essayer une tablette au montage")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    made = read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions[-1]
    assert (made.title, made.themes) == ("Essayer une tablette au montage", ("L3.5",))
