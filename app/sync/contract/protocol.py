"""What client and server agree on: paths, headers, versions and stable problem codes (RFC 9457)."""

import hashlib
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.sync.contract.document.base import Line, Part

PROTOCOLS = (2, 1)
"""Protocol versions that this program speaks, the best first: 2 added attachments and the counts of every part."""

PROTOCOL_OFFER = ", ".join(map(str, PROTOCOLS))
"""Value of `PROTOCOL_HEADER` that tells all of them; an answer bears the one chosen, or all of them when none is common."""

PROTOCOL_HEADER = "Jalon-Protocol"
DIGEST_HEADER = "Jalon-Digest"
"""What `digest_of_request` gives: a request whose bytes were altered on the way is refused before anything of it is believed."""

DOCUMENT_TYPE = "application/vnd.jalon.mission+json"
RECEIPT_TYPE = "application/vnd.jalon.receipt+json"
PROBLEM_TYPE = "application/problem+json"
ENROLMENT_PATH = "/api/v1/enrolments"
KEYS_PATH = "/api/v1/keys"
_LONGEST_OFFER = 64


def common_protocol(offered: str) -> int | None:
    """The best protocol version that both sides speak, from the value of the other side's header; None without any."""
    theirs = {word.strip() for word in offered[:_LONGEST_OFFER].split(",")}
    return next((version for version in PROTOCOLS if str(version) in theirs), None)


def is_behind(offered: str) -> bool | None:
    """Whether the other side, with which no version is common, speaks older ones only; None when that cannot be told."""
    words = [word.strip() for word in offered[:_LONGEST_OFFER].split(",")]
    theirs = [int(word) for word in words if word.isascii() and word.isdecimal()]
    if not theirs:
        return None
    if max(theirs) < min(PROTOCOLS):
        return True
    return False if min(theirs) > max(PROTOCOLS) else None


def digest_of_request(method: str, path: str, body: bytes) -> str:
    """Value of `DIGEST_HEADER`: method, path (below the server's address) and body under one SHA-256, in hexadecimal."""
    return hashlib.sha256(f"{method} {path}\n".encode() + body).hexdigest()


def version_path(mission_id: UUID, version: int) -> str:
    """Path under which one version of one mission is deposited and read back."""
    return f"/api/v1/missions/{mission_id}/versions/{version}"


class EnrolmentRequest(Part):
    """What a laptop sends to exchange its one-time code."""

    code: Annotated[str, Field(min_length=8, max_length=64)]
    device_name: Line


class Enrolment(Part):
    """What it receives: its token (shown once), and the server's name and raw Ed25519 public key in hexadecimal."""

    token: Annotated[str, Field(min_length=32, max_length=200)]
    server: Line
    kid: Line
    public_key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ProblemCode(StrEnum):
    """Every refusal of the server; each has a sentence without parameters in the text catalogue, under `problems`."""

    PROTOCOL_MISMATCH = "protocol.mismatch"
    TOKEN_REFUSED = "token.refused"  # noqa: S105 a code, not a token
    ENROLMENT_REFUSED = "enrolment.refused"
    TOO_MANY_FAILURES = "enrolment.too_many"
    TOO_FAST = "request.too_fast"
    FORBIDDEN = "access.forbidden"
    REQUEST_ALTERED = "request.altered"
    REQUEST_SILENT = "request.silent"
    REQUEST_UNREADABLE = "request.unreadable"
    CONTENT_TYPE = "request.content_type"
    ROUTE_UNKNOWN = "request.route_unknown"
    METHOD_REFUSED = "request.method"
    TOO_LARGE = "received.too_large"
    UNREADABLE = "received.unreadable"
    DUPLICATE_KEY = "received.duplicate_key"
    NUMBER = "received.number"
    NOT_CANONICAL = "received.not_canonical"
    NEWER = "received.newer"
    INVALID = "received.invalid"
    OTHER_MISSION = "received.other_mission"
    OTHER_VERSION = "received.other_version"
    SEALED_AHEAD = "received.sealed_ahead"
    REFERENTIAL = "received.referential"
    ANSWERS = "received.answers"
    INDEX = "received.index"
    INDEX_IMPOSSIBLE = "received.index_impossible"
    SCHEME = "received.scheme"
    LEDGER = "received.ledger"
    SERVICES = "received.services"
    FUNDING = "received.funding"
    MISSION_FOREIGN = "deposit.foreign"
    VERSION_CONFLICT = "deposit.conflict"
    VERSION_GAP = "deposit.gap"
    VERSION_CHAIN = "deposit.chain"
    NATURE_CHANGED = "deposit.nature"
    ERASED = "deposit.erased"
    NOT_DEPOSITED = "deposit.unknown"
    ATTACHMENTS_MISSING = "deposit.attachments_missing"
    ATTACHMENT_UNKNOWN = "attachment.unknown"
    ATTACHMENT_OFFSET = "attachment.offset"
    ATTACHMENT_ALTERED = "attachment.altered"
    ATTACHMENT_CONTENT = "attachment.content"
    ATTACHMENT_CHANGED = "attachment.changed"
    EVIDENCE_UNREADABLE = "evidence.unreadable"
    EVIDENCE_VERSION_UNKNOWN = "evidence.version_unknown"
    EVIDENCE_CONFLICT = "evidence.conflict"
    STORAGE = "server.storage"
    FAULT = "server.fault"


class Problem(BaseModel):
    """A refusal: `code` is stable, `detail` is a French sentence that may be shown as it is.

    Members that a later server adds are left alone, as RFC 9457 §3.2 asks.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str
    title: str
    status: int
    code: str
    detail: str
