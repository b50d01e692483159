"""Receipts of the evidence of signatures, which goes to the Region after the version that it cites."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make the column; what was signed before still has to go."""
    op.execute("ALTER TABLE signature_evidence ADD COLUMN receipt BLOB")
