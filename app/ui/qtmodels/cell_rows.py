"""A table of ready-made rows: each cell already says what it shows, what it is worth for sorting and what it is read as."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.cells import CELL_ROLE, ROW_TONE_ROLE, BarCell, ChipCell, PairCell, StateCell, TextCell

Cell = TextCell | StateCell | ChipCell | PairCell | BarCell
Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole + 42
"""Role of the identifier of a row."""

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row.

    Attributes:
        id: What it stands for.
        cells: One a column.
        tone: Colour token of its ground, or None.
        spoken: What a screen reader says of each cell; that of the cell when empty.
        header: Whether it only names the rows below it.
    """

    id: object
    cells: tuple[Cell, ...]
    tone: str | None = None
    spoken: tuple[str, ...] = ()
    header: bool = False


class CellRowsModel(QAbstractTableModel):
    """Rows given whole; a changed row is told alone when the others are the same."""

    def __init__(self, headers: Sequence[str], right: Sequence[int] = (), parent: QObject | None = None) -> None:
        """Make an empty table.

        Args:
            headers: Words above the columns.
            right: Columns of numbers, aligned to the right.
            parent: Owner.
        """
        super().__init__(parent)
        self._headers = list(headers)
        self._right = frozenset(right)
        self._rows: tuple[CellRow, ...] = ()

    def set_rows(self, rows: Sequence[CellRow]) -> None:
        """Show these rows."""
        before, after = self._rows, tuple(rows)
        if [row.id for row in before] != [row.id for row in after]:
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._rows = after
        last = len(self._headers) - 1
        for rank, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(rank, 0), self.index(rank, last))

    def rank_of(self, row_id: object) -> int:
        """Rank of a row, or -1."""
        return next((rank for rank, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, drawing, ground or identifier of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        plain = {CELL_ROLE: row.cells[column], ROW_TONE_ROLE: row.tone, ID_ROLE: row.id}
        if role in plain:
            return plain[Qt.ItemDataRole(role)]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            spoken = row.spoken[column] if row.spoken else ""
            return spoken or getattr(row.cells[column], "text", "")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words above a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A header row is read, not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].header:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
