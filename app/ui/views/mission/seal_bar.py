"""The bar at the bottom of the closing page, always visible: seal, or reopen what is sealed."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens


class SealBar(QWidget):
    """What the seal does, and its button.

    Signals:
        seal_asked: « Sceller… » was pressed.
        reopen_asked: « Rouvrir… » was pressed.
    """

    seal_asked = Signal()
    reopen_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("seal_bar")
        self._icon = IconView("stamp", "text2", 22)
        self._title = Label("", "small", "text", SEMIBOLD)
        self._words = Label("", "caption", "text2", wrap=True)
        self.seal = Button(self.tr("Sceller…"), "closing_seal", "primary", icon="lock")
        self.reopen = Button(self.tr("Rouvrir…"), "closing_reopen", "plain", icon="rotate-ccw")
        self.seal.clicked.connect(self.seal_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 10, 7)
        line.setSpacing(14)
        line.addWidget(self._icon)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._words)
        line.addLayout(column, 1)
        line.addWidget(self.seal)
        line.addWidget(self.reopen)

    def show_seal(self, title: str, words: str, *, possible: bool) -> None:
        """Offer the seal, or say why it is not possible yet."""
        self._say("stamp", title, words)
        self.seal.setVisible(True)
        self.seal.setEnabled(possible)
        self.seal.setAccessibleDescription(words)
        self.reopen.setVisible(False)

    def show_sealed(self, title: str, words: str) -> None:
        """Say that it is sealed, and offer to reopen."""
        self._say("lock-keyhole", title, words)
        self.seal.setVisible(False)
        self.reopen.setVisible(True)

    def button(self) -> Button:
        """The button offered."""
        return self.reopen if self.seal.isHidden() else self.seal

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sunken ground."""
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), tokens().radius.card - 2, colours().sunken)

    def _say(self, icon: str, title: str, words: str) -> None:
        self._icon.set_icon(icon, "text2")
        self._title.setText(title)
        self._words.setText(words)
