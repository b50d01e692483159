"""Reception of sealed versions: read, computed again, stored as received and acknowledged, in one transaction."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from anyio.to_thread import run_sync
from sqlalchemy import Connection, Row, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.protocol import PROTOCOLS, ProblemCode
from app.sync.contract.receipt import ReceiptBody, sign_receipt
from server.attachments import check_all_there
from server.deposit_statements import (
    LOCK,
    LOOK,
    LOOK_AND_KNOW,
    NEW_BOTH,
    NEW_MISSION,
    NEW_VERSION,
    OF_MISSION,
    OF_VERSION,
)
from server.devices import Device
from server.problems import Refused
from server.region import Region
from server.tables import mission, version
from server.verification import Figures, verify
from server.version_columns import checked_columns

AHEAD = timedelta(hours=24)
"""How far in the future a version may have been sealed: further, the laptop's clock is wrong."""

_LONG = 64 * 1024
"""Bytes from which a document is read in a thread, so that it holds up nobody else's request."""

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
    sha256: str = field(init=False)
    """Hash of the bytes received."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256_of(self.data))


@dataclass(frozen=True, slots=True)
class Sent:
    """A deposit as a request brings it, its laptop known by a token only."""

    token: str
    mission_id: UUID
    number: int
    data: bytes
    protocol: int = PROTOCOLS[0]

    def by(self, laptop: Device) -> Arrival:
        """The same, once its laptop is known."""
        return Arrival(laptop, self.mission_id, self.number, self.data, self.protocol)


@dataclass(frozen=True, slots=True)
class _Work:
    """A deposit that was found right and waits for its place."""

    region: Region
    arrival: Arrival
    document: SealedDocument
    figures: Figures
    columns: dict[str, Any]


async def receive_from(region: Region, sent: Sent) -> Acknowledged:
    """`receive` for whoever bears a token.

    A laptop known lately is believed to bring a new mission: one statement finds whether it still may, and stores it.

    Raises:
        Refused: `token.refused`, and as `receive`.
    """
    token = sha256_of(sent.token.encode())
    laptop = region.laptops.get(token)
    work = None if laptop is None else await _believed(region, sent.by(Device(*laptop)))
    done = None if work is None else await _first(work, token)
    return await _looked_up(region, sent, token, work) if done is None else done


async def _believed(region: Region, arrival: Arrival) -> _Work | None:
    """A deposit that is right by itself; None for one that is not: what is said of it depends on what is known."""
    try:
        return await _worked(region, arrival)
    except Refused:
        return None


async def _looked_up(region: Region, sent: Sent, token: str, work: _Work | None) -> Acknowledged:
    """What `receive` does, for a laptop known in the same journey to the database."""
    asked = {"mission_id": sent.mission_id, "number": sent.number, "before": sent.number - 1, "token_sha256": token}
    found = await region.database.at_once(LOOK_AND_KNOW, asked)
    if found.bearer_id is None or found.bearer_revoked_at is not None:
        raise Refused(ProblemCode.TOKEN_REFUSED)
    laptop = (found.bearer_id, found.bearer_provider)
    region.keep_laptop(token, laptop)
    arrival = sent.by(Device(*laptop))
    known = _known(arrival, found)
    if known is not None:
        return known
    work = await _worked(region, arrival) if work is None else replace(work, arrival=arrival)
    _check_place(arrival, work.document, found)
    done = await _first(work, token)
    return await run_sync(_written, work) if done is None else done


def receive(region: Region, arrival: Arrival) -> Acknowledged:
    """Store a version, or acknowledge again one that is stored already.

    Raises:
        Refused: Any code of `received.*` and `deposit.*`; nothing is then written.
    """
    with region.database.reading() as connection:
        found = _look(connection, arrival)
    known = _known(arrival, found)
    return _written(_checked(region, arrival)) if known is None else known


def examine(region: Region, arrival: Arrival) -> Acknowledged | None:
    """Everything that `receive` would refuse but attachments that lack, looked at without writing.

    Returns:
        The acknowledgement of a version that is stored already, or None when it may come.

    Raises:
        Refused: As `receive`.
    """
    with region.database.reading() as connection:
        found = _look(connection, arrival)
    known = _known(arrival, found)
    if known is not None:
        return known
    _check_place(arrival, _checked(region, arrival).document, found)
    return None


def _checked(region: Region, arrival: Arrival) -> _Work:
    """A deposit, everything that it says computed again."""
    document = _read(region, arrival)
    figures = verify(document, region.packs)
    return _Work(region, arrival, document, figures, checked_columns(document, figures))


async def _worked(region: Region, arrival: Arrival) -> _Work:
    return _checked(region, arrival) if len(arrival.data) < _LONG else await run_sync(_checked, region, arrival)


async def _first(work: _Work, token: str) -> Acknowledged | None:
    """Write a mission and its first version, which cites nothing, in one journey; None when that is not what it is."""
    arrival, document, database = work.arrival, work.document, work.region.database
    if arrival.number > 1 or document.version.replaces or document.attachments or database.is_embedded:
        return None
    body, receipt = _acknowledged(work, [])
    values = {f"{OF_MISSION}{name}": value for name, value in _mission_row(work, body).items()}
    values |= {f"{OF_VERSION}{name}": value for name, value in _version_row(work, body, receipt).items()}
    stored = await database.at_once(NEW_BOTH, values | {"token_sha256": token})
    return None if stored is None else Acknowledged(receipt, created=True)


def _written(work: _Work) -> Acknowledged:
    try:
        return _placed(work)
    except IntegrityError:
        # Another request made the mission since the look: the second look finds it.
        return _placed(work)


def _placed(work: _Work) -> Acknowledged:
    """Look, then write, in one transaction; deposits of one mission wait for each other."""
    arrival = work.arrival
    with work.region.database.writing() as connection:
        connection.execute(LOCK, {"mission_id": arrival.mission_id})
        found = _look(connection, arrival)
        known = _known(arrival, found)
        if known is not None:
            return known
        _check_place(arrival, work.document, found)
        return Acknowledged(_store(work, connection), created=True)


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


def _owner(connection: Connection, mission_id: UUID) -> Row[Any] | None:
    return connection.execute(select(mission).where(mission.c.id == mission_id)).one_or_none()


def _look(connection: Connection, arrival: Arrival) -> Row[*tuple[Any, ...]]:
    """What is known of a mission and of one version, in one journey; always a row."""
    asked = {"mission_id": arrival.mission_id, "number": arrival.number, "before": arrival.number - 1}
    return connection.execute(LOOK, asked).one()


def _known(arrival: Arrival, found: Row[*tuple[Any, ...]]) -> Acknowledged | None:
    """The acknowledgement of a version that is stored already.

    Raises:
        Refused: `deposit.foreign`, or `deposit.conflict` for other bytes.
    """
    if found.owner_device is None:
        return None
    if not arrival.device.may_touch(found.owner_device, found.owner_provider):
        raise Refused(ProblemCode.MISSION_FOREIGN)
    if found.sha256 is None:
        return None
    if found.sha256 != arrival.sha256:
        raise Refused(ProblemCode.VERSION_CONFLICT)
    return Acknowledged(found.receipt, created=False)


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


def _check_place(arrival: Arrival, document: SealedDocument, found: Row[*tuple[Any, ...]]) -> None:
    """The version comes right after the last one, and says so itself."""
    if found.tomb is not None:
        raise Refused(ProblemCode.ERASED)
    if arrival.number != (found.last_version or 0) + 1:
        raise Refused(ProblemCode.VERSION_GAP)
    if found.owner_device is not None and found.fictional != _is_fictional(document):
        raise Refused(ProblemCode.NATURE_CHANGED)
    if document.version.replaces != (found.sha256_before or ""):
        raise Refused(ProblemCode.VERSION_CHAIN)


def _store(work: _Work, connection: Connection) -> bytes:
    """Write the version and its mission; the bytes of the receipt."""
    arrival = work.arrival
    body, receipt = _acknowledged(work, check_all_there(connection, work.document))
    if arrival.number == 1:
        connection.execute(NEW_MISSION, _mission_row(work, body))
    else:
        dated = {"last_version": arrival.number, "last_received_at": body.received_at}
        connection.execute(update(mission).where(mission.c.id == arrival.mission_id).values(dated))
    connection.execute(NEW_VERSION, _version_row(work, body, receipt))
    return receipt


def _acknowledged(work: _Work, held: list[str]) -> tuple[ReceiptBody, bytes]:
    body = _receipt_body(work.region, work.arrival, work.document, work.figures, held)
    return body, sign_receipt(body, work.region.key)


def _mission_row(work: _Work, body: ReceiptBody) -> dict[str, Any]:
    arrival = work.arrival
    return {
        "id": arrival.mission_id,
        "device_id": arrival.device.id,
        "provider_id": arrival.device.provider_id,
        "fictional": body.fictional,
        "last_version": arrival.number,
        "last_received_at": body.received_at,
    }


def _version_row(work: _Work, body: ReceiptBody, receipt: bytes) -> dict[str, Any]:
    arrival = work.arrival
    return {
        "mission_id": arrival.mission_id,
        "number": arrival.number,
        "device_id": arrival.device.id,
        "sha256": body.sha256,
        "size": body.size,
        "document": arrival.data,
        "receipt": receipt,
        "received_at": body.received_at,
        **work.columns,
    }


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
        # A former laptop cites none and is told none; one whose offer was spoilt on the way needs them.
        attachments=held,
        **(_counts_of_every_part(document) if arrival.protocol >= _COUNTS_SINCE else {}),
    )


def _counts_of_every_part(document: SealedDocument) -> dict[str, Any]:
    return {
        "sessions": len(document.sessions),
        "scenarios": len(document.scenarios),
        "expenses": len(document.expenses),
    }
