"""The twenty-nine cells of a paper being typed: one line a lever, one digit a theme, the next one ringed."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.presenters.paper_grid import BLANK, Cell
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.states import paint_state
from app.ui.views.look import colours, tokens

_CELL = QSize(84, 48)
_GAP, _TITLE = 6, 250


class GridCells(QWidget):
    """The grid; it takes no key itself: the page does.

    Signals:
        picked: A cell was pressed; its rank.
    """

    picked = Signal(int)

    def __init__(self, groups: Sequence[tuple[str, int]], *, narrow: bool) -> None:
        """Make the grid of these levers, each with its number of themes; a narrow one does without their titles."""
        super().__init__()
        self._titles, self._wide = (0, 72) if narrow else (_TITLE, _CELL.width())
        self._groups = groups
        self._cells: tuple[Cell, ...] = ()
        self._rank = 0
        self.setObjectName("paper_cells")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: tuple[Cell, ...], rank: int) -> None:
        """Show the digits typed, and which theme is next."""
        self._cells, self._rank = cells, rank
        typed = sum(1 for cell in cells if cell.digit is not None)
        self.setAccessibleName(self.tr("Grille : {0} thèmes saisis sur {1}").format(typed, len(cells)))
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each lever, as wide as the longest."""
        longest = max(count for _title, count in self._groups)
        return QSize(self._titles + longest * (self._wide + _GAP), len(self._groups) * (_CELL.height() + _GAP) - _GAP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the cell pressed."""
        for rank, area in enumerate(self._areas()):
            if area.contains(event.position().toPoint()):
                self.picked.emit(rank)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw titles and cells."""
        painter = QPainter(self)
        paint.start(painter)
        face = fonts.font(tokens().type.small)
        for line, (title, _count) in enumerate(self._groups if self._titles else ()):
            room = QRectF(0, line * (_CELL.height() + _GAP), self._titles - 14, _CELL.height())
            paint.wrapped(painter, room, title, face, colours().text2, paint.LEFT)
        for rank, (cell, area) in enumerate(zip(self._cells, self._areas(), strict=True)):
            self._paint_cell(painter, cell, QRectF(area), is_next=rank == self._rank)

    def _paint_cell(self, painter: QPainter, cell: Cell, area: QRectF, *, is_next: bool) -> None:
        c = colours()
        inner = area.adjusted(1, 1, -1, -1)
        ground = c.accent_soft if is_next else c.surface if cell.digit is None else c.sunken
        border, width = (c.focus, 2.5) if is_next else (c.border_strong, 1.0)
        paint.box(painter, inner, tokens().radius.control, ground, border, width)
        code = fonts.font(tokens().type.caption)
        paint.words(painter, inner.adjusted(8, 0, 0, 0), str(cell.theme.code), code, c.text2)
        if cell.digit is not None:
            digit = fonts.font(tokens().type.title, fonts.SEMIBOLD)
            paint.words(painter, inner.adjusted(0, 0, -28, 0), str(cell.digit), digit, c.text, paint.RIGHT)
            glyph = QRectF(inner.right() - 22, inner.center().y() - 8, 16, 16)
            paint_state(painter, glyph, cell.digit if cell.digit != BLANK else None, c)

    def _areas(self) -> list[QRect]:
        places = [(line, column) for line, (_title, count) in enumerate(self._groups) for column in range(count)]
        wide, tall = self._wide + _GAP, _CELL.height() + _GAP
        return [QRect(self._titles + column * wide, line * tall, self._wide, _CELL.height()) for line, column in places]
