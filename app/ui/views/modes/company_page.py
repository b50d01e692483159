"""The company answers alone: this page fills the window, and nothing else of the program is within reach of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.company_alone import CompanyAlonePresenter, Step
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import bind
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.progress import ThinBar
from app.ui.views.kit.surfaces import Plain
from app.ui.views.kit.texts import Label
from app.ui.views.modes.company_steps import EndStep, LeaveStep, QuestionStep, WhoStep

_BAR = 84
_TIGHT = 900
"""Width under which the company's name leaves its room to the buttons, in px."""


class CompanyPage(Plain):
    """The page; it never leaves by itself.

    Signals:
        left: A code or a secret was typed, to be tried.
    """

    left = Signal(str)

    def __init__(self, presenter: CompanyAlonePresenter) -> None:
        super().__init__("bg")
        self.presenter = presenter
        presenter.setParent(self)
        total = presenter.shown().total
        self.setObjectName("company_page")
        self.who = WhoStep(presenter.company, total)
        self.question = QuestionStep(presenter)
        self.end = EndStep()
        self.leave = LeaveStep()
        self._steps = Pages()
        for step in (self.who, self.question, self.end, self.leave):
            self._steps.add(step)
        self._stuck = Banner(
            "danger",
            self.tr("Cette réponse n’a pas pu être enregistrée. Prévenez le consultant, ou réessayez."),
            "company_stuck",
            self.tr("Réessayer"),
        )
        self._stuck.hide()
        self._head, self._foot = self._make_head(presenter.company), self._make_foot()
        self._lay_out()
        self._connect()
        self.who.name.setText(presenter.declared_by())
        self._show_step()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._stuck):
            column.addWidget(widget)
        column.addWidget(self._steps, 1)
        column.addWidget(self._foot)

    def _make_head(self, company: str) -> QWidget:
        head = Plain("surface", Qt.Edge.BottomEdge)
        self._count = Label("", "lead", "text2")
        self._bar = ThinBar(self.tr("Réponses"), 8)
        self._bar.setMaximumWidth(260)
        self._name = Label(company, "lead", weight=SEMIBOLD)
        line = QHBoxLayout(head)
        line.setContentsMargins(40, 14, 40, 15)
        line.setSpacing(16)
        line.addWidget(self._name)
        line.addStretch(1)
        line.addWidget(self._count)
        line.addWidget(self._bar, 1)
        return head

    def _make_foot(self) -> QWidget:
        foot = Plain("surface", Qt.Edge.TopEdge)
        foot.setFixedHeight(_BAR)
        self.back = Button(self.tr("Précédente"), "company_back", icon="chevron-left").enlarged()
        self.hand = Button(self.tr("Rendre l’ordinateur"), "company_hand", "ghost", "lock").enlarged()
        self.go_on = Button(self.tr("Suivante"), "company_next", "primary", trailing="chevron-right").enlarged()
        self._hint = Label(self.tr("Les touches 1 à 5 répondent aussi"), "small", "text3")
        line = QHBoxLayout(foot)
        line.setContentsMargins(40, 1, 40, 0)
        line.setSpacing(16)
        line.addWidget(self.back)
        line.addWidget(self._hint)
        line.addStretch(1)
        line.addWidget(self.hand)
        line.addWidget(self.go_on)
        for button in (self.back, self.hand, self.go_on):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return foot

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.stepped.connect(self._show_step)
        presenter.theme_changed.connect(self._show_question)
        presenter.refused.connect(self.who.field.set_error)
        presenter.stuck.connect(self._stuck.setVisible)
        self._stuck.acted.connect(presenter.retry)
        self.who.named.connect(presenter.begin)
        self.end.back_asked.connect(presenter.go_back)
        self.end.unanswered_asked.connect(presenter.go_to_unanswered)
        self.end.done_asked.connect(self.ask_code)
        self.leave.entered.connect(self.left)
        self.leave.back_asked.connect(self._show_step)
        self.back.clicked.connect(presenter.go_back)
        self.hand.clicked.connect(self.ask_code)
        self.go_on.clicked.connect(presenter.go_on)
        bind(self, "F1", self._show_keys)

    def ask_code(self) -> None:
        """Show the way back to the consultant."""
        self.presenter.settle()
        self._show(self.leave)

    def refuse(self, sentence: str) -> None:
        """The code is not right."""
        self.leave.pad.refuse(sentence)

    def focus_first(self) -> None:
        """What is to be filled or pressed first."""
        step = self._steps.current()
        if isinstance(step, WhoStep | QuestionStep | EndStep | LeaveStep):
            step.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks for the code, or comes back from it; no key leads anywhere else."""
        if event.key() == Qt.Key.Key_Escape:
            if self._steps.current() is self.leave:
                self._show_step()
            else:
                self.ask_code()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the screen."""
        super().resizeEvent(event)
        tight = self.width() < _TIGHT
        self._name.setVisible(not tight)
        self._hint.setVisible(not tight and self._steps.current() is self.question)
        self.hand.setText("" if tight else self.tr("Rendre l’ordinateur"))
        self.question.fit(self.width())

    def _show_step(self) -> None:
        step = {Step.WHO: self.who, Step.THEME: self.question, Step.END: self.end}[self.presenter.step]
        self.end.show_left(self.presenter.left(), self.presenter.shown().total)
        self._show_question()
        self._show(step)

    def _show(self, step: QWidget) -> None:
        self._steps.show_only(step)
        asking = step is self.question
        self._head.setVisible(step is not self.leave)
        for button in (self.back, self.go_on):
            button.setVisible(asking)
        self._hint.setVisible(asking and self.width() >= _TIGHT)
        self._foot.setVisible(step is not self.leave)
        self.focus_first()

    def _show_question(self) -> None:
        shown = self.presenter.shown()
        self.question.show_question()
        words = self.tr("{0} réponses sur {1}")
        self._count.setText(words.format(shown.answered, shown.total))
        self._bar.set_values(shown.answered, shown.total)
        self.back.setEnabled(not shown.first)
        if self._steps.current() is self.question:
            self.question.focus_first()

    def _show_keys(self) -> None:
        from app.ui.views.keys_sheet import KeysSheet

        keys = (
            ("1–5", self.tr("répondre et passer à la question suivante")),
            ("→ ←", self.tr("question suivante, question précédente")),
            ("0", self.tr("effacer la réponse")),
            (self.tr("Échap"), self.tr("rendre l’ordinateur au consultant")),
        )
        KeysSheet(keys, self, alone=True).open()
