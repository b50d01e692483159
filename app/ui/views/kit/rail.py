"""The rail: pages of a mission or views of the list, each with an icon, a word and one mark at the right.

`Rail(items, "rail", "Pages de la mission")`; a press, Enter or an arrow emits `chosen(key)`; `set_current(key)` shows it.
Marks: `Mark.check()`, `Mark.ring(40)`, `Mark.words("18/29")`, `Mark.warn(1)`, `Mark.error(2)`, or None.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.progress import paint_ring
from app.ui.views.kit.surfaces import reveal
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens


class Mark(NamedTuple):
    """The one mark at the right of a rail item; made by its class methods."""

    kind: Literal["check", "ring", "words", "warn", "error"]
    text: str = ""
    percent: int = 0

    @classmethod
    def check(cls) -> "Mark":
        """Complete."""
        return cls("check", QCoreApplication.translate("Mark", "complet"))

    @classmethod
    def ring(cls, percent: int) -> "Mark":
        """Partly done, `percent` from 0 to 100."""
        return cls("ring", QCoreApplication.translate("Mark", "{0} %").format(percent), percent)

    @classmethod
    def words(cls, text: str) -> "Mark":
        """A count, as « 18/29 » or « 14 »."""
        return cls("words", text)

    @classmethod
    def warn(cls, count: int) -> "Mark":
        """Warnings."""
        return cls("warn", str(count))

    @classmethod
    def error(cls, count: int) -> "Mark":
        """What blocks."""
        return cls("error", str(count))

    def spoken(self) -> str:
        """Words of the mark for a screen reader."""
        if self.kind == "warn":
            return QCoreApplication.translate("Mark", "{0} à revoir").format(self.text)
        if self.kind == "error":
            return QCoreApplication.translate("Mark", "{0} à corriger").format(self.text)
        return self.text


class RailEntry(NamedTuple):
    """One line of the rail: `key` is what `chosen` tells, `icon` a file of `resources/icons`."""

    key: str
    text: str
    icon: str


class RailItem(QPushButton):
    """One line of the rail, 38 px."""

    def __init__(self, entry: RailEntry, name: str, parent: QWidget | None = None) -> None:
        super().__init__(entry.text, parent)
        self.key = entry.key
        self.icon_name = entry.icon
        self._mark: Mark | None = None
        self.setObjectName(name)
        self.setAccessibleName(entry.text)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, tokens().radius.control)

    def set_mark(self, mark: Mark | None) -> None:
        """Show another mark, or none."""
        if mark == self._mark:
            return
        self._mark = mark
        self.setAccessibleDescription(mark.spoken() if mark else "")
        self.update()

    def nextCheckState(self) -> None:
        """A press asks; only the rail selects."""

    def sizeHint(self) -> QSize:
        """Icon, word and mark."""
        face = fonts.font(tokens().type.body, fonts.SEMIBOLD)
        return QSize(40 + paint.width_of(self.text(), face) + 44, tokens().size.rail_item)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar, icon, word and mark."""
        painter = QPainter(self)
        paint.start(painter)
        c, chosen, height = colours(), self.isChecked(), self.height()
        if chosen or self.underMouse():
            ground = c.accent_soft if chosen else c.hover
            paint.box(painter, QRectF(self.rect()), tokens().radius.control, ground)
        if chosen:
            paint.box(painter, QRectF(0, (height - 16) / 2, 3, 16), 1.5, c.accent)
        ink = c.accent_ink if chosen else c.text if self.isEnabled() else c.text3
        icons.paint_icon(painter, self.icon_name, 12, (height - 18) / 2, ink if chosen else c.text2, 18)
        face = fonts.font(tokens().type.body, fonts.SEMIBOLD if chosen else fonts.MEDIUM)
        paint.words(painter, QRectF(40, 0, self.width(), height - 1), self.text(), face, ink)
        if self._mark is not None:
            self._paint_mark(painter, self._mark)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        c = colours()
        right, middle = self.width() - 10.0, self.height() / 2
        if mark.kind == "check":
            icons.paint_icon(painter, "check", right - 17, middle - 8.5, c.ok, 17)
        elif mark.kind == "ring":
            paint_ring(painter, QRectF(right - 16, middle - 8, 16, 16), mark.percent / 100, 2.5)
        else:
            ink = {"warn": c.warn, "error": c.danger}.get(mark.kind, c.text3)
            face = fonts.font(tokens().type.caption, fonts.SEMIBOLD)
            paint.words(painter, QRectF(0, 0, right, self.height() - 1), mark.text, face, ink, paint.RIGHT)
            if mark.kind != "words":
                glyph = "triangle-alert" if mark.kind == "warn" else "circle-alert"
                width = paint.width_of(mark.text, face)
                icons.paint_icon(painter, glyph, right - width - 19, middle - 7, ink, 14)


class Rail(QWidget):
    """A column of rail items.

    Signals:
        chosen: The user asked for an item; its key. Up and down move the focus, Enter or Space chooses.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], name: str, accessible: str, parent: QWidget | None = None) -> None:
        """Make the rail.

        Args:
            entries: Its lines, in order; `add` appends others.
            name: objectName; items take `{name}_{key}`.
            accessible: What the column holds.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(2)
        self.items: dict[str, RailItem] = {}
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Replace every line."""
        while (child := self._column.takeAt(0)) is not None:
            widget = child.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.items = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: RailEntry) -> None:
        """Append a line."""
        item = RailItem(entry, f"{self.objectName()}_{entry.key}")
        item.clicked.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
        self.items[entry.key] = item
        self._column.addWidget(item)

    def add_title(self, text: str) -> None:
        """Append a quiet title, as « Vues enregistrées »."""
        title = Label(text, "caption", "text3", fonts.SEMIBOLD)
        title.setContentsMargins(12, 10, 0, 6)
        self._column.addWidget(title)

    def set_current(self, key: str | None) -> None:
        """Show a line as the current one, or none."""
        for known, item in self.items.items():
            item.setChecked(known == key)

    def set_mark(self, key: str, mark: Mark | None) -> None:
        """Show the mark of a line.

        Raises:
            KeyError: No line has this key.
        """
        self.items[key].set_mark(mark)

    def focus_current(self) -> None:
        """Give the focus to the current line, or to the first."""
        items = list(self.items.values())
        target = next((item for item in items if item.isChecked()), items[0] if items else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            reveal(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the focus; Enter chooses."""
        items = list(self.items.values())
        focused = [rank for rank, item in enumerate(items) if item.hasFocus()]
        key = Qt.Key(event.key())
        if focused and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            items[focused[0]].click()
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        target = items[(focused[0] + step) % len(items)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(target)
