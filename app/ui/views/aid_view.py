"""The catalogue of aids: filters and list at the left, the sheet of one aid and its calculator at the right."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.aid_catalogue import AidTheme, Audience
from app.domain.aids import ValidityState
from app.ui.cells import TextCell
from app.ui.presenters.aid_browser import FIT, AidBrowser
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views.aid_sheet import AidSheet
from app.ui.views.keys import HERE, bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Check, Choice
from app.ui.views.kit.fields import DateEdit, Field
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label

NARROW = 800
"""Width in px under which the list and the sheet take turns."""
LIST = 440


class AidView(QWidget):
    """Catalogue; `browser` holds what is listed and read.

    Signals:
        cite_asked: The action shown is to cite the aid read; the estimate in cents, or None.
        drop_asked: It is to cite it no more.
    """

    cite_asked = Signal(object)
    drop_asked = Signal()

    def __init__(self, browser: AidBrowser) -> None:
        super().__init__()
        self.browser = browser
        self.search = SearchField(self.tr("Chercher une aide…"), "aid_search")
        self.table = Table("aid_table", self.tr("Aides et services du catalogue"), row="table")
        self.model = CellRowsModel((self.tr("Aide"), self.tr("Validité")), parent=self)
        self.audience = Choice(self._options(self.tr("Tous les publics"), "aid_audience", Audience), "aid_audience")
        self.theme = Choice([], "aid_theme")
        self.day = DateEdit("aid_day", self.tr("Validité dite au"))
        self.open_only = Check(self.tr("Ouvertes ce jour-là"), "aid_open")
        self.proposals = Check(self.tr("Propositions aussi"), "aid_proposals")
        self.count = Label("", "caption", "text2", wrap=True)
        self.sheet = AidSheet(browser)
        self.turn = Button(self.tr("Liste"), "aid_list", icon="menu")
        self._left = QWidget()
        self._lay_out()
        self._connect()
        self.set_fit(with_fit=False)
        self._list()

    def set_fit(self, *, with_fit: bool) -> None:
        """Offer « what fits the action » among the subjects, and choose it."""
        options = self._options(self.tr("Tous les sujets"), "aid_theme", AidTheme)
        if with_fit:
            options.insert(0, (FIT, self.tr("Sujets de l’action")))
        self.theme.set_options(options)
        self.theme.set_current(self.browser.filters.theme)
        self.audience.set_current(self.browser.filters.audience)
        self.day.set_date(self.browser.day)

    def set_target(self, words: str, cited: frozenset[str], known: Mapping[str, str], *, writable: bool) -> None:
        """Say which action may cite the aid read; no words, no action."""
        self.sheet.set_target(words, cited, known, writable=writable)

    def focus_first(self) -> None:
        """The search, or in a narrow page the way to it."""
        target: QWidget = self.turn if self._left.isHidden() else self.search
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow pages show the list or the sheet, not both."""
        super().resizeEvent(event)
        self._arrange(list_asked=False)
        self.table.fit_rows()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.set_widths((240, 150))
        self.table.horizontalHeader().hide()
        filters = QGridLayout()
        filters.setHorizontalSpacing(10)
        filters.setVerticalSpacing(8)
        fields = (
            Field(self.tr("Public"), self.audience),
            Field(self.tr("Sujet"), self.theme),
            Field(self.tr("Validité dite au"), self.day),
        )
        checks = QVBoxLayout()
        checks.addStretch(1)
        checks.addWidget(self.open_only)
        checks.addWidget(self.proposals)
        for place, field in enumerate(fields):
            filters.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        filters.addLayout(checks, 1, 1)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self.count)
        column.addWidget(framed(self.table), 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.sheet, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._left)
        line.addLayout(right, 1)

    def _connect(self) -> None:
        browser = self.browser
        self.search.textChanged.connect(lambda text: browser.look(replace(browser.filters, words=text.strip())))
        self.search.left_for_results.connect(self._to_results)
        self.audience.chosen.connect(lambda key: browser.look(replace(browser.filters, audience=key)))
        self.theme.chosen.connect(lambda key: browser.look(replace(browser.filters, theme=key)))
        self.open_only.clicked.connect(lambda on: browser.look(replace(browser.filters, open_only=on)))
        self.proposals.clicked.connect(lambda on: browser.look(replace(browser.filters, proposals=on)))
        self.day.date_committed.connect(lambda day: browser.on_day(day) if day else self.day.set_date(browser.day))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(lambda _index: self._to_sheet())
        self.table.clicked.connect(lambda _index: self._arrange(list_asked=False))
        self.turn.clicked.connect(self._show_list)
        browser.listed.connect(self._list)
        browser.shown.connect(self._select)
        self.sheet.cite_asked.connect(self.cite_asked)
        self.sheet.drop_asked.connect(self.drop_asked)
        bind(self.table, "Right", self._to_sheet, HERE)

    def _options(self, every: str, group: str, codes: "type[Audience] | type[AidTheme]") -> list[tuple[str, str]]:
        words = sorted((self.browser.word(group, code.value), code.value) for code in codes)
        return [("", every), *((code, word) for word, code in words)]

    def _list(self) -> None:
        rows = []
        for entry in self.browser.entries:
            closed = entry.state(self.browser.day) is ValidityState.CLOSED
            tone = "text3" if closed else "text"
            title = TextCell(entry.title, weight=500, tone=tone, wrap=True)
            rows.append(CellRow(entry.id, (title, TextCell(self.browser.validity(entry), tone="text2", wrap=True))))
        self.model.set_rows(rows)
        self.count.setText(self.browser.count())
        self.table.fit_rows()
        self._select()

    def _select(self) -> None:
        current = self.browser.current
        place = self.model.rank_of(current.id) if current else -1
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, 0))

    def _choose(self, index: QModelIndex) -> None:
        aid_id = index.data(ID_ROLE)
        if isinstance(aid_id, str):
            self.browser.read(aid_id)

    def _to_results(self) -> None:
        if self.browser.entries:
            self.browser.read(self.browser.entries[0].id)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_sheet(self) -> None:
        self._arrange(list_asked=False)
        self.sheet.focus_first()

    def _show_list(self) -> None:
        self._arrange(list_asked=self._left.isHidden())
        if not self._left.isHidden():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self, *, list_asked: bool) -> None:
        narrow = self.width() < NARROW
        self.turn.setVisible(narrow)
        self._left.setVisible(not narrow or list_asked)
        self.sheet.setVisible(not narrow or not list_asked)
        self._left.setMinimumWidth(0 if narrow else LIST)
        self._left.setMaximumWidth(self.width() if narrow else LIST)
