"""The guide of the technologies: 29 sheets by lever, searched without accents, read large, shown on a projector."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.referential import ThemeCode
from app.ui.presenters.guide_browser import GuideBrowser
from app.ui.qtmodels.guide_model import THEME_ROLE, GuideModel, Sheet, sheet_words
from app.ui.views import fonts
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label
from app.ui.views.look import tokens

LIST_PADDING = 24 + 20
"""Sides of a row, and the scroll bar, in px."""
NARROW = 800
"""Width in px under which the list and the sheet take turns."""


class GuidePage(QWidget):
    """List at the left, sheet at the right; `browser` holds what is read.

    Signals:
        projector_asked: Show the guide full screen.
    """

    projector_asked = Signal()

    def __init__(self, browser: GuideBrowser) -> None:
        super().__init__()
        self.browser = browser
        self.setObjectName("guide_page")
        self.search = SearchField(self.tr("Chercher dans le guide…"), "guide_search")
        self.table = Table("guide_table", self.tr("Fiches du guide"))
        self.model = GuideModel(self)
        self._none = Label("", "body", "text2", wrap=True)
        self._left = QWidget()
        self._imprint = Label(browser.imprint(), "caption", "text3")
        self._turn = Button(self.tr("Fiches"), "guide_list", icon="menu")
        self._sheet = Scroll("guide_sheet", (8, 4, 24, 24))
        self._parts: list[QWidget] = []
        self._lay_out()
        self._turn.clicked.connect(self._show_list)
        self.table.activated.connect(lambda _index: self._arrange(list_asked=False))
        self.table.clicked.connect(lambda _index: self._arrange(list_asked=False))
        self.search.textChanged.connect(browser.search)
        self.search.left_for_results.connect(self._to_results)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        browser.listed.connect(self._list)
        browser.shown.connect(self._show)
        self._list()
        self._show(browser.current)

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        face = fonts.font(tokens().type.small, fonts.MEDIUM)
        longest = max(paint.width_of(sheet_words(sheet), face) for sheet in self.browser.sheets)
        self._list_width = longest + LIST_PADDING
        side = QVBoxLayout(self._left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self.search)
        side.addWidget(self._none)
        side.addWidget(framed(self.table), 1)
        project = Button(self.tr("Projeter"), "guide_project", "primary", icon="maximize")
        project.clicked.connect(self.projector_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 0, 10)
        column.setSpacing(12)
        head = row(Label(self.tr("Guide"), "display"), 4, self._imprint, 0, self._turn, project)
        head.setContentsMargins(0, 0, 24, 0)
        column.addWidget(head)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self._left)
        line.addWidget(self._sheet, 1)
        column.addLayout(line, 1)

    def resizeEvent(self, event: object) -> None:
        """Narrow pages show the list or the sheet, not both."""
        self._arrange(list_asked=False)

    def _arrange(self, *, list_asked: bool) -> None:
        narrow = self.width() < NARROW
        self._imprint.setVisible(not narrow)
        self._turn.setVisible(narrow)
        self._left.setVisible(not narrow or list_asked)
        self._sheet.setVisible(not narrow or not list_asked)
        self._left.setMinimumWidth(0 if narrow else self._list_width)
        self._left.setMaximumWidth(self.width() if narrow else self._list_width)

    def _show_list(self) -> None:
        self._arrange(list_asked=self._left.isHidden())
        if not self._left.isHidden():
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → change sheet, p shows it on the projector."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.browser.step(step)
        elif event.text() == "p":
            self.projector_asked.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The search, or in a narrow page the way to it."""
        target: QWidget = self._turn if self._left.isHidden() else self.search
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (("← →", self.tr("fiche précédente, fiche suivante")), ("P", self.tr("projeter la fiche")))

    def _to_results(self) -> None:
        if self.browser.listed_sheets:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.browser.show_sheet(self.browser.listed_sheets[0].theme.code)

    def _list(self) -> None:
        sheets, words = self.browser.listed_sheets, self.browser.words
        self.model.set_sheets(sheets, by_lever=not words)
        self._none.setText(self.tr("Aucune fiche ne contient « {0} ».").format(words))
        self._none.setVisible(not sheets)
        self._select(self.browser.current)

    def _choose(self, index: QModelIndex) -> None:
        code = index.data(THEME_ROLE)
        if code and code != self.browser.current.theme.code:
            self.browser.show_sheet(ThemeCode(code))

    def _select(self, sheet: Sheet) -> None:
        place = self.model.row_of(sheet.theme.code)
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        if place >= 0:
            self.table.scrollTo(self.model.index(place, 0))

    def _show(self, sheet: Sheet) -> None:
        self._select(sheet)
        for part in self._parts:
            self._sheet.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [
            Label(f"{sheet.theme.code}   {sheet.lever.title}", "body", "accent", 600, wrap=True),
            Label(sheet.theme.title, "display", wrap=True),
            Label(sheet.text.definition, "lead", "text2", wrap=True),
            _points(self.tr("Signes que c’est en place"), sheet.text.signs_in_place),
            _points(self.tr("Premiers pas"), sheet.text.first_steps),
            _points(self.tr("Questions à poser sur site"), sheet.text.questions_on_site),
            _points(self.tr("Limites"), (sheet.text.limits,)),
            Label(self.browser.imprint(), "caption", "text3", wrap=True),
        ]
        for part in self._parts:
            self._sheet.body.addWidget(part)
        self._sheet.body.setStretch(self._sheet.body.count() - 1, 1)
        self._parts[-1].setAlignment(Qt.AlignmentFlag.AlignTop)  # type: ignore[attr-defined]
        self._sheet.verticalScrollBar().setValue(0)


def _points(title: str, points: Sequence[str]) -> Card:
    card = Card(padding=16)
    card.body.addWidget(Label(title, "lead", weight=600))
    for point in points:
        words = Label(point, "lead", wrap=True)
        words.setContentsMargins(0, 0, 0, 2)
        card.body.addWidget(words if len(points) == 1 else _bulleted(words))
    return card


def _bulleted(words: Label) -> QWidget:
    host = QWidget()
    line = QHBoxLayout(host)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    dash = Label("–", "lead", "accent", 600)
    line.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return host
