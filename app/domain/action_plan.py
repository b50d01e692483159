"""The action plan: measurable steps that the company decides, with owner, dates, effort and cost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.packs import PackRef
from app.domain.placement import Placement
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
class CitedAid:
    """An aid of the dated catalogue that an action cites, always to be checked with its operator.

    It holds what a reader without the catalogue needs.

    Attributes:
        id: Of its entry, such as `ti-25`.
        title: French title.
        operator: Who gives it.
        catalogue: Exact catalogue pack.
        stated_on: Civil day on which the catalogue stated it.
        valid_until: Last civil day when its source gives one.
        estimate: What its calculator gave, in cents, or None when nothing was computed.
    """

    id: str
    title: str
    operator: str
    catalogue: PackRef
    stated_on: date
    valid_until: date | None = None
    estimate: Cents | None = None


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
        aids: Aids cited, each once, in the order in which they were cited.
        placement: Place in the value/effort matrix, or None while it was not discussed.
        depends_on: Actions of the same plan that must end before this one, each once, never in a circle.
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
    aids: tuple[CitedAid, ...] = ()
    placement: Placement | None = None
    depends_on: tuple[UUID, ...] = ()

    def citing(self, aid: CitedAid) -> "Action":
        """The action with an aid cited; one cited already is replaced where it stands."""
        if all(one.id != aid.id for one in self.aids):
            return replace(self, aids=(*self.aids, aid))
        return replace(self, aids=tuple(aid if one.id == aid.id else one for one in self.aids))

    def without_aid(self, aid_id: str) -> "Action":
        """The action without an aid; nothing changes when it does not cite it."""
        return replace(self, aids=tuple(one for one in self.aids if one.id != aid_id))


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


class Dependent(Protocol):
    """What waits for other actions: an action, or one as it was sealed."""

    @property
    def id(self) -> UUID:
        """Its own."""

    @property
    def rank(self) -> int:
        """Place in the plan."""

    @property
    def depends_on(self) -> Sequence[UUID]:
        """Actions that must end before."""


def check_dependencies(actions: Iterable[Dependent]) -> None:
    """A plan whose actions can follow one another.

    Raises:
        DomainError: `action.dependency_unknown` when an action waits for one that is not in the plan,
            `action.dependency_circle` when it would wait for itself, through others or not.
    """
    plan = {action.id: action for action in actions}
    for action in plan.values():
        if any(one not in plan for one in action.depends_on):
            raise DomainError("action.dependency_unknown", rank=action.rank)
    waiting, ended = dict(plan), set[UUID]()
    while waiting:
        free = [one.id for one in waiting.values() if ended.issuperset(one.depends_on)]
        if not free:
            raise DomainError("action.dependency_circle", rank=min(one.rank for one in waiting.values()))
        ended.update(free)
        for one in free:
            del waiting[one]


def awaited_too_late(action: Action, plan: Iterable[Action]) -> tuple[int, ...]:
    """Ranks of the actions that an action waits for and that end on its first day or after it."""
    if action.start is None:
        return ()
    return tuple(
        one.rank for one in plan if one.id in action.depends_on and one.end is not None and one.end >= action.start
    )


def plan_totals(actions: Iterable[Action]) -> PlanTotals:
    """Cost and effort of the actions that were not dropped."""
    kept = [action for action in actions if action.state is not ActionState.DROPPED]
    return PlanTotals(
        cost=Cents(sum(action.cost for action in kept if action.cost is not None)),
        effort=HalfDays(sum(action.effort for action in kept if action.effort is not None)),
        without_cost=sum(action.cost is None for action in kept),
        without_effort=sum(action.effort is None for action in kept),
    )
