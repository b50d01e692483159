"""Backups of a profile as the window shows them: what was made, which are kept, when the next is due, what one holds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.services.jobs import JobContext

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months that have a backup keep their last one."""

DUE_AFTER = timedelta(hours=20)
"""Age from which the last backup is too old: one a day of use, whatever the hour at which the day begins."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One whole backup in a folder.

    Attributes:
        folder: Its own folder: database, slots, own packs; the photos are beside it, shared by all those of a place.
        made_at: Instant of the copy, UTC.
        size: Bytes of its folder and of the photos beside it.
    """

    folder: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a database holds, counted.

    Attributes:
        missions: Missions.
        answers: Declared levels.
        half_days: Half-days performed and not corrected.
        sealed: Sealed versions.
        photos: Photos and files cited.
        absent_photos: Those whose bytes are not in the file of the photos: purged, or lost.
    """

    missions: int
    answers: int
    half_days: int
    sealed: int
    photos: int = 0
    absent_photos: int = 0


class Backups(Protocol):
    """Backups of one profile; all but `last` and `second_place` are slow and belong in a job."""

    def last(self) -> Backup | None:
        """The most recent one that can be seen now, in either place; no key is needed."""

    def second_place(self) -> Path | None:
        """The folder or key drive chosen beside the profile's own folder; it may be absent now."""

    def choose_place(self, place: Path | None) -> None:
        """Choose the second folder, or none."""

    def make(self, context: JobContext) -> Backup:
        """Make one in each place and thin those that are there.

        Raises:
            EnvironmentFailure: `safeguard.place_absent`, `safeguard.disk_full`, `safeguard.refused` (params `place`, `detail`):
                the other place was served first, and the former backups are all there.
        """

    def verify(self, backup: Backup) -> Content:
        """Open a backup with its own slots' key and read it whole.

        Raises:
            EnvironmentFailure: `safeguard.damaged`, `safeguard.other_key`, `storage.newer`…
        """


def kept(instants: Collection[datetime]) -> frozenset[datetime]:
    """Which backups stay: the last of each of the last days, weeks and months that have one.

    Days without any backup do not count, so that a laptop left in a drawer for a year loses none.
    """
    ordered = sorted(instants, reverse=True)
    stay: set[datetime] = set()
    for count, label in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        found: dict[tuple[int, ...], datetime] = {}
        for instant in ordered:
            found.setdefault(label(instant), instant)
        stay.update(list(found.values())[:count])
    return frozenset(stay)


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether a backup is to be made now; also when the last one is dated in the future, since a clock was wrong."""
    return last is None or not timedelta(0) <= now - last < DUE_AFTER


def _day(instant: datetime) -> tuple[int, ...]:
    return instant.year, instant.month, instant.day


def _week(instant: datetime) -> tuple[int, ...]:
    return tuple(instant.isocalendar()[:2])


def _month(instant: datetime) -> tuple[int, ...]:
    return instant.year, instant.month
