"""Aids of ADEME that a roadmap may cite: studies, the flat fee of savings, investments. Source: FACTS.md §4.4."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.aids import AidMeasure, AidResult, BeneficiarySize, concluded, validity
from app.domain.errors import DomainError
from app.domain.quantities import NO_CENTS, Cents, share_of

WHOLE = Decimal(1)


class Zone(StrEnum):
    """Where an investment stands, for the regional bonus."""

    ELSEWHERE = "elsewhere"
    OVERSEAS = "overseas"
    CORSICA = "corsica"
    AFR = "afr"


@dataclass(frozen=True, slots=True)
class StudyAid(AidMeasure):
    """Rates by size and caps of the base, in cents, by kind of study (codes of the pack)."""

    rates: Mapping[BeneficiarySize, Decimal]
    base_caps: Mapping[str, Cents]


@dataclass(frozen=True, slots=True)
class FeeBand:
    """Fee owed by establishments of a staff band when the forecast yearly saving exceeds the trigger.

    Attributes:
        staff_from: Least staff.
        staff_to: Highest staff.
        trigger: Forecast saving to exceed, in cents.
        fee: In cents, final whatever the real saving.
        paid_to: Code of who is paid (`chamber`, `ademe`).
    """

    staff_from: int
    staff_to: int
    trigger: Cents
    fee: Cents
    paid_to: str


@dataclass(frozen=True, slots=True)
class FlatFee(AidMeasure):
    """Bands in order, and the highest staff of the audience (open point: 249 or the 250 of the last band)."""

    bands: tuple[FeeBand, ...]
    audience_staff_max: int


@dataclass(frozen=True, slots=True)
class FeeResult:
    """A fee that the company pays: never an aid.

    Attributes:
        band: Band of the establishment.
        due: Fee in cents, 0 when the saving does not exceed the trigger.
        aid: Conditions, lines and validity; its amount is the fee due.
    """

    band: FeeBand
    due: Cents
    aid: AidResult


@dataclass(frozen=True, slots=True)
class InvestmentAid(AidMeasure):
    """Highest rates of aid to investments.

    Attributes:
        rates: By category (codes of the pack), then by size.
        bonuses: Points added in each zone, as a part of the base.
        advance_bonus: Points added when given as a repayable advance.
    """

    rates: Mapping[str, Mapping[BeneficiarySize, Decimal]]
    bonuses: Mapping[Zone, Decimal]
    advance_bonus: Decimal


@dataclass(frozen=True, slots=True)
class Investment:
    """An investment of an action.

    Attributes:
        category: Code of the pack.
        size: Of the beneficiary.
        cost: In cents excluding VAT.
        reference_cost: Cost of the reference investment that is taken off, in cents.
        zone: Where it stands.
        repayable_advance: Whether the aid is a repayable advance.
        other_aids: Other public aid on the same base, in cents.
    """

    category: str
    size: BeneficiarySize
    cost: Cents
    reference_cost: Cents = NO_CENTS
    zone: Zone = Zone.ELSEWHERE
    repayable_advance: bool = False
    other_aids: Cents = NO_CENTS


def study_aid(
    kind: str, size: BeneficiarySize, cost: Cents, measure: StudyAid, day: date, *, independent: bool | None = None
) -> AidResult:
    """Aid to a study: its base is capped, then the rate of the size applies; the provider must be independent.

    Raises:
        DomainError: `aid.negative`, or `aid.kind_unknown`.
    """
    if cost < 0:
        raise DomainError("aid.negative")
    if kind not in measure.base_caps:
        raise DomainError("aid.kind_unknown", kind=kind, known=tuple(measure.base_caps))
    rules, rate = measure.rules, measure.rates[size]
    base = min(cost, measure.base_caps[kind])
    aid = share_of(base, rate)
    lines = (rules.line("base", base), rules.line("rate", aid, rate))
    return concluded(aid, (rules.condition("independent", independent),), lines, validity(rules.header, day))


def flat_fee(staff: int, saving: Cents, measure: FlatFee, day: date) -> FeeResult:
    """Fee of « TPE & PME gagnantes sur tous les coûts »: due only when the forecast yearly saving exceeds the trigger.

    Raises:
        DomainError: `aid.negative`, or `aid.staff` when no band holds the staff.
    """
    if staff < 0 or saving < 0:
        raise DomainError("aid.negative")
    band = next((one for one in measure.bands if one.staff_from <= staff <= one.staff_to), None)
    if band is None:
        raise DomainError("aid.staff", staff=staff, highest=measure.bands[-1].staff_to)
    rules = measure.rules
    audience = rules.condition("audience", staff <= measure.audience_staff_max)
    due = band.fee if saving > band.trigger else NO_CENTS
    lines = (rules.line("trigger", band.trigger), rules.line("fee", due))
    aid = concluded(due, (audience,), lines, validity(rules.header, day))
    return FeeResult(band, aid.amount, aid)


def investment_aid(investment: Investment, measure: InvestmentAid, day: date) -> AidResult:
    """Highest aid to an investment, other public aid on the same base included in the rate.

    The base is net of a reference investment; the bonuses of zone and of repayable advance are added to the rate, which never
    passes 100 %. Source: FACTS.md §4.4, and §4.5 for cumulation.

    Raises:
        DomainError: `aid.negative`, `aid.kind_unknown`, or `aid.no_rate` when the category has no rate for this size.
    """
    if min(investment.cost, investment.reference_cost, investment.other_aids) < 0:
        raise DomainError("aid.negative")
    if investment.category not in measure.rates:
        raise DomainError("aid.kind_unknown", kind=investment.category, known=tuple(measure.rates))
    rates = measure.rates[investment.category]
    if investment.size not in rates:
        raise DomainError("aid.no_rate", kind=investment.category)
    rules = measure.rules
    bonus = measure.bonuses[investment.zone]
    advance = measure.advance_bonus if investment.repayable_advance else Decimal(0)
    rate = min(rates[investment.size] + bonus + advance, WHOLE)
    base = max(Cents(investment.cost - investment.reference_cost), NO_CENTS)
    highest = share_of(base, rate)
    aid = max(Cents(highest - investment.other_aids), NO_CENTS)
    lines = (
        rules.line("base", base),
        rules.line("rate", highest, rate),
        rules.line("bonus", None, bonus),
        rules.line("advance", None, advance),
        rules.line("cumulation", aid),
    )
    return concluded(aid, (), lines, validity(rules.header, day))
