"""Figures of the Region: counts, indices, days, public aid by phase; never a mission, never a small number, nothing fictional."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from sqlalchemy import ColumnElement, Row, select, true

from app.domain.quantities import Cents, HalfDays
from server.listing import LAST
from server.phases import read_phases
from server.region import Region
from server.tables import mission, version

SMALLEST = 5
"""Fewer missions than that are told as « moins de 5 », and nothing about them is added up."""

_STEP = 50
_LAST_STEP = 250
_HIGHEST = 290


@dataclass(frozen=True, slots=True)
class Line:
    """One line of figures.

    Attributes:
        name: Code or words of what it is about.
        missions: How many; None when there are some, but too few to be told.
        half_days: Half-days that count; None when hidden.
        grant_cents: Public aid of the chosen scenarios; None when hidden.
    """

    name: str
    missions: int | None
    half_days: HalfDays | None
    grant_cents: Cents | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Indices of one moment.

    Attributes:
        missions: Missions that have one, None when too few to be told.
        median: Their lower median, None when hidden.
        steps: Missions by step of 50 points (`0–49` … `250–290`), None for those too few to be told.
    """

    missions: int | None
    median: int | None
    steps: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a dashboard shows."""

    total: Line
    states: tuple[Line, ...]
    sectors: tuple[Line, ...]
    schemes: tuple[Line, ...]
    phases: tuple[Line, ...]
    entry: Spread
    exit: Spread
    progress: int | None


@dataclass(frozen=True, slots=True)
class _Part:
    """What one mission adds to one line."""

    name: str
    half_days: int
    grant_cents: int


def figures(region: Region, among: ColumnElement[bool] | None = None) -> Figures:
    """Figures of the real missions by their last version.

    Args:
        region: The server.
        among: Which of them; all of them without it.
    """
    columns = (version.c.kind, version.c.sector, version.c.scheme_id, version.c.entry_index, version.c.exit_index)
    query = select(*columns, version.c.half_days, version.c.grant_cents, version.c.phases)
    query = query.select_from(mission).join(version, LAST).where(mission.c.fictional.is_(False))
    with region.database.reading() as connection:
        rows = connection.execute(query.where(true() if among is None else among)).all()
    gains = [row.exit_index - row.entry_index for row in rows if None not in (row.entry_index, row.exit_index)]
    return Figures(
        total=_line("", [_part(row, "") for row in rows], hidden=0 < len(rows) < SMALLEST),
        states=_lines(_part(row, row.kind) for row in rows),
        sectors=_lines(_part(row, row.sector.strip()) for row in rows),
        schemes=_lines(_part(row, row.scheme_id) for row in rows),
        phases=_lines(part for row in rows for part in _phases(row)),
        entry=_spread([row.entry_index for row in rows if row.entry_index is not None]),
        exit=_spread([row.exit_index for row in rows if row.exit_index is not None]),
        progress=median_low(gains) if len(gains) >= SMALLEST else None,
    )


def hidden_among(counts: Mapping[str, int]) -> frozenset[str]:
    """Which of the counts that make up a known total are not told: the small ones, and one more when one alone is small.

    Without that other one the total would give the small one back by subtraction.
    """
    small = {name for name, count in counts.items() if 0 < count < SMALLEST}
    others = sorted((name for name, count in counts.items() if count >= SMALLEST), key=lambda name: counts[name])
    if len(small) == 1 and others:
        small.add(others[0])
    return frozenset(small)


def _part(row: Row[*tuple[Any, ...]], name: str) -> _Part:
    return _Part(name, row.half_days, row.grant_cents or 0)


def _phases(row: Row[*tuple[Any, ...]]) -> list[_Part]:
    return [_Part(one.title, one.half_days, one.grant_cents) for one in read_phases(row.phases)]


def _lines(parts: Iterable[_Part]) -> tuple[Line, ...]:
    """One line a name, the most numerous first; what is hidden comes last, without order of size."""
    grouped: dict[str, list[_Part]] = defaultdict(list)
    for part in parts:
        grouped[part.name].append(part)
    hidden = hidden_among({name: len(ones) for name, ones in grouped.items()})
    lines = [_line(name, ones, hidden=name in hidden) for name, ones in grouped.items()]
    return tuple(sorted(lines, key=lambda line: (line.missions is None, -(line.missions or 0), line.name)))


def _line(name: str, parts: Sequence[_Part], *, hidden: bool) -> Line:
    if hidden:
        return Line(name, None, None, None)
    half_days = HalfDays(sum(part.half_days for part in parts))
    return Line(name, len(parts), half_days, Cents(sum(part.grant_cents for part in parts)))


def _spread(indices: Sequence[int]) -> Spread:
    enough = len(indices) >= SMALLEST
    counts = Counter(min(index // _STEP * _STEP, _LAST_STEP) for index in indices)
    named = {_step_name(start): counts[start] for start in range(0, _LAST_STEP + _STEP, _STEP)}
    hidden = hidden_among(named)
    return Spread(
        missions=len(indices) if enough or not indices else None,
        median=median_low(indices) if enough else None,
        steps={name: None if name in hidden else count for name, count in named.items()},
    )


def _step_name(start: int) -> str:
    return f"{start} à {_HIGHEST if start == _LAST_STEP else start + _STEP - 1}"
