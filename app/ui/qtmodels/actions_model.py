"""The actions of a plan as a table: one row an action, in the order of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.cells import CELL_ROLE, ChipCell, TextCell

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the action's identifier, a UUID."""


class Column(IntEnum):
    """Columns of the plan."""

    RANK = 0
    TITLE = 1
    THEMES = 2
    OWNER = 3
    END = 4
    EFFORT = 5
    COST = 6


_NUMBERS = (Column.EFFORT, Column.COST)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action, every text ready to show.

    Attributes:
        id: The action.
        texts: A text a column.
        unfinished: Columns whose absence is to be seen: no end date, no owner, no theme.
        dropped: Whether the company gave it up.
    """

    id: UUID
    texts: tuple[str, ...]
    unfinished: frozenset[Column]
    dropped: bool


class ActionsModel(QAbstractTableModel):
    """Rows of the plan; it knows no query."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        """Make an empty plan; `heads` are the words above the columns."""
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[ActionRow, ...] = ()

    def set_rows(self, rows: Sequence[ActionRow]) -> None:
        """Show another plan; rows that stay in place are only drawn again."""
        given = tuple(rows)
        if [row.id for row in given] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = given
            self.endResetModel()
            return
        former, self._rows = self._rows, given
        for place, (before, now) in enumerate(zip(former, given, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def row_of(self, action_id: UUID | None) -> int:
        """Place of an action, or −1."""
        return next((place for place, row in enumerate(self._rows) if row.id == action_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Actions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words above the columns; numbers stand at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, drawing and identifier."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == ID_ROLE:
            return row.id
        return self._cell(row, column) if role == CELL_ROLE else None

    def _cell(self, row: ActionRow, column: Column) -> TextCell | ChipCell:
        text = row.texts[column]
        if column in row.unfinished:
            return ChipCell(text, "warn")
        quiet = column in (Column.RANK, Column.THEMES, Column.OWNER) or row.dropped
        return TextCell(
            text,
            weight=600 if column is Column.TITLE else 400,
            tone="text2" if quiet else "text",
            right=column in _NUMBERS,
            strike=row.dropped and column is Column.TITLE,
            wrap=column in (Column.TITLE, Column.OWNER, Column.THEMES),
        )
