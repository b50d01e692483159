"""The sheets of the guide as a list: under the title of their lever, or in the order of a search."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.guide import GuideSheet
from app.domain.referential import Lever, Theme, ThemeCode
from app.ui.cells import CELL_ROLE, ROW_TONE_ROLE, TextCell

Index = QModelIndex | QPersistentModelIndex
THEME_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the code of the theme; None on the title of a lever."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with the names of its theme and lever, and its place among all, from 1."""

    theme: Theme
    lever: Lever
    text: GuideSheet
    rank: int


def sheet_words(sheet: Sheet) -> str:
    """Code and title of a sheet, as the list shows them."""
    return f"{sheet.theme.code}  {sheet.theme.title}"


class GuideModel(QAbstractTableModel):
    """One column; a row is a sheet, or the title of a lever (a plain text, not selectable)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Sheet | str] = []

    def set_sheets(self, sheets: Sequence[Sheet], *, by_lever: bool) -> None:
        """Show sheets in this order, each lever announced when `by_lever`."""
        self.beginResetModel()
        self._rows = []
        last = ""
        for sheet in sheets:
            if by_lever and sheet.lever.code != last:
                last = sheet.lever.code
                self._rows.append(f"{sheet.lever.code}  {sheet.lever.short_title}")
            self._rows.append(sheet)
        self.endResetModel()

    def row_of(self, code: ThemeCode) -> int:
        """Place of a theme among the rows, or −1."""
        found = (rank for rank, row in enumerate(self._rows) if isinstance(row, Sheet) and row.theme.code == code)
        return next(found, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Sheets and titles."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """One."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles are read, not chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Sheet):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, drawing and theme of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            title = TextCell(row, weight=600, tone="text3")
            return {Qt.ItemDataRole.DisplayRole: row, CELL_ROLE: title, ROW_TONE_ROLE: "sunken"}.get(role)
        words = sheet_words(row)
        if role == CELL_ROLE:
            return TextCell(words, weight=500)
        return {Qt.ItemDataRole.DisplayRole: words, THEME_ROLE: row.theme.code}.get(role)
