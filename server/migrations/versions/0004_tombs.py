"""What stays of an erased mission: a signed statement of the hashes that were held, and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "server_0004"
down_revision = "server_0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "tomb",
        sa.Column("mission_id", sa.Uuid, primary_key=True),
        sa.Column("statement", sa.LargeBinary, nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
    )
