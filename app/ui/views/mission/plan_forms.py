"""The plan in its three forms: table beside the matrix, board by state, columns by lever."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.action_plan import ActionState
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.plan import PlanPresenter
from app.ui.presenters.plan_changes import PlanChanges
from app.ui.presenters.plan_groups import PlanGroups
from app.ui.presenters.plan_matrix import PlanMatrix
from app.ui.qtmodels.actions_model import ID_ROLE
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label
from app.ui.views.look import look
from app.ui.views.mission.bulk_bar import BulkBar
from app.ui.views.mission.matrix_view import MatrixView
from app.ui.views.mission.plan_board import PlanBoard

TABLE, BOARD, LEVERS = "table", "board", "levers"
MATRIX_WIDTH = 300
STACKED = 760
"""Width in px under which the matrix goes under the table."""


class PlanForms(QWidget):
    """One plan, three forms.

    Signals:
        entered: The action chosen is to be edited.
    """

    entered = Signal()

    def __init__(self, context: MissionContext, presenter: PlanPresenter, table: Table) -> None:
        super().__init__()
        self._context, self._presenter, self.table = context, presenter, table
        self.changes = PlanChanges(context, self)
        self._groups, self._matrix_words = PlanGroups(context.referential, self), PlanMatrix(self)
        self.bulk = BulkBar(self.changes, self.chosen)
        self.matrix = MatrixView(self._matrix_words, lambda: context.is_writable)
        self.board = PlanBoard("plan_board", self._groups.by_state(()), moves=True)
        self.levers = PlanBoard("plan_levers", self._groups.by_lever(()), moves=False)
        self._pages = Pages()
        self._tabled = self._make_tabled()
        for page in (self._tabled, self.board, self.levers):
            self._pages.add(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bulk)
        column.addWidget(self._pages, 1)
        self._connect()
        self.show_form(TABLE)

    def _make_tabled(self) -> QWidget:
        self.matrix_card = Card(padding=10)
        self._waiting = Label("", "caption", "text2", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Valeur et effort"), "body", weight=SEMIBOLD))
        head.addStretch(1)
        head.addWidget(Label(self.tr("glisser, ou Alt + flèches"), "caption", "text2"))
        self.matrix_card.body.addLayout(head)
        self.matrix_card.body.addWidget(self.matrix, 1)
        self.matrix_card.body.addWidget(self._waiting)
        host = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, host)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        self._sides.addWidget(framed(self.table), 1)
        self._sides.addWidget(self.matrix_card)
        return host

    def _connect(self) -> None:
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_bulk())
        self.matrix.chosen.connect(self._presenter.select)
        self.matrix.placed.connect(self._place)
        for board in (self.board, self.levers):
            board.chosen.connect(self._presenter.select)
            board.entered.connect(self.entered)
        self.board.moved.connect(self._put_in_state)
        look().changed.connect(self.matrix.draw)

    @property
    def form(self) -> str:
        """The form shown."""
        shown = self._pages.current()
        return BOARD if shown is self.board else LEVERS if shown is self.levers else TABLE

    def show_form(self, form: str) -> None:
        """Show the plan in a form."""
        self._pages.show_only({BOARD: self.board, LEVERS: self.levers}.get(form, self._tabled))
        self.refresh()

    def chosen(self) -> frozenset[UUID]:
        """Actions chosen together in the table."""
        rows = self.table.selectionModel().selectedRows()
        return frozenset(index.data(ID_ROLE) for index in rows)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        actions, current = self._presenter.actions, self._presenter.current
        if self.form == TABLE:
            kept = [one for one in actions if one.state is not ActionState.DROPPED]
            saved = [one for one in kept if not self._presenter.is_new(one.id)]
            self.matrix.show_plan(saved, current)
            self._waiting.setText(self._matrix_words.waiting(saved))
            self._waiting.setVisible(bool(self._waiting.text()))
        elif self.form == BOARD:
            self.board.show_groups(self._groups.by_state(actions), current)
        else:
            self.levers.show_groups(self._groups.by_lever(actions), current)
        self._show_bulk()

    def focus(self) -> QWidget:
        """What takes the focus in the form shown."""
        return self.table if self.form == TABLE else self.board if self.form == BOARD else self.levers

    def set_editing(self, *, editing: bool) -> None:
        """Leave the room of the matrix to the editor."""
        self.matrix_card.setVisible(not editing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the matrix beside the table, or under it."""
        super().resizeEvent(event)
        stacked = self.width() < STACKED
        way = QBoxLayout.Direction
        self._sides.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        wide = 16_777_215 if stacked else max(MATRIX_WIDTH, self.width() * 3 // 10)
        self.matrix_card.setMaximumWidth(wide)
        self.matrix_card.setMinimumWidth(0 if stacked else min(wide, MATRIX_WIDTH))
        self.matrix_card.setMinimumHeight(MATRIX_WIDTH if stacked else 0)

    def _show_bulk(self) -> None:
        self.bulk.show_for(len(self.chosen()) if self.form == TABLE else 0, writable=self._context.is_writable)

    def _place(self, placement: object) -> None:
        self._presenter.flush(complete=False)
        self.changes.place(self._presenter.current, placement)  # type: ignore[arg-type]

    def _put_in_state(self, action_id: UUID, key: str) -> None:
        self._presenter.flush(complete=False)
        words = dict(self._groups.states())[ActionState(key)]
        self._presenter.select(action_id)
        self.changes.put_in_state(action_id, ActionState(key), words)
