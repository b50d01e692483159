"""Funding scenarios as they are sealed, each figure with its rule."""

from datetime import date
from uuid import UUID

from pydantic import Field

from app.domain.funding import LineKind
from app.sync.contract.document.base import Amount, Code, Count, Line, Part, Text


class PlanPart(Part):
    """Days and cost of one phase in a scenario."""

    phase: Code
    half_days: Count
    cost_cents: Amount
    expense_day: date | None


class FundingLinePart(Part):
    """One figure with the rule that made it."""

    kind: LineKind
    phase: Code | None
    amount_cents: Amount
    rule: Code
    sentence: Text
    capped: bool


class FundingPart(Part):
    """Funding of a scenario; public aid and company add up to what is invoiced."""

    invoiced_cents: Amount
    grant_cents: Amount
    company_cents: Amount
    closed_on: date | None
    lines: list[FundingLinePart] = Field(max_length=500)


class ScenarioPart(Part):
    """A scenario shown to the company; at most one is the chosen one. `funding` is null when the scheme funds no company."""

    id: UUID
    rank: Count
    title: Line
    chosen: bool
    plans: list[PlanPart] = Field(max_length=50)
    funding: FundingPart | None
