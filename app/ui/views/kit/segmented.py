"""Segmented control: one choice among two to five, on a sunken track; ← → move and choose."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.focus import focus_part_moved, ringed
from app.ui.views.look import colours, tokens

_TRACK = 3


class Segmented(QGroupBox):
    """A choice of one among few.

    Signals:
        chosen: The user chose another segment; its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        segments: Sequence[tuple[str, str]],
        name: str,
        accessible: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the control.

        Args:
            segments: (key, word) of each segment; the first is chosen.
            name: objectName.
            accessible: What is chosen, as « Version des réponses ».
            parent: Parent widget.
        """
        super().__init__(parent)
        self._segments = list(segments)
        self._current = self._segments[0][0]
        self._accessible = accessible
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)
        self._say()

    def current(self) -> str:
        """Key of the chosen segment."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose a segment without saying so.

        Raises:
            StopIteration: No segment has this key.
        """
        self._current = next(known for known, _word in self._segments if known == key)
        self._say()
        self.update()
        if self.hasFocus():
            focus_part_moved()

    def focus_rect(self) -> QRect:
        """The chosen segment."""
        return self._rects()[self._rank()]

    def sizeHint(self) -> QSize:
        """All the words at their widest."""
        return QSize(sum(self._widths()) + 2 * _TRACK, tokens().size.control)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → choose the neighbour; Home and End the ends."""
        last = len(self._segments) - 1
        target = {
            Qt.Key.Key_Left: max(0, self._rank() - 1),
            Qt.Key.Key_Right: min(last, self._rank() + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self._choose(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        for rank, rect in enumerate(self._rects()):
            if rect.contains(event.position().toPoint()):
                self._choose(rank)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the raised segment and the words."""
        c, radius = colours(), tokens().radius.control
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), radius, c.sunken)
        for rank, rect in enumerate(self._rects()):
            chosen = rank == self._rank()
            if chosen:
                paint.box(painter, QRectF(rect), radius - 1, c.surface, c.border)
            ink = c.text if chosen else c.text2
            if not self.isEnabled():
                ink = c.text3
            area = QRectF(rect).adjusted(0, 0, 0, -1)
            paint.words(painter, area, self._segments[rank][1], self._face(chosen), ink, paint.CENTRE)

    def _face(self, chosen: bool) -> QFont:
        return fonts.font(tokens().type.small, fonts.SEMIBOLD if chosen else fonts.MEDIUM)

    def _rank(self) -> int:
        return [key for key, _word in self._segments].index(self._current)

    def _widths(self) -> list[int]:
        return [paint.width_of(word, self._face(chosen=True)) + 24 for _key, word in self._segments]

    def _rects(self) -> list[QRect]:
        rects, x = [], _TRACK
        for width in self._widths():
            rects.append(QRect(x, _TRACK, width, self.height() - 2 * _TRACK))
            x += width
        return rects

    def _choose(self, rank: int) -> None:
        key = self._segments[rank][0]
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._accessible} : {self._segments[self._rank()][1]}")
