"""The revision of photos and files: a filled file of the revision before keeps every row, and then takes attachments."""

from contextlib import closing
from pathlib import Path

from app.models import upgrade
from app.models.connection import open_connection
from app.models.tables import metadata
from tests.integration.storage.conftest import KEY

BEFORE = "0004"
REVISION = "0005"
MISSION = "00000000-0000-0000-0000-000000000001"


def test_a_filled_file_takes_attachments(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    upgrade.upgrade(path, KEY, BEFORE)
    with closing(open_connection(path, KEY)) as connection:
        columns = connection.execute("PRAGMA table_info(mission)").fetchall()
        values = {name: (0 if kind == "INTEGER" else "") for _, name, kind, needed, *_ in columns if needed}
        values |= {"id": MISSION, "number": 1, "company_name": "Exemple SAS", "state": "sealed"}
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO mission ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608 our own names
        sealed = (MISSION, 1, "exit", "", "a" * 64, 0, "", b"{}")
        connection.execute("INSERT INTO sealed_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sealed)
        before = connection.execute("SELECT * FROM mission").fetchall()

    upgrade.upgrade(path, KEY, REVISION)

    with closing(open_connection(path, KEY)) as connection:
        assert connection.execute("SELECT * FROM mission").fetchall() == before
        assert connection.execute("SELECT * FROM sealed_version").fetchall() == [sealed]
        row = ("x", MISSION, "b" * 64, "image/jpeg", 12, "photo.jpg", 0, "", "company", None, "L1.1", None)
        assert len(row) == len(metadata.tables["attachment"].columns)
        connection.execute(f"INSERT INTO attachment VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 marks only
        connection.execute("INSERT INTO sealed_attachment VALUES (?, 1, ?, 'image/jpeg', 12)", (MISSION, "b" * 64))
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
