"""The public key that a regional server opens encrypted files with, as it publishes it: under its signing key."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from app.domain.errors import DomainError, InvalidData
from app.sync.contract.canonical import read_canonical
from app.sync.contract.document.base import Code, Part
from app.sync.contract.envelope import checked_recipient
from app.sync.contract.signatures import is_signed_by

RECIPIENT_PATH = "/api/v1/recipient"
RECIPIENT_TYPE = "application/vnd.jalon.recipient+json"


class RecipientBody(Part):
    """What is signed.

    Attributes:
        schema_: 1.
        kid: Identifier of the signing key.
        recipient: Public key to encrypt to, such as `age1…`.
        since: From when it is used, UTC.
    """

    schema_: Literal[1] = Field(alias="schema")
    kid: Code
    recipient: Annotated[str, Field(min_length=8, max_length=200)]
    since: datetime


class Recipient(Part):
    """A body and its signature (base64 of the 64 bytes of Ed25519 over the body's canonical bytes)."""

    body: RecipientBody
    signature: Annotated[str, Field(max_length=100)]


def read_recipient(data: bytes) -> Recipient:
    """What a server published, its signature not verified yet.

    Raises:
        InvalidData: `recipient.unreadable`.
    """
    try:
        return Recipient.model_validate(read_canonical(data))
    except (InvalidData, ValidationError):
        raise InvalidData("recipient.unreadable") from None


def verified_recipient(told: Recipient, public_key: bytes) -> str:
    """The public key to encrypt to, once its signature holds under a raw signing key.

    Raises:
        InvalidData: `recipient.signature`, `recipient.unreadable`.
    """
    if not is_signed_by(told.body, told.signature, public_key):
        raise InvalidData("recipient.signature")
    try:
        return checked_recipient(told.body.recipient)
    except DomainError:
        raise InvalidData("recipient.unreadable") from None
