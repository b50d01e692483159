"""Files written whole or not at all, and what a refusal of the operating system means for the user."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.errors import EnvironmentFailure

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def failure_of(error: OSError, path: Path) -> EnvironmentFailure:
    """The failure that an error of the operating system tells of, about a file or a folder."""
    if error.errno in _FULL:
        return EnvironmentFailure("disk.full", path=path)
    if error.errno in _FORBIDDEN:
        return EnvironmentFailure("disk.read_only", path=path)
    if error.errno == errno.ENAMETOOLONG:
        return EnvironmentFailure("disk.name_too_long")
    return EnvironmentFailure("disk.refused", path=path, detail=error.strerror or "")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the errors of the operating system raised inside into coded failures.

    Raises:
        EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.name_too_long`, `disk.refused`.
    """
    try:
        yield
    except OSError as error:
        raise failure_of(error, path) from error


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file by another in one step: after a power cut, one of the two is there, whole.

    Args:
        path: File to write; its folder exists.
        content: All its bytes.

    Raises:
        EnvironmentFailure: `disk.full`, `disk.read_only`, `disk.name_too_long`, `disk.refused`; the former file is as it was.
    """
    with told(path):
        handle, draft = tempfile.mkstemp(prefix=".jalon-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the renaming durable; Windows has no such thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
