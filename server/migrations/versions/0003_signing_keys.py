"""The chain of signing keys: each public key, and the statement by which the one before it hands over."""

import sqlalchemy as sa
from alembic import op

revision = "server_0003"
down_revision = "server_0002"


def upgrade() -> None:
    """Make the table; the key of the folder enters it at the next start."""
    op.create_table(
        "signing_key",
        sa.Column("rank", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kid", sa.String(64), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("statement", sa.LargeBinary, nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
