"""Aids of the catalogue that each action of a plan cites."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table; the actions known cite nothing."""
    op.execute(
        """
CREATE TABLE action_aid (
    action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    aid TEXT NOT NULL,
    title TEXT NOT NULL,
    operator TEXT NOT NULL,
    catalogue_id TEXT NOT NULL,
    catalogue_version TEXT NOT NULL,
    catalogue_sha256 TEXT NOT NULL,
    stated_on TEXT NOT NULL,
    valid_until TEXT,
    estimate_cents INTEGER,
    PRIMARY KEY (action_id, position)
) STRICT, WITHOUT ROWID
"""
    )
