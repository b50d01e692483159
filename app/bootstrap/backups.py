"""Backups of one profile: in its own folder, and in a second one or on a key drive; each takes its name once whole."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy2, copytree, rmtree

from app.infra.files import told
from app.infra.preferences import JsonPreferences
from app.infra.profile_folder import PACKS_NAME
from app.infra.slots import SLOTS_NAME, read_slots
from app.models.attachment_file import ATTACHMENTS_NAME
from app.models.schema import sync_folder
from app.models.storage import DATABASE_NAME
from app.services.backups import Backup, Content, kept
from app.services.errors import EnvironmentFailure
from app.services.jobs import Cancelled, JobContext
from app.services.ports import Clock

logger = logging.getLogger(__name__)

OWN_PLACE = "sauvegardes"
"""Folder of the backups in the folder of the profile."""

STAMP = "%Y-%m-%dT%H%M%SZ"
"""Name of the folder of a backup: its instant, in characters that every file system takes."""

_PARTIAL = ".en-cours"
_DAMAGES = frozenset({"storage.damaged", "storage.wrong_key", "slots.damaged", "slots.absent"})


class LocalBackups:
    """Backups of one folder of this machine (`app.services.backups.Backups`); the data key is known once it is open."""

    def __init__(self, folder: Path, preferences: JsonPreferences, clock: Clock) -> None:
        self._folder = folder
        self._preferences = preferences
        self._clock = clock
        self._data_key = b""

    def unlocked(self, data_key: bytes) -> None:
        """Note the data key of the profile, now open; empty once it is locked."""
        self._data_key = data_key

    def last(self) -> Backup | None:
        """The most recent one that can be seen now."""
        found = [backup for place in self._places() if place.is_dir() for backup in backups_in(place)]
        return max(found, key=lambda backup: backup.made_at, default=None)

    def second_place(self) -> Path | None:
        """The folder or key drive chosen, or None."""
        chosen = self._preferences.load().backup_folder
        return Path(chosen) if chosen else None

    def choose_place(self, place: Path | None) -> None:
        """Choose the second folder, or none."""
        self._preferences.keep(replace(self._preferences.load(), backup_folder="" if place is None else str(place)))

    def make(self, context: JobContext) -> Backup:
        """Make one in each place and thin those that are there. Raises `EnvironmentFailure` (`safeguard.…`)."""
        made: Backup | None = None
        failure: EnvironmentFailure | None = None
        for place in self._places():
            try:
                backup = self._make_in(place, context)
            except EnvironmentFailure as error:
                logger.warning("backup not made: %s", error.code)
                failure = error
            else:
                logger.info("backup made, %d bytes", backup.size)
                made = made or backup
        if failure is not None:
            raise failure
        if made is None:
            raise RuntimeError("a profile has at least one place")
        return made

    def verify(self, backup: Backup) -> Content:
        """Open a backup with the key of its own slots and read it whole. Raises `EnvironmentFailure` (`safeguard.…`)."""
        from app.models.backup import read_whole

        try:
            is_ours = read_slots(backup.folder).opens(self._data_key)
            with told(backup.folder):
                found = read_whole(backup.folder / DATABASE_NAME, photos_of(backup.folder), self._data_key)
        except EnvironmentFailure as error:
            if error.code in _DAMAGES:
                raise EnvironmentFailure("safeguard.damaged") from error
            raise
        if not is_ours:
            raise EnvironmentFailure("safeguard.other_key")
        return found

    def _places(self) -> Iterator[Path]:
        yield self._folder / OWN_PLACE
        second = self.second_place()
        if second is not None:
            # One folder for each profile: two colleagues may share a key drive.
            yield second / f"jalon-{str(read_slots(self._folder).profile)[:8]}"

    def _make_in(self, place: Path, context: JobContext) -> Backup:
        if not place.parent.is_dir():
            raise EnvironmentFailure("safeguard.place_absent", place=str(place.parent))
        if not self._data_key:
            raise Cancelled
        made_at = self._clock().astimezone(UTC).replace(microsecond=0)
        target = place / made_at.strftime(STAMP)
        with _told_of(place):
            place.mkdir(mode=0o700, exist_ok=True)
            _forget_drafts(place)
            draft = place / (target.name + _PARTIAL)
            draft.mkdir(mode=0o700)
            try:
                self._fill(draft, place, context)
                if target.exists():
                    rmtree(target)
                draft.rename(target)
            except BaseException:
                rmtree(draft, ignore_errors=True)
                raise
            sync_folder(place)
            self._thin(place)
        return _backup(target, made_at)

    def _fill(self, draft: Path, place: Path, context: JobContext) -> None:
        from app.models.backup import copy_database, copy_photos

        copy_database(self._folder, self._data_key, draft / DATABASE_NAME)
        _copy_file(self._folder / SLOTS_NAME, draft / SLOTS_NAME)
        if (self._folder / PACKS_NAME).is_dir():
            copytree(self._folder / PACKS_NAME, draft / PACKS_NAME, copy_function=_copy_file)
        # After the database: bytes come before the row that cites them, so none that it cites is missed.
        copy_photos(self._folder, self._data_key, place / ATTACHMENTS_NAME, context)
        sync_folder(draft)

    def _thin(self, place: Path) -> None:
        from app.models.backup import drop_uncited_photos

        found = backups_in(place)
        stay = kept([backup.made_at for backup in found])
        old = [backup for backup in found if backup.made_at not in stay]
        for backup in old:
            rmtree(backup.folder)
        if old:
            left = [backup.folder / DATABASE_NAME for backup in found if backup.made_at in stay]
            drop_uncited_photos(place / ATTACHMENTS_NAME, left, self._data_key)


def backups_in(place: Path) -> list[Backup]:
    """Whole backups of a place, oldest first; what was cut is not one."""
    found = []
    for folder in sorted(place.iterdir()):
        made_at = _made_at(folder.name)
        if made_at is not None and (folder / DATABASE_NAME).is_file():
            found.append(_backup(folder, made_at))
    return found


def photos_of(backup: Path) -> Path:
    """File of the photos of a backup: beside its folder, or in it when the folder is a whole profile."""
    inside = backup / ATTACHMENTS_NAME
    return inside if inside.exists() else backup.parent / ATTACHMENTS_NAME


def _made_at(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _backup(folder: Path, made_at: datetime) -> Backup:
    files = [path for path in folder.rglob("*") if path.is_file()]
    photos = photos_of(folder)
    size = sum(path.stat().st_size for path in files) + (photos.stat().st_size if photos.exists() else 0)
    return Backup(folder, made_at, size)


def _forget_drafts(place: Path) -> None:
    for draft in place.glob(f"*{_PARTIAL}"):
        rmtree(draft)


def _copy_file(source: str | Path, target: str | Path) -> str | Path:
    copy2(source, target)
    with Path(target).open("rb+") as file:
        os.fsync(file.fileno())
    return target


@contextmanager
def _told_of(place: Path) -> Iterator[None]:
    """Says of a backup what the disk refused: what the user typed is not concerned."""
    try:
        with told(place):
            yield
    except EnvironmentFailure as error:
        if not place.parent.is_dir():
            raise EnvironmentFailure("safeguard.place_absent", place=str(place.parent)) from error
        if error.code == "disk.full":
            raise EnvironmentFailure("safeguard.disk_full", place=str(place)) from error
        if error.code.startswith("disk.") or error.code in {"storage.not_openable", "storage.read_only"}:
            raise EnvironmentFailure("safeguard.refused", place=str(place)) from error
        raise
