"""Photos and files in the database: rows that cite, by their hash, bytes kept in the second file."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import RowMapping, delete, func, insert, literal_column, select, union
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.attachment import Attachment, AttachmentLink
from app.domain.referential import ThemeCode
from app.models.tables import attachment, deposit, sealed_attachment, signature_evidence
from app.services.rows import DepositState, SealedPart

_OWN = ("id", "sha256", "media_type", "size", "name", "added_at", "caption", "audience")
_LINK = ("session_id", "theme", "action_id")


class Attachments:
    """Repository of attachments (`app.services.attachment_ports.AttachmentRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Attachment, ...]:
        """All those of a mission, in the order in which they were added."""
        query = select(attachment).where(attachment.c.mission_id == mission_id)
        rows = self._connection.execute(query.order_by(attachment.c.added_at, literal_column("rowid"))).mappings()
        return tuple(_attachment_of(row) for row in rows)

    def count(self, mission_id: UUID) -> int:
        """How many a mission has."""
        query = select(func.count()).select_from(attachment).where(attachment.c.mission_id == mission_id)
        return int(self._connection.execute(query).scalar_one())

    def save(self, mission_id: UUID, kept: Attachment) -> None:
        """Keep a new or changed attachment; its bytes are in the second file already."""
        values = {
            **{name: getattr(kept, name) for name in _OWN},
            **{name: getattr(kept.link, name) for name in _LINK},
        }
        made = upsert(attachment).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def remove(self, mission_id: UUID, attachment_id: UUID) -> None:
        """Forget one; its bytes stay until nothing cites them."""
        here = attachment.c.mission_id == mission_id
        self._connection.execute(delete(attachment).where(here, attachment.c.id == attachment_id))

    def note_sealed(self, mission_id: UUID, version: int, parts: Iterable[SealedPart]) -> None:
        """Keep what a sealed version holds, written once in the transaction that seals."""
        for part in parts:
            values = {"sha256": part.sha256, "media_type": part.media_type, "size": part.size}
            self._connection.execute(insert(sealed_attachment).values(mission_id=mission_id, version=version, **values))

    def sealed_in(self, mission_id: UUID, version: int) -> tuple[SealedPart, ...]:
        """What a sealed version holds, by hash."""
        query = select(sealed_attachment).where(
            sealed_attachment.c.mission_id == mission_id, sealed_attachment.c.version == version
        )
        rows = self._connection.execute(query.order_by(sealed_attachment.c.sha256)).mappings()
        return tuple(SealedPart(row["sha256"], row["media_type"], row["size"]) for row in rows)

    def cited(self) -> frozenset[str]:
        """Hashes of everything that a draft, a sealed version or an evidence record cites."""
        scans = select(signature_evidence.c.scan).where(signature_evidence.c.scan != "")
        query = union(select(attachment.c.sha256), select(sealed_attachment.c.sha256), scans)
        return frozenset(self._connection.execute(query).scalars())

    def acknowledged(self, mission_id: UUID) -> frozenset[str]:
        """Hashes sealed in versions whose receipt is verified, cited by no version that still waits nor any other mission."""
        sealed, own = sealed_attachment.c, sealed_attachment.c.mission_id == mission_id
        of_version = (deposit.c.mission_id == sealed.mission_id) & (deposit.c.version == sealed.version)
        there = deposit.c.state == DepositState.DEPOSITED
        done = select(sealed.sha256).join(deposit, of_version).where(own, there)
        waiting = select(sealed.sha256).join(deposit, of_version, isouter=True).where(there.is_not(True))
        drafts = select(attachment.c.sha256).where(attachment.c.mission_id != mission_id)
        found = self._connection.execute(done.except_(waiting, drafts, select(signature_evidence.c.scan))).scalars()
        return frozenset(found)


def _attachment_of(row: RowMapping) -> Attachment:
    theme = row["theme"]
    return Attachment(
        **{name: row[name] for name in _OWN},
        link=AttachmentLink(row["session_id"], None if theme is None else ThemeCode(theme), row["action_id"]),
    )
