"""The two lines at the foot of the rail that say what waits to be sent, in calm words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens


class OutboxLine(QPushButton):
    """« 2 versions à déposer » over « Hors réseau, tout est gardé »; `clicked` opens the list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._first, self._second = "cloud", "", ""
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)
        self.set_words(self.tr("Rien à déposer"), "", "cloud")

    def set_words(self, first: str, second: str, icon: str = "cloud") -> None:
        """Say what waits.

        Args:
            first: What waits, 13/500.
            second: Why, or what is done about it; may be empty.
            icon: cloud, cloud-off or cloud-upload.
        """
        self._first, self._second, self._icon = first, second, icon
        self.setAccessibleName(". ".join(filter(None, (first, second))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon and the longer line."""
        longest = max(
            paint.width_of(self._first, fonts.font(tokens().type.small, fonts.MEDIUM)),
            paint.width_of(self._second, fonts.font(tokens().type.caption)),
        )
        return QSize(40 + longest + 4, tokens().size.outbox)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        if self.underMouse():
            paint.box(painter, QRectF(self.rect()), tokens().radius.control, c.hover)
        middle = self.height() / 2
        icons.paint_icon(painter, self._icon, 12, middle - 9, c.text2, 18)
        strong, quiet = fonts.font(tokens().type.small, fonts.MEDIUM), fonts.font(tokens().type.caption)
        if not self._second:
            paint.words(painter, QRectF(40, 0, self.width(), self.height() - 1), self._first, strong, c.text2)
            return
        paint.words(painter, QRectF(40, middle - 19, self.width(), 19), self._first, strong, c.text)
        paint.words(painter, QRectF(40, middle, self.width(), 18), self._second, quiet, c.text2)


class BrandMark(QWidget):
    """The mark « Jalon »: a ranging pole and the word."""

    def __init__(self, left: int = 22, height: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self.setAccessibleName("Jalon")
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Pole and word."""
        return QSize(98 + self._left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pole in five bands, then the word."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        for band in range(5):
            ink = c.jalon if band % 2 == 0 else c.border
            painter.fillRect(QRectF(self._left, round(self.height() / 2) - 12 + band * 5, 5, 5), ink)
        face = fonts.font(tokens().type.title, fonts.SEMIBOLD)
        paint.words(painter, QRectF(self._left + 18, 0, self.width(), self.height() + 2), "Jalon", face, c.text)
