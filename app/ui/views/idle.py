"""Knows when nobody has touched the keyboard or the mouse for a while: only the events of windows are looked at."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EACH_MS = 15_000
_MINUTE_MS = 60_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches every window of the program that takes the focus.

    Signals:
        idle: Nothing was touched for the time asked.
    """

    idle = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject) -> None:
        """Start watching.

        Args:
            minutes: Wait before the signal; 0 for never.
            parent: Owner.
        """
        super().__init__(parent)
        self._minutes = minutes
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EACH_MS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def look(self) -> None:
        """Tell if the wait is over."""
        minutes = self._minutes()
        if minutes and self._since.elapsed() >= minutes * _MINUTE_MS:
            self._since.restart()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a key, a click, a move or a touch; nothing is held back."""
        if event.type() in _SIGNS:
            self._since.restart()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        self._since.restart()
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
