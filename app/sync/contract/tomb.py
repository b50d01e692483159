"""What a server states about a mission that it erased: the hashes of what it held, under its signature."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, ValidationError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import read_canonical
from app.sync.contract.document.base import Code, Count, Line, Part, Sha256
from app.sync.contract.receipt import key_id
from app.sync.contract.signatures import is_signed_by


class ErasureGround(StrEnum):
    """Why a mission was erased."""

    REQUEST = "request"
    RETENTION = "retention"


class ErasedVersion(Part):
    """A version that was held: its number, the hash and number of its bytes, and when it came."""

    number: Count
    sha256: Sha256
    size: Count
    received_at: datetime


class TombBody(Part):
    """What is signed; no name, no answer, no identifier of the company.

    Attributes:
        schema_: 1.
        kid: Identifier of the signing key.
        server: Name that the server gives itself.
        mission_id: The mission.
        versions: What was held of it, in order.
        erased_at: When it was erased, UTC.
        ground: Why.
    """

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    server: Line
    mission_id: UUID
    versions: list[ErasedVersion]
    erased_at: datetime
    ground: ErasureGround


class Tomb(Part):
    """A body and its signature (base64 of the 64 bytes of Ed25519 over the body's canonical bytes)."""

    body: TombBody
    signature: Annotated[str, Field(max_length=100)]


def read_tomb(data: bytes, public_key: bytes) -> TombBody:
    """The body of a tomb whose signature holds under a raw 32-byte public key.

    Raises:
        InvalidData: `tomb.unreadable`, or `tomb.signature` when it was not signed by that key.
    """
    try:
        tomb = Tomb.model_validate(read_canonical(data))
    except (InvalidData, ValidationError):
        raise InvalidData("tomb.unreadable") from None
    if tomb.body.kid != key_id(public_key) or not is_signed_by(tomb.body, tomb.signature, public_key):
        raise InvalidData("tomb.signature")
    return tomb.body
