"""The window of the program: the entrance, then the desk of a profile, and the training desk beside it."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import CodedError
from app.services.profile import Profile, with_atelier_turned
from app.services.rows import MissionPage
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.views.company_session import CompanySession
from app.ui.views.desk import Desk
from app.ui.views.entrance import Entrance
from app.ui.views.idle import IdleWatch
from app.ui.views.keys import bind
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.surfaces import Plain
from app.ui.views.lock import Lock
from app.ui.views.message_surfaces import BannerArea
from app.ui.views.text_size import TextSize

if TYPE_CHECKING:
    from app.domain.assessment import AssessmentKind
    from app.ui.presenters.mission_context import MissionContext
    from app.ui.views.training import TrainingDesk

SIZE = (1280, 720)
SMALLEST = (640, 360)


class MainWindow(Plain):
    """The one window.

    Attributes:
        starts_in_training: Show the fictional company as soon as the profile is open.
        begins_again: It was closed so that another one opens, in another language or size.
        changes_size: The other one has another size of text, which a process takes only as it starts.

    Signals:
        frame_painted: The window was painted for the first time; the profile is opened after it.
        settled: The list, or a screen of the entrance, was shown for the first time: slower things may be imported.
        theme_chosen: A `ThemeChoice`.
    """

    frame_painted = Signal()
    settled = Signal()
    theme_chosen = Signal(object)

    def __init__(
        self, profile: Profile, messages: Messages, jobs: JobRunner, sentence: Callable[[CodedError], str], today: date
    ) -> None:
        """Make the window of a profile; nothing of it is read but its preferences and whether it is new."""
        super().__init__("bg")
        self._profile, self.messages, self.jobs, self._today = profile, messages, jobs, today
        self._painted = self._is_settled = self._is_closed = False
        self.starts_in_training = self.begins_again = self.changes_size = False
        self.training: TrainingDesk | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("Jalon")
        self.setMinimumSize(*SMALLEST)
        self.banners = BannerArea(messages, jobs)
        self.entrance = Entrance(profile, messages, jobs, sentence)
        self.desk = self._make_desk(profile)
        self.stack = Pages()
        for frame in (self.entrance, self.desk):
            self.stack.add(frame)
        self.stack.show_only(self.entrance if profile.is_new() else self.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.stack, 1)
        self._locked = Lock(self, self)
        self.company = CompanySession(profile, self, self)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.entrance.wanted.connect(self._show_entrance)
        self.entrance.opened.connect(self._open)
        self.entrance.left.connect(self.close)
        bind(self, "Ctrl+L", self._lock_asked)
        bind(self, "Ctrl+Shift+A", self.turn_atelier)
        self.entrance.language_chosen.connect(self.begin_again)
        TextSize(self._profile.preferences, self.messages, self).chosen.connect(self._change_size)
        IdleWatch(lambda: self._profile.preferences.load().lock_minutes, self).idle.connect(self.lock)
        self.frame_painted.connect(self.entrance.begin)

    def raise_up(self) -> None:
        """Come to the front: the program was started a second time on this profile."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def begin_again(self) -> None:
        """Close, and have the program open another window: each word is made once, in the language of its time."""
        self.begins_again = True
        self.begins_again = self.close()

    def _change_size(self) -> None:
        self.changes_size = True
        self.begin_again()

    def lock(self) -> None:
        """Hide everything behind the passphrase; what was typed is saved first, the key is forgotten."""
        self._locked.close_up()

    def turn_atelier(self) -> None:
        """Put the mode atelier on or take it off, and keep the choice."""
        preferences = self._profile.preferences
        turned = with_atelier_turned(preferences.load())
        preferences.keep(turned)
        self.theme_chosen.emit(turned.theme)

    def _lock_asked(self) -> None:
        """Ctrl+L: who answers alone has no passphrase, and is shown the way back to the consultant instead."""
        if self.company.is_on:
            self.company.ask_code()
        else:
            self.lock()

    def desks(self) -> list[Desk]:
        """The desk of the profile, and that of the fictional company once it was opened."""
        return [self.desk, *([self.training.desk] if self.training else [])]

    def close_desks(self) -> None:
        """Close the files and throw away all that was read of them; the empty desk of the profile stays."""
        self.company.drop()
        for desk in self.desks()[1:]:
            desk.profile.close()
        self._profile.lock()
        self._renew_desks()

    def _renew_desks(self) -> None:
        former = self.desk
        self.desk = self._make_desk(self._profile)
        self.stack.add(self.desk)
        self.banners.speak_through(self.desk.toast())
        self.stack.remove(former)
        if self.training is not None:
            self.stack.remove(self.training)
            self.training = None

    def show_training(self) -> None:
        """Put the fictional company in front; its file is opened the first time."""
        if self.training is not None:
            self._front_training()
            return
        job = Job(lambda _context: self._profile.training(), self.tr("Ouverture de l’entreprise fictive"))
        job.succeeded.connect(self._open_training)
        job.failed.connect(lambda error: self.messages.handle(error, self.show_training))
        self.jobs.start(job)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; the first time, say so once the event loop turns."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.frame_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, stop the jobs, then close the files; not while the company answers alone."""
        if self.company.is_on and not self._locked.is_on:
            self.company.ask_code()
            event.ignore()
            return
        desks = self.desks()
        if not self._locked.is_on:
            for desk in desks:
                desk.leave()
        kept = self._profile.preferences.load()
        geometry = b64encode(self.saveGeometry().data()).decode("ascii")
        self._profile.preferences.keep(replace(kept, window=geometry))
        left = self.jobs.close()
        if left:
            words = self.tr("« {0} » n’est pas encore arrêté. Fermez de nouveau dans un instant.")
            self.messages.tell(words.format(left[0].title))
            event.ignore()
            return
        self._is_closed = True
        for desk in desks:
            desk.profile.close()
        super().closeEvent(event)

    def _make_desk(self, profile: Profile) -> Desk:
        desk = Desk(profile, self.messages, self.jobs, self._today)
        desk.training_asked.connect(self.show_training)
        desk.theme_chosen.connect(self.theme_chosen)
        desk.atelier_asked.connect(self.turn_atelier)
        desk.alone_asked.connect(self._ask_alone)
        desk.language_chosen.connect(self.begin_again)
        desk.size_chosen.connect(self._change_size)
        desk.fronted.connect(self.banners.speak_through)
        desk.unsound.connect(self._leave_unsound)
        return desk

    def _ask_alone(self, context: "MissionContext", kind: "AssessmentKind") -> None:
        self.company.ask(context, kind)

    def _leave_unsound(self) -> None:
        """The files are damaged: leave them, and read what can be of them; the key is still needed for that."""
        self.desk.leave()
        self._show_entrance()
        self._renew_desks()
        self.entrance.presenter.salvage()

    def _restore(self) -> None:
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableGeometry().size()))
        kept = self._profile.preferences.load().window
        if kept:
            self.restoreGeometry(b64decode(kept, validate=False))

    def _show_entrance(self) -> None:
        self.stack.show_only(self.entrance)
        self._settle()

    def _settle(self) -> None:
        if not self._is_settled:
            self._is_settled = True
            QTimer.singleShot(0, self, self.settled.emit)

    def _open(self, page: MissionPage) -> None:
        if self._is_closed:
            return
        if self._locked.open_up():
            if self.company.is_on:
                self.company.leave()
            return
        self.stack.show_only(self.desk)
        self.banners.speak_through(self.desk.toast())
        self.banners.attach()
        self.desk.show_first(page)
        # Two turns of the loop later: the rows are painted before anything heavy is imported.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self._after_list))

    def _after_list(self) -> None:
        if self._is_closed or self._locked.is_on:
            return
        self._settle()
        if self.starts_in_training:
            self.show_training()
        else:
            self.desk.load()

    def _open_training(self, profile: Profile) -> None:
        from app.ui.views.training import TrainingDesk

        self.training = TrainingDesk(profile, self._make_desk, self.messages, self.jobs)
        self.training.left.connect(self._leave_training)
        self.stack.add(self.training)
        self._front_training()
        self.training.begin()

    def _front_training(self) -> None:
        if self.training is not None:
            self.stack.show_only(self.training)
            self.banners.speak_through(self.training.desk.toast())
            self.training.desk.home.list.focus_list()

    def _leave_training(self) -> None:
        self.stack.show_only(self.desk)
        self.banners.speak_through(self.desk.toast())
        self.desk.home.list.focus_list()
