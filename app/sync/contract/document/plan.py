"""Action plan as it is sealed."""

from datetime import date
from uuid import UUID

from pydantic import Field

from app.domain.action_plan import ActionPriority, ActionState
from app.sync.contract.document.base import Amount, Code, Count, Line, Part, Text


class ActionPart(Part):
    """A line of the action plan."""

    id: UUID
    rank: Count
    title: Line
    themes: list[Code] = Field(min_length=1, max_length=100)
    reason: Text
    owner: Line
    start: date | None
    end: date | None
    effort_half_days: Count | None
    cost_cents: Amount | None
    gain: Line
    indicator: Line
    baseline: Line
    target: Line
    priority: ActionPriority
    state: ActionState
