"""The 360° diagnostic as the document says it."""

from typing import Any

from app.domain.full_diagnostic import FactorView, FullDiagnostic


def full_diagnostic_part(diagnostic: FullDiagnostic) -> dict[str, Any] | None:
    """The 360° diagnostic as the document says it; None while nothing was written."""
    if diagnostic.is_empty:
        return None
    return {
        "factors": [_factor(view) for view in diagnostic.views.values()],
        "links": diagnostic.links,
        "outside_effects": diagnostic.outside_effects,
    }


def _factor(view: FactorView) -> dict[str, Any]:
    return {
        "factor": view.factor,
        "observations": view.observations,
        "strengths": view.strengths,
        "weaknesses": view.weaknesses,
        "evidence": view.evidence,
        "priority": view.priority,
        "effects": [{"operation": one, "strength": strength} for one, strength in view.effects.items()],
    }
