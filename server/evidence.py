"""Evidence of signatures: received after the version that it cites, kept as received, acknowledged under the signing key."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.domain.evidence import SignatureEvidence
from app.sync.contract.canonical import sha256_of
from app.sync.contract.evidence import MAX_EVIDENCES, EvidenceReceiptBody, read_evidence
from app.sync.contract.protocol import ProblemCode
from app.sync.contract.signatures import signed
from server.devices import Device
from server.problems import Refused
from server.region import Region
from server.tables import attachment, mission, tomb, version
from server.tables import evidence as table


@dataclass(frozen=True, slots=True)
class EvidenceKept:
    """A record that is on the disk: bytes of its receipt, and whether this request made it."""

    receipt: bytes
    created: bool


def receive_evidence(region: Region, device: Device, mission_id: UUID, evidence_id: UUID, data: bytes) -> EvidenceKept:
    """Keep an evidence record, or acknowledge again one that is kept already.

    Raises:
        Refused: `evidence.unreadable`, `evidence.version_unknown` when the version that it cites is not here with that hash,
            `evidence.conflict` for other bytes under its identifier or too many records, `deposit.attachments_missing` when
            its scan is not here, `deposit.foreign`, `deposit.erased`; nothing is then written.
    """
    record = _read(data, mission_id, evidence_id)
    try:
        return _kept(region, device, record, data)
    except IntegrityError:
        # Another worker kept it since the look: the second look finds it.
        return _kept(region, device, record, data)


def _read(data: bytes, mission_id: UUID, evidence_id: UUID) -> tuple[SignatureEvidence, int]:
    try:
        record, size = read_evidence(data)
    except InvalidData:
        raise Refused(ProblemCode.EVIDENCE_UNREADABLE) from None
    if (record.mission_id, record.id) != (mission_id, evidence_id):
        raise Refused(ProblemCode.EVIDENCE_UNREADABLE)
    return record, size


def _kept(region: Region, device: Device, told: tuple[SignatureEvidence, int], data: bytes) -> EvidenceKept:
    record, size = told
    with region.database.writing() as connection:
        _check_owner(connection, device, record.mission_id)
        rows = connection.execute(select(table).where(table.c.mission_id == record.mission_id)).all()
        same = next((row for row in rows if row.id == record.id), None)
        if same is not None and same.content == data:
            return EvidenceKept(same.receipt, created=False)
        if same is not None or sum(row.version == record.version for row in rows) >= MAX_EVIDENCES:
            raise Refused(ProblemCode.EVIDENCE_CONFLICT)
        _check_cited(connection, record, size)
        body = EvidenceReceiptBody(
            schema=1,
            kid=region.kid,
            server=region.settings.name,
            mission_id=record.mission_id,
            evidence_id=record.id,
            version=record.version,
            sha256=sha256_of(data),
            received_at=region.clock().replace(microsecond=0),
        )
        receipt = signed(body, region.key)
        values = {"mission_id": record.mission_id, "id": record.id, "version": record.version, "sha256": body.sha256}
        values |= {"content": data, "receipt": receipt, "received_at": body.received_at}
        connection.execute(insert(table).values(values))
    return EvidenceKept(receipt, created=True)


def _check_owner(connection: Connection, device: Device, mission_id: UUID) -> None:
    owner = connection.execute(select(mission).where(mission.c.id == mission_id)).one_or_none()
    if owner is None:
        erased = connection.execute(select(tomb.c.mission_id).where(tomb.c.mission_id == mission_id)).one_or_none()
        raise Refused(ProblemCode.EVIDENCE_VERSION_UNKNOWN if erased is None else ProblemCode.ERASED)
    if not device.may_touch(owner.device_id, owner.provider_id):
        raise Refused(ProblemCode.MISSION_FOREIGN)


def _check_cited(connection: Connection, record: SignatureEvidence, size: int) -> None:
    """The version is here with the hash that was signed, and so is the scan, whole."""
    wanted = (version.c.mission_id == record.mission_id) & (version.c.number == record.version)
    if connection.execute(select(version.c.sha256).where(wanted)).scalar_one_or_none() != record.sha256:
        raise Refused(ProblemCode.EVIDENCE_VERSION_UNKNOWN)
    if record.scan_type is None:
        return
    own = (attachment.c.mission_id == record.mission_id) & (attachment.c.sha256 == record.scan)
    scan = connection.execute(select(attachment).where(own)).one_or_none()
    if scan is None or scan.whole_at is None or (scan.size, scan.media_type) != (size, record.scan_type.value):
        raise Refused(ProblemCode.ATTACHMENTS_MISSING)
