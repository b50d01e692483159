"""What waits to be deposited, and the membership of the regional server."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import CodedError, DomainError, InvalidData
from app.services.errors import EnvironmentFailure
from app.services.rows import Deposit, DepositState, SealedPart
from app.services.workbench import Membership, Workbench
from app.ui.jobs import Job, JobRunner
from app.ui.messages import Messages
from app.ui.presenters import typed

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sealed version that is not deposited: whose, since when, how many tries, what was answered last and its code, when, what goes along."""

    mission_id: UUID
    company: str
    reference: str
    version: int
    since: str
    attempts: int
    answer: str
    refused: bool
    code: str = ""
    details: str = ""


class OutboxPresenter(QObject):
    """The outbox and the enrolment of one open profile; the network is only used in jobs.

    Signals:
        listed: What waits changed; see `waiting`.
        running: A deposit begins (True) or is over (False).
        member_changed: The membership changed; see `membership`.
        enrolment_refused: The sentence, for the line under the code.
        region_key_told: What became of the request for the Region's key, in a sentence.
    """

    listed = Signal()
    running = Signal(bool)
    member_changed = Signal()
    enrolment_refused = Signal(str)
    region_key_told = Signal(str)

    def __init__(self, workbench: Workbench, messages: Messages, jobs: JobRunner) -> None:
        super().__init__()
        self._bench = workbench
        self._messages = messages
        self._jobs = jobs
        self._job: Job | None = None
        self.waiting: tuple[Waiting, ...] = ()

    def refresh(self) -> None:
        """Read what waits again."""
        try:
            with self._bench.unit_of_work() as uow:
                found = [
                    (one, uow.missions.get(one.mission_id), uow.attachments.sealed_in(one.mission_id, one.version))
                    for one in uow.deposits.pending()
                ]
        except EnvironmentFailure as failure:
            self._messages.fail(failure, self.refresh)
            return
        self.waiting = tuple(
            Waiting(
                mission_id=mission.id,
                company=mission.company.name,
                reference=mission.reference,
                version=deposit.version,
                since=typed.moment(deposit.queued_at),
                attempts=deposit.attempts,
                answer=self._answer(deposit),
                refused=deposit.state is DepositState.REFUSED,
                code=deposit.last_code,
                details=self._details(deposit, parts),
            )
            for deposit, mission, parts in found
        )
        self.listed.emit()

    def own_key(self) -> str:
        """The public key of this profile, that colleagues encrypt to."""
        return self._bench.exchange.own_key()

    def region_key(self) -> str:
        """The Region's public key for files, as it was last published to this laptop, or empty; no network."""
        return self._bench.exchange.region_key()

    def fetch_region_key(self) -> None:
        """Ask the Region for that key, in a job; it is kept only once its signature is verified."""
        before = self.region_key()
        job = Job(lambda _context: self._bench.exchange.fetch_region_key(), self.tr("Clé de la Région"))
        job.succeeded.connect(lambda key: self.region_key_told.emit(self._said_of_key(before, key)))
        job.failed.connect(self._key_not_told)
        self._jobs.start(job)

    def _said_of_key(self, before: str, key: str) -> str:
        if key == before:
            return self.tr("La clé n’a pas changé, et sa signature est celle de la Région.")
        return self.tr("Clé reçue, sa signature est celle de la Région. Comparez-la avec celle que la Région vous dit.")

    def _key_not_told(self, error: Exception) -> None:
        if isinstance(error, CodedError):
            self.region_key_told.emit(self._messages.sentence(error))
        else:
            self.region_key_told.emit(self.tr("La clé n’a pas pu être demandée."))
            self._messages.handle(error)

    def membership(self) -> Membership | None:
        """The server of this profile, if any."""
        return self._bench.outbox.membership()

    def is_running(self) -> bool:
        """Whether a deposit runs."""
        return self._job is not None

    def deposit(self, *, quietly: bool = False) -> None:
        """Send everything that waits, in a job that can be cancelled.

        Args:
            quietly: Nobody asked for it now: what does not leave is not told again.
        """
        if self._job is not None:
            return
        job = Job(self._bench.outbox.deposit_pending, self.tr("Dépôt à la Région"))
        job.succeeded.connect(lambda deposits: self._deposited(deposits, quietly))
        job.failed.connect(lambda error: self._messages.handle(error, self.deposit))
        job.finished.connect(self._end)
        self._job = self._jobs.start(job)
        self.running.emit(True)

    def enrol(self, url: str, code: str, device_name: str) -> None:
        """Exchange a one-time code for a membership."""
        outbox = self._bench.outbox
        job = Job(lambda _context: outbox.enrol(url.strip(), code.strip(), device_name), self.tr("Inscription"))
        job.succeeded.connect(lambda _member: self.member_changed.emit())
        job.failed.connect(self._not_enrolled)
        self._jobs.start(job)

    def _not_enrolled(self, error: Exception) -> None:
        if isinstance(error, DomainError | EnvironmentFailure):
            self.enrolment_refused.emit(self._messages.sentence(error))
        else:
            self.enrolment_refused.emit(self.tr("L’inscription n’a pas abouti."))
            self._messages.handle(error)

    def _deposited(self, deposits: tuple[Deposit, ...], quietly: bool) -> None:
        done = sum(one.state is DepositState.DEPOSITED for one in deposits)
        if done == 1:
            self._messages.tell(self.tr("1 version déposée, reçu vérifié."))
        elif done:
            self._messages.tell(self.tr("{0} versions déposées, reçus vérifiés.").format(done))
        elif not quietly:
            self._messages.tell(self.tr("Rien n’a pu être déposé ; tout reste en attente ici."))

    def _end(self) -> None:
        self._job = None
        self.running.emit(False)
        self.refresh()
        logger.info("deposit ended")

    def _details(self, deposit: Deposit, parts: Sequence[SealedPart]) -> str:
        details = []
        if deposit.last_attempt_at is not None:
            details.append(self.tr("Dernier essai le {0}").format(typed.moment(deposit.last_attempt_at)))
        if parts:
            size = typed.size(sum(part.size for part in parts))
            details.append(self.tr("Photos et fichiers qui partent avec elle : {0} ({1})").format(len(parts), size))
        return " · ".join(details)

    def _answer(self, deposit: Deposit) -> str:
        if not deposit.last_code:
            return self.tr("pas encore essayée") if not deposit.attempts else ""
        try:
            return self._bench.sentence(CodedError(deposit.last_code))
        except InvalidData:
            return self.tr("réponse « {0} »").format(deposit.last_code)


def fingerprint(member: Membership) -> str:
    """The server's signing key as people compare it: the first 16 bytes of its SHA-256, in groups of four digits."""
    return fingerprint_of(member.public_key)


def fingerprint_of(key: bytes) -> str:
    """Bytes of a key as people compare them: the first 16 bytes of their SHA-256, in groups of four digits."""
    digest = hashlib.sha256(key).hexdigest()[:32].upper()
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
