"""Export of everything received: sealed bytes, receipts, attachments, tombs and key chain, with a manifest."""

import json
import zipfile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from app.sync.contract.archive import EPOCH
from app.sync.contract.canonical import canonical_bytes
from server.region import Region
from server.rotation import chain_of
from server.tables import attachment, attachment_chunk, evidence, mission, tomb, version
from server.writing import whole_file

MANIFEST = "manifest.json"
_BATCH = 100
_WHOLE = (
    select(attachment.c.mission_id, attachment.c.sha256, attachment.c.size)
    .where(attachment.c.whole_at.is_not(None))
    .order_by(attachment.c.mission_id, attachment.c.sha256)
)


_EVIDENCE = select(evidence).order_by(evidence.c.mission_id, evidence.c.id)


def export(region: Region, path: Path) -> int:
    """Write a ZIP of every version as it was received; complete, or not there at all.

    Args:
        region: The server.
        path: File to write, mode 0600.

    Returns:
        How many versions it holds.
    """
    listed: list[dict[str, Any]] = []
    tombs: list[dict[str, Any]] = []
    with whole_file(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        with region.database.snapshot() as connection:
            query = select(version, mission.c.fictional).join(mission).order_by(version.c.mission_id, version.c.number)
            for row in connection.execution_options(yield_per=_BATCH).execute(query):
                folder = f"missions/{row.mission_id}"
                places = {"document": f"{folder}/{row.number}.json", "receipt": f"{folder}/{row.number}.recepisse.json"}
                _add(archive, places["document"], row.document)
                _add(archive, places["receipt"], row.receipt)
                told = {"mission": str(row.mission_id), "version": row.number, "sha256": row.sha256, "size": row.size}
                listed.append(
                    {**told, "received_at": row.received_at.isoformat(), "fictional": row.fictional, **places}
                )
            files = [_add_attachment(archive, connection, row) for row in connection.execute(_WHOLE).all()]
            signatures = [_add_evidence(archive, row) for row in connection.execute(_EVIDENCE).all()]
            for row in connection.execute(select(tomb).order_by(tomb.c.mission_id)):
                tombs.append(json.loads(row.statement))
        chain = json.loads(chain_of(region).model_dump_json(by_alias=True))
        made_at = region.clock().replace(microsecond=0).isoformat()
        manifest = {
            "schema": 1,
            "made_at": made_at,
            "keys": chain,
            "versions": listed,
            "attachments": files,
            "evidence": signatures,
            "tombs": tombs,
        }
        _add(archive, MANIFEST, canonical_bytes(manifest))
    return len(listed)


def _add_attachment(archive: zipfile.ZipFile, connection: Connection, row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    """Write an attachment chunk by chunk; its line of the manifest."""
    own = (attachment_chunk.c.mission_id == row.mission_id) & (attachment_chunk.c.sha256 == row.sha256)
    chunks = select(attachment_chunk.c.content).where(own).order_by(attachment_chunk.c.start)
    place = f"missions/{row.mission_id}/attachments/{row.sha256}"
    with archive.open(zipfile.ZipInfo(place, EPOCH), "w") as file:
        for content in connection.execute(chunks).scalars():
            file.write(content)
    return {"mission": str(row.mission_id), "sha256": row.sha256, "size": row.size, "file": place}


def _add_evidence(archive: zipfile.ZipFile, row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    """Write the evidence of a signature and its receipt; its line of the manifest."""
    place = f"missions/{row.mission_id}/evidence/{row.id}"
    places = {"document": f"{place}.json", "receipt": f"{place}.recepisse.json"}
    _add(archive, places["document"], row.content)
    _add(archive, places["receipt"], row.receipt)
    return {"mission": str(row.mission_id), "version": row.version, "sha256": row.sha256, **places}


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
