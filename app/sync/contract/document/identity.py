"""Identity of the sealed mission: framing, version, company, establishment and provider as they were that day."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.domain.mission import ProgrammeOperator, Purpose, VersionKind
from app.sync.contract.canonical import MAX_INTEGER
from app.sync.contract.document.base import Code, Count, Line, Part, Sha256, Text


class MissionPart(Part):
    """Framing of the mission."""

    id: UUID
    reference: Code
    fictional: bool
    opened_on: date
    operator: ProgrammeOperator
    purposes: list[Purpose] = Field(max_length=10)
    market: Line
    sector: Line
    territory: Line
    recruitment_source: Line
    decision_day: date | None
    region_file: Line
    summary: Text
    next_day: date | None
    next_step: Line


class VersionPart(Part):
    """Which version this is, and why it was sealed."""

    number: Annotated[int, Field(ge=1, le=10_000)]
    kind: VersionKind
    reason: Text
    sealed_at: datetime
    replaces: Sha256 | Literal[""]


class JournalPart(Part):
    """Where the journal of the mission was when it was sealed: how many events, and the hash of the last one."""

    events: Count
    sha256: Sha256


class CompanyPart(Part):
    """The company on the day of the mission; `equity_cents` may be negative."""

    name: Line
    siren: Annotated[str, Field(pattern=r"^(\d{9})?$")]
    trade: Line
    employees: Count | None
    equity_cents: Annotated[int, Field(ge=-MAX_INTEGER, le=MAX_INTEGER)] | None
    balance_sheet_months: Count | None
    industrial_activity: bool | None
    association: bool
    approved_integration: bool
    production_revenue_share: Annotated[str, Field(pattern=r"^(0(\.\d+)?|1(\.0+)?)$")] | None
    in_difficulty: bool | None
    tax_and_social_up_to_date: bool | None
    de_minimis_statement: bool | None
    head_name: Line
    head_function: Line


class EstablishmentPart(Part):
    """The site of the mission."""

    siret: Annotated[str, Field(pattern=r"^(\d{14})?$")]
    address: Line
    postal_code: Line
    town: Line
    region_code: Line


class ProviderPart(Part):
    """The accredited provider and its lead consultant."""

    name: Line
    lead_consultant: Line
    contact: Line
