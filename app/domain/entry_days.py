"""Civil days typed in a mission: none before its opening, none absurdly far from it."""

from datetime import date

from app.domain.errors import DomainError

FURTHEST_YEARS = 10
"""Years around the opening beyond which a day is a slip of the hand: no path of the programme lasts that long."""

EARLIEST_OPENING = date(2015, 1, 1)
"""Before any scheme of the programme (announced in September 2018), with room for what came before it."""


def check_entry_day(day: date | None, *, field: str, opened_on: date) -> None:
    """Refuse a day of the work, of an invoice or of the plan that cannot be.

    Args:
        day: Civil day as typed, or None when nothing is.
        field: Code of the field in the words of the text catalogue, so that the refusal names it.
        opened_on: Civil day of the mission's opening.

    Raises:
        DomainError: `date.before_opening`, or a refusal of `check_near_day`.
    """
    check_near_day(day, field=field, opened_on=opened_on)
    if day is not None and day < opened_on:
        raise DomainError("date.before_opening", field=field, day=day, opened_on=opened_on)


def check_near_day(day: date | None, *, field: str, opened_on: date) -> None:
    """Refuse a day that may precede the opening (a decision, a questionnaire) and is absurdly far from it.

    Raises:
        DomainError: `date.too_far`.
    """
    if day is not None and abs(day.year - opened_on.year) > FURTHEST_YEARS:
        raise DomainError("date.too_far", field=field, day=day, years=FURTHEST_YEARS, opened_on=opened_on)


def check_opening(opened_on: date, *, today: date) -> None:
    """Refuse a day of opening that is to come, or before any scheme.

    Raises:
        DomainError: `mission.opened_in_future` or `mission.opened_too_early`.
    """
    if opened_on > today:
        raise DomainError("mission.opened_in_future", day=opened_on)
    if opened_on < EARLIEST_OPENING:
        raise DomainError("mission.opened_too_early", day=opened_on, earliest=EARLIEST_OPENING)
