"""Counting of wrong codes and passwords by address, in the database so that every worker knows."""

from datetime import timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select

from app.sync.contract.canonical import sha256_of
from server.region import Region
from server.tables import failure


class Purpose(StrEnum):
    """What was tried."""

    ENROLMENT = "enrolment"
    PASSWORD = "password"  # noqa: S105 a word, not a password


def too_many(region: Region, connection: Connection, purpose: Purpose, source: str) -> bool:
    """Whether an address failed so often lately that it has to wait."""
    since = region.clock() - timedelta(minutes=region.settings.failure_minutes)
    counted = select(func.count()).select_from(failure)
    counted = counted.where(failure.c.purpose == purpose.value, failure.c.source_sha256 == _hashed(source))
    return connection.execute(counted.where(failure.c.at > since)).scalar_one() >= region.settings.max_failures


def note_failure(region: Region, connection: Connection, purpose: Purpose, source: str) -> None:
    """Count one failure, and forget those that count no more."""
    now = region.clock()
    connection.execute(delete(failure).where(failure.c.at <= now - timedelta(minutes=region.settings.failure_minutes)))
    connection.execute(insert(failure).values(purpose=purpose.value, source_sha256=_hashed(source), at=now))


def _hashed(source: str) -> str:
    return sha256_of(source.encode())
