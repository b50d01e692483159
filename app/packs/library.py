"""The shipped packs, each parsed once, when first asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from app.domain.aid_catalogue import AidCatalogue
from app.domain.bridge import Bridge
from app.domain.errors import InvalidData
from app.domain.guide import Guide
from app.domain.packs import PackHeader, PackRef
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.packs.aid_catalogues import load_catalogue
from app.packs.aids import AidPack, load_aid
from app.packs.bridges import ends_of_bridge, load_bridge
from app.packs.guides import load_guide, referential_of_guide
from app.packs.referentials import load_referential
from app.packs.schemes import load_scheme
from app.packs.source import PackSource
from app.resources import resource_root

DEFAULT_REFERENTIAL = "jalon-default-1"
DEFAULT_GUIDE = "jalon-guide-1"
DEFAULT_CATALOGUE = "aides-2019"


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
            source = self._source("bridges", name)
            if ends_of_bridge(source) == (before.id, after.id):
                return load_bridge(source, self.referential(before), self.referential(after))
        return None

    def schemes(self) -> tuple[Scheme, ...]:
        """Every scheme, ordered by identifier.

        Raises:
            InvalidData: A refusal of the loader.
        """
        return tuple(self.scheme(name) for name in self._names("schemes"))

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

    def _load_guide(self, name: str) -> Guide:
        source = self._source("guide", name)
        return load_guide(source, self.referential(referential_of_guide(source)))

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
