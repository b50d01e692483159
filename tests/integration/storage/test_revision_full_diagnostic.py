"""Revision of the 360° diagnostic and the votes: rows of before are the same after, and the new tables take theirs."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from app.models.connection import open_connection
from app.models.upgrade import upgrade
from tests.integration.storage.conftest import KEY
from tests.support.rows import insert_row

BEFORE, AFTER = "0003", "0004"


def rows(connection: Any, table: str) -> list[Any]:
    """Every row of a table."""
    return list(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 our own names


def test_revision_adds_its_tables_and_touches_no_row(tmp_path: Path) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, BEFORE)
    with closing(open_connection(path, KEY)) as connection:
        insert_row(connection, "mission", id="m1", reference="OC-1")
        insert_row(connection, "assessment", id="a1", mission_id="m1", kind="entry")
        insert_row(connection, "answer", assessment_id="a1", theme="L1.1", level="in_place")
        held = {table: rows(connection, table) for table in ("mission", "assessment", "answer")}
    upgrade(path, KEY, AFTER)
    with closing(open_connection(path, KEY)) as connection:
        assert {table: rows(connection, table) for table in held} == held
        insert_row(connection, "factor_view", mission_id="m1", factor="people_skills")
        insert_row(connection, "factor_effect", mission_id="m1", factor="people_skills", operation="sell", strength=3)
        insert_row(connection, "workshop_vote", id="v1", assessment_id="a1", theme="L1.1", level="to_study")
        insert_row(connection, "full_diagnostic", mission_id="m1")
        with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
            connection.execute("UPDATE factor_effect SET strength = 4")
        connection.execute("DELETE FROM mission")
        left = ("factor_view", "factor_effect", "workshop_vote", "full_diagnostic")
        assert [rows(connection, table) for table in left] == [[]] * 4
