"""« Reçu de la Région »: ask the server or take a file, the mission orders that stand, each opened once."""

from pathlib import Path

from PySide6.QtGui import QShowEvent

from app.ui.cells import TextCell
from app.ui.presenters.receiving import OrderShown, ReceivingPresenter
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.file_choice import choose_file
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle

WIDTHS = (220, 104, 152, 200, 152)


class ReceivingCard(Card):
    """The card."""

    def __init__(self, presenter: ReceivingPresenter) -> None:
        super().__init__(16)
        self._presenter = presenter
        self.setObjectName("receiving_card")
        self.ask = Button(self.tr("Recevoir"), "receiving_ask", "primary", icon="download")
        self.file = Button(self.tr("Depuis un fichier"), "receiving_file")
        self.standing = Label("", "small", "text2", wrap=True)
        self.refusal = Banner("danger", "", "receiving_refusal")
        headers = [
            self.tr("Entreprise"),
            self.tr("Décidée le"),
            self.tr("Dossier"),
            self.tr("Dispositif"),
            self.tr("Mission"),
        ]
        self.model = CellRowsModel(headers, parent=self)
        self.table = Table("receiving_orders", self.tr("Ordres de mission"), row="ledger")
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=0)
        self.open = Button(self.tr("Ouvrir la mission"), "receiving_open", "primary")
        self.body.addWidget(row(SectionTitle(self.tr("Reçu de la Région")), 0, self.file, self.ask))
        for widget in (self.standing, self.refusal, self.table, row(0, self.open)):
            self.body.addWidget(widget)
        self.refusal.hide()
        self._connect()

    def _connect(self) -> None:
        presenter = self._presenter
        self.ask.clicked.connect(presenter.ask)
        self.file.clicked.connect(self._choose)
        self.open.clicked.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        presenter.listed.connect(self._list)
        presenter.refused.connect(self._refuse)
        presenter.busy.connect(self.ask.set_busy)

    def showEvent(self, event: QShowEvent) -> None:
        """The laptop may have been enrolled since."""
        super().showEvent(event)
        self._presenter.refresh()

    def _choose(self) -> None:
        def take(path: Path) -> None:
            self._presenter.take(path)

        choose_file(self.window(), self.tr("Envoi de la Région"), self.tr("Envois de la Région (*.json)"), take)

    def _open(self) -> None:
        shown = self._chosen_order()
        if shown is not None:
            self._presenter.open_order(shown.id)

    def _list(self) -> None:
        before = self._chosen_order()
        rows = self._presenter.rows
        self.model.set_rows([_row(one, self.tr("à ouvrir")) for one in rows])
        self.standing.setText(self._presenter.standing)
        for button in (self.ask, self.file):
            button.setEnabled(self._presenter.is_member())
        for widget in (self.table, self.open):
            widget.setVisible(bool(rows))
        wanted = -1 if before is None else self.model.rank_of(before.id)
        self.table.selectRow(max(wanted, 0))
        self.table.hold_rows()
        self._select()

    def _chosen_order(self) -> OrderShown | None:
        rank = self.table.currentIndex().row()
        rows = self._presenter.rows
        return rows[rank] if 0 <= rank < len(rows) else None

    def _select(self) -> None:
        shown = self._chosen_order()
        self.open.setEnabled(shown is not None and not shown.reference)

    def _refuse(self, sentence: str) -> None:
        self.refusal.set_sentence(sentence)
        self.refusal.setVisible(bool(sentence))


def _row(shown: OrderShown, waiting: str) -> CellRow:
    cells = (
        TextCell(shown.company, weight=600, second=shown.note),
        TextCell(shown.decided),
        TextCell(shown.region_file),
        TextCell(shown.scheme),
        TextCell(shown.reference or waiting, tone="text" if shown.reference else "accent"),
    )
    return CellRow(shown.id, cells)
