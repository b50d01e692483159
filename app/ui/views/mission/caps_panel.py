"""Caps of the scheme beside the days: bar, value against limit, one sentence each; the deadline and the 5-day boundary."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.caps import CapLine, CapsShown
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.progress import ThinBar
from app.ui.views.kit.surfaces import Card, Hairline, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.mission.figures_dialog import WhyButton

_ICONS = {"ok": "check", "warn": "triangle-alert", "danger": "octagon-alert"}


class _CapRow(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.why = WhyButton(name)
        self._title = Label("", "small", weight=SEMIBOLD, wrap=True)
        self._value = Label("", "body", weight=SEMIBOLD)
        self._limit = Label("", "small", "text2")
        self._bar = ThinBar("", 8)
        self._icon = IconView("check", "ok", 14)
        self._sentence = Label("", "small", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._value)
        head.addWidget(self._limit)
        head.addWidget(self.why)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._icon)
        foot.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def show_line(self, line: CapLine) -> None:
        self.why.set_figure(line.key, line.title)
        self._title.setText(line.title)
        self._value.setText(line.value)
        self._limit.setText(f"/ {line.limit}" if line.limit else "")
        self._bar.setVisible(line.bound > 0)
        if line.bound > 0:
            self._bar.set_values(min(line.reached, line.bound), line.bound, line.tick, line.tone)
        icon = _ICONS.get(line.tone, "")
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.set_icon(icon, line.tone)
        self._sentence.setText(line.sentence)
        self._sentence.set_tone(line.tone if icon else "text2")
        self.setAccessibleName(f"{line.title} : {line.value} / {line.limit or '—'}. {line.sentence}")


class CapsPanel(Scroll):
    """The panel; it is computed again at each entry.

    Signals:
        why_asked: The rule of a cap is wanted; its key.
    """

    why_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("caps", (0, 0, 6, 0))
        self.body.setSpacing(9)
        self._scheme = Label("", "caption", "text3", wrap=True)
        self._rows: list[_CapRow] = []
        self._deadline = Label("", "small", wrap=True)
        self._left = Label("", "small", weight=SEMIBOLD)
        self._boundary = Label("", "small", "text2", wrap=True)
        self._deadline_line = QWidget()
        line = QHBoxLayout(self._deadline_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconView("calendar-x", "text2", 16))
        line.addWidget(self._deadline, 1)
        line.addWidget(self._left)
        self._why_deadline = WhyButton("why_cap_deadline")
        self._why_deadline.asked.connect(self.why_asked)
        line.addWidget(self._why_deadline)
        card = Card(12, "sunken")
        card.body.setSpacing(4)
        card.body.addWidget(Label(self.tr("Diagnostic ou accompagnement"), "small", weight=SEMIBOLD))
        card.body.addWidget(self._boundary)
        self.body.addWidget(Label(self.tr("Plafonds du dispositif"), "body", weight=SEMIBOLD))
        self.body.addWidget(self._scheme)
        self._place = self.body.count()
        self.body.addWidget(Hairline())
        self.body.addWidget(self._deadline_line)
        self.body.addStretch(1)
        self.body.addWidget(card)

    def show_caps(self, shown: CapsShown) -> None:
        """Show the caps as they are now."""
        self._scheme.setText(shown.scheme)
        while len(self._rows) < len(shown.lines):
            row = _CapRow(f"why_cap_{len(self._rows)}")
            row.why.asked.connect(self.why_asked)
            self.body.insertWidget(self._place + len(self._rows), row)
            self._rows.append(row)
        for row, line in zip(self._rows, shown.lines, strict=True):
            row.show_line(line)
        self._deadline_line.setVisible(bool(shown.deadline))
        self._deadline.setText(shown.deadline)
        self._why_deadline.set_figure("cap.deadline" if shown.deadline else "", shown.deadline)
        self._left.setText(shown.left)
        self._left.set_tone("danger" if shown.overdue else "text")
        self._boundary.setText(shown.boundary)
