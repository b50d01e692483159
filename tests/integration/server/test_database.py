"""The server's database, of both kinds: its migrations, one test a revision, and the safety of what is written."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.domain.errors import InvalidData
from app.sync.contract.document import read_document
from server.database import Database, Limits
from server.phases import phases_told, read_phases
from server.schema import SchemaState, bring_up, state_of, upgrade
from server.tables import (
    account,
    administrator,
    device,
    evidence,
    metadata,
    mission,
    page_session,
    publication,
    retention,
    signing_key,
    tomb,
    version,
)
from tests.support.postgres import Cluster
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file, a_version

AT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
MISSION, DEVICE = UUID(int=1), UUID(int=2)


@pytest.fixture
def opened(database_url: str) -> Iterator[Database]:
    """An empty database of each kind."""
    database = Database(database_url)
    yield database
    database.close()


def test_server_0001_keeps_a_version_with_its_bytes(opened: Database) -> None:
    upgrade(opened, "server_0001")
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
    later = {"sector": "", "phases": "[]"}
    with opened.writing() as connection:
        laptop = {"id": DEVICE, "provider_id": None, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
        connection.execute(device.insert().values(laptop))
        owner = {"id": MISSION, "device_id": DEVICE, "fictional": False, "last_version": 1, "last_received_at": AT}
        connection.execute(mission.insert().values(owner))
        connection.execute(version.insert().values(row))
    opened.close()

    upgrade(opened)
    with opened.reading() as connection:
        kept = connection.execute(sqlalchemy.select(version)).one()
    assert kept._asdict() == row | later


def test_migrations_make_the_tables_that_the_server_queries(opened: Database) -> None:
    upgrade(opened)
    with opened.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []
    assert state_of(opened) is SchemaState.CURRENT


def test_a_newer_database_is_refused_and_left_alone(opened: Database) -> None:
    upgrade(opened)
    with opened.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'server_9999'")

    with pytest.raises(InvalidData, match=r"server_database\.newer"):
        upgrade(opened)

    assert state_of(opened) is SchemaState.NEWER


def test_a_failed_transaction_leaves_nothing(opened: Database) -> None:
    upgrade(opened)
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}

    def write_then_fail() -> None:
        with opened.writing() as connection:
            connection.execute(device.insert().values(laptop))
            connection.execute(device.insert().values(laptop))

    with pytest.raises(sqlalchemy.exc.IntegrityError):
        write_then_fail()
    with opened.reading() as connection:
        assert connection.execute(sqlalchemy.select(device)).all() == []


def test_the_file_is_written_ahead_and_flushed(tmp_path: Path) -> None:
    opened = Database(f"sqlite:///{tmp_path / 'regional.db'}")
    with opened.writing() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in _SAFE}
        second = closing(sqlite3.connect(tmp_path / "regional.db", timeout=0, isolation_level=None))
        with second as other, pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    opened.close()
    assert found == _SAFE


_SAFE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_two_processes_make_the_schema_at_once(postgresql_url: str) -> None:
    pair = [Database(postgresql_url) for _ in range(4)]
    with ThreadPoolExecutor(len(pair)) as pool:
        list(pool.map(bring_up, pair))
    assert {state_of(one) for one in pair} == {SchemaState.CURRENT}
    for one in pair:
        one.close()


def test_postgresql_has_bounds_on_time(postgresql_url: str) -> None:
    opened = Database(postgresql_url, Limits(pool_size=1, pool_seconds=1, statement_seconds=1, lock_seconds=1))
    with opened.reading() as connection:
        with pytest.raises(sqlalchemy.exc.OperationalError, match="statement timeout"):
            connection.exec_driver_sql("SELECT pg_sleep(5)")
        with pytest.raises(sqlalchemy.exc.TimeoutError), opened.reading():
            pass
    with opened.reading() as connection:
        shown = {name: connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in _BOUNDS}
    opened.close()
    assert shown == _BOUNDS


_BOUNDS = {"lock_timeout": "1s", "idle_in_transaction_session_timeout": "1s", "TimeZone": "UTC"}


def test_a_connection_cut_by_the_server_is_opened_again(opened: Database, postgresql: Cluster) -> None:
    upgrade(opened)
    if not opened.is_embedded:
        postgresql.stop()
        postgresql.start()
    assert state_of(opened) is SchemaState.CURRENT


@pytest.mark.parametrize("url", ["mysql://machine/base", "regional.db", ""])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(InvalidData, match=r"settings\.database_unknown"):
        Database(url)


def test_server_0002_leaves_enrolled_laptops_in_service(opened: Database) -> None:
    upgrade(opened, "server_0001")
    kept = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
    with opened.writing() as connection:
        connection.execute(device.insert().values(kept))
    upgrade(opened, "server_0002")
    with opened.reading() as connection:
        columns = [column for column in device.c if column.name != "account_id"]
        row = connection.execute(sqlalchemy.select(*columns)).one()
    assert row._asdict() == kept | {"provider_id": None, "revoked_at": None}


def test_server_0003_and_0004_begin_with_no_key_and_no_tomb(opened: Database) -> None:
    upgrade(opened, "server_0002")
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT, "revoked_at": AT}
    with opened.writing() as connection:
        connection.execute(device.insert().values(laptop))
    key = {"rank": 0, "kid": "a" * 16, "public_key": bytes(32), "statement": None, "since": AT}
    grave = {"mission_id": MISSION, "statement": b"\x00{}", "erased_at": AT}
    for revision, table, row in (("server_0003", signing_key, key), ("server_0004", tomb, grave)):
        upgrade(opened, revision)
        with opened.writing() as connection:
            assert connection.execute(sqlalchemy.select(table)).all() == []
            connection.execute(table.insert().values(row))
            assert connection.execute(sqlalchemy.select(table)).one()._asdict() == row
    with opened.reading() as connection:
        assert connection.execute(sqlalchemy.select(device.c.revoked_at)).scalar_one() == AT


def test_an_older_file_is_copied_before_it_is_upgraded(tmp_path: Path) -> None:
    opened = Database(f"sqlite:///{tmp_path / 'regional.db'}")
    upgrade(opened, "server_0001")
    with opened.writing() as connection:
        laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
        connection.execute(device.insert().values(laptop))
    bring_up(opened)
    copy = Database(f"sqlite:///{tmp_path / 'regional.db.avant-server_0001'}")
    assert (state_of(opened), state_of(copy)) == (SchemaState.CURRENT, SchemaState.OLDER)
    with copy.reading() as connection:
        assert connection.execute(sqlalchemy.select(device.c.name)).scalar_one() == "essai"
    copy.close()
    opened.close()


def test_an_older_postgresql_base_waits_for_its_administrator(postgresql_url: str, tmp_path: Path) -> None:
    opened = Database(postgresql_url)
    upgrade(opened, "server_0001")
    opened.close()
    server = RegionalServer(tmp_path / "region", postgresql_url)
    with pytest.raises(InvalidData, match=r"server_database\.older"), server.region():
        pass
    assert server.run("upgrade") == "La base est au niveau du programme."
    with server.region() as region:
        assert state_of(region.database) is SchemaState.CURRENT


def test_server_0007_makes_an_account_of_the_single_password(opened: Database) -> None:
    upgrade(opened, "server_0006")
    former = {"name": "admin", "password": "scrypt$00$00", "changed_at": AT}
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
    with opened.writing() as connection:
        connection.execute(administrator.insert().values(former))
        connection.execute(device.insert().values(laptop))
        connection.exec_driver_sql("INSERT INTO page_session VALUES ('d', 'admin', '2026-03-01 08:30:00+00:00')")
    upgrade(opened, "server_0007")
    with opened.reading() as connection:
        of_then = (account.c.login, account.c.role, account.c.password, account.c.created_at)
        kept = connection.execute(sqlalchemy.select(*of_then)).one()
        left = [connection.execute(sqlalchemy.select(one)).all() for one in (administrator, page_session)]
        owner = connection.execute(sqlalchemy.select(device.c.account_id)).scalar_one()
    assert (kept.login, kept.role, kept.password, kept.created_at) == ("admin", "administrator", "scrypt$00$00", AT)
    assert (left, owner) == ([[], []], None)


def test_server_0008_reads_sector_and_phases_from_the_bytes_held(opened: Database) -> None:
    upgrade(opened, "server_0007")
    file = a_mission_file(MISSION)
    sealed = a_version(replace(file, mission=replace(file.mission, sector="Aéronautique")))
    texts = dict.fromkeys(("company_name", "siren", "siret", "town", "region_code", "provider_name", "scheme_id"), "x")
    row = {
        "mission_id": MISSION,
        "number": 1,
        "device_id": DEVICE,
        "sha256": sealed.sha256,
        "size": len(sealed.document),
        "document": sealed.document,
        "receipt": b"r",
        "received_at": AT,
        "kind": "diagnostic",
        "sealed_at": AT,
        "reference": "OC-22-7F3K-9",
        "scheme_sha256": "b" * 64,
        "opened_on": AT.date(),
        "half_days": 10,
        "actions": 1,
        "funding_checked": True,
        **texts,
    }
    with opened.writing() as connection:
        laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
        connection.execute(device.insert().values(laptop))
        owner = {"id": MISSION, "device_id": DEVICE, "fictional": False, "last_version": 1, "last_received_at": AT}
        connection.execute(mission.insert().values(owner))
        connection.execute(version.insert().values(row))
    upgrade(opened, "server_0008")
    with opened.reading() as connection:
        kept = connection.execute(sqlalchemy.select(version.c.sector, version.c.phases)).one()
    assert kept.sector == "Aéronautique"
    assert kept.phases == phases_told(read_document(sealed.document))
    assert [one.grant_cents for one in read_phases(kept.phases)] == [600_000]


def test_server_0009_begins_with_nothing_published(opened: Database) -> None:
    upgrade(opened, "server_0008")
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
    row = {
        "rank": 1,
        "kind": "order",
        "provider_id": None,
        "label": "Exemple SA",
        "content": b"{}",
        "ordered_mission": MISSION,
        "siren": "",
        "scheme_id": "occitanie-2020-2022",
        "decision_day": AT.date(),
        "valid_until": None,
        "published_at": AT,
        "withdrawn_at": None,
    }
    with opened.writing() as connection:
        connection.execute(device.insert().values(laptop))
    upgrade(opened, "server_0009")
    with opened.writing() as connection:
        assert connection.execute(sqlalchemy.select(publication)).all() == []
        connection.execute(publication.insert().values(row))
        assert connection.execute(sqlalchemy.select(publication)).one()._asdict() == row
        assert connection.execute(sqlalchemy.select(device.c.name)).scalar_one() == "essai"


def test_server_0010_begins_with_no_evidence(opened: Database) -> None:
    upgrade(opened, "server_0009")
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
    held = {"id": MISSION, "device_id": DEVICE, "fictional": False, "last_version": 1, "last_received_at": AT}
    row = {"mission_id": MISSION, "id": DEVICE, "version": 1, "sha256": "a" * 64, "content": b"{}", "receipt": b"{}"}
    row["received_at"] = AT
    with opened.writing() as connection:
        connection.execute(device.insert().values(laptop))
        connection.execute(mission.insert().values(held))
    upgrade(opened, "server_0010")
    with opened.writing() as connection:
        assert connection.execute(sqlalchemy.select(evidence)).all() == []
        connection.execute(evidence.insert().values(row))
        assert connection.execute(sqlalchemy.select(evidence)).one()._asdict() == row
        assert connection.execute(sqlalchemy.select(mission.c.id)).scalar_one() == MISSION


def test_server_0013_begins_with_the_periods_of_the_settings(opened: Database) -> None:
    upgrade(opened, "server_0012")
    laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
    with opened.writing() as connection:
        connection.execute(device.insert().values(laptop))
    upgrade(opened, "server_0013")
    row = {"nature": "real", "months": 60, "set_at": AT}
    with opened.writing() as connection:
        assert connection.execute(sqlalchemy.select(retention)).all() == []
        connection.execute(retention.insert().values(row))
        assert connection.execute(sqlalchemy.select(retention)).one()._asdict() == row
        assert connection.execute(sqlalchemy.select(device.c.id)).scalar_one() == DEVICE
