"""A long task under way: words, a bar, « Annuler »."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.fonts import MEDIUM
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.progress import ThinBar
from app.ui.views.kit.texts import Label


class TaskLine(QWidget):
    """Shows how far a task is; it never shows 100 % before the task says it is finished.

    Signals:
        cancelled: « Annuler » was pressed; the task stops at its next safe point.
    """

    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the line, hidden until there is something to show; `name` is the objectName."""
        super().__init__(parent)
        self.setObjectName(name)
        self._words = Label("", "small", "text", MEDIUM)
        self._bar = ThinBar("Avancement", 6)
        self.cancel = Button("Annuler", f"{name}_cancel", "plain")
        self.cancel.clicked.connect(self._ask_to_stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        line.addLayout(column, 1)
        line.addWidget(self.cancel)
        self.hide()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show `done` of `total` steps; `total` of 0 shows words alone. The line must have its place already."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._bar.setVisible(total > 0)
        if total > 0:
            self._bar.set_values(100 * min(done, total) if done < total else 99 * total, 100 * total)
        self.show()

    def finish(self) -> None:
        """The task is over, whatever its end: leave the screen."""
        self.cancel.set_busy(False)
        self.hide()

    def _ask_to_stop(self) -> None:
        self.cancel.set_busy(True)
        self.cancelled.emit()
