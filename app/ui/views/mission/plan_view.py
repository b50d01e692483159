"""The « Plan d’actions » page: totals, table, editor of the action selected, calendar."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.action_plan import ActionState
from app.domain.mission import MissionFile
from app.domain.referential import ThemeCode
from app.ui.presenters.action_aids import ActionAidsPresenter
from app.ui.presenters.book import BookPresenter
from app.ui.presenters.coach_line import CoachLine
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.plan import NEW_ACTION, RANK_MARK, PlanPresenter
from app.ui.presenters.plan_words import PlanWords
from app.ui.qtmodels.actions_model import ID_ROLE, ActionsModel, Column
from app.ui.views.file_choice import choose_file
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import HERE, WITHIN, bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner, EmptyState
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.rail import Mark
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, Scroll, SvgView, row
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label
from app.ui.views.look import colours, look
from app.ui.views.mission.action_aids import ActionAids
from app.ui.views.mission.action_editor import ActionEditor
from app.ui.views.mission.book_sheet import BookSheet
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.page_head import PageHead
from app.ui.views.mission.plan_board import PlanBoard
from app.ui.views.mission.plan_forms import BOARD, LEVERS, TABLE, PlanForms

WIDTHS = (46, 240, 88, 150, 106, 72, 106)
EDITING_HIDES = (Column.OWNER, Column.EFFORT)
EDITOR_WIDTH = 372
EDITOR_GROWS_FROM = 1100
"""Width in px of the page from which the editor takes a sixth of what is more."""
NARROW = 820
"""Width in px under which the editor takes the place of the table."""
WIDE = 1200
"""Width in px from which the table keeps every column beside the matrix."""
DRAWN_AFTER_MS = 150


def plan_mark(file: MissionFile) -> Mark | None:
    """Mark of the rail: actions without date or owner, a check when the plan is complete, nothing when empty."""
    kept = [one for one in file.actions if one.state is not ActionState.DROPPED]
    lacking = sum(one.end is None or not one.owner for one in kept)
    if lacking:
        return Mark.warn(lacking)
    return Mark.check() if kept else None


class PlanView(MissionPageView):
    """Actions of the mission."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self._presenter = PlanPresenter(context, self)
        self._books = BookPresenter(context, self)
        self._words = PlanWords(self)
        self._coach_line = CoachLine(context, self)
        self._model = ActionsModel(self._words.heads(), self)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(DRAWN_AFTER_MS)
        self._drawing.timeout.connect(self._draw)
        self._lay_out()
        self._connect()
        self._show_rows()

    def _make_heads(self) -> None:
        self.new = Button(self.tr("Nouvelle action"), "plan_new", "primary", icon="plus")
        self.aids = Button(self.tr("Aides"), "plan_aids", icon="coins")
        self.book = Button(self.tr("Carnet renvoyé…"), "plan_book", "ghost", icon="inbox")
        self.form = Segmented(
            [(TABLE, self.tr("Table")), (BOARD, self.tr("Tableau")), (LEVERS, self.tr("Par levier"))],
            "plan_form",
            self.tr("Forme du plan"),
        )
        self.head = PageHead(self.tr("Plan d’actions"), self.book, self.aids, self.new)
        self.coach = Banner("info", "", "plan_coach_line", self.tr("Voir le calcul"))
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(8)
        self._second.addWidget(self.coach, 1)
        self._second.addWidget(self.form)

    def _lay_out(self) -> None:
        self._make_heads()
        self.table = Table("plan_table", self.tr("Actions du plan, dans l’ordre"))
        self.table.setModel(self._model)
        self.table.set_widths(WIDTHS, stretch=Column.TITLE)
        cited = ActionAids(ActionAidsPresenter(self.context, self))
        cited.searched.connect(self._to_aids)
        self.editor = ActionEditor(self._presenter, self.context.referential, cited)
        self.editor.hide()
        self.forms = PlanForms(self.context, self._presenter, self.table)
        self._left = Scroll("plan_left", (0, 0, 0, 0))
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._calendar = self._calendar_card()
        for card, least, share in ((self.forms, 240, 7), (self._calendar, 150, 4)):
            card.setMinimumHeight(least)
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            self._left.body.addWidget(card, share)
        self._listed = QWidget()
        body = QHBoxLayout(self._listed)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._left, 1)
        body.addWidget(self.editor)
        self._pages = Pages()
        self._nothing = self._make_nothing()
        self._pages.add(self._listed)
        self._pages.add(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(self._second)
        column.addWidget(self._pages, 1)

    def _calendar_card(self) -> Card:
        card = Card(padding=12)
        legend = Label(
            self.tr("plein : d’abord · hachures : sous condition · contour : plus tard"), "caption", "text2", wrap=True
        )
        legend.setAlignment(Qt.AlignmentFlag.AlignRight)
        title = Label(self.tr("Calendrier"), "body", weight=SEMIBOLD)
        line = QHBoxLayout()
        line.addWidget(title)
        line.addWidget(legend, 1)
        card.body.addLayout(line)
        self.calendar = SvgView("plan_calendar", self.tr("Calendrier des actions"))
        self.calendar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._calendar_scroll = Scroll("plan_calendar_scroll", (0, 0, 0, 0))
        self._calendar_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._calendar_scroll.body.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._calendar_scroll, 1)
        return card

    def _make_nothing(self) -> EmptyState:
        state = EmptyState(
            self.tr("Le plan est encore vide"),
            self.tr(
                "Une action naît d’un thème du questionnaire : ce qui sera fait, par qui, pour quand, à quel coût."
            ),
        )
        self._first = Button(self.tr("Nouvelle action"), "plan_nothing_new", "primary", icon="plus")
        self._first.clicked.connect(self.add)
        themes = Button(self.tr("Revoir les thèmes"), "plan_nothing_themes", icon="list-checks")
        themes.clicked.connect(lambda: self.context.page_asked.emit("questionnaire", ""))
        state.add_action(self._first)
        state.add_action(themes)
        return state

    def _connect(self) -> None:
        presenter, table = self._presenter, self.table
        self.new.clicked.connect(self.add)
        self.coach.acted.connect(self._to_coach)
        self.form.chosen.connect(self._show_form)
        self.forms.entered.connect(self.open_editor)
        self.aids.clicked.connect(self._to_aids)
        self.book.clicked.connect(self._ask_book)
        table.activated.connect(lambda _index: self.open_editor())
        table.selectionModel().currentRowChanged.connect(lambda index, _old: self._select(index.data(ID_ROLE)))
        presenter.changed.connect(self._show_rows)
        presenter.selected.connect(self._show_selection)
        self.editor.closed.connect(self.close_editor)
        self.context.changed.connect(self._mission_changed)
        look().changed.connect(self._drawing.start)
        for keys, host, act, scope in (
            ("N", self, self.add, WITHIN),
            ("C", self, self._to_coach, WITHIN),
            ("A", self, self._to_aids, WITHIN),
            ("R", self, self._ask_book, WITHIN),
            ("Ctrl+D", self, presenter.duplicate, WITHIN),
            ("Alt+Up", table, lambda: presenter.move(-1), HERE),
            ("B", self, self._next_form, WITHIN),
            ("M", self, self._to_matrix, WITHIN),
            ("Alt+Down", table, lambda: presenter.move(1), HERE),
            ("Del", table, presenter.remove, HERE),
        ):
            bind(host, keys, act, scope)

    def enter(self) -> None:
        """Show the plan as it is now."""
        writable = self.context.is_writable
        self.new.setEnabled(writable)
        self._first.setEnabled(writable)
        self._show_book()
        self.editor.set_writable(writable)
        self.coach.set_sentence(self._coach_line.sentence())
        self._presenter.reload()

    def review_book(self, path: Path) -> BookSheet | None:
        """Show the changes of a book sent back, or say why it is refused."""
        changes = self._books.read(path)
        if not changes:
            return None
        sheet = BookSheet(changes, self._books, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.finished.connect(self.activateWindow)
        sheet.open()
        return sheet

    def _show_book(self) -> None:
        """The key B does the same where there is no room for the button."""
        self.book.setVisible(self._takes_book() and self.width() >= NARROW)

    def _takes_book(self) -> bool:
        return self.context.is_writable and bool(self.context.file.actions)

    def _ask_book(self) -> None:
        if not self._takes_book():
            return
        kinds = self.tr("Retour d’un carnet (*.json)")
        choose_file(self.window(), self.tr("Carnet renvoyé par le dirigeant"), kinds, self._review)

    def _review(self, path: Path) -> None:
        self.review_book(path)

    def leave(self) -> None:
        """Save what is being typed."""
        self._presenter.flush()

    def first_focus(self) -> QWidget:
        """The table, or the way to a first action."""
        return self.forms.focus() if self._model.rowCount() else self._first

    def footer_widget(self) -> QWidget:
        """The keys of the page."""
        words = self.tr("N nouvelle · Entrée modifier · Suppr retirer · Alt+↑ ↓ changer l’ordre · Ctrl+D dupliquer")
        return row(Label(words, "caption", "text2"), 0)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (
            ("N", self.tr("nouvelle action")),
            ("C", self.tr("coach de l’indice : +X points en N jours")),
            ("A", self.tr("aides de l’action choisie")),
            ("R", self.tr("reprendre le carnet renvoyé par le dirigeant")),
            (self.tr("Entrée"), self.tr("modifier l’action choisie")),
            (self.tr("Suppr"), self.tr("la retirer du plan (« Annuler » la remet)")),
            ("Alt+↑ ↓", self.tr("changer l’ordre")),
            ("B", self.tr("table, tableau par état, par levier")),
            ("M", self.tr("matrice : flèches choisir, Alt + flèches placer, Suppr retirer")),
            ("Alt+← →", self.tr("sur le tableau : changer l’état de l’action")),
            (self.tr("Maj+↑ ↓"), self.tr("choisir plusieurs actions, à changer ensemble")),
            ("Ctrl+D", self.tr("dupliquer")),
            ("Alt+↓", self.tr("dans le champ des thèmes : ouvrir la liste")),
            (self.tr("Échap"), self.tr("fermer l’éditeur")),
        )

    def focus_field(self, name: str) -> bool:
        """Open the editor on one of its fields, of the action whose rank follows the name when one does.

        The name of a new action opens the editor on one that is born from the theme that follows.
        """
        field, _, rank = name.partition(RANK_MARK)
        if field == NEW_ACTION:
            return self.add_from(ThemeCode(rank))
        if rank.isdigit():
            self._presenter.select_rank(int(rank))
        if field.startswith("action_") and self._model.rowCount():
            self.open_editor()
        return super().focus_field(field)

    def add(self) -> None:
        """Write a new action."""
        if self.context.is_writable:
            self._presenter.add()
            self.open_editor()

    def add_from(self, theme: ThemeCode) -> bool:
        """Write a new action born from a theme; False when the mission is sealed."""
        if self.context.is_writable:
            self._presenter.add(theme)
            self.open_editor()
        return self.context.is_writable

    def open_editor(self) -> None:
        """Show the editor on the action selected, its title under the hand."""
        self.editor.show()
        self._arrange()
        self.editor.editor("title").setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Put the editor away and come back to the table."""
        self._presenter.flush()
        self.editor.hide()
        self._arrange()
        self._focus_form() if self._model.rowCount() else self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay table and editor side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._show_book()

    def _show_form(self, form: str) -> None:
        self.forms.show_form(form)
        self._calendar.setVisible(form == TABLE)

    def _next_form(self) -> None:
        order = (TABLE, BOARD, LEVERS)
        form = order[(order.index(self.forms.form) + 1) % len(order)]
        self.form.set_current(form)
        self._show_form(form)
        self._focus_form()

    def _focus_form(self) -> None:
        focus = self.forms.focus()
        if isinstance(focus, PlanBoard):
            focus.focus_card()
        else:
            focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_matrix(self) -> None:
        if self.forms.form == TABLE and self.forms.matrix.isVisible():
            self.forms.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_coach(self) -> None:
        self.context.page_asked.emit("coach", "")

    def _to_aids(self) -> None:
        self._presenter.flush()
        rank = next((one.rank for one in self.context.file.actions if one.id == self._presenter.current), 0)
        self.context.page_asked.emit("aids", f"action{RANK_MARK}{rank}" if rank else "")

    def _arrange(self) -> None:
        editing = not self.editor.isHidden()
        narrow = self.width() < NARROW
        self._left.setVisible(not (narrow and editing))
        self.forms.set_editing(editing=editing)
        self._second.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        wanted = EDITOR_WIDTH + max(0, self.width() - EDITOR_GROWS_FROM) // 6
        self.editor.setMinimumWidth(300 if narrow else wanted)
        self.editor.setMaximumWidth(self.width() if narrow else wanted)
        for column in EDITING_HIDES:
            self.table.setColumnHidden(column, editing or narrow or (column is Column.EFFORT and not self._wide()))
        QTimer.singleShot(0, self.table.fit_rows)
        self._drawing.start()

    def _wide(self) -> bool:
        """Whether the matrix leaves the table room for every column."""
        return self.width() >= WIDE

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        if parts & {Part.ACTIONS, Part.STATE, Part.IDENTITY}:
            self.marked.emit(plan_mark(self.context.file))
            self._presenter.reload()

    def _show_rows(self) -> None:
        actions = self._presenter.actions
        self._model.set_rows([self._words.row(one) for one in actions])
        self.table.fit_rows()
        self._pages.show_only(self._listed if actions else self._nothing)
        note = [self._words.totals(actions), self._words.uncounted(actions)] if actions else []
        if not self.context.is_writable:
            note.append(self.tr("mission scellée, à relire seulement"))
        self.head.set_note(" · ".join(filter(None, note)))
        self.forms.refresh()
        self._show_selection()
        self._drawing.start()

    def _show_selection(self) -> None:
        self.forms.refresh()
        place = self._model.row_of(self._presenter.current)
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectRow(place)

    def _select(self, action_id: object) -> None:
        if action_id is not None and action_id != self._presenter.current:
            self._presenter.select(action_id)  # type: ignore[arg-type]

    def _draw(self) -> None:
        width = self._calendar_scroll.viewport().width() - 2
        if not self.isVisible() or width < 200 or not self._model.rowCount():  # noqa: PLR2004 not laid out yet
            return
        self.calendar.set_svg(self._words.calendar(self.context, self._presenter.actions, colours(), width))
        self.calendar.setFixedHeight(self.calendar.sizeHint().height())
