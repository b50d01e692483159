"""Journal of each mission: chained events that hold keyed hashes of values, and the key of each mission."""

from alembic import op

revision = "0008"
down_revision = "0007"

# Neither table refers to the mission: its events outlive it, as the tomb of what was erased.
_TABLES = (
    "CREATE TABLE journal_key (mission_id TEXT NOT NULL PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """
CREATE TABLE journal_event (
    mission_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (mission_id, number)
) STRICT, WITHOUT ROWID
""",
)


def upgrade() -> None:
    """Make both tables; the journal of a mission that is here already starts with its next event."""
    for table in _TABLES:
        op.execute(table)
