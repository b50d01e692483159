"""The « Coach de l’indice » page: an aim, what each theme costs, the best steps with their numbers, and the actions born."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.referential import ThemeCode
from app.ui.cells import StateCell, TextCell
from app.ui.presenters.answer_sheet import key_of
from app.ui.presenters.coach import DAYS, GOAL, CoachPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views.keys import bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label
from app.ui.views.mission.coach_answer import CoachAnswer
from app.ui.views.mission.coach_theme import CoachTheme
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead

WIDTHS = (222, 70, 112, 110)
NARROW = 820
"""Width in px under which the themes stand above the answer."""
RIGHT = 470
CHOICE = 3
"""Column of pins, bans and priorities."""


class CoachPage(MissionPageView):
    """The index coach of a mission."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("coach_page")
        self.presenter = CoachPresenter(context, self)
        heads = (self.tr("Thème"), self.tr("Niveau"), self.tr("Jours par pas"), self.tr("Choix"))
        self._model = CellRowsModel(heads, parent=self)
        self._aim: dict[str, Field] = {}
        self._lay_out()
        self._connect()
        self._show_all()

    def _lay_out(self) -> None:
        self.back = Button(self.tr("Plan d’actions"), "coach_back", icon="target")
        self.head = PageHead(self.tr("Coach de l’indice"), self.back)
        self.table = Table("coach_table", self.tr("Thèmes, leur niveau et ce que demande chaque pas"), row="ledger")
        self.table.setModel(self._model)
        self.table.set_widths(WIDTHS)
        self.editor = CoachTheme(self.presenter)
        self.answer = CoachAnswer(self.presenter)
        scroll = Scroll("coach_scroll", (24, 12, 20, 16))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        scroll.body.addWidget(self.head)
        scroll.body.addWidget(self._aim_card())
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(12)
        self._themes = framed(self.table)
        self._themes.setMinimumHeight(220)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.editor)
        right.addWidget(self.answer, 1)
        self._right = Scroll("coach_right", (0, 0, 0, 0))
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.body.addLayout(right)
        self._sides.addWidget(self._themes, 1)
        self._sides.addWidget(self._right)
        scroll.body.addLayout(self._sides, 1)

    def _aim_card(self) -> Card:
        card = Card(padding=12)
        self._aim = {
            GOAL: Field(self.tr("Points visés"), LineEdit("coach_goal", self.tr("le plus possible"))),
            DAYS: Field(self.tr("Jours disponibles"), LineEdit("coach_days", self.tr("sans limite"))),
        }
        self._headline = Label("", "title", "accent_ink", wrap=True)
        self._verdict = Label("", "small", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._headline)
        words.addWidget(self._verdict)
        words.addStretch(1)
        self._aim_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._aim_line.setSpacing(12)
        for field in self._aim.values():
            field.setFixedWidth(150)
        self._aim_line.addWidget(row(*self._aim.values(), 8, spacing=12))
        self._aim_line.addLayout(words, 1)
        card.body.addLayout(self._aim_line)
        return card

    def _connect(self) -> None:
        presenter = self.presenter
        for key, field in self._aim.items():
            editor = field.editor
            assert isinstance(editor, LineEdit)  # noqa: S101 made above
            editor.textEdited.connect(lambda text, key=key: presenter.type(key, text))
            editor.editingFinished.connect(presenter.flush)
        self.back.clicked.connect(lambda: self.context.page_asked.emit("plan", ""))
        self.table.activated.connect(lambda _index: self.editor.focus_first())
        self.table.selectionModel().currentRowChanged.connect(lambda index, _old: self._select(index.data(ID_ROLE)))
        presenter.changed.connect(self._show_all)
        presenter.selected.connect(self._show_aim)
        presenter.told.connect(self._tell)
        self.context.changed.connect(self._mission_changed)
        bind(self.editor, "PgDown", lambda: self._step(1))
        bind(self.editor, "PgUp", lambda: self._step(-1))
        bind(self, "P", lambda: self.context.page_asked.emit("plan", ""))

    def enter(self) -> None:
        """Read the mission again."""
        self.presenter.reload()
        writable = self.context.is_writable
        for field in self._aim.values():
            field.setEnabled(writable)
        self.editor.set_writable(writable)
        self.answer.set_writable(writable)

    def leave(self) -> None:
        """Save what is being typed."""
        self.presenter.flush()

    def first_focus(self) -> QWidget:
        """The days available."""
        return self._aim[DAYS].editor if self.context.is_writable else self.table

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr("Entrée efforts du thème · Page suiv. thème suivant · P plan d’actions · F1 raccourcis")
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (
            ("↑ ↓", self.tr("choisir un thème")),
            (self.tr("Entrée"), self.tr("donner l’effort de ses pas")),
            (self.tr("Page suiv., Page préc."), self.tr("thème suivant ou précédent, le champ gardé")),
            ("P", self.tr("revenir au plan d’actions")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        self._right.setMaximumWidth(16_777_215 if narrow else RIGHT + max(0, self.width() - 1_100) // 3)
        self._right.setMinimumWidth(0 if narrow else RIGHT)
        self._right.setMinimumHeight(self._right.content.sizeHint().height() if narrow else 0)
        self.table.setColumnHidden(CHOICE, narrow)
        QTimer.singleShot(0, self.table.fit_rows)
        self._aim_line.setDirection(way)

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        if self.isVisible() and parts & {Part.STATE, Part.ANSWERS}:
            self.presenter.reload()

    def _select(self, code: object) -> None:
        # The line of a lever is no theme: arrows, and some clicks, go through it.
        if code in {theme.code for theme in self.context.referential.themes}:
            self.presenter.select(ThemeCode(str(code)))

    def _step(self, step: int) -> None:
        codes = [theme.code for theme in self.context.referential.themes]
        place = min(max(codes.index(self.presenter.current) + step, 0), len(codes) - 1)
        self.presenter.select(codes[place])
        self._show_selection()

    def _show_all(self) -> None:
        presenter = self.presenter
        progress = presenter.progress
        words = [presenter.words.start(presenter.kind, progress.index, progress.answered)]
        if not self.context.is_writable:
            words.append(self.tr("mission scellée, à relire seulement"))
        self.head.set_note(" · ".join(words))
        self._model.set_rows(list(self._rows()))
        self.table.fit_rows()
        self._show_selection()
        self._show_answer()
        self._show_aim()

    def _rows(self) -> list[CellRow]:
        presenter, rows = self.presenter, []
        for lever in self.context.referential.levers:
            named = TextCell(f"{lever.code}  {lever.short_title}", weight=600, tone="text2")
            rows.append(CellRow(lever.code, (named, *(TextCell(""),) * 3), "hover", header=True))
            for theme in self.context.referential.themes_of(lever.code):
                wish, steps = presenter.notes.wish(theme.code), presenter.steps(theme.code)
                quiet = "text" if steps else "text3"
                cells = (
                    TextCell(presenter.words.theme(theme), weight=500, tone=quiet, wrap=True),
                    StateCell(key_of(presenter.levels.get(theme.code))),
                    TextCell(presenter.words.efforts(steps, wish)),
                    TextCell(presenter.words.choice(wish), tone="text2", wrap=True),
                )
                spoken = ("", presenter.words.level(presenter.levels.get(theme.code)), "", "")
                rows.append(CellRow(str(theme.code), cells, spoken=spoken))
        return rows

    def _show_selection(self) -> None:
        place = self._model.rank_of(str(self.presenter.current))
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
            self.table.scrollTo(self._model.index(place, 0))

    def _show_answer(self) -> None:
        presenter, advice = self.presenter, self.presenter.advice
        headline = verdict = ""
        if advice is not None:
            headline, verdict = presenter.words.headline(advice), presenter.words.verdict(advice, presenter.notes)
        elif presenter.refusal:
            headline, verdict = self.tr("Pas de réponse"), presenter.refusal
        elif presenter.progress.index is None:
            headline = self.tr("Le coach attend un questionnaire complet")
            verdict = self.tr("Les efforts peuvent déjà être donnés ; ils restent avec le brouillon.")
        else:
            headline = self.tr("+X points en N jours ?")
            verdict = self.tr("Donnez des points visés ou des jours disponibles, puis l’effort de chaque pas.")
        self._headline.setText(headline)
        self._verdict.setText(verdict)

    def _show_aim(self) -> None:
        for key, field in self._aim.items():
            editor = field.editor
            if isinstance(editor, LineEdit) and not editor.hasFocus():
                editor.set_value(self.presenter.text(key))
            field.set_error(self.presenter.error(key))

    def _tell(self, key: str) -> None:
        if key in self._aim:
            self._aim[key].set_error(self.presenter.error(key))
