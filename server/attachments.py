"""Photos and files of the missions: announced, received in chunks that resume, whole only once their hash is found right."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.attachment import MediaType, recognise
from app.domain.errors import DomainError
from app.sync.contract.document import SealedDocument
from app.sync.contract.protocol import ProblemCode
from app.sync.contract.transfer import Announced, Announcement, Lacking, Missing, checksum_of
from server.devices import Device
from server.problems import Refused
from server.region import Region
from server.tables import attachment, attachment_chunk, mission, tomb


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some bytes of an attachment: where they begin, and the checksum that travels with them."""

    start: int
    content: bytes
    checksum: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an attachment is: bytes received, bytes in all."""

    received: int
    size: int


def announce(region: Region, device: Device, mission_id: UUID, announced: Announcement) -> Missing:
    """Note what a laptop is about to send, and say what lacks and from where it goes on.

    Raises:
        Refused: `deposit.foreign` for another provider's mission, `deposit.erased`, `attachment.changed` for another size or kind than before.
    """
    try:
        return _announced(region, device, mission_id, announced)
    except IntegrityError:
        # Another worker noted the same announcement since the look: the second look finds it.
        return _announced(region, device, mission_id, announced)


def _announced(region: Region, device: Device, mission_id: UUID, announced: Announcement) -> Missing:
    lacking: list[Lacking] = []
    with region.database.writing() as connection:
        known = {row.sha256: row for row in _rows(connection, mission_id)}
        _check_owner(connection, device, mission_id, known.values())
        for one in announced.attachments:
            row = known.get(one.sha256)
            if row is None:
                known[one.sha256] = _noted(region, connection, device, mission_id, one)
                lacking.append(Lacking(sha256=one.sha256, offset=0))
            elif (row.size, row.media_type) != (one.size, one.media_type.value):
                raise Refused(ProblemCode.ATTACHMENT_CHANGED)
            elif row.whole_at is None and one.sha256 not in {other.sha256 for other in lacking}:
                lacking.append(Lacking(sha256=one.sha256, offset=row.received))
    return Missing(missing=lacking)


def progress_of(region: Region, device: Device, mission_id: UUID, sha256: str) -> Progress:
    """How far an attachment is.

    Raises:
        Refused: `attachment.unknown`, also when it is another provider's.
    """
    with region.database.reading() as connection:
        row = _owned(connection, device, mission_id, sha256)
    return Progress(row.received, row.size)


def take_chunk(region: Region, device: Device, mission_id: UUID, sha256: str, chunk: Chunk) -> Progress:
    """Keep a chunk right after what is here; the last one makes the attachment whole, once its hash is found right.

    Raises:
        Refused: `attachment.unknown`, `attachment.altered` when the chunk is not its checksum, `attachment.offset` when it
            does not follow, `attachment.content` when the whole is not what was announced: everything received is then
            thrown away.
    """
    if checksum_of(chunk.content) != chunk.checksum:
        raise Refused(ProblemCode.ATTACHMENT_ALTERED)
    with region.database.writing() as connection:
        row = _owned(connection, device, mission_id, sha256, lock=True)
        end = row.received if row.whole_at is not None else chunk.start + len(chunk.content)
        if row.whole_at is None:
            if chunk.start != row.received or end > row.size or not chunk.content:
                raise Refused(ProblemCode.ATTACHMENT_OFFSET)
            _keep(connection, mission_id, sha256, chunk)
        is_right = end < row.size or row.whole_at is not None or _is_whole(connection, row)
        if is_right:
            whole_at = row.whole_at or (region.clock() if end == row.size else None)
            _change(connection, row, received=end, whole_at=whole_at)
        else:
            _forget(connection, row)
    if not is_right:
        raise Refused(ProblemCode.ATTACHMENT_CONTENT)
    return Progress(end, row.size)


def content_of(region: Region, device: Device, mission_id: UUID, sha256: str) -> tuple[MediaType, bytes]:
    """Kind and bytes of a whole attachment.

    Raises:
        Refused: `attachment.unknown`, also when it is another provider's or not whole yet.
    """
    with region.database.reading() as connection:
        row = _owned(connection, device, mission_id, sha256)
        if row.whole_at is None:
            raise Refused(ProblemCode.ATTACHMENT_UNKNOWN)
        return MediaType(row.media_type), b"".join(_chunks(connection, row))


def held_of(region: Region, mission_id: UUID) -> frozenset[str]:
    """Hashes of the attachments of a mission that are whole on this server."""
    with region.database.reading() as connection:
        return frozenset(row.sha256 for row in _rows(connection, mission_id) if row.whole_at is not None)


def check_all_there(connection: Connection, document: SealedDocument) -> list[str]:
    """Hashes of what a version cites, in order, each whole on this server.

    Raises:
        Refused: `deposit.attachments_missing`, or `received.invalid` when two lines tell another size for one hash.
    """
    cited: dict[str, tuple[int, str]] = {}
    for one in document.attachments:
        if cited.setdefault(one.sha256, (one.size, one.media_type.value)) != (one.size, one.media_type.value):
            raise Refused(ProblemCode.INVALID)
    here = {row.sha256: row for row in _rows(connection, document.mission.id)} if cited else {}
    for sha256, told in cited.items():
        row = here.get(sha256)
        if row is None or row.whole_at is None or (row.size, row.media_type) != told:
            raise Refused(ProblemCode.ATTACHMENTS_MISSING)
    return sorted(cited)


def _rows(connection: Connection, mission_id: UUID) -> list[Row[Any]]:
    return list(connection.execute(select(attachment).where(attachment.c.mission_id == mission_id)).all())


def _check_owner(connection: Connection, device: Device, mission_id: UUID, rows: Iterable[Row[Any]]) -> None:
    """Refuse who may touch neither the mission nor what was announced for it before it came."""
    if connection.execute(select(tomb.c.mission_id).where(tomb.c.mission_id == mission_id)).one_or_none() is not None:
        raise Refused(ProblemCode.ERASED)
    first = _mission(connection, mission_id) or next(iter(rows), None)
    if first is not None and not device.may_touch(first.device_id, first.provider_id):
        raise Refused(ProblemCode.MISSION_FOREIGN)


def _owned(connection: Connection, device: Device, mission_id: UUID, sha256: str, *, lock: bool = False) -> Row[Any]:
    found = select(attachment).where(attachment.c.mission_id == mission_id, attachment.c.sha256 == sha256)
    row = connection.execute(found.with_for_update() if lock else found).one_or_none()
    owner = _mission(connection, mission_id) or row
    if row is None or owner is None or not device.may_touch(owner.device_id, owner.provider_id):
        raise Refused(ProblemCode.ATTACHMENT_UNKNOWN)
    return row


def _mission(connection: Connection, mission_id: UUID) -> Row[Any] | None:
    """The mission once its first version came: it may have been given to somebody else since the announcement."""
    return connection.execute(select(mission).where(mission.c.id == mission_id)).one_or_none()


def _noted(region: Region, connection: Connection, device: Device, mission_id: UUID, one: Announced) -> Row[Any]:
    connection.execute(
        insert(attachment).values(
            mission_id=mission_id,
            sha256=one.sha256,
            media_type=one.media_type.value,
            size=one.size,
            received=0,
            device_id=device.id,
            provider_id=device.provider_id,
            announced_at=region.clock(),
        )
    )
    return _owned(connection, device, mission_id, one.sha256)


def _keep(connection: Connection, mission_id: UUID, sha256: str, chunk: Chunk) -> None:
    values = {"mission_id": mission_id, "sha256": sha256, "start": chunk.start, "content": chunk.content}
    connection.execute(insert(attachment_chunk).values(values))


def _chunks(connection: Connection, row: Row[Any]) -> Iterable[bytes]:
    own = (attachment_chunk.c.mission_id == row.mission_id) & (attachment_chunk.c.sha256 == row.sha256)
    found = select(attachment_chunk.c.content).where(own).order_by(attachment_chunk.c.start)
    return connection.execute(found).scalars()


def _is_whole(connection: Connection, row: Row[Any]) -> bool:
    data = b"".join(_chunks(connection, row))
    try:
        return hashlib.sha256(data).hexdigest() == str(row.sha256) and recognise(data).value == str(row.media_type)
    except DomainError:
        return False


def _change(connection: Connection, row: Row[Any], **values: object) -> None:
    own = (attachment.c.mission_id == row.mission_id) & (attachment.c.sha256 == row.sha256)
    connection.execute(update(attachment).where(own).values(values))


def _forget(connection: Connection, row: Row[Any]) -> None:
    own = (attachment_chunk.c.mission_id == row.mission_id) & (attachment_chunk.c.sha256 == row.sha256)
    connection.execute(delete(attachment_chunk).where(own))
    _change(connection, row, received=0)
