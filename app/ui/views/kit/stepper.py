"""Stepper: numbered steps joined by dashed links; done, current, failed or to come."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import focus_part_moved, ringed
from app.ui.views.look import colours, tokens

StepState = Literal["done", "current", "todo", "failed"]
_DISC, _HEIGHT = 26, 32


class Stepper(QWidget):
    """Steps in order.

    Signals:
        chosen: A step was pressed, or Enter on it; its key.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Make the steps; `steps` are (key, word) in order, all to come."""
        super().__init__(parent)
        self._steps = list(steps)
        self._states: dict[str, StepState] = {key: "todo" for key, _word in steps}
        self._focused = 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)
        self._say()

    def set_states(self, states: dict[str, StepState]) -> None:
        """Say where each step is; those left out keep theirs."""
        self._states.update(states)
        self._say()
        self.update()

    def focus_rect(self) -> QRect:
        """The step the arrows reached."""
        return self._rects()[self._focused]

    def sizeHint(self) -> QSize:
        """Every word and short links."""
        return QSize(sum(self._widths()) + 40 * (len(self._steps) - 1), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Every word, without links."""
        return QSize(sum(self._widths()) + 8 * (len(self._steps) - 1), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → move between the steps, Enter or Space chooses."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is not None:
            self._focused = max(0, min(len(self._steps) - 1, self._focused + step))
            focus_part_moved()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._steps[self._focused][0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the pointer."""
        for rank, rect in enumerate(self._rects()):
            if rect.contains(event.position().toPoint()):
                self._focused = rank
                self.chosen.emit(self._steps[rank][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw discs, words and links."""
        painter = QPainter(self)
        paint.start(painter)
        rects = self._rects()
        for rank, ((key, word), rect) in enumerate(zip(self._steps, rects, strict=True)):
            self._paint_step(painter, rect, rank, self._states[key], word)
            if rank + 1 < len(rects) and rects[rank + 1].left() - rect.right() > 20:  # noqa: PLR2004
                painter.setPen(paint.pen(colours().border_strong, 1.25, (5, 4)))
                y = self.height() / 2 + 0.5
                painter.drawLine(rect.right() + 8, round(y), rects[rank + 1].left() - 8, round(y))

    def _paint_step(self, painter: QPainter, rect: QRect, rank: int, state: StepState, word: str) -> None:
        c = colours()
        disc = QRectF(rect.left() + 1, (self.height() - _DISC) / 2, _DISC, _DISC)
        ground, border, ink, width = {
            "done": (c.accent, c.accent, c.on_accent, 1.0),
            "current": (c.accent_soft, c.accent, c.accent_ink, 2.0),
            "todo": (c.surface, c.border_strong, c.text2, 1.25),
            "failed": (c.danger_soft, c.danger, c.danger, 2.0),
        }[state]
        paint.box(painter, disc, _DISC / 2, ground, border, width)
        if state in ("done", "failed"):
            icon = "check" if state == "done" else "octagon-alert"
            icons.paint_icon(painter, icon, disc.left() + 5, disc.top() + 5, ink, 16)
        else:
            face = fonts.font(tokens().type.small, fonts.SEMIBOLD)
            paint.words(painter, disc.adjusted(0, 0, 0, -0.5), str(rank + 1), face, ink, paint.CENTRE)
        tone = c.text if state != "todo" else c.text3
        area = QRectF(rect.left() + _DISC + 7, 0, rect.width(), self.height() - 1)
        paint.words(painter, area, word, self._face(state), tone)

    def _face(self, state: StepState) -> QFont:
        return fonts.font(tokens().type.small, fonts.SEMIBOLD if state == "current" else fonts.MEDIUM)

    def _widths(self) -> list[int]:
        return [_DISC + 9 + paint.width_of(word, self._face(self._states[key])) for key, word in self._steps]

    def _rects(self) -> list[QRect]:
        widths = self._widths()
        gap = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        rects, x = [], 0.0
        for width in widths:
            rects.append(QRect(round(x), 0, width, self.height()))
            x += width + gap
        return rects

    def _say(self) -> None:
        words = {
            "done": self.tr("fait"),
            "current": self.tr("en cours"),
            "todo": self.tr("à venir"),
            "failed": self.tr("en échec"),
        }
        self.setAccessibleName(", ".join(f"{word} {words[self._states[key]]}" for key, word in self._steps))
