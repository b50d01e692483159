"""What differs between two schemes: phases, rates, caps, dates, criteria and readings, each with its two values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from app.domain.scheme import CompanyFunding, Phase, Programme, Scheme

FactValue = int | Decimal | date | str | bool
"""A value of a scheme, in the unit of its kind of fact."""


class SchemeFact(StrEnum):
    """What is compared; the word of each is in the text catalogue."""

    PHASE = "phase"
    MIN_DAYS = "min_days"
    MAX_DAYS = "max_days"
    RATE = "rate"
    UNIT_CAP = "unit_cap"
    UNIT = "unit"
    ADVANCE_RATE = "advance_rate"
    PATH_CAP = "path_cap"
    BY_EQUITY = "by_equity"
    EXPENSES_UNTIL = "expenses_until"
    EXPENSE_DATE = "expense_date"
    DAY_CAP_READING = "day_cap_reading"
    STATE_SHARE = "state_share"
    ACCOMPANIMENT_MIN = "accompaniment_min"
    WARN_ABOVE = "warn_above"
    SME_MAX = "sme_max"
    MID_CAP_MAX = "mid_cap_max"
    CRITERION = "criterion"
    READING = "reading"
    PROVIDER = "provider"
    FUNDER = "funder"
    VALID_UNTIL = "valid_until"
    PROGRAMME_CEILING = "programme_ceiling"
    PROGRAMME_GIFAS = "programme_gifas"
    PROGRAMME_CREDIT = "programme_credit"


class FactUnit(StrEnum):
    """How the value of a fact is to be read."""

    CENTS = "cents"
    HALF_DAYS = "half_days"
    SHARE = "share"
    DAY = "day"
    PERSONS = "persons"
    YES_NO = "yes_no"
    TEXT = "text"


UNIT_OF: Mapping[SchemeFact, FactUnit] = MappingProxyType(
    {fact: FactUnit.TEXT for fact in SchemeFact}
    | dict.fromkeys((SchemeFact.MIN_DAYS, SchemeFact.MAX_DAYS, SchemeFact.UNIT), FactUnit.HALF_DAYS)
    | dict.fromkeys((SchemeFact.ACCOMPANIMENT_MIN, SchemeFact.WARN_ABOVE), FactUnit.HALF_DAYS)
    | dict.fromkeys((SchemeFact.RATE, SchemeFact.ADVANCE_RATE, SchemeFact.STATE_SHARE), FactUnit.SHARE)
    | dict.fromkeys((SchemeFact.UNIT_CAP, SchemeFact.PATH_CAP, SchemeFact.PROGRAMME_CEILING), FactUnit.CENTS)
    | dict.fromkeys((SchemeFact.PROGRAMME_GIFAS, SchemeFact.PROGRAMME_CREDIT), FactUnit.CENTS)
    | dict.fromkeys((SchemeFact.EXPENSES_UNTIL, SchemeFact.VALID_UNTIL), FactUnit.DAY)
    | dict.fromkeys((SchemeFact.SME_MAX, SchemeFact.MID_CAP_MAX), FactUnit.PERSONS)
    | {SchemeFact.BY_EQUITY: FactUnit.YES_NO}
)
"""Unit of the value of each fact."""


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """One difference.

    Attributes:
        fact: What differs.
        subject: Of which phase, criterion or reading; empty for the scheme as a whole.
        size: Size class of a rate, else empty.
        before: Former value in the unit of the fact, or None when the former scheme says nothing of it.
        after: New value, or None likewise.
    """

    fact: SchemeFact
    subject: str
    size: str
    before: FactValue | None
    after: FactValue | None


_Key = tuple[SchemeFact, str, str]


def scheme_changes(before: Scheme, after: Scheme) -> tuple[SchemeChange, ...]:
    """Every difference of a figure, a date or a list, those of the former scheme first; none when they say the same.

    Phases are matched by code; titles, sentences of the rules and the header (but its last day) are not differences.
    """
    old, new = dict(_facts(before)), dict(_facts(after))
    return tuple(
        SchemeChange(*key, old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    )


def _facts(scheme: Scheme) -> Iterator[tuple[_Key, FactValue | None]]:
    def whole(fact: SchemeFact, value: FactValue | None) -> tuple[_Key, FactValue | None]:
        return (fact, "", ""), value

    yield whole(SchemeFact.VALID_UNTIL, scheme.header.valid_until)
    yield whole(SchemeFact.ACCOMPANIMENT_MIN, scheme.accompaniment_min_half_days)
    yield whole(SchemeFact.WARN_ABOVE, scheme.warn_above_half_days)
    yield whole(SchemeFact.SME_MAX, scheme.sme_max_employees)
    yield whole(SchemeFact.MID_CAP_MAX, scheme.mid_cap_max_employees)
    for phase in scheme.phases:
        yield from _phase(phase)
    if scheme.company_funding is not None:
        for fact, value in _funding(scheme.company_funding):
            yield whole(fact, value)
        yield from _readings(scheme.company_funding.readings)
    if scheme.programme is not None:
        for fact, value in _programme(scheme.programme):
            yield whole(fact, value)
        yield from _readings(scheme.programme.readings)
    yield from _readings(scheme.service_readings)
    for criterion in scheme.criteria:
        yield (SchemeFact.CRITERION, criterion.id, ""), str(criterion.bound or criterion.kind)
    for provider in scheme.providers:
        yield (SchemeFact.PROVIDER, provider, ""), provider
    for funder in scheme.funders:
        yield (SchemeFact.FUNDER, funder.name, ""), funder.role


def _phase(phase: Phase) -> Iterator[tuple[_Key, FactValue | None]]:
    yield (SchemeFact.PHASE, phase.code, ""), phase.title
    yield (SchemeFact.MIN_DAYS, phase.code, ""), phase.min_half_days
    yield (SchemeFact.MAX_DAYS, phase.code, ""), phase.max_half_days
    for size, rate in phase.rates.items():
        yield (SchemeFact.RATE, phase.code, size), rate
    cap = phase.unit_cap
    yield (SchemeFact.UNIT_CAP, phase.code, ""), None if cap is None else cap.amount
    yield (SchemeFact.UNIT, phase.code, ""), None if cap is None else cap.half_days
    yield (SchemeFact.ADVANCE_RATE, phase.code, ""), phase.advance_rate


def _funding(funding: CompanyFunding) -> Iterator[tuple[SchemeFact, FactValue | None]]:
    yield SchemeFact.PATH_CAP, funding.path_cap
    yield SchemeFact.BY_EQUITY, funding.capped_by_equity
    yield SchemeFact.EXPENSES_UNTIL, funding.expenses_until
    yield SchemeFact.EXPENSE_DATE, funding.expense_date_basis
    yield SchemeFact.DAY_CAP_READING, funding.day_cap_reading
    yield SchemeFact.STATE_SHARE, funding.state_share


def _programme(programme: Programme) -> Iterator[tuple[SchemeFact, FactValue | None]]:
    yield SchemeFact.PROGRAMME_CEILING, programme.ceiling
    yield SchemeFact.PROGRAMME_GIFAS, programme.gifas_ceiling
    yield SchemeFact.PROGRAMME_CREDIT, programme.credit_limit


def _readings(readings: object) -> Iterator[tuple[_Key, FactValue | None]]:
    for field in fields(readings):  # type: ignore[arg-type]
        yield (SchemeFact.READING, field.name, ""), str(getattr(readings, field.name)).lower()
