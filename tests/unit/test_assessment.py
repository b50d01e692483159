"""An assessment: what the company declares, theme by theme, and what counts as no answer."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.assessment import Answer, Assessment, AssessmentKind, CaptureMode, Opinion
from app.domain.packs import PackRef
from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote

A, B = ThemeCode("L1.1"), ThemeCode("L2.1")
OPENED = Assessment(UUID(int=1), AssessmentKind.ENTRY, PackRef("pack", "1", "0" * 64), date(2021, 9, 6))


def test_a_questionnaire_just_opened_is_typed_by_the_consultant_and_declares_nothing() -> None:
    assert (OPENED.mode, OPENED.declared_by, OPENED.captured_by) == (CaptureMode.CONSULTANT, "", "")
    assert (OPENED.answers, OPENED.levels, OPENED.votes) == ({}, {}, ())
    assert OPENED.answer(A) == Answer(level=None, justification="", evidence="", opinion=None)


def test_a_theme_that_is_answered_again_keeps_the_last_answer_and_leaves_the_others() -> None:
    whole = OPENED.with_answer(A, Answer(Level.TO_STUDY)).with_answer(B, Answer(Level.IN_PLACE))
    changed = whole.with_answer(A, Answer(Level.UNKNOWN))
    assert changed.levels == {A: Level.UNKNOWN, B: Level.IN_PLACE}
    assert whole.levels == {A: Level.TO_STUDY, B: Level.IN_PLACE}
    assert OPENED.levels == {}


@pytest.mark.parametrize(
    "beside",
    [
        Answer(justification="Pas avant l’été."),
        Answer(evidence="Vu à l’atelier."),
        Answer(opinion=Opinion(Level.IN_PLACE)),
    ],
)
def test_what_stands_beside_an_answer_is_no_level(beside: Answer) -> None:
    """The consultant's opinion least of all: the company declares."""
    told = OPENED.with_answer(A, beside)
    assert told.answer(A) is beside
    assert told.levels == {}


def test_unknown_is_a_level_that_is_declared() -> None:
    assert OPENED.with_answer(A, Answer(Level.UNKNOWN)).levels == {A: Level.UNKNOWN}
    assert Opinion(Level.UNKNOWN).sentence == ""


def test_votes_are_read_theme_by_theme_in_their_order_and_declare_nothing() -> None:
    cast = [
        WorkshopVote(UUID(int=rank), theme, "régleur", level, datetime(2021, 9, 15, tzinfo=UTC))
        for rank, (theme, level) in enumerate([(A, Level.IN_PLACE), (B, Level.UNKNOWN), (A, Level.TO_STUDY)])
    ]
    voted = Assessment(OPENED.id, OPENED.kind, OPENED.referential, OPENED.day, votes=tuple(cast))
    assert voted.votes_on(A) == (cast[0], cast[2])
    assert voted.votes_on(B) == (cast[1],)
    assert voted.levels == {}
