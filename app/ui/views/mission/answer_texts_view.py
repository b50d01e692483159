"""Under the answers: justification beside the consultant's opinion, and the line of the answer given at entry."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assessment import Answer, Assessment
from app.domain.referential import Level, Referential
from app.ui.presenters import typed
from app.ui.presenters.answer_sheet import LEVELS, key_of
from app.ui.views.fonts import MEDIUM
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, TextArea
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.states import StateGlyph
from app.ui.views.kit.texts import Label


class EntryLine(QWidget):
    """What was answered at entry, shown at exit: when, by whom, which level, whether it is a reclassification."""

    def __init__(self, referential: Referential) -> None:
        super().__init__()
        self._referential = referential
        self._words = Label("", "small", "text2")
        self._glyph = StateGlyph(None, 18)
        self._level = Label("", "small", "text", MEDIUM)
        self._moved = Label("", "caption", "text3")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconView("history", "text2", 16))
        for widget in (self._words, self._glyph, self._level):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._moved)

    def show_entry(self, entry: Assessment, before: Level | None, now: Level | None) -> None:
        """Show the answer of the entry beside the one of the exit."""
        words = self.tr("À l’entrée, le {0}")
        if before is None:
            words = self.tr("À l’entrée, le {0} : sans réponse")
        self._words.setText(words.format(typed.day(entry.day)))
        self.setToolTip(entry.declared_by)
        self._glyph.setVisible(before is not None)
        self._glyph.set_level(key_of(before))
        self._level.setText("" if before is None else self._referential.label(before))
        moved = before is not now and Level.NOT_CONCERNED in (before, now) and None not in (before, now)
        self._moved.setText(self.tr("reclassement, compté à part") if moved else "")


class AnswerTexts(QWidget):
    """Justification of the company and, at exit, opinion of the consultant.

    Signals:
        justified: The justification changed under the hand.
        opined: The sentence of the opinion changed under the hand.
        opinion_chosen: A level of opinion was chosen; a `Level`, or None for no opinion.
        left: An editor was left: save what is typed.
        submitted: Ctrl+Enter in an editor.
    """

    justified = Signal(str)
    opined = Signal(str)
    opinion_chosen = Signal(object)
    left = Signal()
    submitted = Signal()

    def __init__(self, referential: Referential) -> None:
        super().__init__()
        self.justification = TextArea("justification")
        self.justification.setFixedHeight(94)
        self._justification_field = Field(
            self.tr("Justification"),
            self.justification,
            note=self.tr("déclarée par l’entreprise, imprimée"),
            key="J",
        )
        options = [("", self.tr("Sans avis")), *((level.value, referential.label(level)) for level in LEVELS)]
        self.level = Choice(options, "opinion_level", self.tr("Avis du consultant : niveau"))
        self.sentence = TextArea("opinion_sentence", self.tr("En une phrase"), self.tr("Avis du consultant : phrase"))
        self.sentence.setFixedHeight(54)
        self._glyph = StateGlyph(None, 20)
        self._differs = Label("", "caption", "text3")
        self._opinion: Level | None = None
        self._opinion_field = Field(
            self.tr("Avis du consultant"), self._opinion_editor(), note=self.tr("à côté, jamais à la place"), key="O"
        )
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(16)
        self._line.addWidget(self._justification_field, 3, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._opinion_field, 2, Qt.AlignmentFlag.AlignTop)
        self._connect()

    def _connect(self) -> None:
        self.justification.textChanged.connect(lambda: self.justified.emit(self.justification.value()))
        self.justification.committed.connect(lambda _text: self.left.emit())
        self.justification.submitted.connect(self.submitted)
        self.sentence.textChanged.connect(lambda: self.opined.emit(self.sentence.value()))
        self.sentence.committed.connect(lambda _text: self.left.emit())
        self.sentence.submitted.connect(self.submitted)
        self.level.chosen.connect(lambda key: self.opinion_chosen.emit(Level(key) if key else None))

    def _opinion_editor(self) -> QWidget:
        editor = QWidget()
        editor.setObjectName("opinion")
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._glyph)
        head.addWidget(self.level, 1)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self._differs)
        editor.setFocusProxy(self.level)
        return editor

    def show_texts(self, answer: Answer, declared: Level | None, *, at_exit: bool, writable: bool) -> None:
        """Show the texts of a theme; the opinion exists at exit only."""
        self.justification.set_value(answer.justification)
        self._opinion_field.setVisible(at_exit)
        opinion = answer.opinion
        self.level.set_current("" if opinion is None else opinion.level.value)
        self.sentence.set_value("" if opinion is None else opinion.sentence)
        self.sentence.setEnabled(writable and opinion is not None)
        self._glyph.set_level(None if opinion is None else key_of(opinion.level))
        self._opinion = None if opinion is None else opinion.level
        self.show_declared(declared)
        self.justification.set_locked(not writable)
        self.level.setEnabled(writable)

    def show_declared(self, declared: Level | None) -> None:
        """Say whether the opinion differs from what the company declares."""
        differs = None not in (self._opinion, declared) and self._opinion is not declared
        self._differs.setText(self.tr("diffère de la déclaration") if differs else "")

    def set_saving(self, saving: bool) -> None:
        """Show the dot of a text on its way to the disk."""
        self._justification_field.set_saving(saving)

    def set_error(self, sentence: str) -> None:
        """Say what is refused."""
        self._justification_field.set_error(sentence)

    def set_compact(self, compact: bool) -> None:
        """One under the other in a narrow window."""
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight)
