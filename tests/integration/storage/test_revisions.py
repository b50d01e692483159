"""Each revision on real rows: what was there before is there after, and what it adds can be written."""

from contextlib import closing
from pathlib import Path

import pytest

from app.models import schema
from app.models.connection import open_connection
from app.models.tables import metadata
from app.models.upgrade import upgrade
from tests.integration.storage.conftest import KEY

MISSION = "mission-1"
NOT_NULL = {
    "number": 1,
    "entry_answered": 0,
    "exit_answered": 0,
    "half_days": 0,
    "actions": 0,
    "opened_on": "2022-01-10",
}


def put_mission(path: Path) -> None:
    """One mission, by the columns of the revision that the file is at."""
    with closing(open_connection(path, KEY)) as connection:
        columns = list(connection.execute("PRAGMA table_info(mission)"))
        values = {
            name: NOT_NULL.get(name, 0 if kind == "INTEGER" else f"{name} x")
            for _, name, kind, required, *_ in columns
            if required
        } | {"id": MISSION}
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO mission ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
        connection.commit()


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    """Every row of a table."""
    with closing(open_connection(path, KEY)) as connection:
        return list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 our own names


@pytest.mark.parametrize(
    ("before", "revision", "table", "row"),
    [
        (
            "0005",
            "0006",
            "explanation",
            (MISSION, "identity.next_day", "day=2022-01-01", 1, "La date est passée.", "Réunion tenue."),
        ),
        ("0006", "0007", "aid_received", ("aid-1", MISSION, "2021-03-01", 1_200_000, "Région", "1407/2013", 0)),
        ("0008", "0009", "handover", (MISSION, "Collègue", 1_600_000_000_000_000)),
    ],
)
def test_a_revision_keeps_the_mission_and_its_table_leaves_with_it(
    tmp_path: Path, before: str, revision: str, table: str, row: tuple[object, ...]
) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, before)
    put_mission(path)
    kept = rows(path, "mission")
    upgrade(path, KEY, revision)
    assert schema.schema_version(path, KEY) == revision
    assert rows(path, "mission") == kept
    assert rows(path, table) == []
    marks = ", ".join("?" * len(row))
    with closing(open_connection(path, KEY)) as connection:
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        connection.commit()
        assert len(row) == len(metadata.tables[table].columns)
        assert list(connection.execute(f"SELECT * FROM {table}")) == [row]  # noqa: S608
        connection.execute("DELETE FROM mission")
        connection.commit()
        assert list(connection.execute(f"SELECT * FROM {table}")) == []  # noqa: S608


def test_the_indexes_of_the_list_are_made_again_over_the_same_missions(tmp_path: Path) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, "0011")
    put_mission(path)
    kept, found = rows(path, "mission"), "mission_search WHERE mission_search MATCH '\"company_n\"*'"
    assert len(rows(path, found)) == 1
    upgrade(path, KEY, "0012")
    assert rows(path, "mission") == kept
    assert len(rows(path, found)) == 1
    with closing(open_connection(path, KEY)) as connection:
        connection.execute("UPDATE mission SET company_name = 'Forge'")
        connection.commit()
    assert rows(path, found) == []
    assert len(rows(path, "mission_search WHERE mission_search MATCH 'forge'")) == 1


def test_signatures_kept_before_still_have_to_go_to_the_region(tmp_path: Path) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, "0012")
    put_mission(path)
    with closing(open_connection(path, KEY)) as connection:
        connection.execute(
            "INSERT INTO sealed_version VALUES (?, 1, 'exit', '', ?, 0, '', x'7b7d')", (MISSION, "a" * 64)
        )
        row = ("x", MISSION, 1, "a" * 64, "on_paper", 0, "2022-03-15", "", "[]", "", None)
        connection.execute(f"INSERT INTO signature_evidence VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
        connection.commit()
    upgrade(path, KEY, "0013")
    assert rows(path, "signature_evidence") == [(*row, None)]
    assert len(metadata.tables["signature_evidence"].columns) == len(row) + 1
