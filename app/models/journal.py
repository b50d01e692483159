"""The journal of each mission in the database: one short row an event, in the transaction of the change itself."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, select

from app.domain.errors import InvalidData
from app.domain.handover import Thread
from app.domain.journal import NO_HASH, EventKind, JournalEvent, JournalHead, chain_hash, value_hash
from app.models.encoding import instant_to_int
from app.models.tables import journal_event, journal_key

_KEY_BYTES = 32

# Written for the driver: an answer notes an event, and has no time to lose in building statements.
_LAST = """
SELECT (SELECT key FROM journal_key WHERE mission_id = ?1), number, hash FROM journal_event
WHERE mission_id = ?1 ORDER BY number DESC LIMIT 1
"""
_KEEP_KEY = "INSERT INTO journal_key (mission_id, key) VALUES (?, ?)"
_KEEP = "INSERT INTO journal_event (mission_id, number, at, kind, value, hash) VALUES (?, ?, ?, ?, ?, ?)"


class Journal:
    """Repository of the events (`app.services.ports.JournalRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, mission_id: UUID, kind: EventKind, at: datetime, *values: object) -> None:
        """Add an event, its values kept as a keyed hash; the first one makes the mission's key."""
        key, number, before = self._last(mission_id)
        if key is None:
            key = secrets.token_bytes(_KEY_BYTES)
            self._connection.exec_driver_sql(_KEEP_KEY, (str(mission_id), key))
        self._append(mission_id, number + 1, at, kind, value_hash(key, values), before)

    def bury(self, mission_id: UUID, at: datetime) -> None:
        """Destroy the key of a mission and leave a tomb: its past values can be proved by nobody any more."""
        _, number, before = self._last(mission_id)
        self._connection.execute(delete(journal_key).where(journal_key.c.mission_id == mission_id))
        self._append(mission_id, number + 1, at, EventKind.ERASED, NO_HASH, before)

    def head(self, mission_id: UUID) -> JournalHead | None:
        """Where the journal of a mission is, or None when nothing was noted yet."""
        _, number, last = self._last(mission_id)
        return JournalHead(number, last.hex()) if number else None

    def of(self, mission_id: UUID) -> tuple[JournalEvent, ...]:
        """Every event of a mission, by number."""
        query = select(journal_event).where(journal_event.c.mission_id == mission_id).order_by(journal_event.c.number)
        return tuple(JournalEvent(**row) for row in self._connection.execute(query).mappings())

    def thread(self, mission_id: UUID) -> Thread:
        """The journal of a mission as it travels, with the key of its hashes.

        Raises:
            InvalidData: `journal.no_key`: the mission was erased, or nothing was noted yet.
        """
        key, _, _ = self._last(mission_id)
        if key is None:
            raise InvalidData("journal.no_key")
        return Thread(key, self.of(mission_id))

    def adopt(self, mission_id: UUID, thread: Thread, since: tuple[JournalEvent, ...]) -> None:
        """Keep a journal that came, in place of the one here, then chain to it what happened here meanwhile.

        Args:
            mission_id: The mission.
            thread: What came; it holds, and goes on from what is here.
            since: Events of this laptop alone, chained again in their order.
        """
        for table in (journal_event, journal_key):
            self._connection.execute(delete(table).where(table.c.mission_id == mission_id))
        self._connection.exec_driver_sql(_KEEP_KEY, (str(mission_id), thread.key))
        for event in (*thread.events, *since):
            _, number, before = self._last(mission_id)
            self._append(mission_id, number + 1, event.at, event.kind, event.value, before)

    def _last(self, mission_id: UUID) -> tuple[bytes | None, int, bytes]:
        row = self._connection.exec_driver_sql(_LAST, (str(mission_id),)).first()
        return (None, 0, NO_HASH) if row is None else (row[0], row[1], row[2])

    def _append(
        self, mission_id: UUID, number: int, at: datetime, kind: EventKind, value: bytes, before: bytes
    ) -> None:
        chained = chain_hash(mission_id, number, at, kind, value, before)
        row = (str(mission_id), number, instant_to_int(at), kind.value, value, chained)
        self._connection.exec_driver_sql(_KEEP, row)
