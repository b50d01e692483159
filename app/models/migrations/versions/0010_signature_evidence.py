"""Evidence of the signatures of sealed versions: strokes drawn on site, a scan by its hash, or a signature on paper."""

from alembic import op

revision = "0010"
down_revision = "0009"

_STATEMENTS = (
    """
CREATE TABLE signature_evidence (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    signed_on TEXT NOT NULL,
    place TEXT NOT NULL,
    signatories TEXT NOT NULL,
    scan TEXT NOT NULL,
    scan_type TEXT,
    FOREIGN KEY (mission_id, version) REFERENCES sealed_version (mission_id, version)
) STRICT
""",
    "CREATE INDEX signature_evidence_by_version ON signature_evidence (mission_id, version)",
)


def upgrade() -> None:
    """Make the table; versions sealed before have no evidence yet."""
    for statement in _STATEMENTS:
        op.execute(statement)
