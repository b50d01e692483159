"""« Référentiels et dispositifs »: the packs of this laptop, what an offered one changes, keep it or not, take one away."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.cells import TextCell
from app.ui.presenters.pack_report import ReportShown
from app.ui.presenters.pack_rows import PackShown
from app.ui.presenters.packs import PacksPresenter
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.file_choice import choose_file
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.surfaces import Card, Scroll, reveal, row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label, SectionTitle

NARROW = 980
"""Width in px under which the detail stands below the list."""

DETAIL = 340
WIDTHS = (192, 200, 72, 104, 82)
WIDEST = 16_777_215


class ReportCard(Card):
    """What an offered pack holds and changes, and whether to keep it."""

    def __init__(self) -> None:
        super().__init__(16)
        self.setObjectName("packs_report")
        self.title = SectionTitle("")
        self.facts = Label("", "small", "text2", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.against = Label("", "body", "text", weight=600, wrap=True)
        self.model = CellRowsModel([self.tr("Différence")], parent=self)
        self.table = Table("packs_changes", self.tr("Différences"), row="ledger")
        self.table.setModel(self.model)
        self.table.set_widths([300])
        self.keep = Button(self.tr("Garder ce paquet"), "packs_keep", "primary")
        self.leave = Button(self.tr("Ne pas le garder"), "packs_leave", "ghost")
        for widget in (self.title, self.facts, self.against, self.table, row(self.keep, self.leave, 0)):
            self.body.addWidget(widget)

    def show_report(self, report: ReportShown) -> None:
        """Show a report."""
        self.title.title.setText(report.title)
        self.title.setAccessibleName(report.title)
        self.facts.setText("\n".join((*report.facts, *filter(None, (report.held,)))))
        self.against.setText(report.against)
        self.model.set_rows(
            [CellRow(rank, (TextCell(sentence, wrap=True),)) for rank, sentence in enumerate(report.changes)]
        )
        self.table.setVisible(bool(report.changes))
        self.keep.setVisible(not report.held)
        self.show()
        self.settle()

    def settle(self) -> None:
        """Size the table for the present width."""
        self.table.hold_rows()


class DetailCard(Card):
    """Everything that the selected pack says of itself."""

    def __init__(self) -> None:
        super().__init__(16)
        self.setObjectName("packs_detail")
        self.title = Label("", "lead", weight=600, wrap=True)
        self.words = Label("", "small", "text2", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remove = Button(self.tr("Retirer"), "packs_remove", icon="trash-2")
        self.body.addWidget(self.title)
        self.body.addWidget(self.words)
        self.body.addWidget(row(self.remove, 0))
        self.body.addStretch(1)

    def show_pack(self, shown: PackShown | None) -> None:
        """Show one pack, or nothing."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        self.title.setText(shown.title)
        lines = [self.tr("{0} : {1}").format(label, _breakable(words)) for label, words in shown.facts]
        self.words.setText("\n\n".join([*filter(None, (shown.fault,)), *lines]))
        self.remove.setVisible(shown.removable)


class PacksPage(QWidget):
    """The page.

    Args:
        presenter: Behind the list.
        receiving: What the Region sends, shown above the list.
    """

    def __init__(self, presenter: PacksPresenter, receiving: QWidget | None = None) -> None:
        super().__init__()
        self._presenter = presenter
        self.setObjectName("packs_page")
        self.choose = Button(self.tr("Importer un paquet"), "packs_import", "primary", icon="download")
        self.refusal = Banner("danger", "", "packs_refusal")
        self.report, self.detail = ReportCard(), DetailCard()
        headers = [
            self.tr("Nature"),
            self.tr("Paquet"),
            self.tr("Version"),
            self.tr("Origine"),
            self.tr("Missions"),
        ]
        self.model = CellRowsModel(headers, right=(4,), parent=self)
        self.table = Table("packs_table", self.tr("Paquets de cet ordinateur"), row="list")
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, stretch=1)
        self._scroll = Scroll("packs_scroll", (24, 12, 24, 16))
        self._lay_out(receiving)
        self._connect()

    def _lay_out(self, receiving: QWidget | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        note = self.tr(
            "Un référentiel ou un dispositif de votre Région se lit dans un fichier TOML ; un référentiel, aussi "
            "dans un tableau CSV. Une mission garde pour toujours les paquets avec lesquels elle a commencé."
        )
        body = self._scroll.body
        body.addWidget(row(Label(self.tr("Référentiels et dispositifs"), "display"), 0, self.choose))
        body.addWidget(Label(note, "small", "text2", wrap=True))
        body.addWidget(self.refusal)
        body.addWidget(self.report)
        if receiving is not None:
            body.addWidget(receiving)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(framed(self.table), 1, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.detail)
        body.addLayout(self._pair)
        body.addStretch(1)
        self.refusal.hide()
        self.report.hide()

    def _connect(self) -> None:
        presenter = self._presenter
        self.choose.clicked.connect(self._choose)
        self.report.keep.clicked.connect(presenter.accept)
        self.report.leave.clicked.connect(presenter.leave)
        self.detail.remove.clicked.connect(self._remove)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        presenter.listed.connect(self._list)
        presenter.offered.connect(self._offer)
        presenter.refused.connect(self._refuse)
        presenter.settled.connect(self._settle)

    def focus_first(self) -> None:
        """The way to import."""
        self.choose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Missions may have been opened since."""
        super().showEvent(event)
        self._presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail goes below in a narrow page."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(way)
        self.detail.setMinimumWidth(0 if narrow else DETAIL)
        self.detail.setMaximumWidth(WIDEST if narrow else DETAIL)
        QTimer.singleShot(0, self, self._settle_rows)

    def _settle_rows(self) -> None:
        """Rows take the height of their words once the columns have their width."""
        self.table.hold_rows()
        self.report.settle()

    def _choose(self) -> None:
        kinds = self.tr("Paquets (*.toml *.csv)")

        def look(path: Path) -> None:
            self._presenter.look(path)

        choose_file(self.window(), self.tr("Importer un paquet"), kinds, look)

    def _remove(self) -> None:
        shown = self._selected()
        if shown is not None:
            self._presenter.remove(shown.kind, shown.id)

    def _list(self) -> None:
        before = self._selected()
        self.model.set_rows([_row(shown) for shown in self._presenter.rows])
        wanted = -1 if before is None else self.model.rank_of((before.kind, before.id))
        self.table.selectRow(max(wanted, 0))
        self._select()
        QTimer.singleShot(0, self, self._settle_rows)

    def _selected(self) -> PackShown | None:
        rank = self.table.currentIndex().row()
        rows = self._presenter.rows
        return rows[rank] if 0 <= rank < len(rows) else None

    def _select(self) -> None:
        self.detail.show_pack(self._selected())

    def _offer(self, report: ReportShown) -> None:
        self.report.show_report(report)
        first = self.report.leave if report.held else self.report.keep
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._settle_rows)
        reveal(self.report)

    def _refuse(self, sentence: str) -> None:
        self.refusal.set_sentence(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            self.report.hide()
            reveal(self.refusal)

    def _settle(self) -> None:
        self.report.hide()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(shown: PackShown) -> CellRow:
    title = f"{shown.title}. {shown.fault}" if shown.fault else shown.title
    cells = (
        TextCell(shown.nature, second=shown.id),
        TextCell(title, weight=600, tone="danger" if shown.fault else "text", wrap=True),
        TextCell(shown.version),
        TextCell(shown.origin, second=shown.standing),
        TextCell(shown.missions, right=True),
    )
    spoken = (
        shown.nature,
        f"{shown.title}, {shown.id}",
        shown.version,
        f"{shown.origin}, {shown.standing}",
        shown.missions,
    )
    return CellRow((shown.kind, shown.id), cells, spoken=spoken)


def _breakable(words: str) -> str:
    """A SHA-256 is cut in groups, so that it wraps."""
    if len(words) == 64 and " " not in words:  # noqa: PLR2004 hexadecimal digits of a SHA-256
        return " ".join(words[start : start + 16] for start in range(0, 64, 16))
    return words
