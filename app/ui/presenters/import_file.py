"""Import of a `.jalon` file chosen by the user: read, checked and kept whole, or refused by a sentence."""

import logging
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import InvalidData
from app.services.attachments import absent_parts
from app.services.errors import EnvironmentFailure
from app.services.importing import import_contents, import_version
from app.services.jobs import JobContext
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages

logger = logging.getLogger(__name__)

MAX_FILE_BYTES = 1024 * 1024 * 1024
"""Size above which a file is not even read."""


TOLD_ABSENT = 5
"""Absent attachments that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: the mission, its company, whether it is new here, and the attachments that did not come."""

    mission_id: UUID
    company: str
    added: bool
    absent: tuple[str, ...]


class ImportPresenter(QObject):
    """Imports sealed missions into one open profile.

    Signals:
        imported: The mission is here; its identifier.
        asked_again: The user wants to choose another file after a refusal.
    """

    imported = Signal(object)
    asked_again = Signal()

    def __init__(self, workbench: Workbench, messages: Messages, jobs: JobRunner) -> None:
        super().__init__()
        self._bench = workbench
        self._messages = messages
        self._jobs = jobs
        self._told = ""

    def import_file(self, path: Path) -> None:
        """Import a file, in a job."""
        if self._told:
            self._messages.clear(self._told)
        job = Job(lambda context: self._read(path, context), self.tr("Import de la mission"))
        job.succeeded.connect(self._done)
        job.failed.connect(self._refuse)
        self._jobs.start(job)

    def _read(self, path: Path, context: JobContext) -> Imported:
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                raise InvalidData("archive.foreign")
            data = path.read_bytes()
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error
        file, sealed = self._bench.read_archive(data)
        context.check()
        import_contents(self._bench.attachments, self._bench.prepare_attachment, file, self._bench.read_contents(data))
        context.check()
        added = import_version(
            self._bench.unit_of_work,
            file,
            sealed,
            referential=self._bench.library.referential(file.mission.referential),
            clock=self._bench.clock,
        )
        absent = absent_parts(self._bench.unit_of_work, self._bench.attachments, file.mission.id, sealed.version)
        hashes = {part.sha256 for part in absent}
        names = tuple(one.caption or one.name for one in file.attachments if one.sha256 in hashes)
        return Imported(file.mission.id, file.mission.company.name, added, names)

    def _done(self, result: Imported) -> None:
        company = result.company
        if result.added:
            self._messages.tell(self.tr("Mission de « {0} » importée.").format(company))
        else:
            self._messages.tell(self.tr("Cette version de « {0} » est déjà sur cet ordinateur.").format(company))
        if result.absent:
            words = ", ".join(result.absent[:TOLD_ABSENT]) + ("…" if len(result.absent) > TOLD_ABSENT else "")
            sentence = self.tr("Pièces jointes qui ne sont pas venues avec le fichier ({0}) : {1}")
            self._messages.tell(sentence.format(len(result.absent), words))
        self.imported.emit(result.mission_id)
        logger.info("file imported, new: %s, absent attachments: %d", result.added, len(result.absent))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InvalidData):
            # The file came from elsewhere: what is wrong inside it is no fault of ours.
            self._told = error.code
            self._messages.fail(error, self.asked_again.emit)
        else:
            self._messages.handle(error, self.asked_again.emit)
