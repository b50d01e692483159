"""Glyphs of the five answers and of « no answer »: shape first, colour last, so that a grey print loses nothing.

`paint_state(painter, rect, level, colours)` is the one drawing used by buttons, strips, tables and lists.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.tokens import Colours
from app.ui.views.kit import paint
from app.ui.views.look import colour, colours

_SOLID, _HATCHED = 5, 2
_DOTTED = {3: (6.0, 0.9), 4: (4.0, 1.2)}
"""Step and radius of the dots of a pattern, in px."""


def paint_state(painter: QPainter, rect: QRectF, level: int | None, palette: Colours) -> None:
    """Draw one glyph in the largest centred circle of `rect`.

    Args:
        painter: Where to draw; antialiasing is set here.
        rect: Area in logical pixels; 14 px and more stay readable.
        level: 1 to 5, or None for a theme without answer.
        palette: Colours of the theme in use.
    """
    painter.save()
    paint.start(painter)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center())
    painter.scale(side / 30, side / 30)
    if level is None:
        _nothing(painter, palette)
    else:
        (_unknown, _not_concerned, _to_study, _under_way, _in_place)[level - 1](painter, palette)
    painter.restore()


def paint_area(painter: QPainter, rect: QRectF, level: int, palette: Colours) -> None:
    """Fill an area (a bar, a slice of a box) with the pattern of an answer.

    1 is empty, 2 hatched, 3 sparsely dotted, 4 half tone, 5 solid: a grey print keeps them apart.

    Args:
        painter: Where to draw.
        rect: The area, in logical pixels.
        level: 1 to 5.
        palette: Colours of the theme in use.
    """
    state = palette.state(level)
    painter.save()
    paint.start(painter)
    painter.fillRect(rect, colour(state.fill if level == _SOLID else palette.surface))
    if level == _HATCHED:
        paint.hatch(painter, rect, state.ink)
    elif level in _DOTTED:
        _dots(painter, rect, state.ink, *_DOTTED[level])
    painter.setPen(paint.pen(state.ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _dots(painter: QPainter, rect: QRectF, value: str, step: float, radius: float) -> None:
    """Dots in staggered rows, whole ones only."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(value))
    y, odd = rect.top() + step / 2, False
    while y + radius <= rect.bottom():
        x = rect.left() + (step if odd else step / 2)
        while x + radius <= rect.right():
            painter.drawEllipse(QPointF(x, y), radius, radius)
            x += step
        y, odd = y + step / 2, not odd


def _ring(painter: QPainter, ink: str, fill: str | None) -> None:
    painter.setPen(QPen(colour(ink), 2.4))
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 13, 13)


def _round_pen(value: str, width: float) -> QPen:
    result = QPen(colour(value), width)
    result.setCapStyle(Qt.PenCapStyle.RoundCap)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return result


def _nothing(painter: QPainter, c: Colours) -> None:
    dots = QPen(colour(c.border_strong), 1.9)
    dots.setDashPattern([1.3, 2.107])
    painter.setPen(dots)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 13, 13)


def _unknown(painter: QPainter, c: Colours) -> None:
    state = c.state(1)
    _ring(painter, state.ink, state.fill)
    painter.setPen(_round_pen(state.ink, 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(-3.7, -7.4, 7.4, 7.4), 185 * 16, -235 * 16)
    painter.drawLine(QPointF(1.9, -0.55), QPointF(0, 1.9))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(state.ink))
    painter.drawEllipse(QPointF(0, 6.1), 1.6, 1.6)


def _not_concerned(painter: QPainter, c: Colours) -> None:
    state = c.state(2)
    _ring(painter, state.ink, state.fill)
    painter.setPen(QPen(colour(state.ink), 2.4))
    painter.drawLine(QPointF(-9, 9), QPointF(9, -9))


def _to_study(painter: QPainter, c: Colours) -> None:
    state = c.state(3)
    _ring(painter, state.ink, c.surface)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(state.ink))
    painter.drawPie(QRectF(-10, -10, 20, 20), 0, 90 * 16)


def _under_way(painter: QPainter, c: Colours) -> None:
    state = c.state(4)
    _ring(painter, state.ink, c.surface)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(state.fill))
    painter.drawPie(QRectF(-10, -10, 20, 20), -90 * 16, 180 * 16)


def _in_place(painter: QPainter, c: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(c.state(5).fill))
    painter.drawEllipse(QPointF(0, 0), 14.2, 14.2)
    painter.setPen(_round_pen(c.surface, 3.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(-6, 0.6), QPointF(-1.8, 4.8), QPointF(6.2, -4.4)]))


class StateGlyph(QWidget):
    """One glyph alone, beside words that name it."""

    def __init__(self, level: int | None = None, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_level(self, level: int | None) -> None:
        """Show another answer, 1 to 5, or None."""
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        """The square it was made for."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glyph."""
        paint_state(QPainter(self), QRectF(self.rect()), self._level, colours())
