"""Money in integer cents excluding VAT, days in integer half-days, and the text bounds that every entry obeys."""

import re
import unicodedata
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType
from typing import NewType

from app.domain.errors import DomainError
from app.domain.readings import Rounding

Cents = NewType("Cents", int)
HalfDays = NewType("HalfDays", int)

MAX_CENTS = 100_000_000_000
"""Highest amount accepted at entry: one thousand million euros."""

LINE_LENGTH = 200
"""Longest text of a one-line field, in characters."""

TEXT_LENGTH = 5_000
"""Longest text of a field of several lines, in characters."""

NO_CENTS = Cents(0)
NO_DAYS = HalfDays(0)


_MODES = MappingProxyType(
    {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.HALF_EVEN: ROUND_HALF_EVEN, Rounding.DOWN: ROUND_DOWN}
)


def rounded(amount: Decimal, rounding: Rounding = Rounding.HALF_UP) -> Cents:
    """An exact amount in cents, brought to a whole cent by the named rule.

    Source: FACTS.md §4.6 point 13 leaves rounding open; MODEL.md settles half up on each line.
    """
    return Cents(int(amount.to_integral_value(_MODES[rounding])))


def share_of(amount: Cents, rate: Decimal, rounding: Rounding = Rounding.HALF_UP) -> Cents:
    """Part of an amount at a rate between 0 and 1, rounded to the cent."""
    return rounded(Decimal(amount) * rate, rounding)


def per_unit(amount: Cents, units: int, divisor: int, rounding: Rounding = Rounding.HALF_UP) -> Cents:
    """`amount * units / divisor`, rounded to the cent (a price per day applied to half-days)."""
    return rounded(Decimal(amount) * units / divisor, rounding)


def half_days_from(days: Decimal) -> HalfDays:
    """Days as typed, in half-days.

    Raises:
        DomainError: `days.not_half` for a quarter day, 4.99 days or a negative number.
    """
    doubled = days * 2
    if doubled != doubled.to_integral_value() or doubled < 0:
        raise DomainError("days.not_half", days=days)
    return HalfDays(int(doubled))


def cents_from(text: str) -> Cents:
    """An amount in euros as a French user types it (« 1 200,50 »), in cents.

    Raises:
        DomainError: `amount.unreadable`, `amount.negative`, `amount.too_large` or `amount.fraction_of_cent`.
    """
    cleaned = text.replace("€", "").replace(",", ".")
    cleaned = "".join(cleaned.split())
    try:
        euros = Decimal(cleaned)
    except InvalidOperation:
        raise DomainError("amount.unreadable", text=text) from None
    if not euros.is_finite():
        raise DomainError("amount.unreadable", text=text)
    if euros < 0:
        raise DomainError("amount.negative", text=text)
    cents = euros * 100
    if cents > MAX_CENTS:
        raise DomainError("amount.too_large", text=text)
    if cents != cents.to_integral_value():
        raise DomainError("amount.fraction_of_cent", text=text)
    return Cents(int(cents))


_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")


def clean_text(text: str, *, longest: int = LINE_LENGTH, field: str) -> str:
    """A free text as stored: NFC, control and direction characters removed, ends trimmed.

    Raises:
        DomainError: `text.too_long` when more than `longest` characters remain.
    """
    normal = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    kept = "".join(char for char in normal if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    if longest == LINE_LENGTH:
        kept = kept.replace("\n", " ")
    kept = kept.strip()
    if len(kept) > longest:
        raise DomainError("text.too_long", field=field, longest=longest, length=len(kept))
    return kept
