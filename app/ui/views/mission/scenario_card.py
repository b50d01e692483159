"""The card of one scenario: its phases typed in place, what is retained, the aid, and what the company pays."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.scheme import PhaseCode
from app.ui.presenters.funding import TITLE, FieldKey, FundingPresenter
from app.ui.presenters.funding_shown import Figure, PhaseShown, ScenarioShown
from app.ui.tokens import Theme
from app.ui.views.fonts import SEMIBOLD, font
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.fields import LineEdit
from app.ui.views.kit.surfaces import Card, Hairline, row
from app.ui.views.kit.texts import Label
from app.ui.views.look import repolish, tokens
from app.ui.views.mission.amount import Amount
from app.ui.views.mission.share_bar import ShareBar

_PADDING = 12
_CHIPS_HEIGHT = 22
_LINE_HEIGHT = 24
_BIN = 28


class _Bin(Button):
    """Small beside a title, and a whole target in the mode atelier."""

    def sizeHint(self) -> QSize:
        side = tokens().size.control if tokens().theme is Theme.ATELIER else _BIN
        return QSize(side, side)


class SmallEdit(LineEdit):
    """A field of a card, 26 px high; its sentence of refusal stands at the bottom of the phase."""

    def __init__(self, name: str, accessible: str, width: int) -> None:
        super().__init__(name, "0", accessible)
        self.setProperty("small", True)
        self.setFont(font(tokens().type.small, SEMIBOLD))
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by a key, the whole figure is taken, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def set_fault(self, sentence: str) -> None:
        """Draw the refusal, or take it back."""
        if bool(self.property("fault")) != bool(sentence):
            self.setProperty("fault", bool(sentence))
            repolish(self)
        self.setAccessibleDescription(sentence)


class ChipRow(QWidget):
    """The rules named under a figure, two at most; it keeps its height when there is none, so that cards align."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = (Chip(""), Chip(""))
        self.setFixedHeight(_CHIPS_HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 2)
        line.setSpacing(4)
        for chip in self._chips:
            line.addWidget(chip)
        line.addStretch(1)

    def set_figure(self, figure: Figure) -> None:
        """Show the rules of a figure."""
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(figure.chips))
            if place < len(figure.chips):
                chip.set_chip(figure.chips[place].text, figure.chips[place].tone)


class PhaseBlock(QWidget):
    """One phase of a scenario.

    Signals:
        asked: Why is wanted; the key of the figure.
    """

    asked = Signal(str)

    def __init__(self, presenter: FundingPresenter, scenario: ScenarioShown, phase: PhaseShown) -> None:
        super().__init__()
        self._presenter = presenter
        self._names = f"{scenario.letter}_{phase.code}"
        self._keys = {name: FieldKey(scenario.id, name, PhaseCode(phase.code)) for name in ("days", "cost")}
        spoken = self.tr("Scénario {0}, {1}").format(scenario.letter, phase.short_title)
        self.days = SmallEdit(f"days_{self._names}", self.tr("{0}, jours").format(spoken), 56)
        self.cost = SmallEdit(f"cost_{self._names}", self.tr("{0}, coût HT en euros").format(spoken), 92)
        self.retained = Amount(f"retained_{self._names}", prefix=_prefix(scenario.letter))
        self.grant = Amount(f"grant_{self._names}", prefix=_prefix(scenario.letter))
        self._retained_chips, self._grant_chips = ChipRow(), ChipRow()
        self._fault = Label("", "caption", "danger", wrap=True)
        self._fault.hide()
        self._lay_out(phase)
        for editor, name in ((self.days, "days"), (self.cost, "cost")):
            key = self._keys[name]
            editor.textEdited.connect(lambda text, key=key: presenter.type(key, text))
            editor.editingFinished.connect(lambda editor=editor, key=key: self._leave(editor, key))
        self.retained.asked.connect(self.asked)
        self.grant.asked.connect(self.asked)

    def _lay_out(self, phase: PhaseShown) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        title = Label(phase.short_title, "small", "text2", SEMIBOLD)
        title.setToolTip(phase.title)
        for place, (words, editor, unit) in enumerate(
            ((title, self.days, self.tr("j")), (Label(self.tr("Facturé"), "small", "text2"), self.cost, "€"))
        ):
            grid.addWidget(words, place, 0)
            grid.addWidget(editor, place, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Label(unit, "small", "text2", SEMIBOLD), place, 2)
        for place, (words_of, amount, chips) in enumerate(
            (
                (self.tr("Retenu"), self.retained, self._retained_chips),
                (self.tr("Aide"), self.grant, self._grant_chips),
            )
        ):
            line = 2 + 2 * place
            grid.addWidget(Label(words_of, "small", "text2"), line, 0)
            grid.addWidget(amount, line, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(chips, line + 1, 0, 1, 3)
        grid.addWidget(self._fault, 6, 0, 1, 3)

    def show_phase(self, phase: PhaseShown) -> None:
        """Show the figures of the phase; a field under the hand is left alone."""
        for name, editor in (("days", self.days), ("cost", self.cost)):
            if not editor.hasFocus():
                editor.set_value(self._presenter.text(self._keys[name]))
        self.retained.set_figure(phase.retained)
        self.grant.set_figure(phase.grant)
        self._retained_chips.set_figure(phase.retained)
        self._grant_chips.set_figure(phase.grant)
        self.tell()

    def _leave(self, editor: SmallEdit, key: FieldKey) -> None:
        self._presenter.flush()
        editor.set_value(self._presenter.text(key))

    def tell(self) -> None:
        """Show what the fields were refused."""
        faults = {name: self._presenter.error(key) for name, key in self._keys.items()}
        self.days.set_fault(faults["days"])
        self.cost.set_fault(faults["cost"])
        self._fault.setText(faults["days"] or faults["cost"])
        self._fault.setVisible(any(faults.values()))

    def set_writable(self, writable: bool) -> None:
        """Lock the fields of a sealed mission."""
        self.days.setEnabled(writable)
        self.cost.setEnabled(writable)


class ScenarioCard(Card):
    """One scenario.

    Signals:
        asked: Why is wanted; the key of the figure.
        chosen: « Retenir » was pressed.
        removed: The bin was pressed.
    """

    asked = Signal(str)
    chosen = Signal()
    removed = Signal()

    def __init__(self, presenter: FundingPresenter, shown: ScenarioShown, *, writable: bool) -> None:
        super().__init__(padding=_PADDING)
        self._presenter = presenter
        self.scenario_id = shown.id
        self._writable = writable
        self._title_key = FieldKey(shown.id, TITLE)
        self.setObjectName(f"scenario_{shown.letter}")
        self.setMinimumWidth(216)
        self._make_head(shown)
        self.blocks = {phase.code: PhaseBlock(presenter, shown, phase) for phase in shown.phases}
        self._make_foot(shown)
        self._lay_out()
        self.show_scenario(shown)

    def is_of(self, shown: ScenarioShown, writable: bool) -> bool:
        """Whether this card can show a scenario: its own, under the same letter and as free to change."""
        return (shown.id, f"scenario_{shown.letter}", writable) == (self.scenario_id, self.objectName(), self._writable)

    def _make_head(self, shown: ScenarioShown) -> None:
        letter = shown.letter
        self.title = LineEdit(f"title_{letter}", "", self.tr("Nom du scénario {0}").format(letter))
        self.title.setProperty("small", True)
        self.title.setFont(font(tokens().type.lead - 1, SEMIBOLD))
        self._summary = Label("", "caption", "text2")
        self._chip = Chip(self.tr("retenu"), "ok")
        self.choose = Button(
            self.tr("Retenir"), f"choose_{letter}", "link", accessible=self.tr("Retenir le scénario {0}").format(letter)
        )
        words = self.tr("Retirer le scénario {0}").format(letter)
        self.remove = _Bin("", f"remove_{letter}", "ghost", "trash-2", accessible=words)
        self._title_fault = Label("", "caption", "danger", wrap=True)
        self.title.textEdited.connect(lambda text: self._presenter.type(self._title_key, text))
        self.title.editingFinished.connect(self._presenter.flush)
        self.choose.clicked.connect(self.chosen)
        self.remove.clicked.connect(self.removed)
        self.title.setEnabled(self._writable)

    def _make_foot(self, shown: ScenarioShown) -> None:
        letter = shown.letter
        self.grant = Amount(f"aid_{letter}", "body", "accent", _prefix(letter))
        self.company = Amount(f"company_{letter}", "title", prefix=_prefix(letter))
        self._funders = Label("", "caption", "text2", wrap=True)
        self._bar = ShareBar()
        self._aided, self._paid = Label("", "caption", "accent"), Label("", "caption", "text2")
        self._payments = Label("", "caption", "text2", wrap=True)
        for asked in (self.grant.asked, self.company.asked, *(block.asked for block in self.blocks.values())):
            asked.connect(self.asked)

    def _lay_out(self) -> None:
        self.body.setSpacing(4)
        self.body.setContentsMargins(_PADDING, 10, _PADDING, 8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(self.objectName()[-1], "lead", "accent", SEMIBOLD))
        head.addWidget(self.title, 1)
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.remove.setVisible(self._writable)
        self.body.addWidget(self._title_fault)
        line = row(self._summary, 0, self._chip, self.choose, spacing=4)
        line.setFixedHeight(_LINE_HEIGHT)
        self.body.addWidget(line)
        self.body.addWidget(Hairline())
        for block in self.blocks.values():
            block.set_writable(self._writable)
            self.body.addWidget(block)
        self.body.addWidget(Hairline())
        self.body.addLayout(_line(Label(self.tr("Aide publique"), "body", "accent", SEMIBOLD), self.grant))
        self.body.addWidget(self._funders)
        self.body.addLayout(_line(Label(self.tr("L’entreprise paie"), "body", "text", SEMIBOLD), self.company))
        self.body.addWidget(self._bar)
        self.body.addLayout(_line(self._aided, self._paid))
        self.body.addWidget(self._payments)
        self.body.addStretch(1)

    def show_scenario(self, shown: ScenarioShown) -> None:
        """Show every figure as it now is."""
        if not self.title.hasFocus():
            self.title.set_value(self._presenter.text(self._title_key))
            self.title.setCursorPosition(0)
        self._summary.setText(shown.summary)
        self.set_selected(shown.chosen)
        self._chip.setVisible(shown.chosen)
        self.choose.setVisible(not shown.chosen and self._writable)
        for phase in shown.phases:
            self.blocks[phase.code].show_phase(phase)
        self.grant.set_figure(shown.grant)
        self.company.set_figure(shown.company)
        self._funders.setText(self._funders_words(shown))
        self._show_bar(shown)
        self._payments.setText(shown.payments)
        self._payments.setVisible(bool(shown.payments))
        self.tell()

    def tell(self) -> None:
        """Show what the fields were refused."""
        fault = self._presenter.error(self._title_key)
        self.title.setProperty("fault", bool(fault))
        repolish(self.title)
        self._title_fault.setText(fault)
        self._title_fault.setVisible(bool(fault))
        for block in self.blocks.values():
            block.tell()

    def _funders_words(self, shown: ScenarioShown) -> str:
        if shown.shares_known:
            return "\n".join(self.tr("{0} : {1}").format(one.name, one.amount) for one in shown.funders)
        names = self.tr(" et ").join(one.name for one in shown.funders)
        return self.tr("{0}, parts non précisées").format(names)

    def _show_bar(self, shown: ScenarioShown) -> None:
        percent = shown.aid_percent
        if percent is None:
            self._aided.setText("")
            self._paid.setText("")
            self._bar.set_percent(None, self.tr("Part de l’aide : non calculable"))
            return
        self._aided.setText(self.tr("{0} % aidés").format(percent))
        self._paid.setText(self.tr("{0} % entreprise").format(100 - percent))
        self._bar.set_percent(percent, self.tr("Part de l’aide : {0} %").format(percent))


def _prefix(letter: str) -> str:
    """What stands before the keys of the figures of a scenario."""
    return f"scenario.{letter}."


def _line(words: Label, figure: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(words)
    line.addStretch(1)
    line.addWidget(figure)
    return line
