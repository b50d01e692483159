"""First schema: providers, laptops, enrolment codes, administrator, missions and their versions."""

import sqlalchemy as sa
from alembic import op

revision = "server_0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _people()
    _access()
    _missions()
    _versions()


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _people() -> None:
    op.create_table(
        "provider",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        _instant("created_at"),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("token_sha256", sa.String(64), nullable=False, unique=True),
        _instant("enrolled_at"),
    )


def _access() -> None:
    op.create_table(
        "enrolment_code",
        sa.Column("code_sha256", sa.String(64), primary_key=True),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        _instant("created_at"),
        _instant("expires_at"),
        _instant("used_at", nullable=True),
    )
    op.create_table(
        "failure",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        _instant("at"),
    )
    op.create_index("failure_by_source", "failure", ["purpose", "source_sha256", "at"])
    op.create_table(
        "administrator",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("password", sa.String(200), nullable=False),
        _instant("changed_at"),
    )
    op.create_table(
        "page_session",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("administrator", sa.String(64), sa.ForeignKey("administrator.name"), nullable=False),
        _instant("expires_at"),
    )


def _missions() -> None:
    op.create_table(
        "mission",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("device_id", sa.Uuid, sa.ForeignKey("device.id"), nullable=False),
        sa.Column("provider_id", sa.Uuid, sa.ForeignKey("provider.id")),
        sa.Column("fictional", sa.Boolean, nullable=False),
        sa.Column("last_version", sa.Integer, nullable=False),
        _instant("last_received_at"),
    )
    op.create_index("mission_by_reception", "mission", ["fictional", "last_received_at"])


def _versions() -> None:
    op.create_table(
        "version",
        sa.Column("mission_id", sa.Uuid, sa.ForeignKey("mission.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("device_id", sa.Uuid, sa.ForeignKey("device.id"), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("receipt", sa.LargeBinary, nullable=False),
        _instant("received_at"),
        sa.Column("kind", sa.String(20), nullable=False),
        _instant("sealed_at"),
        sa.Column("reference", sa.String(64), nullable=False),
        sa.Column("company_name", sa.String(200), nullable=False),
        sa.Column("siren", sa.String(9), nullable=False),
        sa.Column("siret", sa.String(14), nullable=False),
        sa.Column("town", sa.String(200), nullable=False),
        sa.Column("region_code", sa.String(200), nullable=False),
        sa.Column("provider_name", sa.String(200), nullable=False),
        sa.Column("scheme_id", sa.String(64), nullable=False),
        sa.Column("scheme_sha256", sa.String(64), nullable=False),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("decision_day", sa.Date),
        sa.Column("entry_index", sa.Integer),
        sa.Column("exit_index", sa.Integer),
        sa.Column("half_days", sa.Integer, nullable=False),
        sa.Column("actions", sa.Integer, nullable=False),
        sa.Column("invoiced_cents", sa.BigInteger),
        sa.Column("grant_cents", sa.BigInteger),
        sa.Column("funding_checked", sa.Boolean, nullable=False),
    )
