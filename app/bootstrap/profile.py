"""The profile of one person: its folder, its lock, its key and its open database; light enough for the start."""

from logging import Handler, getLogger
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from app.bootstrap.backups import LocalBackups
from app.bootstrap.listing import read_page
from app.bootstrap.rescue import LocalRescue, finish_restoration
from app.domain.errors import DomainError
from app.infra.clock import now
from app.infra.company_lock import StoredCompanyLock
from app.infra.files import told
from app.infra.key_ring import KeyRing, system_key_ring
from app.infra.keys import training_key
from app.infra.preferences import JsonPreferences
from app.infra.profile_folder import PACKS_NAME, TRAINING_NAME, FolderLock, default_folder, ready_folder
from app.infra.protection import SlotsProtection
from app.infra.slots import SLOTS_NAME, create_slots, undo_slots, unlock_with_keyring, unlock_with_secret
from app.models.storage import DATABASE_NAME, Storage, open_storage
from app.services.company_lock import CompanyLock
from app.services.errors import EnvironmentFailure
from app.services.languages import Language
from app.services.rows import MissionPage, MissionQuery

if TYPE_CHECKING:
    from app.services.workbench import Workbench

logger = getLogger(__name__)


class LocalProfile:
    """One folder of this machine (`app.services.profile.Profile`).

    The fictional profile has no slots of its own: its key is derived from the key of the profile beside it.
    """

    def __init__(self, folder: Path, key_ring: KeyRing | None, *, training_key: bytes = b"") -> None:
        self.folder = folder
        self.is_training = bool(training_key)
        self.preferences = JsonPreferences(folder)
        self.protection = SlotsProtection(folder, key_ring)
        self._lock_kept = StoredCompanyLock(now)
        self.company_lock: CompanyLock = self._lock_kept
        self.backups = LocalBackups(folder, self.preferences, now)
        self.rescue = LocalRescue(folder, key_ring, self._open, self._close_files, now)
        self._key_ring = key_ring
        self._lock = FolderLock(folder)
        self._training_key = training_key
        self._data_key = b""
        self._storage: Storage | None = None
        self._workbench: Workbench | None = None
        self._log: Handler | None = None

    def claim(self) -> bool:
        """Take the folder for this process; False when another one holds it. A restoration that was cut is finished."""
        if not self._lock.claim():
            return False
        with told(self.folder):
            finish_restoration(self.folder)
        return True

    def keep_log(self, *, json_lines: bool) -> None:
        """Send the program's log to a file of the folder until `close`."""
        from app.infra.logging_setup import set_up_logging

        self._log = set_up_logging(self.folder, json_lines=json_lines)

    def is_new(self) -> bool:
        """Whether it was never created."""
        return not (self.folder / SLOTS_NAME).exists() and not (self.folder / DATABASE_NAME).exists()

    def create(self, *, keyring: bool, passphrase: str) -> str:
        """Make the data key, its slots and the file, and open them. Returns the recovery code."""
        key_ring = self._key_ring if keyring else None
        data_key, code = create_slots(self.folder, key_ring, passphrase)
        try:
            self._open(data_key)
        except BaseException:
            # Nobody has seen the recovery code: a profile that stayed would have lost it.
            undo_slots(self.folder, key_ring)
            raise
        return code

    def open_by_keyring(self) -> bool:
        """Open with the key of the system's key ring; False when it is not there."""
        if self._key_ring is None:
            return False
        data_key = unlock_with_keyring(self.folder, self._key_ring)
        if data_key is None:
            return False
        self._open(data_key)
        return True

    def open_by_secret(self, secret: str) -> None:
        """Open with a passphrase or a recovery code, or make sure that it opens when it is open already."""
        data_key = unlock_with_secret(self.folder, secret)
        if self._storage is None:
            self._open(data_key)

    def read_missions(self, query: MissionQuery) -> MissionPage:
        """Rows of the list, once open."""
        return read_page(self._opened, query)

    def workbench(self, language: Language = Language.FRENCH) -> "Workbench":
        """Everything else, once open; imports much the first time."""
        if self._workbench is None:
            from app.bootstrap.workbench import bind

            packs, training = self.folder / PACKS_NAME, self.is_training
            self._workbench = bind(self._opened, clock=now, own_packs=packs, training=training, language=language)
        return self._workbench

    def training(self) -> "LocalProfile":
        """The fictional profile beside this one, open."""
        folder = self.folder / TRAINING_NAME
        folder.mkdir(mode=0o700, exist_ok=True)
        beside = LocalProfile(folder, None, training_key=training_key(self._data_key))
        beside._open(beside._training_key)
        return beside

    def reset(self) -> None:
        """Throw away the whole content of a fictional profile; it is empty and open afterwards.

        Raises:
            DomainError: `training.only` on another profile.
        """
        if not self.is_training:
            raise DomainError("training.only")
        self._close_files()
        rmtree(self.folder)
        self.folder.mkdir(mode=0o700)
        self._open(self._training_key)

    def lock(self) -> None:
        """Close the files and forget the data key; the folder stays held by this process."""
        self._close_files()
        self._know(b"")

    def close(self) -> None:
        """Close the files and release the folder."""
        self.lock()
        self._lock.release()
        if self._log is not None:
            getLogger().removeHandler(self._log)
            self._log.close()
            self._log = None

    def _close_files(self) -> None:
        if self._workbench is not None:
            self._workbench.outbox.close()
        if self._storage is not None:
            if self._workbench is not None:
                _sweep(self._storage)
            self.preferences.unlocked(None)
            self._lock_kept.unlocked(None)
            self._storage.close()
        self._storage = self._workbench = None

    @property
    def _opened(self) -> Storage:
        if self._storage is None:
            raise RuntimeError("the profile is not open")
        return self._storage

    def _open(self, data_key: bytes) -> None:
        # Known first: what a damaged file still holds is read with it.
        self._know(data_key)
        self._storage = open_storage(self.folder, data_key)
        self.preferences.unlocked(self._storage)
        self._lock_kept.unlocked(self._storage)

    def _know(self, data_key: bytes) -> None:
        self._data_key = data_key
        for part in (self.protection, self.backups, self.rescue):
            part.unlocked(data_key)


def _sweep(storage: Storage) -> None:
    """Throw away the bytes of photos and files that nothing cites; kept until now so that a removal could be undone."""
    from app.services.attachments import sweep_attachments

    if not storage.attachments.path.exists():
        return
    try:
        sweep_attachments(storage.unit_of_work, storage.attachments)
    except EnvironmentFailure as failure:
        logger.warning("attachments not swept: %s", failure.code)


def local_profile(folder: Path | None) -> LocalProfile:
    """The profile of a folder, made when missing and protected by the key ring of this system when it has a safe one.

    Args:
        folder: Folder of the profile, or None for the user's own.

    Raises:
        EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.refused`: nothing can be kept there.
    """
    return LocalProfile(ready_folder(folder or default_folder()), system_key_ring())
