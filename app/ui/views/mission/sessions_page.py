"""The « Séances et jours » page: days, sessions, invoices and photos, with the caps of the scheme beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.attempts import Attempts
from app.ui.presenters.caps import CapsPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views.keys import digit_of
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.kit.texts import Label
from app.ui.views.look import tokens
from app.ui.views.mission.attachments_view import AttachmentsView
from app.ui.views.mission.caps_panel import CapsPanel
from app.ui.views.mission.days_view import DaysView
from app.ui.views.mission.marks import days_mark
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.sessions_lists import ExpensesView, SessionsView

DAYS, SESSIONS, EXPENSES, ATTACHMENTS = "days", "sessions", "expenses", "attachments"
_WEEKS = 2
_TOOLS_BESIDE_TITLE = 860
"""Width in px of the page from which its tools stand beside its title."""


class SessionsPage(MissionPageView):
    """Four segments over one list each."""

    def __init__(self, context: MissionContext) -> None:
        super().__init__(context)
        self.setObjectName("sessions_page")
        self._attempts = Attempts(context.messages, self)
        self._days = DaysView(context, self._attempts)
        self._sessions = SessionsView(context, self._attempts)
        self._expenses = ExpensesView(context, self._attempts)
        self._attachments = AttachmentsView(context)
        self._caps = CapsPresenter(self)
        self._panel = CapsPanel()
        self._parts: dict[str, QWidget] = {
            DAYS: self._days,
            SESSIONS: self._sessions,
            EXPENSES: self._expenses,
            ATTACHMENTS: self._attachments,
        }
        self._pages = Pages()
        self.segments = self._made_segments()
        self._add = Button(self.tr("Ajouter"), "sessions_add", "primary", "plus")
        words = self.tr("Feuille de présence à signer")
        self._attendance = Button("", "attendance_sheet", "ghost", "printer", accessible=words)
        self._attendance.setToolTip(words)
        self._attendance.clicked.connect(self._ask_attendance)
        self._lay_out()
        self.segments.chosen.connect(self._show)
        self._add.clicked.connect(self._add_asked)
        self._panel.why_asked.connect(context.why_asked)
        context.changed.connect(self._mission_changed)
        self._show(DAYS)
        self._show_caps()

    def _made_segments(self) -> Segmented:
        return Segmented(
            [
                (DAYS, self.tr("Jours")),
                (SESSIONS, self.tr("Séances")),
                (EXPENSES, self.tr("Dépenses")),
                (ATTACHMENTS, self.tr("Photos")),
            ],
            "sessions_segments",
            self.tr("Partie montrée"),
        )

    def enter(self) -> None:
        """Show the mission as it is now."""
        self._days.presenter.reload()
        self._sessions.presenter.reload()
        self._expenses.presenter.reload()
        self._attachments.presenter.reload()
        self._add.setEnabled(self.context.is_writable)
        self._show_caps()

    def leave(self) -> None:
        """Save what is being typed."""
        self._sessions.presenter.flush()
        self._expenses.presenter.flush()

    def first_focus(self) -> QWidget:
        """The agenda, or the list."""
        if self.segments.current() == DAYS:
            return self._days.agenda
        if self.segments.current() == ATTACHMENTS:
            return self._attachments.first_focus()
        part = self._sessions if self.segments.current() == SESSIONS else self._expenses
        return part.first_focus()

    def side_widget(self) -> QWidget:
        """Caps of the scheme."""
        return self._panel

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page."""
        return (
            ("← → ↑ ↓", self.tr("changer de demi-journée")),
            (self.tr("Entrée"), self.tr("demi-journée sur site ; Entrée encore l’ajoute")),
            ("D", self.tr("demi-journée à distance")),
            ("C", self.tr("corriger une ligne")),
            ("P", self.tr("feuille de présence à signer")),
            ("1 2 3 4", self.tr("jours, séances, dépenses, photos")),
            ("N", self.tr("ajouter")),
        )

    def focus_field(self, name: str) -> bool:
        """A field of another segment is shown first."""
        for key, part in self._parts.items():
            if part.findChild(QWidget, name) is not None:
                self.segments.set_current(key)
                self._show(key)
        return super().focus_field(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits change of segment, N adds."""
        part = {1: DAYS, 2: SESSIONS, 3: EXPENSES, 4: ATTACHMENTS}.get(digit_of(event) or 0)
        if part is not None:
            self.segments.set_current(part)
            self._show(part)
            self.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_P:
            self._ask_attendance()
        elif event.key() == Qt.Key.Key_N:
            self._add_asked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        compact = self.window().width() < tokens().regular
        margins = (12, 10, 12, 16) if compact else (24, 12, 24, 16)
        self._scroll.body.setContentsMargins(*margins)
        narrow = self.width() < _TOOLS_BESIDE_TITLE
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        self._scroll = Scroll("sessions_scroll", (24, 12, 24, 16))
        self._scroll.body.setSpacing(12)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(2)
        self._head.addWidget(Label(self.tr("Séances et jours"), "display"))
        self._head.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(3)
        tools.addWidget(self.segments)
        tools.addWidget(self._turner())
        tools.addStretch(1)
        tools.addWidget(self._attendance)
        tools.addWidget(self._add)
        self._head.addLayout(tools)
        self._scroll.body.addLayout(self._head)
        for part in self._parts.values():
            self._pages.add(part)
        self._scroll.body.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _turner(self) -> QWidget:
        self._turn = QWidget()
        line = QHBoxLayout(self._turn)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        before = Button("", "weeks_before", "ghost", "chevron-left", accessible=self.tr("Deux semaines avant"))
        after = Button("", "weeks_after", "ghost", "chevron-right", accessible=self.tr("Deux semaines après"))
        before.clicked.connect(lambda: self._days.turn(-_WEEKS))
        after.clicked.connect(lambda: self._days.turn(_WEEKS))
        line.addWidget(before)
        line.addWidget(self._days.month)
        line.addWidget(after)
        return self._turn

    def _show(self, key: str) -> None:
        self._pages.show_only(self._parts[key])
        self._turn.setVisible(key == DAYS)

    def _show_caps(self) -> None:
        file, scheme = self.context.file, self.context.scheme
        self._panel.show_caps(self._caps.shown(file, scheme, self._days.presenter.today))
        self.marked.emit(days_mark(file, scheme))

    def _mission_changed(self, parts: frozenset[Part]) -> None:
        if parts & {Part.DAYS, Part.EXPENSES, Part.IDENTITY}:
            self._show_caps()

    def _ask_attendance(self) -> None:
        self.context.page_asked.emit("roadmap", "paper_attendance")

    def _add_asked(self) -> None:
        if not self.context.is_writable:
            return
        if self.segments.current() == DAYS:
            self._days.open_form()
        elif self.segments.current() == SESSIONS:
            self._sessions.add()
        elif self.segments.current() == ATTACHMENTS:
            self._attachments.add()
        else:
            self._expenses.add()
