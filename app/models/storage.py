"""Door of the encrypted storage: opens a profile's database, reads lists at once, imports SQLAlchemy when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from app.models.attachment_file import ATTACHMENTS_NAME, AttachmentFile
from app.models.connection import open_connection
from app.models.failures import told, unopenable
from app.models.list_reader import count_matching, count_missions, listed_values, read_missions
from app.models.schema import prepare
from app.services.rows import EVERYTHING, MissionQuery, MissionRow, ShownState

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.services.ports import UnitOfWork

DATABASE_NAME = "jalon.db"
BACKUP_FOLDER = "copies"


def open_storage(profile_folder: Path, data_key: bytes) -> Storage:
    """Open the database of a profile, made when missing and upgraded when older.

    Args:
        profile_folder: Existing folder of the profile.
        data_key: Raw 256-bit key.

    Raises:
        EnvironmentFailure: `storage.newer`, `storage.damaged`, `storage.wrong_key`, `storage.locked`,
            `storage.read_only`, `storage.upgrade_failed`, `disk.full`…
    """
    path = profile_folder / DATABASE_NAME
    prepare(path, data_key, profile_folder / BACKUP_FOLDER)
    return Storage(path, data_key)


class Storage:
    """An open database. `unit_of_work` may be called from any thread; so may the reading of lists.

    Attributes:
        path: Its file.
        attachments: The second file beside it, where photos and files are; opened when first needed.
    """

    def __init__(self, path: Path, data_key: bytes) -> None:
        self.path = path
        self.attachments = AttachmentFile(path.with_name(ATTACHMENTS_NAME), data_key)
        self._data_key = data_key
        self._lock = Lock()
        self._engine: Engine | None = None
        try:
            self._reader = open_connection(path, data_key)
        except dbapi2.Error as error:
            raise unopenable(path, data_key, error) from error

    def unit_of_work(self) -> UnitOfWork:
        """A new transaction, to be entered with `with`."""
        from app.models.unit_of_work import SqlUnitOfWork

        return SqlUnitOfWork(self.engine)

    @property
    def engine(self) -> Engine:
        """The engine of the transactions, made on first use."""
        from app.models.engine import make_engine

        with self._lock:
            if self._engine is None:
                self._engine = make_engine(self.path, self._data_key)
            return self._engine

    def read_missions(self, query: MissionQuery = EVERYTHING) -> list[MissionRow]:
        """Rows of the list (see `app.models.list_reader`)."""
        with self._lock:
            return read_missions(self._reader, query)

    def count_missions(self) -> Mapping[ShownState, int]:
        """How many missions are in each state."""
        with self._lock:
            return count_missions(self._reader)

    def count_matching(self, query: MissionQuery, at_most: int) -> int:
        """How many missions match, counted no further than `at_most`."""
        with self._lock:
            return count_matching(self._reader, query, at_most)

    def listed_values(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Sectors, then schemes, that the missions have."""
        with self._lock:
            return listed_values(self._reader)

    def secret(self, name: str) -> bytes | None:
        """What is kept under a name for want of a key ring, or None."""
        with self._lock, told():
            row = self._reader.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a secret of this laptop inside the encrypted file; it is never sealed nor sent."""
        statement = (
            "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        )
        with self._lock, told():
            self._reader.execute(statement, (name, value))

    def integrity_ok(self) -> bool:
        """Whether every page is genuine, every table and index consistent, every reference valid."""
        with self._lock, told():
            pages = self._reader.execute("PRAGMA cipher_integrity_check").fetchall()
            tables = self._reader.execute("PRAGMA integrity_check").fetchall()
            references = self._reader.execute("PRAGMA foreign_key_check").fetchall()
        return not pages and tables == [("ok",)] and not references and self.attachments.integrity_ok()

    def close(self) -> None:
        """Close every connection for good and forget the key; the last one folds the write-ahead log into the file."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self._reader.close()
            self._data_key = b""
        self.attachments.close()
