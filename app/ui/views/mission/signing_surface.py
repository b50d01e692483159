"""A surface to sign on with a stylus, a finger or the mouse; the keys undo a stroke and clear it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.evidence import MAX_POINTS, SURFACE, Stroke
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens

WIDTH, HEIGHT = 396, 132
_INK = 2.2
_LEAST_STEP = 6
"""Units of the surface between two points that are kept."""


class SigningSurface(QWidget):
    """Ink on white paper in both themes, as it will be printed. Qt hands strokes of a stylus or a finger over as a mouse's.

    Signals:
        changed: What is drawn changed.
    """

    changed = Signal()

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAccessibleDescription(
            self.tr("Se signe au stylet, au doigt ou à la souris. Au clavier, choisissez « Signé sur papier ».")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)
        self._strokes: list[list[tuple[int, int]]] = []
        self._drawing = False

    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, in the units of the domain."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        """Take every stroke back."""
        self._strokes = []
        self._tell()

    def sizeHint(self) -> QSize:
        """Three times as wide as high, as the box on the paper."""
        return QSize(WIDTH, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        if event.button() == Qt.MouseButton.LeftButton and sum(map(len, self._strokes)) < MAX_POINTS:
            self._drawing = True
            self._strokes.append([self._unit(event.position())])
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        if not self._drawing or sum(map(len, self._strokes)) >= MAX_POINTS:
            return
        x, y = self._unit(event.position())
        last_x, last_y = self._strokes[-1][-1]
        if abs(x - last_x) + abs(y - last_y) >= _LEAST_STEP:
            self._strokes[-1].append((x, y))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It ends."""
        if self._drawing:
            self._drawing = False
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes a stroke back, Del clears."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, a line to sign on, and the ink."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), tokens().radius.control, _PAPER, c.border_strong)
        paint.line(painter, 16, HEIGHT - 28.5, WIDTH - 16, HEIGHT - 28.5, _FAINT)
        if not self._strokes:
            area = QRectF(0, HEIGHT - 26, WIDTH, 22)
            paint.words(painter, area, self.tr("Signez ici"), fonts.font(13), _QUIET, paint.CENTRE)
        pen = paint.pen(_BLACK, _INK)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            points = [QPointF(x * WIDTH / SURFACE[0], y * HEIGHT / SURFACE[1]) for x, y in stroke]
            path = QPainterPath(points[0])
            for point in points[1:] or points:
                path.lineTo(point)
            if len(points) == 1:
                painter.drawPoint(points[0])
            painter.drawPath(path)

    def _unit(self, at: QPointF) -> tuple[int, int]:
        x, y = round(at.x() * SURFACE[0] / WIDTH), round(at.y() * SURFACE[1] / HEIGHT)
        return min(max(x, 0), SURFACE[0]), min(max(y, 0), SURFACE[1])

    def _tell(self) -> None:
        self.update()
        self.changed.emit()


_PAPER, _FAINT, _QUIET, _BLACK = "#ffffff", "#c9ced6", "#5b6470", "#111418"
