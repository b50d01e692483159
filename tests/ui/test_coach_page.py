"""The index coach in its window: what is typed, what it answers, what the file holds, the actions that are born."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.coach import LADDER
from app.domain.mission import VersionKind
from app.domain.quantities import HalfDays
from app.domain.referential import Level, ThemeCode
from app.services.closing import SealAsked, seal_version
from app.services.coaching import read_coach
from app.services.missions import read_mission
from app.services.questionnaire import answer_theme
from app.ui.presenters.coach import DAYS, GOAL, CoachPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.coach_page import CoachPage
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

TARGET = ThemeCode("L1.5")
"""« À étudier » in the fictional company."""


@pytest.fixture
def coach(demo: MissionContext) -> CoachPresenter:
    presenter = CoachPresenter(demo)
    presenter.select(TARGET)
    return presenter


def give(coach: CoachPresenter, theme: str, *days: str) -> None:
    """Type the days of each step left of a theme."""
    coach.select(ThemeCode(theme))
    for step, text in zip(coach.steps(coach.current), days, strict=False):
        coach.type(step.value, text)


def test_no_effort_means_no_proposal_and_the_screen_says_so(coach: CoachPresenter) -> None:
    coach.type(DAYS, "30")
    advice = coach.advice
    assert advice is not None
    assert (advice.picks, advice.points) == ((), 0)
    assert "le coach n’en suppose aucun" in coach.words.verdict(advice, coach.notes)
    without = sum(1 for theme in coach.levels if coach.steps(theme))
    assert coach.words.left_out(advice)[0] == f"Sans effort donné, jamais proposés\u00a0: {without}"


def test_the_answer_follows_each_key_and_stays_with_the_draft(
    coach: CoachPresenter, demo: MissionContext, demo_desk: Desk
) -> None:
    give(coach, TARGET, "2,5", "4")
    coach.type(DAYS, "3")
    advice = coach.advice
    assert advice is not None
    (pick,) = advice.picks
    assert (pick.theme.code, pick.after, pick.points, pick.effort) == (TARGET, Level.IN_PROGRESS, 4, 5)
    coach.type(GOAL, "7")
    assert coach.advice is not None
    assert coach.advice.reached is False
    coach.type(DAYS, "")
    assert coach.advice.reached
    assert coach.advice.effort == 13
    coach.flush()
    kept = read_coach(demo_desk.storage.unit_of_work, demo.mission_id)
    assert (kept.goal, kept.budget) == (7, None)
    assert kept.wish(TARGET).efforts == {Level.IN_PROGRESS: HalfDays(5), Level.IN_PLACE: HalfDays(8)}


def test_pins_bans_and_priorities_are_obeyed_and_refusals_stand_at_their_field(coach: CoachPresenter) -> None:
    give(coach, "L2.1", "1")
    give(coach, TARGET, "1")
    coach.type(DAYS, "1")
    assert coach.advice is not None
    assert [one.theme.code for one in coach.advice.picks] == [TARGET]
    coach.select(ThemeCode("L2.1"))
    coach.type("priority", "9")
    assert [one.theme.code for one in coach.advice.picks] == ["L2.1"]
    coach.type("ban", "1")
    assert [one.theme.code for one in coach.advice.picks] == [TARGET]
    coach.type("pin", "in_progress")
    assert "à la fois épinglé et écarté" in coach.error("pin")
    coach.type(Level.IN_PROGRESS.value, "quatre")
    assert "quatre" in coach.error(Level.IN_PROGRESS.value)
    assert coach.text(Level.IN_PROGRESS.value) == "quatre"


def test_never_not_concerned_and_never_a_declaration(coach: CoachPresenter, demo: MissionContext) -> None:
    before = demo.file.assessments
    for theme in coach.levels:
        give(coach, theme, "1", "1", "1")
    coach.type(DAYS, "200")
    assert coach.advice is not None
    assert all(pick.after in LADDER for pick in coach.advice.picks)
    set_apart = {code for code, level in coach.levels.items() if level is Level.NOT_CONCERNED}
    assert set_apart
    assert not set_apart & {pick.theme.code for pick in coach.advice.picks}
    coach.create(*coach.advice.picks)
    assert demo.file.assessments == before


def test_all_the_actions_are_born_at_once_linked_to_their_theme(
    coach: CoachPresenter, demo: MissionContext, demo_desk: Desk
) -> None:
    known = len(demo.file.actions)
    give(coach, TARGET, "2")
    give(coach, "L2.1", "3")
    coach.type(DAYS, "5")
    assert coach.advice is not None
    coach.create(*coach.advice.picks)
    made = read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions[known:]
    assert [(one.rank, one.themes, one.effort) for one in made] == [
        (known + 1, (TARGET,), 4),
        (known + 2, (ThemeCode("L2.1"),), 6),
    ]
    assert "Le niveau reste à déclarer par l’entreprise" in made[0].reason
    assert [coach.created(pick) for pick in coach.advice.picks] == [known + 1, known + 2]


def test_an_incomplete_questionnaire_has_no_answer_yet_but_keeps_efforts(demo: MissionContext) -> None:
    bench = demo.workbench
    answer_theme(
        bench.unit_of_work,
        demo.mission_id,
        AssessmentKind.ENTRY,
        ThemeCode("L1.1"),
        None,
        referential=demo.referential,
        clock=bench.clock,
    )
    demo.note()
    coach = CoachPresenter(demo)
    give(coach, TARGET, "2")
    coach.type(DAYS, "9")
    assert coach.advice is None
    coach.flush()
    assert read_coach(bench.unit_of_work, demo.mission_id).wish(TARGET).efforts


Show = Callable[[int, int], CoachPage]


@pytest.fixture
def show(qtbot: QtBot, demo: MissionContext) -> Show:
    def make(width: int, height: int) -> CoachPage:
        window = MissionWindow(demo, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("coach")
        page = window.page()
        assert isinstance(page, CoachPage)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is page.first_focus())
        return page

    return make


def keys(text: str) -> None:
    """Type in what has the focus."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, text)


def press(key: Qt.Key) -> None:
    """A key for what has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_from_days_to_an_action_by_keys_alone(show: Show, demo: MissionContext, demo_desk: Desk) -> None:
    page = show(1280, 720)
    known = len(demo.file.actions)
    keys("4")
    page.presenter.select(TARGET)
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    keys("3,5")
    assert page.findChild(QPushButton, f"coach_create_{TARGET}") is not None
    button = page.findChild(QPushButton, f"coach_create_{TARGET}")
    assert isinstance(button, QPushButton)
    button.setFocus()
    press(Qt.Key.Key_Return)
    made = read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions[known:]
    assert [(one.themes, one.effort) for one in made] == [((TARGET,), 7)]


def test_page_keys_walk_the_themes_and_the_rail_stays_on_the_plan(show: Show, demo: MissionContext) -> None:
    page = show(1280, 720)
    page.presenter.select(TARGET)
    page.editor.focus_first()
    press(Qt.Key.Key_PageDown)
    assert page.presenter.current == "L2.1"
    window = page.window()
    assert isinstance(window, MissionWindow)
    assert window.shell.rail.items["plan"].isChecked()
    assert "coach" not in window.shell.rail.items
    window.shell.back_asked.emit()
    assert window.shell.current_page() == "plan"


def test_the_line_of_a_lever_is_no_theme_to_edit(show: Show) -> None:
    page = show(1280, 720)
    page.presenter.select(TARGET)
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    assert page.presenter.current == TARGET


@pytest.mark.parametrize("asker", ["results_coach", "plan_coach_line_action"])
def test_results_and_plan_lead_to_the_coach(qtbot: QtBot, demo: MissionContext, asker: str) -> None:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page(asker.split("_", maxsplit=1)[0])
    button = window.findChild(QPushButton, asker)
    assert isinstance(button, QPushButton)
    button.click()
    assert window.shell.current_page() == "coach"


def test_a_small_window_hides_nothing(show: Show) -> None:
    page = show(640, 360)
    assert page.window().minimumSizeHint().width() <= 640
    assert page.table.isVisibleTo(page)
    assert page.answer.isVisibleTo(page)


def test_a_sealed_mission_is_read_only(coach: CoachPresenter, demo: MissionContext) -> None:
    bench = demo.workbench
    seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.ABANDONED, "essai"),
        scheme=demo.scheme,
        referential=demo.referential,
        write=bench.write_document,
        clock=bench.clock,
    )
    demo.note()
    coach.type(DAYS, "9")
    assert coach.text(DAYS) == ""
    coach.flush()
    assert read_coach(bench.unit_of_work, demo.mission_id).budget is None
