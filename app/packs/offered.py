"""A pack that a Region or the AIF offers, in TOML or (a referential) in a spreadsheet, as a validated TOML pack."""

import re
from typing import Protocol

from app.domain.bridge import Bridge
from app.domain.errors import InvalidData
from app.domain.packs import PackKind
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.packs.bridges import ends_of_bridge, load_bridge
from app.packs.header import read_header
from app.packs.referentials import load_referential, read_referential
from app.packs.schemes import load_scheme
from app.packs.sheet import read_sheet
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice
from app.packs.toml_text import toml_text

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
"""Identifiers that can name a file anywhere: small letters, digits, points and hyphens."""

TAKEN = (PackKind.REFERENTIAL, PackKind.SCHEME, PackKind.BRIDGE)
"""Kinds of packs that may be offered."""


class Referentials(Protocol):
    """The referentials that an offered bridge joins."""

    def referential(self, pack: str) -> Referential:
        """The referential of an identifier. Raises `InvalidData`."""


def read_offered(file: str, content: bytes, library: Referentials) -> tuple[Referential | Scheme | Bridge, bytes]:
    """A pack as offered, and the bytes of the TOML file that holds it.

    Args:
        file: Name of the file: `.csv` is read as the spreadsheet of a referential, anything else as TOML.
        content: Its bytes.
        library: Where the two referentials of a bridge are.

    Raises:
        InvalidData: Any refusal of the loaders or of `read_sheet`, `pack.bad_id`, `pack.kind_not_taken`.
    """
    source = PackSource(file, content)
    if file.casefold().endswith(".csv"):
        source = _from_sheet(source)
    pack = _load(source, library)
    identifier = pack.header.ref.id
    if not _ID.fullmatch(identifier):
        raise InvalidData("pack.bad_id", file=file, table="pack", key="id", found=identifier)
    return pack, source.content


def _load(source: PackSource, library: Referentials) -> Referential | Scheme | Bridge:
    table = Table(source.file, ROOT, source.parsed()).table("pack")
    kind = choice(table, "kind", PackKind)
    if kind is PackKind.REFERENTIAL:
        return load_referential(source)
    if kind is PackKind.SCHEME:
        return load_scheme(source)
    if kind is PackKind.BRIDGE:
        before, after = ends_of_bridge(source)
        return load_bridge(source, library.referential(before), library.referential(after))
    raise table.refusal("pack.kind_not_taken", "kind", found=kind.value, allowed=tuple(one.value for one in TAKEN))


def _from_sheet(source: PackSource) -> PackSource:
    """The TOML pack of a spreadsheet, once the loader has accepted every line of it."""
    sheet = read_sheet(source)
    document = sheet.document()
    read_referential(read_header(document.table("pack"), source.sha256, PackKind.REFERENTIAL), document)
    heading = f"{sheet.values['pack']['title']} ({source.file})"
    return PackSource(source.file, toml_text(sheet.values, " ".join(heading.split())).encode())
