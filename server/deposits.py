"""Reception of sealed versions: read, computed again, stored as received and acknowledged, in one transaction."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Uuid, and_, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.protocol import PROTOCOLS, ProblemCode
from app.sync.contract.receipt import ReceiptBody, sign_receipt
from server.attachments import check_all_there
from server.devices import Device
from server.phases import phases_told
from server.problems import Refused
from server.region import Region
from server.tables import mission, tomb, version
from server.verification import Figures, verify

logger = logging.getLogger(__name__)

AHEAD = timedelta(hours=24)
"""How far in the future a version may have been sealed: further, the laptop's clock is wrong."""

_COUNTS_SINCE = 2
"""Protocol version from which a receipt counts every part."""

_ASKED = select(bindparam("mission_id", type_=Uuid).label("id")).subquery("asked")
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
_LOCK = select(mission.c.id).where(mission.c.id == bindparam("mission_id")).with_for_update()
_NEW_MISSION, _NEW_VERSION = insert(mission), insert(version)

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
        found = _look(connection, arrival)
    known = _known(arrival, found)
    if known is not None:
        return known
    document = _read(region, arrival)
    figures = verify(document, region.packs)
    columns = _checked_columns(document, figures)
    work = _Work(region, arrival, document, figures, columns)
    if found.owner_device is None:
        _check_place(arrival, document, found)
        try:
            with region.database.writing() as connection:
                return Acknowledged(_store(work, connection), created=True)
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
    _checked_columns(document, verify(document, region.packs))
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


def _store(work: _Work, connection: Connection) -> bytes:
    """Write the version and its mission; the bytes of the receipt."""
    arrival = work.arrival
    held = check_all_there(connection, work.document)
    body = _receipt_body(work.region, arrival, work.document, work.figures, held)
    receipt = sign_receipt(body, work.region.key)
    dated = {"last_version": arrival.number, "last_received_at": body.received_at}
    if arrival.number == 1:
        owner = {"device_id": arrival.device.id, "provider_id": arrival.device.provider_id}
        connection.execute(_NEW_MISSION, {"id": arrival.mission_id, "fictional": body.fictional, **owner, **dated})
    else:
        connection.execute(update(mission).where(mission.c.id == arrival.mission_id).values(dated))
    row = {
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
    connection.execute(_NEW_VERSION, row)
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


def _checked_columns(document: SealedDocument, figures: Figures) -> dict[str, Any]:
    columns = _columns(document, figures)
    if any("\0" in value for value in columns.values() if isinstance(value, str)):
        raise Refused(ProblemCode.INVALID)  # No text of PostgreSQL may hold it.
    return columns


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
        "sector": document.mission.sector,
        "phases": phases_told(document),
    }
