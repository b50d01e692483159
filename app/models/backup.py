"""Copies of the encrypted files under the same key: a whole database at an instant, photos added to those copied before."""

import os
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from app.models.attachment_file import ATTACHMENTS_NAME, TABLES
from app.models.connection import open_connection, open_for_reading
from app.models.failures import told, unopenable
from app.models.schema import HEAD, sync_folder
from app.models.storage import DATABASE_NAME
from app.services.backups import Content
from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext

_CITED = "SELECT sha256 FROM attachment UNION SELECT sha256 FROM sealed_attachment"
_COUNTS = (
    "SELECT count(*) FROM mission",
    "SELECT count(*) FROM answer WHERE level IS NOT NULL",
    "SELECT coalesce(sum(half_days), 0) FROM mission",
    "SELECT count(*) FROM sealed_version",
)
_FIRST_WITH_PHOTOS = 5


def copy_database(profile: Path, key: bytes, target: Path) -> None:
    """A consistent and compact copy of the database at this instant, on the disk when this returns.

    Args:
        profile: Folder of the profile.
        key: Raw 256-bit data key, of both.
        target: File to make; it does not exist.

    Raises:
        EnvironmentFailure: `disk.full`, `disk.faulty`, `storage.not_openable`…
    """
    with told(), closing(open_connection(profile / DATABASE_NAME, key)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def copy_photos(profile: Path, key: bytes, target: Path, context: JobContext) -> None:
    """Add to a file of photos those that it has not; each is there whole or not at all.

    Args:
        profile: Folder of the profile; it may have no photo.
        key: Raw 256-bit data key, of both.
        target: File of the copies, made when missing.
        context: The job; it can be stopped between two photos.
    """
    source = profile / ATTACHMENTS_NAME
    if not source.exists():
        return
    with told(), closing(open_connection(target, key, gives_room_back=not target.exists(), journal="DELETE")) as copy:
        if not copy.execute("PRAGMA user_version").fetchone()[0]:
            copy.execute("BEGIN IMMEDIATE")
            for statement in TABLES:
                copy.execute(statement)
            copy.execute("COMMIT")
        copy.execute(f"ATTACH DATABASE ? AS source KEY \"x'{key.hex()}'\"", (str(source),))
        missing = "SELECT sha256 FROM source.content WHERE sha256 NOT IN (SELECT sha256 FROM main.content)"
        hashes = [row[0] for row in copy.execute(missing).fetchall()]
        for rank, sha256 in enumerate(hashes):
            context.progress(rank, len(hashes))
            copy.execute("BEGIN IMMEDIATE")
            copy.execute("INSERT INTO main.chunk SELECT * FROM source.chunk WHERE sha256 = ?", (sha256,))
            copy.execute("INSERT INTO main.content SELECT * FROM source.content WHERE sha256 = ?", (sha256,))
            copy.execute("COMMIT")
        copy.execute("INSERT OR IGNORE INTO main.thumbnail SELECT * FROM source.thumbnail")
    sync_folder(target.parent)


def drop_uncited_photos(photos: Path, databases: list[Path], key: bytes) -> None:
    """Throw away from a file of copies the photos that none of the databases beside it cites any more.

    A database that cannot be read keeps every photo: it may be mended one day.
    """
    if not photos.exists():
        return
    cited: set[str] = set()
    try:
        for path in databases:
            with closing(open_for_reading(path, key)) as connection:
                cited.update(row[0] for row in connection.execute(_CITED))
    except dbapi2.Error:
        return
    with told(), closing(open_connection(photos, key, journal="DELETE")) as copy:
        for table in ("content", "thumbnail"):
            there = [row[0] for row in copy.execute(f"SELECT sha256 FROM {table}")]  # noqa: S608 our own names
            for sha256 in (one for one in there if one not in cited):
                copy.execute("BEGIN IMMEDIATE")
                copy.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))  # noqa: S608 our own names
                copy.execute("DELETE FROM chunk WHERE sha256 NOT IN (SELECT sha256 FROM content)")
                copy.execute("COMMIT")
        copy.execute("PRAGMA incremental_vacuum").fetchall()


def fold_log(database: Path, key: bytes) -> None:
    """Fold the log that came with a copied database into it; nothing to do when it came without.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.wrong_key`, `disk.full`…
    """
    if not database.with_name(database.name + "-wal").exists():
        return
    try:
        with closing(open_connection(database, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except dbapi2.Error as error:
        raise unopenable(database, key, error) from error


def read_whole(database: Path, photos: Path, key: bytes) -> Content:
    """Read every page of a copied database and of the photos beside it, and count what they hold.

    Args:
        database: A database that nobody changes.
        photos: File of the photos; it may be missing.
        key: Raw 256-bit data key.

    Raises:
        EnvironmentFailure: `storage.damaged`, `storage.wrong_key`, `storage.newer` (params `found`, `known`).
    """
    try:
        with closing(open_for_reading(database, key)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            if int(found) > int(HEAD):
                raise EnvironmentFailure("storage.newer", found=int(found), known=int(HEAD))
            _check(connection)
            counts = [int(connection.execute(query).fetchone()[0]) for query in _COUNTS]
            cited = set[str]()
            if int(found) >= _FIRST_WITH_PHOTOS:
                cited = {row[0] for row in connection.execute(_CITED)}
    except dbapi2.Error as error:
        raise unopenable(database, key, error) from error
    missions, answers, half_days, sealed = counts
    absent = len(cited - _held(photos, key))
    return Content(missions, answers, half_days, sealed, len(cited), absent)


def _held(photos: Path, key: bytes) -> frozenset[str]:
    if not photos.exists():
        return frozenset()
    try:
        with closing(open_for_reading(photos, key)) as connection:
            _check(connection)
            return frozenset(row[0] for row in connection.execute("SELECT sha256 FROM content"))
    except dbapi2.Error as error:
        raise unopenable(photos, key, error) from error


def _check(connection: dbapi2.Connection) -> None:
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if pages or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise EnvironmentFailure("storage.damaged")
