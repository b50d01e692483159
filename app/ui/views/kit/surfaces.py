"""Grounds and frames: cards, hairlines, plain surfaces, scrolled columns, and drawings given as SVG text."""

from PySide6.QtCore import QByteArray, QMargins, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.views.kit import paint
from app.ui.views.look import colours, tokens

_AROUND = 16
"""Room in px left around a widget that is scrolled into view."""


class Card(QWidget):
    """A white card with a border of 1 px (2 px accent when selected); put widgets in `body`."""

    def __init__(self, padding: int = 16, ground: str = "surface", parent: QWidget | None = None) -> None:
        """Make a card.

        Args:
            padding: Inner margin in px.
            ground: surface, or sunken (then without border), accent_soft, warn_soft…
            parent: Parent widget.
        """
        super().__init__(parent)
        self._ground = ground
        self._selected = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(QMargins(padding, padding, padding, padding))
        self.body.setSpacing(8)

    def set_selected(self, selected: bool) -> None:
        """Draw the border of the card retained."""
        self._selected = selected
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and border."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        border = c.accent if self._selected else c.border if self._ground == "surface" else None
        radius = tokens().radius.card if self._ground == "surface" else tokens().radius.card - 2
        width = 2.0 if self._selected else 1.0
        paint.box(painter, QRectF(self.rect()), radius, getattr(c, self._ground), border, width)


class Hairline(QWidget):
    """A line of 1 px, horizontal or vertical."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the line."""
        QPainter(self).fillRect(self.rect(), colours().border)


class Plain(QWidget):
    """A ground of one token colour, with an optional hairline on one side."""

    def __init__(self, ground: str = "bg", edge: Qt.Edge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._edge = ground, edge

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, then draw the hairline."""
        c = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(c, self._ground))
        width, height = self.width(), self.height()
        edges = {
            Qt.Edge.TopEdge: (0, 0, width, 1),
            Qt.Edge.BottomEdge: (0, height - 1, width, 1),
            Qt.Edge.LeftEdge: (0, 0, 1, height),
            Qt.Edge.RightEdge: (width - 1, 0, 1, height),
        }
        if self._edge is not None:
            painter.fillRect(*edges[self._edge], c.border)


class Scroll(QScrollArea):
    """A column that scrolls when it must; put widgets in `body`."""

    def __init__(self, name: str, margins: tuple[int, int, int, int] = (24, 16, 24, 24)) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.viewport().setAutoFillBackground(False)
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(12)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 Qt’s name
        """What Tab reaches is seen whole, a text of several lines too (Qt shows the line of its cursor only)."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and focused is not None and self.content.isAncestorOf(focused):
            self.reveal(focused)
        return moved

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget inside is seen whole, or its top when it is taller than the view."""
        if layout := self.content.layout():
            layout.activate()
        top = widget.mapTo(self.content, QPoint(0, 0)).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        lowest, highest = top - _AROUND, top + widget.height() + _AROUND - height
        bar.setValue(min(max(bar.value(), highest), lowest))


def reveal(widget: QWidget) -> None:
    """Scroll what holds a widget, once the layout is settled, so that it is seen whole."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, Scroll):
        area = area.parentWidget()
    if area is not None:
        QTimer.singleShot(0, area, lambda: area.reveal(widget))


class SvgView(QWidget):
    """A drawing given as SVG text or bytes, kept in proportion and crisp at every pixel ratio.

    Its accessible name must say what it shows; the table beside it holds the figures.
    """

    def __init__(self, name: str, accessible: str, hint: QSize | None = None, parent: QWidget | None = None) -> None:
        """Make an empty view.

        Args:
            name: objectName.
            accessible: What it shows.
            hint: Size it asks for whatever it shows, for a drawing made again at each size; by default that of the drawing.
            parent: Parent widget.
        """
        super().__init__(parent)
        from PySide6.QtSvg import QSvgRenderer

        self._hint = hint

        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_svg(self, drawing: str | bytes) -> bool:
        """Show a drawing; False when it cannot be read (the former one is then gone)."""
        data = drawing.encode() if isinstance(drawing, str) else drawing
        ready = self._renderer.load(QByteArray(data))
        self.updateGeometry()
        self.update()
        return ready

    def sizeHint(self) -> QSize:
        """The size asked for, or the natural size of the drawing."""
        if self._hint is not None:
            return self._hint
        return self._renderer.defaultSize() if self._renderer.isValid() else QSize(320, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as it fits, centred."""
        if not self._renderer.isValid():
            return
        size = self._renderer.defaultSize()
        scale = min(self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        painter = QPainter(self)
        paint.start(painter)
        self._renderer.render(painter, QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height))


def row(*widgets: QWidget | int, spacing: int = 8) -> QWidget:
    """Widgets side by side without margin; 0 stands for a stretch, another number for as many px."""
    host = QWidget()
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight, host)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for item in widgets:
        if isinstance(item, QWidget):
            line.addWidget(item)
        elif item == 0:
            line.addStretch(1)
        else:
            line.addSpacing(item)
    return host
