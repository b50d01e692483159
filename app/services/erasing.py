"""Use case of erasing a mission from this laptop: its rows, its bytes and its key go; its journal keeps a tomb."""

import logging
from uuid import UUID

from app.domain.errors import DomainError
from app.services.attachment_ports import AttachmentStore
from app.services.attachments import sweep_attachments
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def erase_mission(
    uow_factory: UnitOfWorkFactory, store: AttachmentStore, mission_id: UUID, typed: str, *, clock: Clock
) -> None:
    """Erase a mission, all or nothing; then the photos and files that nothing else cites.

    The key of its journal is destroyed with it: the chain of its events still verifies, ends by a tomb, and proves no value
    to anybody. What was deposited stays at the Region; copies and exports made before are not reached.

    Args:
        uow_factory: Storage.
        store: Bytes of photos and files.
        mission_id: The mission.
        typed: Its reference, as the user typed it to confirm.
        clock: Present instant.

    Raises:
        DomainError: `mission.unknown`, or `erasing.reference` when what was typed is not its reference; nothing is erased.
        EnvironmentFailure: The disk refused.
    """
    with uow_factory() as uow:
        mission = uow.missions.get(mission_id)
        if typed.strip().upper() != mission.reference.upper():
            raise DomainError("erasing.reference", reference=mission.reference)
        uow.missions.erase(mission_id)
        uow.journal.bury(mission_id, clock())
        uow.commit()
    sweep_attachments(uow_factory, store)
    logger.info("mission %s erased", mission_id)
