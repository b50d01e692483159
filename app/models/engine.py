"""SQLAlchemy engine over the encrypted file: explicit write transactions, errors told as coded failures."""

from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.domain.errors import InvalidData
from app.models.connection import open_connection
from app.models.failures import BROKEN_CONNECTION, failure_of


def make_engine(path: Path, key: bytes, *, synchronous: str = "FULL") -> sqlalchemy.Engine:
    """Engine whose transactions take the write lock when they begin, so that none fails half-way for want of it.

    Args:
        path: Database file.
        key: Raw 256-bit data key.
        synchronous: Level of SQLite; the program never gives another than `FULL`.
    """

    def connect() -> Any:
        return open_connection(path, key, synchronous=synchronous)

    engine = sqlalchemy.create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _tell, retval=True)
    return engine


def _begin(connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _tell(context: sqlalchemy.engine.ExceptionContext) -> Exception | None:
    error = context.original_exception
    if isinstance(error, dbapi2.IntegrityError):
        # Its text names tables and columns, never a value.
        return InvalidData("storage.constraint", constraint=str(error))
    failure = failure_of(error)
    if failure is not None:
        context.is_disconnect = failure.code in BROKEN_CONNECTION
    return failure
