"""Fields of the simulation of a programme: their words, their choices, and what is typed read into the engine's values."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.errors import DomainError
from app.domain.mission import ProgrammeOperator
from app.domain.programme import ProgrammeRequest, ServiceGroup
from app.domain.programme_admission import AdmissionFacts, AdmissionRules, Bearer
from app.domain.readings import ProgrammeReadings
from app.domain.scheme import PhaseCode, Programme, SizeClass
from app.ui.presenters import typed
from app.ui.presenters.action_fields import half_days_typed

YES, NO, UNKNOWN = "yes", "no", ""
YES_NO = (NO, YES)
RULES_TRIED = ("last_day_counts", "reserve_binds")
"""Conditions of admission that the page lets the user read otherwise."""

Line = Mapping[str, str]
"""What is typed in one line, by the name of the field of `ServiceGroup`."""

R = TypeVar("R", ProgrammeReadings, AdmissionRules)


class Incomplete(Exception):
    """A line where something needed is not typed yet."""


class LineFaults(Exception):
    """What is refused in a line.

    Attributes:
        by_field: Refusal of each field.
    """

    def __init__(self, by_field: Mapping[str, DomainError]) -> None:
        super().__init__()
        self.by_field = by_field


def line_of(group: ServiceGroup) -> dict[str, str]:
    """A group of services as it would be typed."""
    return {
        "phase": group.phase,
        "services": typed.number(group.services),
        "average_cost": typed.amount(group.average_cost),
        "takeup_rate": typed.share(group.takeup_rate),
        "companies": "" if group.companies is None else typed.number(group.companies),
        "operator": group.operator,
        "size": group.size,
        "aerospace": YES if group.aerospace else NO,
        "half_days": "" if group.half_days is None else typed.short_days(group.half_days),
        "started_on": typed.day(group.started_on),
    }


def group_of(line: Line, today: date) -> ServiceGroup:
    """A group of services from what is typed.

    Raises:
        LineFaults: Fields that cannot be read, each with its refusal.
        Incomplete: The number, the cost or the rate is not typed yet.
    """
    readers: dict[str, Callable[[str], Any]] = {
        "services": typed.count_from,
        "average_cost": lambda text: typed.cents_from(text) if text.strip() else None,
        "takeup_rate": typed.share_from,
        "companies": typed.count_from,
        "half_days": half_days_typed,
        "started_on": lambda text: typed.day_from(text, near=today),
    }
    found, faults = {}, {}
    for name, read in readers.items():
        try:
            found[name] = read(line.get(name, ""))
        except DomainError as error:
            faults[name] = error
    if faults:
        raise LineFaults(faults)
    if any(found[name] is None for name in ("services", "average_cost", "takeup_rate")):
        raise Incomplete
    return ServiceGroup(
        phase=PhaseCode(line["phase"]),
        operator=ProgrammeOperator(line["operator"]),
        size=SizeClass(line["size"]),
        aerospace=line["aerospace"] == YES,
        **found,
    )


def request_of(groups: tuple[ServiceGroup, ...], line: Line, today: date) -> ProgrammeRequest:
    """The programme from what is typed of it as a whole.

    Raises:
        LineFaults: A date that cannot be read.
    """
    days: dict[str, date | None] = {}
    faults = {}
    for name in ("filed_on", "requested_on"):
        try:
            days[name] = typed.day_from(line.get(name, ""), near=today)
        except DomainError as error:
            faults[name] = error
    if faults:
        raise LineFaults(faults)
    return ProgrammeRequest(
        groups=groups,
        filed_on=days["filed_on"],
        base=line.get("base") or None,
        overseas=line.get("overseas") == YES,
        significant_part=_known(line.get("significant_part", UNKNOWN)),
        named_by_sector=_known(line.get("named_by_sector", UNKNOWN)),
        admission=AdmissionFacts(
            bearer=Bearer(line.get("bearer") or Bearer.REGIONAL_AUTHORITY),
            designated=_known(line.get("designated", UNKNOWN)),
            in_call=_known(line.get("in_call", UNKNOWN)),
            requested_on=days["requested_on"],
            ecological=_known(line.get("ecological", UNKNOWN)),
        ),
    )


def readings_of(line: Line, kept: R) -> R:
    """Readings of the pack with those that are chosen otherwise."""
    changed: dict[str, object] = {}
    for field in fields(kept):
        if field.name in line:
            former = getattr(kept, field.name)
            chosen = line[field.name]
            changed[field.name] = type(former)(chosen) if isinstance(former, StrEnum) else chosen == YES
    return replace(kept, **changed)  # type: ignore[arg-type]


def choices_of(programme: Programme) -> dict[str, tuple[tuple[str, ...], str]]:
    """Values of each reading that may be tried, and the one of the pack."""
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for field in fields(programme.readings):
        kept = getattr(programme.readings, field.name)
        if isinstance(kept, StrEnum):
            found[field.name] = (tuple(type(kept)), kept.value)
        else:
            found[field.name] = (YES_NO, YES if kept else NO)
    for name in RULES_TRIED:
        found[name] = (YES_NO, YES if getattr(programme.admission, name) else NO)
    return found


def _known(value: str) -> bool | None:
    return None if value == UNKNOWN else value == YES
