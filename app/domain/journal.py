"""Journal of a mission: events chained by their hashes, that tell what was done and when, never the values."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

NO_HASH = bytes(32)
"""Hash before the first event, and value of an event that has none."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class EventKind(StrEnum):
    """What happened to a mission."""

    OPENED = "opened"
    IMPORTED = "imported"
    FRAMED = "framed"
    ANSWERED = "answered"
    EXPLAINED = "explained"
    DAY_ENTERED = "day_entered"
    DAY_CORRECTED = "day_corrected"
    CHANGED = "changed"
    SEALED = "sealed"
    SIGNED = "signed"
    REOPENED = "reopened"
    DEPOSITED = "deposited"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    TAKEN_BACK = "taken_back"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class JournalEvent:
    """One event of a mission.

    Attributes:
        mission_id: The mission.
        number: From 1, without a hole.
        at: Instant, UTC.
        kind: What happened.
        value: Keyed hash of what was written, 32 bytes; `NO_HASH` for a tomb.
        hash: Hash of all this and of the event before, 32 bytes.
    """

    mission_id: UUID
    number: int
    at: datetime
    kind: EventKind
    value: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class JournalHead:
    """Where a journal is: how many events, and the hash of the last one in hexadecimal."""

    events: int
    sha256: str


def value_hash(key: bytes, values: Iterable[object]) -> bytes:
    """HMAC-SHA256 of values under the key of their mission: nobody without the key can guess a value from it.

    Args:
        key: 32 bytes, destroyed with the mission.
        values: What was written, each by its text.
    """
    return hmac.digest(key, "\x1f".join(map(str, values)).encode(), "sha256")


def chain_hash(subject: UUID, number: int, at: datetime, kind: StrEnum, value: bytes, before: bytes) -> bytes:
    """Hash of an event chained to the one before it.

    Args:
        subject: What it happened to: a mission, or for a server an account, a laptop …
        number: Rank in its journal, from 1.
        at: Instant, UTC.
        kind: What happened.
        value: Keyed hash of what was written, 32 bytes.
        before: Hash of the event before, or `NO_HASH`.
    """
    instant = (at - _EPOCH) // _MICROSECOND
    return hashlib.sha256(f"{subject}\n{number}\n{instant}\n{kind}\n".encode() + value + before).digest()


def first_broken(events: Iterable[JournalEvent]) -> int | None:
    """Number of the first event that does not follow from those before it, or None when the whole chain holds.

    Args:
        events: Every event of one mission, by number.
    """
    before, number = NO_HASH, 0
    for number, event in enumerate(events, start=1):
        expected = chain_hash(event.mission_id, number, event.at, event.kind, event.value, before)
        if event.number != number or event.hash != expected:
            return number
        before = event.hash
    return None
