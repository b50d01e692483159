"""The transaction of every change of a draft: refused once sealed, noted as the last change, durable at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from app.domain.journal import EventKind
from app.services.ports import UnitOfWork, UnitOfWorkFactory


@contextmanager
def draft_of(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    at: datetime,
    kind: EventKind = EventKind.CHANGED,
    *values: object,
) -> Iterator[UnitOfWork]:
    """Change a draft: what the block writes is committed with it, and lost whole when the block raises.

    Args:
        uow_factory: Storage.
        mission_id: The mission.
        at: Instant of the change, UTC.
        kind: What the journal calls it.
        values: What is written, of which the journal keeps a keyed hash.

    Raises:
        DomainError: `mission.sealed`, `mission.away`, `mission.unknown`; the block is then not entered.
        EnvironmentFailure: The disk refused; nothing was written.
    """
    with uow_factory() as uow:
        uow.missions.state(mission_id).check_writable()
        yield uow
        uow.missions.touch(mission_id, at)
        uow.journal.note(mission_id, kind, at, *values)
        uow.commit()
