"""The tables as the repositories query them; the migrations make them, and a test compares the two."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

from app.domain.action_plan import ActionPriority, ActionState
from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.attachment import FieldAudience, MediaType
from app.domain.days import HalfDay
from app.domain.evidence import EvidenceKind
from app.domain.full_diagnostic import FactorPriority, Operation
from app.domain.journal import EventKind
from app.domain.mission import MissionState, ProgrammeOperator, Purpose, VersionKind
from app.domain.referential import Factor, Level
from app.models.columns import Choice, Choices, Day, Exact, Flag, Identifier, Instant, Words
from app.services.rows import DepositState, ShownState

metadata = MetaData()


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _pack(prefix: str) -> list[Column[str]]:
    return _texts(f"{prefix}_id", f"{prefix}_version", f"{prefix}_sha256")


mission = Table(
    "mission",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Identifier, nullable=False),
    *_texts("reference"),
    Column("state", Choice(MissionState), nullable=False),
    Column("version", Integer, nullable=False),
    Column("fictional", Flag, nullable=False),
    Column("shown_state", Choice(ShownState), nullable=False),
    Column("entry_answered", Integer, nullable=False),
    Column("entry_index", Integer),
    Column("exit_answered", Integer, nullable=False),
    Column("exit_index", Integer),
    Column("half_days", Integer, nullable=False),
    Column("actions", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("modified_at", Instant, nullable=False),
    *_texts("company_name", "siren", "trade", "siret", "town", "sector"),
    Column("opened_on", Day, nullable=False),
    Column("operator", Choice(ProgrammeOperator), nullable=False),
    *_pack("scheme"),
    *_pack("referential"),
    Column("employees", Integer),
    Column("equity_cents", Integer),
    Column("balance_sheet_months", Integer),
    Column("industrial_activity", Flag),
    Column("association", Flag, nullable=False),
    Column("approved_integration", Flag, nullable=False),
    Column("production_revenue_share", Exact),
    Column("in_difficulty", Flag),
    Column("tax_and_social_up_to_date", Flag),
    Column("de_minimis_statement", Flag),
    *_texts("head_name", "head_function", "address", "postal_code", "region_code"),
    *_texts("provider_name", "lead_consultant", "provider_contact"),
    Column("purposes", Choices(Purpose), nullable=False),
    *_texts("market", "territory", "recruitment_source"),
    Column("decision_day", Day),
    *_texts("region_file"),
    Column("next_day", Day),
    *_texts("next_step", "summary", "private_notes"),
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("kind", Choice(AssessmentKind), nullable=False),
    *_pack("referential"),
    Column("day", Day, nullable=False),
    *_texts("declared_by", "captured_by"),
    Column("mode", Choice(CaptureMode), nullable=False),
)

answer = Table(
    "answer",
    metadata,
    Column("assessment_id", Identifier, primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("level", Choice(Level)),
    *_texts("justification", "evidence"),
    Column("opinion_level", Choice(Level)),
    *_texts("opinion_sentence"),
    Column("changed_at", Instant, nullable=False),
)

workshop_vote = Table(
    "workshop_vote",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("assessment_id", Identifier, nullable=False),
    *_texts("theme", "voter"),
    Column("level", Choice(Level), nullable=False),
    Column("cast_at", Instant, nullable=False),
)

full_diagnostic = Table(
    "full_diagnostic",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    *_texts("links", "outside_effects"),
)

factor_view = Table(
    "factor_view",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("factor", Choice(Factor), primary_key=True),
    *_texts("observations", "strengths", "weaknesses", "evidence"),
    Column("priority", Choice(FactorPriority)),
)

factor_effect = Table(
    "factor_effect",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("factor", Choice(Factor), primary_key=True),
    Column("operation", Choice(Operation), primary_key=True),
    Column("strength", Integer, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("day", Day, nullable=False),
    *_texts("topic", "place"),
    Column("people_met", Words, nullable=False),
    *_texts("notes", "private_notes"),
)

day_entry = Table(
    "day_entry",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", Identifier, nullable=False),
    Column("mission_id", Identifier, nullable=False),
    *_texts("phase"),
    Column("day", Day, nullable=False),
    Column("half_day", Choice(HalfDay), nullable=False),
    *_texts("performer", "purpose", "place"),
    Column("remote", Flag, nullable=False),
    Column("in_region", Flag, nullable=False),
    Column("people_met", Words, nullable=False),
    Column("corrects", Identifier),
    Column("recorded_at", Instant),
)

action = Table(
    "action",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("rank", Integer, nullable=False),
    *_texts("title"),
    Column("themes", Words, nullable=False),
    *_texts("reason", "owner"),
    Column("start", Day),
    Column("end", Day),
    Column("effort_half_days", Integer),
    Column("cost_cents", Integer),
    *_texts("gain", "indicator", "baseline", "target"),
    Column("priority", Choice(ActionPriority), nullable=False),
    Column("state", Choice(ActionState), nullable=False),
    Column("placed_value", Integer),
    Column("placed_effort", Integer),
)

action_dependency = Table(
    "action_dependency",
    metadata,
    Column("action_id", Identifier, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("depends_on", Identifier, nullable=False),
)

action_aid = Table(
    "action_aid",
    metadata,
    Column("action_id", Identifier, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_texts("aid", "title", "operator"),
    *_pack("catalogue"),
    Column("stated_on", Day, nullable=False),
    Column("valid_until", Day),
    Column("estimate_cents", Integer),
)

coach = Table(
    "coach",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("goal", Integer),
    Column("budget_half_days", Integer),
)

coach_theme = Table(
    "coach_theme",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("to_study", Integer),
    Column("in_progress", Integer),
    Column("in_place", Integer),
    Column("priority", Integer, nullable=False),
    Column("pin", Choice(Level)),
    Column("banned", Flag, nullable=False),
)

scenario = Table(
    "scenario",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("rank", Integer, nullable=False),
    *_texts("title"),
    Column("chosen", Flag, nullable=False),
)

scenario_plan = Table(
    "scenario_plan",
    metadata,
    Column("scenario_id", Identifier, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_texts("phase"),
    Column("half_days", Integer, nullable=False),
    Column("cost_cents", Integer, nullable=False),
    Column("expense_day", Day),
)

expense = Table(
    "expense",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    *_texts("phase", "invoice_number", "invoicing_provider", "performing_provider"),
    Column("amount_cents", Integer, nullable=False),
    Column("service_day", Day, nullable=False),
    Column("invoice_day", Day, nullable=False),
    Column("payment_day", Day),
)

aid_received = Table(
    "aid_received",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("granted_on", Day, nullable=False),
    Column("amount_cents", Integer, nullable=False),
    *_texts("grantor", "regulation"),
    Column("of_group", Flag, nullable=False),
)

explanation = Table(
    "explanation",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("rule", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    *_texts("warning", "sentence"),
)

sealed_version = Table(
    "sealed_version",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("kind", Choice(VersionKind), nullable=False),
    *_texts("reason", "sha256"),
    Column("sealed_at", Instant, nullable=False),
    *_texts("replaces"),
    Column("document", LargeBinary, nullable=False),
)

deposit = Table(
    "deposit",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("version", Integer, primary_key=True),
    *_texts("sha256"),
    Column("state", Choice(DepositState), nullable=False),
    Column("queued_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("last_attempt_at", Instant),
    *_texts("last_code"),
    Column("receipt", LargeBinary, nullable=False),
)

handover = Table(
    "handover",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    *_texts("colleague"),
    Column("since", Instant, nullable=False),
)

journal_key = Table(
    "journal_key",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("key", LargeBinary, nullable=False),
)

journal_event = Table(
    "journal_event",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("kind", Choice(EventKind), nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    *_texts("sha256"),
    Column("media_type", Choice(MediaType), nullable=False),
    Column("size", Integer, nullable=False),
    *_texts("name"),
    Column("added_at", Instant, nullable=False),
    *_texts("caption"),
    Column("audience", Choice(FieldAudience), nullable=False),
    Column("session_id", Identifier),
    Column("theme", Text),
    Column("action_id", Identifier),
)

sealed_attachment = Table(
    "sealed_attachment",
    metadata,
    Column("mission_id", Identifier, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("media_type", Choice(MediaType), nullable=False),
    Column("size", Integer, nullable=False),
)

signature_evidence = Table(
    "signature_evidence",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("mission_id", Identifier, nullable=False),
    Column("version", Integer, nullable=False),
    *_texts("sha256"),
    Column("kind", Choice(EvidenceKind), nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("signed_on", Day, nullable=False),
    *_texts("place", "signatories", "scan"),
    Column("scan_type", Choice(MediaType)),
    Column("receipt", LargeBinary),
)
