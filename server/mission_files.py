"""Photos, files and signatures of a mission as its page lists them: cited by a version, present here or awaited."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from app.domain.evidence import SignatureEvidence
from app.sync.contract.document import SealedDocument
from app.sync.contract.evidence import read_evidence
from app.sync.contract.protocol import ProblemCode
from server.problems import Refused
from server.region import Region
from server.tables import attachment, attachment_chunk, evidence


@dataclass(frozen=True, slots=True)
class MissionFile:
    """A photo or a file that a version cites.

    Attributes:
        name: As it was named, or captioned.
        media_type: What it is.
        size: Its bytes.
        sha256: Their hash.
        versions: Numbers of the versions that cite it, in order.
        is_here: Whether it is whole on this server; else it is awaited.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    versions: tuple[int, ...]
    is_here: bool


@dataclass(frozen=True, slots=True)
class SignatureKept:
    """A signature of a version, when it came, and the hash of the bytes of its record."""

    record: SignatureEvidence
    received_at: datetime
    sha256: str


def files_of(region: Region, mission_id: UUID, documents: dict[int, SealedDocument]) -> tuple[MissionFile, ...]:
    """Every photo and file that the versions of a mission cite, in the order of the last one that does.

    Args:
        region: The server.
        mission_id: The mission.
        documents: Its versions by number.
    """
    query = select(attachment.c.sha256).where(attachment.c.mission_id == mission_id, attachment.c.whole_at.is_not(None))
    with region.database.reading() as connection:
        here = set(connection.execute(query).scalars())
    citing: dict[str, list[int]] = {}
    found: dict[str, MissionFile] = {}
    for number in sorted(documents, reverse=True):
        for one in documents[number].attachments:
            numbers = citing.setdefault(one.sha256, [])
            if number not in numbers:
                numbers.insert(0, number)
            name = one.caption or one.name
            told = MissionFile(name, one.media_type.value, one.size, one.sha256, (), one.sha256 in here)
            found.setdefault(one.sha256, told)
    return tuple(
        MissionFile(one.name, one.media_type, one.size, one.sha256, tuple(citing[one.sha256]), one.is_here)
        for one in found.values()
    )


def signatures_of(region: Region, mission_id: UUID) -> tuple[SignatureKept, ...]:
    """Every signature received, in the order of their reception."""
    query = select(evidence).where(evidence.c.mission_id == mission_id).order_by(evidence.c.received_at, evidence.c.id)
    with region.database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(SignatureKept(read_evidence(row.content)[0], row.received_at, row.sha256) for row in rows)


def content_here(region: Region, mission_id: UUID, sha256: str) -> tuple[str, bytes]:
    """Kind and bytes of a photo, a file or a scan that is whole here.

    Raises:
        Refused: `request.route_unknown`.
    """
    own = (attachment.c.mission_id == mission_id) & (attachment.c.sha256 == sha256)
    with region.database.reading() as connection:
        row = connection.execute(select(attachment).where(own)).one_or_none()
        if row is None or row.whole_at is None:
            raise Refused(ProblemCode.ROUTE_UNKNOWN)
        return str(row.media_type), _bytes_of(connection, mission_id, sha256)


def evidence_here(region: Region, mission_id: UUID, evidence_id: UUID) -> bytes:
    """The bytes of a record as they were received.

    Raises:
        Refused: `request.route_unknown`.
    """
    own = (evidence.c.mission_id == mission_id) & (evidence.c.id == evidence_id)
    with region.database.reading() as connection:
        content: bytes | None = connection.execute(select(evidence.c.content).where(own)).scalar_one_or_none()
    if content is None:
        raise Refused(ProblemCode.ROUTE_UNKNOWN)
    return content


def _bytes_of(connection: Connection, mission_id: UUID, sha256: str) -> bytes:
    own = (attachment_chunk.c.mission_id == mission_id) & (attachment_chunk.c.sha256 == sha256)
    chunks = select(attachment_chunk.c.content).where(own).order_by(attachment_chunk.c.start)
    return b"".join(connection.execute(chunks).scalars())
