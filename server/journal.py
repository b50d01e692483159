"""Journal of what the server does: one chain of events with keyed hashes of the values, under a key for each company.

A deposit leaves a line in `journal_waiting`, in its own transaction (a trigger): its event is chained a moment later, so that
deposits never wait for one another. Everything else is chained in the transaction of the deed itself.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, bindparam, delete, exists, func, insert, select

from app.domain.journal import NO_HASH, chain_hash, value_hash
from server.region import Region
from server.tables import journal_event, journal_key, journal_waiting, tomb, version

SERVER = "server"
"""Owner of the key under which what concerns no company is hashed."""

_LOCK = 8_460_000_002
"""Advisory lock of PostgreSQL under which one transaction at a time lengthens the chain."""

_KEY_BYTES = 32
_BATCH = 500
_TOMB = 0
"""Number under which a tomb of before the journal waits."""


class ServerEvent(StrEnum):
    """What the server did."""

    DEPOSITED = "deposited"
    ERASED = "erased"
    LAPTOP_ENROLLED = "laptop_enrolled"
    LAPTOP_REVOKED = "laptop_revoked"
    ACCOUNT_OPENED = "account_opened"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_CLOSED = "account_closed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    KEY_ROTATED = "key_rotated"
    RETENTION_SET = "retention_set"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to note.

    Attributes:
        kind: What was done.
        subject: To what: a mission, an account, a laptop …
        values: What was written, of which a keyed hash is kept.
        owner: SIREN of the company that the values tell of, or `SERVER`; its key is destroyed with the company.
        version: Version of the mission, for a deposit.
        value: Hash to keep as it is, in place of the keyed one: of public bytes, such as a tomb.
    """

    kind: ServerEvent
    subject: UUID
    values: tuple[object, ...] = ()
    owner: str = SERVER
    version: int | None = None
    value: bytes = b""


def note(connection: Connection, at: datetime, *deeds: Deed) -> None:
    """Chain events, in the transaction of what they tell; other transactions that note wait until it ends.

    The transaction must be one of `noting`, or have called `lock` first.
    """
    last = connection.execute(select(journal_event).order_by(journal_event.c.number.desc()).limit(1)).one_or_none()
    number, before = (0, NO_HASH) if last is None else (last.number, last.hash)
    keys: dict[str, bytes] = {}
    rows = []
    for deed in deeds:
        number += 1
        value = deed.value or value_hash(_key_of(connection, deed.owner, keys), deed.values)
        before = chain_hash(deed.subject, number, at, deed.kind, value, before)
        row = {"number": number, "at": at, "kind": deed.kind.value, "subject": deed.subject, "version": deed.version}
        rows.append(row | {"value": value, "hash": before})
    if rows:
        connection.execute(insert(journal_event), rows)


@contextmanager
def noting(region: Region) -> Iterator[Connection]:
    """A transaction that will note what it does: it takes its turn first, so that two of them never wait for each other."""
    with region.database.writing() as connection:
        lock(connection)
        yield connection


def lock(connection: Connection) -> None:
    """Be the only transaction that lengthens the chain, until it ends; over SQLite a writing one always is."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def catch_up(region: Region) -> int:
    """Chain the events of the deposits that wait for it. Returns how many were."""
    noted, more = 0, True
    while more:
        with region.database.reading() as connection:
            if connection.execute(select(journal_waiting.c.number).limit(1)).first() is None:
                return noted
        with noting(region) as connection:
            done = note_waiting(connection, region.clock(), _BATCH)
        noted, more = noted + done, done == _BATCH
    return noted


def note_waiting(connection: Connection, at: datetime, at_most: int, mission_id: UUID | None = None) -> int:
    """Chain the events of deposits that wait, of one mission or of all, under the lock. Returns how many lines were looked at."""
    waiting = _WAITING.order_by(journal_waiting.c.mission_id, journal_waiting.c.number).limit(at_most)
    own = waiting if mission_id is None else waiting.where(journal_waiting.c.mission_id == mission_id)
    rows = connection.execute(own).all()
    note(connection, at, *(deed for deed in map(_deed_of, rows) if deed is not None))
    if rows:
        connection.execute(_DONE, [{"mission": row.mission_id, "rank": row.number} for row in rows])
    return len(rows)


def deposited_values(row: Row[Any]) -> tuple[object, ...]:
    """What the hash of a deposit is of: its mission, number, hash and size of the bytes, laptop, instant."""
    return row.mission_id, row.number, row.sha256, row.size, row.device_id, row.received_at.isoformat()


def deposits_query() -> Select[Any]:
    """The columns of `version` that `deposited_values` takes, and the company."""
    own = version.c
    return select(own.mission_id, own.number, own.sha256, own.size, own.device_id, own.received_at, own.siren)


def forget_companies(connection: Connection, sirens: Iterable[str]) -> None:
    """Destroy the keys of companies of which nothing is held any more."""
    for siren in sirens:
        held = select(version.c.number).where(version.c.siren == siren).limit(1)
        if connection.execute(held).first() is None:
            connection.execute(delete(journal_key).where(journal_key.c.owner == siren))


def _waiting() -> Select[Any]:
    """Lines that wait, each with its version or its tomb, and whether its event was noted already."""
    line = journal_waiting.c
    a_tomb = (line.number == _TOMB) & (journal_event.c.kind == ServerEvent.ERASED.value)
    a_version = (line.number != _TOMB) & (journal_event.c.version == line.number)
    noted = exists().where(journal_event.c.subject == line.mission_id, a_tomb | a_version)
    own = (version.c.sha256, version.c.size, version.c.device_id, version.c.received_at, version.c.siren)
    found = select(line.mission_id, line.number, *own, tomb.c.statement, noted.label("noted"))
    return (
        found.select_from(journal_waiting)
        .outerjoin(version, (version.c.mission_id == line.mission_id) & (version.c.number == line.number))
        .outerjoin(tomb, (tomb.c.mission_id == line.mission_id) & (line.number == _TOMB))
    )


_WAITING = _waiting()
_DONE = delete(journal_waiting).where(
    journal_waiting.c.mission_id == bindparam("mission"), journal_waiting.c.number == bindparam("rank")
)


def _deed_of(row: Row[Any]) -> Deed | None:
    """The event of a line that waits; None when it was noted already, as after a restoration, or is of what is gone."""
    if row.noted:
        return None
    if row.number == _TOMB:
        return None if row.statement is None else tomb_deed(row.mission_id, row.statement)
    return None if row.sha256 is None else _deposit_deed(row)


def _deposit_deed(held: Row[Any]) -> Deed:
    values = deposited_values(held)
    return Deed(ServerEvent.DEPOSITED, held.mission_id, values, held.siren or SERVER, held.number)


def tomb_deed(mission_id: UUID, statement: bytes) -> Deed:
    """The event of an erasure, which bears the hash of the signed tomb."""
    return Deed(ServerEvent.ERASED, mission_id, value=sha256(statement).digest())


def _key_of(connection: Connection, owner: str, keys: dict[str, bytes]) -> bytes:
    if owner not in keys:
        own = select(journal_key.c.key).where(journal_key.c.owner == owner)
        kept = connection.execute(own).scalar_one_or_none()
        if kept is None:
            kept = secrets.token_bytes(_KEY_BYTES)
            connection.execute(insert(journal_key).values(owner=owner, key=kept))
        keys[owner] = kept
    return keys[owner]
