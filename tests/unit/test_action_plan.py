"""The plan's own rules: a placement is a decision, actions follow one another without a circle."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.action_plan import Action, awaited_too_late, check_dependencies
from app.domain.errors import DomainError
from app.domain.placement import BORDER, SCALE, Placement, Quadrant, nearest_placement
from app.domain.referential import ThemeCode

PLACES = st.integers(0, SCALE).filter(lambda place: place != BORDER)


def an_action(rank: int, *awaited: int, start: date | None = None, end: date | None = None) -> Action:
    return Action(
        id=UUID(int=rank),
        rank=rank,
        title=f"Action {rank}",
        themes=(ThemeCode("L1.1"),),
        start=start,
        end=end,
        depends_on=tuple(UUID(int=one) for one in awaited),
    )


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [
        (51, 49, Quadrant.NOW),
        (100, 0, Quadrant.NOW),
        (51, 51, Quadrant.PREPARE),
        (49, 0, Quadrant.ALONGSIDE),
        (0, 100, Quadrant.LATER),
    ],
)
def test_a_place_says_its_quadrant(value: int, effort: int, quadrant: Quadrant) -> None:
    assert Placement(value, effort).quadrant is quadrant


@pytest.mark.parametrize(
    ("value", "effort", "code"),
    [
        (50, 10, "action.placement_border"),
        (10, 50, "action.placement_border"),
        (101, 10, "action.placement_outside"),
        (10, -1, "action.placement_outside"),
    ],
)
def test_no_place_is_on_a_border_or_outside(value: int, effort: int, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        Placement(value, effort)
    assert refusal.value.code == code


@given(PLACES, PLACES, st.integers(-200, 200), st.integers(-200, 200))
def test_every_move_ends_in_a_quadrant(value: int, effort: int, up: int, across: int) -> None:
    moved = Placement(value, effort).moved(up, across)
    assert (moved.value - value) * up >= 0
    assert (moved.effort - effort) * across >= 0
    assert nearest_placement(value + up, effort + across).quadrant in Quadrant


def test_steps_cross_a_border_both_ways() -> None:
    assert Placement(45, 55).moved(5, -5) == Placement(51, 49)
    assert Placement(51, 49).moved(-1, 1) == Placement(49, 51)
    assert Placement(98, 2).moved(5, -5) == Placement(100, 0)


def test_actions_may_wait_for_others_in_any_order_of_the_plan() -> None:
    check_dependencies([])
    check_dependencies([an_action(1, 3), an_action(2), an_action(3, 2), an_action(4, 1, 2, 3)])


@pytest.mark.parametrize(
    ("plan", "code", "rank"),
    [
        ([an_action(1, 1)], "action.dependency_circle", 1),
        ([an_action(1), an_action(2, 4), an_action(3, 2), an_action(4, 1, 3)], "action.dependency_circle", 2),
        ([an_action(1), an_action(2, 9)], "action.dependency_unknown", 2),
    ],
)
def test_a_circle_and_an_action_that_is_not_there_are_refused(plan: list[Action], code: str, rank: int) -> None:
    with pytest.raises(DomainError) as refusal:
        check_dependencies(plan)
    assert (refusal.value.code, refusal.value.params["rank"]) == (code, rank)


def test_an_action_that_starts_before_the_end_of_what_it_waits_for_is_named() -> None:
    plan = [an_action(1, end=date(2022, 3, 1)), an_action(2), an_action(3, 1, 2, start=date(2022, 3, 1))]
    assert awaited_too_late(plan[2], plan) == (1,)
    assert awaited_too_late(an_action(3, 1, start=date(2022, 3, 2)), plan) == ()
    assert awaited_too_late(an_action(3, 1), plan) == ()
