"""Work in the field as it is sealed: sessions, ledger of half-days, services, invoice lines."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from app.domain.days import HalfDay, ServiceClass
from app.sync.contract.document.base import Amount, Code, Count, Line, Part, Text


class SessionPart(Part):
    """A session with the company."""

    id: UUID
    day: date
    topic: Line
    place: Line
    people_met: list[Line] = Field(max_length=200)
    notes: Text


class DayPart(Part):
    """A line of the half-day ledger; `corrects` names the line that it cancels."""

    id: UUID
    phase: Code
    day: date
    half_day: HalfDay
    performer: Line
    purpose: Line
    place: Line
    remote: bool
    in_region: bool
    people_met: list[Line] = Field(max_length=200)
    corrects: UUID | None
    recorded_at: datetime | None


class ServicePart(Part):
    """Days that stand in a phase, and what the service is by its length."""

    phase: Code
    half_days: Count
    service_class: ServiceClass | None


class ExpensePart(Part):
    """An invoice line."""

    id: UUID
    phase: Code
    invoice_number: Line
    invoicing_provider: Line
    performing_provider: Line
    amount_cents: Amount
    service_day: date
    invoice_day: date
    payment_day: date | None
