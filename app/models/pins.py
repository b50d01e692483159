"""Columns of the pack that a mission or an assessment pins."""

from sqlalchemy import RowMapping

from app.domain.packs import PackRef


def pack_columns(prefix: str, ref: PackRef) -> dict[str, object]:
    """Columns of a pinned pack."""
    return {f"{prefix}_id": ref.id, f"{prefix}_version": ref.version, f"{prefix}_sha256": ref.sha256}


def pack_of(prefix: str, row: RowMapping) -> PackRef:
    """The pinned pack of a row."""
    return PackRef(row[f"{prefix}_id"], row[f"{prefix}_version"], row[f"{prefix}_sha256"])
