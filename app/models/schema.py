"""Opening of the database file: its schema is checked without Alembic, which is only imported to make or upgrade a file."""

import os
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from app.models.connection import open_connection
from app.models.failures import told, unopenable
from app.services.errors import EnvironmentFailure

HEAD = "0013"
"""Last revision that this program knows."""

_NEW_SUFFIX = ".new"


def prepare(path: Path, key: bytes, backup_folder: Path) -> None:
    """Make sure that a database of the current schema is at `path`: made when missing, upgraded when older.

    A file is made under another name and takes its own once complete, so an empty file is always a damage. An older
    one is copied first; a failed upgrade leaves it as it was.

    Args:
        path: Database file.
        key: Raw 256-bit data key.
        backup_folder: Where the copy made before an upgrade goes; made when missing.

    Raises:
        EnvironmentFailure: `storage.newer` (params `found`, `known`), `storage.damaged`, `storage.wrong_key`,
            `storage.locked`, `storage.read_only`, `storage.upgrade_failed` (param `copy`), `disk.full`…
    """
    _check_writable(path)
    if not path.exists():
        _make(path, key)
        return
    found = schema_version(path, key)
    if int(found) > int(HEAD):
        raise EnvironmentFailure("storage.newer", found=int(found), known=int(HEAD))
    if found != HEAD:
        from app.models.upgrade import upgrade_with_copy

        upgrade_with_copy(path, key, backup_folder, found)


def _check_writable(path: Path) -> None:
    """Refuse what can be read and not written: SQLite would only say that it cannot open its log."""
    for place in (path.parent, path):
        if os.access(place, os.R_OK) and not os.access(place, os.W_OK):
            raise EnvironmentFailure("storage.read_only")


def schema_version(path: Path, key: bytes) -> str:
    """Revision that a database file is at, such as `0001`.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.wrong_key`, `storage.locked`, `storage.read_only`…
    """
    if path.stat().st_size == 0:
        raise EnvironmentFailure("storage.damaged")
    try:
        with closing(open_connection(path, key)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.Error as error:
        raise unopenable(path, key, error) from error
    if row is None or not str(row[0]).isdecimal():
        raise EnvironmentFailure("storage.damaged")
    return str(row[0])


def _make(path: Path, key: bytes) -> None:
    """A new database, complete before it bears its name."""
    from app.models.upgrade import upgrade

    if path.with_name(path.name + "-wal").exists():
        # The last answers are in there: the main file went away, and a new one must not hide it.
        raise EnvironmentFailure("storage.damaged")
    draft = path.with_name(path.name + _NEW_SUFFIX)
    _remove(draft)
    try:
        with told():
            upgrade(draft, key, HEAD)
        draft.replace(path)
    except BaseException:
        _remove(draft)
        raise
    sync_folder(path.parent)


def _remove(path: Path) -> None:
    for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a renaming durable; nothing to do where folders cannot be synced (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
