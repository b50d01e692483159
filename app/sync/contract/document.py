"""Sealed mission document, schema 1: the models that every reader validates with."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.domain.action_plan import ActionPriority, ActionState
from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.days import HalfDay, ServiceClass
from app.domain.errors import InvalidData
from app.domain.funding import LineKind
from app.domain.mission import ProgrammeOperator, Purpose, VersionKind
from app.domain.referential import Level
from app.sync.contract.canonical import MAX_INTEGER, read_canonical

SCHEMA = 1
"""Schema written by this program; older ones are read for ever, a newer one is refused whole."""

MAX_DOCUMENT_BYTES = 4 * 1024 * 1024
"""Largest sealed document accepted anywhere, in bytes."""

Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=5_000)]
Code = Annotated[str, Field(min_length=1, max_length=64)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Amount = Annotated[int, Field(ge=0, le=MAX_INTEGER)]


class Part(BaseModel):
    """Base of every part: frozen, nothing unknown accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


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


class LevelPart(Part):
    """A level as the referential words and weighs it."""

    level: Level
    label: Line
    points: Annotated[int, Field(ge=0, le=100)]


class LeverPart(Part):
    """A lever of the referential."""

    code: Code
    title: Line


class ThemePart(Part):
    """A theme of the referential."""

    code: Code
    lever: Code
    title: Line


class ReferentialPart(Part):
    """Referential pack used, with what is needed to read the answers without it."""

    id: Code
    version: Code
    sha256: Sha256
    title: Line
    official: bool
    levels: list[LevelPart] = Field(min_length=1, max_length=10)
    levers: list[LeverPart] = Field(min_length=1, max_length=50)
    themes: list[ThemePart] = Field(min_length=1, max_length=500)


class PhasePart(Part):
    """A phase of the scheme."""

    code: Code
    title: Line


class SchemePart(Part):
    """Scheme pack used."""

    id: Code
    version: Code
    sha256: Sha256
    title: Line
    official: bool
    fictional: bool
    region_code: Line
    region_name: Line
    phases: list[PhasePart] = Field(max_length=50)


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


class OpinionPart(Part):
    """The consultant's opinion at exit."""

    level: Level
    sentence: Line


class AnswerPart(Part):
    """One theme of an assessment."""

    theme: Code
    level: Level | None
    justification: Text
    evidence: Text
    opinion: OpinionPart | None


class AssessmentPart(Part):
    """A questionnaire; `index` is null while incomplete."""

    id: UUID
    kind: AssessmentKind
    day: date
    declared_by: Line
    captured_by: Line
    mode: CaptureMode
    answers: list[AnswerPart] = Field(max_length=500)
    index: Annotated[int, Field(ge=0, le=100_000)] | None


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


class SealedDocument(Part):
    """A whole sealed mission, self-contained."""

    schema_: Literal[1] = Field(alias="schema")
    mission: MissionPart
    version: VersionPart
    company: CompanyPart
    establishment: EstablishmentPart
    provider: ProviderPart
    referential: ReferentialPart
    scheme: SchemePart
    sessions: list[SessionPart] = Field(max_length=10_000)
    days: list[DayPart] = Field(max_length=10_000)
    services: list[ServicePart] = Field(max_length=50)
    assessments: list[AssessmentPart] = Field(max_length=20)
    actions: list[ActionPart] = Field(max_length=1_000)
    scenarios: list[ScenarioPart] = Field(max_length=50)
    expenses: list[ExpensePart] = Field(max_length=10_000)

    @property
    def chosen_scenario(self) -> ScenarioPart | None:
        """The scenario that the company keeps, if any."""
        return next((scenario for scenario in self.scenarios if scenario.chosen), None)


def read_document(data: bytes) -> SealedDocument:
    """A sealed document read from its canonical bytes.

    Raises:
        InvalidData: `document.too_large`, `document.unreadable`, `document.float`, `document.integer_too_large`,
            `document.duplicate_key`, `document.not_canonical`, `document.newer` (schema of a later program), or
            `document.invalid` with the path of the first wrong field.
    """
    if len(data) > MAX_DOCUMENT_BYTES:
        raise InvalidData("document.too_large", size=len(data), limit=MAX_DOCUMENT_BYTES)
    value: dict[str, Any] = read_canonical(data)
    schema = value.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise InvalidData("document.newer", schema=schema, known=SCHEMA)
    try:
        return SealedDocument.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"])
        raise InvalidData("document.invalid", path=path, why=first["type"]) from None
