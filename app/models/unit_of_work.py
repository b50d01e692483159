"""One transaction over the encrypted database, with its repositories."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from app.models.actions import Actions
from app.models.assessments import Assessments
from app.models.attachments import Attachments
from app.models.coaching import Coaching
from app.models.evidence import Evidences
from app.models.full_diagnostics import FullDiagnostics, WorkshopVotes
from app.models.handovers import Handovers
from app.models.journal import Journal
from app.models.missions import Missions
from app.models.plans import Expenses, Scenarios
from app.models.sealing import Deposits, SealedVersions
from app.models.statements import AidsReceived, Explanations
from app.models.work import LedgerLines, Sessions
from app.services.attachment_ports import AttachmentRepository
from app.services.ports import (
    ActionRepository,
    AidReceivedRepository,
    AssessmentRepository,
    CoachRepository,
    DepositRepository,
    EvidenceRepository,
    ExpenseRepository,
    ExplanationRepository,
    FullDiagnosticRepository,
    HandoverRepository,
    JournalRepository,
    LedgerRepository,
    MissionRepository,
    ScenarioRepository,
    SealedRepository,
    SessionRepository,
    WorkshopVoteRepository,
)


class SqlUnitOfWork:
    """Implementation of `app.services.ports.UnitOfWork`; used once, in the thread that makes it."""

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

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Self:
        """Begin, taking the write lock at once. Raises `EnvironmentFailure` (`storage.locked`…)."""
        self._connection = self._engine.connect()
        try:
            self._transaction = self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        self.missions = Missions(self._connection)
        self.assessments = Assessments(self._connection)
        self.sessions = Sessions(self._connection)
        self.ledger = LedgerLines(self._connection)
        self.actions = Actions(self._connection)
        self.coach = Coaching(self._connection)
        self.scenarios = Scenarios(self._connection)
        self.expenses = Expenses(self._connection)
        self.full_diagnostics = FullDiagnostics(self._connection)
        self.votes = WorkshopVotes(self._connection)
        self.aids_received = AidsReceived(self._connection)
        self.explanations = Explanations(self._connection)
        self.sealed = SealedVersions(self._connection)
        self.deposits = Deposits(self._connection)
        self.attachments = Attachments(self._connection)
        self.journal = Journal(self._connection)
        self.handovers = Handovers(self._connection)
        self.evidence = Evidences(self._connection)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back what was not committed."""
        self._connection.close()

    def commit(self) -> None:
        """Make it durable: on the disk when this returns. Raises `EnvironmentFailure` (`disk.full`…)."""
        self._transaction.commit()
