"""Enters and leaves the company mode: everything but its page is hidden until a code, a passphrase or a recovery code."""

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import CodedError
from app.services.company_lock import leave_company_mode
from app.services.profile import Profile
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.views.desk import Desk
from app.ui.views.kit.pages import Pages
from app.ui.views.message_surfaces import BannerArea

logger = logging.getLogger(__name__)

if TYPE_CHECKING:
    from app.domain.assessment import AssessmentKind
    from app.ui.presenters.mission_context import MissionContext
    from app.ui.views.modes.company_page import CompanyPage
    from app.ui.views.modes.pin import PinDialog


class Holder(Protocol):
    """The window, as the company mode needs it."""

    stack: Pages
    banners: BannerArea
    jobs: JobRunner
    messages: Messages

    def desks(self) -> list[Desk]:
        """What is shown of the open profiles."""


class CompanySession(QObject):
    """The company mode of one window, off at first."""

    def __init__(self, profile: Profile, window: Holder, widget: QWidget) -> None:
        """Make it for a window, which is also given as the widget that it is."""
        super().__init__(widget)
        self._profile = profile
        self._window = window
        self._widget = widget
        self._front: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._shown_as = Qt.WindowState.WindowNoState
        self.page: CompanyPage | None = None

    @property
    def is_on(self) -> bool:
        """Whether the company has the window."""
        return self.page is not None

    def ask(self, context: "MissionContext", kind: "AssessmentKind") -> None:
        """Say what will happen and ask for a code; a mission that is no draft is refused."""
        if not context.is_writable:
            context.messages.tell(self.tr("Cette mission est scellée : ses réponses ne changent plus."))
            return
        from app.ui.views.modes.pin import PinDialog

        moment = context.workbench.word("assessment_kind", kind)
        dialog = PinDialog(context.mission.company.name, self.tr("questionnaire ({0})").format(moment), self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda pin: self._close_lock(dialog, pin, context, kind))
        dialog.open()

    def ask_code(self) -> None:
        """Show the way back to the consultant."""
        if self.page is not None:
            self.page.ask_code()

    def leave(self) -> None:
        """The consultant is back: show everything as it was, with the answers given since."""
        front, hidden = self._front, self._hidden
        self.drop()
        self._window.stack.show_only(front)
        for one in hidden:
            one.show()
        for desk in self._window.desks():
            desk.come_back()

    def drop(self) -> None:
        """The consultant is back, or the window is locked: take the page away, without showing anything."""
        page, self.page = self.page, None
        if page is None:
            return
        page.presenter.settle()
        self._window.stack.remove(page)
        self._window.banners.mute(False)
        self._widget.setWindowState(self._shown_as)
        self._hidden, self._front = [], None
        logger.info("company mode left")

    def _close_lock(self, dialog: "PinDialog", pin: str, context: "MissionContext", kind: "AssessmentKind") -> None:
        job = Job(lambda _context: self._profile.company_lock.close(pin))
        job.succeeded.connect(lambda _none: self._enter(dialog, context, kind))
        job.failed.connect(lambda error: self._not_closed(dialog, error))
        self._window.jobs.start(job)

    def _not_closed(self, dialog: "PinDialog", error: Exception) -> None:
        if isinstance(error, CodedError):
            dialog.refuse(self._window.messages.sentence(error))
        else:
            dialog.reject()
            self._window.messages.handle(error)

    def _enter(self, dialog: "PinDialog", context: "MissionContext", kind: "AssessmentKind") -> None:
        from app.ui.presenters.company_alone import CompanyAlonePresenter
        from app.ui.views.modes.company_page import CompanyPage

        dialog.accept()
        window = self._window
        for desk in window.desks():
            desk.leave()
        self._front = window.stack.current()
        self._hidden = [
            one
            for one in QApplication.topLevelWidgets()
            if one is not self._widget and one is not dialog and one.isVisible() and one.isWindow()
        ]
        for one in self._hidden:
            one.hide()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self.page = CompanyPage(CompanyAlonePresenter(context, kind))
        self.page.left.connect(self._try)
        window.banners.mute(True)
        window.stack.add(self.page)
        window.stack.show_only(self.page)
        self._shown_as = self._widget.windowState()
        self._widget.setWindowState(self._shown_as | Qt.WindowState.WindowFullScreen)
        self.page.focus_first()
        logger.info("company mode entered")

    def _try(self, typed: str) -> None:
        job = Job(lambda _context: leave_company_mode(self._profile, typed))
        job.succeeded.connect(lambda _none: self.leave())
        job.failed.connect(self._refuse)
        self._window.jobs.start(job)

    def _refuse(self, error: Exception) -> None:
        if self.page is not None and isinstance(error, CodedError):
            self.page.refuse(self._window.messages.sentence(error))
        else:
            self._window.messages.handle(error)
