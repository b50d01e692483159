"""French writing of amounts, days, shares and dates, from their exact values; babel is loaded at first use."""

from datetime import date
from decimal import Decimal

from app.domain.quantities import Cents, HalfDays
from app.packs.typography import MINUS, NARROW, NBSP

LOCALE = "fr"
PLURAL_FROM = 2
"""In French the plural begins at two: « 1,5 jour »."""


def number(value: int | Decimal) -> str:
    """A number with a decimal comma and no-break spaces between thousands: « 4 999 », « 0,35 »."""
    return _decimal(value, "#,##0.############")


def money(amount: Cents) -> str:
    """An amount in euros, with cents only when it has some: « 36 000 € », « 1 200,50 € »."""
    pattern = "#,##0" if amount % 100 == 0 else "#,##0.00"
    return f"{_decimal(Decimal(amount) / 100, pattern)}{NBSP}€"


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
    from babel.dates import format_date

    rank = "1er" if day.day == 1 else str(day.day)
    return f"{rank}{NBSP}{format_date(day, 'MMMM', locale=LOCALE)}{NBSP}{day.year}"


def short_date(day: date) -> str:
    """A civil date in figures: « 12/05/2022 »."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def listing(items: tuple[str, ...], last: str = "ou") -> str:
    """A list in a sentence: « a, b ou c »."""
    if len(items) < PLURAL_FROM:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _decimal(value: int | Decimal, pattern: str) -> str:
    from babel.numbers import format_decimal

    written: str = format_decimal(value, format=pattern, locale=LOCALE, decimal_quantization=False)
    return written.replace(NARROW, NBSP).replace("-", MINUS)
