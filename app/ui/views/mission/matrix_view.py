"""The value/effort matrix on screen: the drawing of the paper, whose badges move by drag or by Alt and the arrows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.action_plan import Action
from app.domain.placement import Placement, nearest_placement
from app.ui.presenters.plan_matrix import MATRIX_SIZE, PlanMatrix
from app.ui.views.kit import paint
from app.ui.views.kit.focus import focus_part_moved, ringed
from app.ui.views.look import colours, tokens

STEP = 5
"""Steps of 0 to 100 by which a key moves a badge."""

_TARGET = 24
"""Half the side in px of what a finger may touch around a badge."""

_FIRST_PLACE = Placement(65, 35)
_WAYS = {
    Qt.Key.Key_Up: (STEP, 0),
    Qt.Key.Key_Down: (-STEP, 0),
    Qt.Key.Key_Right: (0, STEP),
    Qt.Key.Key_Left: (0, -STEP),
}


class MatrixView(QWidget):
    """The matrix of the plan.

    Signals:
        chosen: A badge was touched, or an arrow went to another action; its UUID.
        placed: The action chosen has another place, or None when it has none any more; a `Placement`.
    """

    chosen = Signal(object)
    placed = Signal(object)

    def __init__(self, words: PlanMatrix, is_writable: Callable[[], bool]) -> None:
        super().__init__()
        from PySide6.QtSvg import QSvgRenderer

        self._words, self._is_writable = words, is_writable
        self._actions: tuple[Action, ...] = ()
        self._current: UUID | None = None
        self._held: Placement | None = None
        self._renderer = QSvgRenderer(self)
        self._drawn: tuple[object, ...] = ()
        self.setObjectName("plan_matrix")
        self.setAccessibleName(words.name(self._actions))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ringed(self, tokens().radius.control)

    def show_plan(self, actions: Sequence[Action], current: UUID | None) -> None:
        """Show the actions that can be placed, one of them chosen."""
        self._actions, self._current = tuple(actions), current
        self.draw()

    def draw(self) -> None:
        """Ask for the drawing of the plan of now."""
        chosen = self._chosen()
        self.setAccessibleName(self._words.name(self._actions))
        self.setAccessibleDescription("" if chosen is None else self._words.place(chosen))
        self.update()
        if self.hasFocus():
            focus_part_moved()

    def sizeHint(self) -> QSize:
        """Square enough to tell twelve badges apart."""
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        """Four quadrants of two badges."""
        return QSize(MATRIX_SIZE, MATRIX_SIZE)

    def focus_rect(self) -> QRect:
        """The badge of the action chosen, or the whole."""
        at = next((spot for one, spot in self._centres() if one == self._current), None)
        if at is None:
            return self.rect()
        reach = _TARGET - 4
        return QRect(int(at.x()) - reach, int(at.y()) - reach, 2 * reach, 2 * reach)

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow belong to the badge chosen, before any other use that the window has for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and Qt.Key(event.key()) in _WAYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose an action; with Alt they move it; Del takes its place away."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(*way)
        elif way:
            self._choose_next(1 if way[0] < 0 or way[1] > 0 else -1)
        elif event.key() == Qt.Key.Key_Delete and self._is_writable():
            self.placed.emit(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest badge, or put the action chosen where the matrix is touched when it has no place yet."""
        found = self._near(event.position())
        if found is not None:
            self.chosen.emit(found)
            return
        chosen = self._chosen()
        if chosen is not None and chosen.placement is None and self._is_writable():
            self.placed.emit(self._place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the badge."""
        chosen = self._chosen()
        if not event.buttons() & Qt.MouseButton.LeftButton or chosen is None or not self._is_writable():
            return
        if self._held is not None or self._near(event.position()) == chosen.id:
            self._held = self._place_at(event.position())
            self.draw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the badge down."""
        held, self._held = self._held, None
        if held is not None:
            self.placed.emit(held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw at the new size."""
        super().resizeEvent(event)
        self.draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing, made again when what it shows, its size or its colours are others."""
        wanted = (self._shown(), self._current, colours(), self.width(), self.height())
        if wanted != self._drawn and min(self.width(), self.height()) >= MATRIX_SIZE // 2:
            self._drawn = wanted
            self._renderer.load(self._words.svg(*wanted))
        painter = QPainter(self)
        paint.start(painter)
        if self._renderer.isValid():
            self._renderer.render(painter, self.rect().toRectF())

    def _chosen(self) -> Action | None:
        return next((one for one in self._actions if one.id == self._current), None)

    def _shown(self) -> tuple[Action, ...]:
        """The actions, the one that is carried at the place of the pointer."""
        if self._held is None:
            return self._actions
        return tuple(replace(one, placement=self._held) if one.id == self._current else one for one in self._actions)

    def _centres(self) -> list[tuple[UUID, QPointF]]:
        found = self._words.centres(self._shown(), self.width(), self.height())
        return [(one, QPointF(x, self.height() - y)) for one, x, y in found]

    def _near(self, point: QPointF) -> UUID | None:
        near = [
            ((at - point).manhattanLength(), str(one), one)
            for one, at in self._centres()
            if max(abs(at.x() - point.x()), abs(at.y() - point.y())) <= _TARGET
        ]
        return min(near)[2] if near else None

    def _place_at(self, point: QPointF) -> Placement:
        return nearest_placement(
            *self._words.place_of(self._actions, self.width(), self.height(), point.x(), self.height() - point.y())
        )

    def _move(self, value: int, effort: int) -> None:
        chosen = self._chosen()
        if chosen is not None and self._is_writable():
            before = chosen.placement
            self.placed.emit(_FIRST_PLACE if before is None else before.moved(value, effort))

    def _choose_next(self, step: int) -> None:
        order = [one.id for one in self._actions]
        if order:
            at = order.index(self._current) + step if self._current in order else 0
            self.chosen.emit(order[max(0, min(len(order) - 1, at))])
