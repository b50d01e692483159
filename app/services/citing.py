"""Use cases of the aids that an action cites."""

import logging
from collections.abc import Callable
from uuid import UUID

from app.domain.action_plan import Action, CitedAid
from app.domain.aid_catalogue import AidCatalogue, AidEntry
from app.domain.errors import DomainError
from app.domain.quantities import LINE_LENGTH, Cents
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def cited(entry: AidEntry, catalogue: AidCatalogue, estimate: Cents | None = None) -> CitedAid:
    """An entry of a catalogue as an action cites it."""
    header = catalogue.header
    return CitedAid(
        id=entry.id,
        title=entry.title[:LINE_LENGTH],
        operator=entry.operator[:LINE_LENGTH],
        catalogue=header.ref,
        stated_on=header.valid_from,
        valid_until=entry.valid_until,
        estimate=estimate,
    )


def cite_aid(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, action_id: UUID, aid: CitedAid, *, clock: Clock
) -> Action:
    """Cite an aid in an action, or replace it when it is cited already.

    Raises:
        DomainError: `mission.sealed`, `action.unknown`.
    """
    return _change(uow_factory, mission_id, action_id, lambda action: action.citing(aid), clock)


def drop_aid(uow_factory: UnitOfWorkFactory, mission_id: UUID, action_id: UUID, aid_id: str, *, clock: Clock) -> Action:
    """Take an aid out of an action.

    Raises:
        DomainError: `mission.sealed`, `action.unknown`.
    """
    return _change(uow_factory, mission_id, action_id, lambda action: action.without_aid(aid_id), clock)


def _change(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, action_id: UUID, change: Callable[[Action], Action], clock: Clock
) -> Action:
    with draft_of(uow_factory, mission_id, clock()) as uow:
        known = next((one for one in uow.actions.of(mission_id) if one.id == action_id), None)
        if known is None:
            raise DomainError("action.unknown")
        changed = change(known)
        uow.actions.save(mission_id, changed)
    logger.info("mission %s: action %s cites %d aids", mission_id, action_id, len(changed.aids))
    return changed
