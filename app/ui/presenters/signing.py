"""Signature on site of a sealed version: what is proposed, what is kept, and the copies that can be taken out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.attachment import MAX_SOURCE_BYTES, MediaType
from app.domain.errors import DomainError
from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole, SignatureEvidence
from app.domain.mission import SealedVersion
from app.services.closing import ZONE
from app.services.errors import EnvironmentFailure
from app.services.signing import Signed, record_signature
from app.ui.jobs import Job
from app.ui.presenters import typed
from app.ui.presenters.mission_context import MissionContext

_SUFFIXES = {MediaType.JPEG: ".jpg", MediaType.PNG: ".png", MediaType.PDF: ".pdf"}


@dataclass(frozen=True, slots=True)
class SignatureShown:
    """An evidence record: the sentence that tells it, and whether a copy can be taken out."""

    evidence: SignatureEvidence
    sentence: str
    has_copy: bool


class SigningPresenter(QObject):
    """Signatures of the sealed versions of one mission.

    Signals:
        recorded: An evidence record was kept (a `SignatureEvidence`).
        passed: What was kept was sent to the Region, as far as the line went.
        refused: What was asked for was refused; French sentence.
    """

    recorded = Signal(object)
    passed = Signal()
    refused = Signal(str)

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def proposed(self) -> tuple[Signatory, Signatory]:
        """Who is expected to sign: the head of the company and the lead consultant."""
        mission = self._context.mission
        return (
            Signatory(SignatoryRole.COMPANY, mission.company.head_name, mission.company.head_function),
            Signatory(SignatoryRole.PROVIDER, mission.provider.lead_consultant, mission.provider.name),
        )

    def place(self) -> str:
        """Where it is likely signed: the town of the establishment."""
        return self._context.mission.establishment.town

    def record(
        self, sealed: SealedVersion, kind: EvidenceKind, place: str, signatories: tuple[Signatory, ...]
    ) -> SignatureEvidence | None:
        """Keep a signature drawn here, or made on paper; a refusal is told by `refused`."""
        signed = self._signed(sealed, kind, place, signatories)
        desk = self._context.workbench.attachment_desk
        made = self._context.attempt(lambda: record_signature(desk, signed), self.refused.emit)
        if made is not None:
            self._tell(made)
        return made

    def record_scan(self, sealed: SealedVersion, place: str, signatories: tuple[Signatory, ...], path: Path) -> Job:
        """Keep the scan of a signed copy, in a job."""
        desk = self._context.workbench.attachment_desk

        def work() -> SignatureEvidence:
            data = _read(path)
            return record_signature(desk, self._signed(sealed, EvidenceKind.SCANNED, place, signatories, data))

        job = Job(lambda _context: work(), self.tr("Document signé"))
        job.succeeded.connect(self._tell)
        job.failed.connect(partial(self._fail, partial(self.record_scan, sealed, place, signatories, path)))
        self._context.jobs.start(job)
        return job

    def shown(self, version: int) -> tuple[SignatureShown, ...]:
        """Every signature of a version, in words."""
        with self._context.workbench.unit_of_work() as uow:
            records = uow.evidence.of(self._context.mission_id)
            there = uow.evidence.acknowledged(self._context.mission_id)
        return tuple(self._shown(one, there=one.id in there) for one in records if one.version == version)

    def copy_name(self, evidence: SignatureEvidence) -> str:
        """Name proposed for a signed copy."""
        suffix = ".pdf" if evidence.scan_type is None else _SUFFIXES[evidence.scan_type]
        reference = self._context.mission.reference
        return self.tr("exemplaire-signe-{0}-v{1}").format(reference, evidence.version) + suffix

    def save_copy(self, evidence: SignatureEvidence, path: Path) -> Job:
        """Write the signed copy: printed anew with the strokes, or the scan as it is kept; in a job."""
        context, bench = self._context, self._context.workbench
        file = context.file

        def work() -> None:
            if evidence.kind is EvidenceKind.SCANNED:
                data = bench.attachments.read(evidence.scan)
            else:
                with bench.unit_of_work() as uow:
                    sealed = uow.sealed.get(evidence.mission_id, evidence.version)
                data = bench.print_signed(file, sealed, evidence)
            bench.save_file(path, data)

        job = Job(lambda _context: work(), self.tr("Exemplaire signé"))
        job.succeeded.connect(lambda _: context.messages.tell(self.tr("Fichier enregistré : {0}").format(path.name)))
        job.failed.connect(partial(self._fail, partial(self.save_copy, evidence, path)))
        context.jobs.start(job)
        return job

    def _signed(
        self,
        sealed: SealedVersion,
        kind: EvidenceKind,
        place: str,
        signatories: tuple[Signatory, ...],
        scan: bytes = b"",
    ) -> Signed:
        day = self._context.workbench.clock().astimezone(ZONE).date()
        return Signed(sealed.mission_id, sealed.version, kind, day, place, signatories, scan)

    def _shown(self, one: SignatureEvidence, *, there: bool) -> SignatureShown:
        words = {
            EvidenceKind.DRAWN: self.tr("signée sur place le {0} par {1}"),
            EvidenceKind.SCANNED: self.tr("document signé joint, du {0}, par {1}"),
            EvidenceKind.ON_PAPER: self.tr("signée sur papier le {0} par {1}"),
        }[one.kind]
        names = self.tr(" et ").join(signatory.name for signatory in one.signatories)
        said = words.format(typed.day(one.signed_on), names)
        if there:
            said = self.tr("{0} ; la Région l’a reçue").format(said)
        return SignatureShown(one, said, one.kind is not EvidenceKind.ON_PAPER)

    def _tell(self, made: SignatureEvidence) -> None:
        words = self.tr("Signature de la version {0} gardée ; le document scellé n’a pas changé.")
        self._context.messages.tell(words.format(made.version))
        self.recorded.emit(made)
        self._send(made)

    def _send(self, made: SignatureEvidence) -> None:
        """A version that the Region has is followed by its signature; what does not leave goes with the next deposit."""
        bench = self._context.workbench
        if bench.outbox.membership() is None:
            return
        with bench.unit_of_work() as uow:
            if made not in uow.evidence.waiting():
                return
        job = Job(bench.outbox.send_evidence, self.tr("Signature"))
        job.succeeded.connect(lambda _left: self.passed.emit())
        job.failed.connect(self._context.messages.handle)
        self._context.jobs.start(job)

    def _fail(self, again: Callable[[], Job], error: Exception) -> None:
        if isinstance(error, DomainError):
            self.refused.emit(self._context.messages.sentence(error))
        else:
            self._context.messages.handle(error, lambda: _start(again))


def _start(again: Callable[[], Job]) -> None:
    again()


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_SOURCE_BYTES + 1)
    except OSError as error:
        raise EnvironmentFailure("import.unreadable") from error
