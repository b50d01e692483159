"""Sessions and the append-only ledger in the database."""

from dataclasses import fields
from datetime import date
from uuid import UUID

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.mission import Session
from app.models.list_figures import count_half_days
from app.models.tables import day_entry, mission, session

_SESSION = tuple(field.name for field in fields(Session))
_ENTRY = tuple(field.name for field in fields(DayEntry))


class Sessions:
    """Repository of sessions (`app.services.ports.SessionRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> tuple[Session, ...]:
        """All of them, by day."""
        query = select(session).where(session.c.mission_id == mission_id).order_by(session.c.day, session.c.id)
        rows = self._connection.execute(query).mappings()
        return tuple(Session(**{name: row[name] for name in _SESSION}) for row in rows)

    def save(self, mission_id: UUID, kept: Session) -> None:
        """Keep a new or changed session."""
        values = {name: getattr(kept, name) for name in _SESSION}
        made = upsert(session).values(mission_id=mission_id, **values)
        self._connection.execute(made.on_conflict_do_update(index_elements=["id"], set_=values))

    def remove(self, mission_id: UUID, session_id: UUID) -> None:
        """Forget one."""
        self._connection.execute(delete(session).where(session.c.mission_id == mission_id, session.c.id == session_id))


class LedgerLines:
    """Repository of the ledger (`app.services.ports.LedgerRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> Ledger:
        """All lines, in the order of their recording."""
        query = select(day_entry).where(day_entry.c.mission_id == mission_id).order_by(day_entry.c.position)
        rows = self._connection.execute(query).mappings()
        return Ledger(tuple(DayEntry(**{name: row[name] for name in _ENTRY}) for row in rows))

    def append(self, mission_id: UUID, entry: DayEntry) -> None:
        """Add one line, performed or correcting, and the total that lists show.

        A line known already, or corrected already, is a fault (`InvalidData`).
        """
        values = {name: getattr(entry, name) for name in _ENTRY}
        self._connection.execute(insert(day_entry).values(mission_id=mission_id, **values))
        count_half_days(self._connection, mission_id)

    def booked_elsewhere(self, mission_id: UUID, performer: str, day: date, half_day: HalfDay) -> str | None:
        """Reference of another mission where the same person already works on that half-day, or None."""
        correction = day_entry.alias()
        query = (
            select(mission.c.reference, day_entry.c.performer)
            .join(day_entry, day_entry.c.mission_id == mission.c.id)
            .where(
                day_entry.c.day == day,
                day_entry.c.half_day == half_day,
                day_entry.c.mission_id != mission_id,
                day_entry.c.corrects.is_(None),
                ~exists().where(correction.c.corrects == day_entry.c.id),
            )
            .order_by(day_entry.c.position)
        )
        same = performer.casefold()
        rows = self._connection.execute(query)
        return next((row.reference for row in rows if row.performer.casefold() == same), None)
