"""Who pays, on one bar: public aid solid, the company hatched."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.views.kit import paint
from app.ui.views.look import colours

_HEIGHT = 14


class ShareBar(QWidget):
    """A bar of 14 px; its words stand under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_percent(self, percent: int | None, spoken: str) -> None:
        """Show the share of public aid, 0 to 100; None draws an empty frame."""
        self._percent = percent
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its card."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the hatch of the company, the area of the aid."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        area = QRectF(self.rect())
        paint.box(painter, area, 4, c.surface, c.border_strong)
        if self._percent is None:
            return
        split = area.width() * self._percent / 100
        painter.setClipPath(paint.rounded(area.adjusted(1, 1, -1, -1), 3))
        paint.hatch(painter, area.adjusted(split, 1, -1, -1), c.border_strong)
        if split > 0:
            painter.fillRect(QRectF(0, 0, split, area.height()), c.accent)
