"""What a French user types in a field, read into exact values, and exact values written back as he would type them."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from app.domain.errors import DomainError
from app.domain.quantities import Cents, HalfDays, cents_from

NBSP = "\u00a0"
MINUS = "\u2212"
_DATE_PARTS = 3
_CENTURY = 100
_HIGHEST_COUNT = 10_000_000
_FRENCH = QLocale(QLocale.Language.French, QLocale.Country.France)


def number(value: int) -> str:
    """An integer with no-break spaces between thousands: « 250 000 », « −1 200 »."""
    return _FRENCH.toString(value).replace("\u202f", NBSP).replace("-", MINUS)


def amount(cents: Cents) -> str:
    """An amount in euros without its unit: « 250 000 », « 1 200,50 »."""
    sign = MINUS if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return sign + number(euros) + (f",{rest:02d}" if rest else "")


def euros(cents: Cents) -> str:
    """An amount with its unit: « 250 000 € »."""
    return f"{amount(cents)}{NBSP}€"


def days(half_days: HalfDays | int) -> str:
    """Half-days as days, one decimal always: « 17,5 », « 5,0 », « −0,5 »."""
    sign = MINUS if half_days < 0 else ""
    whole, half = divmod(abs(half_days), 2)
    return f"{sign}{number(whole)},{5 if half else 0}"


def short_days(half_days: HalfDays | int) -> str:
    """Half-days as days, a decimal only for a half: « 5 », « 12,5 »."""
    text = days(half_days)
    return text.removesuffix(",0")


def day(value: date | None) -> str:
    """A civil date: « 14/09/2021 »; empty for None."""
    return "" if value is None else f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def day_from(text: str, *, near: date) -> date | None:
    """A civil date as typed: « 14/09/2021 », « 14 9 21 », « 14/9 » (then the year of `near`); None for nothing.

    Raises:
        DomainError: `date.unreadable`.
    """
    parts = "".join(char if char.isdigit() else " " for char in text).split()
    if not text.strip():
        return None
    if len(parts) == 1 and len(parts[0]) in (6, 8):
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) == _DATE_PARTS - 1:
        parts.append(str(near.year))
    if len(parts) != _DATE_PARTS:
        raise DomainError("date.unreadable", text=text)
    year = int(parts[2])
    try:
        return date(year + near.year // _CENTURY * _CENTURY if year < _CENTURY else year, int(parts[1]), int(parts[0]))
    except ValueError:
        raise DomainError("date.unreadable", text=text) from None


def count_from(text: str) -> int | None:
    """A whole number as typed: « 1 250 »; None for nothing.

    Raises:
        DomainError: `count.unreadable`.
    """
    cleaned = "".join(text.split())
    if not cleaned:
        return None
    if not (cleaned.isascii() and cleaned.isdigit()) or int(cleaned) > _HIGHEST_COUNT:
        raise DomainError("count.unreadable", text=text)
    return int(cleaned)


def share_from(text: str) -> Decimal | None:
    """A percentage as typed: « 62,5 » or « 62,5 % », as a share between 0 and 1; None for nothing.

    Raises:
        DomainError: `share.unreadable`.
    """
    cleaned = "".join(text.replace("%", "").replace(",", ".").split())
    if not cleaned:
        return None
    try:
        percent = Decimal(cleaned)
    except InvalidOperation:
        raise DomainError("share.unreadable", text=text) from None
    if not percent.is_finite() or not 0 <= percent <= 100:  # noqa: PLR2004 a percentage
        raise DomainError("share.unreadable", text=text)
    return percent / 100


def share(value: Decimal | None) -> str:
    """A share as a percentage: « 62,5 »; empty for None."""
    return "" if value is None else f"{(value * 100).normalize():f}".replace(".", ",")


def signed_cents_from(text: str) -> Cents | None:
    """An amount that may be negative, as typed; None for nothing.

    Raises:
        DomainError: A refusal of `cents_from`.
    """
    cleaned = text.strip()
    if not cleaned:
        return None
    if cleaned[0] in ("-", MINUS, "\u2013"):
        return Cents(-cents_from(cleaned[1:]))
    return cents_from(cleaned)
