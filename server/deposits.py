"""Reception of sealed versions: read, computed again, stored as received and acknowledged, in one transaction."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.protocol import PROTOCOLS, ProblemCode
from app.sync.contract.receipt import ReceiptBody, sign_receipt
from server.attachments import check_all_there
from server.devices import Device
from server.problems import Refused
from server.region import Region
from server.tables import mission, tomb, version
from server.verification import Figures, verify

AHEAD = timedelta(hours=24)
"""How far in the future a version may have been sealed: further, the laptop's clock is wrong."""

_TOMB = select(tomb.c.mission_id).where(tomb.c.mission_id == bindparam("mission_id"))
_COUNTS_SINCE = 2
"""Protocol version from which a receipt counts every part."""

_READING = {
    "document.too_large": ProblemCode.TOO_LARGE,
    "document.unreadable": ProblemCode.UNREADABLE,
    "document.float": ProblemCode.NUMBER,
    "document.integer_too_large": ProblemCode.NUMBER,
    "document.duplicate_key": ProblemCode.DUPLICATE_KEY,
    "document.not_canonical": ProblemCode.NOT_CANONICAL,
    "document.newer": ProblemCode.NEWER,
    "document.invalid": ProblemCode.INVALID,
}


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A deposit that is on the disk: the bytes of its receipt, and whether this request made it."""

    receipt: bytes
    created: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request to deposit: who, what it says it is, the bytes, and the protocol version spoken."""

    device: Device
    mission_id: UUID
    number: int
    data: bytes
    protocol: int = PROTOCOLS[0]

    @property
    def sha256(self) -> str:
        """Hash of the bytes received."""
        return sha256_of(self.data)


def receive(region: Region, arrival: Arrival) -> Acknowledged:
    """Store a version, or acknowledge again one that is stored already.

    Raises:
        Refused: Any code of `received.*` and `deposit.*`; nothing is then written.
    """
    with region.database.reading() as connection:
        known = _known(connection, arrival, _owner(connection, arrival.mission_id))
    if known is not None:
        return known
    document = _read(region, arrival)
    figures = verify(document, region.packs)
    columns = _columns(document, figures)
    if any("\0" in value for value in columns.values() if isinstance(value, str)):
        raise Refused(ProblemCode.INVALID)  # No text of PostgreSQL may hold it.
    try:
        return _written(region, arrival, document, figures, columns)
    except IntegrityError:
        # Another worker stored this very mission since the look: the second look finds it.
        return _written(region, arrival, document, figures, columns)


def _written(
    region: Region, arrival: Arrival, document: SealedDocument, figures: Figures, columns: dict[str, Any]
) -> Acknowledged:
    """Look again, then write, in one transaction; deposits of one mission wait for each other."""
    with region.database.writing() as connection:
        owner = _owner(connection, arrival.mission_id, lock=True)
        known = _known(connection, arrival, owner)
        if known is not None:
            return known
        _check_place(connection, arrival, document, owner)
        held = check_all_there(connection, document)
        body = _receipt_body(region, arrival, document, figures, held)
        receipt = _store(region, connection, arrival, body, columns)
    return Acknowledged(receipt, created=True)


def stored_document(region: Region, device: Device, mission_id: UUID, number: int) -> bytes:
    """The bytes of a version, as received.

    Raises:
        Refused: `deposit.unknown`, also when it belongs to another provider.
    """
    with region.database.reading() as connection:
        owner = _owner(connection, mission_id)
        found = select(version.c.document).where(version.c.mission_id == mission_id, version.c.number == number)
        document: bytes | None = connection.execute(found).scalar_one_or_none()
    if owner is None or document is None or not device.may_touch(owner.device_id, owner.provider_id):
        raise Refused(ProblemCode.NOT_DEPOSITED)
    return document


def _owner(connection: Connection, mission_id: UUID, *, lock: bool = False) -> Row[Any] | None:
    found = select(mission).where(mission.c.id == mission_id)
    return connection.execute(found.with_for_update() if lock else found).one_or_none()


def _known(connection: Connection, arrival: Arrival, owner: Row[Any] | None) -> Acknowledged | None:
    """The acknowledgement of a version that is stored already.

    Raises:
        Refused: `deposit.foreign`, or `deposit.conflict` for other bytes.
    """
    if owner is None:
        return None
    if not arrival.device.may_touch(owner.device_id, owner.provider_id):
        raise Refused(ProblemCode.MISSION_FOREIGN)
    found = select(version.c.sha256, version.c.receipt).where(
        version.c.mission_id == arrival.mission_id, version.c.number == arrival.number
    )
    row = connection.execute(found).one_or_none()
    if row is None:
        return None
    if row.sha256 != arrival.sha256:
        raise Refused(ProblemCode.VERSION_CONFLICT)
    return Acknowledged(row.receipt, created=False)


def _read(region: Region, arrival: Arrival) -> SealedDocument:
    try:
        document = read_document(arrival.data)
    except InvalidData as error:
        raise Refused(_READING[error.code]) from None
    if document.mission.id != arrival.mission_id:
        raise Refused(ProblemCode.OTHER_MISSION)
    if document.version.number != arrival.number:
        raise Refused(ProblemCode.OTHER_VERSION)
    if document.version.sealed_at.tzinfo is None:
        raise Refused(ProblemCode.INVALID)
    if document.version.sealed_at > region.clock() + AHEAD:
        raise Refused(ProblemCode.SEALED_AHEAD)
    return document


def _is_fictional(document: SealedDocument) -> bool:
    return document.mission.fictional or document.scheme.fictional


def _check_place(connection: Connection, arrival: Arrival, document: SealedDocument, owner: Row[Any] | None) -> None:
    """The version comes right after the last one, and says so itself."""
    if owner is None and connection.execute(_TOMB, {"mission_id": arrival.mission_id}).first() is not None:
        raise Refused(ProblemCode.ERASED)
    last = 0 if owner is None else owner.last_version
    if arrival.number != last + 1:
        raise Refused(ProblemCode.VERSION_GAP)
    if owner is not None and owner.fictional != _is_fictional(document):
        raise Refused(ProblemCode.NATURE_CHANGED)
    before = select(version.c.sha256).where(version.c.mission_id == arrival.mission_id, version.c.number == last)
    if document.version.replaces != (connection.execute(before).scalar_one_or_none() or ""):
        raise Refused(ProblemCode.VERSION_CHAIN)


def _store(
    region: Region, connection: Connection, arrival: Arrival, body: ReceiptBody, columns: dict[str, Any]
) -> bytes:
    receipt = sign_receipt(body, region.key)
    dated = {"last_version": arrival.number, "last_received_at": body.received_at}
    if arrival.number == 1:
        owner = {"device_id": arrival.device.id, "provider_id": arrival.device.provider_id}
        values = {"id": arrival.mission_id, "fictional": body.fictional, **owner, **dated}
        connection.execute(insert(mission).values(values))
    else:
        connection.execute(update(mission).where(mission.c.id == arrival.mission_id).values(dated))
    connection.execute(
        insert(version).values(
            mission_id=arrival.mission_id,
            number=arrival.number,
            device_id=arrival.device.id,
            sha256=body.sha256,
            size=body.size,
            document=arrival.data,
            receipt=receipt,
            received_at=body.received_at,
            **columns,
        )
    )
    return receipt


def _receipt_body(
    region: Region, arrival: Arrival, document: SealedDocument, figures: Figures, held: list[str]
) -> ReceiptBody:
    return ReceiptBody(
        schema=1,
        kid=region.kid,
        server=region.settings.name,
        mission_id=arrival.mission_id,
        version=arrival.number,
        sha256=arrival.sha256,
        size=len(arrival.data),
        received_at=region.clock().replace(microsecond=0),
        answers=figures.answers,
        days=len(document.days),
        actions=len(document.actions),
        index=figures.entry_index,
        funding_checked=figures.funding_checked,
        fictional=_is_fictional(document),
        journal_events=None if document.journal is None else document.journal.events,
        journal_sha256=None if document.journal is None else document.journal.sha256,
        **(_counts_of_every_part(document, held) if arrival.protocol >= _COUNTS_SINCE else {}),
    )


def _counts_of_every_part(document: SealedDocument, held: list[str]) -> dict[str, Any]:
    return {
        "sessions": len(document.sessions),
        "scenarios": len(document.scenarios),
        "expenses": len(document.expenses),
        "attachments": held,
    }


def _columns(document: SealedDocument, figures: Figures) -> dict[str, Any]:
    chosen = document.chosen_scenario
    funding = None if chosen is None else chosen.funding
    return {
        "kind": document.version.kind.value,
        "sealed_at": document.version.sealed_at,
        "reference": document.mission.reference,
        "company_name": document.company.name,
        "siren": document.company.siren,
        "siret": document.establishment.siret,
        "town": document.establishment.town,
        "region_code": document.establishment.region_code,
        "provider_name": document.provider.name,
        "scheme_id": document.scheme.id,
        "scheme_sha256": document.scheme.sha256,
        "opened_on": document.mission.opened_on,
        "decision_day": document.mission.decision_day,
        "entry_index": figures.entry_index,
        "exit_index": figures.exit_index,
        "half_days": figures.half_days,
        "actions": len(document.actions),
        "invoiced_cents": None if funding is None else funding.invoiced_cents,
        "grant_cents": None if funding is None else funding.grant_cents,
        "funding_checked": figures.funding_checked,
    }
