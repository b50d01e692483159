"""The workshop full screen: votes hidden until they are shown, their spread, one decision with its author."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.referential import Level
from app.services.missions import read_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.questionnaire import QuestionnairePresenter
from app.ui.presenters.workshop_screen import WorkshopScreenPresenter
from app.ui.views.kit.buttons import LARGE
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from app.ui.views.modes.workshop_screen import DecisionDialog, WorkshopScreen
from tests.support.desk import Desk

pytestmark = pytest.mark.usefixtures("dressed")
ENTRY = AssessmentKind.ENTRY


@pytest.fixture
def screen(qtbot: QtBot, context: MissionContext) -> WorkshopScreen:
    """The screen, on the first theme."""
    made = WorkshopScreen(WorkshopScreenPresenter(context, QuestionnairePresenter(context, context)))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.setFocus()
    return made


def seen(screen: WorkshopScreen) -> str:
    """Every word and number that the room can read or hear."""
    columns = f"{screen.columns._counts} {screen.columns._said} {screen.columns.accessibleDescription()}"
    return f"{screen.said.text()} {screen.decided.text()} {screen.accessibleName()} {columns}"


def test_votes_are_hidden_until_shown_and_decide_nothing(qtbot: QtBot, desk: Desk, screen: WorkshopScreen) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_4, Qt.Key.Key_5):
        qtbot.keyClick(screen, key)
    assert "4 votes, cachés" in seen(screen)
    assert "À étudier" not in seen(screen)
    assert not any(button.isChecked() for button in screen.bar.buttons)
    qtbot.keyClick(screen, Qt.Key.Key_Backspace)
    qtbot.keyClick(screen, Qt.Key.Key_V)
    assert screen.presenter.shown().counts == (0, 0, 1, 2, 0)
    assert "de « À étudier » à « En cours" in seen(screen).replace("\u202f", " ").replace("\u00a0", " ")
    file = read_mission(desk.storage.unit_of_work, screen.presenter._questionnaire.sheet.mission.id)
    assessment = file.assessment(ENTRY)
    assert assessment is not None
    assert not assessment.levels
    assert [vote.voter for vote in assessment.votes] == ["participant 1", "participant 2", "participant 3"]
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    qtbot.keyClick(screen, Qt.Key.Key_Left)
    assert "3 votes, cachés" in seen(screen)


def test_the_decision_has_an_author_and_stays_in_front(qtbot: QtBot, desk: Desk, screen: WorkshopScreen) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_2)
    qtbot.keyClick(screen, Qt.Key.Key_D)
    dialog = screen.findChild(DecisionDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.bar.buttons[0], Qt.Key.Key_5)
    assert "auteur" in dialog.field.error()
    dialog.author.setText("la directrice")
    qtbot.keyPress(dialog.bar.buttons[0], Qt.Key.Key_5)
    assert not dialog.isVisible()
    file = read_mission(desk.storage.unit_of_work, screen.presenter._questionnaire.sheet.mission.id)
    assessment = file.assessment(ENTRY)
    assert assessment is not None
    assert list(assessment.levels.values()) == [Level.IN_PLACE]
    assert (assessment.declared_by, assessment.mode) == ("la directrice", CaptureMode.WORKSHOP)
    assert len(assessment.votes) == 1
    assert "décidé par la directrice" in seen(screen)
    assert screen.presenter.shown().place.startswith("Thème 1 ")
    qtbot.wait(200)
    assert screen.presenter.shown().place.startswith("Thème 1 ")


def test_a_vote_taken_beside_the_question_is_counted_on_the_screen(context: MissionContext) -> None:
    questionnaire = QuestionnairePresenter(context, context)
    presenter = WorkshopScreenPresenter(context, questionnaire, context)
    assert presenter.vote(Level.TO_STUDY)
    assert presenter._votes.cast("participant 2", Level.IN_PLACE)
    assert presenter._votes.cast("régleur de nuit", Level.IN_PLACE)
    assert presenter.vote(Level.UNKNOWN)
    presenter.reveal()
    assert presenter.shown().counts == (1, 0, 1, 0, 2)


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_every_target_is_large_and_named(screen: WorkshopScreen, size: tuple[int, int]) -> None:
    screen.resize(*size)
    for _ in range(2):
        QApplication.processEvents()
        buttons = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
        assert {one.objectName() for one in buttons if one.height() < LARGE} == set()
        assert all(one.accessibleName() for one in buttons)
        assert screen.minimumSizeHint().width() <= size[0]
        screen.presenter.reveal()


def screens() -> list[WorkshopScreen]:
    """The workshop screens that are seen."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, WorkshopScreen) and one.isVisible()]


def test_it_opens_from_the_questionnaire_by_its_key_and_esc_leaves_it(qtbot: QtBot, context: MissionContext) -> None:
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.show()
    window.show_page("questionnaire")
    page = window.page()
    assert page is not None
    titles = [command.title for command in window.commands()]
    for words in ("l’atelier à l’écran", "saisie du papier", "questionnaire vierge", "l’entreprise seule"):
        assert any(words in title for title in titles), words
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_S)
    shown = screens()
    assert len(shown) == 1
    assert shown[0].isFullScreen()
    qtbot.keyPress(shown[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not screens())
    qtbot.keyClick(page, Qt.Key.Key_M)
    ways = QApplication.activeModalWidget()
    assert ways is not None
    assert ways.objectName() == "ways"
    qtbot.keyPress(ways, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: window.shell.current_page() == "roadmap")
