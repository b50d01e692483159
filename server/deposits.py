"""Reception of sealed versions: read, computed again, stored as received and acknowledged, in one transaction."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Insert, Row, Uuid, and_, bindparam, insert, select, update
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
from server.tables import device, mission, tomb, version
from server.verification import Figures, verify
from server.version_columns import checked_columns

logger = logging.getLogger(__name__)

AHEAD = timedelta(hours=24)
"""How far in the future a version may have been sealed: further, the laptop's clock is wrong."""

_COUNTS_SINCE = 2
"""Protocol version from which a receipt counts every part."""

_ASKED = select(bindparam("mission_id", type_=Uuid).label("id")).subquery("asked")
_BEARER = device.alias("bearer")
_BEFORE = version.alias("before")
_LOOK = (
    select(
        mission.c.device_id.label("owner_device"),
        mission.c.provider_id.label("owner_provider"),
        mission.c.fictional,
        mission.c.last_version,
        version.c.sha256,
        version.c.receipt,
        _BEFORE.c.sha256.label("sha256_before"),
        tomb.c.mission_id.label("tomb"),
    )
    .select_from(_ASKED)
    .outerjoin(mission, mission.c.id == _ASKED.c.id)
    .outerjoin(version, and_(version.c.mission_id == mission.c.id, version.c.number == bindparam("number")))
    .outerjoin(_BEFORE, and_(_BEFORE.c.mission_id == mission.c.id, _BEFORE.c.number == bindparam("before")))
    .outerjoin(tomb, tomb.c.mission_id == _ASKED.c.id)
)
_LOOK_AND_KNOW = _LOOK.add_columns(
    _BEARER.c.id.label("bearer_id"),
    _BEARER.c.provider_id.label("bearer_provider"),
    _BEARER.c.revoked_at.label("bearer_revoked_at"),
).outerjoin(_BEARER, _BEARER.c.token_sha256 == bindparam("token_sha256"))
_LOCK = select(mission.c.id).where(mission.c.id == bindparam("mission_id")).with_for_update()
_NEW_MISSION, _NEW_VERSION = insert(mission), insert(version)
_OF_MISSION, _OF_VERSION = "mission_", "version_"


def _both_at_once() -> Insert:
    """Mission and first version in one statement, which PostgreSQL takes and SQLite does not."""
    of_mission = {name: bindparam(f"{_OF_MISSION}{name}", type_=column.type) for name, column in mission.c.items()}
    made = insert(mission).values(of_mission).returning(mission.c.id).cte("made")
    others = [column for column in version.c if column is not version.c.mission_id]
    asked = (bindparam(f"{_OF_VERSION}{column.name}", type_=column.type) for column in others)
    return insert(version).from_select([version.c.mission_id, *others], select(made.c.id, *asked))


_NEW_BOTH = _both_at_once()

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


@dataclass(frozen=True, slots=True)
class Sent:
    """A deposit as a request brings it, its laptop known by a token only."""

    token: str
    mission_id: UUID
    number: int
    data: bytes
    protocol: int = PROTOCOLS[0]


def receive_from(region: Region, sent: Sent) -> Acknowledged:
    """`receive` for whoever bears a token, known in the same journey to the database.

    Raises:
        Refused: `token.refused`, and as `receive`.
    """
    wanted = sha256_of(sent.token.encode())
    asked = {"mission_id": sent.mission_id, "number": sent.number, "before": sent.number - 1, "token_sha256": wanted}
    with region.database.reading() as connection:
        found = connection.execute(_LOOK_AND_KNOW, asked).one()
    if found.bearer_id is None or found.bearer_revoked_at is not None:
        raise Refused(ProblemCode.TOKEN_REFUSED)
    laptop = Device(found.bearer_id, found.bearer_provider)
    return _received(region, Arrival(laptop, sent.mission_id, sent.number, sent.data, sent.protocol), found)


def receive(region: Region, arrival: Arrival) -> Acknowledged:
    """Store a version, or acknowledge again one that is stored already.

    Raises:
        Refused: Any code of `received.*` and `deposit.*`; nothing is then written.
    """
    with region.database.reading() as connection:
        found = _look(connection, arrival)
    return _received(region, arrival, found)


def _received(region: Region, arrival: Arrival, found: Row[*tuple[Any, ...]]) -> Acknowledged:
    known = _known(arrival, found)
    if known is not None:
        return known
    document = _read(region, arrival)
    figures = verify(document, region.packs)
    columns = checked_columns(document, figures)
    work = _Work(region, arrival, document, figures, columns)
    if found.owner_device is None:
        _check_place(arrival, document, found)
        try:
            return Acknowledged(_first(work), created=True)
        except IntegrityError:
            logger.info("deposit raced", extra={"mission": str(arrival.mission_id)})
    return _written(work)


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
    document = _read(region, arrival)
    _check_place(arrival, document, found)
    checked_columns(document, verify(document, region.packs))
    return None


@dataclass(frozen=True, slots=True)
class _Work:
    """A deposit that was found right and waits for its place."""

    region: Region
    arrival: Arrival
    document: SealedDocument
    figures: Figures
    columns: dict[str, Any]


def _written(work: _Work) -> Acknowledged:
    """Look again, then write, in one transaction; deposits of one mission wait for each other."""
    arrival = work.arrival
    with work.region.database.writing() as connection:
        connection.execute(_LOCK, {"mission_id": arrival.mission_id})
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
    return connection.execute(_LOOK, asked).one()


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


def _first(work: _Work) -> bytes:
    """Write a mission and its first version; the bytes of the receipt."""
    database = work.region.database
    if database.is_embedded or work.document.attachments:
        with database.writing() as connection:
            return _store(work, connection)
    body, receipt = _acknowledged(work, [])
    values = {f"{_OF_MISSION}{name}": value for name, value in _mission_row(work, body).items()}
    values |= {f"{_OF_VERSION}{name}": value for name, value in _version_row(work, body, receipt).items()}
    with database.at_once() as connection:
        connection.execute(_NEW_BOTH, values)
    return receipt


def _store(work: _Work, connection: Connection) -> bytes:
    """Write the version and its mission; the bytes of the receipt."""
    arrival = work.arrival
    body, receipt = _acknowledged(work, check_all_there(connection, work.document))
    if arrival.number == 1:
        connection.execute(_NEW_MISSION, _mission_row(work, body))
    else:
        dated = {"last_version": arrival.number, "last_received_at": body.received_at}
        connection.execute(update(mission).where(mission.c.id == arrival.mission_id).values(dated))
    connection.execute(_NEW_VERSION, _version_row(work, body, receipt))
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
