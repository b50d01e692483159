"""The signed receipt of a deposit: what the server received, under its Ed25519 key."""

import base64
import binascii
from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import Field, ValidationError

from app.domain.attachment import MAX_ATTACHMENTS
from app.domain.errors import InvalidData
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.document.base import Code, Count, Line, Part, Sha256

MAX_RECEIPT_BYTES = 64 * 1024


class ReceiptBody(Part):
    """What is signed.

    Attributes:
        schema_: 1.
        kid: Identifier of the signing key (`key_id`).
        server: Name that the server gives itself.
        mission_id: The mission.
        version: Its version.
        sha256: Hash of the bytes received and stored.
        size: Their number.
        received_at: Instant of the first reception, UTC; the same for every later identical deposit.
        answers: Declared levels received.
        days: Ledger lines received.
        actions: Actions received.
        index: Index recomputed by the server at entry, or null.
        funding_checked: Whether the server had the scheme's pack and found the same figures.
        fictional: Whether the mission is stored apart as fictional.
        journal_events: How many events the document says that the laptop's journal had, or null.
        journal_sha256: Hash of the last of them, or null.
        sessions: Sessions received; told from protocol 2 on, like all that follows.
        scenarios: Funding scenarios received.
        expenses: Invoice lines received.
        attachments: Hashes of the photos and files that the server holds for this version, in order, each once.
    """

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    server: Line
    mission_id: UUID
    version: Count
    sha256: Sha256
    size: Count
    received_at: datetime
    answers: Count
    days: Count
    actions: Count
    index: Annotated[int, Field(ge=0)] | None
    funding_checked: bool
    fictional: bool
    journal_events: Count | None = None
    journal_sha256: Sha256 | None = None
    sessions: Count = 0
    scenarios: Count = 0
    expenses: Count = 0
    attachments: list[Sha256] = Field(default=[], max_length=MAX_ATTACHMENTS)


class Receipt(Part):
    """A body and its signature (base64 of the 64 bytes of Ed25519 over the body's canonical bytes)."""

    body: ReceiptBody
    signature: Annotated[str, Field(max_length=100)]


def key_id(public_key: bytes) -> str:
    """Identifier of a signing key: the first 16 hexadecimal digits of the SHA-256 of its 32 raw bytes."""
    return sha256_of(public_key)[:16]


def _body_bytes(body: ReceiptBody) -> bytes:
    """What is signed; a field at its default is left out, so that a receipt of a former server still verifies."""
    return canonical_bytes(body.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def sign_receipt(body: ReceiptBody, key: Ed25519PrivateKey) -> bytes:
    """Canonical bytes of a signed receipt."""
    signed = _body_bytes(body)
    return b'{"body":%b,"signature":"%b"}' % (signed, base64.b64encode(key.sign(signed)))


def signer_of(data: bytes) -> str:
    """Identifier of the key that a receipt says it bears; nothing is verified yet.

    Raises:
        InvalidData: `receipt.unreadable`.
    """
    return told_by(data).kid


def told_by(data: bytes) -> ReceiptBody:
    """What a receipt says; nothing is verified yet.

    Raises:
        InvalidData: `receipt.unreadable`.
    """
    if len(data) > MAX_RECEIPT_BYTES:
        raise InvalidData("receipt.unreadable")
    try:
        return Receipt.model_validate(read_canonical(data)).body
    except (InvalidData, ValidationError):
        raise InvalidData("receipt.unreadable") from None


def read_receipt(data: bytes, public_key: bytes) -> ReceiptBody:
    """The body of a receipt whose signature holds under a raw 32-byte public key.

    Raises:
        InvalidData: `receipt.unreadable`, or `receipt.signature` when it was not signed by that key.
    """
    if len(data) > MAX_RECEIPT_BYTES:
        raise InvalidData("receipt.unreadable")
    try:
        receipt = Receipt.model_validate(read_canonical(data))
        signature = base64.b64decode(receipt.signature, validate=True)
    except (InvalidData, ValidationError, binascii.Error):
        raise InvalidData("receipt.unreadable") from None
    if base64.b64encode(signature).decode("ascii") != receipt.signature:
        # Base64 forgives the last bits: one signature has one writing only.
        raise InvalidData("receipt.unreadable")
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _body_bytes(receipt.body))
    except (InvalidSignature, ValueError):
        raise InvalidData("receipt.signature") from None
    if receipt.body.kid != key_id(public_key):
        raise InvalidData("receipt.signature")
    return receipt.body


def check_receipt(
    data: bytes, public_key: bytes, *, mission_id: UUID, version: int, sha256: str, attachments: Collection[str] = ()
) -> ReceiptBody:
    """A receipt that proves the deposit of exactly what the laptop holds, photos and files included.

    Raises:
        InvalidData: `receipt.unreadable`, `receipt.signature`, or `receipt.mismatch`: « Déposée » must not be shown.
    """
    body = read_receipt(data, public_key)
    if (body.mission_id, body.version, body.sha256) != (mission_id, version, sha256):
        raise InvalidData("receipt.mismatch")
    if body.attachments != sorted(set(attachments)):
        raise InvalidData("receipt.mismatch")
    return body
