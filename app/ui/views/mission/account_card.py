"""« Réellement facturé »: the account of the invoices under the scenarios, every amount opening its rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.presenters.account import AccountShown
from app.ui.presenters.funding_shown import Figure
from app.ui.views.fonts import MEDIUM, SEMIBOLD
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.discard import discard
from app.ui.views.kit.surfaces import Card, Hairline, row
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.mission.amount import Amount


class AccountCard(Card):
    """The account; made anew each time that it changes.

    Signals:
        asked: Why is wanted; the key of the figure.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(14)
        self.setObjectName("account")
        self.body.setSpacing(6)
        self.body.addWidget(SectionTitle(self.tr("Réellement facturé"), self.tr("factures et jours du décompte")))
        self._shown: AccountShown | None = None
        self._content: QWidget | None = None

    def show_account(self, shown: AccountShown) -> None:
        """Show the account as it now is; nothing moves when it is the same."""
        if shown == self._shown:
            return
        self._shown = shown
        if self._content is not None:
            self.body.removeWidget(self._content)
            discard(self._content)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if shown.empty:
            column.addWidget(Label(shown.empty, "small", "text2", wrap=True))
        else:
            self._fill(column, shown)
        self.body.addWidget(self._content)
        self._content.show()

    def _fill(self, column: QVBoxLayout, shown: AccountShown) -> None:
        invoices = _grid()
        for place, one in enumerate(shown.invoices):
            invoices.addWidget(Label(one.title, "small"), place, 0)
            invoices.addWidget(Chip(one.state, one.tone), place, 1, Qt.AlignmentFlag.AlignLeft)
            invoices.addWidget(self._amount(one.amount), place, 2, Qt.AlignmentFlag.AlignRight)
        column.addLayout(invoices)
        for phase in shown.phases:
            column.addWidget(Hairline())
            column.addWidget(Label(phase.title, "small", "text2", SEMIBOLD))
            grid = _grid()
            named = ((self.tr("Retenu"), phase.retained), (self.tr("Aide"), phase.grant), *phase.payments)
            for place, (name, figure) in enumerate(named):
                self._line(grid, place, name, figure)
            column.addLayout(grid)
        column.addWidget(Hairline())
        totals = _grid()
        for place, (name, figure) in enumerate(shown.totals):
            self._line(totals, place, name, figure, strong=True)
        column.addLayout(totals)
        if shown.gap:
            column.addWidget(Label(shown.gap, "caption", "text2", wrap=True))

    def _line(self, grid: QGridLayout, place: int, name: str, figure: Figure, *, strong: bool = False) -> None:
        grid.addWidget(Label(name, "small", "text" if strong else "text2", SEMIBOLD if strong else MEDIUM), place, 0)
        chips = row(*(Chip(chip.text, chip.tone) for chip in figure.chips), 0, spacing=4)
        grid.addWidget(chips, place, 1)
        grid.addWidget(self._amount(figure), place, 2, Qt.AlignmentFlag.AlignRight)

    def _amount(self, figure: Figure) -> Amount:
        amount = Amount(figure.key.replace(".", "_"))
        amount.set_figure(figure)
        amount.asked.connect(self.asked)
        return amount


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    return grid
