"""Words: labels in the sizes and tones of the tokens, section titles, key caps' neighbours."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.views.fonts import MEDIUM, REGULAR, SEMIBOLD, font
from app.ui.views.look import repolish, tokens

ROLES = {
    "cap": REGULAR,
    "caption": REGULAR,
    "small": REGULAR,
    "body": REGULAR,
    "lead": REGULAR,
    "title": SEMIBOLD,
    "display": SEMIBOLD,
    "figure": SEMIBOLD,
}
"""Type roles of `tokens().type`, and the weight each takes unless told otherwise."""


class Label(QLabel):
    """Words in one role and one tone."""

    _role, _pixels = "body", 0

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        weight: int | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            text: Plain text (never read as HTML).
            role: A key of `ROLES`.
            tone: One of `sheet.TONES`.
            weight: 400, 500, 600 or 700; that of the role by default.
            wrap: Wrap on several lines; the label then asks for the height its width needs.
            parent: Parent widget.
        """
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role, self._weight = role, ROLES[role] if weight is None else weight
        self._pixels = getattr(tokens().type, role)
        self.setFont(font(self._pixels, self._weight))
        self.setProperty("tone", tone)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Wrapped words ask for one line: the layout gives what their real width needs, not what Qt guesses without it."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme may have other sizes; words given a size of their own keep it."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.StyleChange or not self._pixels:
            return
        wanted = getattr(tokens().type, self._role)
        if wanted != self._pixels:
            was, self._pixels = self._pixels, wanted
            if self.font().pixelSize() == was:
                self.setFont(font(wanted, self._weight))

    def set_tone(self, tone: str) -> None:
        """Change the colour; one of `sheet.TONES`."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class SectionTitle(QWidget):
    """A title 16/600 with a quiet word beside it, as « Registre des jours » is."""

    def __init__(self, title: str, note: str = "", role: str = "lead", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = Label(title, role, weight=SEMIBOLD)
        self.note = Label(note, "lead" if role == "display" else "small", "text2" if role == "display" else "text3")
        self.note.setContentsMargins(0, _drop(self.title.font(), self.note.font()), 0, 0)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addStretch(1)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the quiet words."""
        self.note.setText(note)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end of the line."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)


def _drop(tall: QFont, small: QFont) -> int:
    """Top margin that puts the words of a centred small label on the baseline of a tall one."""
    upper, lower = QFontMetrics(tall), QFontMetrics(small)
    return max(0, (upper.ascent() - upper.descent()) - (lower.ascent() - lower.descent()))


class FieldLabel(Label):
    """Label above an editor, 13/500."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "small", "text", MEDIUM, parent=parent)
