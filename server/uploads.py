"""Files handed to the Region, on a key or on its page: opened, checked whole, then received exactly as from a laptop."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, insert, select

from app.domain.attachment import recognise
from app.domain.errors import DomainError, InvalidData
from app.domain.evidence import SignatureEvidence
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.envelope import is_locked, unlock
from app.sync.contract.evidence import write_evidence
from app.sync.contract.parcel import open_parcel
from app.sync.contract.protocol import PROTOCOLS, ProblemCode
from app.sync.contract.transfer import MAX_CHUNK_BYTES, Announced, Announcement, checksum_of
from server.attachments import Chunk, announce, held_of, take_chunk
from server.deposits import Acknowledged, Arrival, examine, receive
from server.devices import Device
from server.evidence import receive_evidence
from server.exchange import identities
from server.problems import Refused
from server.region import Region
from server.tables import attachment, device, mission, provider

MAX_UPLOAD_BYTES = 256 * 1024 * 1024
"""Largest file taken at once, in bytes; a heavier mission is deposited by a line that resumes."""

_DESK = "fichier remis à la Région"
"""Name of the laptop that stands, among the enrolled ones, for the files handed over: it has no token."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who hands a file over.

    Attributes:
        provider_id: Provider that the person works for; None for the Region's own people.
        account_id: The consultant's account, so that the pages show them what they handed over; None for others.
    """

    provider_id: UUID | None = None
    account_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was received: which version, the bytes of its receipt, and whether this file brought it."""

    mission_id: UUID
    number: int
    reference: str
    receipt: bytes
    created: bool


def receive_file(region: Region, data: bytes, bearer: Bearer) -> Handed:
    """Receive a `.jalon`, encrypted to this server or not, or a feuille de route; the receipt is that of a laptop's deposit.

    Args:
        region: The server.
        data: Bytes of the file.
        bearer: Who hands it over.

    Raises:
        InvalidData: `archive.*`, `document.*`, `verify.pdf_damaged`; nothing is then written.
        Refused: Any refusal of a deposit; likewise.
    """
    if len(data) > MAX_UPLOAD_BYTES:
        raise Refused(ProblemCode.TOO_LARGE)
    parcel = open_parcel(unlock(data, identities(region)) if is_locked(data) else data)
    document = read_document(parcel.document)
    contents, evidence = dict(parcel.contents()), parcel.evidences()
    scans = {one.scan: contents[one.scan] for one, _ in evidence if one.scan in contents}
    _check_contents(document, {sha256: one for sha256, one in contents.items() if sha256 not in scans})
    owner = _device_for(region, document, bearer)
    arrival = Arrival(owner, document.mission.id, document.version.number, parcel.document, PROTOCOLS[0])
    known = examine(region, arrival)
    if known is None:
        _check_all_come(region, document, contents)
        arrival = Arrival(
            _kept(region, owner, bearer), arrival.mission_id, arrival.number, arrival.data, arrival.protocol
        )
        _keep_contents(region, arrival, document, contents)
    done: Acknowledged = known or receive(region, arrival)
    _keep_evidence(region, arrival, evidence, scans)
    return Handed(arrival.mission_id, arrival.number, document.mission.reference, done.receipt, done.created)


def _check_contents(document: SealedDocument, contents: Mapping[str, bytes]) -> None:
    """Every content is cited, as long as told, and what it is told to be."""
    cited = {one.sha256: one for one in document.attachments}
    for sha256, content in contents.items():
        one = cited.get(sha256)
        if one is None or one.size != len(content):
            raise InvalidData("archive.foreign")
        try:
            found = recognise(content)
        except DomainError:
            raise Refused(ProblemCode.ATTACHMENT_CONTENT) from None
        if found is not one.media_type:
            raise Refused(ProblemCode.ATTACHMENT_CONTENT)


def _check_all_come(region: Region, document: SealedDocument, contents: Mapping[str, bytes]) -> None:
    lacking = {one.sha256 for one in document.attachments} - set(contents)
    if lacking - held_of(region, document.mission.id):
        raise Refused(ProblemCode.ATTACHMENTS_MISSING)


def _device_for(region: Region, document: SealedDocument, bearer: Bearer) -> Device:
    """On whose behalf: the bearer's provider, or for the Region's people the mission's own, found by its name when new."""
    with region.database.reading() as connection:
        provider_id = bearer.provider_id
        if provider_id is None:
            owner = _owner(connection, document.mission.id)
            if owner is not None:
                return Device(owner.device_id, owner.provider_id)
            named = select(provider.c.id).where(provider.c.name == document.provider.name)
            provider_id = connection.execute(named).scalar_one_or_none()
        found = _desk_of(connection, provider_id, bearer.account_id)
    return Device(found or UUID(int=0), provider_id)


def _owner(connection: Connection, mission_id: UUID) -> Row[Any, Any] | None:
    """Whose mission it is, or whose it will be when its first photos came before it."""
    for table in (mission, attachment):
        key = table.c.id if table is mission else table.c.mission_id
        row = connection.execute(select(table.c.device_id, table.c.provider_id).where(key == mission_id)).first()
        if row is not None:
            return row
    return None


def _desk_of(connection: Connection, provider_id: UUID | None, account_id: UUID | None) -> UUID | None:
    own = device.c.provider_id.is_(None) if provider_id is None else device.c.provider_id == provider_id
    his = device.c.account_id.is_(None) if account_id is None else device.c.account_id == account_id
    found = select(device.c.id).where(device.c.name == _DESK, device.c.revoked_at.is_not(None), own, his)
    kept: UUID | None = connection.execute(found.order_by(device.c.enrolled_at)).scalars().first()
    return kept


def _kept(region: Region, wanted: Device, bearer: Bearer) -> Device:
    """The same, in the database when it was not: without a token, so that nothing ever signs in as it."""
    if wanted.id.int:
        return wanted
    with region.database.writing() as connection:
        made = _desk_of(connection, wanted.provider_id, bearer.account_id)
        if made is None:
            made, now = uuid4(), region.clock()
            values: dict[str, object] = {
                "id": made,
                "provider_id": wanted.provider_id,
                "account_id": bearer.account_id,
                "name": _DESK,
            }
            values["enrolled_at"] = now
            unused = sha256_of(secrets.token_bytes(32))
            connection.execute(insert(device).values(token_sha256=unused, revoked_at=now, **values))
    return Device(made, wanted.provider_id)


def _keep_contents(region: Region, arrival: Arrival, document: SealedDocument, contents: Mapping[str, bytes]) -> None:
    told = {
        one.sha256: Announced(sha256=one.sha256, media_type=one.media_type, size=one.size)
        for one in document.attachments
    }
    announced = [one for sha256, one in told.items() if sha256 in contents]
    if not announced:
        return
    _send_in(region, arrival, announced, contents)


def _send_in(region: Region, arrival: Arrival, announced: list[Announced], contents: Mapping[str, bytes]) -> None:
    for lacking in announce(region, arrival.device, arrival.mission_id, Announcement(attachments=announced)).missing:
        content = contents[lacking.sha256]
        for start in range(lacking.offset, len(content), MAX_CHUNK_BYTES):
            part = content[start : start + MAX_CHUNK_BYTES]
            chunk = Chunk(start, part, checksum_of(part))
            take_chunk(region, arrival.device, arrival.mission_id, lacking.sha256, chunk)


def _keep_evidence(
    region: Region,
    arrival: Arrival,
    evidence: list[tuple[SignatureEvidence, int]],
    scans: Mapping[str, bytes],
) -> None:
    """Keep the signatures that came along, once the version that they cite is here."""
    if not evidence:
        return
    with region.database.reading() as connection:
        owner = _owner(connection, arrival.mission_id)
    holder = arrival.device if owner is None else Device(owner.device_id, owner.provider_id)
    kept = Arrival(holder, arrival.mission_id, arrival.number, arrival.data)
    for one, size in evidence:
        if one.scan_type is not None and one.scan in scans:
            _send_in(region, kept, [Announced(sha256=one.scan, media_type=one.scan_type, size=size)], scans)
        receive_evidence(region, holder, one.mission_id, one.id, write_evidence(one, size))
