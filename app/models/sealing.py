"""Sealed versions, written once, and the outbox in the database."""

from dataclasses import fields
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from app.domain.errors import DomainError, InvalidData
from app.domain.mission import SealedVersion
from app.models.list_figures import show_state
from app.models.tables import deposit, sealed_version
from app.services.rows import Deposit, DepositState

_SEALED = tuple(field.name for field in fields(SealedVersion))
_DEPOSIT = tuple(field.name for field in fields(Deposit))


class SealedVersions:
    """Repository of sealed versions (`app.services.ports.SealedRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, sealed: SealedVersion) -> None:
        """Keep a version.

        Raises:
            InvalidData: `version.written_already` for the same mission and number.
        """
        known = select(sealed_version.c.version).where(
            sealed_version.c.mission_id == sealed.mission_id, sealed_version.c.version == sealed.version
        )
        if self._connection.execute(known).first() is not None:
            raise InvalidData("version.written_already", version=sealed.version)
        self._connection.execute(insert(sealed_version), {name: getattr(sealed, name) for name in _SEALED})

    def of(self, mission_id: UUID) -> tuple[SealedVersion, ...]:
        """All versions of a mission, by number."""
        query = select(sealed_version).where(sealed_version.c.mission_id == mission_id)
        rows = self._connection.execute(query.order_by(sealed_version.c.version)).mappings()
        return tuple(SealedVersion(**{name: row[name] for name in _SEALED}) for row in rows)

    def get(self, mission_id: UUID, version: int) -> SealedVersion:
        """One version. Raises `DomainError("version.unknown")`."""
        query = select(sealed_version).where(
            sealed_version.c.mission_id == mission_id, sealed_version.c.version == version
        )
        row = self._connection.execute(query).mappings().first()
        if row is None:
            raise DomainError("version.unknown", version=version)
        return SealedVersion(**{name: row[name] for name in _SEALED})


class Deposits:
    """Repository of the outbox (`app.services.ports.DepositRepository`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def queue(self, new: Deposit) -> None:
        """Put a sealed version in the outbox; one that is there already is a fault (`InvalidData`)."""
        self._connection.execute(insert(deposit), {name: getattr(new, name) for name in _DEPOSIT})
        show_state(self._connection, new.mission_id)

    def of(self, mission_id: UUID) -> tuple[Deposit, ...]:
        """Every version of a mission that was queued, by number."""
        query = select(deposit).where(deposit.c.mission_id == mission_id).order_by(deposit.c.version)
        rows = self._connection.execute(query).mappings()
        return tuple(Deposit(**{name: row[name] for name in _DEPOSIT}) for row in rows)

    def pending(self) -> tuple[Deposit, ...]:
        """What is not deposited, oldest first, versions of one mission in order."""
        query = select(deposit).where(deposit.c.state != DepositState.DEPOSITED)
        rows = self._connection.execute(query.order_by(deposit.c.queued_at)).mappings()
        waiting = [Deposit(**{name: row[name] for name in _DEPOSIT}) for row in rows]
        since: dict[UUID, int] = {}
        for place, one in enumerate(waiting):
            since.setdefault(one.mission_id, place)
        return tuple(sorted(waiting, key=lambda one: (since[one.mission_id], one.version)))

    def save(self, changed: Deposit) -> None:
        """Keep what an attempt gave.

        Raises:
            InvalidData: `deposit.not_queued` when it was never queued.
        """
        this = (deposit.c.mission_id == changed.mission_id) & (deposit.c.version == changed.version)
        values = {name: getattr(changed, name) for name in _DEPOSIT}
        if self._connection.execute(update(deposit).where(this).values(values)).rowcount == 0:
            raise InvalidData("deposit.not_queued", version=changed.version)
        show_state(self._connection, changed.mission_id)
