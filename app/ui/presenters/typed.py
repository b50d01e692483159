"""What a user types in a field, read into exact values, and exact values written back as the language of the window does."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain import quantities
from app.domain.errors import DomainError
from app.domain.quantities import Cents
from app.services.languages import Language
from app.ui.language import locale, spoken
from app.ui.written import MINUS, MONTHS, NBSP, day, days, number, point, short_days

__all__ = [
    "MINUS",
    "NBSP",
    "amount",
    "amount_before",
    "cents_from",
    "count_from",
    "day",
    "day_from",
    "days",
    "euros",
    "figured",
    "long_day",
    "moment",
    "number",
    "percent",
    "share",
    "share_from",
    "short_days",
    "signed_cents_from",
    "size",
]

_NAME, _SHORT = re.compile(r"[A-Za-z]{3,}\.?"), 3
_DATE_PARTS = 3
_CENTURY = 100
_HIGHEST_COUNT = 10_000_000
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def amount(cents: Cents) -> str:
    """An amount in euros without its unit: « 250 000 », « 1 200,50 »; “1,200.50”."""
    sign = MINUS if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return sign + number(euros) + (f"{point()}{rest:02d}" if rest else "")


def euros(cents: Cents) -> str:
    """An amount with its unit: « 250 000 € »; “€250,000”."""
    if spoken() is Language.FRENCH:
        return f"{amount(cents)}{NBSP}€"
    return f"{MINUS if cents < 0 else ''}€{amount(Cents(abs(cents)))}"


def amount_before(cents: Cents) -> str:
    """An amount that another one with its unit follows: « 6 000 » (/ 36 000 €), “€6,000” (/ €36,000)."""
    return amount(cents) if spoken() is Language.FRENCH else euros(cents)


def cents_from(text: str) -> Cents:
    """An amount as typed in the language of the window: « 1 200,50 », “1,200.50”, « € » or not.

    Raises:
        DomainError: A refusal of `app.domain.quantities.cents_from`.
    """
    return quantities.cents_from(_ungrouped(text))


def _ungrouped(text: str) -> str:
    """Without the commas of English thousands; in French a comma is the decimal one."""
    return text if spoken() is Language.FRENCH else _THOUSANDS.sub("", text)


def long_day(value: date) -> str:
    """A civil date in words: « 14 septembre 2021 », “14 September 2021”."""
    return locale().toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")


def moment(at: datetime) -> str:
    """An instant, in local time: « 14/09/2021 à 10:32 », “14 Sep 2021 at 10:32”."""
    local = at.astimezone()
    return QCoreApplication.translate("typed", "{0} à {1}").format(day(local.date()), f"{local:%H:%M}")


def size(count: int) -> str:
    """A number of bytes: « 1,2 Mo », “1.2 MB”."""
    return locale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def day_from(text: str, *, near: date) -> date | None:
    """A civil date as typed: « 14/09/2021 », « 14 9 21 », « 14/9 » (then the year of `near`), “14 Sep 2021”.

    Returns:
        None for nothing.

    Raises:
        DomainError: `date.unreadable`.
    """
    parts = "".join(char if char.isdigit() else " " for char in figured(text)).split()
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


def figured(text: str) -> str:
    """An English month by its rank: “14 Sep 2021” as “14 9 2021”."""
    found = _NAME.search(text) if spoken() is Language.ENGLISH else None
    short = found[0][:_SHORT].title() if found else ""
    return _NAME.sub(str(MONTHS.index(short) + 1), text) if short in MONTHS else text


def count_from(text: str) -> int | None:
    """A whole number as typed: « 1 250 »; None for nothing.

    Raises:
        DomainError: `count.unreadable`.
    """
    cleaned = "".join(_ungrouped(text).split())
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
    """A share as a percentage: « 62,5 », “62.5”; empty for None."""
    return "" if value is None else f"{(value * 100).normalize():f}".replace(".", point())


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


def percent(value: Decimal) -> str:
    """A share with its sign: « 62,5 % », “62.5%”."""
    return f"{share(value)}{NBSP if spoken() is Language.FRENCH else ''}%"
