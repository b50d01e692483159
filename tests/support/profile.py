"""An open profile with real storage, its outbox, and jobs that nobody watches."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from app.domain.mission import MissionFile, SealedVersion
from app.models.storage import Storage, open_storage
from app.services.attachments import sealed_parts
from app.services.jobs import Cancelled
from app.services.rows import Deposit, DepositState
from app.sync.outbox import RegionalOutbox, RetryPolicy
from tests.support.sealed import a_version

KEY = bytes(range(32))
QUEUED_AT = datetime(2026, 3, 1, 8, tzinfo=UTC)


@dataclass
class Unwatched:
    """A job context that notes the waits instead of waiting, and cancels at the wait of a given rank (from 1)."""

    cancel_at: int = 0
    waits: list[float] = field(default_factory=list)

    def progress(self, done: int, total: int) -> None:
        """Nothing to show."""
        assert 0 <= done < total

    def check(self) -> None:
        """Nobody asked to stop here."""

    def wait(self, seconds: float) -> None:
        """Note the wait."""
        self.waits.append(seconds)
        if len(self.waits) == self.cancel_at:
            raise Cancelled


class Profile:
    """The storage of one laptop and its outbox, with a clock that the test moves."""

    def __init__(self, folder: Path, *, attempts: int = 3, silence: float = 20) -> None:
        folder.mkdir()
        self.storage: Storage = open_storage(folder, KEY)
        self.now: datetime | None = None
        policy = RetryPolicy(attempts=attempts, silence=silence)
        self.outbox = RegionalOutbox(
            self.storage.unit_of_work, self.storage, self.clock, self.storage.attachments, policy, lambda: 0.5
        )

    def clock(self) -> datetime:
        """The machine's clock, or the test's."""
        return self.now or datetime.now(UTC)

    def close(self) -> None:
        """Close everything."""
        self.outbox.close()
        self.storage.close()

    def seal(self, file: MissionFile, before: SealedVersion | None = None) -> SealedVersion:
        """Keep a mission with its next sealed version, queued."""
        sealed = a_version(file, before)
        with self.storage.unit_of_work() as uow:
            if before is None:
                uow.missions.add(file.mission, QUEUED_AT)
            uow.sealed.add(sealed)
            uow.attachments.note_sealed(sealed.mission_id, sealed.version, sealed_parts(file))
            uow.deposits.queue(
                Deposit(sealed.mission_id, sealed.version, sealed.sha256, DepositState.WAITING, QUEUED_AT)
            )
            uow.commit()
        return sealed

    def kept(self, mission_id: UUID, version: int = 1) -> Deposit:
        """What the outbox keeps of a version."""
        with self.storage.unit_of_work() as uow:
            return next(one for one in uow.deposits.of(mission_id) if one.version == version)
