"""Use cases of what the Region sends: packs and mission orders received whole or not at all, an ordered mission opened."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError, InvalidData
from app.domain.mission import Mission
from app.domain.packs import PackHeader, PackKind
from app.services.errors import EnvironmentFailure
from app.services.missions import NewMission, open_mission
from app.services.packs import (
    DEFAULT_REFERENTIAL,
    Holdings,
    OfferedPack,
    PackReader,
    PackShelf,
    keep_pack,
    look_at_pack,
)
from app.services.ports import Clock, UnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MissionOrder:
    """A mission that the Region decided.

    Attributes:
        mission_id: Identifier under which it opens, once.
        company_name: Company.
        siret: Its establishment, or empty.
        scheme: Identifier of the scheme.
        decision_day: Day of the Region's decision.
        region_file: The Region's own file number.
        note: What the Region says to the consultant, or empty.
    """

    mission_id: UUID
    company_name: str
    siret: str
    scheme: str
    decision_day: date
    region_file: str
    note: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What the Region sent, verified: its signature, its validity, the hash of each pack.

    Attributes:
        number: Grows with each change.
        issued_at: Instant of the last change, UTC.
        sha256: Hash of its bytes.
        packs: Name and bytes of each pack's file, in the order in which they are to be read.
        orders: Mission orders that stand.
    """

    number: int
    issued_at: datetime
    sha256: str
    packs: tuple[tuple[str, bytes], ...]
    orders: tuple[MissionOrder, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What was last received, kept with the profile.

    Attributes:
        number: Of the publication.
        issued_at: Its instant.
        sha256: Hash of its bytes.
        orders: Its orders.
    """

    number: int
    issued_at: datetime
    sha256: str
    orders: tuple[MissionOrder, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What a publication brought: the packs that were new, and every order that stands."""

    packs: tuple[PackHeader, ...]
    orders: tuple[MissionOrder, ...]


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order with the reference of the mission that it opened, or an empty one while it waits."""

    order: MissionOrder
    reference: str


class Publications(Protocol):
    """Road by which the Region's publications come; `fetch` uses the network and belongs in a job."""

    def fetch(self) -> Publication | None:
        """What the server publishes now, None when it is what was last received. Raises as `Outbox.enrol`."""

    def read(self, data: bytes) -> Publication:
        """A publication from a file. Raises `InvalidData`, or `DomainError` (`deposit.not_enrolled`)."""

    def last(self) -> Standing | None:
        """What was last received."""

    def keep(self, publication: Publication) -> None:
        """Note that a publication was received, in one write. Raises `EnvironmentFailure`."""


@dataclass(frozen=True, slots=True)
class ReceivingDesk:
    """What these use cases work with."""

    publications: Publications
    library: Holdings
    shelf: PackShelf
    read_pack: PackReader
    unit_of_work: UnitOfWorkFactory
    clock: Clock


def receive(desk: ReceivingDesk, publication: Publication) -> Received:
    """Take a publication whole: every pack is read before one is kept, and none stays if one cannot be.

    Raises:
        DomainError: `publication.older` than the one last received, `pack.id_taken`.
        InvalidData: A pack is refused; its sentence names it.
        EnvironmentFailure: The disk refused; the packs are as before.
    """
    last = desk.publications.last()
    if last is not None and publication.number < last.number:
        raise DomainError("publication.older", day=publication.issued_at.date())
    simple = [_looked(desk, *one) for one in publication.packs if not _is_bridge(one[1])]
    kept = _kept(desk, simple, [one for one in publication.packs if _is_bridge(one[1])])
    desk.publications.keep(publication)
    logger.info("publication %d received, %d new packs", publication.number, len(kept))
    return Received(tuple(kept), publication.orders)


def receive_now(desk: ReceivingDesk) -> Received | None:
    """Ask the server and take what it publishes; None when nothing is new.

    Raises:
        DomainError: `deposit.not_enrolled`, and what `receive` raises.
        InvalidData: The signature, the validity or a pack is refused.
        EnvironmentFailure: The line, the server or the disk.
    """
    publication = desk.publications.fetch()
    return None if publication is None else receive(desk, publication)


def order_rows(desk: ReceivingDesk) -> tuple[OrderRow, ...]:
    """Orders last received, each with the mission that it opened."""
    last = desk.publications.last()
    if last is None:
        return ()
    with desk.unit_of_work() as uow:
        opened = {one.mission_id: _mission(uow, one.mission_id) for one in last.orders}
    found = ((one, opened[one.mission_id]) for one in last.orders)
    return tuple(OrderRow(one, "" if mission is None else mission.reference) for one, mission in found)


def open_ordered(
    desk: ReceivingDesk, mission_id: UUID, *, new_id: Callable[[], UUID], provider: str, consultant: str
) -> Mission:
    """Open the mission of an order, filled with what the Region decided; opening it twice gives the same one.

    Args:
        desk: What the use case works with.
        mission_id: Identifier that the order gives it.
        new_id: Fresh identifiers.
        provider: Provider that carries it out, or empty.
        consultant: Consultant who leads it, or empty.

    Raises:
        DomainError: `order.unknown`, `order.scheme_absent`, and what `open_mission` raises.
    """
    last = desk.publications.last()
    order = next((one for one in (last.orders if last else ()) if one.mission_id == mission_id), None)
    if order is None:
        raise DomainError("order.unknown")
    with desk.unit_of_work() as uow:
        known = _mission(uow, mission_id)
    if known is not None:
        return known
    scheme = next((one for one in desk.library.schemes() if one.header.ref.id == order.scheme), None)
    if scheme is None:
        raise DomainError("order.scheme_absent", scheme=order.scheme)
    asked = NewMission(
        company_name=order.company_name,
        siret=order.siret,
        scheme=scheme,
        referential=desk.library.referential(DEFAULT_REFERENTIAL),
        provider_name=provider,
        lead_consultant=consultant,
        mission_id=mission_id,
        decision_day=order.decision_day,
        region_file=order.region_file,
    )
    return open_mission(desk.unit_of_work, asked, clock=desk.clock, new_id=new_id)


def _mission(uow: UnitOfWork, mission_id: UUID) -> Mission | None:
    try:
        return uow.missions.get(mission_id)
    except DomainError as error:
        if error.code != "mission.unknown":
            raise
        return None


def _is_bridge(content: bytes) -> bool:
    """Whether a pack joins two referentials, that must be held before it is read."""
    return PackKind.BRIDGE.value.encode() in content.partition(b"kind")[2].partition(b"\n")[0]


def _looked(desk: ReceivingDesk, file: str, content: bytes) -> OfferedPack:
    return look_at_pack(file, content, library=desk.library, read=desk.read_pack)


def _kept(desk: ReceivingDesk, offered: list[OfferedPack], bridges: list[tuple[str, bytes]]) -> list[PackHeader]:
    done: list[PackHeader] = []
    try:
        for one in offered:
            _keep(desk, one, done)
        for file, content in bridges:
            _keep(desk, _looked(desk, file, content), done)
    except (DomainError, InvalidData, EnvironmentFailure):
        for header in reversed(done):
            desk.shelf.remove(header.kind, header.ref.id)
            desk.library.forget(header.kind, header.ref.id)
        raise
    return done


def _keep(desk: ReceivingDesk, one: OfferedPack, done: list[PackHeader]) -> None:
    if not one.held:
        keep_pack(one, library=desk.library, shelf=desk.shelf)
        done.append(one.pack.header)
