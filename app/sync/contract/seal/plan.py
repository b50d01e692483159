"""Action plan as the document says it."""

from typing import Any

from app.domain.action_plan import Action, CitedAid
from app.domain.placement import Placement


def action_part(action: Action) -> dict[str, Any]:
    """One action, as the document says it."""
    return {
        "id": action.id,
        "rank": action.rank,
        "title": action.title,
        "themes": list(action.themes),
        "reason": action.reason,
        "owner": action.owner,
        "start": action.start,
        "end": action.end,
        "effort_half_days": action.effort,
        "cost_cents": action.cost,
        "gain": action.gain,
        "indicator": action.step.indicator,
        "baseline": action.step.baseline,
        "target": action.step.target,
        "priority": action.priority,
        "state": action.state,
        "aids": [_aid_part(aid) for aid in action.aids],
        "placement": None if action.placement is None else _placement_part(action.placement),
        "depends_on": list(action.depends_on),
    }


def _aid_part(aid: CitedAid) -> dict[str, Any]:
    return {
        "id": aid.id,
        "title": aid.title,
        "operator": aid.operator,
        "catalogue_id": aid.catalogue.id,
        "catalogue_version": aid.catalogue.version,
        "catalogue_sha256": aid.catalogue.sha256,
        "stated_on": aid.stated_on,
        "valid_until": aid.valid_until,
        "estimate_cents": aid.estimate,
    }


def _placement_part(placement: Placement) -> dict[str, int]:
    return {"value": placement.value, "effort": placement.effort}
