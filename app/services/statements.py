"""Use cases of what the company states: the de minimis aid it received."""

import logging
from dataclasses import replace
from uuid import UUID

from app.domain.de_minimis import AidReceived, check_aid_received
from app.domain.errors import DomainError
from app.domain.quantities import clean_text
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def save_aid_received(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, aid: AidReceived, *, clock: Clock
) -> AidReceived:
    """Keep a new or changed de minimis aid.

    Raises:
        DomainError: `mission.sealed`, `de_minimis.amount_missing`, `de_minimis.negative`, `de_minimis.grantor_missing`,
            `de_minimis.in_the_future`, `text.too_long`.
    """
    kept = check_aid_received(
        replace(
            aid,
            grantor=clean_text(aid.grantor, field="grantor"),
            regulation=clean_text(aid.regulation, field="regulation"),
        )
    )
    at = clock()
    if kept.granted_on > at.date():
        raise DomainError("de_minimis.in_the_future", day=kept.granted_on)
    with draft_of(uow_factory, mission_id, at) as uow:
        uow.aids_received.save(mission_id, kept)
    logger.info("mission %s: aid received %s saved", mission_id, kept.id)
    return kept


def remove_aid_received(uow_factory: UnitOfWorkFactory, mission_id: UUID, aid_id: UUID, *, clock: Clock) -> None:
    """Forget a de minimis aid of a draft.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.aids_received.remove(mission_id, aid_id)
