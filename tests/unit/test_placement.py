"""Place of an action in the value/effort matrix: a decision, so that nothing stands between two quadrants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.placement import BORDER, SCALE, Placement, Quadrant, nearest_placement

PLACES = st.integers(0, SCALE).filter(lambda place: place != BORDER)


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [
        (51, 49, Quadrant.NOW),
        (49, 51, Quadrant.LATER),
        (49, 49, Quadrant.ALONGSIDE),
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
        (-1, 10, "action.placement_outside"),
        (10, 101, "action.placement_outside"),
        (10, -1, "action.placement_outside"),
    ],
)
def test_no_place_is_on_a_border_or_outside(value: int, effort: int, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        Placement(value, effort)
    assert refusal.value.code == code
    assert refusal.value.params.get("most", 100) == 100


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


@pytest.mark.parametrize(
    ("point", "place"),
    [
        ((0, 100), Placement(0, 100)),
        ((50, 50), Placement(51, 51)),
        ((49, 51), Placement(49, 51)),
        ((-30, 130), Placement(0, 100)),
    ],
)
def test_a_badge_let_go_stands_at_the_nearest_place(point: tuple[int, int], place: Placement) -> None:
    assert nearest_placement(*point) == place


def test_a_badge_that_does_not_move_stays() -> None:
    assert Placement(49, 51).moved(0, 0) == Placement(49, 51)
