"""Deposit of one version in a job that can be cancelled: believed only once its receipt is verified."""

import logging

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError
from app.services.jobs import JobContext
from app.services.rows import Deposit, DepositState
from app.services.workbench import Membership
from app.ui.jobs import Job
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.versions import VersionWords

CONFLICT = "deposit.conflict"
"""The Region holds other bytes under this very number: both are shown, nothing is merged."""

logger = logging.getLogger(__name__)


class DepositPresenter(QObject):
    """Sends a version of the mission.

    Signals:
        running: A deposit begins (True) or is over (False).
        deposited: The receipt of this version is verified; the `Deposit`.
        compared: What the Region holds under a number, when it is not what is here: the number, the bytes.
        failed: Not deposited, and why; French sentence. The version still waits here.
    """

    running = Signal(bool)
    deposited = Signal(object)
    compared = Signal(int, bytes)
    failed = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._words = VersionWords(self)
        self._job: Job | None = None

    def membership(self) -> Membership | None:
        """The server that this laptop is enrolled with, if any."""
        return self._context.workbench.outbox.membership()

    def is_running(self) -> bool:
        """Whether a deposit runs."""
        return self._job is not None

    def deposit(self, version: int) -> None:
        """Send a version, and before it the earlier ones that still wait."""
        if self._job is not None:
            return
        outbox, mission_id = self._context.workbench.outbox, self._context.mission_id
        job = Job(lambda context: outbox.deposit(mission_id, version, context))
        job.succeeded.connect(self._answered)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stopped)
        job.finished.connect(self._finish)
        self._job = job
        self._context.jobs.start(job)
        self.running.emit(True)

    def compare(self, version: int) -> None:
        """Fetch what the Region holds under the number of a version, in a job."""
        outbox, mission_id = self._context.workbench.outbox, self._context.mission_id

        def fetch(_context: JobContext) -> bytes:
            from app.sync.contract.document import read_document

            data = outbox.received(mission_id, version)
            read_document(data)
            return data

        job = Job(fetch, self.tr("Lecture de la version de la Région"))
        job.succeeded.connect(lambda data: self.compared.emit(version, data))
        job.failed.connect(self._context.messages.handle)
        self._context.jobs.start(job)

    def cancel(self) -> None:
        """Stop at the next safe point; what was acknowledged stays so."""
        if self._job is not None:
            self._job.cancel()

    def _answered(self, deposit: Deposit) -> None:
        if deposit.state is DepositState.DEPOSITED:
            self._context.messages.tell(self.tr("Version {0} déposée, reçu vérifié.").format(deposit.version))
            self.deposited.emit(deposit)
            return
        if deposit.last_code == CONFLICT:
            self.compare(deposit.version)
        sentence = self._words.answer(self._context, deposit.last_code)
        self.failed.emit(sentence or self.tr("La version attend toujours ici."))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, CodedError):
            self.failed.emit(self._context.messages.sentence(error))
        else:
            self.failed.emit(self.tr("Le dépôt n’a pas abouti ; la version attend toujours ici."))
            self._context.messages.handle(error)

    def _stopped(self) -> None:
        self.failed.emit(self.tr("Dépôt arrêté ; la version attend toujours ici."))

    def _finish(self) -> None:
        self._job = None
        logger.info("deposit ended")
        self._context.note(Part.STATE)
        self.running.emit(False)
