"""The fictional company: the desk of the training profile under a banner that never leaves, and its one-click reset."""

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.profile import Profile
from app.services.rows import MissionQuery
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.views.desk import Desk
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.notices import Banner

logger = logging.getLogger(__name__)


class TrainingDesk(QWidget):
    """Desk of the training profile.

    Signals:
        left: Back to the real missions.
    """

    left = Signal()

    def __init__(
        self, profile: Profile, make_desk: Callable[[Profile], Desk], messages: Messages, jobs: JobRunner
    ) -> None:
        """Make it; `make_desk` makes a desk of the profile, again after each reset."""
        super().__init__()
        self._make_desk = make_desk
        self.desk = make_desk(profile)
        self._messages = messages
        self._jobs = jobs
        self.banner = Banner(
            "warn", self.tr("Entreprise fictive – formation"), "training_banner", self.tr("Réinitialiser")
        )
        leave = Button(self.tr("Revenir à mes missions"), "training_leave", "link")
        line = self.banner.layout()
        if line is not None:
            line.addWidget(leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.desk, 1)
        self.banner.acted.connect(self._ask_reset)
        leave.clicked.connect(self.left)

    def begin(self) -> None:
        """Show its missions; an empty profile is filled first."""
        self.desk.setEnabled(True)
        page = self.desk.profile.read_missions(MissionQuery())
        self.desk.show_first(page)
        if page.total == 0:
            self.banner.action.setEnabled(False)
            self.desk.with_bench(self._fill)

    def _ask_reset(self) -> None:
        dialog = Dialog(
            self.tr("Réinitialiser l’entreprise fictive ?"),
            self.tr("Tout ce qui a été fait dans la formation est effacé ; vos missions réelles ne sont pas touchées."),
            "training_reset",
            self.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add_button(self.tr("Garder"), "training_reset_keep", safe=True)
        dialog.add_button(self.tr("Réinitialiser"), "training_reset_go", "danger", accepts=True)
        dialog.accepted.connect(self._reset)
        dialog.open()

    def _reset(self) -> None:
        """Throw away the desk and the files, once at a time: a second reset would close them under the first."""
        if not self.banner.action.isEnabled():
            return
        self.banner.action.setEnabled(False)
        profile = self.desk.profile
        self._column.removeWidget(self.desk)
        self.desk.hide()
        self.desk.deleteLater()
        self.desk = self._make_desk(profile)
        self.desk.setEnabled(False)
        self._column.addWidget(self.desk, 1)
        self.desk.fronted.emit(self.desk.toast())
        job = Job(lambda _context: profile.reset(), self.tr("Réinitialisation"))
        job.succeeded.connect(self._emptied)
        job.failed.connect(self._messages.handle)
        job.failed.connect(self._ready)
        self._jobs.start(job)

    def _fill(self, bench: Workbench) -> None:
        job = Job(lambda _context: fill(bench), self.tr("Préparation de l’entreprise fictive"))
        job.succeeded.connect(self._filled)
        job.failed.connect(self._messages.handle)
        job.finished.connect(self._ready)
        self._jobs.start(job)

    # Bound methods, so that a page closed while a job runs is not called any more.

    @Slot()
    def _ready(self) -> None:
        self.banner.action.setEnabled(True)

    @Slot()
    def _emptied(self) -> None:
        self.begin()

    @Slot()
    def _filled(self) -> None:
        self.desk.missions.refresh()
        self.desk.home.list.focus_list()
        logger.info("training filled")


def fill(bench: Workbench) -> None:
    """Write the fictional company into an empty training profile."""
    from app.packs.demo_company import shipped_demo
    from app.packs.demo_photos import DEMO_PHOTOS
    from app.services.demo import build_demo_mission, play_photos

    play_photos(bench, build_demo_mission(bench, shipped_demo()), DEMO_PHOTOS)
