"""The « Résultats » page: where the company says it stands, at entry and at exit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.compared import ComparedPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.mission.compare_card import CompareCard
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.results_view import ResultsView


class ResultsPage(MissionPageView):
    """Radar, bars and their tables, of the mission as it is now."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("results_page")
        self._view = ResultsView(context.workbench.phrase, context.workbench.word)
        self._view.coach.clicked.connect(lambda: context.page_asked.emit("coach", ""))
        self._view.why.set_figure("index.entry", self.tr("les chiffres des résultats"))
        self._view.why.asked.connect(context.why_asked)
        scroll = Scroll("results_scroll", (20, 12, 20, 12))
        self.compare = CompareCard(ComparedPresenter(context.workbench, self))
        scroll.body.addWidget(self._view)
        scroll.body.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def enter(self) -> None:
        """Show the mission as it is now."""
        self._view.show_sheet(AnswerSheet(self.context.file, self.context.referential))
        self.compare.show_file(self.context.file)

    def first_focus(self) -> QWidget:
        """Graphics or tables."""
        return self._view.switch

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (("R", self.tr("revenir au questionnaire")), ("← →", self.tr("graphiques ou tableau")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R goes back to the questions."""
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.context.page_asked.emit("questionnaire", "")
        else:
            super().keyPressEvent(event)
