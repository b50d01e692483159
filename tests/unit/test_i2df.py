"""The index: every vector of the national scale, and no index for an incomplete questionnaire."""

import pytest

from app.domain.errors import DomainError, InvalidData
from app.domain.i2df import (
    ceiling,
    check_total,
    count_by_level,
    evolution,
    factor_points,
    i2df,
    lever_scores,
    progress_of,
)
from app.domain.referential import Factor, Level, Referential, ThemeCode
from app.packs.library import PackLibrary


@pytest.fixture(scope="module")
def referential() -> Referential:
    return PackLibrary.shipped().referential("jalon-default-1")


def levels_of(referential: Referential, counts: tuple[int, ...]) -> dict[ThemeCode, Level]:
    given = [level for level, count in zip(Level, counts, strict=True) for _ in range(count)]
    return dict(zip((theme.code for theme in referential.themes), given, strict=False))


# unknown, not_concerned, to_study, in_progress, in_place -> points. Source: FACTS.md §3.3.
VECTORS = [
    ((29, 0, 0, 0, 0), 0),
    ((0, 29, 0, 0, 0), 29),
    ((0, 0, 29, 0, 0), 87),
    ((0, 0, 0, 29, 0), 203),
    ((0, 0, 0, 0, 29), 290),
    ((0, 0, 0, 1, 28), 287),
    ((0, 1, 0, 0, 28), 281),
    ((2, 4, 12, 6, 5), 132),
]


@pytest.mark.parametrize(("counts", "expected"), VECTORS, ids=["/".join(map(str, counts)) for counts, _ in VECTORS])
def test_vectors_of_the_national_scale(referential: Referential, counts: tuple[int, ...], expected: int) -> None:
    levels = levels_of(referential, counts)
    assert i2df(levels, referential) == expected
    assert tuple(count_by_level(levels).values()) == counts
    assert sum(score.points for score in lever_scores(levels, referential)) == expected
    assert check_total(expected, referential) == expected
    assert ceiling(levels, referential) == 290 - 9 * counts[1]
    assert expected <= ceiling(levels, referential)


def test_factors_count_the_themes_that_they_bear_on(referential: Referential) -> None:
    levels = levels_of(referential, (0, 0, 0, 0, 29))
    found = factor_points(levels, referential)
    assert [one.factor for one in found] == list(Factor)
    assert all(one.points == one.maximum == 10 * one.themes and one.answered == one.themes > 0 for one in found)
    assert sum(one.themes for one in found) == sum(len(theme.factors) for theme in referential.themes)
    first = referential.themes[0]
    partial = factor_points({first.code: Level.TO_STUDY}, referential)
    assert {one.factor: (one.points, one.answered) for one in partial if one.answered} == dict.fromkeys(
        first.factors, (3, 1)
    )


def test_28_answers_have_progress_and_no_index(referential: Referential) -> None:
    levels = levels_of(referential, (0, 0, 28, 0, 0))
    progress = progress_of(levels, referential)
    assert (progress.answered, progress.total, progress.index) == (28, 29, None)
    with pytest.raises(DomainError) as refusal:
        i2df(levels, referential)
    assert refusal.value.code == "i2df.incomplete"


def test_a_level_of_a_foreign_theme_is_refused(referential: Referential) -> None:
    with pytest.raises(InvalidData, match="theme.unknown"):
        progress_of({ThemeCode("L9.9"): Level.IN_PLACE}, referential)


def refused(value: int, referential: Referential) -> bool:
    try:
        check_total(value, referential)
    except DomainError as error:
        return error.code == "i2df.impossible"
    return False


def test_impossible_totals_are_exactly_those_of_the_source(referential: Referential) -> None:
    assert [value for value in range(291) if refused(value, referential)] == [279, 282, 285, 286, 288, 289]


@pytest.mark.parametrize("value", [-1, 291])
def test_totals_out_of_range_are_refused(referential: Referential, value: int) -> None:
    with pytest.raises(DomainError, match="i2df.out_of_range"):
        check_total(value, referential)


def test_evolution() -> None:
    assert evolution(87, 132) == 45
