"""Secrets of authenticators, encrypted under a key of the data folder; the identifier of that key."""

import sqlalchemy as sa
from alembic import op

from server.columns import Instant

revision = "server_0011"
down_revision = "server_0010"


def upgrade() -> None:
    """Make their places; the server encrypts what it finds in clear as soon as it has its key."""
    op.add_column("account", sa.Column("totp_sealed", sa.String(200)))
    op.create_table(
        "storage_key",
        sa.Column("rank", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kid", sa.String(64), nullable=False),
        sa.Column("since", Instant, nullable=False),
    )
