"""Eligibility beside the fields: each criterion with its glyph, its state in a word, its rule and its source."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.eligibility import CriterionState
from app.ui.presenters.company import CriterionLine, EligibilityShown
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.surfaces import Hairline, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.mission.figures_dialog import WhyButton

_LOOKS = {
    CriterionState.MET: ("circle-check", "ok"),
    CriterionState.NOT_MET: ("octagon-alert", "danger"),
    CriterionState.UNKNOWN: ("circle-question-mark", "warn"),
}


class _CriterionRow(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.why = WhyButton(name)
        self._icon = IconView("circle-question-mark", "warn", 16)
        self._word = Label("", "small", weight=SEMIBOLD)
        self._sentence = Label("", "small", "text2", wrap=True)
        self._source = Label("", "caption", "text3", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._word, 1)
        head.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._source)

    def show_line(self, line: CriterionLine) -> None:
        icon, tone = _LOOKS[line.state]
        self.why.set_figure(f"criterion.{line.id}", line.sentence)
        self._icon.set_icon(icon, tone)
        self._word.setText(line.word)
        self._word.set_tone(tone)
        self._sentence.setText(line.sentence)
        self._source.setText(line.source)
        self.setAccessibleName(f"{line.word} : {line.sentence}")


class EligibilityPanel(Scroll):
    """The panel; it moves as one types.

    Signals:
        application_asked: The summary of the application file is wanted.
        why_asked: The rule of a criterion is wanted; its key.
    """

    application_asked = Signal()
    why_asked = Signal(str)

    def __init__(self, scheme: str) -> None:
        super().__init__("eligibility", (0, 0, 8, 0))
        self.body.setSpacing(12)
        self._icon = IconView("circle-question-mark", "warn", 18)
        self._title = Label("", "body", weight=SEMIBOLD, wrap=True)
        self._size = Label("", "small", "text2", wrap=True)
        self._statement = Label("", "small", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        self.body.addWidget(Label(self.tr("Éligibilité"), "lead", weight=SEMIBOLD))
        self.body.addWidget(Label(scheme, "caption", "text3", wrap=True))
        self.body.addLayout(head)
        self.body.addWidget(self._size)
        self.body.addWidget(self._statement)
        paper = Button(self.tr("Dossier de demande"), "application_summary", "ghost", "printer")
        paper.clicked.connect(self.application_asked)
        self.body.addWidget(paper)
        self.body.addWidget(Hairline())
        self._rows: list[_CriterionRow] = []
        self.body.addStretch(1)

    def show_eligibility(self, shown: EligibilityShown) -> None:
        """Show the panel for what is typed now."""
        icon, tone = _LOOKS[shown.state]
        self._icon.set_icon(icon, tone)
        self._title.setText(shown.title)
        self._title.set_tone(tone)
        self._size.setText(shown.size)
        self._statement.setText(shown.de_minimis)
        while len(self._rows) < len(shown.lines):
            row = _CriterionRow(f"why_criterion_{len(self._rows)}")
            row.why.asked.connect(self.why_asked)
            self._rows.append(row)
            self.body.insertWidget(self.body.count() - 1, row)
        for row, line in zip(self._rows, shown.lines, strict=True):
            row.show_line(line)
