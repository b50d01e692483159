"""A mission passed on to a colleague: who has it since when, and when a copy that comes is the one that goes on.

The journal of the mission is its thread: whoever holds the mission writes the next event of one chain. A copy is accepted when its
chain goes on from the very event by which the mission left this laptop, and by nothing else: neither a copy that is behind, nor one
that was taken back from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import DomainError, InvalidData
from app.domain.journal import EventKind, JournalEvent, first_broken
from app.domain.mission import MissionFile, SealedVersion

_NOT_WRITTEN_HERE = frozenset({EventKind.IMPORTED, EventKind.DEPOSITED})
"""Events of a copy that nobody worked on: it gives way to the mission itself."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Where a mission is that left this laptop.

    Attributes:
        colleague: Name of who has it.
        since: When it left, UTC.
    """

    colleague: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """The journal of a mission as it travels.

    Attributes:
        key: Key of its hashes, 32 bytes; secret.
        events: Every event, by number.
    """

    key: bytes
    events: tuple[JournalEvent, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A mission on its way to a colleague.

    Attributes:
        file: The draft, without anything private.
        thread: Its journal.
        versions: Its sealed versions, by number.
    """

    file: MissionFile
    thread: Thread
    versions: tuple[SealedVersion, ...]

    def check(self) -> None:
        """Refuse a package whose parts do not hold together.

        Raises:
            InvalidData: `handover.broken`.
        """
        mission, events = self.file.mission, self.thread.events
        whole = (
            bool(events)
            and events[-1].kind is EventKind.HANDED_OVER
            and all(event.mission_id == mission.id for event in events)
            and first_broken(events) is None
            and mission.version == len(self.versions)
        )
        before = ""
        for number, one in enumerate(self.versions, start=1):
            whole = whole and (one.mission_id, one.version, one.replaces) == (mission.id, number, before)
            before = one.sha256
        if not whole:
            raise InvalidData("handover.broken")


def check_comes_back(local: Sequence[JournalEvent], coming: Sequence[JournalEvent], *, away: bool) -> int:
    """Whether a copy goes on from where a mission that this laptop knows left it.

    Args:
        local: Every event of the mission here, at least one.
        coming: Every event of the copy.
        away: Whether the mission is with a colleague.

    Returns:
        How many local events the copy holds too; those after them happened here meanwhile.

    Raises:
        DomainError: `handover.erased` here; `handover.already_here`; `handover.own_file` for the file that left from here;
            `handover.taken_back` when it was not away; `handover.stale`.
    """
    if local[-1].kind is EventKind.ERASED:
        raise DomainError("handover.erased")
    if not away:
        _refuse_to_replace(local, coming)
        return 0
    left = max(number for number, event in enumerate(local, start=1) if event.kind is EventKind.HANDED_OVER)
    hashes = [event.hash for event in coming]
    if hashes == [event.hash for event in local[:left]]:
        raise DomainError("handover.own_file")
    if hashes[:left] != [event.hash for event in local[:left]]:
        raise DomainError("handover.stale")
    return left


def _refuse_to_replace(local: Sequence[JournalEvent], coming: Sequence[JournalEvent]) -> None:
    """A mission that is here gives way only when nobody here ever worked on it."""
    if coming[-1].hash in {event.hash for event in local}:
        raise DomainError("handover.already_here")
    if any(event.kind not in _NOT_WRITTEN_HERE for event in local):
        raise DomainError("handover.taken_back")
