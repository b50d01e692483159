"""Months, quarters or years along a width, chosen so that every label fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.charts.faces import SEMIBOLD, width_of
from app.charts.words import month_names, word

_STEPS = (1, 3, 12, 24, 60, 120, 600, 1200, 12000)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """One column: its label, its first day, and whether it begins a year."""

    text: str
    start: date
    opens_year: bool


@dataclass(frozen=True, slots=True)
class CalendarScale:
    """Columns over a width.

    Attributes:
        periods: Columns in order.
        end: First day after the last column.
        left: Where the scale begins.
        width: Its width.
        by_month: Whether columns are months, so that years need a line of their own.
    """

    periods: tuple[Period, ...]
    end: date
    left: float
    width: float
    by_month: bool

    def x(self, day: date) -> float:
        """Place of the beginning of a day."""
        return self._place((day - self.periods[0].start).days)

    def x_after(self, day: date) -> float:
        """Place of the end of a day."""
        return self._place((day - self.periods[0].start).days + 1)

    def _place(self, days: int) -> float:
        whole = (self.end - self.periods[0].start).days
        return self.left + self.width * min(1.0, days / whole)


def calendar_scale(days: Sequence[date], *, left: float, width: float, size: float) -> CalendarScale | None:
    """Scale that holds every day, or None without any."""
    if not days:
        return None
    first, last = min(days), max(days)
    for step in _STEPS:
        scale = _scale(first, last, step, left=left, width=width)
        widest = max(width_of(period.text, SEMIBOLD, size) for period in scale.periods)
        if step == _STEPS[-1] or (widest + size) * len(scale.periods) <= width:
            break
    return scale


def _scale(first: date, last: date, step: int, *, left: float, width: float) -> CalendarScale:
    start = _months(first) // step * step
    stop = (_months(last) // step + 1) * step
    stop = min(stop, _months(date.max))
    periods = tuple(_period(month, step) for month in range(start, stop, step))
    return CalendarScale(periods, _day(stop), left, width, step == 1)


def _months(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _day(months: int) -> date:
    return date(max(1, months // _YEAR), months % _YEAR + 1, 1)


def _period(months: int, step: int) -> Period:
    day = _day(months)
    opens = day.month == 1
    if step == 1:
        return Period(month_names()[day.month - 1], day, opens)
    if step < _YEAR:
        return Period(word("quarter", quarter=(day.month - 1) // 3 + 1, year=day.year), day, opens)
    return Period(str(day.year), day, opens)
