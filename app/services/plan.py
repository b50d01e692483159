"""Use cases of the action plan and of the funding scenarios."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.domain.action_plan import Action, MeasurableStep, check_action, check_dependencies
from app.domain.entry_days import check_entry_day
from app.domain.errors import DomainError
from app.domain.journal import EventKind
from app.domain.mission import FundingScenario
from app.domain.quantities import TEXT_LENGTH, clean_text
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def save_action(uow_factory: UnitOfWorkFactory, mission_id: UUID, action: Action, *, clock: Clock) -> Action:
    """Keep a new or changed action.

    Raises:
        DomainError: `mission.sealed`, `action.title_missing`, `action.theme_missing`, `action.dates_reversed`,
            `text.too_long`, or a refusal of `check_entry_day` or `check_dependencies`.
    """
    kept = cleaned_action(action, action.rank)
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, kept) as uow:
        opened_on = uow.missions.get(mission_id).opened_on
        check_entry_day(kept.start, field="action_start", opened_on=opened_on)
        check_entry_day(kept.end, field="action_end", opened_on=opened_on)
        if kept.depends_on:
            check_dependencies((*(one for one in uow.actions.of(mission_id) if one.id != kept.id), kept))
        uow.actions.save(mission_id, kept)
    logger.info("mission %s: action %s saved", mission_id, kept.id)
    return kept


def save_actions(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, actions: Sequence[Action], *, clock: Clock
) -> tuple[Action, ...]:
    """Keep several changed actions, all of them or none.

    Raises:
        DomainError: Any refusal of `save_action`, with nothing kept.
    """
    kept = tuple(cleaned_action(one, one.rank) for one in actions)
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, *kept) as uow:
        opened_on = uow.missions.get(mission_id).opened_on
        changed = {one.id: one for one in kept}
        check_dependencies((*(one for one in uow.actions.of(mission_id) if one.id not in changed), *kept))
        for action in kept:
            check_entry_day(action.start, field="action_start", opened_on=opened_on)
            check_entry_day(action.end, field="action_end", opened_on=opened_on)
            uow.actions.save(mission_id, action)
    logger.info("mission %s: %d actions saved", mission_id, len(kept))
    return kept


def cleaned_action(action: Action, rank: int) -> Action:
    """An action that may be kept at a rank, its texts clean.

    Raises:
        DomainError: `text.too_long`, or a refusal of `check_action`.
    """
    step = action.step
    return check_action(
        replace(
            action,
            rank=rank,
            title=clean_text(action.title, field="action_title"),
            reason=clean_text(action.reason, longest=TEXT_LENGTH, field="action_reason"),
            owner=clean_text(action.owner, field="owner"),
            gain=clean_text(action.gain, field="gain"),
            step=MeasurableStep(
                indicator=clean_text(step.indicator, field="indicator"),
                baseline=clean_text(step.baseline, field="baseline"),
                target=clean_text(step.target, field="target"),
            ),
        )
    )


def remove_action(uow_factory: UnitOfWorkFactory, mission_id: UUID, action_id: UUID, *, clock: Clock) -> None:
    """Forget an action of a draft; the ranks after it close up.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, action_id) as uow:
        uow.actions.remove(mission_id, action_id)


def place_action(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, action: Action, rank: int, *, clock: Clock
) -> tuple[Action, ...]:
    """Put an action at a rank of the plan, the others making room: a move, or one that was removed and comes back.

    Args:
        uow_factory: Storage.
        mission_id: The mission.
        action: An action as it was kept, still in the plan or not.
        rank: Its new place, from 1; beyond the last one means the last.
        clock: Present instant.

    Returns:
        The whole plan in its new order; an action that comes back waits no more for one that has left.

    Raises:
        DomainError: `mission.sealed`, or a refusal of `check_action`.
    """
    check_action(action)
    with draft_of(uow_factory, mission_id, clock()) as uow:
        known = uow.actions.of(mission_id)
        order = [one for one in known if one.id != action.id]
        there = {one.id for one in order}
        awaited = tuple(one for one in action.depends_on if one in there)
        order.insert(max(rank, 1) - 1, replace(action, depends_on=awaited))
        placed = tuple(replace(one, rank=place) for place, one in enumerate(order, start=1))
        for one in placed:
            if one not in known:
                uow.actions.save(mission_id, one)
    logger.info("mission %s: action %s placed at rank %d", mission_id, action.id, rank)
    return placed


def save_scenario(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, scenario: FundingScenario, *, clock: Clock
) -> FundingScenario:
    """Keep a new or changed scenario; choosing one unchooses the others.

    Raises:
        DomainError: `mission.sealed`, `scenario.title_missing`, `text.too_long`.
    """
    kept = replace(scenario, title=clean_text(scenario.title, field="scenario_title"))
    if not kept.title:
        raise DomainError("scenario.title_missing")
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, kept) as uow:
        uow.scenarios.save(mission_id, kept)
    logger.info("mission %s: scenario %s saved, chosen %s", mission_id, kept.id, kept.chosen)
    return kept


def remove_scenario(uow_factory: UnitOfWorkFactory, mission_id: UUID, scenario_id: UUID, *, clock: Clock) -> None:
    """Forget a scenario of a draft.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, scenario_id) as uow:
        uow.scenarios.remove(mission_id, scenario_id)
