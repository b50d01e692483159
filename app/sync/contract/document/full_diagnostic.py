"""The 360° diagnostic as it is sealed: the six factors, their effects, their links."""

from typing import Annotated

from pydantic import Field

from app.domain.full_diagnostic import STRONGEST_EFFECT, FactorPriority, Operation
from app.domain.referential import Factor
from app.sync.contract.document.base import Part, Text


class FactorEffectPart(Part):
    """Strength of the effect of a factor on an operation; an operation without any is absent."""

    operation: Operation
    strength: Annotated[int, Field(ge=1, le=STRONGEST_EFFECT)]


class FactorPart(Part):
    """What was said of one factor."""

    factor: Factor
    observations: Text
    strengths: Text
    weaknesses: Text
    evidence: Text
    priority: FactorPriority | None
    effects: list[FactorEffectPart] = Field(max_length=50)


class FullDiagnosticPart(Part):
    """The whole 360° diagnostic; a factor of which nothing was said is absent."""

    factors: list[FactorPart] = Field(max_length=6)
    links: Text
    outside_effects: Text
