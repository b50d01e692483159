"""The aids that the action being edited cites, under its fields, and the way to those that fit it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.action_aids import ActionAidsPresenter, AidWords
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.discard import discard
from app.ui.views.kit.texts import Label


class ActionAids(QWidget):
    """Aids cited, each with the way to take it out.

    Signals:
        searched: The aids that fit the action are wanted.
    """

    searched = Signal()

    def __init__(self, presenter: ActionAidsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._action: UUID | None = None
        self._shown: object = None
        self._content: QWidget | None = None
        self.finder = Button(self.tr("Chercher et calculer des aides"), "action_aids", icon="coins")
        self.finder.clicked.connect(self.searched)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(Label(self.tr("Aides citées"), "small", weight=SEMIBOLD))
        self._column.addWidget(self.finder, 0, Qt.AlignmentFlag.AlignLeft)

    def show_action(self, action_id: UUID | None) -> None:
        """Show the aids of an action; the same ones are left alone."""
        kept, lines = self._presenter.is_kept(action_id), self._presenter.lines(action_id)
        state = (action_id, kept, lines, self._presenter.writable)
        if state == self._shown:
            return
        self._action, self._shown = action_id, state
        self.finder.setEnabled(kept)
        if self._content is not None:
            self._column.removeWidget(self._content)
            discard(self._content)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for one in lines:
            column.addWidget(self._line(one))
        if not lines:
            words = self.tr("Aucune.") if kept else self.tr("L’action a d’abord besoin d’un intitulé et d’un thème.")
            column.addWidget(Label(words, "caption", "text2", wrap=True))
        self._column.insertWidget(1, self._content)

    def _line(self, one: AidWords) -> QWidget:
        host = QWidget()
        line = QHBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(one.title, "small", wrap=True))
        words.addWidget(Label(one.note, "caption", "text2", wrap=True))
        line.addLayout(words, 1)
        spoken = self.tr("Ne plus citer : {0}").format(one.title)
        drop = Button("", f"action_aid_drop_{one.id}", "ghost", "x", accessible=spoken)
        drop.setEnabled(self._presenter.writable)
        drop.clicked.connect(lambda: self._drop(one.id))
        line.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        host.setAccessibleName(f"{one.title} : {one.note}")
        return host

    def _drop(self, aid_id: str) -> None:
        if self._action is not None:
            self._presenter.drop(self._action, aid_id)
            self.finder.setFocus(Qt.FocusReason.OtherFocusReason)
