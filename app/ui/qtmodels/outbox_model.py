"""What waits to be deposited, as a table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.cells import CELL_ROLE, ChipCell, TextCell

Index = QModelIndex | QPersistentModelIndex


class WaitingRow(Protocol):
    """What a row shows."""

    @property
    def company(self) -> str:
        """Name of the company."""

    @property
    def reference(self) -> str:
        """Reference of the mission."""

    @property
    def version(self) -> int:
        """Sealed version."""

    @property
    def since(self) -> str:
        """Since when, ready to show."""

    @property
    def attempts(self) -> int:
        """Tries so far."""

    @property
    def answer(self) -> str:
        """What was answered last, ready to show."""

    @property
    def details(self) -> str:
        """When it was tried last, and what goes along."""

    @property
    def refused(self) -> bool:
        """Whether the server refused it."""


class OutboxColumn(IntEnum):
    """Columns of the outbox."""

    MISSION = 0
    STATE = 1
    SINCE = 2
    ATTEMPTS = 3


class OutboxModel(QAbstractTableModel):
    """Rows of the outbox, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[WaitingRow] = []

    def set_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def answer(self, row: int) -> str:
        """What was answered last about a row."""
        return self._rows[row].answer if 0 <= row < len(self._rows) else ""

    def details(self, row: int) -> str:
        """When a row was tried last, and what goes along."""
        return self._rows[row].details if 0 <= row < len(self._rows) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Versions that wait."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Always the same."""
        return 0 if parent.isValid() else len(OutboxColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Version"), self.tr("État"), self.tr("En attente depuis"), self.tr("Essais"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words or drawing of a cell."""
        if not index.isValid() or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole):
            return None
        row, column = self._rows[index.row()], OutboxColumn(index.column())
        words = {
            OutboxColumn.MISSION: f"{row.company}, {row.reference}",
            OutboxColumn.STATE: self.tr("Refusée") if row.refused else self.tr("En attente"),
            OutboxColumn.SINCE: row.since,
            OutboxColumn.ATTEMPTS: str(row.attempts),
        }[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if column is OutboxColumn.MISSION:
            second = self.tr("{0} · version {1}").format(row.reference, row.version)
            return TextCell(row.company, second, weight=600)
        if column is OutboxColumn.STATE:
            return ChipCell(words, "danger" if row.refused else "sealed")
        return TextCell(words, tone="text2")
