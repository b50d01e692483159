"""What the window says: banners that stay while true, toasts that pass, empty states that lead on."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.views import icons
from app.ui.views.fonts import MEDIUM, SEMIBOLD
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.texts import Label
from app.ui.views.look import colour, colours, tokens

Tone = Literal["info", "warn", "danger", "ok"]
_SIDES = 48  # px of margin at the left and right of an empty state
_ROOM_FOR_DRAWING = 320  # px
_LOOKS = {
    "info": ("accent_soft", "accent", "info"),
    "warn": ("warn_soft", "warn", "triangle-alert"),
    "danger": ("danger_soft", "danger", "circle-alert"),
    "ok": ("ok_soft", "ok", "circle-check"),
}


class IconView(QWidget):
    """An icon beside words, in one tone; `tone` is an attribute of `Colours`."""

    def __init__(self, icon: str, tone: str = "text2", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: str) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """The square it was made for."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        icons.paint_icon(QPainter(self), self._icon, 0, 0, getattr(colours(), self._tone), self._size)


class Banner(QWidget):
    """A soft tint, an icon, one sentence, one action; it stays while what it says is true.

    Signals:
        acted: The action was pressed.
    """

    acted = Signal()

    def __init__(
        self, tone: Tone, sentence: str, name: str, action: str = "", detail: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a banner.

        Args:
            tone: info, warn, danger or ok.
            sentence: What happens, in one sentence.
            name: objectName; the action takes `{name}_action`.
            action: Verb of the one action; none when empty.
            detail: A quieter second line.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._tone = tone
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        _ground, ink, icon = _LOOKS[tone]
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 7, 8, 7)
        line.setSpacing(10)
        line.addWidget(IconView(icon, ink), 0, Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._sentence = Label(sentence, "small", "text", MEDIUM if not detail else SEMIBOLD, wrap=True)
        self._detail = Label(detail, "small", "text2", wrap=True)
        words.addWidget(self._sentence)
        words.addWidget(self._detail)
        line.addLayout(words, 1)
        self.action = Button(action, f"{name}_action", "plain" if detail else "link")
        self.action.clicked.connect(self.acted)
        line.addWidget(self.action)
        self.action.setVisible(bool(action))
        self.set_sentence(sentence, detail)

    def set_sentence(self, sentence: str, detail: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(" ".join(filter(None, (sentence, detail))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint; an information also has a border."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        border = c.accent if self._tone == "info" else None
        ground = getattr(c, _LOOKS[self._tone][0])
        paint.box(painter, QRectF(self.rect()), tokens().radius.card - 2, ground, border)


class Toast(QWidget):
    """A passing sentence at the bottom centre of its host, with at most one action (F8 reaches it).

    It pauses under the pointer or while its action has the focus. An undo toast stays until the next one.

    Signals:
        acted: The action was pressed.
    """

    acted = Signal()

    def __init__(self, host: QWidget, bottom: int = 68) -> None:
        """Make the toast of a window; `bottom` is the distance kept from its lower edge, in px."""
        super().__init__(host)
        self._bottom = bottom
        self._host = host
        self._before: QWidget | None = None
        self.setObjectName("toast")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        line.setSpacing(12)
        self._words = Label("", "small", "text", MEDIUM)
        self.action = Button("", "toast_action", "link")
        self.action.clicked.connect(self._act)
        line.addWidget(self._words)
        line.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, action: str = "", stays: bool = False) -> None:
        """Show a sentence.

        Args:
            sentence: What was done.
            action: Verb of the action, « Annuler »; none when empty.
            stays: Keep it until the next one or `hide`.
        """
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self._timer.stop()
        if not stays:
            self._timer.start(tokens().toast_stay_ms)
        self.show()
        self._place()
        self.raise_()

    def focus_action(self) -> bool:
        """Give the focus to the action; False when there is none on screen."""
        if not self.isVisible() or not self.action.isVisible():
            return False
        self._before = QApplication.focusWidget()
        self.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to what had it before F8."""
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom centre when the host changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pause under the pointer."""
        if self._timer.isActive():
            self._timer.start(tokens().toast_stay_ms)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), tokens().radius.card, colours().surface, colours().border_strong)

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - self._bottom)

    def _pass(self) -> None:
        if self.underMouse() or self.action.hasFocus():
            self._timer.start(tokens().toast_stay_ms)
        else:
            self.hide()

    def _act(self) -> None:
        self.hide()
        self.acted.emit()


class _Stakes(QWidget):
    """The drawing of empty states: three ranging poles, « jalons », on a line of sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(204, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(c.sunken))
        painter.drawEllipse(QPointF(102, 100), 100, 10)
        painter.setPen(paint.pen(c.border_strong, 1.25, (4, 3)))
        painter.drawLine(QPointF(54, 99.5), QPointF(146, 99.5))
        for x, top, ink in ((50.5, 33, c.border_strong), (98.5, 3, c.jalon), (142.5, 47, c.border_strong)):
            step = (101 - top) / 5
            for part in range(5):
                area = QRectF(x, top + part * step, 7, step)
                paint.box(painter, area, 0, ink if part % 2 == 0 else c.surface, ink, 0.75)


class EmptyState(QWidget):
    """Nothing to show: what was searched, what hides results, and two or three ways on."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(2)
        self._drawing = _Stakes()
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        self._title = Label(title, "title", wrap=True)
        self._sentence = Label(sentence, "body", "text2", wrap=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self._actions = row(spacing=10)
        column.addSpacing(4)
        column.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_words(title, sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawing gives way when there is little height, and the ways on are stacked when there is little width."""
        super().resizeEvent(event)
        self._drawing.setVisible(self.height() >= _ROOM_FOR_DRAWING)
        line = self._actions.layout()
        if isinstance(line, QBoxLayout):
            buttons = self._actions.findChildren(Button)
            wide = sum(button.sizeHint().width() + 10 for button in buttons) <= self.width() - _SIDES
            line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def add_action(self, button: Button) -> None:
        """Append a way on; the first is the one to press."""
        layout = self._actions.layout()
        if layout is not None:
            layout.addWidget(button)
