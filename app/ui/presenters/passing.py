"""Files that leave on a key: a version for the Region or a colleague, the mission itself for a colleague, and its return."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError
from app.domain.handover import Handover
from app.domain.mission import SealedVersion
from app.services.exchange import Addressee
from app.services.handing_over import hand_over, handover_of, package_of, take_back
from app.ui.jobs import Job
from app.ui.presenters.mission_context import MissionContext, Part

logger = logging.getLogger(__name__)


class PassingPresenter(QObject):
    """What leaves of one mission.

    Signals:
        moved: The mission left, or is here again.
    """

    moved = Signal()

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def handover(self) -> Handover | None:
        """Who has the mission since when, or None when it is here."""
        return handover_of(self._context.workbench.unit_of_work, self._context.mission_id)

    def region_key(self) -> str:
        """The public key of the Region, or empty while this laptop does not have it."""
        return self._context.workbench.exchange.region_key()

    def refusal(self, to: Addressee) -> str:
        """Why nothing can be encrypted to somebody, or empty."""
        try:
            self._context.workbench.exchange.check(to)
        except DomainError as error:
            return self._context.messages.sentence(error)
        return ""

    def hand_over(self, colleague: str) -> str:
        """Let the mission go; gives the sentence of a refusal, or empty once it is away."""
        context, bench = self._context, self._context.workbench
        told: list[str] = []

        def act() -> Handover:
            return hand_over(bench.unit_of_work, context.mission_id, colleague, clock=bench.clock)

        if context.attempt(act, told.append) is None:
            return "".join(told) or self.tr("La mission est toujours ici.")
        context.note(*Part)
        self.moved.emit()
        return ""

    def take_back(self) -> None:
        """Write here again, whatever the colleague did since."""
        context, bench = self._context, self._context.workbench
        done = context.attempt(lambda: take_back(bench.unit_of_work, context.mission_id, clock=bench.clock))
        if done is not None:
            context.note(*Part)
            self.moved.emit()

    def write_package(self, path: Path, to: Addressee) -> None:
        """Write the file for the colleague, in a job; as often as wanted."""
        bench = self._context.workbench
        self._write(
            path, to, lambda: bench.exchange.write_package(package_of(bench.unit_of_work, self._context.mission_id))
        )

    def write_version(self, path: Path, version: SealedVersion, to: Addressee | None) -> None:
        """Write the `.jalon` of a version, in a job; plain when it is for nobody in particular."""
        self._write(path, to, lambda: self._context.workbench.write_archive(version))

    def package_name(self) -> str:
        """Name proposed for the file of the mission that leaves."""
        return self.tr("transmission-{0}.jalon").format(self._context.mission.reference)

    def _write(self, path: Path, to: Addressee | None, content: Callable[[], bytes]) -> None:
        context, bench = self._context, self._context.workbench

        def act() -> Path:
            data = content()
            bench.save_file(path, data if to is None else bench.exchange.lock(data, to))
            return path

        job = Job(lambda _context: act(), self.tr("Écriture du fichier"))
        job.succeeded.connect(lambda done: context.messages.tell(self.tr("Fichier enregistré : {0}").format(done.name)))
        job.failed.connect(lambda error: context.messages.handle(error, lambda: self._write(path, to, content)))
        context.jobs.start(job)
