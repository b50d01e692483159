"""Workshop votes on the questionnaire page: taken down by keys alone, spread shown, declared level left to its author."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.referential import Level
from app.domain.workshop import WorkshopVote
from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.table import Table
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from app.ui.views.mission.votes_view import VoteDots
from app.ui.views.mission_window import MissionWindow

Show = Callable[[MissionContext], QuestionnairePage]
ENTRY = AssessmentKind.ENTRY


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot) -> Show:
    def make(context: MissionContext) -> QuestionnairePage:
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        window.show_page("questionnaire")
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        page = window.page()
        assert isinstance(page, QuestionnairePage)
        return page

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def vote(voter: str, digit: Qt.Key) -> None:
    """Function, Tab, digit, then back to the button by Tab and Space."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.insert(voter)
    press(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    press(digit)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)


def kept(context: MissionContext) -> tuple[WorkshopVote, ...]:
    entry = read_mission(context.workbench.unit_of_work, context.mission_id).assessment(ENTRY)
    assert entry is not None
    return entry.votes


def test_votes_are_taken_down_by_keys_and_the_declared_level_is_not_touched(
    context: MissionContext, show: Show
) -> None:
    page = show(context)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_P)
    press(Qt.Key.Key_V)
    vote("régleur", Qt.Key.Key_5)
    vote("qualité", Qt.Key.Key_2)
    assert [(one.voter, one.level) for one in kept(context)] == [
        ("régleur", Level.IN_PLACE),
        ("qualité", Level.NOT_CONCERNED),
    ]
    entry = read_mission(context.workbench.unit_of_work, context.mission_id).assessment(ENTRY)
    assert entry is not None
    assert dict(entry.levels) == {context.referential.themes[0].code: Level.TO_STUDY}
    dots = page.findChild(VoteDots, "votes_dots")
    assert isinstance(dots, VoteDots)
    assert dots.accessibleDescription().startswith("2 votes")
    assert page.presenter.rank == 0, "a vote does not move on"


def test_a_vote_without_voter_or_level_is_refused_beside_its_field(context: MissionContext, show: Show) -> None:
    page = show(context)
    press(Qt.Key.Key_V)
    voter, level = page.findChild(QLineEdit, "vote_voter"), page.findChild(QComboBox, "vote_level")
    assert voter is not None
    assert level is not None
    press(Qt.Key.Key_Return)
    assert "Choisissez le niveau" in level.accessibleDescription()
    level.setFocus()
    press(Qt.Key.Key_4)
    voter.setFocus()
    press(Qt.Key.Key_Return)
    assert "fonction" in voter.accessibleDescription()
    assert kept(context) == ()
    vote("régleur", Qt.Key.Key_1)
    assert voter.accessibleDescription() == ""
    assert len(kept(context)) == 1


def test_a_vote_is_changed_taken_back_and_escape_folds_the_panel(context: MissionContext, show: Show) -> None:
    page = show(context)
    press(Qt.Key.Key_V)
    vote("régleur", Qt.Key.Key_5)
    vote("régleur", Qt.Key.Key_1)
    assert [one.level for one in kept(context)] == [Level.UNKNOWN]
    table = page.findChild(Table, "votes_list")
    assert table is not None
    table.setFocus()
    press(Qt.Key.Key_Delete)
    assert kept(context) == ()
    press(Qt.Key.Key_Escape)
    assert not table.isVisible()
    press(Qt.Key.Key_2)
    entry = read_mission(context.workbench.unit_of_work, context.mission_id).assessment(ENTRY)
    assert entry is not None
    assert list(entry.levels.values()) == [Level.NOT_CONCERNED], "digits answer again once the panel is folded"


def test_votes_of_a_theme_are_its_own(context: MissionContext, show: Show) -> None:
    page = show(context)
    press(Qt.Key.Key_V)
    vote("régleur", Qt.Key.Key_5)
    table = page.findChild(Table, "votes_list")
    assert table is not None
    page.presenter.step(1)
    assert table.model().rowCount() == 0
    page.presenter.step(-1)
    assert table.model().rowCount() == 1
