"""Action plan as it is sealed."""

from datetime import date
from uuid import UUID

from pydantic import Field, field_validator

from app.domain.action_plan import ActionPriority, ActionState
from app.domain.placement import BORDER, SCALE
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


class PlacementPart(Part):
    """Place of an action in the value/effort matrix, 0 to 100 each, never on the border of two quadrants."""

    value: int = Field(ge=0, le=SCALE)
    effort: int = Field(ge=0, le=SCALE)

    @field_validator("value", "effort")
    @classmethod
    def _off_the_border(cls, place: int) -> int:
        if place == BORDER:
            raise ValueError("border")
        return place


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
    placement: PlacementPart | None = None
    depends_on: list[UUID] = Field(default=[], max_length=1_000)
