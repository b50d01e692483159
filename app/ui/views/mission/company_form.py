"""Fields of the « Entreprise » page, in cards, each bound to its key of the presenter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.mission import Mission
from app.ui.presenters.company import CompanyPresenter
from app.ui.presenters.company_fields import NO, UNKNOWN, YES
from app.ui.views.kit.choices import Check, Choice
from app.ui.views.kit.fields import Field, LineEdit, TextArea
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card
from app.ui.views.kit.texts import SectionTitle
from app.ui.views.mission.field_grid import FieldGrid

Options = Sequence[tuple[str, str]]

_AREAS = {"short": 58, "area": 96}
"""Heights of the editors of several lines, in px."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a card.

    Attributes:
        key: Key of the presenter, and objectName of the editor.
        label: Words above it.
        kind: `line`, `short` (two lines), `area`, `segments`, `choice` or `check`.
        options: Keys and words of segments and choices.
        hint: Quiet sentence under it.
        note: Quiet words beside the label.
        wide: Whether it takes the whole line.
        private: Whether it is neither sealed nor printed.
        placeholder: Example inside an empty editor.
    """

    key: str
    label: str
    kind: str = "line"
    options: Options = ()
    hint: str = ""
    note: str = ""
    wide: bool = False
    private: bool = False
    placeholder: str = ""


class CompanyForm(QObject):
    """Makes the cards and keeps each editor and the presenter in step."""

    def __init__(self, presenter: CompanyPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._fields: dict[str, Field] = {}
        self._editors: dict[str, QWidget] = {}
        presenter.pending.connect(self._pending)
        presenter.saved.connect(self._saved)
        presenter.loaded.connect(self.show_all)
        presenter.attempts.refused.connect(self._refused)

    def card(self, title: str, note: str, specs: Sequence[FieldSpec]) -> Card:
        """A card of fields."""
        card = Card(20)
        card.body.setSpacing(14)
        card.body.addWidget(SectionTitle(title, note))
        grid = FieldGrid()
        for spec in specs:
            grid.add(self._field(spec), span=2 if spec.wide else 1)
        card.body.addWidget(grid)
        return card

    def editor(self, key: str) -> QWidget:
        """Editor of a field."""
        return self._editors[key]

    def show_all(self) -> None:
        """Show every field as typed, and what cannot be changed as such."""
        for key, editor in self._editors.items():
            self._show(key, editor)
            editor.setEnabled(self._presenter.writable)

    def _field(self, spec: FieldSpec) -> QWidget:
        editor = self._make(spec)
        self._editors[spec.key] = editor
        if spec.kind == "check":
            return editor
        field = Field(spec.label, editor, spec.hint, spec.note, spec.private)
        self._fields[spec.key] = field
        return field

    def _make(self, spec: FieldSpec) -> QWidget:
        presenter, key = self._presenter, spec.key
        if spec.kind in _AREAS:
            area = TextArea(key, spec.placeholder)
            area.setFixedHeight(_AREAS[spec.kind])
            area.textChanged.connect(lambda: presenter.type(key, area.value()))
            area.committed.connect(lambda _text: presenter.leave(key))
            return area
        if spec.kind == "segments":
            segments = Segmented(spec.options, key, spec.label)
            segments.chosen.connect(lambda choice: presenter.choose(key, choice))
            return segments
        if spec.kind == "choice":
            choice = Choice(spec.options, key)
            choice.chosen.connect(lambda chosen: presenter.choose(key, chosen))
            return choice
        if spec.kind == "check":
            check = Check(spec.label, key)
            check.clicked.connect(lambda on: presenter.choose(key, YES if on else NO))
            return check
        line = LineEdit(key, spec.placeholder)
        line.textEdited.connect(lambda text: presenter.type(key, text))
        line.editingFinished.connect(lambda: self._left(key, line))
        return line

    def _left(self, key: str, line: LineEdit) -> None:
        """Save, then show the value as it is kept: « 250000 » becomes « 250 000 »."""
        self._presenter.leave(key)
        if not self._fields[key].error():
            line.set_value(self._presenter.text(key))

    def _show(self, key: str, editor: QWidget) -> None:
        text = self._presenter.text(key)
        if isinstance(editor, LineEdit | TextArea):
            editor.set_value(text)
        elif isinstance(editor, Check):
            editor.setChecked(text == YES)
        elif isinstance(editor, Segmented | Choice):
            editor.set_current(text)

    def _pending(self, key: str) -> None:
        if key in self._fields:
            self._fields[key].set_saving(True)

    def _saved(self, key: str, _mission: Mission) -> None:
        field, editor = self._fields.get(key), self._editors.get(key)
        if field is not None:
            field.set_saving(False)
            field.set_error("")
        if editor is not None and not editor.hasFocus():
            self._show(key, editor)

    def _refused(self, key: str, sentence: str) -> None:
        if key in self._fields:
            self._fields[key].set_saving(False)
            self._fields[key].set_error(sentence)


def three_states(yes: str, no: str, unknown: str) -> Options:
    """Segments of a field that may be unknown."""
    return ((YES, yes), (NO, no), (UNKNOWN, unknown))
