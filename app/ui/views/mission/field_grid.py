"""Fields side by side where there is room, one under the other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_COLUMN = 224


class FieldGrid(QWidget):
    """A grid whose columns are at least 224 px wide; a wide field takes several of them."""

    def __init__(self, most: int = 2) -> None:
        """Make an empty grid of at most so many columns."""
        super().__init__()
        self._most = most
        self._items: list[tuple[QWidget, int]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)

    def add(self, field: QWidget, *, span: int = 1) -> None:
        """Append a field over as many columns, or as many as there are."""
        self._items.append((field, span))
        self._columns = 0
        self._arrange(self._most)

    def minimumSizeHint(self) -> QSize:
        """One column must fit."""
        hint = super().minimumSizeHint()
        widest = max((item.minimumSizeHint().width() for item, _span in self._items), default=0)
        return QSize(widest, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the number of columns with the width."""
        super().resizeEvent(event)
        self._arrange(max(1, min(self._most, self.width() // _COLUMN)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        line = column = 0
        for field, wanted in self._items:
            span = min(wanted, columns)
            self._grid.removeWidget(field)
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(field, line, column, 1, span)
            column += span
        for rank in range(self._most):
            self._grid.setColumnStretch(rank, 1 if rank < columns else 0)
