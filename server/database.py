"""The server's database: SQLite with the safety of a file that matters, transactions that write or only read, migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event

from app.domain.errors import InvalidData

_SCRIPTS = Path(__file__).with_name("migrations")
_BUSY_MS = 10_000


class Database:
    """One engine, shared by the threads of a worker.

    Args:
        url: Database as SQLAlchemy names it.
    """

    def __init__(self, url: str) -> None:
        self.engine = sqlalchemy.create_engine(url)
        self._reader = self.engine.execution_options(only_reads=True)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _prepare)
            event.listen(self.engine, "begin", _begin)

    @contextmanager
    def writing(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction that may write, committed at the end; it holds the write lock from its beginning."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlalchemy.Connection]:
        """A transaction that only reads, and waits for nobody."""
        with self._reader.begin() as connection:
            yield connection

    def is_current(self) -> bool:
        """Whether the database answers and has the schema of this program."""
        with self.reading() as connection:
            return _revision(connection) == _script(_config()).get_current_head()

    def upgrade(self, revision: str = "head") -> None:
        """Bring the schema to a revision, in one transaction.

        Raises:
            InvalidData: `server_database.newer` when a later program made it.
        """
        config = _config()
        with self.writing() as connection:
            found = _revision(connection)
            known = {script.revision for script in _script(config).walk_revisions()}
            if found is not None and found not in known:
                raise InvalidData("server_database.newer")
            config.attributes["connection"] = connection
            command.upgrade(config, revision)

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _script(config: Config) -> ScriptDirectory:
    return ScriptDirectory.from_config(config)


def _revision(connection: sqlalchemy.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", f"busy_timeout = {_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: sqlalchemy.Connection) -> None:
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
