"""Use case of the signature on site: a record that cites a sealed version is kept beside it, and changes nothing in it."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.attachment import MediaType
from app.domain.errors import DomainError
from app.domain.evidence import EvidenceKind, Signatory, SignatureEvidence, check_signatories
from app.domain.journal import EventKind
from app.domain.quantities import clean_text
from app.services.attachments import AttachmentDesk

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed, and how.

    Attributes:
        mission_id: The mission.
        version: Number of its sealed version.
        kind: Drawn here, scanned, or signed on paper.
        signed_on: Civil day.
        place: Where, or empty.
        signatories: Who signed.
        scan: Bytes of the scan, when there is one.
    """

    mission_id: UUID
    version: int
    kind: EvidenceKind
    signed_on: date
    place: str = ""
    signatories: tuple[Signatory, ...] = ()
    scan: bytes = b""


def record_signature(desk: AttachmentDesk, signed: Signed) -> SignatureEvidence:
    """Keep the evidence of a signature; the sealed version itself is never touched.

    The bytes of a scan are on the disk before the row that cites them.

    Raises:
        DomainError: `version.unknown`, `evidence.nobody`, `evidence.nothing_drawn`, `evidence.name_missing`,
            `evidence.too_much_ink`, `evidence.scan_kind`, `text.too_long`, or a refusal of a photo that cannot be read.
        EnvironmentFailure: The disk refused; nothing is kept.
    """
    signatories = check_signatories(signed.kind, (_cleaned(one) for one in signed.signatories))
    place = clean_text(signed.place, field="place")
    scan, scan_type = _kept_scan(desk, signed)
    at = desk.clock()
    with desk.unit_of_work() as uow:
        cited = uow.sealed.get(signed.mission_id, signed.version)
        made = SignatureEvidence(
            id=desk.new_id(),
            mission_id=signed.mission_id,
            version=signed.version,
            sha256=cited.sha256,
            kind=signed.kind,
            recorded_at=at,
            signed_on=signed.signed_on,
            place=place,
            signatories=signatories,
            scan=scan,
            scan_type=scan_type,
        )
        uow.evidence.add(made)
        uow.journal.note(signed.mission_id, EventKind.SIGNED, at, made)
        uow.commit()
    logger.info("mission %s: version %d signed, %s", made.mission_id, made.version, made.kind)
    return made


def _cleaned(one: Signatory) -> Signatory:
    name = clean_text(one.name, field="signatory")
    return replace(one, name=name, function=clean_text(one.function, field="signatory"))


def _kept_scan(desk: AttachmentDesk, signed: Signed) -> tuple[str, MediaType | None]:
    if signed.kind is not EvidenceKind.SCANNED:
        return "", None
    prepared = desk.prepare(signed.scan)
    if not prepared.media_type.is_photo and prepared.media_type is not MediaType.PDF:
        raise DomainError("evidence.scan_kind")
    return desk.store.put(prepared.data, prepared.thumbnail), prepared.media_type
