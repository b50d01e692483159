"""Heading of an assessment: the day of the declaration, who declares, who types, and how it was taken down."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.assessment import CaptureMode
from app.services.questionnaire import frame_assessment
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.questionnaire import QuestionnairePresenter


@dataclass(frozen=True, slots=True)
class HeadingShown:
    """The heading as typed.

    Attributes:
        day: As « 14/09/2021 ».
        declared_by: Person of the company, by name or function.
        captured_by: Who types.
        mode: A `CaptureMode`.
    """

    day: str = ""
    declared_by: str = ""
    captured_by: str = ""
    mode: str = CaptureMode.CONSULTANT.value


class HeadingPresenter(QObject):
    """Heading of the assessment that the questionnaire shows.

    Signals:
        saved: It was saved.
    """

    saved = Signal()

    def __init__(self, context: MissionContext, questionnaire: QuestionnairePresenter) -> None:
        super().__init__(questionnaire)
        self._context = context
        self._questionnaire = questionnaire

    def shown(self) -> HeadingShown:
        """The heading of the assessment shown."""
        known = self._questionnaire.sheet.assessment(self._questionnaire.kind)
        if known is None:
            return HeadingShown()
        return HeadingShown(typed.day(known.day), known.declared_by, known.captured_by, known.mode.value)

    def save(self, heading: HeadingShown) -> bool:
        """Save what was typed. Refusals come through `attempts.refused` at the place `heading`."""
        if heading == self.shown():
            return True
        return self._questionnaire.attempts.run("heading", lambda: self._save(heading))

    def modes(self) -> tuple[tuple[str, str], ...]:
        """Ways of taking the answers down: key and words."""
        return (
            (CaptureMode.CONSULTANT.value, self.tr("Le consultant saisit")),
            (CaptureMode.COMPANY_ALONE.value, self.tr("L’entreprise seule")),
            (CaptureMode.WORKSHOP.value, self.tr("En atelier")),
            (CaptureMode.PAPER.value, self.tr("Sur papier")),
        )

    def _save(self, heading: HeadingShown) -> None:
        questionnaire, bench = self._questionnaire, self._context.workbench
        known = questionnaire.sheet.assessment(questionnaire.kind)
        if known is None:
            return
        day = typed.day_from(heading.day, near=known.day) or known.day
        changed = frame_assessment(
            bench.unit_of_work,
            questionnaire.sheet.mission.id,
            questionnaire.kind,
            day=day,
            declared_by=heading.declared_by,
            captured_by=heading.captured_by,
            mode=CaptureMode(heading.mode),
            clock=bench.clock,
        )
        questionnaire.sheet.note(changed)
        self._context.note(Part.ANSWERS)
        self.saved.emit()
