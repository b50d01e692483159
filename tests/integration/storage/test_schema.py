"""Making, checking and upgrading the file: the old one survives whatever happens."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from app.models import schema, upgrade
from app.models.connection import open_connection
from app.models.engine import make_engine
from app.models.storage import open_storage
from app.models.tables import metadata
from app.services.errors import EnvironmentFailure
from tests.integration.storage.conftest import KEY
from tests.integration.storage.examples import a_file, keep

SCRIPTS = Path(upgrade.__file__).with_name("migrations")
LAST = schema.HEAD
"""Last revision shipped."""

NEXT = f"{int(LAST) + 1:04}"
"""The one that these tests add."""

ADDS_A_COLUMN = '''"""Adds a column, then perhaps fails."""
from alembic import op

revision = "{next}"
down_revision = "{last}"


def upgrade() -> None:
    op.execute("ALTER TABLE mission ADD COLUMN colour TEXT NOT NULL DEFAULT 'bleu'")
    with op.batch_alter_table("assessment") as batch:
        batch.alter_column("captured_by", new_column_name="typed_by")
    {then}
'''


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped migrations followed by one more, made for these tests; returns the file of the latter."""
    scripts = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    revision = scripts / "versions" / f"{NEXT}_test.py"
    revision.write_text(ADDS_A_COLUMN.format(last=LAST, next=NEXT, then="pass"))
    monkeypatch.setattr(upgrade, "SCRIPTS", scripts)
    monkeypatch.setattr(schema, "HEAD", NEXT)
    return revision


def filled(profile: Path) -> str:
    """Put one whole mission in the profile's database; returns its identifier."""
    whole = a_file()
    storage = open_storage(profile, KEY)
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()
    storage.close()
    return str(whole.mission.id)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    """Every row of a table."""
    with closing(open_connection(path, KEY)) as connection:
        return list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 our own names


def test_the_schema_known_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_the_revisions_make_the_tables_that_are_queried(profile: Path) -> None:
    assert schema.schema_version(profile / "jalon.db", KEY) == LAST
    engine = make_engine(profile / "jalon.db", KEY)
    made = inspect(engine)
    assert set(metadata.tables) == set(made.get_table_names()) - {
        name for name in made.get_table_names() if name.startswith(("mission_search", "alembic"))
    }
    for table in metadata.tables.values():
        columns = {column["name"]: column for column in made.get_columns(table.name)}
        assert set(columns) == set(table.columns.keys()), table.name
        for column in table.columns:
            assert columns[column.name]["nullable"] == column.nullable, column
            assert str(columns[column.name]["type"]) == column.type.compile(dialect=engine.dialect), column
    engine.dispose()


def test_revision_0001_makes_the_first_tables(tmp_path: Path) -> None:
    upgrade.upgrade(tmp_path / "first.db", KEY, "0001")
    assert schema.schema_version(tmp_path / "first.db", KEY) == "0001"
    for table in ("mission", "answer", "day_entry", "sealed_version", "deposit"):
        assert rows(tmp_path / "first.db", table) == []


def test_a_current_file_opens_without_sqlalchemy_nor_alembic(profile: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from app.models.storage import open_storage\n"
        f"storage = open_storage(Path({str(profile)!r}), bytes(range(32)))\n"
        "assert storage.read_missions() == []\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'cryptography', 'keyring') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_an_older_file_is_copied_then_upgraded(profile: Path, next_revision: Path) -> None:
    path = profile / "jalon.db"
    monkey_id = filled_at_the_last(profile)
    assessments, answers = rows(path, "assessment"), rows(path, "answer")
    schema.prepare(path, KEY, profile / "copies")
    assert schema.schema_version(path, KEY) == NEXT
    assert [row[-1] for row in rows(path, "mission")] == ["bleu"]
    assert rows(path, "assessment") == assessments
    assert rows(path, "answer") == answers
    copy = profile / "copies" / f"jalon-{LAST}.db"
    assert schema.schema_version(copy, KEY) == LAST
    assert [row[1] for row in rows(copy, "mission")] == [monkey_id]
    before = sorted(entry.name for entry in profile.iterdir())
    schema.prepare(path, KEY, profile / "copies")
    assert sorted(entry.name for entry in profile.iterdir()) == before
    assert [entry.name for entry in (profile / "copies").iterdir()] == [f"jalon-{LAST}.db"]


def filled_at_the_last(profile: Path) -> str:
    """A filled file of the last revision shipped while the program knows one more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "HEAD", LAST)
        return filled(profile)


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError('power lost')",
        "op.execute('INSERT INTO no_such_table VALUES (1)')",
        "op.execute('DELETE FROM mission')",
    ],
    ids=["fault", "bad SQL", "orphans"],
)
def test_a_failed_upgrade_leaves_the_old_file_and_says_where_the_copy_is(
    profile: Path, next_revision: Path, then: str
) -> None:
    next_revision.write_text(ADDS_A_COLUMN.format(last=LAST, next=NEXT, then=then))
    path = profile / "jalon.db"
    filled_at_the_last(profile)
    before = {table: rows(path, table) for table in metadata.tables}
    with pytest.raises(EnvironmentFailure) as failed:
        schema.prepare(path, KEY, profile / "copies")
    assert failed.value.code == "storage.upgrade_failed"
    assert failed.value.params["copy"] == profile / "copies" / f"jalon-{LAST}.db"
    assert schema.schema_version(path, KEY) == LAST
    assert {table: rows(path, table) for table in metadata.tables} == before
    assert {table: rows(profile / "copies" / f"jalon-{LAST}.db", table) for table in metadata.tables} == before
    with pytest.raises(EnvironmentFailure):
        schema.prepare(path, KEY, profile / "copies")
    assert sorted(entry.name for entry in (profile / "copies").iterdir()) == [f"jalon-{LAST}-2.db", f"jalon-{LAST}.db"]


def test_a_copy_holds_what_is_still_in_the_log(profile: Path, tmp_path: Path) -> None:
    storage = open_storage(profile, KEY)
    with storage.unit_of_work() as uow:
        keep(uow, a_file())
        uow.commit()
    assert (profile / "jalon.db-wal").stat().st_size > 0
    copy = upgrade.copy_database(profile / "jalon.db", KEY, tmp_path / "copies", "essai")
    assert rows(copy, "mission") == rows(profile / "jalon.db", "mission") != []
    storage.close()


def test_a_newer_file_is_refused_and_left_alone(profile: Path) -> None:
    path = profile / "jalon.db"
    with closing(open_connection(path, KEY)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9007'")
    before = path.read_bytes()
    with pytest.raises(EnvironmentFailure) as refused:
        open_storage(profile, KEY)
    assert refused.value.code == "storage.newer"
    assert refused.value.params == {"found": 9007, "known": int(LAST)}
    assert path.read_bytes() == before
    assert not (profile / "copies").exists()


def test_a_making_that_was_cut_starts_again(tmp_path: Path) -> None:
    for leftover in ("jalon.db.new", "jalon.db.new-wal", "jalon.db.new-shm"):
        (tmp_path / leftover).write_bytes(b"half made")
    storage = open_storage(tmp_path, KEY)
    assert storage.integrity_ok()
    storage.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["jalon.db"]


def test_a_log_without_its_file_is_never_hidden_by_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "jalon.db-wal").write_bytes(b"the last answers")
    with pytest.raises(EnvironmentFailure, match=r"storage\.damaged"):
        open_storage(tmp_path, KEY)
    assert (tmp_path / "jalon.db-wal").read_bytes() == b"the last answers"


@pytest.mark.usefixtures("storage")
def test_connections_are_durable_and_strict(profile: Path) -> None:
    with closing(open_connection(profile / "jalon.db", KEY)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "cipher_use_hmac")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "cipher_use_hmac": "1"}
