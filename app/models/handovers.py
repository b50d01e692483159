"""Missions that are with a colleague, in the database."""

from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from app.domain.handover import Handover
from app.models.tables import handover


class Handovers:
    """Repository of the handovers (`app.services.ports.HandoverRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, mission_id: UUID) -> Handover | None:
        """Who has a mission since when, or None when it is here."""
        row = self._connection.execute(select(handover).where(handover.c.mission_id == mission_id)).one_or_none()
        return None if row is None else Handover(row.colleague, row.since)

    def keep(self, mission_id: UUID, left: Handover) -> None:
        """Note that a mission left."""
        values = {"mission_id": mission_id, "colleague": left.colleague, "since": left.since}
        self._connection.execute(insert(handover).values(values))

    def forget(self, mission_id: UUID) -> None:
        """Note that it is here again."""
        self._connection.execute(delete(handover).where(handover.c.mission_id == mission_id))
