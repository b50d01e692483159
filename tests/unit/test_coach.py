"""The index coach: equal to brute force on small cases, explained picks, and never a declaration."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.coach import LADDER, Advice, CoachRequest, LeftOut, advise
from app.domain.errors import DomainError, InvalidData
from app.domain.quantities import HalfDays
from app.domain.referential import Level, Referential, ThemeCode
from app.packs.library import PackLibrary

WHOLE = PackLibrary.shipped().referential()
SMALL: Referential = replace(WHOLE, themes=WHOLE.themes[:4])
A, B, C, D = (theme.code for theme in SMALL.themes)
UNKNOWN, NOT_CONCERNED, TO_STUDY, IN_PROGRESS, IN_PLACE = Level


def efforts(**steps: tuple[int, int, int]) -> dict[ThemeCode, dict[Level, HalfDays]]:
    named = {"a": A, "b": B, "c": C, "d": D}
    return {
        named[name]: {level: HalfDays(effort) for level, effort in zip(LADDER[1:], given, strict=True)}
        for name, given in steps.items()
    }


def asked(levels: tuple[Level, Level, Level, Level], budget: int, **changes: Any) -> CoachRequest:
    given = changes.pop("efforts", efforts(a=(2, 4, 6), b=(2, 4, 6), c=(2, 4, 6), d=(2, 4, 6)))
    return CoachRequest(dict(zip((A, B, C, D), levels, strict=True)), given, HalfDays(budget), **changes)


def picked(advice: Advice) -> list[tuple[ThemeCode, Level]]:
    return [(pick.theme.code, pick.after) for pick in advice.picks]


START = (UNKNOWN, TO_STUDY, IN_PROGRESS, IN_PLACE)


def test_each_pick_is_explained_with_its_numbers() -> None:
    advice = advise(asked(START, 8, priorities={B: 5}), SMALL)
    assert advice.index == 20
    numbers = [(pick.theme.code, pick.before, pick.after, pick.points, pick.effort) for pick in advice.picks]
    assert numbers == [(A, UNKNOWN, TO_STUDY, 3, 2), (B, TO_STUDY, IN_PROGRESS, 4, 4)]
    assert [(pick.priority, pick.pinned) for pick in advice.picks] == [(0, False), (5, False)]
    assert (advice.points, advice.effort) == (7, 6)
    assert advice.reached is None
    assert advice.left_out[D] is LeftOut.IN_PLACE


def test_steps_of_a_theme_add_up() -> None:
    advice = advise(asked((UNKNOWN, IN_PLACE, IN_PLACE, IN_PLACE), 12), SMALL)
    (pick,) = advice.picks
    assert (pick.before, pick.after, pick.points, pick.effort) == (UNKNOWN, IN_PLACE, 10, 12)
    assert (pick.pinned, pick.priority) == (False, 0)


def test_a_goal_within_the_budget_is_reached_with_the_least_effort() -> None:
    advice = advise(asked(START, 100, goal=4), SMALL)
    assert (picked(advice), advice.effort, advice.reached) == ([(B, IN_PROGRESS)], 4, True)


def test_a_goal_out_of_reach_gives_the_most_points() -> None:
    advice = advise(asked(START, 6, goal=50), SMALL)
    assert (advice.points, advice.effort, advice.reached) == (7, 6, False)
    assert picked(advice) == [(A, IN_PROGRESS)]


def test_priorities_decide_between_equal_choices_only() -> None:
    same = (TO_STUDY, TO_STUDY, IN_PLACE, IN_PLACE)
    assert picked(advise(asked(same, 4, priorities={B: 1}), SMALL)) == [(B, IN_PROGRESS)]
    assert picked(advise(asked(same, 4, priorities={A: 1}), SMALL)) == [(A, IN_PROGRESS)]
    cheaper = efforts(a=(2, 3, 6), b=(2, 4, 6))
    more_points = asked((UNKNOWN, TO_STUDY, IN_PLACE, IN_PLACE), 5, priorities={B: 9}, efforts=cheaper)
    assert picked(advise(more_points, SMALL)) == [(A, IN_PROGRESS)]
    one_each = efforts(a=(1, 1, 9), c=(9, 9, 1), d=(9, 9, 1))
    two_first = asked((UNKNOWN, IN_PLACE, IN_PROGRESS, IN_PROGRESS), 2, priorities={C: 9, D: 9}, efforts=one_each)
    assert picked(advise(two_first, SMALL)) == [(A, IN_PROGRESS)]


def test_equal_points_and_priorities_are_decided_by_fewer_themes_then_less_effort() -> None:
    given = efforts(a=(1, 9, 9), b=(9, 9, 1), c=(9, 9, 2), d=(9, 9, 2))
    few = asked((UNKNOWN, IN_PROGRESS, IN_PROGRESS, IN_PLACE), 2, efforts=given)
    advice = advise(few, SMALL)
    assert (advice.points, advice.effort) == (6, 2)
    one = advise(asked((UNKNOWN, IN_PLACE, IN_PROGRESS, IN_PLACE), 2, efforts=given), SMALL)
    assert (picked(one), one.effort) == ([(A, TO_STUDY)], 1)


def test_not_concerned_is_left_alone_and_never_proposed() -> None:
    advice = advise(asked((NOT_CONCERNED, TO_STUDY, UNKNOWN, TO_STUDY), 2_000), SMALL)
    assert advice.left_out == {A: LeftOut.NOT_CONCERNED}
    assert all(pick.after in LADDER for pick in advice.picks)
    assert advice.points == 7 + 10 + 7


def test_a_step_that_brings_no_point_is_not_proposed_even_first_in_priority() -> None:
    flat = tuple(replace(spec, points=0) if spec.level is TO_STUDY else spec for spec in SMALL.levels)
    advice = advise(asked((UNKNOWN, IN_PLACE, IN_PLACE, IN_PLACE), 2, priorities={A: 9}), replace(SMALL, levels=flat))
    assert (picked(advice), advice.left_out[A]) == ([], LeftOut.NOT_CHOSEN)
    least = tuple(replace(spec, points=1) if spec.level is TO_STUDY else spec for spec in SMALL.levels)
    advice = advise(asked((UNKNOWN, IN_PLACE, IN_PLACE, IN_PLACE), 2), replace(SMALL, levels=least))
    assert picked(advice) == [(A, TO_STUDY)]


def test_a_step_without_effort_is_never_proposed_nor_what_follows_it() -> None:
    given = {A: {IN_PLACE: HalfDays(1)}, B: {IN_PROGRESS: HalfDays(1)}}
    advice = advise(asked((TO_STUDY, TO_STUDY, TO_STUDY, TO_STUDY), 100, efforts=given), SMALL)
    assert picked(advice) == [(B, IN_PROGRESS)]
    assert advice.left_out == {A: LeftOut.NO_EFFORT, C: LeftOut.NO_EFFORT, D: LeftOut.NO_EFFORT}


def test_pins_are_kept_at_least_and_bans_are_left_out() -> None:
    pinned = advise(asked(START, 12, goal=3, pins={A: IN_PROGRESS}), SMALL)
    assert [(pick.theme.code, pick.after, pick.pinned) for pick in pinned.picks] == [(A, IN_PROGRESS, True)]
    further = advise(asked(START, 12, pins={A: TO_STUDY}, bans=frozenset({B, C})), SMALL)
    assert picked(further) == [(A, IN_PLACE)]
    assert (further.left_out[B], further.left_out[C]) == (LeftOut.BANNED, LeftOut.BANNED)


def test_what_is_not_chosen_says_so() -> None:
    advice = advise(asked(START, 6, goal=50), SMALL)
    assert advice.left_out == {B: LeftOut.NOT_CHOSEN, C: LeftOut.NOT_CHOSEN, D: LeftOut.IN_PLACE}


def test_no_time_gives_no_pick() -> None:
    advice = advise(asked(START, 0), SMALL)
    assert (advice.picks, advice.points, advice.effort) == ((), 0, 0)


def test_the_whole_ladder_of_a_questionnaire() -> None:
    levels = {theme.code: UNKNOWN for theme in WHOLE.themes}
    given = {theme.code: dict.fromkeys(LADDER[1:], HalfDays(1)) for theme in WHOLE.themes}
    advice = advise(CoachRequest(levels, given, HalfDays(87), goal=290), WHOLE)
    assert (advice.points, advice.effort, advice.reached, len(advice.picks)) == (290, 87, True, 29)
    assert advise(CoachRequest(levels, given, HalfDays(86), goal=290), WHOLE).points == 287


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"budget": -1}, "coach.budget"),
        ({"budget": 2_001}, "coach.budget"),
        ({"goal": 0}, "coach.goal"),
        ({"efforts": {A: {IN_PLACE: HalfDays(0)}}}, "coach.effort"),
        ({"efforts": {A: {NOT_CONCERNED: HalfDays(1)}}}, "coach.effort"),
        ({"efforts": {A: {UNKNOWN: HalfDays(1)}}}, "coach.effort"),
        ({"priorities": {A: -1}}, "coach.priority"),
        ({"priorities": {A: 10}}, "coach.priority"),
        ({"pins": {A: IN_PLACE}, "bans": frozenset({A})}, "coach.pinned_and_banned"),
        ({"pins": {A: NOT_CONCERNED}}, "coach.pin_impossible"),
        ({"pins": {D: IN_PLACE}}, "coach.pin_impossible"),
        ({"pins": {A: TO_STUDY}, "efforts": {}}, "coach.pin_impossible"),
        ({"pins": {A: IN_PLACE}, "budget": 11}, "coach.pins_over_budget"),
        ({"pins": {A: IN_PLACE, B: IN_PLACE}, "budget": 21}, "coach.pins_over_budget"),
    ],
)
def test_requests_that_cannot_be_are_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        advise(asked(START, changes.pop("budget", 10), **changes), SMALL)
    assert refusal.value.code == code


def test_bounds_of_the_request_are_accepted() -> None:
    advice = advise(asked(START, 2_000, goal=1, priorities={A: 0, B: 9}, pins={A: IN_PLACE}), SMALL)
    assert advice.effort == 12
    assert advise(asked(START, 12, pins={A: IN_PLACE}), SMALL).effort == 12


def test_an_incomplete_questionnaire_or_a_foreign_theme_is_refused() -> None:
    with pytest.raises(DomainError, match=r"i2df\.incomplete"):
        advise(CoachRequest({A: UNKNOWN}, {}, HalfDays(1)), SMALL)
    with pytest.raises(InvalidData, match=r"theme\.unknown"):
        advise(asked(START, 1, bans=frozenset({ThemeCode("L9.9")})), SMALL)


def every_choice(request: CoachRequest, referential: Referential) -> list[tuple[int, int, int, int]]:
    """(points, priorities, themes, effort) of every choice within the budget that holds the pins."""
    rows = []
    for theme in referential.themes:
        before, row = request.levels[theme.code], []
        pin = request.pins.get(theme.code)
        if pin is None:
            row.append((0, 0, 0, 0))
        if before is not NOT_CONCERNED and theme.code not in request.bans:
            effort = 0
            for after in LADDER[LADDER.index(before) + 1 :]:
                step = request.efforts.get(theme.code, {}).get(after)
                if step is None:
                    break
                effort += step
                points = referential.points(after) - referential.points(before)
                if pin is None or LADDER.index(after) >= LADDER.index(pin):
                    row.append((points, request.priorities.get(theme.code, 0), 1, effort))
        rows.append(row)
    sums = (tuple(map(sum, zip(*choice, strict=True))) for choice in product(*rows))
    return [(points, rank, count, effort) for points, rank, count, effort in sums if effort <= request.budget]


def best_of(request: CoachRequest, referential: Referential) -> tuple[int, int, int, int]:
    choices = every_choice(request, referential)
    enough = [one for one in choices if request.goal is not None and one[0] >= request.goal]
    if enough:
        least = min(one[3] for one in enough)
        choices = [one for one in enough if one[3] == least]
    return max(choices, key=lambda one: (one[0], one[1], -one[2], -one[3]))


STEPS = st.dictionaries(st.sampled_from(LADDER[1:]), st.integers(1, 8).map(HalfDays))
REQUESTS = st.builds(
    lambda levels, given, budget, goal, ranks, bans: CoachRequest(
        dict(zip((A, B, C, D), levels, strict=True)), given, HalfDays(budget), goal, ranks, {}, frozenset(bans)
    ),
    st.lists(st.sampled_from(list(Level)), min_size=4, max_size=4),
    st.dictionaries(st.sampled_from([A, B, C, D]), STEPS),
    st.integers(0, 30),
    st.one_of(st.none(), st.integers(1, 40)),
    st.dictionaries(st.sampled_from([A, B, C, D]), st.integers(0, 9)),
    st.sets(st.sampled_from([A, B, C, D]), max_size=2),
)


@settings(max_examples=300)
@given(REQUESTS, st.dictionaries(st.sampled_from([A, B]), st.sampled_from(LADDER[1:]), max_size=1))
def test_the_coach_equals_brute_force(request: CoachRequest, pins: dict[ThemeCode, Level]) -> None:
    request = replace(request, pins=pins)
    if every_choice(request, SMALL) == [] or not pins.keys().isdisjoint(request.bans):
        with pytest.raises(DomainError, match=r"coach\.pin"):
            advise(request, SMALL)
        return
    advice = advise(request, SMALL)
    found = (
        advice.points,
        sum(pick.priority for pick in advice.picks),
        len(advice.picks),
        advice.effort,
    )
    assert found == best_of(request, SMALL)
    assert advice.reached == (None if request.goal is None else advice.points >= request.goal)
    assert {pick.theme.code for pick in advice.picks} | advice.left_out.keys() == {A, B, C, D}
