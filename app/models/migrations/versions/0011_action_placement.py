"""Where an action stands in the value/effort matrix, and the actions that it waits for."""

from alembic import op

revision = "0011"
down_revision = "0010"

# A link may be written before the action that it points to: it is checked when the transaction ends.
_ACTION_DEPENDENCY = """
CREATE TABLE action_dependency (
    action_id TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    depends_on TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (action_id, position)
) STRICT, WITHOUT ROWID
"""
_BY_AWAITED = "CREATE INDEX action_dependency_of_awaited ON action_dependency (depends_on)"
_PLACES = tuple(f"ALTER TABLE action ADD COLUMN {name} INTEGER" for name in ("placed_value", "placed_effort"))


def upgrade() -> None:
    """Add both columns, empty, and the table of links."""
    for statement in (*_PLACES, _ACTION_DEPENDENCY, _BY_AWAITED):
        op.execute(statement)
