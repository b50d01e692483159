"""What is said of one factor: four texts, when it is to be opened, and its effect on each operation."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.full_diagnostic import STRONGEST_EFFECT, FactorPriority, FactorView, Operation
from app.ui.presenters.full_diagnostic import TEXTS
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.surfaces import Card, Hairline
from app.ui.views.kit.texts import Label, SectionTitle

_EDITORS = {
    "observations": "factor_observations",
    "strengths": "factor_strengths",
    "weaknesses": "factor_weaknesses",
    "evidence": "factor_evidence",
}
_TEXT_HEIGHT = 104
_EFFECT_COLUMNS = 4


class FactorEditor(Card):
    """The factor shown.

    Signals:
        typed: A text changed under the hand; its name and the text.
        priority_chosen: A `FactorPriority`, or None.
        effect_chosen: An `Operation` and a strength, 0 to 3.
        left: An editor was left: save what is typed.
        stepped: Ctrl+Enter in a text: the next factor is wanted.
    """

    typed = Signal(str, str)
    priority_chosen = Signal(object)
    effect_chosen = Signal(object, int)
    left = Signal()
    stepped = Signal()

    def __init__(self, word: Callable[[str, str], str]) -> None:
        super().__init__(16)
        self._word = word
        self._title = SectionTitle("")
        self._editors = {name: TextArea(_EDITORS[name]) for name in TEXTS}
        self._fields: dict[str, Field] = {}
        options = [
            ("", self.tr("Pas encore dit")),
            *((one.value, word("factor_priority", one)) for one in FactorPriority),
        ]
        self._priority = Choice(options, "factor_priority")
        self._effects = {one: self._effect(one) for one in Operation}
        self._texts_grid = QGridLayout()
        self._effects_grid = QGridLayout()
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addLayout(self._texts_grid)
        self._lay_out_texts()
        self.body.addWidget(Field(self.tr("Priorité"), self._priority, note=self.tr("un ordre, pas une note")))
        self.body.addWidget(Hairline())
        self._lay_out_effects()
        self._priority.chosen.connect(lambda key: self.priority_chosen.emit(FactorPriority(key) if key else None))

    @property
    def first(self) -> QWidget:
        """The first text."""
        return self._editors[TEXTS[0]]

    def show_view(self, view: FactorView, *, writable: bool) -> None:
        """Show what is said of a factor."""
        self._title.title.setText(self._word("factor", view.factor))
        for name, editor in self._editors.items():
            editor.set_value(getattr(view, name))
            editor.set_locked(not writable)
            self._fields[name].set_error("")
        self._priority.set_current("" if view.priority is None else view.priority.value)
        self._priority.setEnabled(writable)
        for operation, choice in self._effects.items():
            choice.set_current(str(view.effects.get(operation, 0)))
            choice.setEnabled(writable)

    def set_saving(self, saving: bool) -> None:
        """Show the dot of a text on its way to the disk."""
        for name, field in self._fields.items():
            field.set_saving(saving and self._editors[name].hasFocus())

    def set_error(self, sentence: str) -> None:
        """Say what is refused, under the text being written, or the first one."""
        focused = next((name for name, one in self._editors.items() if one.hasFocus()), TEXTS[0])
        self._fields[focused].set_error(sentence)

    def _effect(self, operation: Operation) -> Choice:
        options = [(str(one), self._word("effect", str(one))) for one in range(STRONGEST_EFFECT + 1)]
        choice = Choice(options, f"factor_effect_{operation}")
        choice.chosen.connect(lambda key: self.effect_chosen.emit(operation, int(key)))
        return choice

    def _lay_out_texts(self) -> None:
        words = {
            "observations": (self.tr("Observations"), self.tr("imprimées")),
            "strengths": (self.tr("Points d’appui"), self.tr("imprimés")),
            "weaknesses": (self.tr("À ouvrir"), self.tr("imprimé")),
            "evidence": (self.tr("Preuves"), self.tr("où, avec qui ; imprimées")),
        }
        self._texts_grid.setHorizontalSpacing(16)
        self._texts_grid.setVerticalSpacing(12)
        for rank, (name, editor) in enumerate(self._editors.items()):
            title, note = words[name]
            editor.setFixedHeight(_TEXT_HEIGHT)
            editor.textChanged.connect(lambda name=name, editor=editor: self.typed.emit(name, editor.value()))
            editor.committed.connect(lambda _text: self.left.emit())
            editor.submitted.connect(self.stepped)
            self._fields[name] = Field(title, editor, note=note)
            self._texts_grid.addWidget(self._fields[name], rank // 2, rank % 2)

    def _lay_out_effects(self) -> None:
        self.body.addWidget(SectionTitle(self.tr("Ce que ce facteur change dans les opérations"), role="body"))
        self._effects_grid.setSpacing(12)
        for rank, (operation, choice) in enumerate(self._effects.items()):
            field = Field(self._word("operation", operation), choice)
            self._effects_grid.addWidget(field, rank // _EFFECT_COLUMNS, rank % _EFFECT_COLUMNS)
        self.body.addLayout(self._effects_grid)
        self.body.addWidget(
            Label(self.tr("Avis du consultant, imprimé en trois barres."), "caption", "text3", wrap=True)
        )
