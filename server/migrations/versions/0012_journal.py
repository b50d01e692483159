"""Journal of the server: chained events, keys of their hashes by company, versions that wait to be noted."""

import sqlalchemy as sa
from alembic import op

from server.columns import Instant

revision = "server_0012"
down_revision = "server_0011"

_SQLITE = """
CREATE TRIGGER version_to_note AFTER INSERT ON version BEGIN
    INSERT OR IGNORE INTO journal_waiting (mission_id, number) VALUES (new.mission_id, new.number);
END
"""
_POSTGRESQL = (
    """
CREATE FUNCTION note_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal_waiting (mission_id, number) VALUES (new.mission_id, new.number) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$
""",
    "CREATE TRIGGER version_to_note AFTER INSERT ON version FOR EACH ROW EXECUTE FUNCTION note_version()",
)


def upgrade() -> None:
    """Make the tables; versions and tombs of before wait to be noted, like those to come."""
    op.create_table(
        "journal_event",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("subject", sa.Uuid, nullable=False),
        sa.Column("version", sa.Integer),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_index("journal_event_by_subject", "journal_event", ["subject", "version"])
    op.create_table(
        "journal_key",
        sa.Column("owner", sa.String(20), primary_key=True),
        sa.Column("key", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "journal_waiting",
        sa.Column("mission_id", sa.Uuid, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    )
    op.execute("INSERT INTO journal_waiting SELECT mission_id, number FROM version")
    op.execute("INSERT INTO journal_waiting SELECT mission_id, 0 FROM tomb")
    for statement in (_SQLITE,) if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
