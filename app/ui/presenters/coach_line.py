"""The index coach in one line, above the plan of actions."""

from PySide6.QtCore import QObject

from app.domain.coach import advise
from app.domain.errors import DomainError
from app.domain.i2df import progress_of
from app.services.coaching import present_levels, read_coach
from app.ui.presenters.coach_words import CoachWords
from app.ui.presenters.mission_context import MissionContext


class CoachLine(QObject):
    """What the coach would answer now, from what it was told."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = CoachWords(context.referential, self)

    def sentence(self) -> str:
        """« Coach : L1.5, L4.2 : +24 points en 30 jours… », or what it still lacks."""
        bench, referential = self._context.workbench, self._context.referential
        _kind, levels = present_levels(self._context.file, referential)
        if progress_of(levels, referential).index is None:
            return self.tr("Coach : il répondra quand les thèmes auront tous une réponse")
        notes = read_coach(bench.unit_of_work, self._context.mission_id)
        if notes.goal is None and notes.budget is None:
            return self.tr("Coach : donnez-lui des points à gagner ou des jours, et l’effort de quelques étapes")
        try:
            advice = advise(notes.request(levels), referential)
        except DomainError as error:
            return self.tr("Coach : {0}").format(bench.sentence(error))
        if not advice.picks:
            return self.tr("Coach : {0}").format(self._words.verdict(advice, notes))
        codes = ", ".join(pick.theme.code for pick in advice.picks)
        return self.tr("Coach : en avançant sur {0}, {1}").format(codes, self._words.headline(advice))
