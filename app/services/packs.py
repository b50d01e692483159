"""Use cases of the packs of this installation: which are held and used, look at one offered, keep it, take one's own away."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.bridge import Bridge
from app.domain.errors import DomainError, InvalidData
from app.domain.packs import PackHeader, PackKind, PackRef
from app.domain.referential import Referential
from app.domain.referential_changes import ReferentialChange, referential_changes
from app.domain.scheme import Scheme
from app.domain.scheme_changes import SchemeChange, scheme_changes
from app.services.ports import Catalogues, UnitOfWorkFactory

logger = logging.getLogger(__name__)

DEFAULT_REFERENTIAL = "jalon-default-1"
"""Referential of a new mission unless another one is chosen, and the one that an offered referential is compared with."""

Pack = Referential | Scheme | Bridge
"""A pack that may be offered as a file."""

PackReader = Callable[[str, bytes], tuple[Pack, bytes]]
"""Reads a file by its name and bytes: the pack, and the bytes of the TOML file that holds it. Raises `InvalidData`."""


@dataclass(frozen=True, slots=True)
class HeldPack:
    """A pack found on this laptop.

    Attributes:
        kind: What it should hold.
        id: Name of its file.
        own: Whether the user brought it; the others are shipped with the program.
        header: Its identity, or None when it cannot be read.
        refusal: Why it cannot be read, or None.
    """

    kind: PackKind
    id: str
    own: bool
    header: PackHeader | None
    refusal: InvalidData | None = None


@dataclass(frozen=True, slots=True)
class PackRow:
    """A held pack with the number of missions that pin it."""

    held: HeldPack
    missions: int


class Holdings(Catalogues, Protocol):
    """The packs of this installation, shipped and brought by the user."""

    def held(self) -> tuple[HeldPack, ...]:
        """Every pack by kind then identifier, those that cannot be read included."""

    def forget(self, kind: PackKind, pack_id: str) -> None:
        """Read the pack again from the disk when it is next asked for."""

    def referentials(self) -> tuple[Referential, ...]:
        """Referentials by identifier; one of the user's own that cannot be read is left out."""

    def schemes(self) -> tuple[Scheme, ...]:
        """Schemes by identifier, open or closed; one of the user's own that cannot be read is left out."""

    def bridge(self, before: PackRef, after: PackRef) -> Bridge | None:
        """The bridge from a referential to a later one, or None when nobody wrote one. Raises `InvalidData`."""

    def ends(self, bridge_id: str) -> tuple[str, str]:
        """Identifiers of the two referentials that a bridge joins. Raises `InvalidData`."""


class PackShelf(Protocol):
    """Where the packs of the user are kept, beside the shipped ones."""

    def keep(self, kind: PackKind, pack_id: str, content: bytes) -> None:
        """Write a pack whole. Raises `EnvironmentFailure`."""

    def remove(self, kind: PackKind, pack_id: str) -> None:
        """Take a pack away; nothing when it is not there. Raises `EnvironmentFailure`."""


@dataclass(frozen=True, slots=True)
class OfferedPack:
    """A pack read and accepted, not kept yet.

    Attributes:
        pack: The catalogue.
        content: Bytes of its TOML file; their SHA-256 is what missions will pin.
        against: Pack that it was compared with, or None when there is none of its kind to compare with.
        changes: What differs from that one; none when they say the same.
        held: Whether the very same pack is already held.
    """

    pack: Pack
    content: bytes
    against: PackHeader | None
    changes: tuple[ReferentialChange, ...] | tuple[SchemeChange, ...]
    held: bool


def held_packs(uow_factory: UnitOfWorkFactory, library: Holdings) -> tuple[PackRow, ...]:
    """Every pack of this laptop, with the number of missions that pin it."""
    with uow_factory() as uow:
        pins = uow.missions.pins()
    return tuple(PackRow(one, pins.get((one.kind, one.id), 0)) for one in library.held())


def look_at_pack(file: str, content: bytes, *, library: Holdings, read: PackReader) -> OfferedPack:
    """Read a pack offered as a file, and tell what differs from the one in use; nothing is kept.

    A referential is compared with the default one, a scheme with the latest held of the same Region.

    Raises:
        InvalidData: The file is refused: its sentence names the file, the table and the key, or the line.
        DomainError: `pack.id_taken` when another pack of its kind bears its identifier: a published pack never changes.
    """
    pack, kept = read(file, content)
    held = _is_held(pack.header, library)
    if isinstance(pack, Referential):
        current = library.referential(DEFAULT_REFERENTIAL)
        return OfferedPack(pack, kept, current.header, referential_changes(current, pack), held)
    if isinstance(pack, Scheme):
        former = _former_scheme(pack, library)
        changes = () if former is None else scheme_changes(former, pack)
        return OfferedPack(pack, kept, None if former is None else former.header, changes, held)
    return OfferedPack(pack, kept, None, (), held)


def keep_pack(offered: OfferedPack, *, library: Holdings, shelf: PackShelf) -> None:
    """Keep an offered pack among those of the user; keeping the same one twice does nothing more.

    Raises:
        DomainError: `pack.id_taken`.
        InvalidData: A pack of that name is held and cannot be read: it is not written over.
        EnvironmentFailure: The disk refused; nothing is kept.
    """
    header = offered.pack.header
    if _is_held(header, library):
        return
    shelf.keep(header.kind, header.ref.id, offered.content)
    logger.info("pack %s %s %s kept, %s", header.kind, header.ref.id, header.ref.version, header.ref.sha256)


def remove_pack(
    uow_factory: UnitOfWorkFactory, kind: PackKind, pack_id: str, *, library: Holdings, shelf: PackShelf
) -> None:
    """Take away a pack that the user brought and that nothing needs.

    Raises:
        DomainError: `pack.shipped`, `pack.in_use` (with `missions`), `pack.cited` by a bridge.
        EnvironmentFailure: The disk refused; the pack is still there.
    """
    found = next((one for one in library.held() if (one.kind, one.id) == (kind, pack_id)), None)
    if found is None:
        return
    if not found.own:
        raise DomainError("pack.shipped", pack=pack_id)
    with uow_factory() as uow:
        missions = uow.missions.pins().get((kind, pack_id), 0)
    if missions:
        raise DomainError("pack.in_use", pack=pack_id, missions=missions)
    if kind is PackKind.REFERENTIAL:
        _refuse_cited(pack_id, library)
    shelf.remove(kind, pack_id)
    library.forget(kind, pack_id)
    logger.info("pack %s %s removed", kind, pack_id)


def _is_held(header: PackHeader, library: Holdings) -> bool:
    """Whether the very same pack is held.

    Raises:
        DomainError: `pack.id_taken`.
        InvalidData: The one held cannot be read.
    """
    held = next((one for one in library.held() if (one.kind, one.id) == (header.kind, header.ref.id)), None)
    if held is None:
        return False
    if held.header is None:
        raise held.refusal or InvalidData("pack.absent", pack=held.id)
    if held.header.ref != header.ref:
        raise DomainError("pack.id_taken", pack=held.id, version=held.header.ref.version)
    return True


def _former_scheme(scheme: Scheme, library: Holdings) -> Scheme | None:
    others = [
        one
        for one in library.schemes()
        if one.region_code == scheme.region_code and one.header.ref.id != scheme.header.ref.id
    ]
    return max(others, key=lambda one: one.header.valid_from, default=None)


def _refuse_cited(pack_id: str, library: Holdings) -> None:
    for one in library.held():
        if one.kind is PackKind.BRIDGE and one.header is not None:
            ends = library.ends(one.id)
            if pack_id in ends:
                raise DomainError("pack.cited", pack=pack_id, bridge=one.id)
