"""Whether the files of a profile are sound, looked at beside the work: on a connection of its own, which locks nothing."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from app.models.attachment_file import ATTACHMENTS_NAME
from app.models.connection import open_connection
from app.models.failures import BROKEN_CONNECTION, failure_of
from app.models.storage import DATABASE_NAME


def is_sound(profile: Path, key: bytes, *, whole: bool) -> bool:
    """Whether the files can be read.

    Args:
        profile: Folder of the profile.
        key: Raw 256-bit data key.
        whole: Every page of both files is read and its signature checked, then indexes and references compared; else
            the structure of the database alone.

    Raises:
        sqlcipher3.dbapi2.Error: Anything else than a damage: locked, disk full…
    """
    looks = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check")
    files = [DATABASE_NAME, ATTACHMENTS_NAME] if whole else [DATABASE_NAME]
    return all(
        _answers_well(profile / name, key, looks if whole else ("PRAGMA quick_check",))
        for name in files
        if (profile / name).exists()
    )


def _answers_well(path: Path, key: bytes, looks: tuple[str, ...]) -> bool:
    try:
        with closing(open_connection(path, key)) as connection:
            return all(connection.execute(look).fetchall() in ([], [("ok",)]) for look in looks)
    except dbapi2.Error as error:
        failure = failure_of(error)
        if failure is not None and failure.code in BROKEN_CONNECTION:
            return False
        raise
