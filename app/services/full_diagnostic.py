"""Use cases of the 360° diagnostic: each factor is saved alone, as it is typed."""

import logging
from dataclasses import replace
from uuid import UUID

from app.domain.full_diagnostic import FactorView
from app.domain.quantities import TEXT_LENGTH, clean_text
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def write_factor(uow_factory: UnitOfWorkFactory, mission_id: UUID, view: FactorView, *, clock: Clock) -> FactorView:
    """Keep what is said of one factor; the others are left alone.

    Raises:
        DomainError: `mission.sealed`, `text.too_long`, `factor.effect_out_of_range`.
    """
    kept = replace(
        view,
        observations=clean_text(view.observations, longest=TEXT_LENGTH, field="observations"),
        strengths=clean_text(view.strengths, longest=TEXT_LENGTH, field="strengths"),
        weaknesses=clean_text(view.weaknesses, longest=TEXT_LENGTH, field="weaknesses"),
        evidence=clean_text(view.evidence, longest=TEXT_LENGTH, field="evidence"),
    )
    for operation, strength in view.effects.items():
        kept = kept.with_effect(operation, strength)
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.full_diagnostics.save_view(mission_id, kept)
    logger.info("mission %s: factor %s saved", mission_id, kept.factor)
    return kept


def write_links(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, links: str, outside_effects: str, *, clock: Clock
) -> tuple[str, str]:
    """Keep how the factors hold together and what they change outside; returns both as kept.

    Raises:
        DomainError: `mission.sealed`, `text.too_long`.
    """
    kept = (
        clean_text(links, longest=TEXT_LENGTH, field="links"),
        clean_text(outside_effects, longest=TEXT_LENGTH, field="outside_effects"),
    )
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.full_diagnostics.save_links(mission_id, *kept)
    return kept
