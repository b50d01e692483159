"""What the database library's errors mean for the user, as coded failures of the environment."""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlcipher3 import dbapi2

from app.services.errors import EnvironmentFailure

_PRIMARY = 0xFF
_LEAST_FREE_BYTES = 1_048_576
_FAILURES: Mapping[int, Callable[[], EnvironmentFailure]] = {
    dbapi2.SQLITE_FULL: lambda: EnvironmentFailure("disk.full"),
    dbapi2.SQLITE_IOERR: lambda: EnvironmentFailure("disk.faulty"),
    dbapi2.SQLITE_BUSY: lambda: EnvironmentFailure("storage.locked"),
    dbapi2.SQLITE_LOCKED: lambda: EnvironmentFailure("storage.locked"),
    dbapi2.SQLITE_READONLY: lambda: EnvironmentFailure("storage.read_only"),
    dbapi2.SQLITE_CANTOPEN: lambda: EnvironmentFailure("storage.not_openable"),
    dbapi2.SQLITE_CORRUPT: lambda: EnvironmentFailure("storage.damaged"),
    dbapi2.SQLITE_NOTADB: lambda: EnvironmentFailure("storage.damaged"),
}
BROKEN_CONNECTION = frozenset({"disk.faulty", "storage.damaged"})
"""Failures after which a connection is not to be used again."""

_PAGE_BYTES = 4096
_MAC_BYTES = 64
_SALT_BYTES = 16
_SALT_MASK = 0x3A
_MAC_KEY_ROUNDS = 2


def failure_of(error: BaseException | None) -> EnvironmentFailure | None:
    """The failure that an error of the database library tells of, or None when it is a fault of ours."""
    if not isinstance(error, dbapi2.Error):
        return None
    failure = _FAILURES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY)
    return None if failure is None else failure()


@contextmanager
def told() -> Iterator[None]:
    """Turns the errors of the database library raised inside into coded failures.

    Raises:
        EnvironmentFailure: `disk.full`, `storage.locked`, `storage.read_only`, `storage.damaged`…
    """
    try:
        yield
    except dbapi2.Error as error:
        failure = failure_of(error)
        if failure is None:
            raise
        raise failure from error


def unopenable(path: Path, key: bytes, error: dbapi2.Error) -> EnvironmentFailure:
    """Why an existing file does not open.

    Args:
        path: Database file.
        key: Raw 256-bit key.
        error: What the database library said.

    Returns:
        `storage.wrong_key`, `storage.damaged`, `storage.locked`, `disk.full`…
    """
    failure = failure_of(error)
    if failure is None:
        # A file without our tables was not made by this program, or lost its first pages.
        return EnvironmentFailure("storage.damaged")
    if getattr(error, "sqlite_errorcode", 0) == dbapi2.SQLITE_NOTADB:
        return _unreadable(path, key)
    if failure.code == "disk.faulty" and disk_usage(path.parent).free < _LEAST_FREE_BYTES:
        # The index of the log could not grow: SQLite only says that the disk failed.
        return EnvironmentFailure("disk.full")
    return failure


def _unreadable(path: Path, key: bytes) -> EnvironmentFailure:
    """Why a file that the key does not open is unreadable.

    SQLCipher signs each page with a key made of the data key and of the first 16 bytes of the file. A page that bears
    that signature proves that the key is right and that the damage is elsewhere.

    Args:
        path: Database file.
        key: Raw 256-bit key.

    Returns:
        `storage.damaged`, or `storage.wrong_key` when no page looked at was written with this key.
    """
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES)
        mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), _MAC_KEY_ROUNDS, 32)
        pages = path.stat().st_size // _PAGE_BYTES
        for number in range(2, min(pages, 64) + 1):
            file.seek((number - 1) * _PAGE_BYTES)
            page = file.read(_PAGE_BYTES)
            signed = page[:-_MAC_BYTES] + number.to_bytes(4, "little")
            if hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[-_MAC_BYTES:]):
                return EnvironmentFailure("storage.damaged")
    return EnvironmentFailure("storage.wrong_key" if pages > 1 else "storage.damaged")
