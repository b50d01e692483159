"""The search field, alone in its file because the missions list needs it before its first paint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.views import icons
from app.ui.views.kit.buttons import Button
from app.ui.views.look import colours


class SearchField(QLineEdit):
    """A search: `textChanged` is the query; ↓ or Enter go to the results; Esc empties it.

    Signals:
        left_for_results: ↓ or Enter was pressed.
    """

    left_for_results = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """Make the field; the placeholder says what is searched and is its accessible name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(26, 0, 26, 0)
        self._clear = Button(
            "", f"{name}_clear", "ghost", icon="x", accessible=self.tr("Effacer la recherche"), parent=self
        )
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setFixedSize(26, 26)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send ↓ and Enter to the results, Esc to the words."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_for_results.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the right."""
        super().resizeEvent(event)
        self._clear.move(self.width() - 31, (self.height() - 26) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its glass."""
        super().paintEvent(event)
        icons.paint_icon(QPainter(self), "search", 11, (self.height() - 16) / 2, colours().text2, 16)
