"""Photos and files over a real line: sent once, resumed after cuts, believed only with their hashes in the receipt."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest

from app.domain.attachment import MAX_ATTACHMENT_BYTES
from app.services.attachments import absent_parts, purge_acknowledged
from app.services.rows import DepositState
from app.sync.client import RegionalClient
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import PROTOCOL_HEADER, PROTOCOL_OFFER
from app.sync.contract.receipt import check_receipt
from app.sync.contract.transfer import CHUNK_BYTES, attachment_path, attachments_path
from tests.support.attached import with_contents
from tests.support.lines import Answering, Relay
from tests.support.profile import Profile, Unwatched
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file

TWENTY_MEGABYTES = (b"Spindle power, one line a second; " * 620_000)[: 20 * 10**6]
assert len(TWENTY_MEGABYTES) < MAX_ATTACHMENT_BYTES


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    opened = Profile(tmp_path / "profile", attempts=2)
    yield opened
    opened.close()


@dataclass
class CutsOnTheWay(Unwatched):
    """Cuts the line when so many chunks are done, by turns before and after the server keeps one."""

    relay: Relay | None = None
    at: list[int] = field(default_factory=list)
    chunks: int = 0

    def progress(self, done: int, total: int) -> None:
        """Told before each chunk."""
        super().progress(done, total)
        self.chunks += 1
        if self.relay is not None and self.chunks in self.at:
            self.relay.cut = ("before_commit", "after_commit")[self.at.index(self.chunks) % 2]


def test_twenty_megabytes_arrive_after_three_cuts_without_leaving_twice(
    profile: Profile, regional_server: RegionalServer
) -> None:
    photo = b"\xff\xd8\xff small and sent once"
    with Relay(regional_server.url) as relay:
        profile.outbox.enrol(relay.url, regional_server.code(), "essai")
        sealed = profile.seal(with_contents(a_mission_file(), TWENTY_MEGABYTES, photo))
        for content in (TWENTY_MEGABYTES, photo):
            profile.storage.attachments.put(content)
        context = CutsOnTheWay(relay=relay, at=[4, 9, 15])

        done = profile.outbox.deposit(sealed.mission_id, 1, context)
        profile.outbox.close()

    assert (relay.cuts, len(context.waits)) == (3, 3), "two attempts, but each one that moved begins the count again"
    assert (done.state, done.attempts, done.last_code) == (DepositState.DEPOSITED, 4, "")
    chunks = -(-len(TWENTY_MEGABYTES) // CHUNK_BYTES) + 1
    assert context.chunks == chunks + 2, "a cut before the server keeps a chunk costs that chunk, and nothing else"
    hashes = {sha256_of(TWENTY_MEGABYTES), sha256_of(photo)}
    key = regional_server.public_key()
    check_receipt(done.receipt, key, mission_id=sealed.mission_id, version=1, sha256=sealed.sha256, attachments=hashes)


def test_a_second_version_sends_only_what_is_new_even_once_purged(
    profile: Profile, regional_server: RegionalServer
) -> None:
    profile.outbox.enrol(regional_server.url, regional_server.code(), "essai")
    store, first, second = profile.storage.attachments, b"Before the works.", b"After the works."
    file = with_contents(a_mission_file(), first)
    store.put(first)
    sealed = profile.seal(file)
    assert profile.outbox.deposit(sealed.mission_id, 1, Unwatched()).state is DepositState.DEPOSITED

    assert purge_acknowledged(profile.storage.unit_of_work, store, sealed.mission_id) == len(first)

    [absent] = absent_parts(profile.storage.unit_of_work, store, sealed.mission_id, 1)
    assert absent.sha256 == sha256_of(first)
    store.put(second)
    profile.seal(with_contents(file, second), sealed)
    context = CutsOnTheWay()
    assert profile.outbox.deposit(sealed.mission_id, 2, context).state is DepositState.DEPOSITED
    assert context.chunks == 1


def test_what_is_on_neither_side_waits_and_says_so(profile: Profile, regional_server: RegionalServer) -> None:
    profile.outbox.enrol(regional_server.url, regional_server.code(), "essai")
    content = b"Came without its bytes."
    sealed = profile.seal(with_contents(a_mission_file(), content))
    away = profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
    profile.storage.attachments.put(content)
    back = profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
    assert (away.state, away.last_code) == (DepositState.WAITING, "deposit.content_absent")
    assert (back.state, back.last_code) == (DepositState.DEPOSITED, "")


def test_routes_of_attachments_refuse_by_a_problem(regional_server: RegionalServer) -> None:
    token = {"Authorization": f"Bearer {regional_server.enrol()}"}
    mission = a_mission_file().mission.id
    where, one = attachments_path(mission), attachment_path(mission, "a" * 64)
    chunk = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    asked = [
        ("POST", where, {}, b"{}", 401),
        ("POST", where, {**token, "Content-Type": "text/plain"}, b"{}", 415),
        ("POST", where, {**token, "Content-Type": "application/json"}, b"{", 400),
        ("POST", where, {**token, "Content-Type": "application/json"}, b" " * 300_000, 413),
        ("HEAD", one, token, b"", 404),
        ("GET", one, token, b"", 404),
        ("PATCH", one, {**token, **chunk, "Upload-Offset": "-1"}, b"x", 400),
        ("PATCH", one, {**token, **chunk}, b"x", 422),
        ("PATCH", one, {**token, **chunk}, bytes(5 * 2**20), 413),
        ("PATCH", where + "/short", {**token, **chunk}, b"x", 400),
    ]
    for method, path, headers, body, status in asked:
        answer = regional_server.request(method, path, headers=headers, content=body)
        assert answer.status_code == status, (method, path, answer.text)


@pytest.mark.parametrize(
    ("said", "answered"), [(PROTOCOL_OFFER, "2"), ("9, 1", "1"), ("3", PROTOCOL_OFFER), ("", "2, 1")]
)
def test_the_best_common_protocol_is_spoken(regional_server: RegionalServer, said: str, answered: str) -> None:
    headers = {PROTOCOL_HEADER: said, "Authorization": "Bearer x"}
    answer = regional_server.request("PUT", attachments_path(a_mission_file().mission.id), headers=headers)
    assert answer.headers[PROTOCOL_HEADER] == answered


def test_a_former_server_is_spoken_to_in_its_own_version(profile: Profile) -> None:
    body = (
        b'{"type":"urn:jalon:problem:protocol.mismatch","title":"Bad Request","status":400,'
        b'"code":"protocol.mismatch","detail":"Non."}'
    )
    head = b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nJalon-Protocol: 1\r\n"
    with Answering([head + b"Content-Length: %d\r\n\r\n" % len(body) + body]) as server:
        client = RegionalClient(server.url, "token", profile.clock)
        client.deposit(a_mission_file().mission.id, 1, b"{}")
        client.close()
    offers = [line for one in server.requests for line in one.split(b"\r\n") if line.lower().startswith(b"jalon-p")]
    assert [line.partition(b": ")[2] for line in offers] == [PROTOCOL_OFFER.encode(), b"1"]


def test_nobody_at_the_address_is_known_within_three_seconds(profile: Profile, regional_server: RegionalServer) -> None:
    profile.outbox.enrol(regional_server.url, regional_server.code(), "essai")
    sealed = profile.seal(a_mission_file())
    # 192.0.2.0/24 is kept for documents (RFC 5737): nobody answers there, nor says so.
    client = RegionalClient("https://192.0.2.1", "token", profile.clock)
    began = monotonic()
    with pytest.raises(Exception, match=r"server\.unreachable"):
        client.deposit(sealed.mission_id, 1, sealed.document)
    assert monotonic() - began < 3
    client.close()
