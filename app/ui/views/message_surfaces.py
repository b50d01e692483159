"""Where messages are seen: banners that stay above the pages, the passing toast, the dialog of a fault."""

from PySide6.QtWidgets import QVBoxLayout

from app.ui.jobs import Job, JobRunner
from app.ui.messages import Message, MessageKind, Messages
from app.ui.views.job_strip import JobStrip
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner, Toast
from app.ui.views.kit.surfaces import Plain


class BannerArea(Plain):
    """The banners of the window, one per failure code, above the pages; hidden when there is none."""

    def __init__(self, messages: Messages, jobs: JobRunner) -> None:
        super().__init__("bg")
        self.setObjectName("banners")
        self._messages = messages
        self._failures: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(6)
        self._toast: Toast | None = None
        self._undo: Message | None = None
        self._muted = False
        self._strip = JobStrip()
        self._strip.shown_changed.connect(self._fit)
        self._column.addWidget(self._strip)
        messages.said.connect(self._show)
        messages.cleared.connect(self._clear)
        jobs.started.connect(self._follow)
        self._fit()

    def speak_through(self, toast: Toast) -> None:
        """Use the toast of the page that comes to the front."""
        if self._toast is not None:
            self._toast.acted.disconnect(self._act)
            self._toast.hide()
        self._toast = toast
        toast.acted.connect(self._act)

    def mute(self, muted: bool) -> None:
        """Keep what is said for later, while who looks at the screen must not read it; then show it."""
        self._muted = muted
        self._fit()

    def failures(self) -> tuple[str, ...]:
        """Codes of the failures shown."""
        return tuple(self._failures)

    def attach(self) -> None:
        """The window is shown: say what was kept until now."""
        for message in self._messages.attach():
            self._show(message)

    def _follow(self, job: Job) -> None:
        if job.title:
            self._strip.follow(job)

    def _show(self, message: Message) -> None:
        if message.kind is MessageKind.FAILURE:
            self._show_failure(message)
        elif message.kind is MessageKind.BUG:
            from app.ui.views.bug_dialog import BugDialog

            BugDialog(message, self.window()).open()
        elif self._toast is not None:
            self._undo = message
            self._toast.say(message.sentence, message.action, stays=message.act is not None)

    def _act(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None and undo.act is not None:
            undo.act()

    def _show_failure(self, message: Message) -> None:
        self._clear(message.code)
        banner = Banner("danger", message.sentence, f"failure_{message.code}", message.action)
        put_away = Button("", f"failure_{message.code}_hide", "ghost", icon="x", accessible=self.tr("Masquer"))
        put_away.clicked.connect(lambda: self._clear(message.code))
        layout = banner.layout()
        if layout is not None:
            layout.addWidget(put_away)
        if message.act is not None:
            act = message.act
            banner.acted.connect(lambda: self._retry(message.code, act))
        self._failures[message.code] = banner
        self._column.addWidget(banner)
        self._fit()

    def _retry(self, code: str, act: object) -> None:
        self._clear(code)
        if callable(act):
            act()

    def _clear(self, code: str) -> None:
        banner = self._failures.pop(code, None)
        if banner is not None:
            banner.hide()
            self._column.removeWidget(banner)
            banner.deleteLater()
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not self._muted and (bool(self._failures) or self._strip.is_shown()))
