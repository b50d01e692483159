"""The chain of signing keys in the database, and the key of the folder checked against it at each start."""

from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.sync.contract.receipt import key_id
from server.database import Database
from server.keys import raw_public_key, signing_key
from server.tables import signing_key as table

_NEXT_SUFFIX = ".suivante"


def next_path(path: Path) -> Path:
    """File of the key that takes over, until the database says that it did."""
    return path.with_name(path.name + _NEXT_SUFFIX)


def last_key(connection: Connection) -> Row[Any] | None:
    """The last link of the chain."""
    return connection.execute(select(table).order_by(table.c.rank.desc()).limit(1)).one_or_none()


def settled_key(path: Path, database: Database, now: datetime) -> Ed25519PrivateKey:
    """The key that signs, made when missing; a rotation that was interrupted is finished, or forgotten.

    Raises:
        InvalidData: `signing_key.unreadable`, `signing_key.exposed`, or `signing_key.not_current` when the chain of the
            database ends with another key.
    """
    with database.reading() as connection:
        last = last_key(connection)
    following = next_path(path)
    if following.exists():
        if last is not None and _public(following) == last.public_key:
            following.replace(path)
        else:
            following.unlink()
    if last is not None and not path.exists():
        raise InvalidData("signing_key.not_current", file=path.name)
    key = signing_key(path)
    raw = raw_public_key(key)
    if last is None:
        last = _first(database, raw, now)
    if last.public_key != raw:
        raise InvalidData("signing_key.not_current", file=path.name)
    return key


def _public(path: Path) -> bytes:
    return raw_public_key(signing_key(path))


def _first(database: Database, raw: bytes, now: datetime) -> Row[Any]:
    """Begin the chain; of two processes that begin it at once, one does."""
    values = {"rank": 0, "kid": key_id(raw), "public_key": raw, "statement": None, "since": now}
    try:
        with database.writing() as connection:
            connection.execute(insert(table).values(values))
    except IntegrityError:
        pass
    with database.reading() as connection:
        return connection.execute(select(table).where(table.c.rank == 0)).one()
