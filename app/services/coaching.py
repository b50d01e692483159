"""Use cases of the index coach: what it is told is kept with the draft, what it finds becomes actions when asked."""

import logging
from collections.abc import Sequence
from uuid import UUID

from app.domain.action_plan import Action
from app.domain.assessment import AssessmentKind
from app.domain.coach_notes import CoachNotes, CoachWish, check_aim, check_wish
from app.domain.i2df import Levels, progress_of
from app.domain.mission import MissionFile
from app.domain.quantities import HalfDays
from app.domain.referential import Referential, ThemeCode
from app.services.drafts import draft_of
from app.services.plan import cleaned_action
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def read_coach(uow_factory: UnitOfWorkFactory, mission_id: UUID) -> CoachNotes:
    """What the coach of a mission was told."""
    with uow_factory() as uow:
        return uow.coach.of(mission_id)


def aim_coach(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, goal: int | None, budget: HalfDays | None, *, clock: Clock
) -> None:
    """Keep the points wanted and the half-days available; None for either says nothing of it.

    Raises:
        DomainError: `mission.sealed`, `coach.goal`, `coach.budget`.
    """
    check_aim(goal, budget)
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.coach.save_aim(mission_id, goal, budget)


def tell_coach(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, theme: ThemeCode, wish: CoachWish, *, clock: Clock
) -> None:
    """Keep efforts, priority, pin or ban of one theme.

    Raises:
        DomainError: `mission.sealed`, or a refusal of `check_wish`.
    """
    check_wish(theme, wish)
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.coach.save_wish(mission_id, theme, wish)


def present_levels(file: MissionFile, referential: Referential) -> tuple[AssessmentKind, Levels]:
    """The last complete questionnaire, exit before entry; the entry, whole or not, when none is complete."""
    for kind in (AssessmentKind.EXIT, AssessmentKind.ENTRY):
        found = file.assessment(kind)
        if found is not None and progress_of(found.levels, referential).index is not None:
            return kind, found.levels
    entry = file.assessment(AssessmentKind.ENTRY)
    return AssessmentKind.ENTRY, entry.levels if entry is not None else {}


def add_actions(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, actions: Sequence[Action], *, clock: Clock
) -> tuple[Action, ...]:
    """Put new actions at the end of the plan, all of them or none.

    Raises:
        DomainError: `mission.sealed`, or a refusal of `check_action`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        first = len(uow.actions.of(mission_id)) + 1
        kept = tuple(cleaned_action(one, rank) for rank, one in enumerate(actions, start=first))
        for action in kept:
            uow.actions.save(mission_id, action)
    logger.info("mission %s: %d actions added", mission_id, len(kept))
    return kept
