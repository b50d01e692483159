"""Texts beside an answer: justification, evidence and, at exit, the consultant's opinion; saved shortly after the last key."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.assessment import Answer, AssessmentKind, Opinion
from app.domain.referential import Level, ThemeCode
from app.services.questionnaire import write_answer_texts
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.questionnaire import QuestionnairePresenter

SAVE_AFTER_MS = 1200
"""Pause after the last key before a text is saved."""

_Place = tuple[AssessmentKind, ThemeCode]


class AnswerTextsPresenter(QObject):
    """Texts of the theme that the questionnaire shows. A text typed is saved under its own theme, even after moving on.

    Signals:
        pending: Something of the theme shown is not saved yet.
        saved: The texts of a theme were saved; its code.
    """

    pending = Signal()
    saved = Signal(str)

    def __init__(self, context: MissionContext, questionnaire: QuestionnairePresenter) -> None:
        super().__init__(questionnaire)
        self._context = context
        self._questionnaire = questionnaire
        self._typed: dict[_Place, Answer] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        questionnaire.theme_changed.connect(self.flush)
        questionnaire.reloaded.connect(self.flush)

    def shown(self) -> Answer:
        """Texts of the theme shown, as typed."""
        place = self._place()
        return self._typed.get(place, self._questionnaire.sheet.texts(*place))

    def type_justification(self, text: str) -> None:
        """The justification changed under the hand."""
        self._type(replace(self.shown(), justification=text))

    def type_evidence(self, text: str) -> None:
        """The evidence changed under the hand."""
        self._type(replace(self.shown(), evidence=text))

    def type_opinion(self, sentence: str) -> None:
        """The sentence of the opinion changed under the hand; without a level there is no opinion."""
        opinion = self.shown().opinion
        if opinion is not None:
            self._type(replace(self.shown(), opinion=replace(opinion, sentence=sentence)))

    def choose_opinion(self, level: Level | None) -> None:
        """Choose the level of the opinion, or take the opinion back; saved at once."""
        opinion = self.shown().opinion
        sentence = "" if opinion is None else opinion.sentence
        self._type(replace(self.shown(), opinion=None if level is None else Opinion(level, sentence)))
        self.flush()

    def flush(self) -> None:
        """Save everything that was typed."""
        self._timer.stop()
        for place in list(self._typed):
            kind, theme = place
            self._questionnaire.attempts.run(f"texts.{kind}.{theme}", partial(self._save, place))

    def _place(self) -> _Place:
        return self._questionnaire.kind, self._questionnaire.theme.code

    def _type(self, answer: Answer) -> None:
        if answer == self.shown():
            return
        self._typed[self._place()] = answer
        self._timer.start()
        self.pending.emit()

    def _save(self, place: _Place) -> None:
        answer = self._typed.get(place)
        if answer is None:
            return
        kind, theme = place
        bench, sheet = self._context.workbench, self._questionnaire.sheet
        kept = write_answer_texts(bench.unit_of_work, sheet.mission.id, kind, theme, answer, clock=bench.clock)
        if self._typed.get(place) == answer:
            del self._typed[place]
        assessment = sheet.assessment(kind)
        if assessment is not None:
            sheet.note(assessment.with_answer(theme, kept))
        self._context.note(Part.ANSWERS)
        self.saved.emit(str(theme))
