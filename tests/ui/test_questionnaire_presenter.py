"""Answers of the questionnaire: durable when said so, undone, kept for « Réessayer » when the disk refuses."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.mission import MissionFile
from app.domain.referential import Level, ThemeCode
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.ui.messages import Message
from app.ui.presenters.answer_texts import AnswerTextsPresenter
from app.ui.presenters.assessment_heading import HeadingPresenter, HeadingShown
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.questionnaire import QuestionnairePresenter
from tests.support.desk import Desk

ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT


@pytest.fixture
def presenter(context: MissionContext) -> QuestionnairePresenter:
    return QuestionnairePresenter(context)


def kept(desk: Desk, context: MissionContext) -> MissionFile:
    """The mission as another process would read it."""
    return read_mission(desk.storage.unit_of_work, context.mission_id)


def kept_levels(desk: Desk, context: MissionContext, kind: AssessmentKind) -> dict[ThemeCode, Level]:
    """Levels that the file holds."""
    assessment = kept(desk, context).assessment(kind)
    return {} if assessment is None else dict(assessment.levels)


def test_an_answer_is_kept_before_it_is_said_and_the_next_theme_comes(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    first = presenter.theme.code
    seen: list[dict[ThemeCode, Level]] = []
    presenter.answered.connect(lambda _kind, _done: seen.append(kept_levels(desk, context, ENTRY)))

    presenter.answer(Level.TO_STUDY)
    assert seen == [{first: Level.TO_STUDY}]
    assert presenter.theme.code == first, "the answer stays on screen for a moment"

    presenter.answer(Level.IN_PLACE)
    assert presenter.sheet.rank_of(first) == 0
    assert kept_levels(desk, context, ENTRY) == {
        first: Level.TO_STUDY,
        presenter.sheet.referential.themes[1].code: Level.IN_PLACE,
    }, "the next key does not wait for the move"


def test_the_next_theme_comes_by_itself(qtbot: QtBot, presenter: QuestionnairePresenter) -> None:
    with qtbot.waitSignal(presenter.theme_changed, timeout=2000):
        presenter.answer(Level.TO_STUDY)
    assert presenter.rank == 1


def test_the_index_appears_at_the_last_answer_only(presenter: QuestionnairePresenter, qtbot: QtBot) -> None:
    total = len(presenter.sheet.referential.themes)
    for _theme in range(total - 1):
        presenter.answer(Level.TO_STUDY)
        assert presenter.sheet.progress(ENTRY).index is None
    with qtbot.waitSignal(presenter.finished):
        presenter.answer(Level.TO_STUDY)
    assert presenter.sheet.progress(ENTRY).index == 3 * total


def test_an_answer_is_undone_and_given_again(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    first, second = presenter.sheet.referential.themes[:2]
    presenter.answer(Level.TO_STUDY)
    presenter.answer(Level.IN_PLACE)
    context.undoing.undo()
    assert kept_levels(desk, context, ENTRY) == {first.code: Level.TO_STUDY}
    presenter.show_answer(ENTRY, second.code)
    assert presenter.theme == second
    context.undoing.undo()
    assert kept_levels(desk, context, ENTRY) == {}
    context.undoing.undo()
    context.undoing.redo()
    assert kept_levels(desk, context, ENTRY) == {first.code: Level.TO_STUDY}


def test_clearing_an_answer_can_be_undone(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    presenter.answer(Level.IN_PLACE)
    presenter.settle()
    presenter.step(-1)
    presenter.answer(None)
    assert kept_levels(desk, context, ENTRY) == {}
    assert presenter.rank == 0, "a cleared theme stays in front"
    context.undoing.undo()
    assert list(kept_levels(desk, context, ENTRY).values()) == [Level.IN_PLACE]


def test_the_exit_is_opened_empty_and_does_not_touch_the_entry(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    presenter.answer(Level.NOT_CONCERNED)
    presenter.settle()
    presenter.go(0)
    assert presenter.show_kind(EXIT)
    assert presenter.level is None
    presenter.answer(Level.IN_PROGRESS)
    code = presenter.sheet.referential.themes[0].code
    assert kept_levels(desk, context, ENTRY) == {code: Level.NOT_CONCERNED}
    assert kept_levels(desk, context, EXIT) == {code: Level.IN_PROGRESS}


def test_next_without_answer_comes_round(presenter: QuestionnairePresenter) -> None:
    last = len(presenter.sheet.referential.themes) - 1
    presenter.go(1)
    presenter.answer(Level.UNKNOWN)
    presenter.settle()
    presenter.go(0)
    presenter.next_without_answer()
    assert presenter.rank == 2
    presenter.go(last)
    presenter.next_without_answer()
    assert presenter.rank == 0


@pytest.mark.parametrize("code", ["disk.full", "storage.locked"])
def test_a_failing_disk_keeps_every_answer_for_another_try(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter, code: str
) -> None:
    said: list[Message] = []
    cleared: list[str] = []
    desk.messages.said.connect(said.append)
    desk.messages.cleared.connect(cleared.append)
    first, second = presenter.sheet.referential.themes[:2]
    desk.broken = EnvironmentFailure(code)
    presenter.answer(Level.TO_STUDY)
    assert presenter.theme == first, "what is not kept does not move on"
    assert presenter.level is None, "the button stays on the last saved level"
    presenter.go(1)
    presenter.answer(Level.IN_PLACE)
    presenter.answer(Level.IN_PROGRESS)

    desk.broken = None
    retry = said[-1].act
    assert retry is not None
    retry()
    assert kept_levels(desk, context, ENTRY) == {first.code: Level.TO_STUDY, second.code: Level.IN_PROGRESS}
    assert cleared == [code]
    assert not presenter.attempts.waiting


def test_texts_are_saved_under_their_own_theme_after_moving_on(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    texts = AnswerTextsPresenter(context, presenter)
    first = presenter.theme.code
    texts.type_justification("Six machines sur huit. ")
    texts.type_evidence("Vu à l’atelier")
    presenter.answer(Level.TO_STUDY)
    presenter.step(1)
    entry = kept(desk, context).assessment(ENTRY)
    assert entry is not None
    given = entry.answer(first)
    assert (given.level, given.justification, given.evidence) == (
        Level.TO_STUDY,
        "Six machines sur huit.",
        "Vu à l’atelier",
    )


def test_a_text_is_saved_by_itself_soon_after_the_last_key(
    qtbot: QtBot, desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    texts = AnswerTextsPresenter(context, presenter)
    with qtbot.waitSignal(texts.saved, timeout=2000):
        texts.type_justification("Six machines")
    entry = kept(desk, context).assessment(ENTRY)
    assert entry is not None
    assert entry.answer(presenter.theme.code).justification == "Six machines"


def test_the_opinion_stands_beside_the_declared_level(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    texts = AnswerTextsPresenter(context, presenter)
    presenter.show_kind(EXIT)
    code = presenter.theme.code
    presenter.answer(Level.IN_PROGRESS)
    presenter.settle()
    presenter.go(0)
    texts.type_opinion("sans niveau, sans avis")
    texts.choose_opinion(Level.TO_STUDY)
    texts.type_opinion("Rien n’a été testé.")
    texts.flush()
    exit_ = kept(desk, context).assessment(EXIT)
    assert exit_ is not None
    given = exit_.answer(code)
    assert given.level is Level.IN_PROGRESS
    assert given.opinion is not None
    assert (given.opinion.level, given.opinion.sentence) == (Level.TO_STUDY, "Rien n’a été testé.")


def test_the_heading_is_saved_and_a_wrong_day_is_told(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    heading = HeadingPresenter(context, presenter)
    told: list[tuple[str, str]] = []
    presenter.attempts.refused.connect(lambda where, sentence: told.append((where, sentence)))
    assert heading.save(HeadingShown("14/3", "Directrice générale", "C. Exemple", "workshop"))
    entry = kept(desk, context).assessment(ENTRY)
    assert entry is not None
    assert (entry.day.isoformat(), entry.declared_by, entry.mode.value) == (
        "2022-03-14",
        "Directrice générale",
        "workshop",
    )
    assert not heading.save(HeadingShown("31/02/2022", "", "", "paper"))
    assert told[0][0] == "heading"
    assert "31/02/2022" in told[0][1]


def test_a_sealed_mission_refuses_in_a_sentence(
    desk: Desk, context: MissionContext, presenter: QuestionnairePresenter
) -> None:
    with desk.storage.unit_of_work() as uow:
        uow.missions.save(context.mission.sealed(), desk.workbench.clock())
        uow.commit()
    told: list[str] = []
    presenter.attempts.refused.connect(lambda _where, sentence: told.append(sentence))
    presenter.answer(Level.IN_PLACE)
    assert len(told) == 1
    assert kept_levels(desk, context, ENTRY) == {}
    context.note(Part.STATE)
    presenter.reload()
    assert not presenter.sheet.writable


def test_presenters_need_no_widget(presenter: QuestionnairePresenter) -> None:
    assert isinstance(presenter, QObject)
    assert not presenter.isWidgetType()
