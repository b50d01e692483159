"""Deposits over the event loop: the same answers as by the thread, for a laptop seen for the first time or known lately."""

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy
from sqlalchemy import bindparam, func, insert, select

from app.sync.contract.protocol import EnrolmentRequest
from app.sync.contract.receipt import read_receipt
from server.database import Database, Limits
from server.deposits import Acknowledged, Arrival, Sent, receive, receive_from
from server.devices import device_of, enrol, make_code, revoke
from server.problems import Refused
from server.region import Region
from server.tables import mission, tomb, version
from tests.support.postgres import Cluster
from tests.support.sealed import SEALED_AT, a_mission_file, a_version, tampered


@pytest.fixture
def sent(region: Region) -> Sent:
    """A first version that a laptop just enrolled is about to deposit."""
    made = enrol(region, EnrolmentRequest(code=make_code(region, "Exemple Conseil"), device_name="essai"), "127.0.0.1")
    sealed = a_version(a_mission_file())
    return Sent(made.token, sealed.mission_id, 1, sealed.document)


def another(sent: Sent) -> Sent:
    """Another mission of the same laptop."""
    sealed = a_version(a_mission_file())
    return replace(sent, mission_id=sealed.mission_id, data=sealed.document)


def outcomes(region: Region, *requests: Sent) -> list[str]:
    """What requests give when they come one after the other: whether they stored, or the code of their refusal."""
    return asyncio.run(_in_turn(region, requests))


async def _in_turn(region: Region, requests: tuple[Sent, ...]) -> list[str]:
    return [await _outcome(region, one) for one in requests]


async def _outcome(region: Region, one: Sent) -> str:
    try:
        return "new" if (await receive_from(region, one)).created else "known"
    except Refused as refusal:
        return refusal.code


async def _together(region: Region, requests: list[Sent]) -> list[Acknowledged]:
    return list(await asyncio.gather(*(receive_from(region, one) for one in requests)))


def test_a_laptop_known_lately_stores_what_the_first_look_would(region: Region, sent: Sent) -> None:
    second = another(sent)
    done = asyncio.run(_together(region, [sent]))[0], asyncio.run(_together(region, [second]))[0]

    with region.database.reading() as connection:
        rows = connection.execute(select(version).order_by(version.c.receipt)).all()
        owners = connection.execute(select(mission)).all()
    laptop = device_of(region, sent.token)
    assert {(row.document, row.receipt) for row in rows} == {
        (sent.data, done[0].receipt),
        (second.data, done[1].receipt),
    }
    assert {(row.device_id, row.provider_id, row.last_version) for row in owners} == {
        (laptop.id, laptop.provider_id, 1)
    }
    told = [read_receipt(one.receipt, region.public_key) for one in done]
    assert [(one.mission_id, one.received_at) for one in told] == [
        (one.mission_id, region.clock()) for one in (sent, second)
    ]
    assert {row.sealed_at for row in rows} == {SEALED_AT}
    by_thread = replace(another(sent))
    receive(region, Arrival(laptop, by_thread.mission_id, 1, by_thread.data))
    with region.database.reading() as connection:
        kept = connection.execute(select(version)).all()
    unique = {"mission_id", "reference", "document", "sha256", "receipt"}
    assert len({tuple(value for key, value in row._asdict().items() if key not in unique) for row in kept}) == 1


def test_each_answer_is_that_of_the_first_look(region: Region, sent: Sent) -> None:
    file = a_mission_file(sent.mission_id)
    first = a_version(file)
    then = replace(sent, number=2, data=a_version(file, first).document)
    stranger = enrol(region, EnrolmentRequest(code=make_code(region), device_name="autre"), "127.0.0.1")
    wrong = replace(another(sent), mission_id=sent.mission_id)
    cases = [
        (replace(sent, data=first.document), "new"),
        (replace(sent, data=first.document), "known"),
        (replace(then, number=3), "received.other_version"),
        (then, "new"),
        (then, "known"),
        (replace(sent, data=b"{}"), "deposit.conflict"),
        (replace(sent, token=stranger.token), "deposit.foreign"),
        (replace(sent, token=sent.token[::-1]), "token.refused"),
        (replace(another(sent), data=b"{}"), "received.invalid"),
        (wrong, "deposit.conflict"),
        (replace(another(sent), data=sent.data), "received.other_mission"),
        (replace(another(sent), number=2, data=then.data), "received.other_mission"),
    ]
    assert outcomes(region, *(one for one, _ in cases)) == [told for _, told in cases]
    alone = tampered(sent.data, lambda value: value["version"].update(replaces="a" * 64))
    assert outcomes(region, another(sent), replace(sent, data=alone)) == ["new", "deposit.conflict"]


def test_a_laptop_revoked_is_refused_at_once(region: Region, sent: Sent) -> None:
    assert outcomes(region, sent) == ["new"]
    revoke(region, device_of(region, sent.token).id)
    assert outcomes(region, another(sent), sent) == ["token.refused"] * 2
    with region.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(mission)).scalar_one() == 1


def test_an_erased_mission_stays_erased(region: Region, sent: Sent) -> None:
    assert outcomes(region, sent) == ["new"]
    erased = another(sent)
    with region.database.writing() as connection:
        grave = {"mission_id": erased.mission_id, "statement": b"{}", "erased_at": region.clock()}
        connection.execute(insert(tomb).values(grave))
    assert outcomes(region, erased) == ["deposit.erased"]


@pytest.mark.parametrize("known", [False, True])
def test_the_same_mission_sent_at_once_is_stored_once(region: Region, sent: Sent, known: bool) -> None:
    if known:
        assert outcomes(region, another(sent)) == ["new"]
    done = asyncio.run(_together(region, [sent] * 8))
    assert sum(one.created for one in done) == 1
    assert len({one.receipt for one in done}) == 1


def test_long_documents_and_short_ones_are_received_alike(region: Region, sent: Sent) -> None:
    file = a_mission_file(sent.mission_id)
    notes = "Relevé des arrêts de la cellule 3. " * 100
    sessions = tuple(replace(file.sessions[0], id=a_mission_file().sessions[0].id, notes=notes) for _ in range(30))
    long = replace(sent, data=a_version(replace(file, sessions=sessions)).document)
    assert len(long.data) > 64 * 1024
    assert outcomes(region, another(sent), long, replace(long, data=sent.data)) == ["new", "new", "deposit.conflict"]
    assert outcomes(region, replace(another(sent), data=long.data)) == ["received.other_mission"]


def test_a_lone_statement_waits_for_a_connection_no_longer_than_told(postgresql_url: str) -> None:
    opened = Database(postgresql_url, Limits(pool_size=1, pool_seconds=1, statement_seconds=2))

    async def both() -> list[object]:
        slow, quick = select(func.pg_sleep(bindparam("seconds"))), select(func.now())
        return list(
            await asyncio.gather(
                opened.at_once(slow, {"seconds": 60}), opened.at_once(quick, {}), return_exceptions=True
            )
        )

    first, second = asyncio.run(both())
    assert isinstance(first, sqlalchemy.exc.OperationalError)
    assert isinstance(second, sqlalchemy.exc.TimeoutError)
    assert asyncio.run(opened.at_once(select(func.count()), {}))[0] == 1
    opened.close()


def test_a_lone_statement_survives_a_restart_of_the_server(postgresql_url: str, postgresql: Cluster) -> None:
    opened = Database(postgresql_url)
    assert asyncio.run(opened.at_once(select(func.count()), {}))[0] == 1
    postgresql.stop()
    with pytest.raises(sqlalchemy.exc.OperationalError):
        asyncio.run(opened.at_once(select(func.count()), {}))
    postgresql.start()
    assert asyncio.run(opened.at_once(select(func.count()), {}))[0] == 1
    opened.close()
