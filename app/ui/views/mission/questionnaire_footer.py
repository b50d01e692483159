"""Footer of the questionnaire: from theme to theme, and to the results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.texts import Label
from app.ui.views.mission.key_relay import KeyRelay


class QuestionnaireFooter(KeyRelay):
    """Buttons that a mouse press does not give the focus to, so that the digits keep answering.

    Signals:
        previous_asked, next_asked, unanswered_asked, results_asked: Its buttons.
    """

    previous_asked = Signal()
    next_asked = Signal()
    unanswered_asked = Signal()
    results_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._previous = Button(self.tr("Précédent"), "theme_previous", icon="chevron-left")
        self._results = Button(self.tr("Résultats"), "results_open", "ghost", "radar")
        self._unanswered = Button(self.tr("Sans réponse suivante"), "theme_unanswered", "ghost", "step-forward")
        self._next = Button(self.tr("Suivant"), "theme_next", "primary", trailing="chevron-right")
        self._hint = QWidget()
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(8, 0, 0, 0)
        hint.setSpacing(6)
        hint.addWidget(KeyCap("1–5"))
        hint.addWidget(Label(self.tr("répond et avance"), "small", "text2"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self._previous)
        self._line.addWidget(self._hint)
        self._line.addStretch(1)
        for button in (self._results, self._unanswered, self._next):
            self._line.addWidget(button)
        for button in (self._previous, self._results, self._unanswered, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._previous.clicked.connect(self.previous_asked)
        self._results.clicked.connect(self.results_asked)
        self._unanswered.clicked.connect(self.unanswered_asked)
        self._next.clicked.connect(self.next_asked)

    def show_place(self, *, first: bool, last: bool, unanswered: int) -> None:
        """Quiet what leads nowhere."""
        self._previous.setEnabled(not first)
        self._next.setEnabled(not last)
        self._unanswered.setEnabled(unanswered > 0)

    def set_compact(self, compact: bool) -> None:
        """Icons alone in a narrow window."""
        self._hint.setVisible(not compact)
        self._unanswered.setText("" if compact else self.tr("Sans réponse suivante"))
        self._previous.setText("" if compact else self.tr("Précédent"))
