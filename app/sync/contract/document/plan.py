"""Action plan as it is sealed."""

from datetime import date
from uuid import UUID

from pydantic import Field

from app.domain.action_plan import ActionPriority, ActionState
from app.sync.contract.document.base import Amount, Code, Count, Line, Part, Sha256, Text


class AidPart(Part):
    """An aid of the dated catalogue that an action cites; `estimate_cents` is what its calculator gave."""

    id: Code
    title: Line
    operator: Line
    catalogue_id: Code
    catalogue_version: Code
    catalogue_sha256: Sha256
    stated_on: date
    valid_until: date | None = None
    estimate_cents: Amount | None = None


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
    aids: list[AidPart] = Field(default=[], max_length=100)
