"""What the company sees when it answers alone: who answers, one theme, what is left, the way back to the consultant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.answer_sheet import LEVELS
from app.ui.presenters.company_alone import CompanyAlonePresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import digit_of
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.focus import ringed
from app.ui.views.kit.surfaces import Card, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.look import tokens
from app.ui.views.modes.pin import PinPad

_CARD = 640
_LARGER = 1.45
_NARROW = 1000
"""Width under which the answers are rows, in px."""


class CardStep(QWidget):
    """A card in the middle of the screen."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        scroll = Scroll(f"{name}_scroll", (16, 16, 16, 16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        card = Card(padding=32)
        card.setMaximumWidth(_CARD)
        self.body = card.body
        self.body.setSpacing(16)
        self.title = Label(title, "display", wrap=True)
        self.body.addWidget(self.title)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 100)
        line.addStretch(1)
        scroll.body.addStretch(1)
        scroll.body.addLayout(line)
        scroll.body.addStretch(2)

    def add_buttons(self, *buttons: Button) -> None:
        """Large buttons, the first at the left."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for rank, button in enumerate(buttons):
            line.addWidget(button)
            if rank == 0:
                line.addStretch(1)
        self.body.addLayout(line)


class WhoStep(CardStep):
    """Asks who answers.

    Signals:
        named: « Commencer » was pressed; what was typed.
    """

    named = Signal(str)

    def __init__(self, company: str, total: int) -> None:
        super().__init__("company_who", self.tr("Bonjour"))
        words = self.tr(
            "Voici {0} questions sur {1}. À chacune, choisissez ce qui ressemble le plus à ce qui se fait chez vous"
            " aujourd’hui. Il n’y a pas de bonne ni de mauvaise réponse, et « je ne connais pas » en est une."
        )
        self.body.addWidget(Label(words.format(total, company), "lead", "text2", wrap=True))
        kept = self.tr("Chaque réponse est enregistrée aussitôt. Vous pouvez revenir en arrière et changer d’avis.")
        self.body.addWidget(Label(kept, "lead", "text2", wrap=True))
        self.name = LineEdit("company_who_name")
        self.name.setProperty("large", True)
        self.field = Field(self.tr("Qui répond pour l’entreprise ?"), self.name, note=self.tr("nom ou fonction"))
        self.go = Button(self.tr("Commencer"), "company_who_go", "primary", trailing="chevron-right").enlarged()
        self.body.addWidget(self.field)
        self.add_buttons(self.go)
        self.go.clicked.connect(lambda: self.named.emit(self.name.text()))
        self.name.returnPressed.connect(lambda: self.named.emit(self.name.text()))
        self.name.textEdited.connect(lambda: self.field.set_error(""))

    def focus_first(self) -> None:
        """The name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)


class QuestionStep(QWidget):
    """One question and its five answers, as large as the screen allows."""

    def __init__(self, presenter: CompanyAlonePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.setObjectName("company_question")
        self.place = Label("", "lead", "text2")
        self.title = Label("", "figure", wrap=True)
        self.scope = Label("", "title", "text2", weight=400, wrap=True)
        asked = self.tr("Où en êtes-vous aujourd’hui ?")
        self.asked = Label(asked, "lead", weight=SEMIBOLD)
        self.heading = QWidget()
        self.heading.setObjectName("company_heading")
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ringed(self.heading, tokens().radius.chip)
        self.bar = AnswerBar(presenter.levels, "company_answers")
        self.bar.answered.connect(lambda key: presenter.answer(LEVELS[key - 1]))
        self.bar.step_aside()
        self.bar.stepped.connect(lambda step: presenter.go_on() if step > 0 else presenter.go_back())
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = Scroll("company_scroll", (40, 20, 40, 20))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        inner = QVBoxLayout(self.heading)
        inner.setContentsMargins(2, 0, 2, 0)
        inner.setSpacing(8)
        inner.addWidget(self.place)
        inner.addWidget(self.title)
        inner.addWidget(self.scope)
        scroll.body.setSpacing(16)
        scroll.body.addStretch(1)
        scroll.body.addWidget(self.heading)
        scroll.body.addSpacing(12)
        scroll.body.addWidget(self.asked)
        scroll.body.addWidget(self.bar)
        scroll.body.addStretch(2)

    def show_question(self) -> None:
        """Show the question in front, with its answer."""
        shown = self._presenter.shown()
        self.place.setText(f"{shown.place} · {shown.lever}")
        self.title.setText(shown.theme.title)
        self.scope.setText(shown.theme.scope)
        self.heading.setAccessibleName(f"{shown.place}. {shown.theme.title}. {shown.theme.scope}")
        self.bar.set_entry(shown.at_entry, self.tr("Réponse d’entrée"))
        self.bar.set_answer(shown.answer)

    def focus_first(self) -> None:
        """The answer given, or the question, so that a screen reader says it."""
        chosen = next((button for button in self.bar.buttons if button.isChecked()), None)
        (chosen or self.heading).setFocus(Qt.FocusReason.TabFocusReason)

    def fit(self, width: int) -> None:
        """Cards in a wide window, rows in a narrow one."""
        narrow = width < _NARROW
        self.bar.set_rows(narrow)
        self.bar.set_scale(60 / 42 if narrow else _LARGER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers, an arrow goes on or back, 0 takes the answer away."""
        digit = digit_of(event)
        if digit is not None:
            self._presenter.answer(LEVELS[digit - 1])
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Agrave, Qt.Key.Key_Delete):
            self._presenter.answer(None)
        elif event.key() == Qt.Key.Key_Right:
            self._presenter.go_on()
        elif event.key() == Qt.Key.Key_Left:
            self._presenter.go_back()
        else:
            super().keyPressEvent(event)


class EndStep(CardStep):
    """All is answered, or what is left.

    Signals:
        back_asked, unanswered_asked, done_asked: Its buttons.
    """

    back_asked = Signal()
    unanswered_asked = Signal()
    done_asked = Signal()

    def __init__(self) -> None:
        super().__init__("company_end", "")
        self.said = Label("", "lead", "text2", wrap=True)
        self.back = Button(self.tr("Revoir mes réponses"), "company_end_back", icon="chevron-left").enlarged()
        self.unanswered = Button(self.tr("Compléter"), "company_end_unanswered").enlarged()
        self.done = Button(self.tr("J’ai terminé"), "company_end_done", "primary").enlarged()
        self.body.addWidget(self.said)
        self.add_buttons(self.back, self.unanswered, self.done)
        self.back.clicked.connect(self.back_asked)
        self.unanswered.clicked.connect(self.unanswered_asked)
        self.done.clicked.connect(self.done_asked)

    def show_left(self, left: int, total: int) -> None:
        """Say how many questions have no answer."""
        self.title.setText(self.tr("Merci") if not left else self.tr("Presque fini"))
        whole = self.tr("Vos {0} réponses sont enregistrées. Rendez l’ordinateur au consultant.")
        one = self.tr("Il reste une question sans réponse sur {1}. Vous pouvez y répondre, ou la laisser.")
        some = self.tr("Il reste {0} questions sans réponse sur {1}. Vous pouvez y répondre, ou les laisser.")
        said = whole.format(total) if not left else (one if left == 1 else some).format(left, total)
        self.said.setText(said)
        self.unanswered.setVisible(left > 0)

    def focus_first(self) -> None:
        """What is left, or the end."""
        target = self.done if self.unanswered.isHidden() else self.unanswered
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class LeaveStep(CardStep):
    """The way back to the consultant.

    Signals:
        entered: What was typed.
        back_asked: Back to the questions.
    """

    entered = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__("company_leave", self.tr("Rendre l’ordinateur au consultant"))
        self.pad = PinPad()
        self.back = Button(self.tr("Revenir aux questions"), "company_leave_back", icon="chevron-left").enlarged()
        self.body.addWidget(self.pad)
        self.add_buttons(self.back)
        self.pad.entered.connect(self.entered)
        self.back.clicked.connect(self.back_asked)

    def focus_first(self) -> None:
        """The field."""
        self.pad.ask()
