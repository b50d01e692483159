"""The company answers alone: who answers, then one theme after another, then what is left; nothing else of the mission."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import AssessmentKind, CaptureMode
from app.domain.referential import Level, Theme
from app.ui.presenters import typed
from app.ui.presenters.answer_sheet import LEVELS, key_of
from app.ui.presenters.assessment_heading import HeadingPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.questionnaire import QuestionnairePresenter

NAME_PLACE = "heading"


class Step(Enum):
    """What the company has in front of it."""

    WHO = auto()
    THEME = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """One question.

    Attributes:
        theme: Its theme.
        lever: Title of the group it belongs to.
        place: « Question 5 sur 29 ».
        answered: How many themes are answered.
        total: How many there are.
        answer: Key of the answer given, 1 to 5, or None.
        at_entry: Key of what was answered at entry, while the exit is asked, or None.
        first: Whether nothing comes before it.
    """

    theme: Theme
    lever: str
    place: str
    answered: int
    total: int
    answer: int | None
    at_entry: int | None
    first: bool


class CompanyAlonePresenter(QObject):
    """One questionnaire in the hands of the company; each answer is durable before the next question.

    Signals:
        stepped: Something else is in front: read `step`.
        theme_changed: Another question, or another answer to it.
        refused: The name was refused; the sentence.
        stuck: The last answers could not be saved (True), or all are saved again (False).
    """

    stepped = Signal()
    theme_changed = Signal()
    refused = Signal(str)
    stuck = Signal(bool)

    def __init__(self, context: MissionContext, kind: AssessmentKind, parent: QObject | None = None) -> None:
        """Begin with who answers; the assessment of the kind is already open, or is opened now."""
        super().__init__(parent)
        self.company = context.mission.company.name
        self.step = Step.WHO
        self._questionnaire = QuestionnairePresenter(context, self)
        self._questionnaire.show_kind(kind)
        self._heading = HeadingPresenter(context, self._questionnaire)
        self._clock = context.workbench.clock
        self._questionnaire.theme_changed.connect(self.theme_changed)
        self._questionnaire.answered.connect(self._answered)
        self._questionnaire.finished.connect(lambda: self._go(Step.END))
        self._questionnaire.attempts.refused.connect(self._refuse)
        self._questionnaire.attempts.recovered.connect(self._recovered)

    @property
    def levels(self) -> tuple[str, ...]:
        """The wording of the five levels, in the order of their keys."""
        label = self._questionnaire.sheet.referential.label
        return tuple(label(level) for level in LEVELS)

    def declared_by(self) -> str:
        """Who is known to declare, or an empty text."""
        return self._heading.shown().declared_by

    def begin(self, declared_by: str) -> bool:
        """Say who answers, and go to the first theme without answer. An empty name is refused.

        The day of the declaration is that of the first answers: it is today's when there is none yet.
        """
        named = declared_by.strip()
        if not named:
            self.refused.emit(
                self.tr("Écrivez votre nom ou votre fonction : vos réponses sont celles de l’entreprise.")
            )
            return False
        heading = replace(
            self._heading.shown(), declared_by=named, captured_by=named, mode=CaptureMode.COMPANY_ALONE.value
        )
        if not self._questionnaire.sheet.levels(self._questionnaire.kind):
            heading = replace(heading, day=typed.day(self._clock().date()))
        if not self._heading.save(heading):
            return False
        self._go(Step.THEME)
        return True

    def shown(self) -> ThemeShown:
        """The question in front."""
        asked = self._questionnaire
        sheet, theme = asked.sheet, asked.theme
        progress = sheet.progress(asked.kind)
        lever = next(one for one in sheet.referential.levers if one.code == theme.lever)
        entry = None
        if asked.kind is AssessmentKind.EXIT:
            entry = sheet.levels(AssessmentKind.ENTRY).get(theme.code)
        return ThemeShown(
            theme=theme,
            lever=lever.title,
            place=self.tr("Question {0} sur {1}").format(asked.rank + 1, progress.total),
            answered=progress.answered,
            total=progress.total,
            answer=key_of(asked.level),
            at_entry=key_of(entry),
            first=asked.rank == 0,
        )

    def answer(self, level: Level | None) -> None:
        """Give or clear the answer of the question in front; it is written before anything else."""
        if self.step is Step.THEME:
            self._questionnaire.answer(level)
            self.stuck.emit(self._questionnaire.attempts.waiting)

    def go_on(self) -> None:
        """The next question, answered or not; after the last one, what is left."""
        before = self._questionnaire.rank
        self._questionnaire.step(1)
        if self._questionnaire.rank == before:
            self._go(Step.END)

    def go_back(self) -> None:
        """The question before; from the end, the last one seen."""
        if self.step is Step.END:
            self._go(Step.THEME)
        else:
            self._questionnaire.step(-1)

    def go_to_unanswered(self) -> None:
        """The first question that has no answer."""
        rank = self._questionnaire.sheet.next_without_answer(self._questionnaire.kind, -1)
        if rank is not None:
            self._questionnaire.go(rank)
        self._go(Step.THEME)

    def left(self) -> int:
        """How many questions have no answer."""
        progress = self._questionnaire.sheet.progress(self._questionnaire.kind)
        return progress.total - progress.answered

    def retry(self) -> None:
        """Try again to save what could not be."""
        self._questionnaire.attempts.retry()
        self.stuck.emit(self._questionnaire.attempts.waiting)

    def settle(self) -> None:
        """Nothing moves by itself any more."""
        self._questionnaire.settle()

    def _go(self, step: Step) -> None:
        self.step = step
        self.stepped.emit()

    def _answered(self, _kind: object, _done: object) -> None:
        self.theme_changed.emit()

    def _refuse(self, _where: str, sentence: str) -> None:
        self.refused.emit(sentence)

    def _recovered(self) -> None:
        self.stuck.emit(False)
        self.theme_changed.emit()
