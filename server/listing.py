"""What the pages show: missions by their last version, counts, and one mission with all its versions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, true

from app.domain.quantities import HalfDays
from server.region import Region
from server.tables import mission, version

PAGE = 100
"""Missions on one page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One mission of the list, as its last version says it.

    Attributes:
        id: The mission.
        reference: Readable reference.
        company: Name of the company.
        town: Town of the establishment.
        provider: Accredited provider.
        entry_index: I2DF at entry, or None.
        exit_index: I2DF at exit, or None.
        half_days: Half-days that stand.
        actions: Actions of the plan.
        versions: How many versions were received.
        received_at: When the last one was.
    """

    id: UUID
    reference: str
    company: str
    town: str
    provider: str
    entry_index: int | None
    exit_index: int | None
    half_days: HalfDays
    actions: int
    versions: int
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures over the last versions; fictional missions have their own and enter no other.

    Attributes:
        missions: Missions.
        with_entry: Of them, with an index at entry.
        with_exit: Of them, with an index at exit.
        half_days: Half-days that stand, in all.
        actions: Actions, in all.
        versions: Versions received, in all.
    """

    missions: int
    with_entry: int
    with_exit: int
    half_days: HalfDays
    actions: int
    versions: int


@dataclass(frozen=True, slots=True)
class Received:
    """One version as received.

    Attributes:
        number: From 1.
        kind: Code of its kind.
        sealed_at: When it was sealed, by the laptop's clock.
        received_at: When it was received.
        sha256: Hash of its bytes.
        size: Their number.
        funding_checked: Whether its funding could be computed again.
        document: The bytes.
        receipt: The signed receipt.
    """

    number: int
    kind: str
    sealed_at: datetime
    received_at: datetime
    sha256: str
    size: int
    funding_checked: bool
    document: bytes
    receipt: bytes


LAST = and_(version.c.mission_id == mission.c.id, version.c.number == mission.c.last_version)
"""A mission beside its last version."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which missions of those that a person may see.

    Attributes:
        words: Part of the company's name, of the town, of the reference, of the SIREN or SIRET, or empty.
        kind: Code of the kind of the last version, or empty.
        scheme: Identifier of the scheme, or empty.
        provider: Part of the provider's name, or empty.
    """

    words: str = ""
    kind: str = ""
    scheme: str = ""
    provider: str = ""

    def condition(self) -> ColumnElement[bool]:
        """As the database understands it."""
        found: list[ColumnElement[bool]] = [true()]
        if self.words:
            places = (version.c.company_name, version.c.town, version.c.reference, version.c.siret)
            found.append(or_(*(place.icontains(self.words, autoescape=True) for place in places)))
        if self.kind:
            found.append(version.c.kind == self.kind)
        if self.scheme:
            found.append(version.c.scheme_id == self.scheme)
        if self.provider:
            found.append(version.c.provider_name.icontains(self.provider, autoescape=True))
        return and_(*found)


def listed(region: Region, *, visible: ColumnElement[bool], fictional: bool, page: int = 1) -> tuple[Listed, ...]:
    """Missions of one page, the last received first."""
    query = select(mission.c.last_version, version).join(version, LAST)
    query = query.where(mission.c.fictional.is_(fictional), visible)
    query = query.order_by(mission.c.last_received_at.desc(), mission.c.id).limit(PAGE).offset((page - 1) * PAGE)
    with region.database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(_listed(row) for row in rows)


def schemes_of(region: Region, *, visible: ColumnElement[bool]) -> tuple[str, ...]:
    """Identifiers of the schemes of those missions."""
    query = select(version.c.scheme_id).select_from(mission).join(version, LAST).where(visible).distinct()
    with region.database.reading() as connection:
        return tuple(connection.execute(query.order_by(version.c.scheme_id)).scalars())


def is_visible(region: Region, mission_id: UUID, visible: ColumnElement[bool]) -> bool:
    """Whether a mission is one of those."""
    query = select(mission.c.id).where(mission.c.id == mission_id, visible)
    with region.database.reading() as connection:
        return connection.execute(query).first() is not None


def counts(region: Region, *, visible: ColumnElement[bool], fictional: bool) -> Counts:
    """Figures of the real missions, or of the fictional ones."""
    columns = (
        func.count(),
        func.count(version.c.entry_index),
        func.count(version.c.exit_index),
        func.coalesce(func.sum(version.c.half_days), 0),
        func.coalesce(func.sum(version.c.actions), 0),
        func.coalesce(func.sum(mission.c.last_version), 0),
    )
    query = select(*columns).select_from(mission).join(version, LAST)
    query = query.where(mission.c.fictional.is_(fictional), visible)
    with region.database.reading() as connection:
        missions, entries, exits, half_days, actions, versions = connection.execute(query).one()
    return Counts(missions, entries, exits, HalfDays(half_days), actions, versions)


def versions_of(region: Region, mission_id: UUID) -> tuple[Received, ...]:
    """Every version of a mission, the last first; empty when it is unknown."""
    with region.database.reading() as connection:
        return tuple(_received(row) for row in _versions(connection, mission_id))


def _versions(connection: Connection, mission_id: UUID) -> list[Row[Any]]:
    query = select(version).where(version.c.mission_id == mission_id).order_by(version.c.number.desc())
    return list(connection.execute(query).all())


def _listed(row: Row[Any]) -> Listed:
    return Listed(
        id=row.mission_id,
        reference=row.reference,
        company=row.company_name,
        town=row.town,
        provider=row.provider_name,
        entry_index=row.entry_index,
        exit_index=row.exit_index,
        half_days=HalfDays(row.half_days),
        actions=row.actions,
        versions=row.last_version,
        received_at=row.received_at,
    )


def _received(row: Row[Any]) -> Received:
    return Received(
        number=row.number,
        kind=row.kind,
        sealed_at=row.sealed_at,
        received_at=row.received_at,
        sha256=row.sha256,
        size=row.size,
        funding_checked=row.funding_checked,
        document=row.document,
        receipt=row.receipt,
    )
