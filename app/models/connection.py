"""One connection to the encrypted database, ready to use; `sqlcipher3` alone, because the start path goes through here."""

from pathlib import Path

from sqlcipher3 import dbapi2

KEY_BYTES = 32
"""Length of the data key: 256 bits."""

BUSY_TIMEOUT_S = 2.0
"""How long a connection waits for another's transaction; those of jobs hold the lock 20 ms at most."""

_CHECKPOINT_PAGES = 256


def open_connection(
    path: Path, key: bytes, *, synchronous: str = "FULL", gives_room_back: bool = False, journal: str = "WAL"
) -> dbapi2.Connection:
    """A connection in write-ahead mode, each commit synced to the disk, without any implicit transaction.

    Args:
        path: Database file; made when missing.
        key: Raw 256-bit data key.
        synchronous: Level of SQLite; the program never gives another than `FULL`.
        gives_room_back: Whether a new file will be able to give room back to the disk.
        journal: `DELETE` for a file of a key drive, which may be taken out and read elsewhere at any time.

    Raises:
        sqlcipher3.dbapi2.Error: The file cannot be opened, or not with this key.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("data key length")
    connection = dbapi2.connect(str(path), timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        # Its own log goes to standard error with file details; the errors raised are enough.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if gives_room_back:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, key: bytes) -> dbapi2.Connection:
    """A connection to a file that nobody changes, such as a backup on a key drive; nothing is written beside it.

    Raises:
        sqlcipher3.dbapi2.Error: The file cannot be opened; a wrong key is only known at the first reading.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection
