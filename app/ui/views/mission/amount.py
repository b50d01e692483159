"""An amount that opens its rule: pressed, Enter, Space or « ? »; tinted when a cap made it smaller."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.presenters.funding_shown import Figure
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens

_PADDING = 6
WHY = "why_key"
"""Property of a widget that shows a figure: the key that names it within the mission."""


class Amount(QPushButton):
    """A figure at the right of its line.

    Signals:
        asked: Why is wanted; the key of the figure.
    """

    asked = Signal(str)

    def __init__(self, name: str, role: str = "small", tone: str = "text", prefix: str = "") -> None:
        """Make an amount.

        Args:
            name: objectName.
            role: Size of the type.
            tone: Colour token.
            prefix: What stands before the key of its figure to name it within the mission, as `scenario.A.`.
        """
        super().__init__("")
        self._role, self._tone = role, tone
        self._figure = Figure("", "", "")
        self._prefix = prefix
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.chip)
        self.clicked.connect(lambda: self.asked.emit(self._figure.key))

    def set_figure(self, figure: Figure) -> None:
        """Show a figure; one without a key cannot be pressed."""
        self._figure = figure
        self.setProperty(WHY, f"{self._prefix}{figure.key}" if figure.key else "")
        self.setText(figure.text)
        self.setAccessibleName(figure.spoken)
        self.setEnabled(bool(figure.key))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if figure.key else Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.tr("Pourquoi ce montant ?") if figure.key else "")
        self.updateGeometry()
        self.update()

    def figure(self) -> Figure:
        """The figure shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """The words and a little room for the tint."""
        return QSize(paint.width_of(self.text(), self._face()) + 2 * _PADDING, self._face().pixelSize() + 8)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """« ? », Enter and Space open why."""
        if event.text() == "?" or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self._figure.key)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint and the words."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        area = QRectF(self.rect())
        if self._figure.capped:
            paint.box(painter, area, tokens().radius.chip, c.warn_soft)
        elif self.underMouse() and self.isEnabled():
            paint.box(painter, area, tokens().radius.chip, c.hover)
        ink = c.warn if self._figure.capped else getattr(c, self._tone) if self.isEnabled() else c.text2
        paint.words(painter, area.adjusted(0, 0, -_PADDING, -0.5), self.text(), self._face(), ink, paint.RIGHT)

    def _face(self) -> QFont:
        return fonts.font(getattr(tokens().type, self._role), fonts.SEMIBOLD)
