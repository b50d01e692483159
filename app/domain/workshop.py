"""Workshop votes: several people give a level for a theme; their spread is shown and decides nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from app.domain.referential import Level, ThemeCode

_ORDER = tuple(Level)


@dataclass(frozen=True, slots=True)
class WorkshopVote:
    """The level that one person of the company gives for one theme.

    The declared level stays one decision of the company, with its author (`Assessment.declared_by`): no vote changes it.

    Attributes:
        id: Made on the laptop.
        theme: The theme.
        voter: Function of the person (« régleur de nuit »); a name is never asked for.
        level: The level given.
        cast_at: Instant, UTC.

    Source: FACTS.md §3 (self-declared index), MODEL.md (who declared).
    """

    id: UUID
    theme: ThemeCode
    voter: str
    level: Level
    cast_at: datetime


@dataclass(frozen=True, slots=True)
class VoteSpread:
    """How the votes on one theme are spread, in the order of the five states, which is no scale of marks.

    Attributes:
        counts: Votes by level, all five.
        lowest: First state that somebody gave.
        median_low: State of the middle vote; of the two middle ones, the first.
        median_high: The second of the two middle votes; the same state when the number of votes is odd.
        highest: Last state that somebody gave.
    """

    counts: Mapping[Level, int]
    lowest: Level
    median_low: Level
    median_high: Level
    highest: Level

    @property
    def total(self) -> int:
        """Number of votes, at least 1."""
        return sum(self.counts.values())

    def holds(self, level: Level) -> bool:
        """Whether a level lies between the first and the last state given."""
        return _ORDER.index(self.lowest) <= _ORDER.index(level) <= _ORDER.index(self.highest)


def spread_of(votes: Iterable[WorkshopVote]) -> VoteSpread | None:
    """Spread of the votes on one theme; None without any vote. The order of the votes changes nothing."""
    given = sorted(_ORDER.index(vote.level) for vote in votes)
    if not given:
        return None
    last = len(given) - 1
    return VoteSpread(
        counts=MappingProxyType({level: given.count(rank) for rank, level in enumerate(_ORDER)}),
        lowest=_ORDER[given[0]],
        median_low=_ORDER[given[last // 2]],
        median_high=_ORDER[given[(last + 1) // 2]],
        highest=_ORDER[given[-1]],
    )
