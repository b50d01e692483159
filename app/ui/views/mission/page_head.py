"""Head of a page of a mission: its title, a quiet line beside it (under it when narrow), and its actions at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label

NARROW = 700
"""Width in px under which the quiet line goes under the title."""


class PageHead(QWidget):
    """Title 26/600, quiet line, actions."""

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__()
        self.note = Label("", "body", "text2", wrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(Label(title, "display"), 0, 0)
        self._grid.addWidget(self.note, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(row(*actions), 0, 2)

    def set_note(self, words: str) -> None:
        """Change the quiet line."""
        self.note.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the quiet line where there is room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.removeWidget(self.note)
            if narrow:
                self._grid.addWidget(self.note, 1, 0, 1, 3)
            else:
                self._grid.addWidget(self.note, 0, 1, Qt.AlignmentFlag.AlignVCenter)
