"""Upgrade of the schema with Alembic, in one transaction, after a copy; imported only when there is something to do."""

import os
from contextlib import closing
from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config

from app.models.connection import open_connection
from app.models.engine import make_engine
from app.models.failures import told
from app.services.errors import EnvironmentFailure

SCRIPTS = Path(__file__).with_name("migrations")
"""Folder of the revisions."""


class ForeignKeyBroken(Exception):
    """An upgrade would leave rows that point to nothing."""


def upgrade(path: Path, key: bytes, revision: str) -> None:
    """Bring a file to a revision, making it if it is missing; all or nothing.

    Args:
        path: Database file.
        key: Raw 256-bit data key.
        revision: Identifier of the revision to reach.

    Raises:
        EnvironmentFailure: `disk.full`, `storage.locked`…
        ForeignKeyBroken: The result would hold rows that point to nothing.
    """
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = make_engine(path, key)
    try:
        with engine.connect() as connection:
            # Batch mode rebuilds tables: with the keys on, the children of a rebuilt table would be deleted by cascade.
            # It has no effect inside a transaction, hence the driver's own connection before any begins.
            _driver(connection).execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, revision)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise ForeignKeyBroken(sorted({row[0] for row in broken}))
    finally:
        engine.dispose()


def upgrade_with_copy(path: Path, key: bytes, backup_folder: Path, found: str) -> None:
    """Copy an older file, then bring it to the last revision.

    Args:
        path: Database file.
        key: Raw 256-bit data key.
        backup_folder: Where the copy goes.
        found: Revision of the file, part of the copy's name.

    Raises:
        EnvironmentFailure: `storage.upgrade_failed` with the path of the copy; the file is as it was. `disk.full`…
            when even the copy could not be made.
    """
    copy = copy_database(path, key, backup_folder, f"{path.stem}-{found}")
    try:
        upgrade(path, key, "head")
    except Exception as error:
        raise EnvironmentFailure("storage.upgrade_failed", copy=copy) from error


def copy_database(path: Path, key: bytes, folder: Path, stem: str) -> Path:
    """A consistent, compact copy under the same key, on the disk when this returns.

    A copy of the file alone would lose what still is in its write-ahead log.

    Raises:
        EnvironmentFailure: `disk.full`…; no half copy is left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = _free_name(folder, stem)
    try:
        with told(), closing(open_connection(path, key)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        with copy.open("rb") as file:
            os.fsync(file.fileno())
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _free_name(folder: Path, stem: str) -> Path:
    copy, number = folder / f"{stem}.db", 1
    while copy.exists():
        number += 1
        copy = folder / f"{stem}-{number}.db"
    return copy


def _driver(connection: sqlalchemy.Connection) -> sqlalchemy.engine.interfaces.DBAPIConnection:
    driver = connection.connection.dbapi_connection
    if driver is None:
        raise RuntimeError("detached connection")
    return driver
