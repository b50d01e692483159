"""Use cases of the workshop: each person gives a level for a theme; the declared level is never touched."""

import logging
from dataclasses import dataclass
from uuid import UUID

from app.domain.assessment import AssessmentKind
from app.domain.errors import DomainError
from app.domain.quantities import clean_text
from app.domain.referential import Level, Referential, ThemeCode
from app.domain.workshop import WorkshopVote
from app.services.drafts import draft_of
from app.services.ports import Clock, NewId, UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote as typed.

    Attributes:
        theme: The theme.
        voter: Function of the person; two people of one function are told apart by hand (« régleur 1 »).
        level: The level given.
    """

    theme: ThemeCode
    voter: str
    level: Level


def cast_vote(
    uow_factory: UnitOfWorkFactory,
    mission_id: UUID,
    kind: AssessmentKind,
    ballot: Ballot,
    *,
    referential: Referential,
    clock: Clock,
    new_id: NewId,
) -> tuple[WorkshopVote, ...]:
    """Keep the vote of one person on one theme; who has voted on it already changes his vote.

    Args:
        uow_factory: Storage.
        mission_id: The mission.
        kind: The assessment, opened already.
        ballot: The vote as typed.
        referential: The referential that the mission pins.
        clock: Present instant.
        new_id: Fresh identifier.

    Returns:
        All the votes of the assessment, in the order in which they were cast.

    Raises:
        DomainError: `mission.sealed`, `vote.voter_missing`, `text.too_long`.
        InvalidData: `theme.unknown`, `assessment.unknown`.
    """
    theme = referential.theme(ballot.theme).code
    named = clean_text(ballot.voter, field="voter")
    if not named:
        raise DomainError("vote.voter_missing")
    at = clock()
    with draft_of(uow_factory, mission_id, at) as uow:
        held = uow.votes.of(mission_id, kind)
        same = (vote.id for vote in held if vote.theme == theme and vote.voter.casefold() == named.casefold())
        uow.votes.save(mission_id, kind, WorkshopVote(next(same, None) or new_id(), theme, named, ballot.level, at))
        votes = uow.votes.of(mission_id, kind)
    logger.info("mission %s: %s vote on theme %s saved", mission_id, kind, theme)
    return votes


def withdraw_vote(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, kind: AssessmentKind, vote_id: UUID, *, clock: Clock
) -> tuple[WorkshopVote, ...]:
    """Take a vote back; returns those that are left.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.votes.remove(mission_id, vote_id)
        return uow.votes.of(mission_id, kind)
