"""What the consultant tells the index coach of a draft: its aim, and what is wished for each theme."""

from alembic import op

revision = "0003"
down_revision = "0002"

_COACH = """
CREATE TABLE coach (
    mission_id TEXT NOT NULL PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE,
    goal INTEGER,
    budget_half_days INTEGER
) STRICT, WITHOUT ROWID
"""

_THEME = """
CREATE TABLE coach_theme (
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    to_study INTEGER,
    in_progress INTEGER,
    in_place INTEGER,
    priority INTEGER NOT NULL,
    pin TEXT,
    banned INTEGER NOT NULL,
    PRIMARY KEY (mission_id, theme)
) STRICT, WITHOUT ROWID
"""


def upgrade() -> None:
    """Make the two tables; no mission has told anything yet."""
    for statement in (_COACH, _THEME):
        op.execute(statement)
