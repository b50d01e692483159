"""The I2DF index: points of the declared levels, only when every theme is answered. Source: FACTS.md §3."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.domain.errors import DomainError
from app.domain.referential import Factor, Level, Lever, Referential, ThemeCode

Levels = Mapping[ThemeCode, Level]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a questionnaire is.

    Attributes:
        answered: Themes with a declared level, 0 to `total`.
        total: Themes of the referential (29).
        index: The I2DF, 0 to 290, or None while incomplete: an incomplete questionnaire has no index.
    """

    answered: int
    total: int
    index: int | None


@dataclass(frozen=True, slots=True)
class LeverScore:
    """Points of one lever: declared so far, possible in all, and how many themes are answered."""

    lever: Lever
    points: int
    maximum: int
    answered: int
    themes: int


@dataclass(frozen=True, slots=True)
class FactorPoints:
    """Points of the themes that a factor bears on, in one questionnaire: declared so far, possible in all, answered.

    A theme may have several factors: these never add up to the index.
    """

    factor: Factor
    points: int
    maximum: int
    answered: int
    themes: int


def progress_of(levels: Levels, referential: Referential) -> Progress:
    """Progress of a questionnaire, with its index once complete.

    Raises:
        InvalidData: `theme.unknown` when a level is given to a theme that the referential does not hold.
    """
    for code in levels:
        referential.theme(code)
    total = len(referential.themes)
    index = sum(referential.points(level) for level in levels.values()) if len(levels) == total else None
    return Progress(answered=len(levels), total=total, index=index)


def i2df(levels: Levels, referential: Referential) -> int:
    """Index of a complete questionnaire, in points, 0 to 290.

    Raises:
        DomainError: `i2df.incomplete`; never a partial sum.
    """
    progress = progress_of(levels, referential)
    if progress.index is None:
        raise DomainError("i2df.incomplete", answered=progress.answered, total=progress.total)
    return progress.index


def evolution(entry: int, exit_: int) -> int:
    """Change of the index between entry and exit, in points. Source: FACTS.md §3.2 (reading: exit minus entry)."""
    return exit_ - entry


def count_by_level(levels: Levels) -> Mapping[Level, int]:
    """How many themes are in each of the five states."""
    counts = Counter(levels.values())
    return {level: counts[level] for level in Level}


def lever_scores(levels: Levels, referential: Referential) -> tuple[LeverScore, ...]:
    """Points of each lever, in the referential's order; partial as long as its themes are."""
    highest = max(spec.points for spec in referential.levels)
    scores = []
    for lever in referential.levers:
        themes = referential.themes_of(lever.code)
        given = [levels[theme.code] for theme in themes if theme.code in levels]
        points = sum(referential.points(level) for level in given)
        scores.append(LeverScore(lever, points, highest * len(themes), len(given), len(themes)))
    return tuple(scores)


def factor_points(levels: Levels, referential: Referential) -> tuple[FactorPoints, ...]:
    """Points of each of the six factors, in their order; partial as long as their themes are. Source: FACTS.md §9.2."""
    highest = max(spec.points for spec in referential.levels)
    found = []
    for factor in Factor:
        themes = [theme for theme in referential.themes if factor in theme.factors]
        given = [levels[theme.code] for theme in themes if theme.code in levels]
        points = sum(referential.points(level) for level in given)
        found.append(FactorPoints(factor, points, highest * len(themes), len(given), len(themes)))
    return tuple(found)


def ceiling(levels: Levels, referential: Referential) -> int:
    """Highest index that the company can reach given its « pas concerné » themes: 290 − 9k. Source: FACTS.md §3.2."""
    highest = max(spec.points for spec in referential.levels)
    lost = highest - referential.points(Level.NOT_CONCERNED)
    return referential.maximum - lost * count_by_level(levels)[Level.NOT_CONCERNED]


@cache
def _reachable(points: tuple[int, ...], themes: int) -> frozenset[int]:
    totals = {0}
    for _ in range(themes):
        totals = {total + step for total in totals for step in points}
    return frozenset(totals)


def check_total(value: int, referential: Referential) -> int:
    """An index that comes from elsewhere, if it can exist.

    Raises:
        DomainError: `i2df.out_of_range`, or `i2df.impossible` for a total that no set of answers gives (279, 282, 285,
            286, 288, 289 with the national scale).
    """
    if not 0 <= value <= referential.maximum:
        raise DomainError("i2df.out_of_range", value=value, maximum=referential.maximum)
    if value not in _reachable(tuple(spec.points for spec in referential.levels), len(referential.themes)):
        raise DomainError("i2df.impossible", value=value)
    return value
