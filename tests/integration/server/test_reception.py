"""Reception without a network: every field spoilt in turn, several deposits at once, a database that refuses."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from app.domain.mission import SealedVersion
from app.sync.contract.canonical import canonical_bytes, read_canonical
from app.sync.contract.protocol import EnrolmentRequest, ProblemCode, version_path
from server.deposits import Arrival, receive
from server.devices import enrol, make_code
from server.problems import Refused
from server.region import Region
from server.tables import mission, version
from tests.support.regional import RegionalServer
from tests.support.sealed import SEALED_AT, a_mission_file, a_version, tampered

ODD: tuple[object, ...] = (None, True, -1, 0, 2**53 - 1, "", "x", "\x00", "𝕏" * 5_001, [], {}, [[]], {"a": 1})


def spoilt(value: Any) -> Iterator[Any]:
    """A value with one of its parts replaced, removed or repeated, each in turn."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield {name: one for name, one in value.items() if name != key}
            yield from ({**value, key: changed} for changed in spoilt(part))
    elif isinstance(value, list):
        for rank, part in enumerate(value[:2]):
            yield [*value[:rank], *value[rank + 1 :]]
            yield [*value, part]
            yield from ([*value[:rank], changed, *value[rank + 1 :]] for changed in spoilt(part))
    yield from (odd for odd in ODD if odd != value)


def test_no_spoilt_document_is_more_than_refused(region: Region, arrival: Arrival) -> None:
    outcomes = {"refused": 0, "kept": 0}
    for rank, value in enumerate(spoilt(read_canonical(arrival.data))):
        if rank % 7 or not isinstance(value, dict):
            continue
        try:
            receive(region, replace(arrival, data=canonical_bytes(value)))
        except Refused:
            outcomes["refused"] += 1
        else:
            outcomes["kept"] += 1
            forget(region)
    assert outcomes["refused"] > 300
    assert outcomes["kept"] > 20


def forget(region: Region) -> None:
    with region.database.writing() as connection:
        connection.execute(delete(version))
        connection.execute(delete(mission))


def stored(region: Region) -> int:
    with region.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(version)).scalar_one()


def test_the_same_version_deposited_at_once_is_stored_once(region: Region, arrival: Arrival) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: receive(region, arrival), range(8)))

    assert sum(one.created for one in done) == 1
    assert len({one.receipt for one in done}) == 1
    assert stored(region) == 1


def test_two_documents_for_one_version_deposited_at_once_leave_one(region: Region, arrival: Arrival) -> None:
    file = a_mission_file(arrival.mission_id)
    documents = [a_version(file, sealed_at=SEALED_AT + timedelta(seconds=rank)).document for rank in range(8)]

    def outcome(document: bytes) -> str:
        try:
            return str(receive(region, replace(arrival, data=document)).created)
        except Refused as refusal:
            return refusal.code

    with ThreadPoolExecutor(8) as pool:
        done = sorted(pool.map(outcome, documents))

    assert done == sorted(["True", *[ProblemCode.VERSION_CONFLICT.value] * 7])
    assert stored(region) == 1


def test_the_same_second_version_deposited_at_once_is_stored_once(region: Region, arrival: Arrival) -> None:
    first = a_version(a_mission_file(arrival.mission_id))
    receive(region, replace(arrival, data=first.document))
    second = replace(arrival, number=2, data=a_version(a_mission_file(arrival.mission_id), first).document)

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: receive(region, second), range(8)))

    assert sum(one.created for one in done) == 1
    assert len({one.receipt for one in done}) == 1
    assert stored(region) == 2


def test_a_code_used_at_once_by_two_laptops_serves_one(region: Region) -> None:
    code = make_code(region)

    def outcome(rank: int) -> str:
        try:
            return "enrolled" if enrol(region, EnrolmentRequest(code=code, device_name="essai"), f"{rank}") else ""
        except Refused as refusal:
            return refusal.code

    with ThreadPoolExecutor(6) as pool:
        done = sorted(pool.map(outcome, range(6)))
    assert done == ["enrolled", *[ProblemCode.ENROLMENT_REFUSED.value] * 5]


def test_several_processes_store_a_version_once(postgresql_url: str, tmp_path: Path) -> None:
    server = RegionalServer(tmp_path / "region", postgresql_url, workers=2)
    server.start()
    clients = [server.enrol("Exemple Conseil") for _ in range(4)]
    sealed = [a_version(a_mission_file()) for _ in range(4)]
    file = a_mission_file()
    rivals = [a_version(file, sealed_at=SEALED_AT + timedelta(seconds=rank)) for rank in range(4)]
    together = Barrier(4)

    def put(client: int, one: SealedVersion) -> tuple[int, bytes]:
        together.wait(20)
        answer = server.put(clients[client], version_path(one.mission_id, 1), one.document)
        return answer.status_code, answer.content

    with ThreadPoolExecutor(4) as pool:
        same = [list(pool.map(put, range(4), [one] * 4)) for one in sealed]
        other = list(pool.map(put, range(4), rivals))
    versions = server.versions()
    assert server.stop() == 0

    for done in same:
        assert sorted(status for status, _ in done) == [200, 200, 200, 201]
        assert len({receipt for _, receipt in done}) == 1
    assert sorted(status for status, _ in other) == [201, 409, 409, 409]
    [kept] = [one for one, (status, _) in zip(rivals, other, strict=True) if status == 201]
    assert sorted(versions) == sorted((one.mission_id, 1, one.sha256) for one in (*sealed, kept))


def test_a_version_sealed_a_day_ahead_is_received_and_no_later(region: Region, arrival: Arrival) -> None:
    def sealed_at(delay: timedelta) -> bytes:
        instant = (region.clock() + delay).isoformat().replace("+00:00", "Z")
        return tampered(arrival.data, lambda value: value["version"].update(sealed_at=instant))

    with pytest.raises(Refused, match=r"received\.sealed_ahead"):
        receive(region, replace(arrival, data=sealed_at(timedelta(hours=24, seconds=1))))
    assert receive(region, replace(arrival, data=sealed_at(timedelta(hours=24)))).created


def test_a_refusing_database_and_a_fault_are_told_without_data(regional_server: RegionalServer) -> None:
    sealed = a_version(a_mission_file())
    token = regional_server.enrol()
    path = f"/api/v1/missions/{sealed.mission_id}/versions/1"
    with regional_server.database() as database, database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE version RENAME TO elsewhere")
    storage = regional_server.put(token, path, sealed.document)
    with regional_server.database() as database, database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO version")
    assert regional_server.put(token, path, sealed.document).status_code == 201
    with regional_server.database() as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE device SET revoked_at = 'infinity'")
    fault = regional_server.put(token, path, sealed.document)

    assert (storage.status_code, storage.json()["code"]) == (503, "server.storage")
    assert (fault.status_code, fault.json()["code"]) == (500, "server.fault")
    assert fault.headers["jalon-protocol"] == "1"
    log = regional_server.log_path.read_text("utf-8")
    assert '"message": "fault"' in log
    assert "Exemple" not in log
