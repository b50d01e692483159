"""A part of a page that the window puts elsewhere (side panel, footer) and whose keys still belong to the page."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeyRelay(QWidget):
    """Gives its page the keys that its own controls do not use."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page act."""
        self._page.keyPressEvent(event)
