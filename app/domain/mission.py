"""The mission of one establishment under one scheme, its sessions and scenarios, and its versions once sealed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.domain.action_plan import Action
from app.domain.assessment import Assessment, AssessmentKind
from app.domain.attachment import Attachment
from app.domain.company import Company, Establishment
from app.domain.days import Ledger
from app.domain.de_minimis import AidReceived
from app.domain.errors import DomainError
from app.domain.expenses import Expense
from app.domain.explanations import Explanation
from app.domain.full_diagnostic import FullDiagnostic
from app.domain.funding import PhasePlan
from app.domain.journal import JournalHead
from app.domain.packs import PackRef


class MissionState(StrEnum):
    """Where the working copy of a mission is; being deposited is a state of a version. Source: MODEL.md, States."""

    DRAFT = "draft"
    SEALED = "sealed"
    AWAY = "away"

    def check_writable(self) -> None:
        """Refuse any change but of a draft.

        Raises:
            DomainError: `mission.sealed`, or `mission.away` while a colleague has the mission.
        """
        if self is not MissionState.DRAFT:
            raise DomainError("mission.away" if self is MissionState.AWAY else "mission.sealed")


class VersionKind(StrEnum):
    """Why a version was sealed."""

    DIAGNOSTIC = "diagnostic"
    EXIT = "exit"
    ABANDONED = "abandoned"
    CORRECTION = "correction"


class ProgrammeOperator(StrEnum):
    """Who carries the accompaniment out, which decides the State's ceiling. Source: FACTS.md §4.1, A4."""

    GIFAS = "gifas"
    OTHER = "other"


class Purpose(StrEnum):
    """Purposes of an accompaniment. Source: FACTS.md §2.4."""

    IMPLEMENT_METHODS = "implement_methods"
    CHOOSE_TECHNOLOGIES = "choose_technologies"
    ENGINEER_INTEGRATION = "engineer_integration"
    MEASURE_RESULTS = "measure_results"


@dataclass(frozen=True, slots=True)
class Provider:
    """The accredited provider and the consultant who leads the mission."""

    name: str = ""
    lead_consultant: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Mission:
    """Identity and framing of a mission.

    Attributes:
        id: Random UUID made on the laptop.
        reference: Readable checked reference for paper.
        state: Draft or sealed.
        version: Last sealed version, 0 before the first.
        fictional: Whether it belongs to the demonstration, for ever.
        opened_on: Civil day of opening.
        company: The beneficiary on that day.
        establishment: The site.
        scheme: Exact scheme pack.
        referential: Exact referential pack.
        operator: Who carries it out.
        provider: Accredited provider.
        purposes: Purposes of the accompaniment.
        market: Market served.
        sector: Industrial sector (filière).
        territory: Territoire d'industrie.
        recruitment_source: How the company came to the programme.
        decision_day: Civil day of the Region's decision, or None.
        region_file: The Region's own file number.
        summary: What the head should remember, in two sentences; printed first.
        next_day: Next date agreed with the company, or None.
        next_step: What happens on that date.
        private_notes: The consultant's own: never sealed, never printed.
    """

    id: UUID
    reference: str
    opened_on: date
    company: Company
    establishment: Establishment
    scheme: PackRef
    referential: PackRef
    state: MissionState = MissionState.DRAFT
    version: int = 0
    fictional: bool = False
    operator: ProgrammeOperator = ProgrammeOperator.OTHER
    provider: Provider = Provider()
    purposes: tuple[Purpose, ...] = ()
    market: str = ""
    sector: str = ""
    territory: str = ""
    recruitment_source: str = ""
    decision_day: date | None = None
    region_file: str = ""
    summary: str = ""
    next_day: date | None = None
    next_step: str = ""
    private_notes: str = ""

    def check_writable(self) -> None:
        """Refuse any change but of a draft.

        Raises:
            DomainError: `mission.sealed`, or `mission.away` while a colleague has it.
        """
        self.state.check_writable()

    def sealed(self) -> "Mission":
        """The mission once its next version is sealed.

        Raises:
            DomainError: `mission.sealed`.
        """
        self.check_writable()
        return replace(self, state=MissionState.SEALED, version=self.version + 1)

    def handed_over(self) -> "Mission":
        """The mission once a colleague has it: nothing of it changes here any more.

        Raises:
            DomainError: `mission.sealed`, `mission.away`.
        """
        self.check_writable()
        return replace(self, state=MissionState.AWAY)

    def taken_back(self) -> "Mission":
        """The mission as a draft of this laptop again.

        Raises:
            DomainError: `mission.not_away`.
        """
        if self.state is not MissionState.AWAY:
            raise DomainError("mission.not_away")
        return replace(self, state=MissionState.DRAFT)

    def reopened(self) -> "Mission":
        """The mission as a draft again; its next seal makes version n + 1.

        Raises:
            DomainError: `mission.not_sealed`, or `mission.away` while a colleague has it.
        """
        if self.state is MissionState.AWAY:
            raise DomainError("mission.away")
        if self.state is not MissionState.SEALED:
            raise DomainError("mission.not_sealed", reference=self.reference)
        return replace(self, state=MissionState.DRAFT)


@dataclass(frozen=True, slots=True)
class Session:
    """A session (séance) with the company.

    Attributes:
        id: Made on the laptop.
        day: Civil day.
        place: Where.
        topic: What it was about.
        people_met: Names or functions.
        notes: What was seen and said; printed and sealed.
        private_notes: The consultant's own: never sealed, never printed.
    """

    id: UUID
    day: date
    topic: str
    place: str = ""
    people_met: tuple[str, ...] = ()
    notes: str = ""
    private_notes: str = ""


@dataclass(frozen=True, slots=True)
class FundingScenario:
    """A what-if of the company's path; at most one is chosen, and that one is sealed."""

    id: UUID
    rank: int
    title: str
    plans: tuple[PhasePlan, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class MissionFile:
    """A whole mission: what is sealed, printed and checked."""

    mission: Mission
    sessions: tuple[Session, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    assessments: tuple[Assessment, ...] = ()
    actions: tuple[Action, ...] = ()
    scenarios: tuple[FundingScenario, ...] = ()
    expenses: tuple[Expense, ...] = ()
    full_diagnostic: FullDiagnostic = field(default_factory=FullDiagnostic)
    attachments: tuple[Attachment, ...] = ()
    aids_received: tuple[AidReceived, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    def assessment(self, kind: AssessmentKind) -> Assessment | None:
        """The assessment of a kind, if it was opened."""
        return next((one for one in self.assessments if one.kind is kind), None)

    @property
    def chosen_scenario(self) -> FundingScenario | None:
        """The scenario that the company keeps, if any."""
        return next((one for one in self.scenarios if one.chosen), None)


@dataclass(frozen=True, slots=True)
class Seal:
    """What sealing adds to the mission itself.

    Attributes:
        version: Number of the version, from 1.
        kind: Why it is sealed.
        reason: A sentence, required for an abandoned mission or a correction.
        sealed_at: Instant, UTC.
        replaces: SHA-256 of the version before, or empty.
        journal: Where the mission's journal is when it is sealed, or None before its first event.
    """

    version: int
    kind: VersionKind
    reason: str
    sealed_at: datetime
    replaces: str
    journal: JournalHead | None = None


@dataclass(frozen=True, slots=True)
class SealedVersion:
    """A version written once: its canonical bytes and their hash.

    Attributes:
        mission_id: The mission.
        version: From 1.
        kind: Why it was sealed.
        reason: A sentence, for an abandoned mission or a correction.
        sha256: Lower-case hexadecimal SHA-256 of `document`.
        document: Canonical `mission.json`.
        sealed_at: Instant, UTC.
        replaces: SHA-256 of the version it replaces, or empty.
    """

    mission_id: UUID
    version: int
    kind: VersionKind
    reason: str
    sha256: str
    document: bytes
    sealed_at: datetime
    replaces: str = ""
