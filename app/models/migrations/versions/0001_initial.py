"""First schema: missions with what lists show, assessments, ledger, plan, scenarios, sealed versions, outbox, search."""

from alembic import op

revision = "0001"
down_revision = None

_MISSION = """
CREATE TABLE mission (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    fictional INTEGER NOT NULL,
    shown_state TEXT NOT NULL,
    entry_answered INTEGER NOT NULL DEFAULT 0,
    entry_index INTEGER,
    exit_answered INTEGER NOT NULL DEFAULT 0,
    exit_index INTEGER,
    half_days INTEGER NOT NULL DEFAULT 0,
    actions INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    company_name TEXT NOT NULL,
    siren TEXT NOT NULL,
    trade TEXT NOT NULL,
    siret TEXT NOT NULL,
    town TEXT NOT NULL,
    sector TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    operator TEXT NOT NULL,
    scheme_id TEXT NOT NULL,
    scheme_version TEXT NOT NULL,
    scheme_sha256 TEXT NOT NULL,
    referential_id TEXT NOT NULL,
    referential_version TEXT NOT NULL,
    referential_sha256 TEXT NOT NULL,
    employees INTEGER,
    equity_cents INTEGER,
    balance_sheet_months INTEGER,
    industrial_activity INTEGER,
    association INTEGER NOT NULL,
    approved_integration INTEGER NOT NULL,
    production_revenue_share TEXT,
    in_difficulty INTEGER,
    tax_and_social_up_to_date INTEGER,
    de_minimis_statement INTEGER,
    head_name TEXT NOT NULL,
    head_function TEXT NOT NULL,
    address TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    region_code TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    lead_consultant TEXT NOT NULL,
    provider_contact TEXT NOT NULL,
    purposes TEXT NOT NULL,
    market TEXT NOT NULL,
    territory TEXT NOT NULL,
    recruitment_source TEXT NOT NULL,
    decision_day TEXT,
    region_file TEXT NOT NULL,
    next_day TEXT,
    next_step TEXT NOT NULL,
    summary TEXT NOT NULL,
    private_notes TEXT NOT NULL
) STRICT
"""

_WORK = (
    """
CREATE TABLE assessment (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    referential_id TEXT NOT NULL,
    referential_version TEXT NOT NULL,
    referential_sha256 TEXT NOT NULL,
    day TEXT NOT NULL,
    declared_by TEXT NOT NULL,
    captured_by TEXT NOT NULL,
    mode TEXT NOT NULL,
    UNIQUE (mission_id, kind)
) STRICT
""",
    """
CREATE TABLE answer (
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    level TEXT,
    justification TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    opinion_level TEXT,
    opinion_sentence TEXT NOT NULL DEFAULT '',
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (assessment_id, theme)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    topic TEXT NOT NULL,
    place TEXT NOT NULL,
    people_met TEXT NOT NULL,
    notes TEXT NOT NULL,
    private_notes TEXT NOT NULL
) STRICT
""",
    """
CREATE TABLE day_entry (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    day TEXT NOT NULL,
    half_day TEXT NOT NULL,
    performer TEXT NOT NULL,
    purpose TEXT NOT NULL,
    place TEXT NOT NULL,
    remote INTEGER NOT NULL,
    in_region INTEGER NOT NULL,
    people_met TEXT NOT NULL,
    corrects TEXT UNIQUE REFERENCES day_entry (id),
    recorded_at INTEGER
) STRICT
""",
    """
CREATE TABLE action (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    title TEXT NOT NULL,
    themes TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    effort_half_days INTEGER,
    cost_cents INTEGER,
    gain TEXT NOT NULL,
    indicator TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    priority TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT
""",
    """
CREATE TABLE scenario (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    title TEXT NOT NULL,
    chosen INTEGER NOT NULL
) STRICT
""",
    """
CREATE TABLE scenario_plan (
    scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    phase TEXT NOT NULL,
    half_days INTEGER NOT NULL,
    cost_cents INTEGER NOT NULL,
    expense_day TEXT,
    PRIMARY KEY (scenario_id, position)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE expense (
    id TEXT NOT NULL PRIMARY KEY,
    mission_id TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    invoice_number TEXT NOT NULL,
    invoicing_provider TEXT NOT NULL,
    performing_provider TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    service_day TEXT NOT NULL,
    invoice_day TEXT NOT NULL,
    payment_day TEXT
) STRICT
""",
)

_SEALED = (
    """
CREATE TABLE sealed_version (
    mission_id TEXT NOT NULL REFERENCES mission (id),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sealed_at INTEGER NOT NULL,
    replaces TEXT NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (mission_id, version)
) STRICT
""",
    """
CREATE TABLE deposit (
    mission_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    last_attempt_at INTEGER,
    last_code TEXT NOT NULL,
    receipt BLOB NOT NULL,
    PRIMARY KEY (mission_id, version),
    FOREIGN KEY (mission_id, version) REFERENCES sealed_version (mission_id, version)
) STRICT
""",
    # What must stay on the laptop and out of clear text when there is no key ring: the device's token.
    "CREATE TABLE secret (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT",
)

_INDEXES = (
    "CREATE INDEX mission_by_change ON mission (modified_at DESC, number DESC)",
    "CREATE INDEX mission_by_state ON mission (shown_state, modified_at DESC, number DESC)",
    "CREATE INDEX mission_by_siren ON mission (siren)",
    "CREATE INDEX session_by_mission ON session (mission_id, day)",
    "CREATE INDEX day_entry_by_mission ON day_entry (mission_id)",
    "CREATE INDEX day_entry_by_slot ON day_entry (day, half_day, performer)",
    "CREATE INDEX action_by_mission ON action (mission_id, rank)",
    "CREATE INDEX scenario_by_mission ON scenario (mission_id, rank)",
    "CREATE INDEX expense_by_mission ON expense (mission_id, invoice_day)",
    "CREATE INDEX deposit_by_state ON deposit (state, queued_at)",
)

_SEARCH = (
    """
CREATE VIRTUAL TABLE mission_search USING fts5 (
    company_name, siren, siret, reference, town, trade, sector,
    content='mission', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
)
""",
    """
CREATE TRIGGER mission_search_insert AFTER INSERT ON mission
BEGIN
    INSERT INTO mission_search (rowid, company_name, siren, siret, reference, town, trade, sector)
    VALUES (new.number, new.company_name, new.siren, new.siret, new.reference, new.town, new.trade, new.sector);
END
""",
    """
CREATE TRIGGER mission_search_delete AFTER DELETE ON mission
BEGIN
    INSERT INTO mission_search (mission_search, rowid, company_name, siren, siret, reference, town, trade, sector)
    VALUES (
        'delete', old.number, old.company_name, old.siren, old.siret, old.reference, old.town, old.trade, old.sector
    );
END
""",
    """
CREATE TRIGGER mission_search_update
AFTER UPDATE OF company_name, siren, siret, reference, town, trade, sector ON mission
BEGIN
    INSERT INTO mission_search (mission_search, rowid, company_name, siren, siret, reference, town, trade, sector)
    VALUES (
        'delete', old.number, old.company_name, old.siren, old.siret, old.reference, old.town, old.trade, old.sector
    );
    INSERT INTO mission_search (rowid, company_name, siren, siret, reference, town, trade, sector)
    VALUES (new.number, new.company_name, new.siren, new.siret, new.reference, new.town, new.trade, new.sector);
END
""",
)

_WRITTEN_ONCE = tuple(
    f"CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table} BEGIN SELECT raise(ABORT, '{table}'); END"
    for table in ("sealed_version", "day_entry")
)


def upgrade() -> None:
    """Make every table."""
    for statement in (_MISSION, *_WORK, *_SEALED, *_INDEXES, *_SEARCH, *_WRITTEN_ONCE):
        op.execute(statement)
