"""The server's database, SQLite or PostgreSQL: an engine with its safety settings, transactions that write or only read."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy
from anyio.to_thread import run_sync
from sqlalchemy import Insert, Select, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from app.domain.errors import InvalidData
from server.journeys import Journeys, is_cut

_BUSY_MS = 10_000
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one worker over a PostgreSQL server; the SQLite file has none of them.

    Attributes:
        pool_size: Connections kept open by one worker for its transactions, and as many for its lone statements, at least 1.
        pool_seconds: Seconds that a request waits for a connection of the pool.
        statement_seconds: Seconds after which the server stops a statement.
        lock_seconds: Seconds after which a statement stops waiting for a lock.
    """

    pool_size: int = 8
    pool_seconds: int = 10
    statement_seconds: int = 30
    lock_seconds: int = 10


class Database:
    """One engine, shared by the threads of a worker.

    Args:
        url: Database as SQLAlchemy names it; `postgresql://` means psycopg 3.
        limits: Bounds of the connections to a PostgreSQL server.

    Raises:
        InvalidData: `settings.database_unknown` for anything but SQLite and PostgreSQL.
    """

    def __init__(self, url: str, limits: Limits = Limits()) -> None:
        self.url = _checked(url)
        self.is_embedded = self.url.get_backend_name() == "sqlite"
        if self.is_embedded:
            self.engine = sqlalchemy.create_engine(self.url)
            event.listen(self.engine, "connect", _prepare)
            event.listen(self.engine, "begin", _begin)
            self._reader = self.engine.execution_options(only_reads=True)
        else:
            settings = _settings(limits)
            self.engine = _postgresql_engine(self.url, limits, settings)
            self._journeys = Journeys(self.engine, settings, limits.pool_size, limits.pool_seconds)
            # Each statement sees one state of the base; a transaction around it would cost two more journeys.
            self._reader = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction that may write, committed at the end; over SQLite it holds the write lock from its beginning."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlalchemy.Connection]:
        """A connection that only reads, and waits for nobody."""
        with self._reader.begin() as connection:
            yield connection

    async def at_once(self, statement: Select[Any] | Insert, values: Mapping[str, Any]) -> Any:
        """The row, or None, of a statement whole by itself, which the event loop waits for; over SQLite it only reads."""
        return await (
            run_sync(self._read, statement, values) if self.is_embedded else self._journeys.one(statement, values)
        )

    def _read(self, statement: Select[Any] | Insert, values: Mapping[str, Any]) -> Any:
        with self.reading() as connection:
            return connection.execute(statement, values).one_or_none()

    @contextmanager
    def snapshot(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction that only reads, and sees one state of the whole base however long it lasts."""
        if self.is_embedded:
            with self.reading() as connection:
                yield connection
            return
        with self.engine.execution_options(isolation_level="REPEATABLE READ").begin() as connection:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            yield connection

    def scrub(self, tables: Iterable[str]) -> None:
        """Make what was deleted from tables unreadable in the files too; over PostgreSQL each is locked meanwhile."""
        if self.is_embedded:
            with closing(self.engine.raw_connection()) as raw:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        with self.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.detach()
            connection.exec_driver_sql("SET statement_timeout = 0")
            for name in tables:
                connection.exec_driver_sql(f'VACUUM (FULL) "{name}"')

    @property
    def file(self) -> Path | None:
        """The file of an embedded database; None for a server or a base in memory."""
        name = self.url.database
        return Path(name) if self.is_embedded and name and name != ":memory:" else None

    def close(self) -> None:
        """Give every connection back."""
        if not self.is_embedded:
            self._journeys.close()
        self.engine.dispose()


def _checked(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        raise InvalidData("settings.database_unknown") from None
    driver = _DRIVERS.get(url.drivername.partition("+")[0])
    if driver is None:
        raise InvalidData("settings.database_unknown")
    return url.set(drivername=driver)


def _settings(limits: Limits) -> dict[str, Any]:
    """Parameters of a connection to PostgreSQL."""
    bounds = {
        "statement_timeout": limits.statement_seconds * 1000,
        "lock_timeout": limits.lock_seconds * 1000,
        "idle_in_transaction_session_timeout": limits.statement_seconds * 1000,
    }
    options = " ".join(f"-c {name}={value}" for name, value in bounds.items())
    return {"options": f"{options} -c timezone=UTC", "connect_timeout": limits.pool_seconds}


def _postgresql_engine(url: URL, limits: Limits, settings: Mapping[str, Any]) -> sqlalchemy.Engine:
    engine = sqlalchemy.create_engine(
        url,
        pool_size=limits.pool_size,
        max_overflow=0,
        pool_timeout=limits.pool_seconds,
        connect_args=dict(settings),
    )
    event.listen(engine, "checkout", _check_line)
    return engine


def _check_line(connection: Any, _record: Any, _proxy: Any) -> None:
    """Open again a connection that the server closed while it was idle."""
    if is_cut(connection.pgconn):
        raise DisconnectionError


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        "journal_mode = WAL",
        "synchronous = FULL",
        f"busy_timeout = {_BUSY_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: sqlalchemy.Connection) -> None:
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
