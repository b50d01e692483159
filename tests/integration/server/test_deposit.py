"""Deposits on a real server process: what is received, what is refused, what is read back."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import (
    DIGEST_HEADER,
    DOCUMENT_TYPE,
    PROBLEM_TYPE,
    PROTOCOL_HEADER,
    RECEIPT_TYPE,
    digest_of_request,
    version_path,
)
from app.sync.contract.receipt import check_receipt
from tests.support.regional import RegionalServer
from tests.support.sealed import SEALED_AT, a_mission_file, a_version, tampered


@pytest.fixture(scope="module")
def token(regional_server: RegionalServer) -> str:
    return regional_server.enrol()


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal, which has to be a whole problem with a French sentence."""
    assert answer.headers["content-type"] == PROBLEM_TYPE, answer.text
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["type"] == f"urn:jalon:problem:{told['code']}"
    assert told["detail"].endswith(".")
    return answer.status_code, told["code"]


def test_a_version_is_stored_once_and_acknowledged_twice(regional_server: RegionalServer, token: str) -> None:
    file = a_mission_file()
    sealed = a_version(file)
    path = version_path(sealed.mission_id, 1)

    first = regional_server.put(token, path, sealed.document)
    second = regional_server.put(token, path, sealed.document)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.headers["content-type"] == RECEIPT_TYPE
    assert first.headers[PROTOCOL_HEADER] == "1"
    assert first.content == second.content
    body = check_receipt(
        first.content,
        regional_server.public_key(),
        mission_id=sealed.mission_id,
        version=1,
        sha256=sealed.sha256,
    )
    assert (body.answers, body.days, body.actions, body.size) == (29, 12, 1, len(sealed.document))
    assert (body.index, body.funding_checked, body.fictional) == (116, True, False)
    assert abs(body.received_at - datetime.now(UTC)) < timedelta(minutes=2)
    read_back = regional_server.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    assert read_back.content == sealed.document


def test_other_bytes_under_a_known_version_are_a_conflict(regional_server: RegionalServer, token: str) -> None:
    file = a_mission_file()
    sealed, other = a_version(file), a_version(file, sealed_at=SEALED_AT + timedelta(seconds=1))
    path = version_path(sealed.mission_id, 1)
    receipt = regional_server.put(token, path, sealed.document).content

    assert problem(regional_server.put(token, path, other.document)) == (409, "deposit.conflict")
    assert problem(regional_server.put(token, path, b"{}")) == (409, "deposit.conflict")
    assert regional_server.put(token, path, sealed.document).content == receipt


def test_versions_come_in_order_and_cite_the_one_before(regional_server: RegionalServer, token: str) -> None:
    file = a_mission_file()
    first = a_version(file)
    second = a_version(file, first)
    third = a_version(file, second)
    orphan = a_version(file, a_version(file, sealed_at=SEALED_AT + timedelta(seconds=1)))

    def put(number: int, document: bytes) -> httpx.Response:
        return regional_server.put(token, version_path(first.mission_id, number), document)

    assert problem(put(2, second.document)) == (409, "deposit.gap")
    assert put(1, first.document).status_code == 201
    assert problem(put(3, third.document)) == (409, "deposit.gap")
    assert problem(put(2, orphan.document)) == (409, "deposit.chain")
    assert [put(number, one.document).status_code for number, one in ((2, second), (3, third), (1, first))] == [
        201,
        201,
        200,
    ]


def test_a_mission_stays_fictional_or_real(regional_server: RegionalServer, token: str) -> None:
    mission_id = uuid4()
    first = a_version(a_mission_file(mission_id, fictional=True))
    second = a_version(a_mission_file(mission_id), first)
    receipt = regional_server.put(token, version_path(mission_id, 1), first.document)

    assert json.loads(receipt.content)["body"]["fictional"] is True
    answer = regional_server.put(token, version_path(mission_id, 2), second.document)
    assert problem(answer) == (409, "deposit.nature")


def _set(*path: object, to: object) -> Callable[[dict[str, Any]], object]:
    def change(value: Any) -> None:
        for key in path[:-1]:
            value = value[key]
        value[path[-1]] = to

    return change


def _future() -> str:
    return (datetime.now(UTC) + timedelta(hours=25)).isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("assessments", 0, "index", to=117), "received.index"),
        (_set("assessments", 0, "index", to=None), "received.index"),
        (_set("assessments", 0, "index", to=289), "received.index_impossible"),
        (_set("assessments", 0, "index", to=100_000), "received.index_impossible"),
        (_set("assessments", 0, "answers", 0, "level", to="in_place"), "received.index"),
        (_set("assessments", 0, "answers", 0, "theme", to="L9.9"), "received.answers"),
        (lambda v: v["assessments"][0]["answers"].append(v["assessments"][0]["answers"][0]), "received.answers"),
        (lambda v: v["assessments"].append(v["assessments"][0]), "received.answers"),
        (_set("referential", "levels", 4, "points", to=9), "received.referential"),
        (lambda v: v["referential"]["themes"].pop(), "received.referential"),
        (lambda v: v["referential"]["themes"].append(v["referential"]["themes"][0]), "received.referential"),
        (_set("referential", "themes", 0, "lever", to="L99"), "received.referential"),
        (_set("scenarios", 0, "funding", "grant_cents", to=599_999), "received.funding"),
        (_set("scenarios", 0, "funding", "lines", 0, "rule", to="B9"), "received.funding"),
        (_set("scenarios", 0, "funding", to=None), "received.funding"),
        (_set("scenarios", 0, "plans", 0, "phase", to="phase_9"), "received.funding"),
        (lambda v: v["scenarios"][0]["plans"].append(v["scenarios"][0]["plans"][0]), "received.funding"),
        (_set("services", 0, "half_days", to=9), "received.services"),
        (_set("services", 0, "service_class", to="diagnostic"), "received.services"),
        (lambda v: v["days"].pop(0), "received.services"),
        (lambda v: v["days"].append(v["days"][0]), "received.ledger"),
        (lambda v: v["days"].append(v["days"][-1] | {"id": str(uuid4())}), "received.ledger"),
        (lambda v: v["days"].append(v["days"][0] | {"id": str(uuid4())}), "received.ledger"),
        (_set("days", 0, "performer", to=""), "received.ledger"),
        (_set("days", 0, "phase", to="phase_9"), "received.ledger"),
        (_set("scheme", "phases", 0, "title", to="autre"), "received.scheme"),
        (_set("scheme", "fictional", to=True), "received.scheme"),
        (_set("mission", "id", to=str(uuid4())), "received.other_mission"),
        (_set("version", "number", to=2), "received.other_version"),
        (_set("version", "sealed_at", to=_future()), "received.sealed_ahead"),
        (_set("version", "sealed_at", to="2022-05-12T15:04:05"), "received.invalid"),
        (_set("schema", to=2), "received.newer"),
        (_set("surprise", to=1), "received.invalid"),
        (_set("company", "employees", to=2**53 - 1), "received.invalid"),
    ],
)
def test_what_the_server_finds_otherwise_is_refused(
    regional_server: RegionalServer, token: str, change: Callable[[dict[str, Any]], object], code: str
) -> None:
    sealed = a_version(a_mission_file())
    path = version_path(sealed.mission_id, 1)

    answer = regional_server.put(token, path, tampered(sealed.document, change))

    assert problem(answer) == (422, code)
    assert regional_server.put(token, path, sealed.document).status_code == 201


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda data: data[:-40], "received.unreadable"),
        (lambda data: data + b" ", "received.not_canonical"),
        (lambda data: b'{"schema":1,' + data[1:], "received.duplicate_key"),
        (lambda data: data.replace(b'"schema":1', b'"schema":1.0'), "received.number"),
        (lambda data: data.replace(b'"schema":1', b'"schema":' + b"9" * 400), "received.number"),
        (lambda _: b"[" * 100_000, "received.unreadable"),
        (lambda _: b"\xff\xfe", "received.unreadable"),
        (lambda _: b"", "received.unreadable"),
    ],
)
def test_damaged_bytes_are_refused(
    regional_server: RegionalServer, token: str, damage: Callable[[bytes], bytes], code: str
) -> None:
    sealed = a_version(a_mission_file())
    answer = regional_server.put(token, version_path(sealed.mission_id, 1), damage(sealed.document))
    assert problem(answer) == (422, code)


def test_funding_under_a_pack_that_the_server_lacks_is_told_unchecked(
    regional_server: RegionalServer, token: str
) -> None:
    sealed = a_version(a_mission_file())
    other_pack = _set("scheme", "sha256", to="0" * 64)

    def wrong_sum(value: dict[str, Any]) -> None:
        other_pack(value)
        value["scenarios"][0]["funding"]["grant_cents"] -= 1

    path = version_path(sealed.mission_id, 1)
    assert problem(regional_server.put(token, path, tampered(sealed.document, wrong_sum))) == (422, "received.funding")
    unchecked = regional_server.put(token, path, tampered(sealed.document, other_pack))
    assert unchecked.status_code == 201
    assert json.loads(unchecked.content)["body"]["funding_checked"] is False


def test_too_large_is_refused_announced_or_not(regional_server: RegionalServer, token: str) -> None:
    path = version_path(uuid4(), 1)
    block = b"x" * 65_536

    announced = regional_server.put(token, path, block * 65)
    streamed = regional_server.request(
        "PUT",
        path,
        content=(block for _ in range(65)),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/vnd.jalon.mission+json"},
    )

    assert problem(announced) == problem(streamed) == (413, "received.too_large")


def test_only_a_known_token_deposits(regional_server: RegionalServer, token: str) -> None:
    path = version_path(uuid4(), 1)
    for wrong in (f"Bearer {token}x", "Bearer é", "Bearer", f"Basic {token}", token):
        headers = {"Authorization": wrong.encode(), "Content-Type": DOCUMENT_TYPE}
        answer = regional_server.request("PUT", path, headers=headers)
        assert problem(answer) == (401, "token.refused")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert problem(regional_server.request("PUT", path)) == (401, "token.refused")
    assert problem(regional_server.request("GET", path)) == (401, "token.refused")


def test_an_unknown_protocol_is_refused_first(regional_server: RegionalServer) -> None:
    path = version_path(uuid4(), 1)
    for spoken in ("3", "0", "", "un"):
        answer = regional_server.request("PUT", path, headers={PROTOCOL_HEADER: spoken})
        assert problem(answer) == (400, "protocol.mismatch")


def test_a_request_altered_on_the_way_is_refused_whole(regional_server: RegionalServer, token: str) -> None:
    sealed = a_version(a_mission_file())
    path, elsewhere = version_path(sealed.mission_id, 1), version_path(sealed.mission_id, 11)
    digest = {DIGEST_HEADER: digest_of_request("PUT", path, sealed.document)}
    another = tampered(sealed.document, _set("mission", "summary", to="Deux gestes d’abori."))

    for altered in (
        regional_server.put(token, path, another, **digest),
        regional_server.put(token, elsewhere, sealed.document, **digest),
        regional_server.put(token, path, sealed.document, **{DIGEST_HEADER: "f" * 64}),
    ):
        assert problem(altered) == (400, "request.altered")
    assert regional_server.put(token, path, sealed.document, **digest).status_code == 201
    assert problem(regional_server.put(token, path, another)) == (409, "deposit.conflict")


def test_another_type_is_refused(regional_server: RegionalServer, token: str) -> None:
    answer = regional_server.put(token, version_path(uuid4(), 1), b"{}", **{"Content-Type": "application/json"})
    assert problem(answer) == (415, "request.content_type")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nulle-part", (404, "request.route_unknown")),
        ("DELETE", version_path(UUID(int=1), 1), (405, "request.method")),
        ("PUT", "/api/v1/missions/1/versions/1", (400, "request.unreadable")),
        ("PUT", f"/api/v1/missions/{UUID(int=1)}/versions/0", (400, "request.unreadable")),
        ("PUT", f"/api/v1/missions/{UUID(int=1)}/versions/x", (400, "request.unreadable")),
    ],
)
def test_other_addresses_are_problems_too(
    regional_server: RegionalServer, token: str, method: str, path: str, expected: tuple[int, str]
) -> None:
    answer = regional_server.request(method, path, headers={"Authorization": f"Bearer {token}"})
    assert problem(answer) == expected


def test_a_mission_is_its_laptops_or_its_providers(regional_server: RegionalServer, token: str) -> None:
    sealed = a_version(a_mission_file())
    path = version_path(sealed.mission_id, 1)
    first, colleague = regional_server.enrol("Exemple Conseil"), regional_server.enrol("Exemple Conseil")
    stranger = regional_server.enrol("Autre Conseil")
    assert regional_server.put(first, path, sealed.document).status_code == 201

    assert regional_server.put(colleague, path, sealed.document).status_code == 200
    for other in (stranger, token):
        assert problem(regional_server.put(other, path, sealed.document)) == (403, "deposit.foreign")
        read = regional_server.request("GET", path, headers={"Authorization": f"Bearer {other}"})
        assert problem(read) == (404, "deposit.unknown")
    read = regional_server.request("GET", path, headers={"Authorization": f"Bearer {colleague}"})
    assert sha256_of(read.content) == sealed.sha256


def test_the_log_holds_no_name_and_no_token(regional_server: RegionalServer, token: str) -> None:
    sealed = a_version(a_mission_file())
    regional_server.put(token, version_path(sealed.mission_id, 1), sealed.document)
    regional_server.request("GET", "/health/live")  # The line of a request is written right after its answer left.

    log = regional_server.log_path.read_text("utf-8")

    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert any(line.get("mission") == str(sealed.mission_id) and line["status"] == 201 for line in lines)
    assert {line["level"] for line in lines} == {"info"}
    for secret in (token, "Exemple", "consultante", "73282932", "127.0.0.1"):
        assert secret not in log
