"""The strip of themes: one glyph each, grouped by lever; where one is, and what is left, at a glance.

`ThemeStrip([("L1", 5), ("L2", 7), …], "strip")`; `set_levels([4, 4, 3, None, …])`, `set_current(4)`. It is a display;
a press on a glyph is a courtesy (`picked`), the list of themes is the real target.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.states import paint_state
from app.ui.views.look import colours, tokens

_GLYPH, _MIN_PITCH, _MAX_PITCH = 15, 17.5, 32.0


class ThemeStrip(QWidget):
    """Glyphs of all the themes on one line of 40 px.

    Signals:
        picked: A glyph was pressed; its rank, from 0.
    """

    picked = Signal(int)

    def __init__(self, groups: Sequence[tuple[str, int]], name: str, parent: QWidget | None = None) -> None:
        """Make the strip; `groups` are (code of a lever, number of its themes) in order."""
        super().__init__(parent)
        self._groups = list(groups)
        self._levels: list[int | None] = [None] * sum(count for _code, count in groups)
        self._current = -1
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def set_levels(self, levels: Sequence[int | None]) -> None:
        """Show every answer, 1 to 5 or None, in the order of the themes; only what changed is painted again.

        Raises:
            ValueError: There are not as many as themes.
        """
        rects = self._rects()
        for rank, (old, new) in enumerate(zip(self._levels, levels, strict=True)):
            if old != new:
                self._levels[rank] = new
                self.update(rects[rank].adjusted(-4, -4, 4, 4))
        self._say()

    def set_current(self, rank: int) -> None:
        """Frame the theme being answered, numbered from 0; -1 for none; only what changed is painted again."""
        if rank == self._current:
            return
        rects = self._rects()
        for changed in (self._current, rank):
            if 0 <= changed < len(rects):
                self.update(rects[changed].adjusted(-6, -4, 6, 6))
        self._current = rank
        self.update(QRect(0, 0, self.width(), rects[0].top() - 4))

    def sizeHint(self) -> QSize:
        """All the glyphs at their normal pitch."""
        return QSize(round(len(self._levels) * 18.3 + len(self._groups) * 12), 40)

    def minimumSizeHint(self) -> QSize:
        """All the glyphs, close to each other."""
        return QSize(round(len(self._levels) * _MIN_PITCH + len(self._groups) * 8), 40)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the glyph under the pointer."""
        for rank, rect in enumerate(self._rects()):
            if rect.adjusted(-2, -8, 2, 8).contains(event.position().toPoint()):
                self.picked.emit(rank)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw codes, glyphs and the frame of the current theme."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        rects = self._rects()
        face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
        first = 0
        for code, count in self._groups:
            inside = first <= self._current < first + count
            left = rects[first].left() - 1
            paint.words(painter, QRectF(left, 0, 60, 16), code, face, c.accent if inside else c.text3)
            first += count
        for rank, rect in enumerate(rects):
            if rank == self._current:
                paint.box(painter, QRectF(rect).adjusted(-4, -4, 4, 4), 5, c.accent_soft, c.accent, 2)
            if event.region().intersects(rect):
                paint_state(painter, QRectF(rect), self._levels[rank], c)

    def _rects(self) -> list[QRect]:
        gaps = len(self._groups) - 1
        room = (self.width() - 8 - _GLYPH) / (len(self._levels) - 1 + gaps * 0.7)
        pitch = max(_MIN_PITCH, min(_MAX_PITCH, room))
        rects, x = [], 4.0
        for _code, count in self._groups:
            for _theme in range(count):
                rects.append(QRect(round(x), 19, _GLYPH, _GLYPH))
                x += pitch
            x += pitch * 0.7
        return rects

    def _say(self) -> None:
        done = sum(level is not None for level in self._levels)
        self.setAccessibleName(self.tr("{0} réponses sur {1}").format(done, len(self._levels)))
