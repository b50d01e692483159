"""« Pourquoi ce montant? »: the steps of one figure, the one that decided tinted, then the rule and its source."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.funding_shown import Why, WhyStep
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit import paint
from app.ui.views.kit.discard import discard
from app.ui.views.kit.surfaces import Hairline, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens


class _StepLine(QWidget):
    """One bound: its name, its amount, its sentence."""

    def __init__(self, step: WhyStep) -> None:
        super().__init__()
        self._decided = step.decided
        tone = "warn" if step.decided else "text"
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 7)
        column.setSpacing(1)
        column.addLayout(_pair(Label(step.name, "small", tone, SEMIBOLD, wrap=True), step.amount, tone))
        if step.sentence:
            column.addWidget(Label(step.sentence, "caption", "text2", wrap=True))
        self.setAccessibleName(self.tr("{0} : {1}. {2}").format(step.name, step.amount, step.sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._decided:
            painter = QPainter(self)
            paint.start(painter)
            paint.box(painter, QRectF(self.rect()), tokens().radius.control, colours().warn_soft)


class WhyPanel(Scroll):
    """The explanation of one figure; made anew for each."""

    def __init__(self, name: str) -> None:
        super().__init__(name, (0, 0, 0, 0))
        self.body.setSpacing(4)
        self._why: Why | None = None
        self._content: QWidget | None = None
        self.show_why(None)

    def show_why(self, why: Why | None, *, headed: bool = False) -> None:
        """Show an explanation, or how to ask for one; `headed` when the question already stands above."""
        if self._content is not None:
            if why == self._why:
                return
            self.body.removeWidget(self._content)
            discard(self._content)
        self._why = why
        self._content = _Invitation() if why is None else _Explanation(why, headed=headed)
        self.body.addWidget(self._content, 1)
        self._content.show()
        self.setAccessibleName("" if why is None else self.tr("{0} : {1}").format(why.title, why.amount))


class _Invitation(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Pourquoi ce montant ?"), "body", weight=SEMIBOLD))
        words = self.tr("Choisissez un montant, puis « ? » ou Entrée : le calcul et la règle s’ouvrent ici.")
        column.addWidget(Label(words, "small", "text2", wrap=True))
        column.addStretch(1)


class _Explanation(QWidget):
    def __init__(self, why: Why, *, headed: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not headed:
            column.addWidget(Label(self.tr("Pourquoi ce montant ?"), "body", weight=SEMIBOLD))
            column.addSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(why.letter, "small", "accent", SEMIBOLD))
        head.addWidget(Label(why.title, "small", "text2", wrap=True), 1)
        head.addWidget(Label(why.amount, "title"))
        column.addLayout(head)
        column.addWidget(Hairline())
        for step in why.steps:
            column.addWidget(_StepLine(step))
        column.addWidget(Hairline())
        end = _pair(Label(why.conclusion, "small", "text", SEMIBOLD, wrap=True), why.amount, "text")
        end.setContentsMargins(10, 4, 10, 4)
        column.addLayout(end)
        column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(Label(self.tr("« {0} »").format(why.rule), "small", "text", wrap=True))
        for words in (why.source, why.pack):
            column.addWidget(Label(words, "caption", "text2", wrap=True))


def _pair(words: Label, amount: str, tone: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(words, 1)
    line.addWidget(Label(amount, "small", tone, SEMIBOLD))
    return line
