"""Numbers, days and dates as the language of the window writes them; light enough for the first list."""

from datetime import date

from app.domain.quantities import HalfDays
from app.services.languages import Language
from app.ui.language import locale, spoken

NBSP = "\u00a0"
MINUS = "\u2212"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Short English months, in order."""


def number(value: int) -> str:
    """An integer as the language groups thousands: « 250 000 », « −1 200 »; “250,000”."""
    return locale().toString(value).replace("\u202f", NBSP).replace("-", MINUS)


def point() -> str:
    """The decimal mark."""
    return "," if spoken() is Language.FRENCH else "."


def days(half_days: HalfDays | int) -> str:
    """Half-days as days, one decimal always: « 17,5 », « 5,0 », « −0,5 »; “17.5”."""
    sign = MINUS if half_days < 0 else ""
    whole, half = divmod(abs(half_days), 2)
    return f"{sign}{number(whole)}{point()}{5 if half else 0}"


def short_days(half_days: HalfDays | int) -> str:
    """Half-days as days, a decimal only for a half: « 5 », « 12,5 »."""
    text = days(half_days)
    return text.removesuffix(f"{point()}0")


def day(value: date | None) -> str:
    """A civil date: « 14/09/2021 », “14 Sep 2021”; empty for None."""
    if value is None:
        return ""
    if spoken() is Language.ENGLISH:
        return f"{value.day} {MONTHS[value.month - 1]} {value.year:04d}"
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
