"""Types a questionnaire filled on paper: 29 digits, 29 again without seeing them, each difference, then one confirmation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.presenters.paper_grid import BLANK, PaperGridPresenter, PaperHeading, Pass
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import digit_of
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.modes.grid_cells import GridCells

_WIDTH, _ROOM = 1000, 60
_ZEROS = (Qt.Key.Key_0, Qt.Key.Key_Agrave)
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DigitKeys(QWidget):
    """The six answers as keys of the screen.

    Signals:
        pressed: A digit, 0 for a theme left blank.
    """

    pressed = Signal(int)

    def __init__(self, presenter: PaperGridPresenter, name: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, digit in enumerate((1, 2, 3, 4, 5, BLANK)):
            words = presenter.wording(digit)
            key = Button(f"{digit} · {words[:1].upper()}{words[1:]}", f"{name}_{digit}")
            key.setFixedHeight(48)
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            key.setSizePolicy(key.sizePolicy().Policy.Expanding, key.sizePolicy().Policy.Fixed)
            key.clicked.connect(lambda _checked=False, digit=digit: self.pressed.emit(digit))
            grid.addWidget(key, place // 3, place % 3)


class GridStep(QWidget):
    """A pass over the 29 themes; it has the focus and takes the digits."""

    def __init__(self, presenter: PaperGridPresenter, *, narrow: bool) -> None:
        super().__init__()
        self._presenter = presenter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("paper_grid")
        self.told = Label("", "body", "text2", wrap=True)
        self.next = Label("", "lead", weight=SEMIBOLD, wrap=True)
        self.cells = GridCells(presenter.groups(), narrow=narrow)
        self.keys = DigitKeys(presenter, "paper_key")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.told, self.cells, self.next, self.keys):
            column.addWidget(widget)
        column.addStretch(1)
        self.cells.picked.connect(presenter.go)
        self.keys.pressed.connect(self._type)

    def show_pass(self) -> None:
        """Show the digits of the pass under way."""
        presenter = self._presenter
        second = self.tr("Seconde saisie, sans voir la première : reprenez le papier depuis le premier thème.")
        first = self.tr(
            "Première saisie : un chiffre par thème, dans l’ordre du papier ; 0 pour un thème laissé en blanc."
        )
        self.told.setText(second if presenter.step is Pass.SECOND else first)
        self.cells.show_cells(presenter.cells(), presenter.rank)
        theme = presenter.themes[presenter.rank]
        self.next.setText(f"{theme.code} · {theme.title}")
        self.setAccessibleName(f"{theme.code}, {theme.title}. {self.told.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is typed, an arrow moves, Backspace takes a digit away."""
        presenter = self._presenter
        digit = BLANK if event.key() in _ZEROS and not event.isAutoRepeat() else digit_of(event)
        step = _MOVES.get(Qt.Key(event.key()))
        if digit is not None:
            presenter.type(digit)
        elif step is not None:
            presenter.go(presenter.rank + step)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            presenter.erase()
        else:
            super().keyPressEvent(event)

    def _type(self, digit: int) -> None:
        self._presenter.type(digit)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class DifferenceStep(QWidget):
    """One theme typed in two ways: what does the paper say?"""

    def __init__(self, presenter: PaperGridPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("paper_difference")
        self.left = Label("", "body", "text2", wrap=True)
        self.title = Label("", "title", wrap=True)
        self.passes = Label("", "lead", wrap=True)
        self.keys = DigitKeys(presenter, "paper_decide")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.left, self.title, self.passes, self.keys):
            column.addWidget(widget)
        column.addStretch(1)
        self.keys.pressed.connect(presenter.decide)

    def show_difference(self) -> None:
        """Show the first difference left."""
        found = self._presenter.difference()
        if found is None:
            return
        one = self.tr("Un thème diffère entre les deux saisies. Regardez le papier et tapez ce qu’il dit.")
        some = self.tr("{0} thèmes diffèrent entre les deux saisies. Regardez le papier et tapez ce qu’il dit.")
        self.left.setText(one if found.left == 1 else some.format(found.left))
        self.title.setText(f"{found.theme.code} · {found.theme.title}")
        wording = self._presenter.wording
        words = self.tr("Première saisie : {0}, {1}\nSeconde saisie : {2}, {3}")
        said = words.format(found.first, wording(found.first), found.second, wording(found.second))
        self.passes.setText(said)
        self.setAccessibleName(f"{self.title.text()}. {said}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit decides."""
        digit = BLANK if event.key() in _ZEROS and not event.isAutoRepeat() else digit_of(event)
        if digit is not None:
            self._presenter.decide(digit)
        else:
            super().keyPressEvent(event)


class ConfirmStep(QWidget):
    """Who answered, when, and the index written on the paper; nothing is recorded before « Enregistrer »."""

    def __init__(self, presenter: PaperGridPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setObjectName("paper_confirm")
        self.summary = Label("", "lead", wrap=True)
        self.refused = Label("", "body", "danger", wrap=True)
        self.day, self.who = LineEdit("paper_day", self.tr("jj/mm/aaaa")), LineEdit("paper_who")
        self.typist, self.total = LineEdit("paper_typist"), LineEdit("paper_total")
        fields = QGridLayout()
        fields.setSpacing(12)
        note = self.tr("s’il y est ; vérifié")
        fields.addWidget(Field(self.tr("Qui a répondu"), self.who, note=self.tr("nom ou fonction")), 0, 0)
        fields.addWidget(Field(self.tr("Date écrite sur le papier"), self.day), 0, 1)
        fields.addWidget(Field(self.tr("Saisi par"), self.typist), 1, 0)
        fields.addWidget(Field(self.tr("Total I2DF écrit sur le papier"), self.total, note=note), 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addLayout(fields)
        column.addWidget(self.refused)
        column.addStretch(1)

    def show_summary(self) -> None:
        """Show what is about to be recorded."""
        known = self._presenter.heading()
        self.summary.setText(self._presenter.summary())
        self.day.set_value(known.day)
        self.typist.set_value(known.captured_by)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Record, or say why not."""
        heading = PaperHeading(self.day.text(), self.who.text(), self.typist.text(), self.total.text())
        self.refused.setText(self._presenter.confirm(heading))


class PaperDialog(Dialog):
    """The whole typing; leaving it before the end records nothing."""

    def __init__(self, presenter: PaperGridPresenter, moment: str, parent: QWidget) -> None:
        """Make the dialog; `moment` names the questionnaire, as « entrée »."""
        title = self.tr("Questionnaire rempli sur papier ({0})").format(moment)
        super().__init__(title, "", "paper", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.presenter = presenter
        presenter.setParent(self)
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 16), 0)
        self.setFixedWidth(self.width())
        self.setMaximumHeight(room.height() - 8)
        self.grid = GridStep(presenter, narrow=self.width() < _WIDTH - _ROOM)
        self.difference = DifferenceStep(presenter)
        self.confirming = ConfirmStep(presenter)
        self._steps = Pages()
        self._lay_out(room.height())
        presenter.stepped.connect(self._show_step)
        presenter.typed.connect(self._show_typed)
        presenter.confirmed.connect(lambda _count: self.accept())
        self._show_step()

    def _lay_out(self, height: int) -> None:
        for step in (self.grid, self.difference, self.confirming):
            self._steps.add(step)
        scroll = Scroll("paper_scroll", (0, 0, 0, 0))
        scroll.body.addWidget(self._steps)
        scroll.setFixedHeight(min(548, height - 160))
        self.body.addWidget(scroll)
        self.add_button(self.tr("Abandonner"), "paper_leave")
        self.go = Button(self.tr("Enregistrer"), "paper_go", "primary")
        self._buttons.addWidget(self.go)
        self.go.clicked.connect(self.confirming.confirm)
        for editor in (self.confirming.day, self.confirming.who, self.confirming.typist, self.confirming.total):
            editor.returnPressed.connect(self.confirming.confirm)

    def _show_step(self) -> None:
        steps: dict[Pass, QWidget] = {Pass.DIFFERENCES: self.difference, Pass.CONFIRM: self.confirming}
        step = steps.get(self.presenter.step, self.grid)
        self._steps.show_only(step)
        self.go.setVisible(step is self.confirming)
        self._show_typed()
        if step is self.confirming:
            self.confirming.show_summary()
        else:
            step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_typed(self) -> None:
        self.grid.show_pass()
        self.difference.show_difference()
