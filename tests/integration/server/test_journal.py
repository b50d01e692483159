"""Journal of the server: every deed chained, whatever is changed afterwards named, a company erased with its key and bytes."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy
from sqlalchemy import Connection, delete, select, update

from app.domain.errors import InvalidData
from app.sync.contract.canonical import read_canonical
from server.accounts import NewAccount, Role, create_account, set_disabled, set_password
from server.backup import back_up, restore
from server.database import Database
from server.deposits import Arrival, receive
from server.devices import revoke
from server.erasure import erase_company
from server.journal import ServerEvent, catch_up
from server.journal_check import check_journal, signed_head
from server.region import Region, open_region
from server.rotation import rotate
from server.schema import upgrade
from server.settings import Settings
from server.tables import attachment, journal_event, journal_key, journal_waiting, metadata, tomb, version
from tests.integration.server.conftest import Hand, arrival_at
from tests.integration.server.test_database import AT, DEVICE, MISSION
from tests.integration.server.test_keeping import OTHER_SIREN, SIREN, deposit
from tests.support.regional import RegionalServer

PASSWORD = "une phrase d’essai"  # noqa: S105 of an account made for one test


def kinds(region: Region) -> list[str]:
    with region.database.reading() as connection:
        return list(connection.execute(select(journal_event.c.kind).order_by(journal_event.c.number)).scalars())


def a_life(region: Region) -> list[Arrival]:
    """Two companies deposited, an account opened, changed and closed, a laptop revoked."""
    first, second = arrival_at(region), arrival_at(region)
    made = [deposit(region, first), deposit(region, second, OTHER_SIREN)]
    opened = create_account(region, NewAccount("o.exemple", "", Role.OFFICER, password=PASSWORD))
    create_account(region, NewAccount("a.exemple", "", Role.ADMINISTRATOR, password=PASSWORD))
    set_password(region, opened.id, PASSWORD + " bis")
    set_disabled(region, opened.id, disabled=True)
    revoke(region, first.device.id)
    catch_up(region)
    return made


def test_every_deed_is_noted_and_the_whole_holds(region: Region) -> None:
    a_life(region)
    assert sorted(kinds(region)) == sorted(
        ["laptop_enrolled"] * 2
        + ["account_opened"] * 2
        + ["account_changed", "account_closed", "laptop_revoked"]
        + ["deposited"] * 2
    )
    found = check_journal(rotate(region))
    assert (found.events, found.versions, found.tombs) == (10, 2, 0)
    with region.database.reading() as connection:
        assert set(connection.execute(select(journal_key.c.owner)).scalars()) == {"server", SIREN, OTHER_SIREN}
        told = str(connection.execute(select(journal_event)).all())
    assert not any(word in told for word in (SIREN, "exemple", "essai"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda c: c.execute(update(journal_event).where(journal_event.c.number == 3).values(kind="erased")), "broken"),
        (lambda c: c.execute(update(journal_event).where(journal_event.c.number == 3).values(kind="xxx")), "broken"),
        (lambda c: c.execute(delete(journal_event).where(journal_event.c.number == 4)), "broken"),
        (lambda c: c.execute(update(version).where(version.c.siren == SIREN).values(sha256="0" * 64)), "version"),
        (lambda c: c.execute(update(version).where(version.c.siren == SIREN).values(document=b"{}")), "version"),
        (lambda c: c.execute(delete(journal_key).where(journal_key.c.owner == SIREN)), "version"),
        (lambda c: c.execute(delete(version).where(version.c.siren == SIREN)), "version_missing"),
    ],
)
def test_what_is_changed_afterwards_is_named(region: Region, change: Callable[[Connection], object], code: str) -> None:
    a_life(region)
    with region.database.writing() as connection:
        change(connection)
    with pytest.raises(InvalidData) as broken:
        check_journal(region)
    assert broken.value.code == f"journal.{code}"
    assert region.texts.error(broken.value)


def test_a_chain_written_again_is_betrayed_by_a_head_kept_elsewhere(region: Region) -> None:
    a_life(region)
    head = signed_head(region)
    assert check_journal(region, head).events == read_canonical(head)["body"]["events"]
    with region.database.writing() as connection:
        last = connection.execute(select(sqlalchemy.func.max(journal_event.c.number))).scalar_one()
        connection.execute(
            delete(journal_event).where(journal_event.c.number == last, journal_event.c.version.is_(None))
        )
        connection.execute(delete(journal_event).where(journal_event.c.kind == "deposited"))
        connection.execute(delete(version))
    for forged in (head, head.replace(b'"events":9', b'"events":8'), b"{}"):
        with pytest.raises(InvalidData, match=r"journal\.head"):
            check_journal(region, forged)


def test_a_company_erased_takes_its_key_and_bytes_and_leaves_a_tomb(region: Region) -> None:
    gone, stays = a_life(region)
    late = deposit(region, gone)  # its event waits still
    with region.database.reading() as connection:
        key = connection.execute(select(journal_key.c.key).where(journal_key.c.owner == SIREN)).scalar_one()

    assert set(erase_company(region, SIREN)) == {gone.mission_id, late.mission_id}

    found = check_journal(region)
    assert (found.versions, found.tombs) == (1, 2)
    assert kinds(region).count("deposited") == 3
    with region.database.reading() as connection:
        assert set(connection.execute(select(journal_key.c.owner)).scalars()) == {"server", OTHER_SIREN}
        rows = str([connection.execute(select(table)).all() for table in metadata.sorted_tables])
        assert connection.execute(select(version.c.mission_id)).scalars().all() == [stays.mission_id]
        assert connection.execute(select(attachment)).all() == []
    assert SIREN not in rows
    if region.database.file is not None:
        for file in region.settings.data.parent.rglob("regional.db*"):
            assert key not in file.read_bytes()
    with region.database.writing() as connection:
        connection.execute(delete(tomb).where(tomb.c.mission_id == gone.mission_id))
    with pytest.raises(InvalidData, match=r"journal\.version_missing"):
        check_journal(region)


def test_a_deposit_that_fails_leaves_nothing_to_note(region: Region, arrival: Arrival) -> None:
    with region.database.reading() as connection:
        assert connection.execute(select(journal_waiting)).all() == []
    receive(region, arrival)
    receive(region, arrival)
    with region.database.reading() as connection:
        assert [tuple(row) for row in connection.execute(select(journal_waiting))] == [(arrival.mission_id, 1)]
    assert (catch_up(region), catch_up(region)) == (1, 0)
    assert kinds(region) == ["laptop_enrolled", "deposited"]


def test_a_restored_server_goes_on_with_the_same_journal(region: Region, hand: Hand, tmp_path: Path) -> None:
    a_life(region)
    erase_company(region, SIREN)
    before = check_journal(region)
    back_up(region, tmp_path / "copy.zip")
    settings = Settings(tmp_path / "other")
    restore(settings, tmp_path / "copy.zip")
    again = open_region(settings, lambda: hand.now)
    assert check_journal(again) == before
    again.database.close()


def test_the_commands_tell_it_and_a_process_notes_by_itself(regional_server: RegionalServer, tmp_path: Path) -> None:
    with regional_server.region() as region:
        deposit(region, arrival_at(region))
    regional_server.run("journal", str(tmp_path / "head.json"))
    told = regional_server.run("verify", "--head", str(tmp_path / "head.json"))
    assert "1\u00a0version conforme" in told
    with regional_server.region() as region:
        deposit(region, arrival_at(region), OTHER_SIREN)
    regional_server.stop()
    with regional_server.database() as database, database.reading() as connection:
        assert connection.execute(select(journal_waiting)).all() == []
    regional_server.start()


def test_server_0012_notes_what_was_there_before(database_url: str) -> None:
    database = Database(database_url)
    upgrade(database, "server_0011")
    hexed = {"m": MISSION, "d": DEVICE} if not database.is_embedded else {"m": MISSION.hex, "d": DEVICE.hex}
    held = {"id": MISSION, "device_id": DEVICE, "fictional": False, "last_version": 1, "last_received_at": AT}
    with database.writing() as connection:
        tables = metadata.tables
        laptop = {"id": DEVICE, "name": "essai", "token_sha256": "c" * 64, "enrolled_at": AT}
        connection.execute(tables["device"].insert().values(laptop))
        connection.execute(tables["mission"].insert().values(held))
        grave = {"mission_id": UUID(int=77), "statement": b"{}", "erased_at": AT}
        connection.execute(tables["tomb"].insert().values(grave))
        texts = dict.fromkeys((one.name for one in version.c if isinstance(one.type, sqlalchemy.String)), "x")
        numbers = dict.fromkeys((one.name for one in version.c if isinstance(one.type, sqlalchemy.Integer)), 1)
        row = {**texts, **numbers, "mission_id": MISSION, "device_id": DEVICE, "document": b"{}", "receipt": b"{}"}
        row |= {"siren": SIREN, "siret": SIREN, "received_at": AT, "sealed_at": AT, "opened_on": AT.date()}
        connection.execute(version.insert().values(row | {"funding_checked": True, "decision_day": None}))
    upgrade(database, "server_0012")
    with database.reading() as connection:
        waiting = {tuple(one) for one in connection.execute(select(journal_waiting))}
        assert waiting == {(MISSION, 1), (UUID(int=77), 0)}
        assert connection.execute(select(journal_event)).all() == []
        kept = connection.execute(
            sqlalchemy.text("SELECT sha256 FROM version WHERE mission_id = :m"), {"m": hexed["m"]}
        )
        assert kept.scalar_one() == "x"
    database.close()


def test_kinds_fit_their_column() -> None:
    column = journal_event.c.kind.type
    assert isinstance(column, sqlalchemy.String)
    assert max(map(len, ServerEvent)) <= (column.length or 0)
