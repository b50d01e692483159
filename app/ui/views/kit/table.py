"""Tables: white card, hairlines, hover, a tinted selection with its 3 px bar, cells of one or two lines.

`Table("missions", "Missions", row="list")` is a QTableView: give it a model (cells under `cells.CELL_ROLE`), widths
with `set_widths`, and put `framed(table)` in the layout. Enter or a double press emits Qt's `activated(index)`.
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.cells import CELL_ROLE, ROW_TONE_ROLE
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.cellpaint import Cell, paint_cell, wanted_height
from app.ui.views.kit.surfaces import Card
from app.ui.views.look import colours, tokens

Index = QModelIndex | QPersistentModelIndex
RowKind = Literal["list", "table", "ledger"]
_BAR = 3
_PADDING = 12
_AIR = 18
_ONE_LINE = 100
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Table(QTableView):
    """A table of the kit; whole rows are selected, one at a time."""

    _row_token, _row_height = "", 0

    def __init__(self, name: str, accessible: str, row: RowKind = "table", parent: QWidget | None = None) -> None:
        """Make a table.

        Args:
            name: objectName.
            accessible: What the rows are.
            row: list (48 px, two lines), table (36) or ledger (29).
            parent: Parent widget.
        """
        super().__init__(parent)
        self.hovered_row = -1
        self._ring = False
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        self._row_token = f"row_{row}"
        height = self._row_height = getattr(tokens().size, self._row_token)
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(height)
        side.setDefaultSectionSize(height)
        top.setHighlightSections(False)
        top.setFixedHeight(min(height, 36))
        top.setDefaultAlignment(paint.LEFT)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme may have rows of another height; rows given their own keep it."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.StyleChange or not self._row_height:
            return
        height, side = getattr(tokens().size, self._row_token), self.verticalHeader()
        if height != self._row_height:
            was, self._row_height = self._row_height, height
            side.setMinimumSectionSize(height)
            self.horizontalHeader().setFixedHeight(min(height, 36))
            if side.defaultSectionSize() == was:
                side.setDefaultSectionSize(height)

    def set_widths(self, widths: Sequence[int], stretch: int = 0) -> None:
        """Give each column its width in px; the column numbered `stretch` takes what is left."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setStretchLastSection(False)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Stretch if column == stretch else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            header.resizeSection(column, width)

    def fit_rows(self) -> None:
        """Give each row the height that its wrapped words need, and never less than the kind of row has."""
        model, side = self.model(), self.verticalHeader()
        if model is None:
            return
        air = min(
            _AIR, side.defaultSectionSize() - paint.wrapped_height("É", fonts.font(tokens().type.small), _ONE_LINE)
        )
        shown = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        for place in range(model.rowCount()):
            wanted = [
                wanted_height(model.index(place, column).data(CELL_ROLE), self.columnWidth(column) - 2 * _PADDING)
                for column in shown
            ]
            side.resizeSection(place, max(side.defaultSectionSize(), max(wanted, default=0) + air))

    def hold_rows(self) -> None:
        """Take the height of all the rows, so that a short table never scrolls."""
        self.fit_rows()
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + 2)

    def set_row_height(self, height: int) -> None:
        """Give every row another height, for cells that wrap."""
        self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring; Enter activates the row; letters and digits are the page's."""
        self._ring = True
        self.viewport().update()
        if event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by Tab, a table starts on its first row."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        model = self.model()
        if self._ring and not self.currentIndex().isValid() and model is not None and model.rowCount():
            self.selectRow(0)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the ring inside the current one."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not (self._ring and self.hasFocus() and current.isValid()):
            return
        painter = QPainter(self.viewport())
        paint.start(painter)
        line = self.visualRect(current)
        area = QRectF(1, line.top() + 1, self.viewport().width() - 2, line.height() - 3)
        paint.box(painter, area, tokens().radius.chip, None, colours().focus, tokens().ring)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()


_DRAWN = 400
"""Cells that a table keeps drawn: the same words, bars and chips come in many rows, and again with each key of a search."""


def _draw(painter: QPainter, rect: QRectF, cell: Cell | str, ground: str, *, chosen: bool, barred: bool) -> None:
    """Ground, hairline, bar and content of a cell."""
    c = colours()
    painter.fillRect(rect, ground)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), c.border)
    if barred:
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height() - 1), c.accent)
    paint.start(painter)
    paint_cell(painter, rect.adjusted(_PADDING, 0, -_PADDING, -1), cell, chosen)


class CellDelegate(QStyledItemDelegate):
    """Paints ground, bar, hairline and content of one cell."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._drawn: dict[object, QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        c = colours()
        rect = QRectF(option.rect)
        chosen = self._table.selectionModel().isRowSelected(index.row(), QModelIndex())
        tone = index.data(ROW_TONE_ROLE)
        ground = c.accent_soft if chosen else getattr(c, tone) if tone else c.surface
        if not chosen and not tone and index.row() == self._table.hovered_row:
            ground = c.hover
        cell = index.data(CELL_ROLE)
        shown = cell if cell is not None else str(index.data() or "")
        ratio = painter.device().devicePixelRatio()
        barred = chosen and index.column() == 0
        key = (c, shown, ground, chosen, barred, option.rect.width(), option.rect.height(), ratio)
        drawn = self._drawn.pop(key, None)
        if drawn is None:
            drawn = QPixmap(option.rect.size() * ratio)
            drawn.setDevicePixelRatio(ratio)
            inside = QPainter(drawn)
            _draw(inside, QRectF(0, 0, rect.width(), rect.height()), shown, ground, chosen=chosen, barred=barred)
            inside.end()
            if len(self._drawn) >= _DRAWN:
                del self._drawn[next(iter(self._drawn))]
        self._drawn[key] = drawn
        painter.drawPixmap(option.rect.topLeft(), drawn)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row height is the header's; widths are the page's."""
        return QSize(40, self._table.verticalHeader().defaultSectionSize())


def framed(table: Table) -> Card:
    """A card around a table, inset so that the rows do not cover its rounded border."""
    card = Card(padding=0)
    card.body.setContentsMargins(1, 4, 1, 4)
    card.body.addWidget(table)
    return card
