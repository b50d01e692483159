"""The 360° diagnostic read back from a document."""

from types import MappingProxyType

from app.domain.full_diagnostic import FactorView, FullDiagnostic
from app.sync.contract.document import FullDiagnosticPart


def full_diagnostic_of(part: FullDiagnosticPart | None) -> FullDiagnostic:
    """The 360° diagnostic of a document, empty when it has none."""
    if part is None:
        return FullDiagnostic()
    found = FullDiagnostic(links=part.links, outside_effects=part.outside_effects)
    for one in part.factors:
        effects = {effect.operation: effect.strength for effect in one.effects}
        view = FactorView(
            factor=one.factor,
            observations=one.observations,
            strengths=one.strengths,
            weaknesses=one.weaknesses,
            evidence=one.evidence,
            priority=one.priority,
            effects=MappingProxyType(effects),
        )
        found = found.with_view(view)
    return found
