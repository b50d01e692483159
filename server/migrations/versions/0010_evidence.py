"""Evidence of signatures, received after the versions that it cites."""

import sqlalchemy as sa
from alembic import op

from server.columns import Instant

revision = "server_0010"
down_revision = "server_0009"


def upgrade() -> None:
    """Make the table; versions received before have no evidence yet."""
    op.create_table(
        "evidence",
        sa.Column("mission_id", sa.Uuid, sa.ForeignKey("mission.id"), primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("receipt", sa.LargeBinary, nullable=False),
        sa.Column("received_at", Instant, nullable=False),
    )
