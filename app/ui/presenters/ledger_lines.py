"""The ledger as people read it: by day, corrections beside what they correct, with the running total."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.quantities import HalfDays
from app.domain.scheme import PhaseCode

HALVES = (HalfDay.MORNING, HalfDay.AFTERNOON)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger.

    Attributes:
        entry: The line itself.
        phase: Rank of its phase in the scheme, from 1.
        half_days: What it adds to the total: 1 or −1.
        total: Half-days that stood just after it, in the order of days.
        corrected: Whether a later line cancels it.
    """

    entry: DayEntry
    phase: int
    half_days: int
    total: HalfDays
    corrected: bool

    @property
    def correction(self) -> bool:
        """Whether it cancels another line."""
        return self.entry.corrects is not None

    @property
    def stands(self) -> bool:
        """Whether it counts and can be corrected."""
        return not self.corrected and not self.correction


def ledger_lines(ledger: Ledger, ranks: Mapping[PhaseCode, int]) -> tuple[LedgerLine, ...]:
    """Lines by day, the last first; a correction comes just above the line that it cancels."""
    corrections = {entry.corrects: entry for entry in ledger.entries if entry.corrects is not None}
    performed = [entry for entry in ledger.entries if entry.corrects is None]
    performed.sort(key=lambda entry: (entry.day, HALVES.index(entry.half_day)))
    ordered: list[DayEntry] = []
    for entry in performed:
        ordered.append(entry)
        if entry.id in corrections:
            ordered.append(corrections[entry.id])
    lines, total = [], 0
    for entry in ordered:
        total += entry.half_days
        cancelled = entry.id in corrections
        lines.append(LedgerLine(entry, ranks.get(entry.phase, 0), entry.half_days, HalfDays(total), cancelled))
    return tuple(reversed(lines))


def line_of(lines: tuple[LedgerLine, ...], line_id: UUID) -> LedgerLine | None:
    """The line of an identifier, if it is still there."""
    return next((line for line in lines if line.entry.id == line_id), None)
