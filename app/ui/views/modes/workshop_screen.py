"""The workshop full screen: a theme and its levels, votes hidden until they are shown, then one decision with its author."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.referential import Level
from app.ui.presenters.answer_sheet import LEVELS
from app.ui.presenters.workshop_screen import WorkshopScreenPresenter
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.keys import bind, digit_of
from app.ui.views.kit.answers import AnswerBar
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.fields import Field, LineEdit
from app.ui.views.kit.surfaces import Plain, Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.modes.vote_columns import VoteColumns

_BAR = 84
_NARROW = 1000
_LARGER = 1.3


class DecisionDialog(Dialog):
    """Who decides, and which level."""

    def __init__(self, presenter: WorkshopScreenPresenter, parent: QWidget) -> None:
        words = self.tr("Les votes éclairent ; le niveau déclaré est une décision, avec son auteur.")
        super().__init__(self.tr("Décider du niveau"), words, "decision", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        self.author = LineEdit("decision_author")
        self.author.setText(presenter.author())
        self.field = Field(self.tr("Qui décide pour l’entreprise"), self.author, note=self.tr("nom ou fonction"))
        self.bar = AnswerBar(presenter.levels, "decision")
        self.bar.set_rows(True)
        self.bar.set_scale(60 / 42)
        self.bar.answered.connect(lambda key: self._decide(LEVELS[key - 1]))
        self.body.addWidget(self.field)
        self.body.addWidget(self.bar)
        self.add_button(self.tr("Ne rien changer"), "decision_leave")
        presenter.refused.connect(self.field.set_error)
        target: QWidget = self.bar.buttons[0] if presenter.author() else self.author
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its level, once the author is written."""
        digit = digit_of(event)
        if digit is None:
            super().keyPressEvent(event)
        else:
            self._decide(LEVELS[digit - 1])

    def _decide(self, level: Level) -> None:
        if self._presenter.decide(self.author.text(), level):
            self.accept()


class WorkshopScreen(Plain):
    """The window that a room looks at.

    Signals:
        left: Esc, or « Quitter ».
    """

    left = Signal()

    def __init__(self, presenter: WorkshopScreenPresenter) -> None:
        super().__init__("bg")
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("workshop_screen")
        self.setWindowTitle(self.tr("Atelier"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presenter = presenter
        presenter.setParent(self)
        self.place = Label("", "title", "text2", weight=400)
        self.title = Label("", "figure", wrap=True)
        self.scope = Label("", "title", "text2", weight=400, wrap=True)
        self.columns = VoteColumns()
        self.bar = AnswerBar(presenter.levels, "workshop_levels")
        self.said = Label("", "title", weight=SEMIBOLD, wrap=True)
        self.decided = Label("", "lead", "text2", wrap=True)
        self.refused = Label("", "lead", "danger", wrap=True)
        self._lay_out()
        self._connect()
        self.show_theme()

    def _lay_out(self) -> None:
        scroll = Scroll("workshop_scroll", (48, 20, 48, 12))
        scroll.body.setSpacing(10)
        for widget in (self.place, self.title, self.scope):
            scroll.body.addWidget(widget)
        scroll.body.addWidget(self.columns, 1)
        scroll.body.addWidget(self.bar)
        for widget in (self.said, self.decided, self.refused):
            scroll.body.addWidget(widget)
        foot = Plain("surface", Qt.Edge.TopEdge)
        foot.setFixedHeight(_BAR)
        line = self._foot = QHBoxLayout(foot)
        line.setSpacing(12)
        self.back = Button(self.tr("Précédent"), "workshop_back", icon="chevron-left").enlarged()
        self.undo = Button(self.tr("Retirer un vote"), "workshop_take_back", "ghost").enlarged()
        self.show_votes = Button("", "workshop_reveal", "primary", "eye").enlarged()
        self.decide = Button(self.tr("Décider"), "workshop_decide", icon="stamp").enlarged()
        self.go_on = Button(self.tr("Suivant"), "workshop_next", trailing="chevron-right").enlarged()
        self.leave = Button("", "workshop_leave", "ghost", "x", accessible=self.tr("Quitter l’atelier")).enlarged()
        for item in (self.back, self.undo, None, self.show_votes, self.decide, None, self.go_on, self.leave):
            if item is None:
                line.addStretch(1)
            else:
                item.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                line.addWidget(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self.show_theme)
        presenter.refused.connect(self.refused.setText)
        self.bar.answered.connect(lambda key: self._vote(LEVELS[key - 1]))
        self.back.clicked.connect(lambda: presenter.step(-1))
        self.go_on.clicked.connect(lambda: presenter.step(1))
        self.undo.clicked.connect(presenter.take_back)
        self.show_votes.clicked.connect(presenter.reveal)
        self.decide.clicked.connect(self.ask_decision)
        self.leave.clicked.connect(self._leave)
        bind(self, "F1", self._show_keys)
        self.bar.step_aside()
        self.bar.stepped.connect(presenter.step)

    def project(self, beside: QWidget) -> None:
        """Show it full screen, in the dress of a window, on another screen than that window's when there is one."""
        self.setParent(beside, Qt.WindowType.Window)
        screens = [one for one in QGuiApplication.screens() if one is not beside.screen()]
        if screens:
            self.setScreen(screens[0])
            self.move(screens[0].geometry().topLeft())
        self.showFullScreen()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_theme(self) -> None:
        """Show what the room sees now."""
        shown = self.presenter.shown()
        hidden = shown.counts is None
        self.place.setText(shown.place)
        self.title.setText(f"{shown.theme.code} · {shown.theme.title}")
        self.scope.setText(shown.theme.scope)
        self.columns.show_counts(shown.counts, shown.said)
        self.bar.set_answer(shown.declared)
        self.bar.set_sealed(not shown.writable)
        self.said.setText("" if hidden else shown.said[:1].upper() + shown.said[1:])
        self.decided.setText(shown.decided)
        self.refused.clear()
        self.show_votes.setText(self.tr("Montrer les votes") if hidden else self.tr("Cacher les votes"))
        self.show_votes.setAccessibleName(self.show_votes.text())
        self.back.setEnabled(not shown.first)
        self.go_on.setEnabled(not shown.last)
        self.undo.setEnabled(shown.writable and shown.total > 0)
        self.decide.setEnabled(shown.writable)
        self.setAccessibleName(f"{shown.place}. {self.title.text()}. {shown.said}. {shown.decided}")

    def ask_decision(self) -> None:
        """Ask who decides, and which level."""
        if self.presenter.shown().writable:
            DecisionDialog(self.presenter, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a vote, V shows them, D decides, arrows change the theme, Esc leaves."""
        digit, key = digit_of(event), Qt.Key(event.key())
        if digit is not None:
            self._vote(LEVELS[digit - 1])
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_N):
            self.presenter.step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_P):
            self.presenter.step(-1)
        elif key in (Qt.Key.Key_V, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.presenter.reveal()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.presenter.take_back()
        elif key == Qt.Key.Key_D:
            self.ask_decision()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows and icons alone in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.bar.set_rows(narrow)
        self.bar.set_scale(60 / 42 if narrow else _LARGER)
        self.back.setText("" if narrow else self.tr("Précédent"))
        self.go_on.setText("" if narrow else self.tr("Suivant"))
        self.undo.setVisible(not narrow)
        side = 12 if narrow else 48
        self._foot.setContentsMargins(side, 1, side, 0)

    def _vote(self, level: Level) -> None:
        if self.presenter.shown().writable:
            self.presenter.vote(level)

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _show_keys(self) -> None:
        from app.ui.views.keys_sheet import KeysSheet

        keys = (
            ("1–5", self.tr("compter un vote de la salle, caché jusqu’à ce qu’on le montre")),
            (self.tr("Retour"), self.tr("retirer le dernier vote")),
            ("V", self.tr("montrer les votes, les cacher")),
            ("D", self.tr("décider du niveau déclaré, avec son auteur")),
            ("→ ←", self.tr("thème suivant, thème précédent")),
            (self.tr("Échap"), self.tr("quitter l’atelier")),
        )
        KeysSheet(keys, self, alone=True).open()
