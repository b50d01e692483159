"""What every page of one open mission shares: its ports, the mission as last read, and the news of what changed.

A page changes the mission through a use case, then tells the others with one call:

    kept = context.attempt(lambda: save_session(bench.unit_of_work, context.mission_id, session, clock=bench.clock),
                           refused=self._field.set_error)
    if kept is not None:
        context.note(Part.SESSIONS)

`note` forgets the mission as read (`file` reads it again when next asked), says when it was saved and which parts
changed. Answers go through `answered`, which reads nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import AssessmentKind
from app.domain.days import counted_total, path_bound
from app.domain.errors import DomainError
from app.domain.i2df import Progress, progress_of
from app.domain.mission import Mission, MissionFile, MissionState
from app.domain.quantities import HalfDays
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.services.rows import Deposit, DepositState, ShownState
from app.services.undo import Step
from app.services.workbench import Workbench
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.undoing import PARTS, Undoing

T = TypeVar("T")

THEME_FIELD = "theme:"
"""Begins the name of a theme of the questionnaire, when another page asks for it; its code follows."""


class Part(StrEnum):
    """Parts of a mission that pages tell each other about."""

    IDENTITY = "identity"
    SESSIONS = "sessions"
    DAYS = "days"
    EXPENSES = "expenses"
    ATTACHMENTS = "attachments"
    ANSWERS = "answers"
    FULL_DIAGNOSTIC = "full_diagnostic"
    ACTIONS = "actions"
    FUNDING = "funding"
    STATEMENTS = "statements"
    EXPLANATIONS = "explanations"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header of an open mission says.

    Attributes:
        company: Name of the company.
        reference: Readable reference.
        trade: What it makes, or empty.
        town: Town of the establishment, or empty.
        state: State shown.
        version: Version being worked on, or last sealed.
        kind: Assessment that the ring shows: exit once opened, else entry.
        progress: Its progress.
        entry: Progress at entry.
        half_days: Half-days that count under the readings of the scheme.
        bound: Half-days that they are shown against.
        boundary: Half-days from which a service is an accompaniment.
        fictional: Whether it is a demonstration.
    """

    company: str
    reference: str
    trade: str
    town: str
    state: ShownState
    version: int
    kind: AssessmentKind
    progress: Progress
    entry: Progress
    half_days: HalfDays
    bound: HalfDays
    boundary: HalfDays
    fictional: bool


class MissionContext(QObject):
    """One open mission, shared by its pages and its window.

    Signals:
        changed: Parts of the mission that were just saved (a frozenset of `Part`).
        progressed: An answer was saved: `AssessmentKind`, `Progress`; nothing was read again.
        saved: Something was just made durable; the instant, UTC.
        page_asked: A page wants another one shown: its key, and the objectName of the field to focus (may be empty).
        why_asked: The explanation of a figure is wanted; its key, or empty for any of the page.
        alone_asked: The company is to answer alone; the `AssessmentKind`.
        erased: The mission is not on this laptop any more.
        guide_asked: The sheet of a theme is wanted; its code.
    """

    changed = Signal(object)
    progressed = Signal(object, object)
    saved = Signal(object)
    page_asked = Signal(str, str)
    why_asked = Signal(str)
    guide_asked = Signal(str)
    erased = Signal()
    alone_asked = Signal(object)

    def __init__(self, workbench: Workbench, mission_id: UUID, messages: Messages, jobs: JobRunner) -> None:
        """Open a mission for its pages; it is read at once.

        Raises:
            DomainError: `mission.unknown`.
            EnvironmentFailure: The storage cannot be read.
            InvalidData: Its packs are absent or changed.
        """
        super().__init__()
        self.undoing = Undoing(workbench, mission_id, messages, lambda: self.referential, self)
        self.undoing.reverted.connect(self._reverted)
        self.workbench = replace(workbench, unit_of_work=self.undoing.factory())
        self.mission_id = mission_id
        self.messages = messages
        self.jobs = jobs
        self._file: MissionFile | None = None
        mission = self.file.mission
        self.scheme: Scheme = workbench.library.scheme(mission.scheme)
        self.referential: Referential = workbench.library.referential(mission.referential)

    @property
    def file(self) -> MissionFile:
        """The whole mission; read again after a change, once."""
        if self._file is None:
            self._file = read_mission(self.workbench.unit_of_work, self.mission_id)
        return self._file

    @property
    def mission(self) -> Mission:
        """Its identity and framing."""
        return self.file.mission

    @property
    def is_writable(self) -> bool:
        """Whether it is a draft; a sealed mission is shown and never changed."""
        return self.mission.state is MissionState.DRAFT

    def deposits(self) -> tuple[Deposit, ...]:
        """Its versions in the outbox, by number."""
        with self.workbench.unit_of_work() as uow:
            return uow.deposits.of(self.mission_id)

    def heading(self) -> Heading:
        """What the header says now."""
        file = self.file
        mission = file.mission
        entry = self._progress(AssessmentKind.ENTRY)
        kind = AssessmentKind.EXIT if file.assessment(AssessmentKind.EXIT) else AssessmentKind.ENTRY
        draft = mission.state is MissionState.DRAFT
        return Heading(
            company=mission.company.name,
            reference=mission.reference,
            trade=mission.company.trade,
            town=mission.establishment.town,
            state=self._shown_state(mission),
            version=mission.version + 1 if draft else mission.version,
            kind=kind,
            progress=self._progress(kind),
            entry=entry,
            half_days=counted_total(file.ledger, self.scheme),
            bound=path_bound(self.scheme),
            boundary=self.scheme.accompaniment_min_half_days,
            fictional=mission.fictional,
        )

    def attempt(self, action: Callable[[], T], refused: Callable[[str], None] | None = None) -> T | None:
        """Do something that the rules or the disk may refuse.

        Args:
            action: The use case, bound; it does not return None.
            refused: Receives the sentence of a refusal, for the line beside the field; without it, a passing message.

        Returns:
            Its result, or None when it was refused or failed. A failure shows its banner, whose « Réessayer » does the
            action again and, when it passes, refreshes every page.
        """
        try:
            result = action()
        except DomainError as error:
            if refused is None:
                self.messages.handle(error)
            else:
                refused(self.messages.sentence(error))
            return None
        except EnvironmentFailure as failure:
            code = failure.code
            self.messages.fail(failure, retry=lambda: self._again(action, refused, code))
            return None
        return result

    def note(self, *parts: Part) -> None:
        """Tell that these parts were just saved."""
        self._file = None
        self.saved.emit(self.workbench.clock())
        self.changed.emit(frozenset(parts))

    def answered(self, kind: AssessmentKind, progress: Progress, saved_at: datetime) -> None:
        """Tell that an answer was just saved, without reading anything."""
        self._file = None
        self.progressed.emit(kind, progress)
        self.saved.emit(saved_at)

    def _reverted(self, step: Step) -> None:
        self.note(*{Part(PARTS[one.shelf]) for one in step})

    def _again(self, action: Callable[[], T], refused: Callable[[str], None] | None, code: str) -> None:
        if self.attempt(action, refused) is not None:
            self.messages.clear(code)
            self.note(*Part)

    def _progress(self, kind: AssessmentKind) -> Progress:
        assessment = self.file.assessment(kind)
        return progress_of(assessment.levels if assessment else {}, self.referential)

    def _shown_state(self, mission: Mission) -> ShownState:
        if mission.state is MissionState.AWAY:
            return ShownState.AWAY
        if mission.state is MissionState.DRAFT:
            return ShownState.REOPENED if mission.version else ShownState.DRAFT
        last = [one for one in self.deposits() if one.version == mission.version]
        deposited = bool(last) and last[0].state is DepositState.DEPOSITED
        return ShownState.DEPOSITED if deposited else ShownState.SEALED
