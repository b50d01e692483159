"""The questionnaire by keys, on a real encrypted file."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.referential import Level
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.answers import AnswerButton
from app.ui.views.kit.fields import TextArea
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

ENTRY = AssessmentKind.ENTRY
DIGITS = {1: Qt.Key.Key_1, 2: Qt.Key.Key_2, 3: Qt.Key.Key_3, 4: Qt.Key.Key_4, 5: Qt.Key.Key_5}

Show = Callable[[int, int], QuestionnairePage]


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot, context: MissionContext) -> Show:
    def make(width: int, height: int) -> QuestionnairePage:
        window = MissionWindow(context, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_page("questionnaire")
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        page: MissionPageView | None = window.page()
        assert isinstance(page, QuestionnairePage)
        return page

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def answers(page: QuestionnairePage) -> list[AnswerButton]:
    """The five answers."""
    return sorted(page.findChildren(AnswerButton), key=lambda button: button.level)


def levels(desk: Desk, context: MissionContext) -> list[Level]:
    """Levels kept at entry, in the order of the themes."""
    assessment = read_mission(desk.storage.unit_of_work, context.mission_id).assessment(ENTRY)
    assert assessment is not None
    return [assessment.levels[theme.code] for theme in context.referential.themes if theme.code in assessment.levels]


def test_twenty_nine_digits_answer_the_whole_questionnaire(desk: Desk, context: MissionContext, show: Show) -> None:
    page = show(1280, 720)
    typed = [1 + rank * 3 % 5 for rank in range(29)]
    for digit in typed:
        press(DIGITS[digit])
    assert levels(desk, context) == [list(Level)[digit - 1] for digit in typed]
    assert page.presenter.sheet.progress(ENTRY).index is not None


def test_the_given_answer_is_checked_and_the_next_question_comes(qtbot: QtBot, show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_4)
    assert [button.isChecked() for button in answers(page)] == [False, False, False, True, False]
    qtbot.waitUntil(lambda: page.presenter.rank == 1, timeout=2000)
    assert not any(button.isChecked() for button in answers(page))
    press(Qt.Key.Key_P)
    assert answers(page)[3].hasFocus(), "the focus is on the answer given"
    press(Qt.Key.Key_Right)
    assert page.presenter.rank == 1, "arrows change the theme also from an answer"


def test_letters_move_clear_and_open_the_texts(desk: Desk, context: MissionContext, show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_N)
    assert page.presenter.rank == 2
    press(Qt.Key.Key_U)
    assert page.presenter.rank == 3
    page.presenter.go(0)
    press(Qt.Key.Key_Delete)
    assert levels(desk, context) == []
    press(Qt.Key.Key_J)
    editor = QApplication.focusWidget()
    assert isinstance(editor, TextArea)
    QTest.keyClicks(editor, "45 machines, n et u")
    assert levels(desk, context) == [], "letters and digits typed in a text answer nothing"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.presenter.rank == 1
    press(Qt.Key.Key_2)
    assessment = read_mission(desk.storage.unit_of_work, context.mission_id).assessment(ENTRY)
    assert assessment is not None
    assert assessment.answer(context.referential.themes[0].code).justification == "45 machines, n et u"
    assert assessment.levels == {context.referential.themes[1].code: Level.NOT_CONCERNED}


def test_keys_of_the_side_panel_belong_to_the_page(show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_T)
    notes = QApplication.focusWidget()
    assert isinstance(notes, TextArea)
    assert notes.objectName() == "private_notes_side"
    QTest.keyClicks(notes, "note pour moi")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_3)
    assert page.presenter.sheet.levels(ENTRY)
    page.leave()
    assert page.context.mission.private_notes == "note pour moi"


def test_a_failing_disk_leaves_the_button_on_the_last_saved_level(
    desk: Desk, context: MissionContext, show: Show
) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_P)
    page.presenter.go(0)
    desk.broken = EnvironmentFailure("disk.full")
    press(Qt.Key.Key_5)
    assert [button.isChecked() for button in answers(page)] == [False, True, False, False, False]
    desk.broken = None
    page.presenter.attempts.retry()
    assert [button.isChecked() for button in answers(page)] == [False, False, False, False, True]
    assert levels(desk, context) == [Level.IN_PLACE]


def test_the_exit_shows_the_answer_of_the_entry_without_choosing_it(show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_P)
    page.presenter.go(0)
    page.presenter.show_kind(AssessmentKind.EXIT)
    shown = answers(page)
    assert not any(button.isChecked() for button in shown)
    assert [bool(button.accessibleDescription()) for button in shown] == [False, False, True, False, False]


def test_the_five_answers_fit_a_small_window_at_double_size(show: Show) -> None:
    page = show(640, 360)
    shell = page.window().findChild(QWidget, "mission")
    assert shell is not None
    footer_top = shell.height() - 42
    for button in answers(page):
        bottom = button.mapTo(page.window(), QPoint(0, button.height())).y()
        assert button.isVisible()
        assert bottom <= footer_top, f"{button.text()} is cut: {bottom} > {footer_top}"


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (640, 360)])
def test_nothing_asks_for_more_than_the_window(show: Show, width: int, height: int) -> None:
    page = show(width, height)
    assert page.window().minimumSizeHint().width() <= width
    assert page.width() <= width


def test_the_list_of_themes_leads_to_a_theme(show: Show) -> None:
    page = show(1280, 720)
    press(Qt.Key.Key_L)
    for _row in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.presenter.rank == 3
    press(Qt.Key.Key_1)
    assert page.presenter.sheet.levels(ENTRY) == {page.context.referential.themes[3].code: Level.UNKNOWN}
