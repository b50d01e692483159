"""What the use cases need of the outside: a unit of work over the storage, a clock, fresh identifiers, a document writer."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from app.domain.action_plan import Action
from app.domain.assessment import Answer, Assessment, AssessmentKind
from app.domain.coach_notes import CoachNotes, CoachWish
from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.de_minimis import AidReceived
from app.domain.evidence import SignatureEvidence
from app.domain.expenses import Expense
from app.domain.explanations import Explanation
from app.domain.full_diagnostic import FactorView, FullDiagnostic
from app.domain.handover import Handover, Thread
from app.domain.i2df import Progress
from app.domain.journal import EventKind, JournalEvent, JournalHead
from app.domain.mission import FundingScenario, Mission, MissionFile, MissionState, Seal, SealedVersion, Session
from app.domain.packs import PackKind, PackRef
from app.domain.quantities import HalfDays
from app.domain.referential import Level, Referential, ThemeCode
from app.domain.scheme import Scheme
from app.domain.workshop import WorkshopVote
from app.services.attachment_ports import AttachmentRepository
from app.services.rows import Deposit

Clock = Callable[[], datetime]
"""The present instant, aware, UTC."""

NewId = Callable[[], UUID]
"""A fresh random identifier."""


class MissionRepository(Protocol):
    """Missions and what lists show of them."""

    def add(self, mission: Mission, at: datetime) -> None:
        """Keep a new mission."""

    def get(self, mission_id: UUID) -> Mission:
        """The mission. Raises `DomainError("mission.unknown")`."""

    def state(self, mission_id: UUID) -> MissionState:
        """Its state alone, in one cheap read. Raises `DomainError("mission.unknown")`."""

    def save(self, mission: Mission, at: datetime) -> None:
        """Keep a changed mission."""

    def touch(self, mission_id: UUID, at: datetime) -> None:
        """Note that something of the mission changed."""

    def note_progress(self, mission_id: UUID, kind: AssessmentKind, progress: Progress, at: datetime) -> None:
        """Keep the progress and index that lists show, and note the change."""

    def file(self, mission_id: UUID) -> MissionFile:
        """The whole mission. Raises `DomainError("mission.unknown")`."""

    def erase(self, mission_id: UUID) -> None:
        """Take away a mission and everything that is its own, versions and outbox included, over what the disk held."""

    def reference_taken(self, reference: str) -> bool:
        """Whether another mission of this laptop bears the reference."""

    def pins(self) -> Mapping[tuple[PackKind, str], int]:
        """How many missions pin each pack, by its kind and identifier."""

    def of_company(self, siren: str) -> tuple[UUID, ...]:
        """Missions of a company by its SIREN, oldest first; none for an empty one."""


class AssessmentRepository(Protocol):
    """Assessments and their answers; an answer is written alone, without loading the mission."""

    def find(self, mission_id: UUID, kind: AssessmentKind) -> Assessment | None:
        """The assessment with its answers, or None."""

    def save(self, mission_id: UUID, assessment: Assessment) -> None:
        """Open an assessment or keep its heading (day, who declared, who captured, mode); answers are left alone."""

    def answer(self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode) -> Answer:
        """What is known of one theme, possibly nothing."""

    def set_level(
        self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode, level: Level | None, at: datetime
    ) -> None:
        """Keep the declared level of one theme, or clear it."""

    def set_texts(self, mission_id: UUID, kind: AssessmentKind, theme: ThemeCode, answer: Answer, at: datetime) -> None:
        """Keep justification, evidence and opinion of one theme; the declared level is left alone."""

    def levels(self, mission_id: UUID, kind: AssessmentKind) -> Mapping[ThemeCode, Level]:
        """Declared levels only."""


class SessionRepository(Protocol):
    """Sessions of a mission, by day."""

    def of(self, mission_id: UUID) -> tuple[Session, ...]:
        """All of them."""

    def save(self, mission_id: UUID, session: Session) -> None:
        """Keep a new or changed session."""

    def remove(self, mission_id: UUID, session_id: UUID) -> None:
        """Forget one."""


class LedgerRepository(Protocol):
    """The append-only ledger."""

    def of(self, mission_id: UUID) -> Ledger:
        """All lines, in the order of their recording."""

    def append(self, mission_id: UUID, entry: DayEntry) -> None:
        """Add one line, performed or correcting, and the total that lists show."""

    def booked_elsewhere(self, mission_id: UUID, performer: str, day: date, half_day: HalfDay) -> str | None:
        """Reference of another mission where the same person already works on that half-day, or None."""


class ActionRepository(Protocol):
    """Actions of a plan, by rank."""

    def of(self, mission_id: UUID) -> tuple[Action, ...]:
        """All of them."""

    def save(self, mission_id: UUID, action: Action) -> None:
        """Keep a new or changed action."""

    def remove(self, mission_id: UUID, action_id: UUID) -> None:
        """Forget one; the ranks after it close up."""


class CoachRepository(Protocol):
    """What the index coach of a draft was told; never sealed."""

    def of(self, mission_id: UUID) -> CoachNotes:
        """Everything, possibly nothing."""

    def save_aim(self, mission_id: UUID, goal: int | None, budget: HalfDays | None) -> None:
        """Keep the points wanted and the half-days available."""

    def save_wish(self, mission_id: UUID, theme: ThemeCode, wish: CoachWish) -> None:
        """Keep what is wished for one theme; the others are left alone."""


class ScenarioRepository(Protocol):
    """Funding scenarios, by rank."""

    def of(self, mission_id: UUID) -> tuple[FundingScenario, ...]:
        """All of them."""

    def save(self, mission_id: UUID, scenario: FundingScenario) -> None:
        """Keep a new or changed scenario; choosing one unchooses the others."""

    def remove(self, mission_id: UUID, scenario_id: UUID) -> None:
        """Forget one."""


class ExpenseRepository(Protocol):
    """Invoice lines, by invoice day."""

    def of(self, mission_id: UUID) -> tuple[Expense, ...]:
        """All of them."""

    def save(self, mission_id: UUID, expense: Expense) -> None:
        """Keep a new or changed line."""

    def remove(self, mission_id: UUID, expense_id: UUID) -> None:
        """Forget one."""


class FullDiagnosticRepository(Protocol):
    """The 360° diagnostic of each mission."""

    def of(self, mission_id: UUID) -> FullDiagnostic:
        """The diagnostic, possibly empty."""

    def save_view(self, mission_id: UUID, view: FactorView) -> None:
        """Keep what is said of one factor; the five others are left alone."""

    def save_links(self, mission_id: UUID, links: str, outside_effects: str) -> None:
        """Keep what is said of all the factors together."""


class WorkshopVoteRepository(Protocol):
    """Workshop votes of an assessment, in the order in which they were cast."""

    def of(self, mission_id: UUID, kind: AssessmentKind) -> tuple[WorkshopVote, ...]:
        """All of them."""

    def save(self, mission_id: UUID, kind: AssessmentKind, vote: WorkshopVote) -> None:
        """Keep a new or changed vote; an assessment that was not opened is a fault (`InvalidData`)."""

    def remove(self, mission_id: UUID, vote_id: UUID) -> None:
        """Forget one."""


class AidReceivedRepository(Protocol):
    """De minimis aid that the company states, by day of grant."""

    def of(self, mission_id: UUID) -> tuple[AidReceived, ...]:
        """All of them."""

    def save(self, mission_id: UUID, aid: AidReceived) -> None:
        """Keep a new or changed aid."""

    def remove(self, mission_id: UUID, aid_id: UUID) -> None:
        """Forget one."""


class ExplanationRepository(Protocol):
    """Sentences that answer the warnings of the checks."""

    def of(self, mission_id: UUID) -> tuple[Explanation, ...]:
        """All of them, also those of a warning that is gone."""

    def save(self, mission_id: UUID, explanation: Explanation) -> None:
        """Keep the sentence of a warning, in place of the one it had; an empty one is forgotten."""

    def keep_only(self, mission_id: UUID, explanations: tuple[Explanation, ...]) -> None:
        """Keep these, in their order, and forget every other one."""


class SealedRepository(Protocol):
    """Sealed versions, written once."""

    def add(self, sealed: SealedVersion) -> None:
        """Keep a version; the same mission and number twice is a fault (`InvalidData`)."""

    def of(self, mission_id: UUID) -> tuple[SealedVersion, ...]:
        """All versions of a mission, by number."""

    def get(self, mission_id: UUID, version: int) -> SealedVersion:
        """One version. Raises `DomainError("version.unknown")`."""


class DepositRepository(Protocol):
    """The outbox: what waits, what was tried, what the server said."""

    def queue(self, deposit: Deposit) -> None:
        """Put a sealed version in the outbox."""

    def of(self, mission_id: UUID) -> tuple[Deposit, ...]:
        """Every version of a mission that was queued, by number."""

    def pending(self) -> tuple[Deposit, ...]:
        """What is not deposited, oldest first, versions of one mission in order."""

    def save(self, deposit: Deposit) -> None:
        """Keep what an attempt gave."""


class JournalRepository(Protocol):
    """Chained events of each mission; an event is written in the transaction of the change that it tells."""

    def note(self, mission_id: UUID, kind: EventKind, at: datetime, *values: object) -> None:
        """Add an event; only a keyed hash of the values is kept."""

    def bury(self, mission_id: UUID, at: datetime) -> None:
        """Destroy the mission's key and leave a tomb as its last event."""

    def head(self, mission_id: UUID) -> JournalHead | None:
        """Number and hash of the last event, or None when there is none."""

    def of(self, mission_id: UUID) -> tuple[JournalEvent, ...]:
        """Every event of a mission, by number."""

    def thread(self, mission_id: UUID) -> Thread:
        """The journal as it travels, with its key. Raises `InvalidData("journal.no_key")`."""

    def adopt(self, mission_id: UUID, thread: Thread, since: tuple[JournalEvent, ...]) -> None:
        """Keep a journal that came in place of the one here, then chain to it what happened here meanwhile."""


class HandoverRepository(Protocol):
    """Missions that are with a colleague."""

    def of(self, mission_id: UUID) -> Handover | None:
        """Who has a mission since when, or None when it is here."""

    def keep(self, mission_id: UUID, handover: Handover) -> None:
        """Note that a mission left."""

    def forget(self, mission_id: UUID) -> None:
        """Note that it is here again."""


class EvidenceRepository(Protocol):
    """Evidence of the signatures of sealed versions, written once."""

    def add(self, evidence: SignatureEvidence) -> None:
        """Keep a record."""

    def of(self, mission_id: UUID) -> tuple[SignatureEvidence, ...]:
        """Every record of a mission, oldest first."""

    def waiting(self) -> tuple[SignatureEvidence, ...]:
        """Every record that cites a deposited version and that the Region has not acknowledged, oldest first."""

    def acknowledge(self, evidence_id: UUID, receipt: bytes) -> None:
        """Keep the verified receipt of a record."""

    def acknowledged(self, mission_id: UUID) -> frozenset[UUID]:
        """Records of a mission that the Region acknowledged."""


class SecretStore(Protocol):
    """Small secrets of an open profile, never sealed nor sent to anyone else (membership of a server and its token)."""

    def secret(self, name: str) -> bytes | None:
        """The secret of a name, or None."""

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a secret, in place of the one of that name. Raises `EnvironmentFailure`; the former one is then still kept."""


class UnitOfWork(Protocol):
    """One transaction; leaving without `commit` loses what was written."""

    missions: MissionRepository
    assessments: AssessmentRepository
    sessions: SessionRepository
    ledger: LedgerRepository
    actions: ActionRepository
    coach: CoachRepository
    scenarios: ScenarioRepository
    expenses: ExpenseRepository
    full_diagnostics: FullDiagnosticRepository
    votes: WorkshopVoteRepository
    aids_received: AidReceivedRepository
    explanations: ExplanationRepository
    sealed: SealedRepository
    deposits: DepositRepository
    attachments: AttachmentRepository
    journal: JournalRepository
    handovers: HandoverRepository
    evidence: EvidenceRepository

    def __enter__(self) -> Self:
        """Begin, taking the write lock at once."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""

    def commit(self) -> None:
        """Make it durable. Raises `EnvironmentFailure` (`disk.full`, `storage.locked`, `storage.read_only`…)."""


UnitOfWorkFactory = Callable[[], UnitOfWork]


class Catalogues(Protocol):
    """Packs by identifier, or by the reference that a mission pins."""

    def scheme(self, pack: PackRef | str) -> Scheme:
        """A scheme pack; pinned, exactly that one (`InvalidData("pack.changed")` otherwise)."""

    def referential(self, pack: PackRef | str) -> Referential:
        """A referential pack; pinned, exactly that one."""


DocumentWriter = Callable[[MissionFile, Scheme, Referential, Seal], bytes]
"""Writes the canonical bytes of a sealed mission, once."""
