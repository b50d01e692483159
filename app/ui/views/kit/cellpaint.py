"""Drawing of the cells of tables, one function per class of `app.ui.cells`."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui.cells import BarCell, ChipCell, PairCell, StateCell, TextCell
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.chips import chip_width, paint_chip
from app.ui.views.kit.progress import paint_bar, paint_pair
from app.ui.views.kit.states import paint_state
from app.ui.views.look import colours, tokens

Cell = TextCell | ChipCell | StateCell | PairCell | BarCell | str


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, chosen: bool) -> None:
    """Draw a cell in `rect`, already without its padding; `chosen` when its row is selected."""
    if isinstance(cell, ChipCell):
        width = chip_width(cell.text, cell.kind)
        area = QRectF(rect.left(), rect.center().y() - 11, width, 22)
        paint_chip(painter, area, cell.text, cell.kind, colours().surface if chosen else None)
    elif isinstance(cell, StateCell):
        _paint_state_cell(painter, rect, cell)
    elif isinstance(cell, PairCell):
        _paint_pair_cell(painter, rect, cell, colours().surface if chosen else None)
    elif isinstance(cell, BarCell):
        _paint_bar_cell(painter, rect, cell)
    else:
        _paint_text(painter, rect, cell if isinstance(cell, TextCell) else TextCell(cell))


def wanted_height(cell: Cell, width: float) -> int:
    """Height that a cell whose words wrap needs in a width without padding, in px; 0 for any other cell."""
    if not isinstance(cell, TextCell) or not cell.wrap:
        return 0
    return paint.wrapped_height(cell.text, fonts.font(tokens().type.small, cell.weight), int(width))


def _paint_text(painter: QPainter, rect: QRectF, cell: TextCell) -> None:
    c, sizes = colours(), tokens().type
    ink = getattr(c, cell.tone)
    size = sizes.body if cell.second else sizes.small
    face = fonts.font(size, cell.weight, strike=cell.strike)
    align = paint.RIGHT if cell.right else paint.LEFT
    if cell.icon:
        icons.paint_icon(painter, cell.icon, rect.left(), rect.center().y() - 8, ink, 16)
        rect = rect.adjusted(22, 0, 0, 0)
    if not cell.second:
        write = paint.wrapped if cell.wrap else paint.words
        write(painter, rect.adjusted(0, 0, 0, -0.5), cell.text, face, ink, align)
        return
    middle = rect.center().y()
    paint.words(painter, QRectF(rect.left(), middle - 19, rect.width(), 19), cell.text, face, ink, align)
    quiet = fonts.font(sizes.caption)
    low = QRectF(rect.left(), middle, rect.width(), 18)
    paint.words(painter, low, cell.second, quiet, c.text2, align)


def _paint_state_cell(painter: QPainter, rect: QRectF, cell: StateCell) -> None:
    paint_state(painter, QRectF(rect.left(), rect.center().y() - 8, 16, 16), cell.level, colours())
    if cell.text:
        ink = colours().text3 if cell.level is None else colours().state(cell.level).ink
        face = fonts.font(tokens().type.small, fonts.MEDIUM)
        paint.words(painter, rect.adjusted(24, 0, 0, -0.5), cell.text, face, ink)


def _paint_pair_cell(painter: QPainter, rect: QRectF, cell: PairCell, ground: str | None) -> None:
    c, small = colours(), tokens().type.small
    quiet = fonts.font(small)
    if cell.entry is None and cell.exit is None:
        paint.words(painter, rect.adjusted(0, 0, 0, -0.5), cell.none, fonts.font(tokens().type.caption), c.text2)
        return
    shares = [None if value is None else value / cell.top for value in (cell.entry, cell.exit)]
    paint_pair(painter, QRectF(rect.left(), rect.top(), 96, rect.height()), shares[0], shares[1], ground)
    entry = "—" if cell.entry is None else str(cell.entry)
    leave = "—" if cell.exit is None else str(cell.exit)
    left = rect.left() + 96
    paint.words(painter, QRectF(left, rect.top(), 44, rect.height()), entry, quiet, c.text2, paint.RIGHT)
    icons.paint_icon(painter, "arrow-right", left + 51, rect.center().y() - 6, c.text3, 12)
    strong = fonts.font(small, fonts.BOLD) if cell.exit is not None else quiet
    ink = c.text if cell.exit is not None else c.text2
    paint.words(painter, QRectF(left + 60, rect.top(), 42, rect.height()), leave, strong, ink, paint.RIGHT)


def _paint_bar_cell(painter: QPainter, rect: QRectF, cell: BarCell) -> None:
    c, small = colours(), tokens().type.small
    top = rect.center().y()
    quiet, strong = fonts.font(small), fonts.font(small, fonts.SEMIBOLD)
    width = min(rect.width(), 84.0)
    quiet_width = paint.width_of(cell.quiet, quiet)
    line = QRectF(rect.left(), top - 19, width - quiet_width, 19)
    paint.words(painter, line, cell.strong, strong, c.text, paint.RIGHT)
    paint.words(painter, QRectF(line.right(), line.top(), quiet_width + 2, 19), cell.quiet, quiet, c.text2)
    tick = None if cell.tick is None else cell.tick / cell.limit
    paint_bar(painter, QRectF(rect.left(), top + 4, width, 5), cell.value / cell.limit, None, tick)
