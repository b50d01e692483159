"""A stack of widgets of which one is seen, sized by that one alone (QStackedWidget takes the largest of all)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Several widgets in one place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._known: list[QWidget] = []

    def add(self, widget: QWidget) -> None:
        """Add one, not seen yet."""
        widget.hide()
        self._known.append(widget)
        self._column.addWidget(widget)

    def remove(self, widget: QWidget) -> None:
        """Take one away, and destroy it."""
        self._known.remove(widget)
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def show_only(self, widget: QWidget | None) -> None:
        """Show one, or none."""
        for known in self._known:
            known.setVisible(known is widget)

    def current(self) -> QWidget | None:
        """The one shown."""
        return next((known for known in self._known if not known.isHidden()), None)
