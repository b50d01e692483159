"""Sentences that answer the warnings of the checks before closing."""

from alembic import op

revision = "0006"
down_revision = "0005"

_EXPLANATION = """
CREATE TABLE explanation (
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    position INTEGER NOT NULL,
    warning TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (mission_id, rule, subject)
) STRICT
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(_EXPLANATION)
