"""Sends the evidence of signatures after the versions that it cites, and believes only a verified receipt of its bytes."""

import logging
from dataclasses import dataclass

from app.domain.errors import InvalidData
from app.domain.evidence import SignatureEvidence
from app.services.attachment_ports import AttachmentStore
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.ports import SecretStore, UnitOfWorkFactory
from app.services.rows import SealedPart
from app.services.workbench import Membership
from app.sync.client import RegionalClient, Rejected
from app.sync.contract.evidence import check_evidence_receipt, told_by_evidence_receipt, write_evidence
from app.sync.trust import TrustedKeys
from app.sync.upload import Upload

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EvidenceRoad:
    """The way of the evidence of one profile to the server that it is enrolled with.

    Attributes:
        unit_of_work: Transactions over the profile.
        store: Bytes of the scans.
        secrets: Where the keys believed are kept.
        client: The conversation with the server.
        membership: The server, whose key is pinned.
    """

    unit_of_work: UnitOfWorkFactory
    store: AttachmentStore
    secrets: SecretStore
    client: RegionalClient
    membership: Membership

    def send(self, context: JobContext) -> int:
        """Send every record that cites a deposited version and has no receipt; what does not leave waits for the next deposit.

        Returns:
            How many records still wait.

        Raises:
            Cancelled: The user asked; what was acknowledged stays so.
            EnvironmentFailure: The profile's file refuses to keep a receipt.
        """
        with self.unit_of_work() as uow:
            waiting = uow.evidence.waiting()
        left = 0
        for one in waiting:
            context.check()
            receipt = self._receipt(one, context)
            if not receipt:
                left += 1
                continue
            with self.unit_of_work() as uow:
                uow.evidence.acknowledge(one.id, receipt)
                uow.commit()
            logger.info("mission %s: evidence of version %d acknowledged", one.mission_id, one.version)
        return left

    def _receipt(self, one: SignatureEvidence, context: JobContext) -> bytes:
        """A verified receipt, or empty when the line or the server gave none."""
        try:
            size = len(self.store.read(one.scan)) if one.scan else 0
            if one.scan_type is not None:
                part = SealedPart(one.scan, one.scan_type, size)
                refused = Upload(self.store, one.mission_id, (part,)).send(self.client, context)
                if refused is not None:
                    return self._none(one, refused.code)
            data = write_evidence(one, size)
            answer = self.client.send_evidence(one.mission_id, one.id, data)
            if isinstance(answer, Rejected):
                return self._none(one, answer.code)
            signer = told_by_evidence_receipt(answer).body.kid
            key = TrustedKeys(self.secrets).key(signer, self.membership, self.client.key_chain)
            check_evidence_receipt(answer, key, data)
        except (EnvironmentFailure, InvalidData) as failure:
            return self._none(one, failure.code)
        return answer

    @staticmethod
    def _none(one: SignatureEvidence, code: str) -> bytes:
        logger.warning("mission %s: evidence of version %d waits (%s)", one.mission_id, one.version, code)
        return b""
