"""Retention periods that an administrator chose on the page, in place of those of the settings."""

import sqlalchemy as sa
from alembic import op

from server.columns import Instant

revision = "server_0013"
down_revision = "server_0012"


def upgrade() -> None:
    """Make the table; the settings stand until somebody chooses."""
    op.create_table(
        "retention",
        sa.Column("nature", sa.String(20), primary_key=True),
        sa.Column("months", sa.Integer, nullable=False),
        sa.Column("set_at", Instant, nullable=False),
    )
