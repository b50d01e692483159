"""Fields side by side where there is room, one under the other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

_COLUMN = 224
_GAP, _LINE_GAP = 20, 14


class FieldGrid(QWidget):
    """A grid whose columns are at least 224 px wide; a wide field takes several of them.

    It says the height that it needs at each width, so that what holds it leaves that room before the columns change: fields
    that went from three columns to two were squeezed into the lines that three needed.
    """

    def __init__(self, most: int = 2) -> None:
        """Make an empty grid of at most so many columns."""
        super().__init__()
        self._most = most
        self._items: list[tuple[QWidget, int]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_LINE_GAP)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, field: QWidget, *, span: int = 1) -> None:
        """Append a field over as many columns, or as many as there are."""
        self._items.append((field, span))
        if self._columns not in (0, self._most):
            self._columns = 0
            self._arrange(self._most)
            return
        self._columns = self._most
        _field, line, column, taken = self._places(self._most)[-1]
        self._grid.addWidget(field, line, column, 1, taken)
        self._grid.setColumnStretch(column, 1)

    def minimumSizeHint(self) -> QSize:
        """One column must fit; the height is that of the present width."""
        widest = max((item.minimumSizeHint().width() for item, _span in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """All columns, and the height of the present width."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Narrower, it takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width in px."""
        columns = self._columns_at(width)
        column_width = (width - (columns - 1) * _GAP) // columns
        lines: dict[int, int] = {}
        for field, line, _column, span in self._places(columns):
            if field.isHidden():
                continue
            room = span * column_width + (span - 1) * _GAP
            needed = field.heightForWidth(room) if field.hasHeightForWidth() else field.sizeHint().height()
            lines[line] = max(lines.get(line, 0), needed, field.minimumHeight())
        return sum(lines.values()) + max(0, len(lines) - 1) * _LINE_GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the number of columns with the width."""
        super().resizeEvent(event)
        self._arrange(self._columns_at(self.width()))

    def _columns_at(self, width: int) -> int:
        return max(1, min(self._most, width // _COLUMN))

    def _shown(self) -> list[tuple[QWidget, int]]:
        return [item for item in self._items if not item[0].isHidden()]

    def _places(self, columns: int) -> list[tuple[QWidget, int, int, int]]:
        """Each field with its line, its column and how many columns it takes."""
        places, line, column = [], 0, 0
        for field, wanted in self._items:
            span = min(wanted, columns)
            if column + span > columns:
                line, column = line + 1, 0
            places.append((field, line, column, span))
            column += span
        return places

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for field, _span in self._items:
            self._grid.removeWidget(field)
        for field, line, column, span in self._places(columns):
            self._grid.addWidget(field, line, column, 1, span)
        for rank in range(self._most):
            self._grid.setColumnStretch(rank, 1 if rank < columns else 0)
        self.updateGeometry()
