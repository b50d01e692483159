"""The server's database: its migrations, one test a revision, and the safety of its file."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.domain.errors import InvalidData
from server.database import Database
from server.tables import device, metadata, mission, version

AT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
MISSION, DEVICE = UUID(int=1), UUID(int=2)


def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'regional.db'}")


def test_server_0001_keeps_a_version_with_its_bytes(tmp_path: Path) -> None:
    opened = database(tmp_path)
    opened.upgrade("server_0001")
    row = {
        "mission_id": MISSION,
        "number": 1,
        "device_id": DEVICE,
        "sha256": "a" * 64,
        "size": 3,
        "document": b"\x00{}",
        "receipt": b"r",
        "received_at": AT,
        "kind": "diagnostic",
        "sealed_at": AT,
        "reference": "OC-22-7F3K-9",
        "company_name": "Exemple Usinage SAS",
        "siren": "732829320",
        "siret": "73282932000074",
        "town": "Toulouse",
        "region_code": "76",
        "provider_name": "Exemple Conseil",
        "scheme_id": "occitanie-2020-2022",
        "scheme_sha256": "b" * 64,
        "opened_on": AT.date(),
        "decision_day": None,
        "entry_index": 116,
        "exit_index": None,
        "half_days": 10,
        "actions": 1,
        "invoiced_cents": 9_007_199_254_740_991,
        "grant_cents": 0,
        "funding_checked": True,
    }
    with opened.writing() as connection:
        laptop = {"id": DEVICE, "provider_id": None, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
        connection.execute(device.insert().values(laptop))
        owner = {"id": MISSION, "device_id": DEVICE, "fictional": False, "last_version": 1, "last_received_at": AT}
        connection.execute(mission.insert().values(owner))
        connection.execute(version.insert().values(row))
    opened.close()

    again = database(tmp_path)
    again.upgrade()
    with again.reading() as connection:
        kept = connection.execute(sqlalchemy.select(version)).one()
    again.close()
    assert kept._asdict() == row


def test_migrations_make_the_tables_that_the_server_queries(tmp_path: Path) -> None:
    opened = database(tmp_path)
    opened.upgrade()
    with opened.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []
    assert opened.is_current()
    opened.close()


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    opened = database(tmp_path)
    opened.upgrade()
    with opened.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'server_9999'")

    with pytest.raises(InvalidData, match=r"server_database\.newer"):
        opened.upgrade()

    assert not opened.is_current()
    opened.close()


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    opened = database(tmp_path)
    opened.upgrade()
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}

    def write_then_fail() -> None:
        with opened.writing() as connection:
            connection.execute(device.insert().values(laptop))
            connection.execute(device.insert().values(laptop))

    with pytest.raises(sqlalchemy.exc.IntegrityError):
        write_then_fail()
    with opened.reading() as connection:
        assert connection.execute(sqlalchemy.select(device)).all() == []
    opened.close()


def test_the_file_is_written_ahead_and_flushed(tmp_path: Path) -> None:
    opened = database(tmp_path)
    with opened.writing() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _SAFE}
        second = closing(sqlite3.connect(tmp_path / "regional.db", timeout=0, isolation_level=None))
        with second as other, pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    opened.close()
    assert found == _SAFE


_SAFE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
