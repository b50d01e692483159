"""British writing of amounts, days, shares and dates, and the typography of a plain text, beside `app.packs.french`."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.domain.quantities import Cents, HalfDays
from app.packs.typography import MINUS, NBSP

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Months in full, in order."""

_SHORT = 3
_UNITS = "days?|half-days?|hours?|min|s|ms|mm|cm|m|km|kg|g|t|kW|kWh|MB|GB|KB|months?|years?|points?|themes?|actions?"


def number(value: int | Decimal) -> str:
    """A number with a decimal point and commas between thousands: “4,999”, “0.35”."""
    return _decimal(Decimal(value))


def money(amount: Cents) -> str:
    """An amount in euros, with cents only when it has some: “€36,000”, “−€1,200.50”."""
    sign = MINUS if amount < 0 else ""
    return f"{sign}€{_decimal(abs(Decimal(amount)) / 100, least=2 if amount % 100 else 0)}"


def days(half_days: HalfDays) -> str:
    """A length in days: “4.5 days”, “1 day”, “0 days”."""
    return counted(Decimal(half_days) / 2, "day", "days")


def share(rate: Decimal) -> str:
    """A share between 0 and 1, in percent: “70%”."""
    return f"{number(rate * 100)}%"


def plural(count: int | Decimal, one: str, many: str) -> str:
    """The form that agrees with a count: only one is singular."""
    return one if abs(count) == 1 else many


def counted(count: int | Decimal, one: str, many: str) -> str:
    """A count and its noun: “28 themes”, “1 theme”."""
    return f"{number(count)}{NBSP}{plural(count, one, many)}"


def long_date(day: date) -> str:
    """A civil date in words: “12 May 2022”."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def short_date(day: date) -> str:
    """A civil date with a short month: “22 Nov 2026”."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1][:_SHORT]}{NBSP}{day.year}"


def listing(items: tuple[str, ...], last: str = "or") -> str:
    """A list in a sentence: “a, b or c”."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _tied(found: re.Match[str]) -> str:
    return NBSP.join(part for part in found.groups() if part)


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\w)'(?=\w|\s|$)"), "’"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (re.compile(r'(?<![\w"])"([^"\n]+)"(?![\w"])'), "“\\1”"),
    (re.compile(r"[ \u00a0\u202f]+(?=[:;!?](?:\s|$))"), ""),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), NBSP),
    (re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}})(?!\d))?"), _tied),
    (re.compile(r"(?:(?<=^)|(?<= )|(?<=[(\n]))-(?=\d)"), MINUS),
)


@lru_cache(maxsize=512)
def typeset(text: str) -> str:
    """A plain text with English typography; applying it twice changes nothing more."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _decimal(value: Decimal, least: int = 0) -> str:
    """A number with at least so many decimals, and no zero beyond them."""
    whole, _, part = f"{abs(value):f}".partition(".")
    decimals = part.rstrip("0").ljust(least, "0")
    written = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
    return f"{MINUS}{written}" if value < 0 else written
