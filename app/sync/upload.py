"""Sends the photos and files of a version before its document: only what the server lacks, from where it stopped."""

from collections.abc import Sequence
from uuid import UUID

from app.services.attachment_ports import AttachmentStore
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.services.rows import SealedPart
from app.sync.client import RegionalClient, Rejected
from app.sync.contract.transfer import CHUNK_BYTES


class Upload:
    """The parts of one version on their way, over as many attempts as the line needs.

    Attributes:
        moved: Bytes that the server took since the upload began: an attempt that moved is never the last one.
    """

    def __init__(self, store: AttachmentStore, mission_id: UUID, parts: Sequence[SealedPart]) -> None:
        self._store = store
        self._mission_id = mission_id
        self._parts = parts
        self.moved = 0

    @property
    def hashes(self) -> frozenset[str]:
        """Hashes of the parts."""
        return frozenset(part.sha256 for part in self._parts)

    def send(self, client: RegionalClient, context: JobContext) -> Rejected | None:
        """Ask what lacks, and send it; what the server has whole does not leave again.

        Returns:
            The refusal of the server, or None once it has everything.

        Raises:
            EnvironmentFailure: `deposit.content_absent` when the server lacks what this machine no longer has, and
                whatever the line does; the next call goes on from there.
            Cancelled: The user asked; likewise.
        """
        if not self._parts:
            return None
        lacking = client.announce(self._mission_id, self._parts)
        if isinstance(lacking, Rejected):
            return lacking
        sizes = {part.sha256: part.size for part in self._parts}
        left = sum(sizes[sha256] - offset for sha256, offset in lacking.items() if sha256 in sizes)
        total, done = -(-left // CHUNK_BYTES) + len(lacking) + 1, 0
        for sha256, start in lacking.items():
            data, offset = self._content(sha256), start
            while offset < len(data):
                context.progress(min(done, total - 1), total)
                answer = client.send_chunk(self._mission_id, sha256, offset, data[offset : offset + CHUNK_BYTES])
                if isinstance(answer, Rejected):
                    return answer
                if not offset < answer <= len(data):
                    raise EnvironmentFailure("server.garbage")
                self.moved += answer - offset
                offset, done = answer, done + 1
        return None

    def _content(self, sha256: str) -> bytes:
        if sha256 not in self.hashes:
            raise EnvironmentFailure("server.garbage")
        try:
            return self._store.read(sha256)
        except EnvironmentFailure as failure:
            if failure.code == "attachment.absent":
                raise EnvironmentFailure("deposit.content_absent") from failure
            raise
