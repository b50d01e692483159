"""Small marks: state chips, rule chips, filters that can be taken off, key caps, the dashed tag."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.tokens import Colours
from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens

ChipKind = Literal["draft", "sealed", "deposited", "reopened", "away", "rule", "cap", "accent", "danger", "warn", "ok"]

CROSS_WIDTH = 36
"""Room at the right of a filter that is on, where a press takes it off."""

_ICONS = {
    "draft": "pencil-line",
    "sealed": "stamp",
    "deposited": "circle-check",
    "reopened": "rotate-ccw",
    "away": "user",
    "cap": "scissors",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "ok": "circle-check",
}
"""Icon each kind carries unless told otherwise; `rule` and `accent` carry none."""


def chip_colours(kind: str, c: Colours) -> tuple[str, str]:
    """Ground and ink of a chip."""
    return {
        "draft": (c.sunken, c.text2),
        "sealed": (c.warn_soft, c.warn),
        "deposited": (c.ok_soft, c.ok),
        "reopened": (c.accent_soft, c.accent_ink),
        "away": (c.sunken, c.text2),
        "rule": (c.sunken, c.text2),
        "cap": (c.warn_soft, c.warn),
        "accent": (c.accent_soft, c.accent_ink),
        "danger": (c.danger_soft, c.danger),
        "warn": (c.warn_soft, c.warn),
        "ok": (c.ok_soft, c.ok),
    }[kind]


def chip_width(text: str, kind: str) -> int:
    """Width of a chip in logical pixels, for the delegates that paint one."""
    small = kind in ("rule", "cap")
    face = fonts.font(tokens().type.cap if small else tokens().type.caption, fonts.SEMIBOLD if not small else 500)
    return paint.width_of(text, face) + (22 if kind in _ICONS else 0) + (11 if kind in _ICONS else 16)


def paint_chip(painter: QPainter, rect: QRectF, text: str, kind: str, ground: str | None = None) -> None:
    """Draw a chip in `rect` (22 px high, 20 for rules); `ground` replaces the tint where it would vanish."""
    fill, ink = chip_colours(kind, colours())
    small = kind in ("rule", "cap")
    face = fonts.font(tokens().type.cap if small else tokens().type.caption, fonts.MEDIUM if small else fonts.SEMIBOLD)
    paint.box(painter, rect, tokens().radius.chip, ground or fill)
    x = rect.left() + 8
    if kind in _ICONS:
        icons.paint_icon(painter, _ICONS[kind], rect.left() + 6, rect.top() + (rect.height() - 14) / 2, ink, 14)
        x = rect.left() + 25
    paint.words(painter, QRectF(x, rect.top(), rect.width(), rect.height() - 0.5), text, face, ink)


class Chip(QWidget):
    """A tint, an icon and a word; says a state or names a rule, and is never pressed."""

    def __init__(self, text: str, kind: ChipKind = "rule", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_chip(self, text: str, kind: ChipKind) -> None:
        """Show another word and kind."""
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon and word."""
        return QSize(chip_width(self._text, self._kind), 20 if self._kind in ("rule", "cap") else 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint.start(painter)
        paint_chip(painter, QRectF(self.rect()), self._text, self._kind)


class FilterChip(QPushButton):
    """A filter: a plain box with a chevron when off, tinted with a cross when on (`setChecked`); `clicked`."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setFont(fonts.font(tokens().type.small, fonts.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_cross = False
        ringed(self, tokens().radius.control)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme may have other sizes."""
        super().changeEvent(event)
        wanted = fonts.font(tokens().type.small, fonts.MEDIUM)
        if event.type() == QEvent.Type.StyleChange and wanted.pixelSize() != self.font().pixelSize():
            self.setFont(wanted)

    def pressed_on_cross(self) -> bool:
        """Whether the last press was on the cross of a filter that is on, or by the Delete key."""
        on_cross, self._on_cross = self._on_cross, False
        return on_cross

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it is pressed."""
        self._on_cross = self.isChecked() and event.position().x() >= self.width() - CROSS_WIDTH
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the filter off."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.isChecked():
            self._on_cross = True
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Words and their mark."""
        return QSize(paint.width_of(self.text(), self.font()) + 56, tokens().size.control)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the filter."""
        c, on = colours(), self.isChecked()
        painter = QPainter(self)
        paint.start(painter)
        ground = c.accent_soft if on else c.hover if self.underMouse() else c.surface
        paint.box(painter, QRectF(self.rect()), tokens().radius.control, ground, c.accent if on else c.border_strong)
        ink = c.accent_ink if on else c.text
        paint.words(painter, QRectF(16, 0, self.width(), self.height() - 1), self.text(), self.font(), ink)
        icons.paint_icon(painter, "x" if on else "chevron-down", self.width() - 30, (self.height() - 16) / 2, ink, 16)


class KeyCap(QWidget):
    """A key drawn on, or beside, the control it presses: « J », « 1–5 », « Ctrl K »."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Never narrower than it is high."""
        return QSize(cap_width(self._text), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint.start(painter)
        paint_cap(painter, QRectF(self.rect()), self._text)


def cap_width(text: str) -> int:
    """Width of a key cap in logical pixels."""
    return max(20, paint.width_of(text, fonts.font(tokens().type.cap, fonts.SEMIBOLD)) + 9)


def paint_cap(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw a key cap (20 px high)."""
    c = colours()
    paint.box(painter, rect, tokens().radius.chip, c.sunken, c.border_strong)
    face = fonts.font(tokens().type.cap, fonts.SEMIBOLD)
    paint.words(painter, rect.adjusted(0, 0, 0, -0.5), text, face, c.text2, paint.CENTRE)
