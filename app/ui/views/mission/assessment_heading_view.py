"""Heading of the assessment: one quiet line that opens into four fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assessment import AssessmentKind
from app.ui.presenters.assessment_heading import HeadingPresenter, HeadingShown
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.choices import Choice
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Card, reveal
from app.ui.views.kit.texts import Label


class HeadingLine(QWidget):
    """« Entrée déclarée le 14/09/2021 par la présidente », and the way to change it.

    Signals:
        closed: The fields were folded: give the focus back.
        ways_asked: Another way of answering is wanted.
    """

    closed = Signal()
    ways_asked = Signal()

    def __init__(self, presenter: HeadingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._writable = True
        self._words = Label("", "small", "text2", wrap=True)
        self._open = Button(self.tr("Modifier"), "heading_open", "link", accessible=self.tr("Modifier la déclaration"))
        self._ways = Button(self.tr("Répondre autrement"), "ways_open", "link")
        self.day = LineEdit("heading_day", self.tr("jj/mm/aaaa"))
        self.declared_by = LineEdit("heading_declared_by", self.tr("Nom ou fonction"))
        self.captured_by = LineEdit("heading_captured_by")
        self.mode = Choice(presenter.modes(), "heading_mode")
        self._day_field = Field(self.tr("Date de la déclaration"), self.day)
        self._card = Card(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._words, 1)
        self._cap = KeyCap("D")
        line.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._open)
        line.addSpacing(8)
        line.addWidget(KeyCap("M"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._ways)
        column.addLayout(line)
        column.addWidget(self._card)
        self._fill_card()
        self._card.hide()

    def _fill_card(self) -> None:
        self._open.clicked.connect(self.toggle)
        self._ways.clicked.connect(self.ways_asked)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self._day_field, 0, 0)
        grid.addWidget(Field(self.tr("Déclaré par"), self.declared_by), 0, 1)
        grid.addWidget(Field(self.tr("Saisi par"), self.captured_by), 1, 0)
        grid.addWidget(Field(self.tr("Façon de répondre"), self.mode), 1, 1)
        self._card.body.addLayout(grid)
        for editor in (self.day, self.declared_by, self.captured_by):
            editor.editingFinished.connect(self.save)
        self.mode.chosen.connect(lambda _key: self.save())

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self._card.isHidden()

    def show_heading(self, kind: AssessmentKind, *, writable: bool) -> None:
        """Show the heading of an assessment."""
        self._writable = writable
        heading = self._presenter.shown()
        moment = self.tr("Entrée déclarée") if kind is AssessmentKind.ENTRY else self.tr("Sortie déclarée")
        modes = dict(self._presenter.modes())
        if heading.declared_by:
            words = self.tr("{0} le {1} par {2}. {3}.")
            self._words.setText(words.format(moment, heading.day, heading.declared_by, modes[heading.mode]))
        else:
            words = self.tr("{0} le {1}. La personne qui déclare n’est pas encore nommée.")
            self._words.setText(words.format(moment, heading.day))
        self._open.setVisible(writable)
        self._cap.setVisible(writable)
        self.day.set_value(heading.day)
        self.declared_by.set_value(heading.declared_by)
        self.captured_by.set_value(heading.captured_by)
        self.mode.set_current(heading.mode)
        self._day_field.set_error("")

    def set_error(self, sentence: str) -> None:
        """Say what is refused."""
        self._day_field.set_error(sentence)

    def toggle(self) -> None:
        """Show or fold the fields."""
        if self.is_open:
            self.save()
            self._card.hide()
            self._open.setText(self.tr("Modifier"))
            self.closed.emit()
        elif self._writable:
            self._card.show()
            self._open.setText(self.tr("Replier"))
            self.declared_by.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(self)

    def save(self) -> None:
        """Save what is typed."""
        if self.is_open:
            self._presenter.save(
                HeadingShown(self.day.text(), self.declared_by.text(), self.captured_by.text(), self.mode.current())
            )
