"""List of a hundred thousand missions: indexes that hold what it sorts and filters, prefixes of up to six letters."""

from alembic import op

revision = "0012"
down_revision = "0011"

_STATEMENTS = (
    "DROP INDEX mission_by_change",
    "CREATE INDEX mission_by_change ON mission (modified_at DESC, number DESC, shown_state, scheme_id, sector)",
    "CREATE INDEX mission_listed ON mission"
    " (number, modified_at, shown_state, scheme_id, sector, company_name COLLATE NOCASE)",
    "CREATE INDEX mission_by_company ON mission"
    " (company_name COLLATE NOCASE, number, modified_at, shown_state, scheme_id, sector)",
    "DROP TABLE mission_search",
    """
CREATE VIRTUAL TABLE mission_search USING fts5 (
    company_name, siren, siret, reference, town, trade, sector,
    content='mission', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6'
)
""",
    # The triggers of the first revision keep it: they name the table and stay.
    "INSERT INTO mission_search (mission_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    """Make the indexes again; no row of a mission changes."""
    for statement in _STATEMENTS:
        op.execute(statement)
