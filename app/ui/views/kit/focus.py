"""The focus ring: one transparent child laid over whichever control has the focus, 2 px thick after a gap of 2 px.

Being outside the controls it costs them no margin and their parent cannot clip it. A control that takes part calls
`ringed(widget, radius)` once; it may offer `focus_rect() -> QRect` when only a part of it has the focus, and calls
`focus_part_moved()` when that part changes. Editors and tables show their focus by their own border instead. A mouse
press shows no ring until a key is used.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from app.ui.views.kit import paint
from app.ui.views.look import colours, tokens

_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_followers: list["_FocusFollower"] = []


def ringed(widget: QWidget, radius: int) -> None:
    """Make a control show the ring when it has the focus; `radius` is that of its own corners, in px."""
    widget.setProperty("ringRadius", radius)


def follow_focus(app: QApplication) -> None:
    """Start following the focus of the application; `style.apply_theme` does it."""
    follower = _FocusFollower()
    _followers[:] = [follower]
    app.focusChanged.connect(follower.focus_moved)
    app.aboutToQuit.connect(follower.leave)


def focus_part_moved() -> None:
    """Lay the ring again, after the focused part of a control moved inside it."""
    for follower in _followers:
        follower.by_mouse = False
        follower.lay()


class _Ring(QWidget):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.radius = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), self.radius, None, colours().focus, tokens().ring)


class _FocusFollower(QObject):
    """Keeps one ring, on the window or the scrolled content that holds the focused control."""

    def __init__(self) -> None:
        super().__init__()
        self.by_mouse = False
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or a parent moves; show the ring at the first key."""
        if event.type() == QEvent.Type.KeyPress and self.by_mouse:
            self.by_mouse = False
            self.lay()
        elif event.type() in _MOVED:
            self.lay()
        return False

    def focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.leave()
        if new is None or new.property("ringRadius") is None:
            return
        self._target = new
        self.by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        host = _host_of(new)
        self._ring = _Ring(host)
        self._ring.destroyed.connect(self._ring_gone)
        step: QWidget | None = new
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self.lay()

    def leave(self) -> None:
        """Take the ring away."""
        if self._ring is None:
            return
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        ring = self._ring
        ring.destroyed.disconnect(self._ring_gone)
        self._ring_gone()
        ring.hide()
        ring.deleteLater()

    def lay(self) -> None:
        """Put the ring around the focused control, or hide it."""
        target, ring = self._target, self._ring
        host = ring.parentWidget() if ring is not None else None
        if target is None or ring is None or host is None or not isValid(target):
            return
        if self.by_mouse or not target.isVisible():
            ring.hide()
            return
        part: QRect = target.focus_rect() if hasattr(target, "focus_rect") else target.rect()
        grow = tokens().ring + tokens().ring_gap
        corner = target.mapTo(host, QPoint(0, 0)) + part.topLeft()
        ring.radius = float(target.property("ringRadius")) + grow
        ring.setGeometry(QRect(corner, part.size()).adjusted(-grow, -grow, grow, grow))
        ring.show()
        ring.raise_()
        ring.update()

    def _ring_gone(self) -> None:
        self._target, self._ring, self._watched = None, None, []


def _host_of(target: QWidget) -> QWidget:
    """The content of the nearest scroll area (the ring must scroll with it), or else the window."""
    step = target
    while (parent := step.parentWidget()) is not None and not step.isWindow():
        above = parent.parentWidget()
        if isinstance(above, QScrollArea) and above.widget() is step:
            return step
        step = parent
    return step
