"""The plan in its three forms: matrix by keys and drag, board by keys and drop, several actions changed at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.domain.action_plan import Action, ActionPriority, ActionState
from app.domain.placement import Placement, Quadrant
from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.plan_view import PlanView
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

ALT = Qt.KeyboardModifier.AltModifier
Kept = Callable[[], tuple[Action, ...]]


@pytest.fixture
def kept(demo_desk: Desk, demo: MissionContext) -> Kept:
    """Actions as the disk holds them."""
    return lambda: read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions


@pytest.fixture
def page(qtbot: QtBot, demo: MissionContext) -> PlanView:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("plan")
    page = window.page()
    assert isinstance(page, PlanView)
    qtbot.waitUntil(page.table.hasFocus)
    return page


def test_a_badge_moves_by_keys_and_crosses_a_border_in_one_step(page: PlanView, kept: Kept) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_M)
    matrix = page.forms.matrix
    assert matrix.hasFocus()
    assert kept()[0].placement == Placement(84, 38)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(matrix, key, ALT)
    assert kept()[0].placement == Placement(89, 53)
    assert "À préparer" in matrix.accessibleDescription()
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1
    QTest.keyClick(matrix, Qt.Key.Key_Delete)
    assert kept()[1].placement is None
    assert "13 actions placées sur 14" in matrix.accessibleName()
    QTest.keyClick(matrix, Qt.Key.Key_Left, ALT)
    assert kept()[1].placement is not None


def test_a_badge_is_dragged_and_an_unplaced_action_put_where_one_presses(
    page: PlanView, kept: Kept, demo: MissionContext, demo_desk: Desk, qtbot: QtBot
) -> None:
    matrix = page.forms.matrix
    start = next(spot for one, spot in matrix._centres() if one == kept()[0].id).toPoint()
    end = QPoint(matrix.width() - 30, matrix.height() - 50)
    QTest.mousePress(matrix, Qt.MouseButton.LeftButton, pos=start + QPoint(6, 5))
    for at in (start + QPoint(3, 2), (start + end) / 2, end):
        qtbot.mouseMove(matrix, at)
    QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, pos=end)
    moved = kept()[0].placement
    if moved is not None and moved.quadrant is Quadrant.LATER:
        return
    page.forms.changes.place(kept()[0].id, None)
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=end)
    placed = kept()[0].placement
    assert placed is not None
    assert placed.quadrant is Quadrant.LATER


def test_a_card_changes_state_by_keys_and_comes_back(page: PlanView, kept: Kept, demo_desk: Desk) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_B)
    column = page.forms.board.findChild(QListWidget, "plan_column_planned")
    assert isinstance(column, QListWidget)
    assert column.hasFocus()
    QTest.keyClick(column, Qt.Key.Key_Right, ALT)
    assert kept()[0].state is ActionState.STARTED
    started = page.forms.board.findChild(QListWidget, "plan_column_started")
    assert isinstance(started, QListWidget)
    assert started.hasFocus()
    assert started.count() == 1
    undo = demo_desk.messages.history()[-1]
    assert undo.act is not None
    undo.act()
    assert kept()[0].state is ActionState.PLANNED


def test_columns_by_lever_hold_every_action_once_for_each_lever_that_it_moves(page: PlanView, kept: Kept) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_B)
    QTest.keyClick(page.forms.board, Qt.Key.Key_B)
    shown = sum(column.count() for column in page.forms.levers.findChildren(QListWidget))
    assert shown == sum(len({theme.partition(".")[0] for theme in one.themes}) for one in kept())


def test_actions_chosen_together_change_together_and_come_back(page: PlanView, kept: Kept, demo_desk: Desk) -> None:
    before = kept()
    assert not page.forms.bulk.isVisible()
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    bulk = page.forms.bulk
    assert bulk.isVisible()
    QTest.keyClicks(bulk.shift, "-7")
    QTest.keyClick(bulk.shift, Qt.Key.Key_Return)
    QTest.keyClicks(bulk.owner, "Ateliers")
    QTest.keyClick(bulk.owner, Qt.Key.Key_Return)
    bulk.priority.chosen.emit(ActionPriority.LATER.value)
    bulk.state.chosen.emit(ActionState.STARTED.value)
    for one, former in zip(kept()[:3], before, strict=False):
        assert (one.owner, one.priority, one.state) == ("Ateliers", ActionPriority.LATER, ActionState.STARTED)
        assert one.start == (former.start and former.start - timedelta(days=7))
        assert one.end == (former.end and former.end - timedelta(days=7))
    assert kept()[3:] == before[3:]
    for message in reversed(demo_desk.messages.history()):
        if message.act is not None:
            message.act()
    assert kept() == before
    QTest.keyClicks(bulk.shift, "deux")
    QTest.keyClick(bulk.shift, Qt.Key.Key_Return)
    assert kept() == before
    assert "deux" in demo_desk.messages.history()[-1].sentence


def test_the_coach_says_a_line_above_the_plan(page: PlanView) -> None:
    assert page.coach.accessibleName().startswith("Coach")


def test_dependencies_are_typed_by_numbers_and_a_circle_is_refused(page: PlanView, kept: Kept) -> None:
    page.focus_field("action_after:4")
    field = page.editor.editor("after")
    assert field.property("text") == "3"
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, ", 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    order = kept()
    assert order[3].depends_on == (order[2].id, order[0].id)
    page.focus_field("action_after:3")
    QTest.keyClicks(page.editor.editor("after"), "4")
    QTest.keyClick(page.editor.editor("after"), Qt.Key.Key_Return)
    assert kept() == order
    assert "attendrait sa propre fin" in page.editor.fields["after"].error()
