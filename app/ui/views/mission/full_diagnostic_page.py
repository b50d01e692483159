"""The « Diagnostic 360° » page: the six factors one by one, their radar, and how they hold together."""

from PySide6.QtCore import QModelIndex, QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.referential import Factor
from app.ui.cells import TextCell
from app.ui.presenters.full_diagnostic import FullDiagnosticPresenter
from app.ui.presenters.mission_context import MissionContext
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views.keys import bind
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.surfaces import Card, Scroll, SvgView
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.look import colours, look
from app.ui.views.mission.factor_editor import FactorEditor
from app.ui.views.mission.marks import full_diagnostic_mark
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead

DRAW_AFTER_MS = 60
_LEAST_RADAR = (380, 300)
_LIST_WIDTH = 404
_NARROW = 940
_MARGINS = 56
_TEXT_HEIGHT = 88


class FullDiagnosticPage(MissionPageView):
    """List and radar at the left, the factor shown at the right, links under it."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("full_diagnostic_page")
        self._presenter = FullDiagnosticPresenter(context, self)
        self._head = PageHead(self.tr("Diagnostic 360°"))
        self._list, self._model = self._factor_list()
        self._radar = SvgView(
            "factors_radar",
            self.tr("Radar des six facteurs ; les mêmes chiffres sont dans la liste"),
            QSize(*_LEAST_RADAR),
        )
        self._editor = FactorEditor(context.workbench.word)
        self._links = {name: TextArea(f"diagnostic_{name}") for name in ("links", "outside_effects")}
        self._draw_timer = QTimer(self)
        self._draw_timer.setSingleShot(True)
        self._draw_timer.setInterval(DRAW_AFTER_MS)
        self._draw_timer.timeout.connect(self._draw)
        self._lay_out()
        self._connect()
        self._show_all()

    def enter(self) -> None:
        """Show the mission as it is now."""
        self._presenter.reload()

    def leave(self) -> None:
        """Save what is being typed."""
        self._presenter.flush()

    def first_focus(self) -> QWidget:
        """The list of the factors."""
        return self._list

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (
            ("↑ ↓", self.tr("dans la liste : facteur précédent, suivant")),
            (self.tr("Ctrl Page préc., suiv."), self.tr("facteur précédent, suivant, d’où que l’on soit")),
            (self.tr("Entrée"), self.tr("dans la liste : écrire les observations du facteur")),
            (self.tr("Ctrl Entrée"), self.tr("enregistrer le texte et passer au facteur suivant")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the page."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setFixedWidth(max(0, self.width() - _MARGINS) if narrow else _LIST_WIDTH)
        self._draw_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw when first seen."""
        super().showEvent(event)
        self._draw_timer.start()

    def _factor_list(self) -> tuple[Table, CellRowsModel]:
        model = CellRowsModel([self.tr("Facteur"), self.tr("Points"), self.tr("Priorité")], parent=self)
        table = Table("factors_list", self.tr("Les six facteurs"))
        table.setModel(model)
        table.set_widths([180, 96, 112])
        return table, model

    def _lay_out(self) -> None:
        scroll = Scroll("full_diagnostic_scroll", (20, 12, 20, 16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        scroll.body.addWidget(self._head)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self._list_card())
        left.addWidget(self._radar_card())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._editor)
        right.addWidget(self._links_card())
        right.addStretch(1)
        self._cards.addWidget(self._left)
        self._cards.addLayout(right, 1)
        scroll.body.addLayout(self._cards)

    def _list_card(self) -> Card:
        card = Card(2)
        card.body.addWidget(self._list)
        return card

    def _radar_card(self) -> Card:
        card = Card(12)
        card.body.addWidget(SectionTitle(self.tr("Les six facteurs"), self.tr("points déclarés, en %")))
        self._radar.setMinimumHeight(_LEAST_RADAR[1])
        card.body.addWidget(self._radar)
        note = self.tr("Un thème relève parfois de plusieurs facteurs : ces points ne s’additionnent pas.")
        card.body.addWidget(Label(note, "caption", "text3", wrap=True))
        return card

    def _links_card(self) -> Card:
        card = Card(16)
        card.body.addWidget(SectionTitle(self.tr("Tous les facteurs ensemble"), self.tr("imprimé")))
        hint = self.tr("Un lien par ligne, par exemple : Facteurs 2 et 5. Les capteurs serviront si…")
        titles = {"links": self.tr("Les liens qui comptent"), "outside_effects": self.tr("Les effets hors de l’usine")}
        self._links_fields = {}
        for name, editor in self._links.items():
            editor.setFixedHeight(_TEXT_HEIGHT)
            self._links_fields[name] = Field(titles[name], editor, hint if name == "links" else "")
            card.body.addWidget(self._links_fields[name])
        return card

    def _connect(self) -> None:
        presenter, editor = self._presenter, self._editor
        presenter.reloaded.connect(self._show_all)
        presenter.factor_changed.connect(self._show_factor)
        presenter.pending.connect(lambda: editor.set_saving(True))
        presenter.saved.connect(self._show_saved)
        presenter.attempts.refused.connect(self._refused)
        presenter.attempts.recovered.connect(self._show_all)
        editor.typed.connect(presenter.type_text)
        editor.priority_chosen.connect(presenter.choose_priority)
        editor.effect_chosen.connect(presenter.choose_effect)
        editor.left.connect(presenter.flush)
        editor.stepped.connect(lambda: presenter.step(1))
        for name, area in self._links.items():
            area.textChanged.connect(lambda name=name, area=area: presenter.type_links(name, area.value()))
            area.committed.connect(lambda _text: presenter.flush())
        self._list.selectionModel().currentRowChanged.connect(self._pick)
        self._list.activated.connect(lambda _index: editor.first.setFocus())
        bind(self, "Ctrl+PgDown", lambda: presenter.step(1))
        bind(self, "Ctrl+PgUp", lambda: presenter.step(-1))
        look().changed.connect(self._draw_timer.start)

    def _pick(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._presenter.show_factor(Factor(current.data(ID_ROLE)))

    def _show_all(self) -> None:
        diagnostic, writable = self._presenter.diagnostic, self._presenter.writable
        for name, area in self._links.items():
            area.set_value(getattr(diagnostic, name))
            area.set_locked(not writable)
            self._links_fields[name].set_error("")
        self._show_rows()
        self._show_factor()
        self._draw_timer.start()

    def _show_rows(self) -> None:
        rows = []
        for number, one in enumerate(self._presenter.rows(), start=1):
            title = self.tr("{0}. {1}").format(number, one.title)
            cells = (
                TextCell(title, weight=600 if one.told else 400, wrap=True),
                TextCell(one.points, tone="text2", wrap=True),
                TextCell(one.priority or "–", tone="text" if one.priority else "text3", wrap=True),
            )
            rows.append(CellRow(one.factor, cells))
        self._model.set_rows(rows)
        self._list.hold_rows()
        told = sum(one.told for one in self._presenter.rows())
        self._head.set_note(self.tr("{0} facteurs renseignés sur {1}").format(told, len(rows)))

    def _show_factor(self) -> None:
        self._editor.show_view(self._presenter.view, writable=self._presenter.writable)
        rank = self._model.rank_of(self._presenter.factor)
        if self._list.currentIndex().row() != rank:
            self._list.setCurrentIndex(self._model.index(rank, 0))

    def _show_saved(self) -> None:
        self._editor.set_saving(False)
        self._editor.set_error("")
        for field in self._links_fields.values():
            field.set_error("")
        self._show_rows()
        self.marked.emit(full_diagnostic_mark(self._presenter.diagnostic))

    def _refused(self, where: str, sentence: str) -> None:
        if where == "links":
            focused = next((name for name, area in self._links.items() if area.hasFocus()), "links")
            self._links_fields[focused].set_error(sentence)
        else:
            self._editor.set_error(sentence)

    def _draw(self) -> None:
        if self.isVisible():
            self._list.hold_rows()
            self._radar.set_svg(self._presenter.radar(colours(), self._radar.width(), self._radar.height()))
