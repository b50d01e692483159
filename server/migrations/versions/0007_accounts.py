"""People have accounts with a role: the single password becomes the first administrator's; reads of missions are noted."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "server_0007"
down_revision = "server_0006"


def upgrade() -> None:
    """Make the tables, and an account of whoever had the password; open sessions end."""
    _accounts()
    _sessions()
    _reads()
    _move_administrator()
    kind = sa.Uuid().compile(dialect=op.get_bind().dialect)
    for table in ("device", "enrolment_code"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN account_id {kind} REFERENCES account (id)")


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("login", sa.String(200), nullable=False, unique=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        sa.Column("password", sa.String(200)),
        sa.Column("totp_secret", sa.String(64)),
        sa.Column("totp_step", sa.BigInteger),
        sa.Column("subject_sha256", sa.String(64), unique=True),
        _instant("created_at"),
        _instant("disabled_at", nullable=True),
    )


def _sessions() -> None:
    op.drop_table("page_session")
    op.create_table(
        "page_session",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("account_id", sa.Uuid, sa.ForeignKey("account.id"), nullable=False),
        sa.Column("stage", sa.String(10), nullable=False),
        _instant("expires_at"),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("state_sha256", sa.String(64), primary_key=True),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("verifier", sa.String(128), nullable=False),
        _instant("expires_at"),
    )


def _reads() -> None:
    op.create_table(
        "mission_read",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mission_id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, sa.ForeignKey("account.id"), nullable=False),
        sa.Column("part", sa.String(20), nullable=False),
        _instant("at"),
    )
    op.create_index("mission_read_by_mission", "mission_read", ["mission_id", "at"])


def _move_administrator() -> None:
    instant = sa.DateTime(timezone=True)
    former = sa.table("administrator", sa.column("name"), sa.column("password"), sa.column("changed_at", instant))
    names = ("login", "name", "role", "password")
    account = sa.table("account", sa.column("id", sa.Uuid), *map(sa.column, names), sa.column("created_at", instant))
    bind = op.get_bind()
    for row in bind.execute(sa.select(former)).all():
        who = {"login": row.name, "name": "Administration", "role": "administrator", "password": row.password}
        bind.execute(account.insert().values(id=uuid4(), created_at=row.changed_at, **who))
    bind.execute(former.delete())
