"""The five large answers: as cards side by side, or as rows where the window is narrow.

`AnswerBar(wordings, "answers")` holds five `AnswerButton`; it emits `answered(level)` on a press, and shows what
`set_answer(level)` and `set_entry(level)` say. It never selects by itself: the page does, once the answer is saved.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.tokens import STATES
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.chips import paint_cap
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.states import paint_state
from app.ui.views.look import colours, tokens

GAP_CARDS, GAP_ROWS = 12, 6
_GLYPH, _ROW_GLYPH = 30, 26


class AnswerButton(QPushButton):
    """One answer: glyph, official wording, key cap; tinted with a check when it is the answer given."""

    def __init__(self, level: int, wording: str, name: str, parent: QWidget | None = None) -> None:
        """Make one answer.

        Args:
            level: 1 to 5; also the key that gives it.
            wording: Official wording.
            name: objectName.
            parent: Parent widget.
        """
        super().__init__(wording, parent)
        self.level = level
        self._row = False
        self._sealed = False
        self._tag = ""
        self._scale = 1.0
        self.setObjectName(name)
        self.setAccessibleName(wording)
        self.setCheckable(True)
        self.setAutoDefault(False)
        ringed(self, tokens().radius.card)
        self.set_row(False)

    def set_row(self, row: bool) -> None:
        """Show it as a row (48 px with its gap) rather than as a card of 120."""
        self._row = row
        vertical = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw it larger, for a screen read from further away; 1 at first."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def set_entry_tag(self, words: str) -> None:
        """Dashed tag of the answer given at entry, « Réponse d’entrée »; empty for none."""
        if words == self._tag:
            return
        self._tag = words
        self.setAccessibleDescription(words)
        self.update()

    def set_sealed(self, sealed: bool) -> None:
        """A sealed answer keeps its tint, loses its key cap and refuses presses."""
        self._sealed = sealed
        self.setEnabled(not sealed)
        self.update()

    def nextCheckState(self) -> None:
        """A press asks; only the page selects."""

    def sizeHint(self) -> QSize:
        """A comfortable card or row."""
        return self._scaled(144 if not self._row else 320)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word of the wording, so that nothing is cut."""
        face = fonts.font(tokens().type.body, fonts.SEMIBOLD)
        if self._row:
            return self._scaled(paint.width_of(self.text(), face) + 150)
        longest = max(paint.width_of(word, face) for word in self.text().split())
        return self._scaled(max(116, longest + 16))

    def _scaled(self, width: float) -> QSize:
        height = tokens().size.answer_row - GAP_ROWS if self._row else tokens().size.answer
        return QSize(round(width * self._scale), round(height * self._scale))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, glyph, words and marks."""
        painter = QPainter(self)
        paint.start(painter)
        painter.scale(self._scale, self._scale)
        c, state = colours(), colours().state(self.level)
        chosen = self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        ground = state.soft if chosen else c.hover if hover else c.surface if self.isEnabled() else c.bg
        border = state.ink if chosen else c.border_strong if self.isEnabled() else c.border
        area = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        paint.box(painter, area, tokens().radius.card, ground, border, 2.5 if chosen else 1.0)
        ink = state.ink if chosen else c.text if self.isEnabled() else c.text3
        if self._row:
            self._paint_row(painter, area, ink)
        else:
            self._paint_card(painter, area, ink)

    def _paint_card(self, painter: QPainter, area: QRectF, ink: str) -> None:
        width = area.width()
        if not self._sealed:
            paint_cap(painter, QRectF(12, 12, 20, 20), str(self.level))
        paint_state(painter, QRectF((width - _GLYPH) / 2, 12, _GLYPH, _GLYPH), self.level, colours())
        if self.isChecked():
            icons.paint_icon(painter, "check", width - 32, 12, ink, 20)
        face = fonts.font(tokens().type.body, fonts.SEMIBOLD)
        text_width = paint.balanced_width(self.text(), face, width - 16)
        paint.wrapped(
            painter, QRectF((width - text_width) / 2, 46, text_width, 42), self.text(), face, ink, paint.CENTRE
        )
        if self._tag:
            tag = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
            tag_width = min(paint.width_of(self._tag, tag) + 14, width - 12)
            self._paint_tag(painter, QRectF((width - tag_width) / 2, area.height() - 31, tag_width, 22))

    def _paint_row(self, painter: QPainter, area: QRectF, ink: str) -> None:
        middle = area.height() / 2
        left = 16.0
        if not self._sealed:
            paint_cap(painter, QRectF(12, middle - 10, 20, 20), str(self.level))
            left = 44.0
        paint_state(painter, QRectF(left, middle - _ROW_GLYPH / 2, _ROW_GLYPH, _ROW_GLYPH), self.level, colours())
        face = fonts.font(tokens().type.body, fonts.SEMIBOLD)
        paint.words(painter, QRectF(left + 36, 0, area.width(), area.height() - 1), self.text(), face, ink)
        right = area.width() - 12.0
        if self.isChecked():
            icons.paint_icon(painter, "check", right - 20, middle - 10, ink, 20)
            right -= 28
        if self._tag:
            tag = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
            tag_width = paint.width_of(self._tag, tag) + 14
            self._paint_tag(painter, QRectF(right - tag_width, middle - 11, tag_width, 22))

    def _paint_tag(self, painter: QPainter, rect: QRectF) -> None:
        c = colours()
        paint.box(painter, rect, tokens().radius.chip, c.surface, c.text2, 1.0, (4, 3))
        face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
        paint.words(painter, rect.adjusted(0, 0, 0, -0.5), self._tag, face, c.text2, paint.CENTRE)


class AnswerBar(QWidget):
    """The five answers of one theme.

    Signals:
        answered: An answer was asked for, by press, Space or Enter; the level, 1 to 5.
        stepped: The question before or after was asked for by ← or →, once `step_aside` was called; -1 or 1.
    """

    answered = Signal(int)
    stepped = Signal(int)

    def __init__(self, wordings: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        """Make the five answers; `wordings` in the order of the keys, `name` the objectName."""
        super().__init__(parent)
        self.setObjectName(name)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_CARDS)
        self.buttons: list[AnswerButton] = []
        for level, wording in zip(STATES, wordings, strict=True):
            button = AnswerButton(level, wording, f"{name}_{level}")
            button.clicked.connect(lambda _checked=False, level=level: self.answered.emit(level))
            self._row.addWidget(button)
            self.buttons.append(button)

    def set_answer(self, level: int | None) -> None:
        """Show the answer given, or none; only the two buttons concerned are painted again."""
        for button in self.buttons:
            button.setChecked(button.level == level)

    def set_entry(self, level: int | None, words: str = "") -> None:
        """Put the dashed tag on the answer given at entry, or on none."""
        for button in self.buttons:
            button.set_entry_tag((words or self.tr("Réponse d’entrée")) if button.level == level else "")

    def set_sealed(self, sealed: bool) -> None:
        """Refuse presses, keep what is shown."""
        for button in self.buttons:
            button.set_sealed(sealed)

    def set_scale(self, scale: float) -> None:
        """Draw the answers larger."""
        for button in self.buttons:
            button.set_scale(scale)

    def set_rows(self, rows: bool) -> None:
        """Stack the answers as rows, or put them side by side as cards."""
        direction = QBoxLayout.Direction.TopToBottom if rows else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(GAP_ROWS if rows else GAP_CARDS)
        for button in self.buttons:
            button.set_row(rows)

    def step_aside(self) -> None:
        """From now on ← and → ask for another question; only ↑ and ↓ go from answer to answer."""
        for button in self.buttons:
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take ← and → before the answer that has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus between the answers."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        focused = [rank for rank, button in enumerate(self.buttons) if button.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        self.buttons[(focused[0] + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
