"""Erasure of missions: bytes, columns and whatever belongs to them destroyed, a signed tomb of their hashes left."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.errors import DomainError
from app.sync.contract.signatures import signed
from app.sync.contract.tomb import ErasedVersion, ErasureGround, TombBody
from server.journal import forget_companies, note, note_waiting, noting, tomb_deed
from server.region import Region
from server.retention import retention_of
from server.tables import (
    enrolment_code,
    failure,
    journal_key,
    metadata,
    mission,
    page_session,
    publication,
    sign_in_attempt,
    tomb,
    version,
)

_MONTHS_A_YEAR = 12
_LAST_DAY_OF_ALL = 28
_ALL = 100_000


def missions_of_company(region: Region, siren: str) -> tuple[UUID, ...]:
    """Missions in which one version names a company.

    Raises:
        DomainError: `erasure.unknown` when nothing of it is held.
    """
    query = select(version.c.mission_id).distinct().where(version.c.siren == siren)
    with region.database.reading() as connection:
        missions = tuple(connection.execute(query).scalars())
    if not missions:
        raise DomainError("erasure.unknown", siren=siren)
    return missions


def erase_company(region: Region, siren: str) -> tuple[UUID, ...]:
    """Erase every mission of a company; its laptops are refused if they deposit them again.

    Raises:
        DomainError: `erasure.unknown` when nothing of it is held.
    """
    missions = missions_of_company(region, siren)
    _erase(region, missions, ErasureGround.REQUEST)
    return missions


def missions_past_retention(region: Region) -> tuple[UUID, ...]:
    """Missions whose last version came longer ago than they are kept, the oldest first."""
    kept = retention_of(region)
    found: list[UUID] = []
    for fictional, months in ((False, kept.months), (True, kept.fictional_months)):
        if months:
            before = _months_before(region.clock(), months)
            query = select(mission.c.id).where(mission.c.fictional.is_(fictional), mission.c.last_received_at < before)
            with region.database.reading() as connection:
                found += connection.execute(query.order_by(mission.c.last_received_at, mission.c.id)).scalars()
    return tuple(found)


def purge(region: Region) -> tuple[UUID, ...]:
    """Erase what is kept no longer, and forget codes, sessions and failures that serve no more."""
    missions = missions_past_retention(region)
    _erase(region, missions, ErasureGround.RETENTION)
    now = region.clock()
    with region.database.writing() as connection:
        connection.execute(delete(enrolment_code).where(enrolment_code.c.expires_at < now))
        connection.execute(delete(page_session).where(page_session.c.expires_at < now))
        connection.execute(delete(sign_in_attempt).where(sign_in_attempt.c.expires_at < now))
        connection.execute(delete(failure).where(failure.c.at < _months_before(now, 1)))
    return missions


def _erase(region: Region, missions: Iterable[UUID], ground: ErasureGround) -> None:
    for mission_id in missions:
        with noting(region) as connection:
            _erase_one(region, connection, mission_id, ground)
    held = [table.name for table in metadata.sorted_tables if table is not tomb and "mission_id" in table.c]
    region.database.scrub([mission.name, publication.name, journal_key.name, *held])


def _erase_one(region: Region, connection: Connection, mission_id: UUID, ground: ErasureGround) -> None:
    connection.execute(select(mission.c.id).where(mission.c.id == mission_id).with_for_update())
    note_waiting(connection, region.clock(), _ALL, mission_id)
    sirens = set(connection.execute(select(version.c.siren).where(version.c.mission_id == mission_id)).scalars())
    columns = (version.c.number, version.c.sha256, version.c.size, version.c.received_at)
    rows = connection.execute(select(*columns).where(version.c.mission_id == mission_id).order_by(version.c.number))
    body = TombBody(
        schema=1,
        kid=region.kid,
        server=region.settings.name,
        mission_id=mission_id,
        versions=[ErasedVersion(**row._asdict()) for row in rows],
        erased_at=region.clock().replace(microsecond=0),
        ground=ground,
    )
    statement = signed(body, region.key)
    values = {"mission_id": mission_id, "statement": statement, "erased_at": body.erased_at}
    connection.execute(insert(tomb).values(values))
    for table in reversed(metadata.sorted_tables):
        if table is not tomb and "mission_id" in table.c:
            connection.execute(delete(table).where(table.c.mission_id == mission_id))
    order = update(publication).where(publication.c.ordered_mission == mission_id)
    emptied = {"label": "", "content": b"{}", "siren": "", "withdrawn_at": body.erased_at}
    connection.execute(order.values(emptied))
    connection.execute(delete(mission).where(mission.c.id == mission_id))
    note(connection, region.clock(), tomb_deed(mission_id, statement))
    forget_companies(connection, sirens)


def _months_before(instant: datetime, months: int) -> datetime:
    """The same day some months before, or the 28th."""
    rank = instant.year * _MONTHS_A_YEAR + instant.month - 1 - months
    year, month = divmod(rank, _MONTHS_A_YEAR)
    return instant.replace(year=year, month=month + 1, day=min(instant.day, _LAST_DAY_OF_ALL))
