"""Packs and mission orders that the Region sends to its laptops."""

import sqlalchemy as sa
from alembic import op

revision = "server_0009"
down_revision = "server_0008"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "publication",
        sa.Column("rank", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("ordered_mission", sa.Uuid),
        sa.Column("siren", sa.String(9), nullable=False),
        sa.Column("scheme_id", sa.String(64), nullable=False),
        sa.Column("decision_day", sa.Date),
        sa.Column("valid_until", sa.Date),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
    )
