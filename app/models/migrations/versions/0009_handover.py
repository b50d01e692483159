"""Missions that are with a colleague: who, and since when."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table; every mission is here."""
    op.execute(
        """
CREATE TABLE handover (
    mission_id TEXT NOT NULL PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE,
    colleague TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""
    )
