"""What the consultant may tell the coach of a draft, and what the coach is then asked."""

from typing import Any

import pytest

from app.domain.coach import CoachRequest
from app.domain.coach_notes import CoachNotes, CoachWish, check_aim, check_wish
from app.domain.errors import DomainError
from app.domain.quantities import HalfDays
from app.domain.referential import Level, ThemeCode

A, B, C = ThemeCode("L1.1"), ThemeCode("L2.1"), ThemeCode("L3.1")
UNKNOWN, NOT_CONCERNED, TO_STUDY, IN_PROGRESS, IN_PLACE = Level
LEVELS = {A: UNKNOWN, B: TO_STUDY, C: NOT_CONCERNED}


def effort(level: Level, half_days: int) -> dict[str, Any]:
    return {"efforts": {level: HalfDays(half_days)}}


@pytest.mark.parametrize(
    "told",
    [
        {},
        *(effort(level, 1) for level in (TO_STUDY, IN_PROGRESS, IN_PLACE)),
        effort(IN_PLACE, 2_000),
        {"priority": 9},
        {"pin": IN_PLACE},
        {"banned": True},
    ],
)
def test_a_wish_within_its_bounds_is_kept_as_it_is(told: dict[str, Any]) -> None:
    wish = CoachWish(**told)
    assert check_wish(A, wish) is wish


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (effort(TO_STUDY, 0), "coach.effort"),
        (effort(TO_STUDY, 2_001), "coach.effort"),
        (effort(UNKNOWN, 1), "coach.effort"),
        (effort(NOT_CONCERNED, 1), "coach.effort"),
        ({"efforts": {TO_STUDY: HalfDays(1), IN_PLACE: HalfDays(0)}}, "coach.effort"),
        ({"priority": -1}, "coach.priority"),
        ({"priority": 10}, "coach.priority"),
        ({"pin": IN_PLACE, "banned": True}, "coach.pinned_and_banned"),
    ],
)
def test_a_wish_out_of_bounds_is_refused_at_its_theme(told: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_wish(A, CoachWish(**told))
    assert (refusal.value.code, refusal.value.params["theme"]) == (code, A)
    assert refusal.value.params.get("highest", 9) == 9


@pytest.mark.parametrize(("goal", "budget"), [(None, None), (1, 0), (290, 2_000)])
def test_an_aim_within_its_bounds_is_accepted(goal: int | None, budget: int | None) -> None:
    check_aim(goal, None if budget is None else HalfDays(budget))


@pytest.mark.parametrize(
    ("goal", "budget", "code", "told"),
    [
        (0, None, "coach.goal", {"goal": 0}),
        (-4, 10, "coach.goal", {"goal": -4}),
        (None, -1, "coach.budget", {"highest": 2_000}),
        (1, 2_001, "coach.budget", {"highest": 2_000}),
    ],
)
def test_an_aim_out_of_bounds_is_refused(goal: int | None, budget: int | None, code: str, told: object) -> None:
    with pytest.raises(DomainError) as refusal:
        check_aim(goal, None if budget is None else HalfDays(budget))
    assert (refusal.value.code, dict(refusal.value.params)) == (code, told)


def test_nothing_told_asks_for_nothing() -> None:
    assert CoachNotes().wish(A) == CoachWish()
    assert (CoachWish().priority, CoachWish().pin, CoachWish().banned) == (0, None, False)
    assert CoachNotes().request(LEVELS) == CoachRequest(LEVELS, {}, HalfDays(0))


def test_the_coach_is_asked_what_was_told_and_nothing_else() -> None:
    first = CoachWish({TO_STUDY: HalfDays(4), IN_PROGRESS: HalfDays(6)}, priority=1, pin=TO_STUDY)
    notes = CoachNotes(20, HalfDays(8), {A: first, B: CoachWish(banned=True), C: CoachWish()})
    assert notes.wish(A) is first
    assert notes.request(LEVELS) == CoachRequest(
        levels=LEVELS,
        efforts={A: first.efforts},
        budget=HalfDays(8),
        goal=20,
        priorities={A: 1},
        pins={A: TO_STUDY},
        bans=frozenset({B}),
    )


@pytest.mark.parametrize(("last", "budget"), [(7, 1_007), (1_000, 2_000), (1_001, 2_000)])
def test_without_a_budget_every_effort_given_is_available_up_to_the_highest_budget(last: int, budget: int) -> None:
    notes = CoachNotes(wishes={A: CoachWish({TO_STUDY: HalfDays(1_000)}), B: CoachWish({IN_PROGRESS: HalfDays(last)})})
    assert notes.request(LEVELS).budget == budget


def test_a_budget_of_nothing_is_a_budget() -> None:
    notes = CoachNotes(budget=HalfDays(0), wishes={A: CoachWish({TO_STUDY: HalfDays(4)})})
    assert notes.request(LEVELS).budget == 0
