"""The list of the themes with their glyphs at entry and exit: beside the question on a wide screen, opened by L elsewhere."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.assessment import AssessmentKind
from app.ui.cells import StateCell, TextCell
from app.ui.presenters.answer_sheet import AnswerSheet, key_of
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views.kit.table import Table, framed

_ROW = 25


class ThemeListView(QWidget):
    """Themes by lever.

    Signals:
        picked: A theme was chosen by press or Enter; its rank.
        left: Esc was pressed.
    """

    picked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        headers = [self.tr("Thème"), self.tr("Entrée"), self.tr("Sortie")]
        self._model = CellRowsModel(headers, parent=self)
        self.table = Table("theme_list", self.tr("Liste des thèmes"), row="ledger")
        self.table.setModel(self._model)
        self.table.set_widths([200, 66, 64])
        self.table.verticalHeader().setMinimumSectionSize(_ROW)
        self.table.set_row_height(_ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(framed(self.table))
        self.table.clicked.connect(self._pick)
        self.table.activated.connect(self._pick)

    def show_sheet(self, sheet: AnswerSheet) -> None:
        """Show every theme with its two answers."""
        entry, exit_ = sheet.levels(AssessmentKind.ENTRY), sheet.levels(AssessmentKind.EXIT)
        referential = sheet.referential
        rows = []
        for lever in referential.levers:
            named = TextCell(f"{lever.code}  {lever.title}", weight=600, tone="text2")
            rows.append(CellRow(str(lever.code), (named, TextCell(""), TextCell("")), "hover", header=True))
            for theme in referential.themes_of(lever.code):
                levels = (entry.get(theme.code), exit_.get(theme.code))
                words = tuple(self.tr("sans réponse") if one is None else referential.label(one) for one in levels)
                cells = (TextCell(theme.title), StateCell(key_of(levels[0])), StateCell(key_of(levels[1])))
                rows.append(CellRow(sheet.rank_of(theme.code), cells, spoken=(theme.title, *words)))
        self._model.set_rows(rows)
        for place, row in enumerate(rows):
            if row.header and self.table.columnSpan(place, 0) == 1:
                self.table.setSpan(place, 0, 1, 3)

    def set_current(self, rank: int) -> None:
        """Show which theme is in the centre."""
        row = self._model.rank_of(rank)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectRow(row)
            self.table.scrollTo(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        rank = index.data(ID_ROLE)
        if isinstance(rank, int):
            self.picked.emit(rank)
