"""The folder of a profile: where it is, and the lock that keeps it for one running instance."""

import hashlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from app.infra.files import failure_of, told

LOCK_NAME = "jalon.lock"
TRAINING_NAME = "formation"
"""Folder of the fictional profile, beside the files of the real one."""

PACKS_NAME = "packs"
"""Folder of the packs that the user brought, in the folder of the profile."""

_LOCKED_BYTE = 1 << 30


def default_folder() -> Path:
    """Folder of the profile when none is given: the data folder of this user on this system."""
    from platformdirs import user_data_path

    return user_data_path("jalon", appauthor=False)


def ready_folder(folder: Path) -> Path:
    """The folder, made for this user alone when missing, in its full writing.

    Raises:
        EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.refused` (the path is a file…).
    """
    with told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder.resolve(strict=True)


def instance_name(folder: Path) -> str:
    """Name by which a second start reaches the running instance of a folder: the same for every writing of its path."""
    return "jalon-" + hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


class FolderLock:
    """The lock of a profile's folder; the system lets it go when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._file: BinaryIO | None = None

    def claim(self) -> bool:
        """Take the lock; False when another process has it.

        Raises:
            EnvironmentFailure: `disk.read_only`, `disk.full`, `disk.refused`: nothing can be kept in this folder.
        """
        if self._file is not None:
            return True
        with told(self._path):
            file = self._path.open("a+b")
        try:
            if not _lock(file):
                file.close()
                return False
            file.truncate(0)
            file.write(f"{os.getpid()}\n".encode())
            file.flush()
        except OSError as error:
            file.close()
            raise failure_of(error, self._path) from error
        self._file = file
        return True

    def holder(self) -> int | None:
        """Identifier of the process that took the lock last, or None."""
        try:
            return int(self._path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def release(self) -> None:
        """Let the lock go; the file stays, since removing it would let two processes lock two files of one name."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            # A byte far beyond the content, so that others can still read who holds it.
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
