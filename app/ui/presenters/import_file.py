"""Import of a file chosen or dropped by the user: read, checked and kept whole, or refused by a sentence."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import InvalidData
from app.services.errors import EnvironmentFailure
from app.services.incoming import MAX_FILE_BYTES, Arrived, Incoming, take_file
from app.services.jobs import JobContext
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages

logger = logging.getLogger(__name__)


TOLD_ABSENT = 5
"""Absent attachments that are named; the others are counted."""


class ImportPresenter(QObject):
    """Imports files into one open profile: sealed missions, missions handed over, receipts.

    Signals:
        imported: The mission is here; its identifier.
        asked_again: The user wants to choose another file after a refusal.
        passphrase_asked: The file wants a passphrase; its path.
    """

    imported = Signal(object)
    asked_again = Signal()
    passphrase_asked = Signal(object)

    def __init__(self, workbench: Workbench, messages: Messages, jobs: JobRunner) -> None:
        super().__init__()
        self._bench = workbench
        self._messages = messages
        self._jobs = jobs
        self._told = ""

    def import_file(self, path: Path, passphrase: str = "") -> None:
        """Import a file, in a job."""
        if self._told:
            self._messages.clear(self._told)
        job = Job(lambda context: self._read(path, passphrase, context), self.tr("Import du fichier"))
        job.succeeded.connect(self._done)
        job.failed.connect(lambda error: self._refuse(error, path))
        self._jobs.start(job)

    def _read(self, path: Path, passphrase: str, context: JobContext) -> Arrived:
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                raise InvalidData("archive.foreign")
            data = path.read_bytes()
        except OSError as error:
            raise EnvironmentFailure("import.unreadable") from error
        return take_file(self._bench, data, context, passphrase)

    def _done(self, result: Arrived) -> None:
        words = {
            Incoming.MISSION: self.tr("Mission de « {0} » importée."),
            Incoming.KNOWN: self.tr("Cette version de « {0} » est déjà sur cet ordinateur."),
            Incoming.HANDED_OVER: self.tr("Mission de « {0} » reçue : elle s’écrit ici désormais."),
            Incoming.CAME_BACK: self.tr("La mission de « {0} » est revenue : elle s’écrit ici de nouveau."),
            Incoming.RECEIPT: self.tr("Reçu vérifié : la version de « {0} » est déposée."),
        }
        self._messages.tell(words[result.kind].format(result.company))
        if result.sealed_by:
            self._messages.tell(self.tr("Le PDF porte le sceau intact de « {0} ».").format(result.sealed_by))
        if result.absent:
            names = ", ".join(result.absent[:TOLD_ABSENT]) + ("…" if len(result.absent) > TOLD_ABSENT else "")
            sentence = self.tr("Pièces jointes qui ne sont pas venues avec le fichier ({0}) : {1}")
            self._messages.tell(sentence.format(len(result.absent), names))
        self.imported.emit(result.mission_id)
        logger.info("file imported: %s, absent attachments: %d", result.kind, len(result.absent))

    def _refuse(self, error: Exception, path: Path) -> None:
        if isinstance(error, InvalidData) and error.code == "archive.passphrase_wanted":
            self.passphrase_asked.emit(path)
        elif isinstance(error, InvalidData):
            # The file came from elsewhere: what is wrong inside it is no fault of ours.
            self._told = error.code
            self._messages.fail(error, self.asked_again.emit)
        else:
            self._messages.handle(error, self.asked_again.emit)
