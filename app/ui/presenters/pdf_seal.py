"""Certificate of the provider: chosen in the settings, and used on a PDF with its passphrase, asked each time."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DomainError
from app.services.errors import EnvironmentFailure
from app.services.pdf_seal import MAX_CERTIFICATE_BYTES, CertificateFacts
from app.services.workbench import Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters import typed

logger = logging.getLogger(__name__)


class PdfSealPresenter(QObject):
    """The certificate of one profile.

    Signals:
        changed: The certificate kept changed.
        refused: Why a certificate or its passphrase was refused; French sentence.
        sealed: A PDF was sealed; its bytes.
    """

    changed = Signal()
    refused = Signal(str)
    sealed = Signal(object)

    def __init__(
        self, workbench: Workbench, messages: Messages, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._messages = messages
        self._jobs = jobs

    def certificate(self) -> CertificateFacts | None:
        """The certificate kept, if any."""
        return self._bench.pdf_sealer.certificate()

    def told(self) -> str:
        """Whom it names, who vouches for it and until when; or that there is none."""
        facts = self.certificate()
        if facts is None:
            return self.tr("Aucun certificat : les PDF s’enregistrent sans sceau électronique.")
        words = self.tr("{0}\némis par {1}, valable jusqu’au {2}")
        return words.format(facts.subject, facts.issuer, typed.day(facts.valid_until))

    def choose(self, path: Path, passphrase: str) -> Job:
        """Keep the certificate of a file, in a job."""

        def work() -> CertificateFacts:
            return self._bench.pdf_sealer.choose(_read(path), passphrase)

        job = Job(lambda _context: work(), self.tr("Certificat"))
        job.succeeded.connect(lambda _facts: self.changed.emit())
        job.failed.connect(self._fail)
        self._jobs.start(job)
        return job

    def forget(self) -> None:
        """Keep no certificate."""
        try:
            self._bench.pdf_sealer.forget()
        except EnvironmentFailure as failure:
            self._messages.handle(failure, self.forget)
            return
        logger.info("certificate forgotten")
        self.changed.emit()

    def seal(self, pdf: bytes, passphrase: str) -> Job:
        """Seal a PDF, in a job; `sealed` or `refused` tells what became of it."""
        job = Job(lambda _context: self._bench.pdf_sealer.seal(pdf, passphrase), self.tr("Sceau du PDF"))
        job.succeeded.connect(self.sealed)
        job.failed.connect(self._fail)
        self._jobs.start(job)
        return job

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            self.refused.emit(self._messages.sentence(error))
        else:
            self.refused.emit("")
            self._messages.handle(error)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_CERTIFICATE_BYTES + 1)
    except OSError as error:
        raise EnvironmentFailure("import.unreadable") from error
