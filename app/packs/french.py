"""French writing of amounts, days, shares and dates, from their exact values."""

from datetime import date
from decimal import Decimal

from app.domain.quantities import Cents, HalfDays
from app.packs.typography import MINUS, NBSP

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
"""Months in full, in order."""

PLURAL_FROM = 2
"""In French the plural begins at two: « 1,5 jour »."""


def number(value: int | Decimal) -> str:
    """A number with a decimal comma and no-break spaces between thousands: « 4 999 », « 0,35 »."""
    return _decimal(Decimal(value))


def money(amount: Cents) -> str:
    """An amount in euros, with cents only when it has some: « 36 000 € », « 1 200,50 € »."""
    return f"{_decimal(Decimal(amount) / 100, least=2 if amount % 100 else 0)}{NBSP}€"


def days(half_days: HalfDays) -> str:
    """A length in days: « 4,5 jours », « 1 jour », « 0 jour »."""
    count = Decimal(half_days) / 2
    return f"{number(count)}{NBSP}{plural(count, 'jour', 'jours')}"


def share(rate: Decimal) -> str:
    """A share between 0 and 1, in percent: « 70 % »."""
    return f"{number(rate * 100)}{NBSP}%"


def plural(count: int | Decimal, one: str, many: str) -> str:
    """The form that agrees with a count."""
    return one if -PLURAL_FROM < count < PLURAL_FROM else many


def counted(count: int | Decimal, one: str, many: str) -> str:
    """A count and its noun: « 28 thèmes », « 1 thème »."""
    return f"{number(count)}{NBSP}{plural(count, one, many)}"


def long_date(day: date) -> str:
    """A civil date in words: « 12 mai 2022 », « 1er mai 2022 »."""
    rank = "1er" if day.day == 1 else str(day.day)
    return f"{rank}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def short_date(day: date) -> str:
    """A civil date in figures: « 12/05/2022 »."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def listing(items: tuple[str, ...], last: str = "ou") -> str:
    """A list in a sentence: « a, b ou c »."""
    if len(items) < PLURAL_FROM:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _decimal(value: Decimal, least: int = 0) -> str:
    """A number with at least so many decimals, and no zero beyond them."""
    whole, _, part = f"{abs(value):f}".partition(".")
    decimals = part.rstrip("0").ljust(least, "0")
    written = f"{int(whole):,}".replace(",", NBSP) + (f",{decimals}" if decimals else "")
    return f"{MINUS}{written}" if value < 0 else written
