"""The client against servers that are absent, silent, slow, foreign or false: a stable code each, never « Déposée »."""

import json
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from app.services.errors import EnvironmentFailure
from app.services.rows import DepositState
from app.sync.client import Accepted, RegionalClient
from app.sync.contract.receipt import ReceiptBody, key_id, sign_receipt
from app.sync.outbox import MEMBERSHIP_SECRET
from tests.support.lines import Answering, Listener, received
from tests.support.profile import Profile, Unwatched
from tests.support.sealed import a_mission_file

SILENCE = httpx.Timeout(0.4)
KEY = Ed25519PrivateKey.generate()
PUBLIC_KEY = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def answer(status: str, kind: str, body: bytes, *headers: str, protocol: str = "1") -> bytes:
    """An HTTP answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    lines += [f"Jalon-Protocol: {protocol}"] if protocol else []
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


def deposit(url: str) -> Accepted:
    """One deposit by a client that is soon tired of silence."""
    client = RegionalClient(url, "jeton", lambda: datetime.now(UTC), SILENCE)
    try:
        done = client.deposit(uuid4(), 1, b"{}" * 1000)
    finally:
        client.close()
    assert isinstance(done, Accepted)
    return done


RECEIPT = "application/vnd.jalon.receipt+json"
PORTAL = answer("200 OK", "text/html", b"<html>Bienvenue</html>", protocol="")


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ([PORTAL], "server.garbage"),
        ([answer("302 Found", "text/html", b"", "Location: http://127.0.0.1/portail", protocol="")], "server.garbage"),
        ([answer("200 OK", "text/html", b"<html>")], "server.garbage"),
        ([answer("404 Not Found", "text/html", b"<html>")], "server.garbage"),
        ([answer("409 Conflict", "application/problem+json", b"{]")], "server.garbage"),
        ([answer("409 Conflict", "application/problem+json", b'{"code":"autre"}')], "server.garbage"),
        ([answer("502 Bad Gateway", "text/html", b"<html>", protocol="")], "server.failing"),
        ([answer("503 Service Unavailable", "text/html", b"<html>")], "server.failing"),
        ([answer("200 OK", RECEIPT, b"{}", protocol="9")], "server.too_new"),
        ([answer("400 Bad Request", "application/problem+json", b"{}", protocol="4, 3")], "server.too_new"),
        ([answer("200 OK", RECEIPT, b"{}", protocol="0")], "server.too_old"),
        ([answer("200 OK", RECEIPT, b"{}", protocol="9, 0")], "server.protocol"),
        ([answer("200 OK", RECEIPT, b"{}", protocol="deux")], "server.protocol"),
        ([answer("200 OK", RECEIPT, b"x" * 70_000)], "server.garbage"),
        ([answer("200 OK", RECEIPT, b"12345")[:-2]], "server.cut"),
        ([b"SSH-2.0-OpenSSH_9.2\r\n\r\n"], "server.garbage"),
        ([b"\x00\xff" * 500], "server.garbage"),
        ([b"HTTP/1.1 999999 ??\r\n\r\n"], "server.garbage"),
        ([], "server.cut"),
    ],
)
def test_what_answers_is_no_server_of_ours(pieces: list[bytes], code: str) -> None:
    with Answering(pieces) as server, pytest.raises(EnvironmentFailure) as failure:
        deposit(server.url)
    assert failure.value.code == code


def test_a_closed_port_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(EnvironmentFailure, match=r"server\.unreachable"):
        deposit(f"http://127.0.0.1:{port}")


class _Silent(Listener):
    def handle(self, connection: socket.socket) -> None:
        while received(connection, self.closing):
            pass


def test_silence_is_timed_out() -> None:
    with _Silent() as server, pytest.raises(EnvironmentFailure, match=r"server\.timeout"):
        deposit(server.url)


def test_a_slow_line_that_moves_is_waited_for() -> None:
    whole = answer("200 OK", RECEIPT, b"lent", "Date: Sun, 01 Mar 2026 08:00:00 GMT")
    pieces = [whole[start : start + 30] for start in range(0, len(whole), 30)]
    assert len(pieces) * 0.2 > 2 * 0.4

    with Answering(pieces, pause=lambda closing: closing.wait(0.2)) as server:
        done = deposit(server.url)

    assert done.receipt == b"lent"
    assert done.clock_gap is not None
    assert done.clock_gap < timedelta(0)


def test_a_date_that_is_none_tells_no_gap() -> None:
    with Answering([answer("200 OK", RECEIPT, b"x", "Date: hier")]) as server:
        assert deposit(server.url).clock_gap is None


def test_an_unknown_certificate_sends_nothing(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_self_signed(tmp_path))
    reached: list[bytes] = []

    class Https(Listener):
        def handle(self, connection: socket.socket) -> None:
            connection.settimeout(5)
            try:
                with context.wrap_socket(connection, server_side=True) as secured:
                    reached.append(secured.recv(1))
            except OSError:
                return

    with Https() as server, pytest.raises(EnvironmentFailure, match=r"server\.certificate"):
        deposit(server.url.replace("http:", "https:"))
    assert reached in ([], [b""])


def _self_signed(folder: Path) -> Path:
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "essai")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + built.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    opened = Profile(tmp_path / "profile")
    yield opened
    opened.close()


def _receipt(profile: Profile, key: Ed25519PrivateKey, **changes: object) -> bytes:
    """A receipt for the only version of a profile, honest but for the changes."""
    with profile.storage.unit_of_work() as uow:
        [waiting] = uow.deposits.pending()
    body = ReceiptBody.model_validate(
        {
            "schema": 1,
            "kid": key_id(PUBLIC_KEY),
            "server": "essai",
            "mission_id": waiting.mission_id,
            "version": 1,
            "sha256": waiting.sha256,
            "size": 10,
            "received_at": datetime(2026, 3, 1, 8, tzinfo=UTC),
            "answers": 0,
            "days": 0,
            "actions": 0,
            "index": None,
            "funding_checked": False,
            "fictional": True,
            **changes,
        }
    )
    return sign_receipt(body, key)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda profile: _receipt(profile, Ed25519PrivateKey.generate()), "receipt.signature"),
        (lambda profile: _receipt(profile, KEY, sha256="0" * 64), "receipt.mismatch"),
        (lambda profile: _receipt(profile, KEY, version=2), "receipt.mismatch"),
        (lambda profile: _receipt(profile, KEY, mission_id=uuid4()), "receipt.mismatch"),
        (lambda profile: _receipt(profile, KEY).replace(b'"size":10', b'"size":11'), "receipt.signature"),
        (lambda profile: _receipt(profile, KEY)[:-1], "receipt.unreadable"),
        (lambda _: b"Merci !", "receipt.unreadable"),
    ],
)
def test_a_false_receipt_never_means_deposited(profile: Profile, made: Callable[[Profile], bytes], code: str) -> None:
    sealed = profile.seal(a_mission_file())
    with Answering([answer("201 Created", RECEIPT, made(profile))]) as server:
        _enrol_with(profile, server.url)
        waits = Unwatched()
        done = profile.outbox.deposit(sealed.mission_id, 1, waits)
        profile.outbox.close()

    assert (done.state, done.last_code, done.receipt) == (DepositState.WAITING, code, b"")
    assert profile.kept(sealed.mission_id) == done
    assert (waits.waits, len(server.requests)) == ([], 1)
    assert server.requests[0].endswith(sealed.document)


def test_an_honest_receipt_is_kept(profile: Profile) -> None:
    sealed = profile.seal(a_mission_file())
    receipt = _receipt(profile, KEY)
    with Answering([answer("201 Created", RECEIPT, receipt)]) as server:
        _enrol_with(profile, server.url)
        done = profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
        profile.outbox.close()
    assert (done.state, done.receipt) == (DepositState.DEPOSITED, receipt)


def test_attempts_end_with_the_cause_in_sight(profile: Profile) -> None:
    sealed = profile.seal(a_mission_file())
    with Answering([answer("503 Service Unavailable", "text/html", b"")]) as server:
        _enrol_with(profile, server.url)
        waits = Unwatched()
        done = profile.outbox.deposit(sealed.mission_id, 1, waits)
        profile.outbox.close()

    assert waits.waits == [1.0, 2.0]
    assert len(server.requests) == 3
    assert (done.state, done.attempts, done.last_code) == (DepositState.WAITING, 3, "server.failing")


def refusal(code: str) -> bytes:
    """A problem that a server answers."""
    told = {"type": f"urn:jalon:problem:{code}", "title": "Bad Request", "status": 400, "code": code, "detail": "Non."}
    return answer("400 Bad Request", "application/problem+json", json.dumps(told).encode())


@pytest.mark.parametrize(
    ("code", "asked", "state"),
    [
        ("request.content_type", 2, DepositState.REFUSED),
        ("received.unreadable", 2, DepositState.REFUSED),
        ("deposit.conflict", 1, DepositState.REFUSED),
        ("request.altered", 3, DepositState.WAITING),
    ],
)
def test_what_a_spoilt_line_may_have_caused_is_believed_when_said_twice(
    profile: Profile, code: str, asked: int, state: DepositState
) -> None:
    sealed = profile.seal(a_mission_file())
    with Answering([refusal(code)]) as server:
        _enrol_with(profile, server.url)
        done = profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
        profile.outbox.close()
    assert (len(server.requests), done.attempts, done.state, done.last_code) == (asked, asked, state, code)


def test_a_line_that_failed_is_left_for_another(profile: Profile) -> None:
    sealed = profile.seal(a_mission_file())
    opened: list[bytes] = []

    class KeptOpen(Listener):
        def handle(self, connection: socket.socket) -> None:
            opened.append(received(connection, self.closing))
            connection.sendall(refusal("server.storage").replace(b"Connection: close", b"X: x"))
            while received(connection, self.closing):
                pass

    with KeptOpen() as server:
        _enrol_with(profile, server.url)
        profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
        profile.outbox.close()
    assert len(opened) == 3


def _enrol_with(profile: Profile, url: str) -> None:
    """Keep a membership of a server whose key is `KEY`."""
    kept = (
        f'{{"url":"{url}","server":"essai","kid":"{key_id(PUBLIC_KEY)}","public_key":"{PUBLIC_KEY.hex()}","token":"j"}}'
    )
    profile.storage.keep_secret(MEMBERSHIP_SECRET, kept.encode())
