"""The packs shipped with the program and those of the user, each parsed once, when first asked for."""

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from app.domain.aid_catalogue import AidCatalogue
from app.domain.bridge import Bridge
from app.domain.errors import InvalidData
from app.domain.guide import Guide
from app.domain.packs import PackHeader, PackKind, PackRef
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.packs.aid_catalogues import load_catalogue
from app.packs.aids import AidPack, load_aid
from app.packs.bridges import ends_of_bridge, load_bridge
from app.packs.guides import load_guide, referential_of_guide
from app.packs.programme_examples import load_programme_examples
from app.packs.referentials import load_referential
from app.packs.schemes import load_scheme
from app.packs.source import PackSource
from app.resources import resource_root
from app.services.packs import DEFAULT_REFERENTIAL, HeldPack
from app.services.programme import ProgrammeExample

logger = logging.getLogger(__name__)

DEFAULT_GUIDE = "jalon-guide-1"
DEFAULT_CATALOGUE = "aides-2019"

FOLDERS: Mapping[PackKind, str] = MappingProxyType(
    {
        PackKind.REFERENTIAL: "referentials",
        PackKind.SCHEME: "schemes",
        PackKind.BRIDGE: "bridges",
        PackKind.GUIDE: "guide",
        PackKind.AID: "aids",
        PackKind.AID_CATALOGUE: "catalogues",
    }
)
"""Folder of each kind of pack, under the root of a library."""


class _Pack(Protocol):
    @property
    def header(self) -> PackHeader: ...


P = TypeVar("P", bound=_Pack)


class PackLibrary:
    """Packs of one folder laid out as `resources/`, each in a file `<id>.toml`.

    Folders: `referentials/`, `schemes/`, `guide/`, `aids/`, `catalogues/`, `bridges/`. A second folder of the same layout may
    hold the packs of the user; a shipped pack hides one of the same name there. A pack is read from the disk and checked
    when first asked for, then kept; reading twice gives equal catalogues, so several threads may share a library.
    """

    def __init__(self, root: Path, own: Path | None = None) -> None:
        self._roots = (root,) if own is None else (root, own)
        self._referentials: dict[str, Referential] = {}
        self._schemes: dict[str, Scheme] = {}
        self._guides: dict[str, Guide] = {}
        self._aids: dict[str, AidPack] = {}
        self._catalogues: dict[str, AidCatalogue] = {}

    @classmethod
    def shipped(cls) -> "PackLibrary":
        """The library of the packs shipped with the program."""
        return cls(resource_root())

    def referential(self, pack: PackRef | str = DEFAULT_REFERENTIAL) -> Referential:
        """The referential of an identifier, or exactly the one pinned by a reference.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        return _found(pack, self._referentials, lambda name: load_referential(self._source("referentials", name)))

    def scheme(self, pack: PackRef | str) -> Scheme:
        """The scheme of an identifier, or exactly the one pinned by a reference.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        return _found(pack, self._schemes, lambda name: load_scheme(self._source("schemes", name)))

    def guide(self, pack: PackRef | str = DEFAULT_GUIDE) -> Guide:
        """The guide of an identifier, or exactly the one pinned by a reference.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        return _found(pack, self._guides, self._load_guide)

    def bridge(self, before: PackRef, after: PackRef) -> Bridge | None:
        """The bridge between two referentials, or None when nobody wrote one.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        for name in self._names("bridges"):
            try:
                found = self.ends(name)
            except InvalidData as error:
                logger.warning("bridge %s left out: %s", name, error.code)
                continue
            if found == (before.id, after.id):
                return load_bridge(self._source("bridges", name), self.referential(before), self.referential(after))
        return None

    def ends(self, bridge_id: str) -> tuple[str, str]:
        """Identifiers of the two referentials that a bridge joins, the earlier first.

        Raises:
            InvalidData: `pack.absent` or a refusal of the loader.
        """
        return ends_of_bridge(self._source("bridges", bridge_id))

    def schemes(self) -> tuple[Scheme, ...]:
        """Every scheme, ordered by identifier; one of the user's own that cannot be read is left out.

        Raises:
            InvalidData: A shipped one cannot be read.
        """
        return tuple(self._readable("schemes", self.scheme))

    def referentials(self) -> tuple[Referential, ...]:
        """Every referential, ordered by identifier; one of the user's own that cannot be read is left out.

        Raises:
            InvalidData: A shipped one cannot be read.
        """
        return tuple(self._readable("referentials", self.referential))

    def held(self) -> tuple[HeldPack, ...]:
        """Every pack by kind then identifier, those that cannot be read included, each with its refusal."""
        return tuple(self._held(kind, name) for kind in FOLDERS for name in self._names(FOLDERS[kind]))

    def forget(self, kind: PackKind, pack_id: str) -> None:
        """Read a referential or a scheme again from the disk when it is next asked for."""
        kept: dict[PackKind, dict[str, Referential] | dict[str, Scheme]] = {
            PackKind.REFERENTIAL: self._referentials,
            PackKind.SCHEME: self._schemes,
        }
        kept.get(kind, {}).pop(pack_id, None)

    def aid(self, pack: PackRef | str) -> AidPack:
        """The parameters of an aid's calculator, or exactly those pinned by a reference.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        return _found(pack, self._aids, lambda name: load_aid(self._source("aids", name)))

    def catalogue(self, pack: PackRef | str = DEFAULT_CATALOGUE) -> AidCatalogue:
        """The catalogue of aids of an identifier, or exactly the one pinned by a reference.

        Raises:
            InvalidData: `pack.absent`, `pack.changed`, or a refusal of the loader.
        """
        return _found(pack, self._catalogues, lambda name: load_catalogue(self._source("catalogues", name)))

    def programme_examples(self) -> tuple[ProgrammeExample, ...]:
        """Worked examples of what the State pays to a Region, shipped with the program."""
        return load_programme_examples(PackSource.read(self._roots[0] / "demo" / "exemples-programme.toml"))

    def _load_guide(self, name: str) -> Guide:
        source = self._source("guide", name)
        return load_guide(source, self.referential(referential_of_guide(source)))

    def _load_bridge(self, name: str) -> Bridge:
        before, after = self.ends(name)
        return load_bridge(self._source("bridges", name), self.referential(before), self.referential(after))

    def _held(self, kind: PackKind, name: str) -> HeldPack:
        load: dict[PackKind, Callable[[str], _Pack]] = {
            PackKind.REFERENTIAL: self.referential,
            PackKind.SCHEME: self.scheme,
            PackKind.BRIDGE: self._load_bridge,
            PackKind.GUIDE: self.guide,
            PackKind.AID: self.aid,
            PackKind.AID_CATALOGUE: self.catalogue,
        }
        own = not self._is_shipped(FOLDERS[kind], name)
        try:
            return HeldPack(kind, name, own, load[kind](name).header)
        except InvalidData as error:
            return HeldPack(kind, name, own, None, error)

    def _readable(self, folder: str, load: Callable[[str], P]) -> Iterator[P]:
        for name in self._names(folder):
            try:
                yield load(name)
            except InvalidData as error:
                if self._is_shipped(folder, name):
                    raise
                logger.warning("own pack %s left out: %s", name, error.code)

    def _is_shipped(self, folder: str, name: str) -> bool:
        return (self._roots[0] / folder / f"{name}.toml").is_file()

    def _names(self, folder: str) -> list[str]:
        return sorted({path.stem for root in self._roots for path in (root / folder).glob("*.toml")})

    def _source(self, folder: str, name: str) -> PackSource:
        for root in self._roots:
            path = root / folder / f"{name}.toml"
            if path.parent == root / folder and path.is_file():
                return PackSource.read(path)
        raise InvalidData("pack.absent", pack=name)


def _found(pack: PackRef | str, kept: dict[str, P], load: Callable[[str], P]) -> P:
    name = pack.id if isinstance(pack, PackRef) else pack
    if name not in kept:
        loaded = load(name)
        if loaded.header.ref.id != name:
            raise InvalidData("pack.misnamed", file=f"{name}.toml", table="pack", key="id", found=loaded.header.ref.id)
        kept[name] = loaded
    found = kept[name]
    if isinstance(pack, PackRef) and pack != found.header.ref:
        raise InvalidData(
            "pack.changed", pack=name, version=pack.version, found_version=found.header.ref.version, sha256=pack.sha256
        )
    return found
