"""Photos and files of a mission, as a list of small pictures."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 2
KIND_ROLE = Qt.ItemDataRole.UserRole + 3


class AttachmentRow(Protocol):
    """What a line shows."""

    @property
    def id(self) -> UUID:
        """The attachment."""

    @property
    def title(self) -> str:
        """Its caption, or its name while it has none."""

    @property
    def kind(self) -> str:
        """What it is and its size, in words."""

    @property
    def picture(self) -> bytes:
        """Its small picture, or empty."""


class AttachmentsModel(QAbstractListModel):
    """Attachments in the order in which they were added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AttachmentRow] = []

    def set_rows(self, rows: Sequence[AttachmentRow]) -> None:
        """Show other rows; the same ones with other words are changed in place, so that the selection stays."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rank_of(self, attachment_id: UUID) -> int:
        """Rank of an attachment, or −1."""
        return next((rank for rank, row in enumerate(self._rows) if row.id == attachment_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Attachments."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words and picture of a line."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.title}, {row.kind}",
            Qt.ItemDataRole.ToolTipRole: row.kind,
            ID_ROLE: row.id,
            PICTURE_ROLE: row.picture,
            KIND_ROLE: row.kind,
        }.get(role)
