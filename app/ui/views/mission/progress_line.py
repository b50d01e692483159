"""What a page does in the background: words, a bar, « Annuler »; or why it failed, and « Réessayer »."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.fonts import MEDIUM
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.progress import ThinBar
from app.ui.views.kit.texts import Label

_BAR = 200


class ProgressLine(QWidget):
    """A line that is there only while there is something to say.

    Signals:
        cancelled: « Annuler » was pressed.
        retried: « Réessayer » was pressed.
    """

    cancelled = Signal()
    retried = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = Label("", "small", "text", MEDIUM)
        self._bar = ThinBar(self.tr("Avancement"), 6)
        self._bar.setMaximumWidth(_BAR)
        self.cancel = Button(self.tr("Annuler"), f"{name}_cancel", "link")
        self.cancel.clicked.connect(self._stop)
        self._running = QWidget()
        line = QHBoxLayout(self._running)
        line.setContentsMargins(12, 2, 8, 2)
        line.setSpacing(12)
        line.addWidget(self._words)
        line.addWidget(self._bar, 1)
        line.addStretch(1)
        line.addWidget(self.cancel)
        self.banner = Banner("danger", "", f"{name}_failed", self.tr("Réessayer"))
        self.banner.acted.connect(self.retried)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._running)
        column.addWidget(self.banner)
        self.clear()

    def run(self, words: str) -> None:
        """Begin: the words say what is done."""
        self._words.setText(words)
        self._bar.set_values(0, 1)
        self._bar.hide()
        self.cancel.setEnabled(True)
        self._running.show()
        self.banner.hide()
        self.show()

    def advance(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self._bar.setVisible(total > 0)
        self._bar.set_values(done, max(total, 1))

    def fail(self, sentence: str) -> None:
        """Say why it did not end."""
        self.banner.set_sentence(sentence)
        self._running.hide()
        self.banner.show()
        self.show()

    def clear(self) -> None:
        """Nothing more to say."""
        self._running.hide()
        self.banner.hide()
        self.hide()

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Arrêt demandé…"))
        self.cancelled.emit()
