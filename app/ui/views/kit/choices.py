"""Choices among many: drop-down list, and a check box."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyledItemDelegate, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens


class Choice(QComboBox):
    """A drop-down list of (key, words).

    Signals:
        chosen: The user chose; the key.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str, accessible: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the list; a `Field` gives it its label as accessible name when `accessible` is empty."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_options(options)
        self.activated.connect(lambda rank: self.chosen.emit(self.itemData(rank)))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replace every option."""
        self.clear()
        for key, words in options:
            self.addItem(words, key)

    def current(self) -> str:
        """Key of the option shown, or an empty string."""
        return str(self.currentData() or "")

    def set_current(self, key: str) -> None:
        """Show an option without saying so; an unknown key shows none."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its chevron."""
        super().paintEvent(event)
        ink = colours().text2 if self.isEnabled() else colours().text3
        icons.paint_icon(QPainter(self), "chevron-down", self.width() - 27, (self.height() - 16) / 2, ink, 16)


class Check(QCheckBox):
    """A check box with its words; Qt's `toggled`, and `clicked` for what the user does."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFont(fonts.font(tokens().type.body))
        ringed(self, tokens().radius.chip)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme may have other sizes."""
        super().changeEvent(event)
        wanted = fonts.font(tokens().type.body)
        if event.type() == QEvent.Type.StyleChange and wanted.pixelSize() != self.font().pixelSize():
            self.setFont(wanted)

    def sizeHint(self) -> QSize:
        """Box and words."""
        return QSize(28 + paint.width_of(self.text(), self.font()), 24)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole line can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, check and words."""
        c = colours()
        painter = QPainter(self)
        paint.start(painter)
        top = (self.height() - 18) / 2
        on = self.isChecked()
        ground = c.sunken if not self.isEnabled() else c.accent if on else c.hover if self.underMouse() else c.surface
        paint.box(painter, QRectF(0, top, 18, 18), tokens().radius.chip, ground, c.accent if on else c.border_strong)
        if on:
            icons.paint_icon(painter, "check", 2, top + 2, c.on_accent if self.isEnabled() else c.text3, 14)
        ink = c.text if self.isEnabled() else c.text3
        paint.words(painter, QRectF(28, 0, self.width(), self.height() - 1), self.text(), self.font(), ink)
