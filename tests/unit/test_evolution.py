"""Waterfall of the index: gains, losses and reclassifications add up, whatever the answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError, InvalidData
from app.domain.evolution import Movement, StepKind, ThemeStep, waterfall
from app.domain.i2df import evolution, i2df
from app.domain.referential import Factor, Level, Referential, ThemeCode
from app.packs.library import PackLibrary

REFERENTIAL = PackLibrary.shipped().referential()
CODES = tuple(theme.code for theme in REFERENTIAL.themes)


def everywhere(level: Level) -> dict[ThemeCode, Level]:
    return dict.fromkeys(CODES, level)


# before, after, kind, points. Source: FACTS.md §3.2 (points), MODEL.md (reclassifications).
MOVES = [
    (Level.TO_STUDY, Level.IN_PROGRESS, StepKind.GAIN, 4),
    (Level.UNKNOWN, Level.IN_PLACE, StepKind.GAIN, 10),
    (Level.IN_PLACE, Level.TO_STUDY, StepKind.LOSS, -7),
    (Level.UNKNOWN, Level.NOT_CONCERNED, StepKind.RECLASSIFICATION, 1),
    (Level.NOT_CONCERNED, Level.UNKNOWN, StepKind.RECLASSIFICATION, -1),
    (Level.NOT_CONCERNED, Level.IN_PROGRESS, StepKind.RECLASSIFICATION, 6),
    (Level.IN_PLACE, Level.NOT_CONCERNED, StepKind.RECLASSIFICATION, -9),
    (Level.NOT_CONCERNED, Level.NOT_CONCERNED, StepKind.UNCHANGED, 0),
]


@pytest.mark.parametrize(("before", "after", "kind", "points"), MOVES)
def test_moves(before: Level, after: Level, kind: StepKind, points: int) -> None:
    entry, exit_ = everywhere(Level.TO_STUDY), everywhere(Level.TO_STUDY)
    entry[CODES[0]], exit_[CODES[0]] = before, after
    found = waterfall(entry, exit_, REFERENTIAL)
    assert (found.steps[0].kind, found.steps[0].points) == (kind, points)
    assert found.steps[0] in found.of_kind(kind)
    assert found.total.exit - found.total.entry == points
    assert found.total.progress == (points if kind in {StepKind.GAIN, StepKind.LOSS} else 0)


@pytest.mark.parametrize(("points", "kind"), [(1, StepKind.GAIN), (0, StepKind.UNCHANGED), (-1, StepKind.LOSS)])
def test_under_another_scale_a_single_point_is_a_gain_and_none_is_no_loss(points: int, kind: StepKind) -> None:
    assert ThemeStep(REFERENTIAL.themes[0], Level.TO_STUDY, Level.IN_PROGRESS, points).kind is kind


def test_gains_losses_and_reclassifications_stand_apart() -> None:
    entry = everywhere(Level.TO_STUDY)
    exit_ = everywhere(Level.TO_STUDY)
    exit_[CODES[0]], exit_[CODES[1]], exit_[CODES[2]] = Level.IN_PLACE, Level.UNKNOWN, Level.NOT_CONCERNED
    found = waterfall(entry, exit_, REFERENTIAL)
    assert found.total == Movement(entry=87, gains=7, losses=-3, reclassified=-2, exit=89)
    assert found.total.progress == 4
    assert found.levers[0].movement == Movement(entry=15, gains=7, losses=-3, reclassified=-2, exit=17)
    for one in found.levers[1:]:
        points = 3 * len(REFERENTIAL.themes_of(one.lever.code))
        assert one.movement == Movement(entry=points, gains=0, losses=0, reclassified=0, exit=points)


def test_vector_of_the_source() -> None:
    """Entry 87, exit 132: +45."""
    exit_ = dict(
        zip(
            CODES,
            [level for level, count in zip(Level, (2, 4, 12, 6, 5), strict=True) for _ in range(count)],
            strict=True,
        )
    )
    found = waterfall(everywhere(Level.TO_STUDY), exit_, REFERENTIAL)
    assert (found.total.entry, found.total.exit, evolution(87, 132)) == (87, 132, 45)
    assert found.total.gains == 6 * 4 + 5 * 7
    assert (found.total.losses, found.total.reclassified) == (-6, -8)


def test_factors_hold_the_themes_that_they_bear_on() -> None:
    found = waterfall(everywhere(Level.TO_STUDY), everywhere(Level.IN_PLACE), REFERENTIAL)
    assert [score.factor for score in found.factors] == list(Factor)
    for score in found.factors:
        own = [theme for theme in REFERENTIAL.themes if score.factor in theme.factors]
        assert score.themes == len(own) > 0
        assert score.maximum == 10 * len(own)
        assert score.movement == Movement(3 * len(own), 7 * len(own), 0, 0, 10 * len(own))


def test_an_incomplete_or_foreign_questionnaire_has_no_evolution() -> None:
    whole = everywhere(Level.TO_STUDY)
    partial = {code: level for code, level in whole.items() if code != CODES[3]}
    for entry, exit_ in ((whole, partial), (partial, whole)):
        with pytest.raises(DomainError, match=r"i2df\.incomplete"):
            waterfall(entry, exit_, REFERENTIAL)
    with pytest.raises(InvalidData, match=r"theme\.unknown"):
        waterfall(whole, {**partial, ThemeCode("L9.9"): Level.IN_PLACE}, REFERENTIAL)


ANSWERS = st.lists(st.sampled_from(list(Level)), min_size=len(CODES), max_size=len(CODES))


@given(ANSWERS, ANSWERS)
def test_steps_always_add_up(first: list[Level], second: list[Level]) -> None:
    entry, exit_ = dict(zip(CODES, first, strict=True)), dict(zip(CODES, second, strict=True))
    found = waterfall(entry, exit_, REFERENTIAL)
    total = found.total
    assert (total.entry, total.exit) == (i2df(entry, REFERENTIAL), i2df(exit_, REFERENTIAL))
    assert total.entry + total.gains + total.losses + total.reclassified == total.exit
    assert sum(step.points for step in found.steps) == total.exit - total.entry
    assert total.gains >= 0 >= total.losses
    assert len(found.steps) == len(CODES)
    for part in ("entry", "gains", "losses", "reclassified", "exit"):
        assert sum(getattr(one.movement, part) for one in found.levers) == getattr(total, part)
    back = waterfall(exit_, entry, REFERENTIAL).total
    assert (back.gains, back.losses, back.reclassified) == (-total.losses, -total.gains, -total.reclassified)


def test_a_referential_of_another_size_has_its_own_waterfall() -> None:
    small: Referential = replace(REFERENTIAL, themes=REFERENTIAL.themes[:2])
    found = waterfall(dict.fromkeys(CODES[:2], Level.UNKNOWN), dict.fromkeys(CODES[:2], Level.IN_PLACE), small)
    assert (found.total.gains, found.total.exit, len(found.steps)) == (20, 20, 2)
