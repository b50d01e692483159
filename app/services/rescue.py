"""What brings a profile back: a backup restored on a new computer, a damaged file salvaged; as the window shows them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.services.backups import Backup, Content
from app.services.jobs import JobContext


@dataclass(frozen=True, slots=True)
class Loss:
    """A mission whose rows were not all read.

    Attributes:
        reference: Reference for paper of the mission.
        answers: Answers that its own line counts, and that were not found.
        half_days: Half-days, likewise.
        actions: Actions, likewise.
    """

    reference: str
    answers: int
    half_days: int
    actions: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read of a damaged database.

    Attributes:
        database: New database that holds it; the damaged one is where it was.
        aside: Folder of the untouched copy of the damaged files.
        content: What is kept.
        losses: Missions that are kept and incomplete.
        missions_lost: Missions of which no line could be read; at least.
        rows_lost: Rows of every table that could not be read, or that point to a row that could not; at least.
    """

    database: Path
    aside: Path
    content: Content
    losses: tuple[Loss, ...]
    missions_lost: int
    rows_lost: int


class Rescue(Protocol):
    """Ways back; every method is slow and belongs in a job."""

    def find(self, folder: Path) -> tuple[Backup, ...]:
        """Backups of a folder, of those in it or of the folder itself, the most recent first.

        Raises:
            EnvironmentFailure: `safeguard.none`, `safeguard.refused`.
        """

    def restore(self, backup: Backup, secret: str, context: JobContext) -> None:
        """Make this profile, which must be new, out of a backup, and open it.

        The backup is only read. The profile appears whole or not at all; the key ring of this computer is given the key.

        Raises:
            DomainError: `unlock.refused`, `recovery.misread`; `restore.not_new`.
            EnvironmentFailure: `safeguard.damaged`, `storage.newer`, `disk.full`…
        """

    def check(self, context: JobContext, *, whole: bool) -> bool:
        """Whether the files are sound: the database in a few moments, or `whole`, every page of both files."""

    def salvage(self, context: JobContext) -> Salvaged:
        """Copy the damaged files aside, then read what can be of the database into a new one; nothing is replaced.

        Raises:
            EnvironmentFailure: `salvage.nothing` when not a row is readable, `disk.full`…
        """

    def adopt(self, salvaged: Salvaged) -> None:
        """Put the salvaged database in the place of the damaged one, which joins its copy aside."""
