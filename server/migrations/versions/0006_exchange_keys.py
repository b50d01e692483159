"""The keys that open encrypted files handed to the Region."""

import sqlalchemy as sa
from alembic import op

revision = "server_0006"
down_revision = "server_0005"


def upgrade() -> None:
    """Make the table; its first key is made when it is first asked for."""
    op.create_table(
        "exchange_key",
        sa.Column("rank", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("identity", sa.String(200), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
