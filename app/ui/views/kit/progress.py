"""Progress: ring, thin bar with its threshold, pair of bars entry (outline) and exit (solid)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.views import icons
from app.ui.views.kit import paint
from app.ui.views.look import colour, colours


def paint_ring(painter: QPainter, rect: QRectF, share: float, thickness: float) -> None:
    """Draw a ring filled clockwise from the top; `share` from 0 to 1."""
    c = colours()
    inset = thickness / 2
    circle = rect.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(paint.pen(c.border, thickness))
    painter.drawEllipse(circle)
    if share > 0:
        painter.setPen(paint.pen(c.accent, thickness))
        painter.drawArc(circle, 90 * 16, -round(min(share, 1.0) * 360 * 16))


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    share: float,
    ink: str | None = None,
    tick: float | None = None,
    ground: str | None = None,
) -> None:
    """Draw a bar filled from the left; `share` and `tick` from 0 to 1 of its width."""
    c = colours()
    radius = min(2.5, rect.height() / 2)
    paint.box(painter, rect, radius, ground or c.border)
    if share > 0:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width() * min(share, 1.0), rect.height()))
        paint.box(painter, rect, radius, ink or c.accent)
        painter.restore()
    if tick is not None:
        x = round(rect.left() + rect.width() * tick)
        mark = QRectF(x - 1, rect.top() - 2, 2, rect.height() + 4)
        painter.fillRect(mark, colour(c.text))


def paint_pair(
    painter: QPainter, rect: QRectF, entry: float | None, exit_: float | None, ground: str | None = None
) -> None:
    """Draw two bars of 7 px one above the other: entry hollow, exit solid; None when not known yet."""
    c = colours()
    top = QRectF(rect.left(), rect.center().y() - 9, rect.width(), 7)
    low = top.translated(0, 11)
    for track in (top, low):
        paint.box(painter, track, 2, ground or c.sunken)
    if entry:
        hollow = QRectF(top.left(), top.top(), max(6.0, top.width() * min(entry, 1.0)), top.height())
        paint.box(painter, hollow, 2, c.surface, c.accent, 1.25)
    if exit_:
        solid = QRectF(low.left(), low.top(), max(3.0, low.width() * min(exit_, 1.0)), low.height())
        paint.box(painter, solid, 2, c.accent)


class ProgressRing(QWidget):
    """A ring of 16 or 28 px; full, it becomes a disc with a check."""

    def __init__(self, accessible: str, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accessible, self._size, self._value, self._total = accessible, size, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 0)

    def set_progress(self, value: int, total: int) -> None:
        """Show `value` of `total`."""
        self._value, self._total = value, total
        self.setAccessibleName(f"{self._accessible} : {value} sur {total}")
        self.update()

    def sizeHint(self) -> QSize:
        """The square it was made for."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, or the disc when complete."""
        painter = QPainter(self)
        paint.start(painter)
        area = QRectF(self.rect())
        if self._total and self._value >= self._total:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours().accent))
            painter.drawEllipse(area)
            side = round(self.width() * 0.62)
            corner = (self.width() - side) / 2
            icons.paint_icon(painter, "check", corner, corner, colours().on_accent, side)
            return
        paint_ring(painter, area, self._value / self._total if self._total else 0.0, max(2.5, self.width() / 9))


class ThinBar(QWidget):
    """A bar of 6 or 8 px: a value against its limit, with an optional tick at a threshold.

    Values are integers of any one unit (half-days, cents): only their ratio is drawn.
    """

    def __init__(self, accessible: str, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accessible, self._height = accessible, height
        self._value, self._limit = 0, 1
        self._tick: int | None = None
        self._tone = "accent"
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, value: int, limit: int, tick: int | None = None, tone: str = "accent") -> None:
        """Show a value.

        Args:
            value: What is reached.
            limit: The full width, more than 0.
            tick: A threshold to mark, or None.
            tone: accent, ok, warn or danger.
        """
        self._value, self._limit, self._tick, self._tone = value, limit, tick, tone
        self.setAccessibleName(f"{self._accessible} : {100 * value // limit} %")
        self.update()

    def sizeHint(self) -> QSize:
        """A short bar; layouts widen it."""
        return QSize(84, self._height + 4)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(40, self._height + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        paint.start(painter)
        area = QRectF(0, 2, self.width(), self._height)
        tick = None if self._tick is None else self._tick / self._limit
        paint_bar(painter, area, self._value / self._limit, getattr(colours(), self._tone), tick)


class PairBar(QWidget):
    """Entry over exit, as in the missions list: hollow above, solid below."""

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accessible = accessible
        self._values: tuple[int | None, int | None, int] = (None, None, 1)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, entry: int | None, exit_: int | None, top: int) -> None:
        """Show both values on a scale from 0 to `top`; None for one not known yet."""
        self._values = (entry, exit_, top)
        self.update()

    def sizeHint(self) -> QSize:
        """Two bars of 7 px."""
        return QSize(96, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two bars."""
        painter = QPainter(self)
        paint.start(painter)
        entry, exit_, top = self._values
        paint_pair(
            painter,
            QRectF(self.rect()),
            None if entry is None else entry / top,
            None if exit_ is None else exit_ / top,
        )
