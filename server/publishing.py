"""Publishing: packs and mission orders kept, withdrawn, and told to a laptop as one signed document."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Row, and_, insert, or_, select, update

from app.domain.errors import DomainError
from app.domain.identifiers import siren_of, siret_from
from app.domain.quantities import LINE_LENGTH, TEXT_LENGTH, clean_text
from app.packs.library import PackLibrary
from app.packs.offered import read_offered
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.publication import MAX_PACK_BYTES, OrderSent, PackSent, PublicationBody, write_publication
from server.devices import known_provider
from server.journal import SERVER, Deed, ServerEvent, note, noting
from server.region import Region
from server.rotation import chain_of
from server.tables import provider, publication

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Kind(StrEnum):
    """What is published."""

    PACK = "pack"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class NewOrder:
    """A mission order as an officer types it; `siret` and `note` may be empty."""

    provider: str
    company: str
    scheme: str
    decision_day: date
    region_file: str
    siret: str = ""
    note: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """One thing published, as the page shows it; `provider` is empty for everybody."""

    rank: int
    kind: Kind
    label: str
    provider: str
    decision_day: date | None
    valid_until: date | None
    published_at: datetime
    withdrawn_at: datetime | None


def publish_order(region: Region, new: NewOrder) -> UUID:
    """Publish a mission order. Returns the identifier of the mission that it opens.

    Raises:
        DomainError: `order.incomplete`, `order.day_in_future`, `order.scheme`, `siret.length`, `siret.key`, `text.too_long`.
    """
    company = clean_text(new.company, longest=LINE_LENGTH, field="company_name")
    employer = clean_text(new.provider, longest=LINE_LENGTH, field="provider")
    file = clean_text(new.region_file, longest=LINE_LENGTH, field="region_file")
    if not (company and employer and file):
        raise DomainError("order.incomplete")
    if new.decision_day > region.clock().astimezone(region.settings.zone).date():
        raise DomainError("order.day_in_future", day=new.decision_day)
    if new.scheme not in scheme_choices(region):
        raise DomainError("order.scheme")
    order = OrderSent(
        mission_id=uuid4(),
        company_name=company,
        siret=siret_from(new.siret) if new.siret.strip() else "",
        scheme=new.scheme,
        decision_day=new.decision_day,
        region_file=file,
        note=clean_text(new.note, longest=TEXT_LENGTH, field="note"),
        valid_until=new.valid_until,
    )
    values = {
        "kind": Kind.ORDER.value,
        "label": company,
        "ordered_mission": order.mission_id,
        "siren": siren_of(order.siret),
        "scheme_id": order.scheme,
        "decision_day": order.decision_day,
        "valid_until": order.valid_until,
    }
    _publish(region, order, values, employer)
    return order.mission_id


def publish_pack(region: Region, file: str, content: bytes, provider_name: str = "", until: date | None = None) -> str:
    """Publish a pack, for every laptop or for those of a provider. Returns its identifier.

    Raises:
        DomainError: `publication.pack_too_large`.
        InvalidData: Any refusal of the loaders.
    """
    if len(content) > MAX_PACK_BYTES:
        raise DomainError("publication.pack_too_large", file=file)
    pack, kept = read_offered(file, content, PackLibrary.shipped())
    name = pack.header.ref.id
    told = base64.b64encode(kept).decode("ascii")
    sent = PackSent(file=f"{name}.toml", sha256=sha256_of(kept), content=told, valid_until=until)
    values = {"kind": Kind.PACK.value, "label": name, "valid_until": until, "siren": "", "scheme_id": ""}
    _publish(region, sent, values, clean_text(provider_name, longest=LINE_LENGTH, field="provider"))
    return name


def withdraw(region: Region, rank: int) -> None:
    """Take back something published; laptops that have it keep it.

    Raises:
        DomainError: `publication.unknown`.
    """
    with noting(region) as connection:
        standing = update(publication).where(publication.c.rank == rank, publication.c.withdrawn_at.is_(None))
        if connection.execute(standing.values(withdrawn_at=region.clock())).rowcount != 1:
            raise DomainError("publication.unknown")
        note(connection, region.clock(), Deed(ServerEvent.WITHDRAWN, UUID(int=rank), (rank,)))


def published(region: Region) -> tuple[Published, ...]:
    """Everything published, the last first."""
    query = select(publication, provider.c.name.label("provider_name")).outerjoin(provider)
    with region.database.reading() as connection:
        rows = connection.execute(query.order_by(publication.c.rank.desc())).all()
    return tuple(
        Published(
            rank=row.rank,
            kind=Kind(row.kind),
            label=row.label,
            provider=row.provider_name or "",
            decision_day=row.decision_day,
            valid_until=row.valid_until,
            published_at=row.published_at,
            withdrawn_at=row.withdrawn_at,
        )
        for row in rows
    )


def publication_for(region: Region, provider_id: UUID | None) -> bytes:
    """The signed document of a provider's laptops, or of a laptop without one; the same bytes until something changes."""
    mine: ColumnElement[bool] = publication.c.provider_id.is_(None)
    if provider_id is not None:
        mine = or_(mine, publication.c.provider_id == provider_id)
    with region.database.reading() as connection:
        rows = connection.execute(select(publication).where(mine).order_by(publication.c.rank)).all()
        named = select(provider.c.name).where(provider.c.id == provider_id)
        name = connection.execute(named).scalar_one_or_none() or ""
    changes = [at for row in rows for at in (row.published_at, row.withdrawn_at) if at is not None]
    last = max(changes, default=_EPOCH)
    today = region.clock().astimezone(region.settings.zone).date()
    standing = [row for row in rows if row.withdrawn_at is None and (row.valid_until or today) >= today]
    body = PublicationBody(
        schema=1,
        kid=region.kid,
        server=region.settings.name,
        provider=name,
        number=(last - _EPOCH) // timedelta(milliseconds=1),
        issued_at=last,
        packs=[PackSent.model_validate(read_canonical(one)) for one in _contents(standing, Kind.PACK)],
        orders=[OrderSent.model_validate(read_canonical(one)) for one in _contents(standing, Kind.ORDER)],
    )
    return write_publication(body, region.key, chain_of(region).links)


def provider_named(region: Region, name: str) -> UUID:
    """Identifier of a provider.

    Raises:
        DomainError: `provider.unknown`.
    """
    with region.database.reading() as connection:
        found: UUID | None = connection.execute(
            select(provider.c.id).where(provider.c.name == name)
        ).scalar_one_or_none()
    if found is None:
        raise DomainError("provider.unknown", provider=name)
    return found


def scheme_choices(region: Region) -> tuple[str, ...]:
    """Identifiers of the schemes that an order may name: those shipped, and those published."""
    with region.database.reading() as connection:
        standing = and_(publication.c.kind == Kind.PACK.value, publication.c.withdrawn_at.is_(None))
        own = connection.execute(select(publication.c.label).where(standing)).scalars().all()
    shipped = [one.header.ref.id for one in region.packs.schemes() if not one.fictional]
    return tuple(sorted({*shipped, *own}))


def orders_decided(region: Region, first: date, before: date) -> dict[UUID, str]:
    """Scheme of each mission ordered in a span of days of decision, those withdrawn left out."""
    query = select(publication.c.ordered_mission, publication.c.scheme_id).where(
        publication.c.kind == Kind.ORDER.value,
        publication.c.withdrawn_at.is_(None),
        publication.c.decision_day >= first,
        publication.c.decision_day < before,
    )
    with region.database.reading() as connection:
        return {row.ordered_mission: row.scheme_id for row in connection.execute(query)}


def _publish(region: Region, sent: OrderSent | PackSent, values: dict[str, Any], provider_name: str) -> None:
    content = canonical_bytes(sent.model_dump(mode="json"))
    with noting(region) as connection:
        owner = known_provider(region, connection, provider_name) if provider_name else None
        row = {"provider_id": owner, "content": content, "published_at": region.clock(), **values}
        rank = connection.execute(insert(publication).values(row).returning(publication.c.rank)).scalar_one()
        told = Deed(ServerEvent.PUBLISHED, UUID(int=rank), (rank, sha256_of(content)), values["siren"] or SERVER)
        note(connection, region.clock(), told)


def _contents(rows: Sequence[Row[Any]], kind: Kind) -> list[bytes]:
    return [row.content for row in rows if row.kind == kind.value]
