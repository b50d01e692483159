"""The calculator of an aid as a card: its fields, the amount at once, and « Pourquoi » with the rule of each figure."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.aid_browser import AidBrowser
from app.ui.presenters.aid_calculator import AidCalculator, AidShown, CalculatorField, ResultLine
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.discard import discard
from app.ui.views.kit.fields import DateEdit, Field, LineEdit
from app.ui.views.kit.surfaces import Card, Hairline
from app.ui.views.kit.texts import Label

COLUMNS = 2


class AidCalculatorCard(Card):
    """A calculator, opened with what is known already."""

    def __init__(self, browser: AidBrowser, pack: str, known: Mapping[str, str]) -> None:
        super().__init__(padding=14)
        self.setObjectName("aid_calculator")
        measure = browser.library.aid(pack)
        self.presenter = AidCalculator(measure, (browser.word, browser.sentence), browser.day, known, self)
        self.use = Button(self.tr("Citer avec ce montant"), "aid_cite_amount", icon="plus")
        self.use.hide()
        self._offered = False
        self.amount = Label("", "title", "accent_ink", wrap=True)
        self._validity = Label("", "small", "text2", wrap=True)
        self._content: QWidget | None = None
        self._lay_out()
        self.presenter.answered.connect(self._answer)
        self._answer()

    def offer(self, writable: bool, asked: SignalInstance) -> None:
        """Let the action cite the aid with the amount computed."""
        self._offered = writable
        self.use.clicked.connect(lambda: asked.emit(self.presenter.shown.amount if self.presenter.shown else None))
        self._answer()

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.tr("Calculer"), "lead", weight=SEMIBOLD))
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        for place, one in enumerate(self.presenter.fields):
            column = place % COLUMNS
            grid.addWidget(self._field(one), place // COLUMNS, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self.body.addWidget(host)
        self.body.addWidget(Hairline())
        line = QHBoxLayout()
        line.addWidget(self.amount, 1)
        line.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addWidget(self._validity)

    def _field(self, one: CalculatorField) -> Field:
        name, text = f"calc_{one.key}", self.presenter.text(one.key)
        if one.options:
            choice = Choice(one.options, name, one.label)
            choice.set_current(text)
            choice.chosen.connect(lambda value: self.presenter.type(one.key, value))
            choice.setMinimumWidth(120)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            return Field(one.label, choice)
        editor = DateEdit(name, one.label) if one.is_day else LineEdit(name, "", one.label)
        editor.set_value(text)
        editor.textEdited.connect(lambda typed: self.presenter.type(one.key, typed))
        return Field(one.label, editor)

    def _answer(self) -> None:
        shown = self.presenter.shown
        self.amount.setText(shown.headline if shown else "")
        self.amount.setVisible(shown is not None)
        self._validity.setText(shown.validity if shown else self.presenter.refusal)
        self.use.setVisible(self._offered and shown is not None and shown.amount is not None)
        if self._content is not None:
            self.body.removeWidget(self._content)
            discard(self._content)
            self._content = None
        if shown is not None:
            self._content = self._why(shown)
            self.body.addWidget(self._content)

    def _why(self, shown: AidShown) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Pourquoi"), "body", weight=SEMIBOLD))
        for one in (*shown.lines, *shown.conditions):
            column.addWidget(_line(one))
        column.addWidget(Label(shown.source, "caption", "text3", wrap=True))
        return host


def _line(one: ResultLine) -> QWidget:
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = QHBoxLayout()
    head.addWidget(Label(one.name, "small", "text", SEMIBOLD, wrap=True), 1)
    head.addWidget(Label(one.value, "small", "text", SEMIBOLD))
    column.addLayout(head)
    column.addWidget(Label(one.sentence, "small", "text2", wrap=True))
    column.addWidget(Label(one.source, "caption", "text3", wrap=True))
    host.setAccessibleName(f"{one.name} : {one.value}. {one.sentence}")
    return host
