"""The half-day ledger: append-only lines, corrections that name what they correct, and the class of a service."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.quantities import HalfDays
from app.domain.readings import BoundaryScope, LongServiceReading, ServiceReadings
from app.domain.scheme import PhaseCode, Scheme


class HalfDay(StrEnum):
    """Half of a civil day."""

    MORNING = "am"
    AFTERNOON = "pm"


class ServiceClass(StrEnum):
    """What a service is by its length. Source: FACTS.md §2.8."""

    DIAGNOSTIC = "diagnostic"
    ACCOMPANIMENT = "accompaniment"


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One line of the ledger: a half-day performed, or the correction that cancels such a line.

    Attributes:
        id: Made on the laptop.
        phase: Phase of the scheme whose service it belongs to.
        day: Civil day.
        half_day: Morning or afternoon.
        performer: Consultant who worked, by name or function.
        purpose: What was done; for a correction, its reason.
        place: Where.
        remote: Whether done at a distance.
        in_region: Whether done in the Region of the scheme.
        people_met: Names or functions of the people met.
        corrects: The line that this one cancels, or None.
        recorded_at: Instant of the entry, UTC.
    """

    id: UUID
    phase: PhaseCode
    day: date
    half_day: HalfDay
    performer: str
    purpose: str
    place: str = ""
    remote: bool = False
    in_region: bool = True
    people_met: tuple[str, ...] = ()
    corrects: UUID | None = None
    recorded_at: datetime | None = None

    @property
    def half_days(self) -> int:
        """What the line adds to the total: 1, or −1 for a correction."""
        return -1 if self.corrects is not None else 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """All the lines of a mission, in the order of their recording."""

    entries: tuple[DayEntry, ...] = ()

    @property
    def effective(self) -> tuple[DayEntry, ...]:
        """Lines that stand: performed and not corrected."""
        cancelled = {entry.corrects for entry in self.entries}
        return tuple(entry for entry in self.entries if entry.corrects is None and entry.id not in cancelled)

    @property
    def total(self) -> HalfDays:
        """Half-days that stand; two consultants on the same half-day both count (MODEL.md, Service)."""
        return HalfDays(len(self.effective))

    def half_days_of(self, phase: PhaseCode) -> HalfDays:
        """Half-days that stand in one phase."""
        return HalfDays(sum(entry.phase == phase for entry in self.effective))

    def add(self, entry: DayEntry) -> "Ledger":
        """The ledger with one more performed half-day.

        Raises:
            DomainError: `days.performer_missing`, or `days.already_entered` when the same person already works on that
                half-day in this mission.
        """
        if not entry.performer:
            raise DomainError("days.performer_missing")
        slot = (entry.day, entry.half_day, entry.performer.casefold())
        if any((line.day, line.half_day, line.performer.casefold()) == slot for line in self.effective):
            raise DomainError("days.already_entered", day=entry.day, half_day=entry.half_day, performer=entry.performer)
        return Ledger((*self.entries, entry))

    def correct(self, line_id: UUID, *, correction_id: UUID, reason: str, recorded_at: datetime) -> "Ledger":
        """The ledger with a line that cancels another; nothing is ever removed.

        Raises:
            DomainError: `days.correction_needs_reason`, or `days.not_correctable` when the line does not exist, is a
                correction, or is corrected already.
        """
        if not reason:
            raise DomainError("days.correction_needs_reason")
        line = next((entry for entry in self.effective if entry.id == line_id), None)
        if line is None:
            raise DomainError("days.not_correctable")
        correction = DayEntry(
            id=correction_id,
            phase=line.phase,
            day=line.day,
            half_day=line.half_day,
            performer=line.performer,
            purpose=reason,
            place=line.place,
            remote=line.remote,
            in_region=line.in_region,
            corrects=line.id,
            recorded_at=recorded_at,
        )
        return Ledger((*self.entries, correction))


def classify(half_days: HalfDays, scheme: Scheme) -> ServiceClass:
    """Class of a service by its length (« diagnostic » or « accompagnement »).

    Args:
        half_days: Half-days performed, at least 1.
        scheme: Dated scheme pack; its boundary is 10 half-days (5 days) in the national one.

    Returns:
        `DIAGNOSTIC` under the boundary, `ACCOMPANIMENT` from it on, whatever the phase's name.

    Raises:
        DomainError: `days.empty` if there is no performed half-day.

    Source: Vade-mecum 2019, encadré 2 (FACTS.md §2.8).
    """
    if half_days < 1:
        raise DomainError("days.empty")
    below = half_days < scheme.accompaniment_min_half_days
    return ServiceClass.DIAGNOSTIC if below else ServiceClass.ACCOMPANIMENT


def is_unusually_long(half_days: HalfDays, scheme: Scheme) -> bool:
    """Whether the days are above the length that the scheme speaks of (30 days): warned about, never refused."""
    return half_days > scheme.warn_above_half_days


@dataclass(frozen=True, slots=True)
class ServiceCount:
    """One phase of the ledger under the readings of a scheme.

    Attributes:
        phase: The phase.
        performed: Half-days that stand.
        counted: Those that the scheme counts, at most `performed`.
        service_class: What the service is, or None while nothing counts.
        credited: Whether it is funded as an accompaniment.
        unusually_long: Whether it is above the length that the scheme speaks of.
    """

    phase: PhaseCode
    performed: HalfDays
    counted: HalfDays
    service_class: ServiceClass | None
    credited: bool
    unusually_long: bool


def counted_half_days(ledger: Ledger, phase: PhaseCode, readings: ServiceReadings) -> HalfDays:
    """Half-days of a phase that count: work at a distance and two consultants on one half-day are open points.

    Source: FACTS.md §4.6 point 8 and §12.2 point 8; MODEL.md, Service.
    """
    return _counted([line for line in ledger.effective if line.phase == phase], readings)


def _counted(standing: Iterable[DayEntry], readings: ServiceReadings) -> HalfDays:
    """Half-days that count among the lines of one phase that stand."""
    lines = [line for line in standing if readings.remote_counts or not line.remote]
    if readings.same_half_day_counts_twice:
        return HalfDays(len(lines))
    return HalfDays(len({(line.day, line.half_day) for line in lines}))


def counted_total(ledger: Ledger, scheme: Scheme) -> HalfDays:
    """Half-days of the whole path that count, under the readings of the scheme."""
    counted = (counted_half_days(ledger, phase.code, scheme.service_readings) for phase in scheme.phases)
    return HalfDays(sum(counted))


def path_bound(scheme: Scheme) -> HalfDays:
    """Half-days that the whole path is shown against: the bounds of its phases together, else the length warned about."""
    bounds = [phase.max_half_days for phase in scheme.phases]
    known = [bound for bound in bounds if bound is not None]
    return HalfDays(sum(known)) if known and len(known) == len(bounds) else scheme.warn_above_half_days


def service_counts(ledger: Ledger, scheme: Scheme) -> tuple[ServiceCount, ...]:
    """Every phase of the scheme that has a half-day, with what it counts for.

    Source: FACTS.md §2.8; §4.6 points 5 (what the boundary is judged on), 6 (a path that stops after its first phase) and 7.
    """
    readings = scheme.service_readings
    standing: dict[PhaseCode, list[DayEntry]] = {phase.code: [] for phase in scheme.phases}
    for line in ledger.effective:
        standing.setdefault(line.phase, []).append(line)
    counted = {phase.code: _counted(standing[phase.code], readings) for phase in scheme.phases}
    total = HalfDays(sum(counted.values()))
    found = []
    for phase in scheme.phases:
        performed = HalfDays(len(standing[phase.code]))
        if not performed:
            continue
        judged = total if readings.boundary_scope is BoundaryScope.PATH else counted[phase.code]
        only_first = phase is scheme.phases[0] and counted[phase.code] == total
        found.append(
            ServiceCount(
                phase=phase.code,
                performed=performed,
                counted=counted[phase.code],
                service_class=classify(judged, scheme) if judged else None,
                credited=is_credited(judged, scheme, only_first=only_first),
                unusually_long=is_unusually_long(judged, scheme),
            )
        )
    return tuple(found)


def is_credited(half_days: HalfDays, scheme: Scheme, *, only_first: bool = False) -> bool:
    """Whether days are funded as an accompaniment.

    Args:
        half_days: Half-days judged, 0 or more.
        scheme: Dated scheme pack with its readings.
        only_first: Whether they are those of the first phase and of nothing else.
    """
    readings = scheme.service_readings
    if half_days < scheme.accompaniment_min_half_days:
        return False
    if is_unusually_long(half_days, scheme) and readings.long_service is LongServiceReading.NOT_CREDITED:
        return False
    exactly_short = only_first and half_days == scheme.accompaniment_min_half_days
    return readings.short_phase_counts or not exactly_short
