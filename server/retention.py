"""For how long missions are kept: what an administrator chose on the page, else the settings."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, insert, select

from app.domain.errors import DomainError
from server.accounts import Account
from server.journal import Deed, ServerEvent, note, noting
from server.region import Region
from server.tables import retention as table

LONGEST_MONTHS = 12 * 100
"""Longest period, in months."""

_REAL, _FICTIONAL = "real", "fictional"


@dataclass(frozen=True, slots=True)
class Retention:
    """Months after its last version when a mission may be erased, 0 for never; fictional ones have their own."""

    months: int
    fictional_months: int


def retention_of(region: Region) -> Retention:
    """The periods in force."""
    with region.database.reading() as connection:
        chosen = {row.nature: row.months for row in connection.execute(select(table))}
    settings = region.settings
    return Retention(chosen.get(_REAL, settings.retention_months), chosen.get(_FICTIONAL, settings.fictional_months))


def months_typed(text: str) -> int:
    """A period as it is typed in the page.

    Raises:
        DomainError: `retention.months`.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal()) or len(typed) > len(str(LONGEST_MONTHS)):
        raise DomainError("retention.months", highest=LONGEST_MONTHS)
    if int(typed) > LONGEST_MONTHS:
        raise DomainError("retention.months", highest=LONGEST_MONTHS)
    return int(typed)


def set_retention(region: Region, wanted: Retention, by: Account) -> None:
    """Choose both periods; nothing is erased before somebody asks for the purge, and the journal keeps who chose."""
    told = {_REAL: wanted.months, _FICTIONAL: wanted.fictional_months}
    now = region.clock()
    rows = [{"nature": nature, "months": months, "set_at": now} for nature, months in told.items()]
    with noting(region) as connection:
        connection.execute(delete(table))
        connection.execute(insert(table), rows)
        deed = Deed(ServerEvent.RETENTION_SET, _SUBJECT, (by.id, wanted.months, wanted.fictional_months))
        note(connection, now, deed)


_SUBJECT = UUID(int=0)
"""What the event is about: the server itself."""
