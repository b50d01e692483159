"""Photos and files of the missions: announced, received in chunks, then whole."""

import sqlalchemy as sa
from alembic import op

revision = "server_0005"
down_revision = "server_0004"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "attachment",
        sa.Column("mission_id", sa.Uuid, primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("received", sa.Integer, nullable=False),
        sa.Column("device_id", sa.Uuid, sa.ForeignKey("device.id"), nullable=False),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("whole_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "attachment_chunk",
        sa.Column("mission_id", sa.Uuid, primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["mission_id", "sha256"], ["attachment.mission_id", "attachment.sha256"]),
    )
