"""The fictional company: the desk of the training profile under a banner that never leaves, and its one-click reset."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.rows import MissionQuery
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.views.desk import Desk
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.notices import Banner


class TrainingDesk(QWidget):
    """Desk of the training profile.

    Signals:
        left: Back to the real missions.
    """

    left = Signal()

    def __init__(self, desk: Desk, messages: Messages, jobs: JobRunner) -> None:
        super().__init__()
        self.desk = desk
        self._messages = messages
        self._jobs = jobs
        self.banner = Banner(
            "warn", self.tr("Entreprise fictive – formation"), "training_banner", self.tr("Réinitialiser")
        )
        leave = Button(self.tr("Revenir à mes missions"), "training_leave", "link")
        line = self.banner.layout()
        if line is not None:
            line.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(desk, 1)
        self.banner.acted.connect(self._ask_reset)
        leave.clicked.connect(self.left)

    def begin(self) -> None:
        """Show its missions; an empty profile is filled first."""
        page = self.desk.profile.read_missions(MissionQuery())
        self.desk.show_first(page)
        if page.total == 0:
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
        self.desk.forget()
        job = Job(lambda _context: self.desk.profile.reset(), self.tr("Réinitialisation"))
        job.succeeded.connect(lambda _none: self.begin())
        job.failed.connect(self._messages.handle)
        self._jobs.start(job)

    def _fill(self, bench: Workbench) -> None:
        job = Job(lambda _context: fill(bench), self.tr("Préparation de l’entreprise fictive"))
        job.succeeded.connect(lambda _none: self.desk.missions.refresh())
        job.failed.connect(self._messages.handle)
        self._jobs.start(job)


def fill(bench: Workbench) -> None:
    """Write the fictional company into an empty training profile."""
    from app.packs.demo_company import shipped_demo
    from app.services.demo import build_demo_mission

    build_demo_mission(bench, shipped_demo())
