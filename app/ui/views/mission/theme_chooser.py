"""The list of themes under a field: Space takes or leaves one, Enter or Esc closes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.referential import Referential
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.look import colours, tokens

_CODE = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT, _EDGE = 440, 336, 8
_ROW, _BOX = 28, 18

Index = QModelIndex | QPersistentModelIndex


class ThemeChooser(QFrame):
    """Themes by lever, each with its box.

    Signals:
        chosen: A theme was taken or left; the codes taken, in the order of the referential.
        closed: The list was put away.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, referential: Referential, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.Box)
        self.list = _Boxes()
        self.list.setObjectName("themes_list")
        self.list.setAccessibleName(self.tr("Thèmes de l’action"))
        self.list.left.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        for lever in referential.levers:
            head = QListWidgetItem(f"{lever.code} · {lever.title}")
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(head)
            for theme in referential.themes_of(lever.code):
                item = QListWidgetItem(f"{theme.code}  {theme.title}")
                item.setData(_CODE, theme.code)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                item.setCheckState(Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.list.itemChanged.connect(lambda _item: self.chosen.emit(self.codes()))

    def codes(self) -> list[str]:
        """Codes taken."""
        return [str(item.data(_CODE)) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def open_under(self, widget: QWidget, codes: Sequence[str]) -> None:
        """Show the list under a field, with these themes taken."""
        self.list.blockSignals(True)
        for item in self._items():
            taken = item.data(_CODE) in codes
            item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        first = next((item for item in self._items() if item.data(_CODE) in codes), self._items()[0])
        self.resize(max(_WIDTH, widget.width()), _HEIGHT)
        place, room = widget.mapToGlobal(QPoint(0, widget.height() + 4)), widget.screen().availableGeometry()
        self.move(min(place.x(), room.right() - self.width() - _EDGE), min(place.y(), room.bottom() - self.height()))
        self.show()
        self.list.setCurrentItem(first)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the list was put away."""
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its border."""
        painter = QPainter(self)
        paint.start(painter)
        paint.box(painter, QRectF(self.rect()), 0, colours().surface, colours().border_strong)

    def _items(self) -> list[QListWidgetItem]:
        items = [self.list.item(place) for place in range(self.list.count())]
        return [item for item in items if item.data(_CODE)]


class _Boxes(QListWidget):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_BoxDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _BoxDelegate(QStyledItemDelegate):
    """Draws a theme with its box, in the look of the kit, and the name of a lever above its themes."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, rect = colours(), QRectF(option.rect)
        painter.save()
        paint.start(painter)
        words = str(index.data())
        if not index.data(_CODE):
            face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
            paint.words(painter, rect.adjusted(12, 0, -8, 0), words, face, c.text2)
            painter.restore()
            return
        view = self.parent()
        current = isinstance(view, QListWidget) and view.currentRow() == index.row()
        if current:
            painter.fillRect(rect, c.accent_soft)
        taken = index.data(Qt.ItemDataRole.CheckStateRole) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        box = QRectF(rect.left() + 14, rect.center().y() - _BOX / 2, _BOX, _BOX)
        border = c.accent if taken else c.border_strong
        paint.box(painter, box, tokens().radius.chip, c.accent if taken else c.surface, border)
        if taken:
            icons.paint_icon(painter, "check", box.left() + 2, box.top() + 2, c.on_accent, 14)
        face = fonts.font(tokens().type.small, fonts.SEMIBOLD if taken else fonts.REGULAR)
        paint.words(painter, rect.adjusted(42, 0, -8, 0), words, face, c.accent_ink if current else c.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face = fonts.font(tokens().type.small, fonts.SEMIBOLD)
        return QSize(paint.width_of(str(index.data()), face) + 60, _ROW)
