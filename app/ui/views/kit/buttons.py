"""Buttons: primary (one a screen), plain, ghost, link, danger; each with icon, busy state and key cap.

`Button("Nouvelle mission", "new_mission", kind="primary", icon="plus")` — a QPushButton, so `clicked`, `setEnabled`,
`setText` and accessibility are Qt's own; only the painting is ours.
"""

from typing import Literal, Self

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.views import fonts, icons
from app.ui.views.kit import paint
from app.ui.views.kit.focus import ringed
from app.ui.views.look import colours, tokens

_GAP = 7  # between an icon and the words
_STEP = 16 + _GAP
LARGE = 60
"""Height of an enlarged button, in px."""

Kind = Literal["primary", "plain", "ghost", "link", "danger"]


class Button(QPushButton):
    """A button of the kit; `clicked` when pressed by mouse, Space or Enter."""

    _large = False

    def __init__(
        self,
        text: str,
        name: str,
        kind: Kind = "plain",
        icon: str = "",
        trailing: str = "",
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            text: A verb; may be empty for an icon alone (then `accessible` is needed).
            name: objectName.
            kind: primary, plain, ghost, link or danger.
            icon: Icon before the words.
            trailing: Icon after the words.
            accessible: Accessible name, the text by default.
            parent: Parent widget.
        """
        super().__init__(text, parent)
        self._kind: Kind = kind
        self._icon = icon
        self._trailing = trailing
        self._busy = False
        self.setObjectName(name)
        self.setAccessibleName(accessible or text)
        if not text:
            self.setToolTip(accessible)
        self.setFont(fonts.font(tokens().type.small, fonts.MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)
        ringed(self, tokens().radius.chip if kind == "link" else tokens().radius.control)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme may have other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            sizes = tokens().type
            wanted = fonts.font(sizes.lead if self._large else sizes.small, fonts.MEDIUM)
            if wanted.pixelSize() != self.font().pixelSize():
                self.setFont(wanted)

    def is_primary(self) -> bool:
        """Whether it is the one to press."""
        return self._kind == "primary"

    def set_primary(self, primary: bool) -> None:
        """Make it the one primary button of its screen, or a plain one: there is never a second."""
        self._kind = "primary" if primary else "plain"
        self.update()

    def enlarged(self) -> Self:
        """The same button, 60 px high with larger words: for a hand that does not know the program, or wears a glove."""
        self._large = True
        self.setFont(fonts.font(tokens().type.lead, fonts.MEDIUM))
        self.updateGeometry()
        return self

    def set_icon(self, icon: str) -> None:
        """Change the icon before the words; an empty name takes it away."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_busy(self, busy: bool) -> None:
        """While busy, a turning mark takes the place of the icon; width and focus are kept, presses are refused."""
        self._busy = busy
        self.update()

    def is_busy(self) -> bool:
        """Whether the work it started still runs."""
        return self._busy

    def sizeHint(self) -> QSize:
        """Words, icons and padding."""
        width = paint.width_of(self.text(), self.font()) if self.text() else 0
        for shown in (self._icon, self._trailing):
            if shown:
                width += 16 + (_GAP if self.text() else 0)
        if self._kind == "link":
            return QSize(width + 4, 24)
        iconed = bool(self._icon or self._trailing)
        padding = (30 if iconed else 32) if self.text() else 18
        if self._large:
            return QSize(max(width + padding + 16, LARGE), LARGE)
        return QSize(width + padding, tokens().size.control)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._busy:
                self.click()
        elif not (self._busy and event.key() == Qt.Key.Key_Space):
            super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        """The pointer presses nothing while busy."""
        return not self._busy and super().hitButton(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon and words."""
        painter = QPainter(self)
        paint.start(painter)
        fill, border, ink = self._colours()
        if fill or border:
            paint.box(painter, QRectF(self.rect()), tokens().radius.control, fill, border)
        left = self._icon if not self._busy else "loader-circle"
        parts = (_STEP if left else 0) + (_STEP if self._trailing else 0)
        if not self.text():
            parts = 16
        content = parts + (paint.width_of(self.text(), self.font()) if self.text() else 0)
        x = (self.width() - content) / 2
        middle = (self.height() - 16) / 2
        if left:
            icons.paint_icon(painter, left, x, middle, ink, 16)
            x += _STEP
        paint.words(painter, QRectF(x, 0, self.width(), self.height() - 1), self.text(), self.font(), ink)
        if self._trailing:
            icons.paint_icon(
                painter, self._trailing, x + content - parts + (_GAP if self.text() else 0), middle, ink, 16
            )
        if self._kind == "link" and self.underMouse() and self.isEnabled():
            y = self.height() / 2 + 8.5
            paint.line(painter, 2, y, self.width() - 2, y, ink)

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Ground, border and ink of the present state."""
        c = colours()
        hover, down = self.underMouse(), self.isDown()
        if not self.isEnabled() or self._busy:
            quiet = self._kind in ("ghost", "link")
            return (None, None, c.text3) if quiet else (c.sunken, c.border, c.text3)
        if self._kind == "primary":
            return (c.accent_hover if hover or down else c.accent), None, c.on_accent
        if self._kind == "link":
            return None, None, c.accent_ink if hover else c.accent
        ground = c.sunken if down else c.hover if hover else None
        if self._kind == "ghost":
            return ground, None, c.text2
        if self._kind == "danger":
            return (c.danger_soft if hover or down else c.surface), c.danger, c.danger
        return ground or c.surface, c.border_strong, c.text
