"""A laptop may be revoked: its token opens nothing any more, what it deposited stays."""

import sqlalchemy as sa
from alembic import op

revision = "server_0002"
down_revision = "server_0001"


def upgrade() -> None:
    """Add the instant."""
    op.add_column("device", sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True))
