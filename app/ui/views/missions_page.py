"""The list of missions: search as one types, filter by state, rows of 48 px, and ways on when there is nothing."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.rows import COUNTED, MissionOrder, MissionPage, MissionQuery
from app.ui.presenters.missions_list import MissionsPresenter
from app.ui.qtmodels.missions_model import ID_ROLE, Column, Path, grouped
from app.ui.views.kit import paint
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import EmptyState
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.surfaces import row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, tokens
from app.ui.views.missions_filters import MissionsFilters, ViewSaver

WIDTHS = (320, 116, 222, 116, 140, 98)
NARROW_HIDES = (Column.INDEX, Column.PROGRESS, Column.MODIFIED)
NARROW = 760
"""Width in px under which the columns of `NARROW_HIDES` leave."""


class MissionsPage(QWidget):
    """The list.

    Signals:
        opened: Enter or a double press on a mission; its identifier.
        new_asked: A new mission is wanted; the name typed in the search, or empty.
        import_asked: A `.jalon` file is to be imported.
        training_asked: The fictional company is wanted.
    """

    opened = Signal(object)
    new_asked = Signal(str)
    import_asked = Signal()
    training_asked = Signal()

    def __init__(self, presenter: MissionsPresenter, training: bool) -> None:
        """Make the page; in a `training` profile the fictional company is not offered elsewhere."""
        super().__init__()
        self._presenter = presenter
        self._wanted: UUID | None = None
        self.setObjectName("missions_page")
        self.search = SearchField(self.tr("Chercher une entreprise, un SIRET, une référence…"), "missions_search")
        self.filters = MissionsFilters(presenter)
        self.saving = ViewSaver()
        self.table = Table("missions_table", self.tr("Missions"), row="list")
        self.importing = Button(self.tr("Importer"), "missions_import", "ghost", icon="download")
        self.new = Button(self.tr("Nouvelle mission"), "missions_new", "primary", icon="plus")
        self._count = Label("", "lead", "text2")
        self._body = Pages()
        self._listed = framed(self.table)
        self._nothing = self._make_nothing(training)
        self._not_found = self._make_not_found()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.table.setModel(self._presenter.model)
        self.table.set_widths(WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.setSpacing(12)
        column.addWidget(row(Label(self.tr("Missions"), "display"), 4, self._count, 0, self.importing, self.new))
        self._tools = QWidget()
        line = QHBoxLayout(self._tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(640)
        line.addWidget(self.search, 1)
        line.addWidget(self.filters)
        line.addWidget(self.saving)
        line.addStretch(0)
        column.addWidget(self._tools)
        for widget in (self._listed, self._nothing, self._not_found):
            self._body.add(widget)
        column.addWidget(self._body, 1)
        self._body.show_only(self._listed)

    def _make_nothing(self, training: bool) -> EmptyState:
        state = EmptyState(
            self.tr("Aucune mission pour l’instant"),
            self.tr(
                "Une mission commence par le nom de l’entreprise ; tout le reste peut venir sur place, sans réseau."
            ),
        )
        self._first = Button(self.tr("Nouvelle mission"), "missions_nothing_new", "primary", icon="plus")
        self._first.clicked.connect(lambda: self.new_asked.emit(""))
        state.add_action(self._first)
        if not training:
            words = self.tr("Ouvrir l’entreprise fictive (profil d’entraînement)")
            fictional = Button(words, "missions_nothing_training", icon="graduation-cap")
            fictional.clicked.connect(self.training_asked)
            state.add_action(fictional)
        return state

    def _make_not_found(self) -> EmptyState:
        state = EmptyState("", "")
        self._clear = Button(self.tr("Effacer la recherche"), "missions_clear_search", icon="eraser")
        self._clear.clicked.connect(self._clear_search)
        self._unfilter = Button(self.tr("Retirer les filtres"), "missions_clear_filter", icon="funnel-x")
        self._unfilter.clicked.connect(self._presenter.clear_filters)
        self._named = Button("", "missions_new_named", "primary", icon="plus")
        self._named.clicked.connect(lambda: self.new_asked.emit(self.search.text().strip()))
        for button in (self._clear, self._unfilter, self._named):
            state.add_action(button)
        return state

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.left_for_results.connect(self._to_results)
        self.table.activated.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))
        self.table.selectionModel().currentRowChanged.connect(self._remember)
        self.importing.clicked.connect(self.import_asked)
        self.new.clicked.connect(lambda: self.new_asked.emit(""))
        self._presenter.listed.connect(self._show)
        self._presenter.counted.connect(self._say_count)

    def select(self, mission_id: UUID | None) -> None:
        """Select a mission, now or as soon as it is listed."""
        self._wanted = mission_id
        self._select_wanted()

    def selected(self) -> UUID | None:
        """The mission selected, or None."""
        index = self.table.currentIndex()
        return index.data(ID_ROLE) if index.isValid() else None

    def focus_list(self) -> None:
        """Give the focus to the rows, or to the search when there is none."""
        if self._presenter.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._nothing.isVisibleTo(self):
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear_search(self) -> bool:
        """Forget the words searched; False when there was none."""
        searched = bool(self.search.text())
        self.search.clear()
        return searched

    def show_query(self, query: MissionQuery) -> None:
        """Show what a view asks for, its words in the search."""
        self.search.blockSignals(True)
        self.search.setText(query.search)
        self.search.blockSignals(False)
        self._presenter.keep(query)

    def show_schemes(self, titles: Mapping[str, str], paths: Mapping[str, Path]) -> None:
        """The packs are read: name the schemes, and show the days against the path of each."""
        self.filters.scheme_titles = titles
        self._presenter.model.set_paths(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere in the page goes to the search."""
        text = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if text.strip() and text.isprintable() and plain and self._presenter.page.total:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.insert(text)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The list may have changed while another page was shown."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Narrow pages keep fewer columns."""
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        for column in NARROW_HIDES:
            self.table.setColumnHidden(column, narrow)

    def _search(self, words: str) -> None:
        self._presenter.search(words.strip())

    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_results(self) -> None:
        if self._presenter.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)

    def _say_count(self, page: MissionPage) -> None:
        query = self._presenter.query
        narrowed = query.is_filtered or query.search
        self._count.setText(count_words(self, page) if narrowed else grouped(page.total) if page.total else "")

    def _show(self, page: MissionPage) -> None:
        self._say_count(page)
        self.saving.show_for(self._presenter.query)
        self._tools.setVisible(page.total > 0)
        self.new.setVisible(page.total > 0)
        if page.rows:
            self._body.show_only(self._listed)
            self._select_wanted()
        elif page.total == 0:
            self._body.show_only(self._nothing)
        else:
            self._say_not_found(page)
            self._body.show_only(self._not_found)

    def _say_not_found(self, page: MissionPage) -> None:
        words = self.search.text().strip()
        hidden = self._presenter.hidden_by_filters()
        title = self.tr("Aucune mission ne contient « {0} »").format(words) if words else self.tr("Aucune mission ici")
        if page.total == 1:
            sentence = self.tr(
                "Recherche dans 1 mission : raison sociale, SIRET, référence, commune, métier et filière."
            )
        else:
            sentence = self.tr(
                "Recherche dans {0} missions : raison sociale, SIRET, référence, commune, métier et filière."
            ).format(page.total)
        if hidden == 1:
            sentence += "\n" + self.tr("Les filtres masquent 1 mission.")
        elif hidden:
            sentence += "\n" + self.tr("Les filtres masquent {0} missions.").format(hidden)
        self._not_found.set_words(title, sentence)
        self._clear.setVisible(bool(words))
        self._unfilter.setVisible(self._presenter.query.is_filtered)
        self._named.setVisible(bool(words))
        self._named.setText(self.tr("Nouvelle mission « {0} »").format(words))
        self._named.setAccessibleName(self._named.text())

    def _select_wanted(self) -> None:
        place = self._presenter.model.row_of(self._wanted)
        if place >= 0:
            self.table.selectRow(place)
            self.table.scrollTo(self._presenter.model.index(place, 0))

    def _remember(self) -> None:
        self._wanted = self.selected() or self._wanted


class Legend(QWidget):
    """What the bars of the list mean: « entrée », « sortie, sur 290 », « seuil de 5 jours »."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missions_legend")
        self._words = (self.tr("entrée"), self.tr("sortie, sur 290"), self.tr("seuil de 5 jours"))
        self.setAccessibleName(", ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Three samples and their words."""
        face = Label("", "caption").font()
        return QSize(sum(paint.width_of(words, face) for words in self._words) + 130, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the samples."""
        c = colours()
        face = Label("", "caption").font()
        painter = QPainter(self)
        paint.start(painter)
        middle, x = self.height() / 2, 0.0
        for rank, words in enumerate(self._words):
            if rank == 0:
                paint.box(painter, QRectF(x, middle - 4, 20, 7), 2, c.surface, c.accent, 1.25)
            elif rank == 1:
                paint.box(painter, QRectF(x, middle - 4, 20, 7), 2, c.accent)
            else:
                paint.box(painter, QRectF(x + 9, middle - 6, 2, 11), 0, c.text)
            x += 28
            paint.words(painter, QRectF(x, 0, self.width(), self.height()), words, face, c.text2)
            x += paint.width_of(words, face) + tokens().space[3]


class MissionsFooter(QWidget):
    """Footer of the list: the legend, and how the rows are sorted."""

    def __init__(self, presenter: MissionsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._count = Label("", "caption", "text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 4, 0)
        self._legend = Legend()
        line.addWidget(self._legend)
        line.addStretch(1)
        line.addWidget(self._count)
        presenter.listed.connect(self._say)
        presenter.counted.connect(self._say)

    def _say(self, page: MissionPage) -> None:
        self._legend.setVisible(page.total > 0)
        self._count.setVisible(page.total > 0)
        order = {
            MissionOrder.CHANGED: self.tr("triées par date de modification"),
            MissionOrder.OLDEST: self.tr("les plus anciennes d’abord"),
            MissionOrder.COMPANY: self.tr("triées par entreprise"),
        }[self._presenter.query.order]
        words = self.tr("{0} sur {1} · {2}")
        self._count.setText(words.format(count_words(self, page), grouped(page.total), order))


def count_words(speaker: QWidget, page: MissionPage) -> str:
    """How many match: « 1 204 », or « plus de 10 000 » beyond what is counted."""
    if page.exact:
        return grouped(page.matching)
    if page.matching < COUNTED:
        return QCoreApplication.translate("MissionsPage", "{0} et plus").format(grouped(len(page.rows)))
    return QCoreApplication.translate("MissionsPage", "plus de {0}").format(grouped(page.matching))
