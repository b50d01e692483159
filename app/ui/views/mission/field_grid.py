"""Fields side by side where there is room, one under the other where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget, QWidgetItem

_COLUMN = 224


class _Lines(QGridLayout):
    """The grid; it says the height of a width before its columns are those of that width."""

    def __init__(self, owner: "FieldGrid") -> None:
        super().__init__(owner)
        self._owner = owner

    def hasHeightForWidth(self) -> bool:
        """Narrower, it takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width in px."""
        return self._owner.height_at(width)

    def minimumHeightForWidth(self, width: int) -> int:
        """The same: fields are not squeezed."""
        return self._owner.height_at(width)


class FieldGrid(QWidget):
    """A grid whose columns are at least 224 px wide; a wide field takes several of them."""

    def __init__(self, most: int = 2) -> None:
        """Make an empty grid of at most so many columns."""
        super().__init__()
        self._most = most
        self._items: list[tuple[QWidget, int]] = []
        self._columns = 0
        self._grid = _Lines(self)
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

    def height_at(self, width: int) -> int:
        """Height of all lines at a width in px."""
        columns = self._columns_at(width)
        column_width = (width - (columns - 1) * self._grid.horizontalSpacing()) // columns
        lines: dict[int, int] = {}
        for field, line, _column, span in self._places(columns):
            if field.isHidden() and field.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                continue
            room = span * column_width + (span - 1) * self._grid.horizontalSpacing()
            needed = QWidgetItem(field).heightForWidth(room)
            asked = field.minimumSizeHint().height() if needed > 0 else field.sizeHint().height()
            lines[line] = max(lines.get(line, 0), needed, asked)
        return sum(lines.values()) + max(0, len(lines) - 1) * self._grid.verticalSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the number of columns with the width."""
        super().resizeEvent(event)
        self._arrange(self._columns_at(self.width()))

    def _columns_at(self, width: int) -> int:
        return max(1, min(self._most, width // _COLUMN))

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
        for field, line, column, span in self._places(columns):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, line, column, 1, span)
        for rank in range(self._most):
            self._grid.setColumnStretch(rank, 1 if rank < columns else 0)
