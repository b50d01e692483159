"""The full (360°) diagnostic: what was seen under each of the six factors, and what each changes in the operations."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import DomainError
from app.domain.referential import Factor

STRONGEST_EFFECT = 3
"""Highest strength of an effect: 0 none seen, 1 weak, 2 clear, 3 strong."""


class FactorPriority(StrEnum):
    """When the company means to open a factor; an order, never a mark."""

    FIRST = "first"
    NEXT = "next"
    WATCH = "watch"


class Operation(StrEnum):
    """Operational processes that a factor bears on. Source: FACTS.md §2.5 (« all operational processes »)."""

    SELL = "sell"
    DESIGN = "design"
    BUY = "buy"
    PRODUCE = "produce"
    INSPECT = "inspect"
    DELIVER = "deliver"
    MAINTAIN = "maintain"
    RECRUIT = "recruit"


@dataclass(frozen=True, slots=True)
class FactorView:
    """What was seen and heard under one factor.

    Attributes:
        factor: One of the six.
        observations: What was seen, without judging it.
        strengths: What the company can build on (« points d’appui »).
        weaknesses: What is to be opened.
        evidence: Where it was seen or who said it.
        priority: When the company means to open it, or None while it is not said.
        effects: Strength of its effect on each operation, 1 to 3; no effect is absent.
    """

    factor: Factor
    observations: str = ""
    strengths: str = ""
    weaknesses: str = ""
    evidence: str = ""
    priority: FactorPriority | None = None
    effects: Mapping[Operation, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was said of the factor."""
        return self == FactorView(self.factor)

    @property
    def is_told(self) -> bool:
        """Whether it says at least one strength or one weakness: the two columns of the paper."""
        return bool(self.strengths or self.weaknesses)

    def with_effect(self, operation: Operation, strength: int) -> "FactorView":
        """The same view with another effect on an operation; 0 takes it back.

        Raises:
            DomainError: `factor.effect_out_of_range`.
        """
        if not 0 <= strength <= STRONGEST_EFFECT:
            raise DomainError("factor.effect_out_of_range", strength=strength, strongest=STRONGEST_EFFECT)
        kept = {**self.effects, operation: strength}
        ordered = {one: kept[one] for one in Operation if kept.get(one)}
        return replace(self, effects=MappingProxyType(ordered))


@dataclass(frozen=True, slots=True)
class FullDiagnostic:
    """The 360° part of a mission, empty until the consultant writes in it.

    Attributes:
        views: By factor, in the order of `Factor`; a factor of which nothing was said is absent.
        links: How the factors hold together, one line each.
        outside_effects: What they change outside the factory, one line each.

    Source: FACTS.md §2.5 and §9.2 (six factors, their interrelations, externalities and impacts).
    """

    views: Mapping[Factor, FactorView] = field(default_factory=lambda: MappingProxyType({}))
    links: str = ""
    outside_effects: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: then nothing is printed and nothing is asked."""
        return not (self.views or self.links or self.outside_effects)

    def view(self, factor: Factor) -> FactorView:
        """What was said of a factor, possibly nothing."""
        return self.views.get(factor) or FactorView(factor)

    def with_view(self, view: FactorView) -> "FullDiagnostic":
        """The same diagnostic with one factor changed."""
        kept = {**self.views, view.factor: view}
        ordered = {one: kept[one] for one in Factor if one in kept and not kept[one].is_empty}
        return replace(self, views=MappingProxyType(ordered))
