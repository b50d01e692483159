"""Reads of missions: who opened which, when, noted before anything is shown; looked at by administrators."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import insert, select

from server.accounts import Account, Role
from server.region import Region
from server.tables import account, mission, mission_read, version

PAGE = 100
"""Reads on one page."""


class Part(StrEnum):
    """What of a mission was opened."""

    PAGE = "page"
    DOCUMENT = "document"
    RECEIPT = "receipt"
    ATTACHMENT = "attachment"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Read:
    """One read.

    Attributes:
        at: When.
        name: Who.
        login: Under which login.
        role: In which role today.
        mission_id: Which mission.
        reference: Its readable reference.
        company: Its company.
        part: What of it.
    """

    at: datetime
    name: str
    login: str
    role: Role
    mission_id: UUID
    reference: str
    company: str
    part: Part


def note_read(region: Region, reader: Account, mission_id: UUID, part: Part) -> None:
    """Note that somebody opens a mission; what is not noted is not shown."""
    values = {"mission_id": mission_id, "account_id": reader.id, "part": part.value, "at": region.clock()}
    with region.database.writing() as connection:
        connection.execute(insert(mission_read).values(values))


def reads(region: Region, *, mission_id: UUID | None = None, page: int = 1) -> tuple[Read, ...]:
    """Reads of every mission, or of one, the last first."""
    last = (version.c.mission_id == mission.c.id) & (version.c.number == mission.c.last_version)
    columns = (account.c.name, account.c.login, account.c.role, version.c.reference, version.c.company_name)
    query = select(mission_read, *columns).join(account, account.c.id == mission_read.c.account_id)
    query = query.join(mission, mission.c.id == mission_read.c.mission_id).join(version, last)
    if mission_id is not None:
        query = query.where(mission_read.c.mission_id == mission_id)
    query = query.order_by(mission_read.c.at.desc(), mission_read.c.id.desc()).limit(PAGE).offset((page - 1) * PAGE)
    with region.database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(
        Read(
            at=row.at,
            name=row.name,
            login=row.login,
            role=Role(row.role),
            mission_id=row.mission_id,
            reference=row.reference,
            company=row.company_name,
            part=Part(row.part),
        )
        for row in rows
    )
