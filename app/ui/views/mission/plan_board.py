"""The plan as cards in columns: by state, where cards move by drag or by Alt and the arrows, or by lever."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.presenters.plan_groups import PlanGroup
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens

Index = QModelIndex | QPersistentModelIndex
_ID, _META = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_PADDING, _GAP, _LEAST_COLUMN = 10, 6, 150


@dataclass(frozen=True, slots=True)
class _Move:
    """A card on its way to another column."""

    action: UUID
    column: str


class PlanBoard(Scroll):
    """Columns of cards.

    Signals:
        chosen: Another card is current; its UUID.
        entered: Enter, or a second press, on the current card.
        moved: A card goes to another column; its UUID and the key of the column.
    """

    chosen = Signal(object)
    entered = Signal()
    moved = Signal(object, str)

    def __init__(self, name: str, groups: Sequence[PlanGroup], *, moves: bool) -> None:
        """Make empty columns.

        Args:
            name: objectName.
            groups: Columns in order.
            moves: Whether cards go from one column to another.
        """
        super().__init__(name, (0, 0, 0, 0))
        self._moves = moves
        self._columns: list[_Column] = []
        self._heads: list[Label] = []
        host = QWidget()
        line = QHBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for group in groups:
            line.addWidget(self._column(group), 1)
        self.body.addWidget(host, 1)

    def show_groups(self, groups: Sequence[PlanGroup], current: UUID | None) -> None:
        """Show the cards of each column, one of them current."""
        for column, head, group in zip(self._columns, self._heads, groups, strict=True):
            head.setText(f"{group.title} · {len(group.cards)}")
            column.show_cards(group, current)

    def focus_card(self) -> None:
        """Give the focus to the current card, or to the first one."""
        full = [one for one in self._columns if one.count()]
        chosen = next((one for one in full if one.currentRow() >= 0), full[0] if full else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, group: PlanGroup) -> QWidget:
        place = len(self._columns)
        column = _Column(group, moves=self._moves)
        column.currentItemChanged.connect(lambda item, _old: self._choose(column, item))
        column.itemActivated.connect(lambda _item: self.entered.emit())
        column.dropped.connect(self.moved)
        column.sideways.connect(lambda step, carry: self._sideways(place, step, carry=carry))
        head = Label(group.title, "small", "text2", weight=fonts.SEMIBOLD, wrap=True)
        host = QWidget()
        host.setMinimumWidth(_LEAST_COLUMN)
        body = QVBoxLayout(host)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(head)
        body.addWidget(column, 1)
        self._columns.append(column)
        self._heads.append(head)
        return host

    def _choose(self, column: "_Column", item: QListWidgetItem | None) -> None:
        if item is not None and column.hasFocus():
            self.chosen.emit(item.data(_ID))

    def _sideways(self, place: int, step: int, *, carry: bool) -> None:
        column, target = self._columns[place], place + step
        if not 0 <= target < len(self._columns):
            return
        item = column.currentItem()
        if carry and self._moves and item is not None:
            self.moved.emit(item.data(_ID), self._columns[target].key)
            self._columns[target].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not carry:
            full = [one for one in self._columns[target::step] if one.count()]
            if full:
                full[0].setFocus(Qt.FocusReason.OtherFocusReason)
                full[0].setCurrentRow(max(0, min(column.currentRow(), full[0].count() - 1)))


class _Column(QListWidget):
    """Cards of one column."""

    dropped = Signal(object, str)
    sideways = Signal(int, bool)

    def __init__(self, group: PlanGroup, *, moves: bool) -> None:
        super().__init__()
        self.key = group.key
        self.setObjectName(f"plan_column_{group.key}")
        self.setAccessibleName(group.title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_CardDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        if moves:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def show_cards(self, group: PlanGroup, current: UUID | None) -> None:
        """Show its cards."""
        self.blockSignals(True)
        self.clear()
        for card in group.cards:
            item = QListWidgetItem(card.title)
            item.setData(_ID, card.id)
            item.setData(_META, card.meta)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{card.title}, {card.meta}")
            self.addItem(item)
            if card.id == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards wrap anew at another width."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow belong to the card chosen, before any other use that the window has for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and Qt.Key(event.key()) in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbouring column, with Alt they take the card along; Enter opens it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.sideways.emit(step, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A card of another column comes here; the plan itself moves it."""
        source = event.source()
        item = source.currentItem() if isinstance(source, _Column) else None
        if item is not None and source is not self:
            move = _Move(item.data(_ID), self.key)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(move.action, move.column)
        else:
            event.ignore()


class _CardDelegate(QStyledItemDelegate):
    """Paints one card: number and title, then who and when."""

    def __init__(self, column: _Column) -> None:
        super().__init__(column)
        self._column = column

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        c, t = colours(), tokens()
        paint.start(painter)
        chosen = index.row() == self._column.currentRow()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1 - _GAP)
        focused = chosen and self._column.hasFocus()
        border = c.focus if focused else c.accent if chosen else c.border
        paint.box(painter, area, t.radius.control, c.accent_soft if chosen else c.surface, border, 2 if chosen else 1)
        title, meta, width = self._words(index)
        high = paint.wrapped_height(title, self._title_face(), width)
        inner = area.adjusted(_PADDING, _PADDING - 2, -_PADDING, 0)
        paint.wrapped(painter, QRectF(inner.x(), inner.y(), width, high), title, self._title_face(), c.text)
        low = paint.wrapped_height(meta, self._meta_face(), width)
        paint.wrapped(painter, QRectF(inner.x(), inner.y() + high + 2, width, low), meta, self._meta_face(), c.text2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line of the card, never under the height of a target."""
        title, meta, width = self._words(index)
        high = paint.wrapped_height(title, self._title_face(), width)
        high += paint.wrapped_height(meta, self._meta_face(), width) + 2 * _PADDING
        return QSize(width, max(48, high) + _GAP)

    def _words(self, index: Index) -> tuple[str, str, int]:
        width = max(60, self._column.viewport().width() - 2 * _PADDING - 4)
        return str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(_META)), width

    def _title_face(self) -> QFont:
        return fonts.font(tokens().type.small, fonts.SEMIBOLD)

    def _meta_face(self) -> QFont:
        return fonts.font(tokens().type.caption)
