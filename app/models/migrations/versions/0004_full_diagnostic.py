"""Adds the 360° diagnostic (views by factor and their effects) and the workshop votes."""

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLES = (
    """
CREATE TABLE full_diagnostic (
    mission_id TEXT NOT NULL PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE,
    links TEXT NOT NULL,
    outside_effects TEXT NOT NULL
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE factor_view (
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    factor TEXT NOT NULL,
    observations TEXT NOT NULL,
    strengths TEXT NOT NULL,
    weaknesses TEXT NOT NULL,
    evidence TEXT NOT NULL,
    priority TEXT,
    PRIMARY KEY (mission_id, factor)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE factor_effect (
    mission_id TEXT NOT NULL,
    factor TEXT NOT NULL,
    operation TEXT NOT NULL,
    strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
    PRIMARY KEY (mission_id, factor, operation),
    FOREIGN KEY (mission_id, factor) REFERENCES factor_view (mission_id, factor) ON DELETE CASCADE
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE workshop_vote (
    id TEXT NOT NULL PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    voter TEXT NOT NULL,
    level TEXT NOT NULL,
    cast_at INTEGER NOT NULL
) STRICT
""",
    "CREATE INDEX workshop_vote_assessment ON workshop_vote (assessment_id, theme)",
)


def upgrade() -> None:
    """Make the tables; missions of before have no 360° diagnostic and no vote."""
    for statement in _TABLES:
        op.execute(statement)
