"""The action plan: measurable steps that the company decides, with owner, dates, effort and cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.quantities import Cents, HalfDays
from app.domain.referential import ThemeCode


class ActionPriority(StrEnum):
    """Order in which the company means to act."""

    FIRST = "first"
    CONDITIONAL = "conditional"
    LATER = "later"


class ActionState(StrEnum):
    """Where an action is."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class MeasurableStep:
    """How the company will know: an indicator, where it starts and where it should be. Source: FACTS.md §2.4."""

    indicator: str = ""
    baseline: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the plan.

    Attributes:
        id: Made on the laptop.
        rank: Place in the plan, from 1.
        title: What is done.
        themes: Themes it moves, at least one.
        reason: Why, in a sentence.
        owner: Person or function of the company in charge.
        start: First civil day, or None.
        end: Last civil day, or None.
        effort: Effort of the company, in half-days, or None while unknown.
        cost: Purchases excluding VAT, in cents, or None while unknown.
        gain: Expected gain, in words.
        step: Measurable step.
        priority: First, conditional or later.
        state: Where it is.
    """

    id: UUID
    rank: int
    title: str
    themes: tuple[ThemeCode, ...]
    reason: str = ""
    owner: str = ""
    start: date | None = None
    end: date | None = None
    effort: HalfDays | None = None
    cost: Cents | None = None
    gain: str = ""
    step: MeasurableStep = MeasurableStep()
    priority: ActionPriority = ActionPriority.FIRST
    state: ActionState = ActionState.PLANNED


@dataclass(frozen=True, slots=True)
class PlanTotals:
    """Sums over the plan; what is not costed is counted apart, never as zero."""

    cost: Cents
    effort: HalfDays
    without_cost: int
    without_effort: int


def check_action(action: Action) -> Action:
    """An action that may be kept.

    Raises:
        DomainError: `action.title_missing`, `action.theme_missing` or `action.dates_reversed`.
    """
    if not action.title:
        raise DomainError("action.title_missing")
    if not action.themes:
        raise DomainError("action.theme_missing")
    if action.start is not None and action.end is not None and action.end < action.start:
        raise DomainError("action.dates_reversed", start=action.start, end=action.end)
    return action


def plan_totals(actions: Iterable[Action]) -> PlanTotals:
    """Cost and effort of the actions that were not dropped."""
    kept = [action for action in actions if action.state is not ActionState.DROPPED]
    return PlanTotals(
        cost=Cents(sum(action.cost for action in kept if action.cost is not None)),
        effort=HalfDays(sum(action.effort for action in kept if action.effort is not None)),
        without_cost=sum(action.cost is None for action in kept),
        without_effort=sum(action.effort is None for action in kept),
    )
