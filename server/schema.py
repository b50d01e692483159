"""Schema of the server's database: whether it is this program's, and the migrations that bring it there."""

from enum import StrEnum
from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.domain.errors import InvalidData
from server.database import Database

_SCRIPTS = Path(__file__).with_name("migrations")
_UPGRADE_LOCK = 8_460_000_001
"""Advisory lock of PostgreSQL under which one process at a time upgrades."""

COPY_MARK = ".avant-"
"""Between the name of an embedded database and the revision that its copy has."""


class SchemaState(StrEnum):
    """How the schema found stands to the one that this program works with."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def state_of(database: Database) -> SchemaState:
    """What the database holds; it must answer."""
    with database.reading() as connection:
        return _state(connection)


def revision_of(connection: sqlalchemy.Connection) -> str | None:
    """Revision of the schema, or None in an empty database."""
    return MigrationContext.configure(connection).get_current_revision()


def known_revisions() -> frozenset[str]:
    """Every revision of this program."""
    return frozenset(one.revision for one in ScriptDirectory.from_config(_config()).walk_revisions())


def bring_up(database: Database, *, older_too: bool = False) -> None:
    """Make the schema of an empty database; an embedded one that is older is copied, then upgraded.

    Args:
        database: The database.
        older_too: Upgrade an older PostgreSQL database as well: its administrator has made a backup.

    Raises:
        InvalidData: `server_database.newer`, or `server_database.older` for a PostgreSQL one that nobody said to upgrade.
    """
    state = state_of(database)
    if state is SchemaState.CURRENT:
        return
    if state is SchemaState.OLDER and not database.is_embedded and not older_too:
        raise InvalidData("server_database.older")
    if state is SchemaState.OLDER:
        _keep_copy(database)
    upgrade(database)


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the schema to a revision in one transaction, one process at a time.

    Raises:
        InvalidData: `server_database.newer` when a later program made it.
    """
    config = _config()
    with database.writing() as connection:
        if not database.is_embedded:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.execute(sqlalchemy.select(sqlalchemy.func.pg_advisory_xact_lock(_UPGRADE_LOCK)))
        if _state(connection) is SchemaState.NEWER:
            raise InvalidData("server_database.newer")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _state(connection: sqlalchemy.Connection) -> SchemaState:
    script = ScriptDirectory.from_config(_config())
    found = revision_of(connection)
    if found is None:
        return SchemaState.EMPTY
    if found == script.get_current_head():
        return SchemaState.CURRENT
    return SchemaState.OLDER if found in known_revisions() else SchemaState.NEWER


def _keep_copy(database: Database) -> None:
    """Copy an embedded database beside itself, once for each revision that it leaves."""
    if database.file is None:
        return
    with database.reading() as connection:
        found = revision_of(connection)
    copy = database.file.with_name(f"{database.file.name}{COPY_MARK}{found}")
    copy.unlink(missing_ok=True)
    raw = database.engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(copy),))
    finally:
        raw.close()
    copy.chmod(0o600)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
