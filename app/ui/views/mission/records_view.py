"""A list beside the editor of its current line, for the sessions and for the invoice lines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.ui.presenters.attempts import Attempts
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.records import RecordsPresenter
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, LineEdit, TextArea
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label
from app.ui.views.mission.field_grid import FieldGrid

_NARROW = 640
_HEIGHT = 420


@dataclass(frozen=True, slots=True)
class EditorSpec:
    """One field of the editor: its label, its widget, whether it is wide, private, and a quiet word."""

    label: str
    editor: LineEdit | TextArea | Choice
    wide: bool = False
    private: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListSpec:
    """The list.

    Attributes:
        name: objectName of the table; the editor's buttons derive from it.
        title: What the rows are.
        headers: Words above the columns.
        widths: Their widths in px.
        stretch: The column that takes what is left.
        right: Columns of numbers.
        row: Cells of a line.
        empty: What is said when there is none.
        removed: What is said when a line was removed.
        remove: Words of the button that removes one.
    """

    name: str
    title: str
    headers: Sequence[str]
    widths: Sequence[int]
    stretch: int
    right: Sequence[int]
    row: Callable[[Any], CellRow]
    empty: str
    removed: str
    remove: str


class RecordsView(QWidget):
    """List at the left, editor at the right; each field saves alone."""

    def __init__(self, context: MissionContext, presenter: RecordsPresenter[Any], attempts: Attempts) -> None:
        super().__init__()
        self._context, self.presenter, self._attempts = context, presenter, attempts
        self._editors: Mapping[str, EditorSpec] = {}
        self._fields: dict[str, Field] = {}
        self._refusal = Label("", "small", "danger", wrap=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(16)

    def build(self, listed: ListSpec, editors: Mapping[str, EditorSpec]) -> None:
        """Make the list and the editor; a derived view calls it once."""
        self._listed, self._editors = listed, editors
        self._model = CellRowsModel(listed.headers, listed.right, self)
        self.table = Table(listed.name, listed.title, row="list")
        self.table.setModel(self._model)
        self.table.set_widths(listed.widths, stretch=listed.stretch)
        self._empty = Label(listed.empty, "body", "text2", wrap=True)
        self._card = Card(16)
        self._remove = Button(listed.remove, f"{listed.name}_remove", "ghost", "trash-2")
        self._lay_out()
        self._bind()
        self._show_list()
        self._show_record()

    def add(self) -> None:
        """Edit a new line."""
        self.presenter.add()
        first = next(iter(self._editors.values())).editor
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The list, or the first field."""
        return self.table if self._model.rowCount() else self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One under the other in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.table.fit_rows()

    def _lay_out(self) -> None:
        self._list_card = framed(self.table)
        self._list_card.setMinimumHeight(_HEIGHT // 2)
        self._line.addWidget(self._list_card, 5)
        self._line.addWidget(self._empty, 5, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._card, 6, Qt.AlignmentFlag.AlignTop)
        grid = FieldGrid()
        for key, spec in self._editors.items():
            field = Field(spec.label, spec.editor, note=spec.note, private=spec.private)
            self._fields[key] = field
            grid.add(field, span=2 if spec.wide else 1)
        self._card.body.addWidget(grid)
        self._card.body.addWidget(self._refusal)
        foot = QHBoxLayout()
        foot.addWidget(self._remove)
        foot.addStretch(1)
        self._card.body.addLayout(foot)

    def _bind(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show_list)
        presenter.selected.connect(self._show_record)
        presenter.pending.connect(lambda: self._set_saving(True))
        presenter.saved.connect(self._saved)
        presenter.removed.connect(self._removed)
        self._attempts.refused.connect(self._refused)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        self.table.clicked.connect(lambda index: self._select(index, index))
        self._remove.clicked.connect(presenter.remove)
        for key, spec in self._editors.items():
            self._bind_editor(key, spec.editor)

    def _bind_editor(self, key: str, editor: LineEdit | TextArea | Choice) -> None:
        presenter = self.presenter
        if isinstance(editor, TextArea):
            editor.textChanged.connect(lambda: presenter.type(key, editor.value()))
        elif isinstance(editor, LineEdit):
            editor.textEdited.connect(lambda text: presenter.type(key, text))
        else:
            editor.chosen.connect(lambda chosen: presenter.type(key, chosen))
            return
        editor.committed.connect(lambda _text: presenter.leave())

    def _show_list(self) -> None:
        records = self.presenter.records
        self._model.set_rows([self._listed.row(record) for record in records])
        self.table.fit_rows()
        self._list_card.setVisible(bool(records))
        self._empty.setVisible(not records)
        self._mark_current()

    def _show_record(self) -> None:
        current = self.presenter.current
        self._card.setVisible(current is not None)
        self._set_saving(False)
        self._refusal.hide()
        writable = self._context.is_writable
        self._remove.setEnabled(writable)
        for key, spec in self._editors.items():
            text = self.presenter.text(key)
            self._fields[key].set_error("")
            if isinstance(spec.editor, Choice):
                spec.editor.set_current(text)
            else:
                spec.editor.set_value(text)
            spec.editor.setEnabled(writable)
        self._mark_current()

    def _mark_current(self) -> None:
        current = self.presenter.current
        row = -1 if current is None else self._model.rank_of(current.id)
        if row < 0:
            self.table.clearSelection()
        elif row != self.table.currentIndex().row() or not self.table.selectionModel().hasSelection():
            self.table.selectRow(row)

    def _select(self, index: QModelIndex, _before: QModelIndex) -> None:
        chosen = index.data(ID_ROLE)
        if isinstance(chosen, UUID):
            self.presenter.select(chosen)

    def _set_saving(self, saving: bool) -> None:
        next(iter(self._fields.values())).set_saving(saving)

    def _saved(self) -> None:
        self._set_saving(False)
        self._refusal.hide()
        for key, field in self._fields.items():
            field.set_error("")
            editor = self._editors[key].editor
            if isinstance(editor, LineEdit) and not editor.hasFocus():
                editor.set_value(self.presenter.text(key))

    def _removed(self, record: object) -> None:
        self._context.messages.tell(self._listed.removed, self.tr("Annuler"), lambda: self.presenter.put_back(record))

    def _refused(self, where: str, sentence: str) -> None:
        place, _, key = where.partition(".")
        if place != self.presenter.place:
            return
        if key in self._fields:
            self._fields[key].set_error(sentence)
        else:
            self._refusal.setText(sentence)
            self._refusal.show()
