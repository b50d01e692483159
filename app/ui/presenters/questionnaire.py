"""The questionnaire, theme by theme: an answer is durable before anything else is painted, then the next theme comes."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.assessment import AssessmentKind
from app.domain.referential import Level, Theme, ThemeCode
from app.services.questionnaire import Answered, answer_theme, open_assessment
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.mission_context import MissionContext, Part

ADVANCE_MS = 140
"""How long the answer just given stays on screen before the next theme; the next key does not wait for it."""


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer, and the place where it is given."""

    kind: AssessmentKind
    theme: ThemeCode
    level: Level | None


class QuestionnairePresenter(QObject):
    """Answers of one mission, at entry and at exit.

    Signals:
        reloaded: The mission was read again, or the other assessment is shown: everything may have changed.
        theme_changed: Another theme is shown.
        answered: An answer is durable; assessment kind, then an `Answered`. It may concern a theme that is not shown.
        finished: The last theme without answer of the assessment shown was answered.
    """

    reloaded = Signal()
    theme_changed = Signal()
    answered = Signal(object, object)
    finished = Signal()

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workbench = context.workbench
        self.attempts = Attempts(context.messages, self)
        self._advance = QTimer(self)
        self._advance.setSingleShot(True)
        self._advance.setInterval(ADVANCE_MS)
        self._advance.timeout.connect(self._move_on)
        self.sheet = AnswerSheet(context.file, context.referential)
        self.kind = AssessmentKind.ENTRY
        if self.sheet.assessment(AssessmentKind.EXIT) is not None:
            self.kind = AssessmentKind.EXIT
        self.rank = self.sheet.next_without_answer(self.kind, -1) or 0

    @property
    def theme(self) -> Theme:
        """The theme shown."""
        return self.sheet.referential.themes[self.rank]

    @property
    def level(self) -> Level | None:
        """The declared level of the theme shown, in the assessment shown."""
        return self.sheet.levels(self.kind).get(self.theme.code)

    def answer(self, level: Level | None) -> None:
        """Give, change or clear (None) the answer of the theme shown; the next theme comes after an answer."""
        self.settle()
        if level is None and self.level is None:
            return
        given = _Given(self.kind, self.theme.code, level)
        self.attempts.run(_place(given), lambda: self._give(given))

    def show_answer(self, kind: AssessmentKind, theme: ThemeCode) -> None:
        """Show a theme of an assessment, as after an undo."""
        self._advance.stop()
        if self.show_kind(kind):
            self.go(self.sheet.rank_of(theme))

    def go(self, rank: int) -> None:
        """Show a theme, `rank` from 0; out of bounds does nothing."""
        self._advance.stop()
        if 0 <= rank < len(self.sheet.referential.themes) and rank != self.rank:
            self.rank = rank
            self.theme_changed.emit()

    def step(self, by: int) -> None:
        """Show a neighbour of the theme shown."""
        self.settle()
        self.go(self.rank + by)

    def next_without_answer(self) -> None:
        """Show the next theme without answer, coming round to the first."""
        self.settle()
        rank = self.sheet.next_without_answer(self.kind, self.rank)
        if rank is not None:
            self.go(rank)

    def show_kind(self, kind: AssessmentKind) -> bool:
        """Show an assessment; the exit one is opened, empty, the first time it is asked for. Returns whether it is shown."""
        self.settle()
        if kind is self.kind:
            return True
        if self.sheet.assessment(kind) is None and not self.attempts.run("kind", lambda: self._open(kind)):
            return False
        self.kind = kind
        self.reloaded.emit()
        return True

    def settle(self) -> None:
        """Finish moving on at once, before something else is done."""
        if self._advance.isActive():
            self._advance.stop()
            self._move_on()

    def reload(self) -> None:
        """Read the mission again."""
        self._advance.stop()
        self.sheet = AnswerSheet(self._context.file, self._context.referential)
        if self.sheet.assessment(self.kind) is None:
            self.kind = AssessmentKind.ENTRY
        self.reloaded.emit()

    def _open(self, kind: AssessmentKind) -> None:
        bench = self._workbench
        self.sheet.note(
            open_assessment(bench.unit_of_work, self._context.mission_id, kind, clock=bench.clock, new_id=bench.new_id)
        )
        self._context.note(Part.ANSWERS)

    def _commit(self, kind: AssessmentKind, theme: ThemeCode, level: Level | None) -> Answered:
        bench, referential = self._workbench, self.sheet.referential
        done = answer_theme(
            bench.unit_of_work, self._context.mission_id, kind, theme, level, referential=referential, clock=bench.clock
        )
        self.sheet.set_level(kind, theme, done.level)
        self._context.answered(kind, done.progress, done.saved_at)
        return done

    def _give(self, given: _Given) -> None:
        done = self._commit(given.kind, given.theme, given.level)
        self.answered.emit(given.kind, done)
        here = given.kind is self.kind and given.theme == self.theme.code
        if done.level is None or not here:
            return
        if done.progress.index is not None and done.previous is None:
            self.finished.emit()
        elif self.rank + 1 < len(self.sheet.referential.themes):
            self._advance.start()

    def _move_on(self) -> None:
        self.go(self.rank + 1)


def _place(given: _Given) -> str:
    return f"answer.{given.kind}.{given.theme}"
