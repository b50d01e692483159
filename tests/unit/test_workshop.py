"""Spread of the votes of a workshop on one theme: an order of states, never an average."""

from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.referential import Level, ThemeCode
from app.domain.workshop import WorkshopVote, spread_of

AT = datetime(2022, 2, 3, 9, 30, tzinfo=UTC)
UNKNOWN, NOT_CONCERNED, TO_STUDY, IN_PROGRESS, IN_PLACE = Level


def votes(*levels: Level) -> list[WorkshopVote]:
    """One vote for each level."""
    return [WorkshopVote(UUID(int=rank), ThemeCode("L1.1"), f"v{rank}", one, AT) for rank, one in enumerate(levels)]


def test_there_is_no_spread_without_a_vote() -> None:
    assert spread_of([]) is None


@pytest.mark.parametrize(
    ("given", "lowest", "low", "high", "highest"),
    [
        ([TO_STUDY], TO_STUDY, TO_STUDY, TO_STUDY, TO_STUDY),
        ([IN_PLACE, UNKNOWN], UNKNOWN, UNKNOWN, IN_PLACE, IN_PLACE),
        ([IN_PLACE, TO_STUDY, TO_STUDY], TO_STUDY, TO_STUDY, TO_STUDY, IN_PLACE),
        ([IN_PLACE, TO_STUDY, IN_PROGRESS, NOT_CONCERNED], NOT_CONCERNED, TO_STUDY, IN_PROGRESS, IN_PLACE),
        ([IN_PLACE, IN_PLACE, IN_PROGRESS, IN_PROGRESS, UNKNOWN], UNKNOWN, IN_PROGRESS, IN_PROGRESS, IN_PLACE),
        (list(Level), UNKNOWN, TO_STUDY, TO_STUDY, IN_PLACE),
    ],
)
def test_lowest_middle_and_highest_states(
    given: list[Level], lowest: Level, low: Level, high: Level, highest: Level
) -> None:
    found = spread_of(votes(*given))
    assert found is not None
    assert (found.lowest, found.median_low, found.median_high, found.highest) == (lowest, low, high, highest)
    assert found.total == len(given)
    assert {level: given.count(level) for level in Level} == found.counts


@given(st.lists(st.sampled_from(Level), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_votes_changes_nothing(levels: list[Level], random: Random) -> None:
    shuffled = votes(*levels)
    random.shuffle(shuffled)
    assert spread_of(shuffled) == spread_of(votes(*levels))


def test_a_level_is_inside_or_outside_the_spread() -> None:
    found = spread_of(votes(NOT_CONCERNED, IN_PROGRESS))
    assert found is not None
    assert [found.holds(level) for level in Level] == [False, True, True, True, False]
