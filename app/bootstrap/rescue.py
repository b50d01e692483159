"""Ways back of one profile: a backup restored into an empty folder, a damaged database salvaged beside itself."""

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy2, copytree, rmtree

from app.bootstrap.backups import STAMP, backups_in, photos_of
from app.domain.errors import DomainError
from app.infra.files import told
from app.infra.key_ring import KeyRing
from app.infra.profile_folder import PACKS_NAME
from app.infra.slots import SLOTS_NAME, belong_here, unlock_with_secret
from app.models.attachment_file import ATTACHMENTS_NAME
from app.models.schema import sync_folder
from app.models.storage import DATABASE_NAME
from app.services.backups import Backup
from app.services.errors import EnvironmentFailure
from app.services.jobs import Cancelled, JobContext
from app.services.ports import Clock
from app.services.rescue import Salvaged

logger = logging.getLogger(__name__)

STAGED = "restauration"
"""Folder of a restored profile that is whole, and whose files are about to take their place."""

_PARTIAL = "restauration.en-cours"
_ORDER = (PACKS_NAME, ATTACHMENTS_NAME, DATABASE_NAME + "-wal", DATABASE_NAME, SLOTS_NAME)


class LocalRescue:
    """Ways back of a folder of this machine (`app.services.rescue.Rescue`).

    Args:
        folder: Folder of the profile.
        key_ring: Key ring of this computer, or None.
        open_with: Opens the profile with its data key.
        close_files: Closes its files.
        clock: Present instant.
    """

    def __init__(
        self,
        folder: Path,
        key_ring: KeyRing | None,
        open_with: Callable[[bytes], None],
        close_files: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._folder = folder
        self._key_ring = key_ring
        self._open_with = open_with
        self._close_files = close_files
        self._clock = clock
        self._data_key = b""

    def unlocked(self, data_key: bytes) -> None:
        """Note the data key of the profile; empty once it is locked."""
        self._data_key = data_key

    def find(self, folder: Path) -> tuple[Backup, ...]:
        """Backups of a folder, the most recent first. Raises `EnvironmentFailure` (`safeguard.none`, `safeguard.refused`)."""
        try:
            places = [folder, *(place for place in folder.iterdir() if place.is_dir())]
            found = [backup for place in places for backup in backups_in(place)]
            if not found and (folder / DATABASE_NAME).is_file():
                found = [_as_backup(folder)]
        except OSError as error:
            raise EnvironmentFailure("safeguard.refused", place=str(folder)) from error
        if not found:
            raise EnvironmentFailure("safeguard.none", place=str(folder))
        return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))

    def restore(self, backup: Backup, secret: str, context: JobContext) -> None:
        """Make this profile, which must be new, out of a backup, and open it."""
        if (self._folder / SLOTS_NAME).exists() or (self._folder / DATABASE_NAME).exists():
            raise DomainError("restore.not_new")
        data_key = unlock_with_secret(backup.folder, secret)
        context.check()
        with told(self._folder):
            stage(backup.folder, self._folder, data_key)
            finish_restoration(self._folder)
        belong_here(self._folder, data_key, self._key_ring)
        self._open_with(data_key)
        logger.info("profile restored")

    def check(self, context: JobContext, *, whole: bool) -> bool:
        """Whether the files are sound. Raises `Cancelled` when the profile was locked meanwhile."""
        from app.models.soundness import is_sound

        context.check()
        if not self._data_key:
            raise Cancelled
        return is_sound(self._folder, self._data_key, whole=whole)

    def salvage(self, context: JobContext) -> Salvaged:
        """Copy the damaged files aside, then read what can be of the database into a new one."""
        from app.models.salvage import salvage

        stamp = self._clock().astimezone(UTC).strftime(STAMP)
        aside = self._folder / f"abime-{stamp}"
        with told(self._folder):
            aside.mkdir(mode=0o700)
            for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", ATTACHMENTS_NAME, f"{ATTACHMENTS_NAME}-wal"):
                if (self._folder / name).exists():
                    _copy_durably(self._folder / name, aside / name)
            sync_folder(aside)
            sync_folder(self._folder)
        return salvage(aside, self._data_key, context)

    def adopt(self, salvaged: Salvaged) -> None:
        """Put the salvaged database in the place of the damaged one, whose bytes are kept aside."""
        self._close_files()
        with told(self._folder):
            current = self._folder / DATABASE_NAME
            for suffix in ("-wal", "-shm"):
                # Of the damaged file, and copied aside: it must not be applied to the new one.
                Path(f"{current}{suffix}").unlink(missing_ok=True)
            sync_folder(self._folder)
            salvaged.database.replace(current)
            sync_folder(self._folder)
        logger.info("salvaged file in place, %d rows lost", salvaged.rows_lost)


def stage(backup: Path, profile: Path, data_key: bytes) -> None:
    """Copy a backup beside the files of a profile, read it whole, then give it its name in one step.

    Raises:
        EnvironmentFailure: `safeguard.damaged`, `storage.newer`; nothing is left behind.
        OSError: The disk refused.
    """
    from app.models.backup import fold_log, read_whole

    draft = profile / _PARTIAL
    rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        for name in (DATABASE_NAME, DATABASE_NAME + "-wal", SLOTS_NAME):
            if (backup / name).exists():
                _copy_durably(backup / name, draft / name)
        if photos_of(backup).exists():
            _copy_durably(photos_of(backup), draft / ATTACHMENTS_NAME)
        if (backup / PACKS_NAME).is_dir():
            copytree(backup / PACKS_NAME, draft / PACKS_NAME, copy_function=_copy_durably)
        try:
            fold_log(draft / DATABASE_NAME, data_key)
            read_whole(draft / DATABASE_NAME, draft / ATTACHMENTS_NAME, data_key)
        except EnvironmentFailure as error:
            if error.code in {"storage.damaged", "storage.wrong_key"}:
                raise EnvironmentFailure("safeguard.damaged") from error
            raise
        sync_folder(draft)
        draft.rename(profile / STAGED)
        sync_folder(profile)
    except BaseException:
        rmtree(draft, ignore_errors=True)
        raise


def finish_restoration(profile: Path) -> None:
    """Put the files of a staged restoration in their place; the slots last, since they say that the profile is whole.

    It can be cut at any point and called again: what is still staged was not put in place yet.
    """
    staged = profile / STAGED
    if not staged.is_dir():
        return
    for name in _ORDER:
        if (staged / name).exists():
            if (profile / name).is_dir():
                rmtree(profile / name)
            (staged / name).replace(profile / name)
            sync_folder(profile)
            sync_folder(staged)
    rmtree(staged)
    sync_folder(profile)


def _as_backup(folder: Path) -> Backup:
    file = folder / DATABASE_NAME
    status = file.stat()
    return Backup(folder, datetime.fromtimestamp(status.st_mtime, UTC), status.st_size)


def _copy_durably(source: str | Path, target: str | Path) -> str | Path:
    copy2(source, target)
    with Path(target).open("rb+") as file:
        os.fsync(file.fileno())
    return target
