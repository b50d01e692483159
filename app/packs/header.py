"""The `[pack]` table that opens every pack."""

from app.domain.packs import PackHeader, PackKind, PackRef
from app.packs.source import PackSource
from app.packs.table import ROOT, Table, choice


def open_pack(source: PackSource, kind: PackKind) -> tuple[PackHeader, Table]:
    """Header of a pack and its whole document, the header already asked for.

    Raises:
        InvalidData: Any refusal of `PackSource.parsed` and `Table`, `pack.wrong_kind`, `pack.dates_reversed`.
    """
    document = Table(source.file, ROOT, source.parsed())
    return read_header(document.table("pack"), source.sha256, kind), document


def read_header(table: Table, sha256: str, kind: PackKind) -> PackHeader:
    """The header of a pack whose bytes have that SHA-256; same refusals as `open_pack`."""
    found = choice(table, "kind", PackKind)
    if found is not kind:
        raise table.refusal("pack.wrong_kind", "kind", found=found.value, expected=kind.value)
    header = PackHeader(
        ref=PackRef(table.text("id"), table.text("version"), sha256),
        kind=kind,
        title=table.text("title"),
        author=table.text("author"),
        licence=table.text("licence"),
        official=table.boolean("official"),
        valid_from=table.day("valid_from"),
        valid_until=table.day("valid_until") if table.has("valid_until") else None,
        source=table.text("source"),
    )
    if header.valid_until is not None and header.valid_until < header.valid_from:
        raise table.refusal("pack.dates_reversed", "valid_until")
    table.close()
    return header
