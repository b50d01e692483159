"""Extra depreciation (« suramortissement ») of digital and robotic goods. Source: FACTS.md §4.3."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.aids import AidMeasure, AidResult, concluded, validity
from app.domain.errors import DomainError
from app.domain.quantities import NO_CENTS, Cents, share_of

MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class ExtraDepreciation(AidMeasure):
    """Parameters of the measure.

    Attributes:
        deduction_rate: Part of the value deducted from profit beside normal depreciation, 0 to 1.
        top_tax_rate: Highest rate of corporate tax that the source implies, 0 to 1.
        ordered_after: The order is placed after this civil day.
        acquired_from: First civil day of acquisition.
        acquired_until: Last civil day of acquisition without a deposit.
        deposit_rate: Least deposit, as a part of the value, for goods acquired later.
        deposit_before: The deposit is paid before this civil day.
        deposit_day_counts: Whether a deposit paid on that very day counts (open point C-11; no by default).
        delivery_months: Months from order to delivery for goods acquired later.
        goods: Label of each class of goods, by code.
    """

    deduction_rate: Decimal
    top_tax_rate: Decimal
    ordered_after: date
    acquired_from: date
    acquired_until: date
    deposit_rate: Decimal
    deposit_before: date
    deposit_day_counts: bool
    delivery_months: int
    goods: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Purchase:
    """Goods that an action buys; None stands for what is not known yet.

    Attributes:
        value: In cents excluding VAT, 0 or more.
        goods: Code of a class of the pack, or None when they belong to none.
        is_new: Whether acquired new.
        ordered_on: Civil day of the order.
        acquired_on: Civil day of acquisition.
        deposit: Deposit paid, in cents.
        deposit_on: Civil day of the deposit.
        delivered_on: Civil day of delivery.
        industrial_sme: Whether the buyer is an industrial SME.
    """

    value: Cents
    goods: str | None
    is_new: bool | None = None
    ordered_on: date | None = None
    acquired_on: date | None = None
    deposit: Cents | None = None
    deposit_on: date | None = None
    delivered_on: date | None = None
    industrial_sme: bool | None = None


def extra_depreciation(purchase: Purchase, tax_rate: Decimal, measure: ExtraDepreciation, day: date) -> AidResult:
    """Tax that a purchase saves, with each condition.

    Args:
        purchase: What is bought.
        tax_rate: Rate of corporate tax of the company, 0 to the highest one of the pack.
        measure: Dated pack.
        day: Civil day on which the validity is told.

    Raises:
        DomainError: `aid.negative`, `aid.goods_unknown`, or `aid.tax_rate`.
    """
    if min(purchase.value, purchase.deposit or NO_CENTS) < 0:
        raise DomainError("aid.negative")
    if purchase.goods is not None and purchase.goods not in measure.goods:
        raise DomainError("aid.goods_unknown", goods=purchase.goods)
    if not 0 <= tax_rate <= measure.top_tax_rate:
        raise DomainError("aid.tax_rate", highest=measure.top_tax_rate)
    rules = measure.rules
    ordered = None if purchase.ordered_on is None else purchase.ordered_on > measure.ordered_after
    criteria = (
        rules.condition("audience", purchase.industrial_sme),
        rules.condition("goods", purchase.goods is not None),
        rules.condition("new", purchase.is_new),
        rules.condition("order", ordered),
        rules.condition("period", _in_period(purchase, measure)),
    )
    deduction = share_of(purchase.value, measure.deduction_rate)
    saving = share_of(deduction, tax_rate)
    lines = (
        rules.line("deduction", deduction, measure.deduction_rate),
        rules.line("total_deducted", Cents(purchase.value + deduction)),
        rules.line("saving", saving, tax_rate),
    )
    return concluded(saving, criteria, lines, validity(rules.header, day))


def _in_period(purchase: Purchase, measure: ExtraDepreciation) -> bool | None:
    if purchase.acquired_on is None:
        return None
    if purchase.acquired_on <= measure.acquired_until:
        return purchase.acquired_on >= measure.acquired_from
    parts = (_deposited(purchase, measure), _delivered(purchase, measure))
    if False in parts:
        return False
    return None if None in parts else True


def _deposited(purchase: Purchase, measure: ExtraDepreciation) -> bool | None:
    if purchase.deposit is None or purchase.deposit_on is None:
        return None
    on_the_day = purchase.deposit_on == measure.deposit_before and measure.deposit_day_counts
    in_time = purchase.deposit_on < measure.deposit_before or on_the_day
    return in_time and purchase.deposit >= purchase.value * measure.deposit_rate


def _delivered(purchase: Purchase, measure: ExtraDepreciation) -> bool | None:
    if purchase.delivered_on is None or purchase.ordered_on is None:
        return None
    return purchase.delivered_on <= months_later(purchase.ordered_on, measure.delivery_months)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one of that month when it is shorter."""
    year, month = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
