"""The outbox: sends sealed versions to the regional server, in order, with retries, and believes only a verified receipt."""

import json
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.errors import DomainError, InvalidData
from app.domain.journal import EventKind
from app.domain.quantities import LINE_LENGTH, clean_text
from app.services.attachment_ports import AttachmentStore
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.ports import Clock, SecretStore, UnitOfWorkFactory
from app.services.rows import Deposit, DepositState
from app.services.workbench import Membership
from app.sync.outcomes import AGAIN, Outcome, doubted, of_rejection

if TYPE_CHECKING:
    from app.sync.client import Accepted, RegionalClient
    from app.sync.contract.receipt import ReceiptBody
    from app.sync.upload import Upload

logger = logging.getLogger(__name__)

MEMBERSHIP_SECRET = "regional_server"  # noqa: S105 the name of a secret
CLOCK_GAP = timedelta(minutes=5)
"""Difference between the two clocks from which it is told."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often an attempt is made again within one job.

    Attributes:
        attempts: Attempts of one version in one job, at least 1.
        first_wait: Seconds before the second attempt; each wait doubles the one before.
        longest_wait: Seconds that no wait passes.
        patient: Whether an address where nobody answers is tried again within the job; otherwise the user knows at once,
            and what waits is tried again later.
        silence: Seconds without a byte after which an attempt ends; a slow line that moves is waited for.
    """

    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 30.0
    patient: bool = False
    silence: float = 20.0

    def wait_after(self, attempt: int, jitter: float) -> float:
        """Seconds to wait after an attempt, numbered from 1, given a jitter from 0 to 1 (half to one and a half times)."""
        return min(self.first_wait * 2.0 ** (attempt - 1), self.longest_wait) * (0.5 + jitter)


class RegionalOutbox:
    """Implementation of `app.services.workbench.Outbox` over HTTP.

    Args:
        unit_of_work: Transactions over the profile.
        secrets: Where the membership and its token are kept.
        clock: Present instant, UTC.
        store: Bytes of the photos and files that go along.
        policy: Retries within one job.
        jitter: Random number from 0 to 1 that spreads the waits of many laptops.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        secrets: SecretStore,
        clock: Clock,
        store: AttachmentStore,
        policy: RetryPolicy = RetryPolicy(),
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._secrets = secrets
        self._clock = clock
        self._store = store
        self._policy = policy
        self._jitter = jitter
        self._lock = Lock()
        self._client: RegionalClient | None = None

    def membership(self) -> Membership | None:
        """The server that this laptop is enrolled with, if any; no network."""
        kept = self._kept()
        return None if kept is None else kept[0]

    def enrol(self, url: str, code: str, device_name: str) -> Membership:
        """Exchange a one-time code and keep the token with the server's key, which every receipt must bear from then on.

        Raises:
            DomainError: `server.address_invalid`, `server.address_insecure`, `enrolment.code_refused`, `text.too_long`.
            EnvironmentFailure: `server.unreachable`, `server.timeout`, `server.garbage`, `server.refused`…
        """
        from app.sync.client import RegionalClient, checked_address
        from app.sync.contract.receipt import key_id
        from app.sync.region_key import keep_recipient_if_told

        address = checked_address(url)
        name = clean_text(device_name, longest=LINE_LENGTH, field="device_name")
        client = RegionalClient(address, "", self._clock)
        try:
            made = client.enrol(code, name)
        finally:
            client.close()
        public_key = bytes.fromhex(made.public_key)
        if made.kid != key_id(public_key):
            raise EnvironmentFailure("server.garbage")
        kept = {
            "url": address,
            "server": made.server,
            "kid": made.kid,
            "public_key": made.public_key,
            "token": made.token,
        }
        self._secrets.keep_secret(MEMBERSHIP_SECRET, json.dumps(kept).encode())
        self.close()
        logger.info("enrolled, key %s", made.kid)
        membership = Membership(address, made.server, made.kid, public_key)
        keep_recipient_if_told(self._secrets, membership, self._connected()[0])
        self.close()
        return membership

    def deposit(self, mission_id: UUID, version: int, context: JobContext) -> Deposit:
        """Send one sealed version, and before it the earlier ones of the mission that still wait.

        A version that is deposited already is sent again and stays so here: what the server answers now is returned.

        Raises:
            DomainError: `deposit.not_enrolled`, `deposit.not_queued`.
            Cancelled: The user asked; what was acknowledged stays so.
            EnvironmentFailure: The profile's file refuses to keep the result.
        """
        client, membership = self._connected()
        with self._unit_of_work() as uow:
            queued = [one for one in uow.deposits.of(mission_id) if one.version <= version]
        wanted = next((one for one in queued if one.version == version), None)
        if wanted is None:
            raise DomainError("deposit.not_queued", version=version)
        for one in queued:
            if one.state is DepositState.DEPOSITED and one is not wanted:
                continue
            done = self._send(client, membership, one, context)
            if one is wanted:
                if done.state is DepositState.DEPOSITED:
                    self.send_evidence(context)
                return done
            if done.state is not DepositState.DEPOSITED:
                return self._record(wanted, Outcome(DepositState.WAITING, "deposit.earlier_waits"), tried=False)
        return wanted

    def deposit_pending(self, context: JobContext) -> tuple[Deposit, ...]:
        """Send everything that waits, oldest first; what the server refused waits for the user.

        Raises:
            DomainError: `deposit.not_enrolled`.
            Cancelled: The user asked; what was acknowledged stays so.
            EnvironmentFailure: The profile's file refuses to keep a result.
        """
        self._connected()
        with self._unit_of_work() as uow:
            waiting = [one for one in uow.deposits.pending() if one.state is DepositState.WAITING]
        done = []
        for rank, one in enumerate(waiting):
            context.progress(rank, len(waiting))
            done.append(self.deposit(one.mission_id, one.version, context))
        if not waiting:
            self.send_evidence(context)
        return tuple(done)

    def send_evidence(self, context: JobContext) -> int:
        """Send the signatures that cite deposited versions and that the server has not acknowledged.

        Returns:
            How many still wait, for the next deposit.

        Raises:
            DomainError: `deposit.not_enrolled`.
            Cancelled: The user asked.
            EnvironmentFailure: The profile's file refuses to keep a receipt.
        """
        from app.sync.evidence_road import EvidenceRoad

        client, membership = self._connected()
        return EvidenceRoad(self._unit_of_work, self._store, self._secrets, client, membership).send(context)

    def received(self, mission_id: UUID, version: int) -> bytes:
        """The bytes of a version that the server holds under its number, to be compared; nothing is merged.

        Raises:
            DomainError: `deposit.not_enrolled`.
            EnvironmentFailure: `server.refused` with the server's sentence, or a failure of the line.
        """
        client, _ = self._connected()
        answer = client.received(mission_id, version)
        if not isinstance(answer, bytes):
            raise EnvironmentFailure("server.refused", detail=answer.detail)
        return answer

    def recipient_kept(self) -> str:
        """The Region's public key as it was last published to this laptop, or empty; no network."""
        from app.sync.region_key import kept_recipient

        return kept_recipient(self._secrets, self.membership())

    def fetch_recipient(self) -> str:
        """The Region's public key as it publishes it now.

        Raises:
            DomainError: `deposit.not_enrolled`.
            InvalidData: `recipient.unreadable`, `recipient.signature`, `key_chain.broken`.
            EnvironmentFailure: `server.refused`, or a failure of the line.
        """
        from app.sync.region_key import fetched_recipient

        client, membership = self._connected()
        return fetched_recipient(self._secrets, membership, client)

    def keep_receipt(self, receipt: bytes) -> Deposit:
        """Note a deposit from its receipt, which came on a key; the line is used only for a key that is new here.

        Raises:
            DomainError: `deposit.not_enrolled`, `deposit.not_queued`.
            InvalidData: `receipt.unreadable`, `receipt.signature`, `receipt.mismatch`, `key_chain.broken`.
            EnvironmentFailure: A failure of the line, or of the profile's file.
        """
        from app.sync.contract.receipt import told_by

        client, membership = self._connected()
        told = told_by(receipt)
        with self._unit_of_work() as uow:
            queued = [one for one in uow.deposits.of(told.mission_id) if one.version == told.version]
            parts = uow.attachments.sealed_in(told.mission_id, told.version)
        if not queued:
            raise DomainError("deposit.not_queued", version=told.version)
        hashes = frozenset(part.sha256 for part in parts)
        self._checked(client, membership, queued[0], receipt, hashes)
        return self._record(queued[0], Outcome(DepositState.DEPOSITED, receipt=receipt))

    def publication(self, known_sha256: str) -> bytes | None:
        """What the server publishes for this laptop, not verified, or None when it has that hash; raises as `received`."""
        client, _ = self._connected()
        return client.publication(known_sha256)

    def close(self) -> None:
        """Close the connection; it opens again when needed."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _kept(self) -> tuple[Membership, str] | None:
        kept = self._secrets.secret(MEMBERSHIP_SECRET)
        if kept is None:
            return None
        values = json.loads(kept)
        public_key = bytes.fromhex(values["public_key"])
        return Membership(values["url"], values["server"], values["kid"], public_key), values["token"]

    def _connected(self) -> tuple["RegionalClient", Membership]:
        from app.sync.client import RegionalClient, bounded

        kept = self._kept()
        if kept is None:
            raise DomainError("deposit.not_enrolled")
        membership, token = kept
        with self._lock:
            if self._client is None:
                self._client = RegionalClient(membership.url, token, self._clock, bounded(self._policy.silence))
            return self._client, membership

    def _send(self, client: "RegionalClient", membership: Membership, one: Deposit, context: JobContext) -> Deposit:
        """Attempts of one version until it is deposited, refused, or given up for now."""
        from app.sync.upload import Upload

        with self._unit_of_work() as uow:
            document = uow.sealed.get(one.mission_id, one.version).document
            parts = uow.attachments.sealed_in(one.mission_id, one.version)
        upload = Upload(self._store, one.mission_id, parts)
        attempt, moved, said = 1, 0, one.last_code
        while True:
            context.check()
            outcome = doubted(self._attempt(client, membership, one, document, upload, context), said)
            one, said = self._record(one, outcome), outcome.code
            if outcome.state is not DepositState.DEPOSITED:
                # A line that failed once may hold what belongs to another exchange.
                client.hang_up()
            # A bad line that moves a little at each attempt ends by passing everything.
            attempt, moved = (1, upload.moved) if upload.moved > moved else (attempt, moved)
            nobody = outcome.code == "server.unreachable" and not self._policy.patient
            if not outcome.again or nobody or attempt == self._policy.attempts:
                return one
            context.wait(self._policy.wait_after(attempt, self._jitter()))
            attempt += 1

    def _attempt(
        self,
        client: "RegionalClient",
        membership: Membership,
        one: Deposit,
        document: bytes,
        upload: "Upload",
        context: JobContext,
    ) -> Outcome:
        from app.sync.client import Rejected

        try:
            answer = upload.send(client, context) or client.deposit(one.mission_id, one.version, document)
            if isinstance(answer, Rejected):
                return of_rejection(answer)
            return self._verified(client, membership, one, answer, upload.hashes)
        except EnvironmentFailure as failure:
            return Outcome(DepositState.WAITING, failure.code, again=failure.code in AGAIN)

    def _verified(
        self,
        client: "RegionalClient",
        membership: Membership,
        one: Deposit,
        answer: "Accepted",
        hashes: frozenset[str],
    ) -> Outcome:
        try:
            body = self._checked(client, membership, one, answer.receipt, hashes)
        except InvalidData as refusal:
            return Outcome(DepositState.WAITING, refusal.code)
        gap = answer.clock_gap
        # A demonstration is dated by its own clock: its gap says nothing of the laptop's.
        told = gap is not None and abs(gap) > CLOCK_GAP and not body.fictional
        return Outcome(DepositState.DEPOSITED, "clock.gap" if told else "", answer.receipt)

    def _checked(
        self, client: "RegionalClient", membership: Membership, one: Deposit, receipt: bytes, hashes: frozenset[str]
    ) -> "ReceiptBody":
        """A receipt found to prove that deposit. Raises `InvalidData`."""
        from app.sync.contract.receipt import check_receipt, signer_of
        from app.sync.trust import TrustedKeys

        signer = signer_of(receipt)
        return check_receipt(
            receipt,
            TrustedKeys(self._secrets).key(signer, membership, client.key_chain),
            mission_id=one.mission_id,
            version=one.version,
            sha256=one.sha256,
            attachments=hashes,
        )

    def _record(self, one: Deposit, outcome: Outcome, *, tried: bool = True) -> Deposit:
        changed = replace(
            one,
            state=outcome.state,
            attempts=one.attempts + tried,
            last_attempt_at=self._clock() if tried else one.last_attempt_at,
            last_code=outcome.code,
            receipt=outcome.receipt,
        )
        with self._unit_of_work() as uow:
            kept = next(now for now in uow.deposits.of(one.mission_id) if now.version == one.version)
            if kept.state is not DepositState.DEPOSITED:
                uow.deposits.save(changed)
                if changed.state is DepositState.DEPOSITED:
                    uow.journal.note(one.mission_id, EventKind.DEPOSITED, self._clock(), one.version, one.sha256)
                uow.commit()
        told = f" ({outcome.code})" if outcome.code else ""
        logger.info("mission %s: version %d %s%s", one.mission_id, one.version, outcome.state.value, told)
        return changed
