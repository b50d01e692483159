"""The tables as the server queries them; the migrations make them, and a test compares the two."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
)

from server.columns import Instant

metadata = MetaData()

provider = Table(
    "provider",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("created_at", Instant, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("name", String(200), nullable=False),
    Column("token_sha256", String(64), nullable=False, unique=True),
    Column("enrolled_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("account_id", Uuid, ForeignKey("account.id")),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("code_sha256", String(64), primary_key=True),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("account_id", Uuid, ForeignKey("account.id")),
)

failure = Table(
    "failure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("purpose", String(20), nullable=False),
    Column("source_sha256", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Index("failure_by_source", "purpose", "source_sha256", "at"),
)

administrator = Table(
    "administrator",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("password", String(200), nullable=False),
    Column("changed_at", Instant, nullable=False),
)
"""Empty since there are accounts: a backup made before passes through it, and the upgrade that follows empties it again."""

account = Table(
    "account",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("login", String(200), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("password", String(200)),
    Column("totp_secret", String(64)),
    Column("totp_step", BigInteger),
    Column("subject_sha256", String(64), unique=True),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    Column("totp_sealed", String(200)),
)
"""`totp_secret` is empty once the server has its storage key, which encrypts it into `totp_sealed`."""

storage_key = Table(
    "storage_key",
    metadata,
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("kid", String(64), nullable=False),
    Column("since", Instant, nullable=False),
)

page_session = Table(
    "page_session",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("account_id", Uuid, ForeignKey("account.id"), nullable=False),
    Column("stage", String(10), nullable=False),
    Column("expires_at", Instant, nullable=False),
)

sign_in_attempt = Table(
    "sign_in_attempt",
    metadata,
    Column("state_sha256", String(64), primary_key=True),
    Column("nonce", String(64), nullable=False),
    Column("verifier", String(128), nullable=False),
    Column("expires_at", Instant, nullable=False),
)

mission_read = Table(
    "mission_read",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mission_id", Uuid, nullable=False),
    Column("account_id", Uuid, ForeignKey("account.id"), nullable=False),
    Column("part", String(20), nullable=False),
    Column("at", Instant, nullable=False),
    Index("mission_read_by_mission", "mission_id", "at"),
)

publication = Table(
    "publication",
    metadata,
    Column("rank", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("label", String(200), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("ordered_mission", Uuid),
    Column("siren", String(9), nullable=False),
    Column("scheme_id", String(64), nullable=False),
    Column("decision_day", Date),
    Column("valid_until", Date),
    Column("published_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
)
"""Packs and mission orders for the laptops; `ordered_mission` is not `mission_id`: the order may stand without a mission."""

signing_key = Table(
    "signing_key",
    metadata,
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("kid", String(64), nullable=False, unique=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("statement", LargeBinary),
    Column("since", Instant, nullable=False),
)

exchange_key = Table(
    "exchange_key",
    metadata,
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("identity", String(200), nullable=False),
    Column("since", Instant, nullable=False),
)

tomb = Table(
    "tomb",
    metadata,
    Column("mission_id", Uuid, primary_key=True),
    Column("statement", LargeBinary, nullable=False),
    Column("erased_at", Instant, nullable=False),
)

journal_event = Table(
    "journal_event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("version", Integer),
    Column("value", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("journal_event_by_subject", "subject", "version"),
)
"""`subject` is not `mission_id`: an erasure leaves the events of the mission, and destroys the key of their hashes."""

retention = Table(
    "retention",
    metadata,
    Column("nature", String(20), primary_key=True),
    Column("months", Integer, nullable=False),
    Column("set_at", Instant, nullable=False),
)

journal_key = Table(
    "journal_key",
    metadata,
    Column("owner", String(20), primary_key=True),
    Column("key", LargeBinary, nullable=False),
)

journal_waiting = Table(
    "journal_waiting",
    metadata,
    Column("mission_id", Uuid, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
)
"""Filled by a trigger at each version received; not in a backup, whose restoration fires it again."""

mission = Table(
    "mission",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("device_id", Uuid, ForeignKey("device.id"), nullable=False),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("fictional", Boolean, nullable=False),
    Column("last_version", Integer, nullable=False),
    Column("last_received_at", Instant, nullable=False),
    Index("mission_by_reception", "fictional", "last_received_at"),
)

version = Table(
    "version",
    metadata,
    Column("mission_id", Uuid, ForeignKey("mission.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("device_id", Uuid, ForeignKey("device.id"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("sealed_at", Instant, nullable=False),
    Column("reference", String(64), nullable=False),
    Column("company_name", String(200), nullable=False),
    Column("siren", String(9), nullable=False),
    Column("siret", String(14), nullable=False),
    Column("town", String(200), nullable=False),
    Column("region_code", String(200), nullable=False),
    Column("provider_name", String(200), nullable=False),
    Column("scheme_id", String(64), nullable=False),
    Column("scheme_sha256", String(64), nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("decision_day", Date),
    Column("entry_index", Integer),
    Column("exit_index", Integer),
    Column("half_days", Integer, nullable=False),
    Column("actions", Integer, nullable=False),
    Column("invoiced_cents", BigInteger),
    Column("grant_cents", BigInteger),
    Column("funding_checked", Boolean, nullable=False),
    Column("sector", String(200), nullable=False, server_default=""),
    Column("phases", Text, nullable=False, server_default="[]"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("mission_id", Uuid, ForeignKey("mission.id"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    Column("mission_id", Uuid, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("device_id", Uuid, ForeignKey("device.id"), nullable=False),
    Column("provider_id", Uuid, ForeignKey("provider.id")),
    Column("announced_at", Instant, nullable=False),
    Column("whole_at", Instant),
)

attachment_chunk = Table(
    "attachment_chunk",
    metadata,
    Column("mission_id", Uuid, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["mission_id", "sha256"], ["attachment.mission_id", "attachment.sha256"]),
)
