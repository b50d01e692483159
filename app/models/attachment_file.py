"""The second encrypted file: bytes of photos and files in chunks, by their hash, written once and never changed."""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlcipher3 import dbapi2

from app.models.connection import open_connection
from app.models.failures import told, unopenable
from app.services.errors import EnvironmentFailure

ATTACHMENTS_NAME = "attachments.db"
CHUNK_BYTES = 256 * 1024
SCHEMA = 1

TABLES = (
    "CREATE TABLE content (sha256 TEXT NOT NULL PRIMARY KEY, size INTEGER NOT NULL) STRICT",
    "CREATE TABLE chunk (sha256 TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " UNIQUE (sha256, number)) STRICT",
    "CREATE TABLE thumbnail (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    f"PRAGMA user_version = {SCHEMA}",
)
"""Statements that make a new file."""


class AttachmentFile:
    """Implementation of `app.services.attachment_ports.AttachmentStore`; opened when first needed, usable from any thread.

    Args:
        path: The file; made when missing.
        key: Raw 256-bit data key.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._lock = Lock()
        self._connection: dbapi2.Connection | None = None

    def put(self, data: bytes, thumbnail: bytes = b"") -> str:
        """Keep bytes: on the disk, all of them, when this returns. Bytes that are there already are not written again.

        Args:
            data: All of them.
            thumbnail: A small picture of them, or empty.

        Returns:
            Their lower-case hexadecimal SHA-256.

        Raises:
            EnvironmentFailure: `disk.full`, `storage.damaged`…; nothing of them is kept.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        with self._writing() as connection:
            if thumbnail:
                connection.execute("INSERT OR REPLACE INTO thumbnail VALUES (?, ?)", (sha256, thumbnail))
            if connection.execute("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)).fetchone():
                return sha256
            for number, start in enumerate(range(0, len(data), CHUNK_BYTES)):
                chunk = data[start : start + CHUNK_BYTES]
                connection.execute("INSERT INTO chunk VALUES (?, ?, ?)", (sha256, number, chunk))
            connection.execute("INSERT INTO content VALUES (?, ?)", (sha256, len(data)))
        return sha256

    def read(self, sha256: str) -> bytes:
        """All the bytes of a hash, found again by that hash.

        Raises:
            EnvironmentFailure: `attachment.absent` when they are not here, `attachment.damaged` when they changed.
        """
        with self._reading() as connection:
            known = connection.execute("SELECT size FROM content WHERE sha256 = ?", (sha256,)).fetchone()
            if known is None:
                raise EnvironmentFailure("attachment.absent")
            query = "SELECT bytes FROM chunk WHERE sha256 = ? ORDER BY number"
            data = b"".join(row[0] for row in connection.execute(query, (sha256,)))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise EnvironmentFailure("attachment.damaged")
        return data

    def thumbnail(self, sha256: str) -> bytes:
        """The small picture of a hash, kept even once its bytes are purged; empty when there is none."""
        with self._reading() as connection:
            row = connection.execute("SELECT bytes FROM thumbnail WHERE sha256 = ?", (sha256,)).fetchone()
        return b"" if row is None else bytes(row[0])

    def held(self) -> frozenset[str]:
        """Hashes of all the bytes that are here."""
        with self._reading() as connection:
            return frozenset(row[0] for row in connection.execute("SELECT sha256 FROM content"))

    def purge(self, hashes: Collection[str]) -> int:
        """Throw the bytes of some hashes away and give their room back to the disk; thumbnails stay.

        Returns:
            Bytes thrown away.
        """
        freed = 0
        with self._writing() as connection:
            for sha256 in hashes:
                row = connection.execute("SELECT size FROM content WHERE sha256 = ?", (sha256,)).fetchone()
                freed += 0 if row is None else row[0]
                connection.execute("DELETE FROM chunk WHERE sha256 = ?", (sha256,))
                connection.execute("DELETE FROM content WHERE sha256 = ?", (sha256,))
        with self._reading() as connection:
            connection.execute("PRAGMA incremental_vacuum").fetchall()
        return freed

    def sweep(self, cited: Collection[str]) -> int:
        """Throw away the bytes and the thumbnails that nothing cites, such as those of an import that was cut.

        Returns:
            Bytes thrown away.
        """
        freed = self.purge([sha256 for sha256 in self.held() if sha256 not in cited])
        with self._writing() as connection:
            for (sha256,) in connection.execute("SELECT sha256 FROM thumbnail").fetchall():
                if sha256 not in cited:
                    connection.execute("DELETE FROM thumbnail WHERE sha256 = ?", (sha256,))
        return freed

    def integrity_ok(self) -> bool:
        """Whether every page is genuine and every table consistent; true when there is no file."""
        if not self.path.exists():
            return True
        with self._reading() as connection:
            # The check looks at the file alone: a page torn while the log was being folded in is still whole in the log.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            return not pages and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def close(self) -> None:
        """Close the file for good and forget its key."""
        with self._lock:
            connection, self._connection = self._connection, None
            self._key = b""
            if connection is not None:
                connection.close()

    @contextmanager
    def _reading(self) -> Iterator[dbapi2.Connection]:
        with self._lock, told():
            yield self._opened()

    @contextmanager
    def _writing(self) -> Iterator[dbapi2.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _opened(self) -> dbapi2.Connection:
        if self._connection is None:
            try:
                self._connection = self._open()
            except dbapi2.Error as error:
                raise unopenable(self.path, self._key, error) from error
        return self._connection

    def _open(self) -> dbapi2.Connection:
        is_new = not self.path.exists() or not self.path.stat().st_size
        connection = open_connection(self.path, self._key, gives_room_back=is_new)
        try:
            _bring_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _bring_up(connection: dbapi2.Connection) -> None:
    """Make the tables of a new file; refuse that of a later program."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > SCHEMA:
        raise EnvironmentFailure("storage.newer", found=found, known=SCHEMA)
    if found == SCHEMA:
        return
    connection.execute("BEGIN IMMEDIATE")
    for statement in TABLES:
        connection.execute(statement)
    connection.execute("COMMIT")
