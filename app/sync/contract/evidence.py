"""Evidence of a signature as it travels beside a sealed version: canonical bytes that cite its SHA-256, and their receipt."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, ValidationError

from app.domain.attachment import MAX_ATTACHMENT_BYTES, MediaType
from app.domain.errors import DomainError, InvalidData
from app.domain.evidence import (
    MAX_POINTS,
    EvidenceKind,
    Signatory,
    SignatoryRole,
    SignatureEvidence,
    check_signatories,
)
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.document.base import Code, Count, Line, Part, Sha256
from app.sync.contract.receipt import key_id
from app.sync.contract.signatures import is_signed_by

EVIDENCE_TYPE = "application/vnd.jalon.evidence+json"
EVIDENCE_RECEIPT_TYPE = "application/vnd.jalon.evidence-receipt+json"
MAX_EVIDENCE_BYTES = 1024 * 1024
"""Two signatures of `MAX_POINTS` points take some 450 KB."""

MAX_EVIDENCES = 20
"""Records that one version may have in a file."""

_SIDES = 2
_Point = Annotated[list[Annotated[int, Field(ge=0, le=10_000)]], Field(min_length=2, max_length=2)]


class SignatoryPart(Part):
    """Who signed, as told on the day; strokes in units of the surface when it was drawn."""

    role: SignatoryRole
    name: Line
    function: Line
    strokes: list[list[_Point]] = Field(max_length=MAX_POINTS)


class EvidencePart(Part):
    """An evidence record (`app.domain.evidence.SignatureEvidence`), with the size of its scan when it has one."""

    schema_: Literal[1] = Field(alias="schema")
    id: UUID
    mission_id: UUID
    version: Annotated[int, Field(ge=1, le=10_000)]
    sha256: Sha256
    kind: EvidenceKind
    recorded_at: datetime
    signed_on: date
    place: Line
    signatories: list[SignatoryPart] = Field(max_length=_SIDES)
    scan: Sha256 | Literal[""]
    scan_type: MediaType | None
    scan_size: Annotated[int, Field(ge=0, le=MAX_ATTACHMENT_BYTES)]


def evidence_path(mission_id: UUID, evidence_id: UUID) -> str:
    """Path under which an evidence record is deposited."""
    return f"/api/v1/missions/{mission_id}/evidence/{evidence_id}"


def write_evidence(evidence: SignatureEvidence, scan_size: int) -> bytes:
    """Canonical bytes of a record; the same record always gives the same bytes."""
    signatories = [
        SignatoryPart(
            role=one.role,
            name=one.name,
            function=one.function,
            strokes=[[list(point) for point in stroke] for stroke in one.strokes],
        )
        for one in evidence.signatories
    ]
    part = EvidencePart(
        schema=1,
        id=evidence.id,
        mission_id=evidence.mission_id,
        version=evidence.version,
        sha256=evidence.sha256,
        kind=evidence.kind,
        recorded_at=evidence.recorded_at,
        signed_on=evidence.signed_on,
        place=evidence.place,
        signatories=signatories,
        scan=evidence.scan,
        scan_type=evidence.scan_type,
        scan_size=scan_size,
    )
    return canonical_bytes(part.model_dump(mode="json", by_alias=True))


def read_evidence(data: bytes) -> tuple[SignatureEvidence, int]:
    """A record and the size of its scan.

    Raises:
        InvalidData: `signature.unreadable` for anything that `write_evidence` cannot have written.
    """
    if len(data) > MAX_EVIDENCE_BYTES:
        raise InvalidData("signature.unreadable")
    try:
        part = EvidencePart.model_validate(read_canonical(data))
        signatories = check_signatories(part.kind, map(_signatory, part.signatories))
    except (InvalidData, ValidationError, DomainError):
        raise InvalidData("signature.unreadable") from None
    is_scan = part.kind is EvidenceKind.SCANNED
    if part.recorded_at.tzinfo is None or {is_scan} != {
        bool(part.scan),
        part.scan_type is not None,
        part.scan_size > 0,
    }:
        raise InvalidData("signature.unreadable")
    read = SignatureEvidence(
        id=part.id,
        mission_id=part.mission_id,
        version=part.version,
        sha256=part.sha256,
        kind=part.kind,
        recorded_at=part.recorded_at,
        signed_on=part.signed_on,
        place=part.place,
        signatories=signatories,
        scan=part.scan,
        scan_type=part.scan_type,
    )
    return read, part.scan_size


def _signatory(part: SignatoryPart) -> Signatory:
    strokes = tuple(tuple((x, y) for x, y in stroke) for stroke in part.strokes)
    return Signatory(part.role, part.name, part.function, strokes)


class EvidenceReceiptBody(Part):
    """What the server signs about a record that it keeps: the record, the version that it cites, hash of its bytes, instant."""

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    server: Line
    mission_id: UUID
    evidence_id: UUID
    version: Count
    sha256: Sha256
    received_at: datetime


class EvidenceReceipt(Part):
    """A body and its signature (base64 of the 64 bytes of Ed25519 over the body's canonical bytes)."""

    body: EvidenceReceiptBody
    signature: Annotated[str, Field(max_length=100)]


def told_by_evidence_receipt(data: bytes) -> EvidenceReceipt:
    """What such a receipt says; nothing is verified yet.

    Raises:
        InvalidData: `receipt.unreadable`.
    """
    try:
        return EvidenceReceipt.model_validate(read_canonical(data))
    except (InvalidData, ValidationError):
        raise InvalidData("receipt.unreadable") from None


def check_evidence_receipt(data: bytes, public_key: bytes, evidence: bytes) -> EvidenceReceiptBody:
    """A receipt that proves that the server keeps exactly these bytes of a record.

    Raises:
        InvalidData: `receipt.unreadable`, `receipt.signature`, or `receipt.mismatch`.
    """
    told = told_by_evidence_receipt(data)
    if told.body.kid != key_id(public_key) or not is_signed_by(told.body, told.signature, public_key):
        raise InvalidData("receipt.signature")
    record, _ = read_evidence(evidence)
    if (told.body.evidence_id, told.body.sha256) != (record.id, sha256_of(evidence)):
        raise InvalidData("receipt.mismatch")
    return told.body
