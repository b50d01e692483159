"""The answer of the coach: each pick with its numbers and the way to make an action of it, then what is left out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.coach import Pick
from app.ui.presenters.coach import CoachPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.discard import discard
from app.ui.views.kit.surfaces import Card, Hairline
from app.ui.views.kit.texts import Label


class CoachAnswer(Card):
    """Picks, made anew at each answer that differs."""

    def __init__(self, presenter: CoachPresenter) -> None:
        super().__init__(padding=12)
        self._presenter = presenter
        self._writable = True
        self._shown: object = None
        self._content: QWidget | None = None
        self.all = Button("", "coach_create_all", "primary", icon="plus")
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Pas proposés"), "lead", weight=SEMIBOLD), 1)
        head.addWidget(self.all)
        self.body.addLayout(head)
        self._note = Label("", "caption", "text2", wrap=True)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self.all.clicked.connect(self._create_all)
        presenter.changed.connect(self.load)
        self.load()

    def set_writable(self, writable: bool) -> None:
        """A sealed mission takes no new action."""
        self._writable = writable
        self._shown = None
        self.load()

    def load(self) -> None:
        """Show the answer, when it is another one."""
        picks = self._picks()
        known = [
            (pick, self._presenter.created(pick), self._presenter.known_actions(pick.theme.code)) for pick in picks
        ]
        advice = self._presenter.advice
        left = self._presenter.words.left_out(advice) if advice is not None else ()
        if (known, left, self._writable) == self._shown:
            return
        self._shown = (known, left, self._writable)
        waiting = [pick for pick, created, _ in known if created is None]
        self.all.setText(self.tr("Créer les {0} actions").format(len(waiting)))
        self.all.setVisible(len(waiting) > 1)
        self.all.setEnabled(self._writable)
        self._note.setText(self._sentence(bool(picks)))
        if self._content is not None:
            self.body.removeWidget(self._content)
            discard(self._content)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for pick, created, ranks in known:
            column.addWidget(Hairline())
            column.addWidget(self._line(pick, created, ranks))
        if left:
            column.addWidget(Hairline())
            column.addWidget(Label(" · ".join(left), "caption", "text2", wrap=True))
        self.body.insertWidget(2, self._content)

    def _sentence(self, found: bool) -> str:
        if not found:
            return self.tr("Les pas retenus paraîtront ici, avec leurs chiffres.")
        return self.tr("Le coach propose du travail. Il ne déclare rien : les niveaux restent ceux de l’entreprise.")

    def _picks(self) -> tuple[Pick, ...]:
        advice = self._presenter.advice
        return advice.picks if advice is not None else ()

    def _line(self, pick: Pick, created: int | None, ranks: tuple[int, ...]) -> QWidget:
        words = self._presenter.words
        host = QWidget()
        line = QHBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(Label(words.theme(pick.theme), "small", weight=SEMIBOLD, wrap=True))
        told.addWidget(Label(words.pick(pick), "small", "text2", wrap=True))
        known = words.known(ranks)
        if known:
            told.addWidget(Label(known, "caption", "text3", wrap=True))
        line.addLayout(told, 1)
        button = Button(self.tr("Créer l’action"), f"coach_create_{pick.theme.code}")
        if created is not None:
            button.setText(self.tr("Action {0}").format(created))
        button.setAccessibleName(self.tr("Créer l’action pour {0}").format(words.theme(pick.theme)))
        button.setEnabled(self._writable and created is None)
        button.clicked.connect(lambda: self._presenter.create(pick))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        host.setAccessibleName(f"{words.theme(pick.theme)} : {words.pick(pick)}")
        return host

    def _create_all(self) -> None:
        self._presenter.create(*(pick for pick in self._picks() if self._presenter.created(pick) is None))
