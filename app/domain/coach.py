"""Index coach: the exact best steps for « +X points within N days », from the efforts that the consultant gives.

It proposes work, never a declaration: a theme « pas concerné » is left alone and no step leads to that level.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import DomainError
from app.domain.i2df import Levels, i2df
from app.domain.quantities import HalfDays
from app.domain.referential import Level, Referential, Theme, ThemeCode

LADDER = (Level.UNKNOWN, Level.TO_STUDY, Level.IN_PROGRESS, Level.IN_PLACE)
"""Levels that work leads through, in order; « pas concerné » is not one of them."""

MAX_PRIORITY = 9
MAX_BUDGET = HalfDays(2_000)

_PRIORITY_UNIT = 1_000
_POINTS_UNIT = _PRIORITY_UNIT * 10_000
"""Weights that make one whole number of (points, priority, themes left alone), compared in that order."""

Efforts = Mapping[ThemeCode, Mapping[Level, HalfDays]]


class LeftOut(StrEnum):
    """Why a theme is not among the picks."""

    NOT_CONCERNED = "not_concerned"
    IN_PLACE = "in_place"
    BANNED = "banned"
    NO_EFFORT = "no_effort"
    NOT_CHOSEN = "not_chosen"


@dataclass(frozen=True, slots=True)
class CoachRequest:
    """What is asked of the coach.

    Attributes:
        levels: Declared levels of a complete questionnaire.
        efforts: For a theme, half-days to reach a level from the one below on the ladder, 1 or more. No default exists: a step
            without effort is never proposed.
        budget: Half-days available, 0 to 2 000.
        goal: Points wanted above the present index, or None for as many as possible.
        priorities: 0 (none) to 9 (first), by theme; they decide between equal choices.
        pins: Level that a theme must at least reach.
        bans: Themes never proposed.
    """

    levels: Levels
    efforts: Efforts
    budget: HalfDays
    goal: int | None = None
    priorities: Mapping[ThemeCode, int] = field(default_factory=lambda: MappingProxyType({}))
    pins: Mapping[ThemeCode, Level] = field(default_factory=lambda: MappingProxyType({}))
    bans: frozenset[ThemeCode] = frozenset()


@dataclass(frozen=True, slots=True)
class Pick:
    """One theme to work on, with the numbers that explain it."""

    theme: Theme
    before: Level
    after: Level
    points: int
    effort: HalfDays
    priority: int
    pinned: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """The best picks.

    Attributes:
        picks: In the referential's order.
        points: What they would add to the index.
        effort: Half-days that they take, at most the budget.
        index: Present index.
        reached: Whether the goal is within the budget; None without a goal.
        left_out: Why each other theme is not picked.
    """

    picks: tuple[Pick, ...]
    points: int
    effort: HalfDays
    index: int
    reached: bool | None
    left_out: Mapping[ThemeCode, LeftOut]


def advise(request: CoachRequest, referential: Referential) -> Advice:
    """Exact optimum. With a goal within the budget: the least effort that reaches it. Otherwise the most points in the budget.

    Equal points are decided by the sum of the priorities of the themes picked, then by fewer themes, then by less effort.

    Raises:
        DomainError: `i2df.incomplete`, `coach.budget`, `coach.effort`, `coach.priority`, `coach.goal`, `coach.pinned_and_banned`,
            `coach.pin_impossible`, or `coach.pins_over_budget`.
        InvalidData: `theme.unknown`.
    """
    index = i2df(request.levels, referential)
    _check(request, referential)
    rows = [_options(theme, request, referential) for theme in referential.themes]
    _check_pins(rows, request.budget)
    tables = _best(rows, request.budget)
    spent = _chosen_effort(tables[-1], request.goal)
    picks = _read_back(rows, tables, spent)
    points = sum(pick.points for pick in picks)
    picked = {pick.theme.code for pick in picks}
    left_out = {
        theme.code: _left_out(theme, request, rows[rank])
        for rank, theme in enumerate(referential.themes)
        if theme.code not in picked
    }
    return Advice(
        picks=picks,
        points=points,
        effort=HalfDays(sum(pick.effort for pick in picks)),
        index=index,
        reached=None if request.goal is None else points >= request.goal,
        left_out=MappingProxyType(left_out),
    )


def _check(request: CoachRequest, referential: Referential) -> None:
    if not 0 <= request.budget <= MAX_BUDGET:
        raise DomainError("coach.budget", highest=MAX_BUDGET)
    if request.goal is not None and request.goal < 1:
        raise DomainError("coach.goal", goal=request.goal)
    for code in (*request.efforts, *request.priorities, *request.pins, *request.bans):
        referential.theme(code)
    for code, steps in request.efforts.items():
        if any(effort < 1 for effort in steps.values()) or not steps.keys() <= set(LADDER[1:]):
            raise DomainError("coach.effort", theme=code)
    for code, priority in request.priorities.items():
        if not 0 <= priority <= MAX_PRIORITY:
            raise DomainError("coach.priority", theme=code, highest=MAX_PRIORITY)
    for code in request.pins:
        if code in request.bans:
            raise DomainError("coach.pinned_and_banned", theme=code)


def _options(theme: Theme, request: CoachRequest, referential: Referential) -> tuple[Pick | None, ...]:
    """What may be done with a theme: nothing (None) unless it is pinned, or one pick for each level that efforts lead to."""
    pin = request.pins.get(theme.code)
    found = tuple(_reachable(theme, request, referential))
    if pin is None:
        return (None, *(pick for pick in found if pick.points > 0))
    enough = tuple(pick for pick in found if pin in LADDER and _rank(pick.after) >= _rank(pin))
    if not enough:
        raise DomainError("coach.pin_impossible", theme=theme.code)
    return enough


def _rank(level: Level) -> int:
    return LADDER.index(level)


def _reachable(theme: Theme, request: CoachRequest, referential: Referential) -> Iterator[Pick]:
    """Every level that the efforts given lead to, step by step, from the declared one."""
    before = request.levels[theme.code]
    if before not in LADDER or theme.code in request.bans:
        return
    given = request.efforts.get(theme.code, {})
    effort = 0
    for after in LADDER[_rank(before) + 1 :]:
        if after not in given:
            return
        effort += given[after]
        yield Pick(
            theme=theme,
            before=before,
            after=after,
            points=referential.points(after) - referential.points(before),
            effort=HalfDays(effort),
            priority=request.priorities.get(theme.code, 0),
            pinned=theme.code in request.pins,
        )


def _check_pins(rows: Iterable[tuple[Pick | None, ...]], budget: HalfDays) -> None:
    """Refuse pins that ask for more than the budget, each held by its shortest step."""
    needed = sum(min(0 if pick is None else pick.effort for pick in row) for row in rows)
    if needed > budget:
        raise DomainError("coach.pins_over_budget", budget=budget)


def _worth(pick: Pick | None) -> int:
    if pick is None:
        return 1
    return pick.points * _POINTS_UNIT + pick.priority * _PRIORITY_UNIT


_NEVER = -sys.maxsize
"""Worth of an effort that no choice spends."""


def _best(rows: Sequence[tuple[Pick | None, ...]], budget: HalfDays) -> list[list[int]]:
    """For each number of themes looked at, the best worth of each effort spent exactly, 0 to the budget."""
    table = [0] + [_NEVER] * budget
    tables = [table]
    for row in rows:
        shifted: list[list[int]] = []
        for pick in row:
            effort = 0 if pick is None else pick.effort
            if effort <= budget:
                worth = _worth(pick)
                shifted.append([_NEVER] * effort + [value + worth for value in table[: budget + 1 - effort]])
        table = list(map(max, zip(*shifted, strict=True)))
        tables.append(table)
    return tables


def _chosen_effort(table: list[int], goal: int | None) -> int:
    """Least effort that reaches the goal; without one, or when it is out of reach, that of the best choice."""
    if goal is not None:
        for effort, worth in enumerate(table):
            if worth // _POINTS_UNIT >= goal:
                return effort
    return table.index(max(table))


def _read_back(
    rows: Sequence[tuple[Pick | None, ...]], tables: Sequence[Sequence[int]], effort: int
) -> tuple[Pick, ...]:
    picks: list[Pick] = []
    for rank in range(len(rows) - 1, -1, -1):
        worth = tables[rank + 1][effort]
        pick = next(one for one in rows[rank] if _leads_here(one, tables[rank], effort, worth))
        if pick is not None:
            picks.append(pick)
            effort -= pick.effort
    return tuple(reversed(picks))


def _leads_here(pick: Pick | None, below: Sequence[int], effort: int, worth: int) -> bool:
    spent = 0 if pick is None else pick.effort
    return spent <= effort and below[effort - spent] + _worth(pick) == worth


def _left_out(theme: Theme, request: CoachRequest, row: tuple[Pick | None, ...]) -> LeftOut:
    level = request.levels[theme.code]
    if level is Level.NOT_CONCERNED:
        return LeftOut.NOT_CONCERNED
    if level is LADDER[-1]:
        return LeftOut.IN_PLACE
    if theme.code in request.bans:
        return LeftOut.BANNED
    return LeftOut.NO_EFFORT if row == (None,) else LeftOut.NOT_CHOSEN
