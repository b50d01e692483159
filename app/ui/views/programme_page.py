"""« Programme régional : simulation »: lines of services, figures with their rules as one types, readings to try."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.cells import TextCell
from app.ui.presenters.programme import WHOLE, FieldShown, ProgrammePresenter, ProgrammeShown
from app.ui.presenters.programme_fields import Line
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.discard import discard
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card, Scroll, row
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.mission.field_grid import FieldGrid

DETAILS = ("companies", "half_days", "started_on", "size", "aerospace")
"""Fields of a line that most programmes leave as they are."""

NARROW = 900
"""Width in px under which the figures stand below the lines."""


class FieldsCard(Card):
    """A card of fields, typed or chosen.

    Signals:
        changed: Something was typed or chosen.
        removed: The card is no longer wanted.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, name: str, title: str, fields: Sequence[FieldShown], *, columns: int, removable: bool) -> None:
        """Make the fields; their editors are named `<name>_<field>`, those of `DETAILS` wait behind a button."""
        super().__init__(14)
        self.setObjectName(name)
        self._editors: dict[str, LineEdit | Choice] = {}
        self.fields: dict[str, Field] = {}
        self.title = SectionTitle(title)
        self.remove = Button(self.tr("Retirer"), f"{name}_remove", "ghost", icon="trash-2")
        self.remove.clicked.connect(self.removed)
        self.remove.setVisible(removable)
        self.more = Button(self.tr("Détails"), f"{name}_more", "ghost", icon="chevron-down")
        self.more.clicked.connect(self._show_details)
        self.title.add(self.more)
        self.title.add(self.remove)
        grid, self._details = FieldGrid(columns), FieldGrid(columns)
        self._later = [shown for shown in fields if shown.name in DETAILS]
        self._fill(grid, [shown for shown in fields if shown not in self._later])
        self.body.addWidget(self.title)
        self.body.addWidget(grid)
        self.body.addWidget(self._details)
        self._details.hide()
        self.more.setVisible(removable)

    def _fill(self, grid: FieldGrid, fields: Sequence[FieldShown]) -> None:
        for shown in fields:
            editor = self._editor(f"{self.objectName()}_{shown.name}", shown)
            self._editors[shown.name] = editor
            self.fields[shown.name] = Field(shown.label, editor)
            grid.add(self.fields[shown.name])

    def _show_details(self) -> None:
        """Make the fields that waited; a programme has many lines, and most are left as they are."""
        later, self._later = self._later, []
        self._fill(self._details, later)
        self.more.hide()
        self._details.show()
        self._editors[later[0].name].setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> Line:
        """What is typed and chosen, by name."""
        typed = {
            name: editor.current() if isinstance(editor, Choice) else editor.text()
            for name, editor in self._editors.items()
        }
        return {**{shown.name: shown.value for shown in self._later}, **typed}

    def editor(self, name: str) -> LineEdit | Choice:
        """The editor of a field."""
        return self._editors[name]

    def set_faults(self, faults: dict[str, str]) -> None:
        """Say what is refused under each field."""
        for name, shown in self.fields.items():
            shown.set_error(faults.get(name, ""))

    def _editor(self, name: str, shown: FieldShown) -> LineEdit | Choice:
        if not shown.options:
            line = LineEdit(name)
            line.set_value(shown.value)
            line.textChanged.connect(lambda _text: self.changed.emit())
            return line
        choice = Choice(shown.options, name)
        choice.set_current(shown.value)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        choice.chosen.connect(lambda _key: self.changed.emit())
        return choice


class FiguresCard(Card):
    """What is found: the grant, every figure with its rule and its sentence, then the notes."""

    def __init__(self) -> None:
        super().__init__(14)
        self.setObjectName("programme_figures")
        self.grant = Label("", "figure", "text")
        self.refusal = Label("", "body", "danger", wrap=True)
        self.model = CellRowsModel([self.tr("Chiffre"), self.tr("Montant"), self.tr("Règle")], right=(1,), parent=self)
        self.table = Table("programme_table", self.tr("Chiffres du programme et leurs règles"), row="ledger")
        self.table.setModel(self.model)
        self.table.set_widths([150, 124, 200], stretch=2)
        self.notes = Label("", "small", "text2", wrap=True)
        self.body.addWidget(SectionTitle(self.tr("Aide de l’État à la Région")))
        for widget in (self.grant, self.refusal, self.table, self.notes):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_found(self, shown: ProgrammeShown) -> None:
        """Show what was found."""
        self.grant.setText(shown.grant or "—")
        self.refusal.setText(shown.refusal)
        self.refusal.setVisible(bool(shown.refusal))
        rows = []
        for rank, figure in enumerate(shown.figures):
            weight = 600 if figure.decided else 400
            decided = self.tr("{0}, décide") if figure.decided else "{0}"
            cells = (
                TextCell(decided.format(figure.title), weight=weight, wrap=True),
                TextCell(figure.amount, weight=weight, right=True),
                TextCell(f"{figure.rule}. {figure.sentence}", wrap=True, tone="text2"),
            )
            rows.append(CellRow(rank, cells))
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.notes.setText("\n".join(shown.notes))

    def settle(self) -> None:
        """Size the table for the present width."""
        self.table.hold_rows()


class ProgrammePage(QWidget):
    """The page; it holds what is typed until the window closes, and writes nothing."""

    def __init__(self, presenter: ProgrammePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setObjectName("programme_page")
        self.lines: list[FieldsCard] = []
        self._made = 0
        self.add = Button(self.tr("Ajouter une ligne"), "programme_add", icon="plus")
        self.examples = [
            Button(example.title, f"programme_example_{rank + 1}", "primary" if not rank else "plain")
            for rank, example in enumerate(presenter.examples)
        ]
        self.whole = FieldsCard(
            "programme_whole", self.tr("Programme et lectures"), presenter.whole_fields(), columns=2, removable=False
        )
        self.figures = FiguresCard()
        self._note = Label("", "small", "text3", wrap=True)
        self._scroll = Scroll("programme_scroll", (24, 12, 24, 16))
        self._lay_out()
        self._connect()
        self.load(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        body = self._scroll.body
        body.addWidget(Label(self.tr("Programme régional : simulation"), "display", wrap=True))
        body.addWidget(Label(self._presenter.source(), "small", "text2", wrap=True))
        body.addWidget(row(*self.examples, self.add, 0))
        body.addWidget(self._note)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        left.addLayout(self._column)
        left.addStretch(1)
        self._pair.addLayout(left, 1)
        self._pair.addWidget(self.figures, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(self._pair)
        body.addWidget(self.whole)
        body.addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_new)
        self.whole.changed.connect(self._compute)
        for rank, button in enumerate(self.examples):
            button.clicked.connect(self._loader(rank))

    def focus_first(self) -> None:
        """The first example."""
        first = self.examples[0] if self.examples else self.add
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures go below in a narrow page."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        QTimer.singleShot(0, self, self.figures.settle)

    def load(self, rank: int) -> None:
        """Put the lines of a worked example in place of those that are there."""
        if not self._presenter.examples:
            self._compute()
            return
        for line in self.lines:
            discard(line)
        self.lines = []
        for values in self._presenter.example(rank):
            self._append(values)
        self._note.setText(self._presenter.examples[rank].source)
        self._compute()

    def _loader(self, rank: int) -> Callable[[], None]:
        return lambda: self.load(rank)

    def _add_new(self) -> None:
        card = self._append(self._presenter.new_line())
        self._compute()
        card.editor("services").setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, values: Line) -> FieldsCard:
        self._made += 1
        fields = self._presenter.line_fields(values)
        card = FieldsCard(f"programme_line_{self._made}", "", fields, columns=2, removable=True)
        card.changed.connect(self._compute)
        card.removed.connect(lambda: self._take_away(card))
        self.lines.append(card)
        self._column.addWidget(card)
        self._number()
        return card

    def _take_away(self, card: FieldsCard) -> None:
        self.lines.remove(card)
        discard(card)
        self._number()
        self._compute()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for rank, card in enumerate(self.lines, start=1):
            words = self.tr("Ligne {0}").format(rank)
            card.title.title.setText(words)
            card.title.setAccessibleName(words)
            card.remove.setAccessibleName(self.tr("Retirer la ligne {0}").format(rank))

    def _compute(self) -> None:
        shown = self._presenter.compute([card.values() for card in self.lines], self.whole.values())
        for rank, card in enumerate(self.lines):
            card.set_faults({name: said for (at, name), said in shown.faults.items() if at == rank})
        self.whole.set_faults({name: said for (at, name), said in shown.faults.items() if at == WHOLE})
        self.figures.show_found(shown)
        QTimer.singleShot(0, self, self.figures.settle)
