"""Verification of a server's journal: its chain, what it says of the versions held, the tombs, a head kept elsewhere."""

import hmac
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError
from sqlalchemy import Connection, CursorResult, Select, select

from app.domain.errors import InvalidData
from app.domain.journal import NO_HASH, chain_hash, value_hash
from app.sync.contract.canonical import read_canonical, sha256_of
from app.sync.contract.document.base import Code, Line, Part, Sha256
from app.sync.contract.signatures import is_signed_by, signed
from app.sync.contract.tomb import Tomb
from server.journal import SERVER, ServerEvent, catch_up, deposited_values, deposits_query
from server.region import Region
from server.rotation import public_key_of
from server.tables import journal_event, journal_key, tomb, version

_BATCH = 500


class JournalHeadBody(Part):
    """What is signed about a journal at an instant: how many events, and the hash of the last."""

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    server: Line
    events: Annotated[int, Field(ge=0)]
    sha256: Sha256
    at: datetime


class SignedHead(Part):
    """A body and its signature."""

    body: JournalHeadBody
    signature: Annotated[str, Field(max_length=100)]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found to hold: events chained, versions and tombs that they tell, hash of the last event."""

    events: int
    versions: int
    tombs: int
    sha256: str


def signed_head(region: Region) -> bytes:
    """The head of the journal under the signing key, to be kept elsewhere: nobody can rewrite what came before it unseen."""
    catch_up(region)
    with region.database.reading() as connection:
        last = connection.execute(select(journal_event).order_by(journal_event.c.number.desc()).limit(1)).one_or_none()
    body = JournalHeadBody(
        schema=1,
        kid=region.kid,
        server=region.settings.name,
        events=0 if last is None else last.number,
        sha256=(NO_HASH if last is None else last.hash).hex(),
        at=region.clock().replace(microsecond=0),
    )
    return signed(body, region.key)


def check_journal(region: Region, head: bytes = b"") -> Checked:
    """Check everything, the deposits that wait being noted first.

    Args:
        region: The server.
        head: A former signed head that the chain must pass through, or empty.

    Raises:
        InvalidData: `journal.broken` with the number of the first event that does not follow; `journal.version`,
            `journal.version_missing` or `journal.tomb` with what does not agree; `journal.head`.
    """
    catch_up(region)
    wanted = _head(region, head) if head else None
    with region.database.snapshot() as connection:
        last, events = _check_chain(connection, wanted)
        versions = _check_versions(connection)
        tombs = _check_tombs(region, connection)
    return Checked(events, versions, tombs, last.hex())


def _head(region: Region, data: bytes) -> JournalHeadBody:
    try:
        told = SignedHead.model_validate(read_canonical(data))
    except (InvalidData, ValidationError):
        raise InvalidData("journal.head") from None
    if not is_signed_by(told.body, told.signature, public_key_of(region, told.body.kid)):
        raise InvalidData("journal.head")
    return told.body


def _each(connection: Connection, query: Select[Any]) -> closing[CursorResult[Any]]:
    """The rows of a query, a few at a time."""
    return closing(connection.execute(query, execution_options={"yield_per": _BATCH}))


def _check_chain(connection: Connection, head: JournalHeadBody | None) -> tuple[bytes, int]:
    before, number = NO_HASH, 0
    passed = {0: NO_HASH.hex()}
    with _each(connection, select(journal_event).order_by(journal_event.c.number)) as rows:
        for number, row in enumerate(rows, start=1):
            known = row.kind in set(ServerEvent)
            kind = ServerEvent(row.kind) if known else ServerEvent.DEPOSITED
            expected = chain_hash(row.subject, number, row.at, kind, row.value, before)
            if not known or row.number != number or not hmac.compare_digest(row.hash, expected):
                raise InvalidData("journal.broken", number=number)
            before = row.hash
            if head is not None and head.events == number:
                passed[number] = before.hex()
    if head is not None and passed.get(head.events) != head.sha256:
        raise InvalidData("journal.head")
    return before, number


def _check_versions(connection: Connection) -> int:
    """Each version held has its event, whose hash is that of the bytes held; each event its version, or a tomb."""
    told = select(journal_event).where(journal_event.c.kind == ServerEvent.DEPOSITED.value)
    events = {(row.subject, row.version): row.value for row in connection.execute(told)}
    keys = {row.owner: row.key for row in connection.execute(select(journal_key))}
    count = 0
    query = deposits_query().add_columns(version.c.document).order_by(version.c.mission_id, version.c.number)
    with _each(connection, query) as rows:
        for row in rows:
            count += 1
            key, value = keys.get(row.siren or SERVER), events.pop((row.mission_id, row.number), b"")
            right = key is not None and hmac.compare_digest(value, value_hash(key, deposited_values(row)))
            if not right or sha256_of(row.document) != row.sha256:
                raise InvalidData("journal.version", mission=str(row.mission_id), version=row.number)
    graves = set(connection.execute(select(tomb.c.mission_id)).scalars())
    for mission_id, number in events:
        if mission_id not in graves:
            raise InvalidData("journal.version_missing", mission=str(mission_id), version=number)
    return count


def _check_tombs(region: Region, connection: Connection) -> int:
    """Each erasure told has its signed tomb, each tomb its erasure."""
    told = select(journal_event).where(journal_event.c.kind == ServerEvent.ERASED.value)
    events = {row.subject: row.value for row in connection.execute(told)}
    rows = connection.execute(select(tomb)).all()
    for row in rows:
        read = Tomb.model_validate(read_canonical(row.statement))
        right = is_signed_by(read.body, read.signature, public_key_of(region, read.body.kid))
        noted = events.pop(row.mission_id, b"")
        same = hmac.compare_digest(noted, sha256(row.statement).digest())
        if not right or not same or read.body.mission_id != row.mission_id:
            raise InvalidData("journal.tomb", mission=str(row.mission_id))
    if events:
        raise InvalidData("journal.tomb", mission=str(next(iter(events))))
    return len(rows)
