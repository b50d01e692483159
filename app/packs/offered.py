"""A referential that a Region or the AIF offers, in TOML or in a spreadsheet, as a validated TOML pack."""

import re

from app.domain.errors import InvalidData
from app.domain.packs import PackKind
from app.domain.referential import Referential
from app.packs.header import read_header
from app.packs.referentials import load_referential, read_referential
from app.packs.sheet import read_sheet
from app.packs.source import PackSource
from app.packs.toml_text import toml_text

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
"""Identifiers that can name a file anywhere: small letters, digits, points and hyphens."""


def read_offered(file: str, content: bytes) -> tuple[Referential, bytes]:
    """A referential as offered, and the bytes of the TOML pack that holds it.

    Args:
        file: Name of the file: `.csv` is read as a spreadsheet, anything else as TOML.
        content: Its bytes.

    Raises:
        InvalidData: Any refusal of `load_referential` or `read_sheet`, `pack.bad_id`.
    """
    source = PackSource(file, content)
    if file.casefold().endswith(".csv"):
        source = _from_sheet(source)
    referential = load_referential(source)
    identifier = referential.header.ref.id
    if not _ID.fullmatch(identifier):
        raise InvalidData("pack.bad_id", file=file, table="pack", key="id", found=identifier)
    return referential, source.content


def _from_sheet(source: PackSource) -> PackSource:
    """The TOML pack of a spreadsheet, once the loader has accepted every line of it."""
    sheet = read_sheet(source)
    document = sheet.document()
    read_referential(read_header(document.table("pack"), source.sha256, PackKind.REFERENTIAL), document)
    heading = f"{sheet.values['pack']['title']} ({source.file})"
    return PackSource(source.file, toml_text(sheet.values, " ".join(heading.split())).encode())
