"""De minimis aid that the company states, for its statement."""

from alembic import op

revision = "0007"
down_revision = "0006"

_AID_RECEIVED = """
CREATE TABLE aid_received (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    granted_on TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    grantor TEXT NOT NULL,
    regulation TEXT NOT NULL,
    of_group INTEGER NOT NULL
) STRICT
"""
_BY_MISSION = "CREATE INDEX aid_received_of_mission ON aid_received (mission_id, granted_on)"


def upgrade() -> None:
    """Make the table and its index."""
    for statement in (_AID_RECEIVED, _BY_MISSION):
        op.execute(statement)
