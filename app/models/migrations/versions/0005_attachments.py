"""Photos and files of a mission, by the hash of bytes that another file keeps; and those that each sealed version holds."""

from alembic import op

revision = "0005"
down_revision = "0004"

_STATEMENTS = (
    """
CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id),
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    caption TEXT NOT NULL,
    audience TEXT NOT NULL,
    session_id TEXT,
    theme TEXT,
    action_id TEXT
) STRICT
""",
    """
CREATE TABLE sealed_attachment (
    mission_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (mission_id, version, sha256),
    FOREIGN KEY (mission_id, version) REFERENCES sealed_version (mission_id, version)
) STRICT
""",
    "CREATE INDEX attachment_by_mission ON attachment (mission_id, added_at)",
)


def upgrade() -> None:
    """Make the two tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
