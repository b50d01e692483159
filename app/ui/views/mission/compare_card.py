"""Card « Comparer avec… » of the results: two questionnaires of the company side by side, through a bridge when needed."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.domain.mission import MissionFile
from app.ui.cells import TextCell
from app.ui.presenters.compared import ComparedPresenter, ComparedShown
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle

NARROW = 700


class CompareCard(Card):
    """Which questionnaires, then their figures and rows; a sentence alone when there is nothing to compare with."""

    def __init__(self, presenter: ComparedPresenter) -> None:
        super().__init__(12)
        self.setObjectName("results_compare")
        self._presenter = presenter
        self.own = Choice([], "results_compare_own")
        self.other = Choice([], "results_compare_other")
        self.note = Label("", "small", "text2", wrap=True)
        self.figures = Label("", "body", "text", weight=600, wrap=True)
        headers = [self.tr("Avant"), self.tr("Points"), self.tr("Après"), self.tr("Points"), self.tr("Changement")]
        self.model = CellRowsModel(headers, right=(1, 3), parent=self)
        self.table = Table("results_compared", self.tr("Comparaison thème par thème"), row="ledger")
        self.table.setModel(self.model)
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(12)
        self._pair = (Field(self.tr("Cette mission"), self.own), Field(self.tr("Comparer avec"), self.other))
        self._lay_out()
        self.own.chosen.connect(lambda _key: self._offer())
        self.other.chosen.connect(lambda _key: self._compare())

    def _lay_out(self) -> None:
        for choice in (self.own, self.other):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(16)
        self._fields.addWidget(self._pair[0], 1)
        self._fields.addWidget(self._pair[1], 3)
        self.body.addWidget(SectionTitle(self.tr("Comparer avec…"), self.tr("même entreprise, par son SIREN")))
        self.body.addLayout(self._fields)
        for widget in (self.figures, self.note, self.table):
            self.body.addWidget(widget)
        self.table.setVisible(False)

    def show_file(self, file: MissionFile) -> None:
        """Find again what this mission may be compared with; the former choice is kept when it is still there."""
        self._presenter.read(file)
        kept = self.own.current()
        options = self._presenter.own()
        self.own.set_options(options)
        self.own.set_current(kept if kept in dict(options) else options[0][0] if options else "")
        self._offer()

    def settle(self) -> None:
        """Size the table for the present width."""
        narrow = self.width() < NARROW
        self._fields.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        room = max(self.width() - 24 - 2 * 66 - 128, 240)
        self.table.set_widths([room // 2, 66, room - room // 2, 66, 124], stretch=2)
        self.table.hold_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap for the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.settle)

    def _offer(self) -> None:
        kept = self.other.current()
        options = self._presenter.others(self.own.current())
        self.other.set_options(options)
        self.other.set_current(kept if kept in dict(options) else options[0][0] if options else "")
        for field in self._pair:
            field.setVisible(bool(options) and self.own.count() > 0)
        self._compare()

    def _compare(self) -> None:
        shown = self._presenter.shown(self.own.current(), self.other.current()) if self.other.count() else None
        self.figures.setVisible(shown is not None and bool(shown.figures))
        self.table.setVisible(shown is not None and bool(shown.rows))
        if shown is None:
            self.note.setText(
                self.tr("Aucun autre questionnaire de cette entreprise sur cet ordinateur, ou son SIREN manque encore.")
            )
            return
        self._fill(shown)
        QTimer.singleShot(0, self, self.settle)

    def _fill(self, shown: ComparedShown) -> None:
        self.figures.setText(shown.figures)
        self.note.setText(self.tr("Avant : {0}. Après : {1}.").format(shown.before, shown.after) + "\n" + shown.note)
        rows = []
        for rank, one in enumerate(shown.rows):
            cells = (
                TextCell(one.before or "—", wrap=True),
                TextCell(one.before_points, right=True),
                TextCell(one.after or "—", wrap=True),
                TextCell(one.after_points, right=True),
                TextCell(one.change, weight=600, tone=one.tone, wrap=True),
            )
            rows.append(CellRow(rank, cells))
        self.model.set_rows(rows)
