"""Action plan as the document says it."""

from typing import Any

from app.domain.action_plan import Action


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
    }
