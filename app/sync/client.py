"""Conversation with a regional server over HTTP: every answer is checked, every failure has a stable code."""

import ipaddress
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import MappingProxyType
from uuid import UUID

import httpx
from pydantic import ValidationError

from app.domain.errors import DomainError
from app.services.errors import EnvironmentFailure
from app.services.ports import Clock
from app.services.rows import SealedPart
from app.sync.contract.document import MAX_DOCUMENT_BYTES
from app.sync.contract.evidence import EVIDENCE_RECEIPT_TYPE, EVIDENCE_TYPE, evidence_path
from app.sync.contract.keychain import KeyChain
from app.sync.contract.protocol import (
    DIGEST_HEADER,
    DOCUMENT_TYPE,
    ENROLMENT_PATH,
    KEYS_PATH,
    PROBLEM_TYPE,
    PROTOCOL_HEADER,
    PROTOCOL_OFFER,
    RECEIPT_TYPE,
    Enrolment,
    EnrolmentRequest,
    Problem,
    ProblemCode,
    common_protocol,
    digest_of_request,
    is_behind,
    version_path,
)
from app.sync.contract.publication import MAX_PUBLICATION_BYTES, PUBLICATION_PATH, PUBLICATION_TYPE
from app.sync.contract.receipt import MAX_RECEIPT_BYTES
from app.sync.contract.recipient import RECIPIENT_PATH
from app.sync.contract.transfer import (
    CHECKSUM_HEADER,
    CHUNK_TYPE,
    OFFSET_HEADER,
    Announced,
    Announcement,
    Missing,
    attachment_path,
    attachments_path,
    checksum_of,
)


def bounded(silence: float) -> httpx.Timeout:
    """Seconds without a byte after which the server is said to be silent; a slow line that moves is waited for.

    Somebody who asks for a deposit knows within 3 s that nobody answers at the address; what waits is tried again later.
    """
    return httpx.Timeout(silence, connect=2.5)


SILENCE = bounded(20)

_GAPS = {True: "server.too_old", False: "server.too_new", None: "server.protocol"}
_LOST_LINE = ("disconnected", "peer closed connection")


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server has the version.

    Attributes:
        receipt: Bytes of its receipt, not verified yet.
        clock_gap: Server's clock minus this laptop's, to the second; None when the server told no date.
    """

    receipt: bytes
    clock_gap: timedelta | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """The server refuses, and says why.

    Attributes:
        code: One of the closed set.
        detail: Its French sentence.
    """

    code: ProblemCode
    detail: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    kind: str
    body: bytes
    clock_gap: timedelta | None
    offset: str
    protocol: int


def checked_address(address: str) -> str:
    """Address of a server as typed, without its last slash; `https` unless the server is this very machine.

    Raises:
        DomainError: `server.address_invalid` or `server.address_insecure`.
    """
    text = address.strip().rstrip("/")
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        raise DomainError("server.address_invalid", address=address) from None
    if url.scheme not in {"http", "https"} or not url.host or url.query or url.fragment or url.userinfo:
        raise DomainError("server.address_invalid", address=address)
    if url.scheme == "http" and not _is_this_machine(url.host):
        raise DomainError("server.address_insecure")
    return text


class RegionalClient:
    """One server, its connection kept open between requests; its methods belong in a worker thread.

    Args:
        address: Address that `checked_address` gave.
        token: Token of this laptop, or empty before the enrolment.
        clock: Present instant, for the gap between the two clocks.
        silence: Bounds on silence; the duration is not bounded.
    """

    def __init__(self, address: str, token: str, clock: Clock, silence: httpx.Timeout = SILENCE) -> None:
        self._address, self._token, self._clock, self._silence = address, token, clock, silence
        self._http = self._opened()

    def _opened(self) -> httpx.Client:
        headers = {PROTOCOL_HEADER: PROTOCOL_OFFER, "Accept-Encoding": "identity", "User-Agent": "jalon"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        here = _is_this_machine(httpx.URL(self._address).host)
        return httpx.Client(base_url=self._address, headers=headers, timeout=self._silence, trust_env=not here)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def hang_up(self) -> None:
        """Leave the connection: the next request opens another, and tells again every protocol version."""
        self._http.close()
        self._http = self._opened()

    def enrol(self, code: str, device_name: str) -> Enrolment:
        """Exchange a one-time code.

        Raises:
            DomainError: `enrolment.code_refused`.
            EnvironmentFailure: `server.refused` with the server's sentence, or a failure of the line.
        """
        try:
            asked = EnrolmentRequest(code=code.strip(), device_name=device_name)
        except ValidationError:
            raise DomainError("enrolment.code_refused") from None
        answer = self._exchange("POST", ENROLMENT_PATH, "application/json", asked.model_dump_json().encode())
        if answer.status == HTTPStatus.CREATED:
            try:
                return Enrolment.model_validate_json(answer.body)
            except ValidationError:
                raise EnvironmentFailure("server.garbage") from None
        rejected = _rejected(answer)
        if rejected.code is ProblemCode.ENROLMENT_REFUSED:
            raise DomainError("enrolment.code_refused")
        raise EnvironmentFailure("server.refused", detail=rejected.detail)

    def deposit(self, mission_id: UUID, version: int, document: bytes) -> Accepted | Rejected:
        """Send the bytes of a version as they were sealed.

        Raises:
            EnvironmentFailure: `server.unreachable`, `server.certificate`, `server.timeout`, `server.cut`,
                `server.failing`, `server.too_old`, `server.too_new`, `server.protocol`, `server.garbage`.
        """
        answer = self._exchange("PUT", version_path(mission_id, version), DOCUMENT_TYPE, document)
        if answer.status in {HTTPStatus.OK, HTTPStatus.CREATED}:
            if answer.kind != RECEIPT_TYPE:
                raise EnvironmentFailure("server.garbage")
            return Accepted(answer.body, answer.clock_gap)
        return _rejected(answer)

    def received(self, mission_id: UUID, version: int) -> bytes | Rejected:
        """The bytes of a version as the server holds them; nothing is verified yet.

        Raises:
            EnvironmentFailure: What `deposit` raises.
        """
        answer = self._exchange("GET", version_path(mission_id, version), DOCUMENT_TYPE, b"")
        if answer.status != HTTPStatus.OK:
            return _rejected(answer)
        if answer.kind != DOCUMENT_TYPE:
            raise EnvironmentFailure("server.garbage")
        return answer.body

    def send_evidence(self, mission_id: UUID, evidence_id: UUID, data: bytes) -> bytes | Rejected:
        """Send an evidence record. Returns its receipt, not verified yet; raises as `deposit`."""
        answer = self._exchange("PUT", evidence_path(mission_id, evidence_id), EVIDENCE_TYPE, data)
        if answer.status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            return _rejected(answer)
        if answer.kind != EVIDENCE_RECEIPT_TYPE:
            raise EnvironmentFailure("server.garbage")
        return answer.body

    def key_chain(self) -> KeyChain:
        """The chain of the server's signing keys, as it publishes it; nothing is verified yet.

        Raises:
            EnvironmentFailure: What `deposit` raises.
        """
        answer = self._exchange("GET", KEYS_PATH, "application/json", b"")
        try:
            return KeyChain.model_validate_json(answer.body)
        except ValidationError:
            raise EnvironmentFailure("server.garbage") from None

    def recipient(self) -> bytes | Rejected:
        """The statement of the key that files are encrypted to, as it is published; nothing is verified yet.

        Raises:
            EnvironmentFailure: As `deposit`.
        """
        answer = self._exchange("GET", RECIPIENT_PATH, "application/json", b"")
        return answer.body if answer.status == HTTPStatus.OK else _rejected(answer)

    def publication(self, known_sha256: str) -> bytes | None:
        """What the server publishes for this laptop, not verified yet; None when it still is what has that hash.

        Raises:
            EnvironmentFailure: `server.refused` with the server's sentence, or what `deposit` raises.
        """
        known = {"If-None-Match": f'"{known_sha256}"'} if known_sha256 else {}
        answer = self._exchange("GET", PUBLICATION_PATH, PUBLICATION_TYPE, b"", known)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return None
        if answer.status != HTTPStatus.OK:
            raise EnvironmentFailure("server.refused", detail=_rejected(answer).detail)
        if answer.kind != PUBLICATION_TYPE:
            raise EnvironmentFailure("server.garbage")
        return answer.body

    def announce(self, mission_id: UUID, parts: Sequence[SealedPart]) -> Mapping[str, int] | Rejected:
        """Say what a version holds. Returns the offset from which each part that the server lacks goes on.

        Raises:
            EnvironmentFailure: As `deposit`.
        """
        told = [Announced(sha256=part.sha256, media_type=part.media_type, size=part.size) for part in parts]
        body = Announcement(attachments=told).model_dump_json().encode()
        answer = self._exchange("POST", attachments_path(mission_id), "application/json", body)
        if answer.status != HTTPStatus.OK:
            return _rejected(answer)
        try:
            missing = Missing.model_validate_json(answer.body).missing
        except ValidationError:
            raise EnvironmentFailure("server.garbage") from None
        return {one.sha256: one.offset for one in missing}

    def send_chunk(self, mission_id: UUID, sha256: str, start: int, chunk: bytes) -> int | Rejected:
        """Send some bytes of a part. Returns how many of its bytes the server has now.

        Raises:
            EnvironmentFailure: As `deposit`.
        """
        headers = {OFFSET_HEADER: str(start), CHECKSUM_HEADER: checksum_of(chunk)}
        answer = self._exchange("PATCH", attachment_path(mission_id, sha256), CHUNK_TYPE, chunk, headers)
        if answer.status != HTTPStatus.NO_CONTENT:
            return _rejected(answer)
        if not (answer.offset.isascii() and answer.offset.isdecimal()):
            raise EnvironmentFailure("server.garbage")
        return int(answer.offset)

    def _exchange(
        self, method: str, path: str, kind: str, body: bytes, more: Mapping[str, str] = MappingProxyType({})
    ) -> _Answer:
        headers = {"Content-Type": kind, DIGEST_HEADER: digest_of_request(method, path, body), **more}
        answer = self._asked(method, path, body, headers)
        offered = self._http.headers[PROTOCOL_HEADER]
        if answer.status == HTTPStatus.BAD_REQUEST and str(answer.protocol) != offered and _is_mismatch(answer):
            # A former server knows one version and no list: speak its own from now on.
            self._http.headers[PROTOCOL_HEADER] = str(answer.protocol)
            answer = self._asked(method, path, body, headers)
        return answer

    def _asked(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> _Answer:
        with _told(), self._http.stream(method, path, content=body, headers=headers) as response:
            spoken = response.headers.get(PROTOCOL_HEADER)
            if spoken is None:
                failing = response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
                raise EnvironmentFailure("server.failing" if failing else "server.garbage")
            protocol = common_protocol(spoken)
            if protocol is None:
                raise EnvironmentFailure(_GAPS[is_behind(spoken)])
            return _Answer(
                status=response.status_code,
                kind=response.headers.get("content-type", "").partition(";")[0].strip(),
                body=_bounded(response, _longest(method, path)),
                clock_gap=self._gap(response.headers.get("date", "")),
                offset=response.headers.get(OFFSET_HEADER, "")[:16],
                protocol=protocol,
            )

    def _gap(self, date: str) -> timedelta | None:
        try:
            told = parsedate_to_datetime(date)
        except ValueError:
            return None
        return _as_utc(told) - self._clock().replace(microsecond=0)


def _as_utc(instant: datetime) -> datetime:
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _longest(method: str, path: str) -> int:
    """Bytes that an answer may have."""
    if path == PUBLICATION_PATH:
        return MAX_PUBLICATION_BYTES
    return MAX_DOCUMENT_BYTES if method == "GET" else MAX_RECEIPT_BYTES


def _bounded(response: httpx.Response, longest: int) -> bytes:
    """The body, as it is on the line: no server of ours compresses, and a bomb stays folded."""
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > longest:
            raise EnvironmentFailure("server.garbage")
    return bytes(body)


def _rejected(answer: _Answer) -> Rejected:
    if answer.kind != PROBLEM_TYPE:
        failing = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        raise EnvironmentFailure("server.failing" if failing else "server.garbage")
    try:
        problem = Problem.model_validate_json(answer.body)
        return Rejected(ProblemCode(problem.code), problem.detail)
    except ValueError:
        raise EnvironmentFailure("server.garbage") from None


def _is_mismatch(answer: _Answer) -> bool:
    return answer.kind == PROBLEM_TYPE and _rejected(answer).code is ProblemCode.PROTOCOL_MISMATCH


@contextmanager
def _told() -> Iterator[None]:
    """Turns what httpx raises into coded failures."""
    try:
        yield
    except httpx.ConnectTimeout as error:
        raise EnvironmentFailure("server.unreachable") from error
    except httpx.TimeoutException as error:
        raise EnvironmentFailure("server.timeout") from error
    except httpx.ConnectError as error:
        certificate = _caused_by_certificate(error)
        raise EnvironmentFailure("server.certificate" if certificate else "server.unreachable") from error
    except httpx.RemoteProtocolError as error:
        cut = any(words in str(error) for words in _LOST_LINE)
        raise EnvironmentFailure("server.cut" if cut else "server.garbage") from error
    except (httpx.NetworkError, httpx.ProxyError) as error:
        raise EnvironmentFailure("server.cut") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise EnvironmentFailure("server.garbage") from error


def _caused_by_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
