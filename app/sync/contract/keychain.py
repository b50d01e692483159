"""The chain of a server's signing keys: each new key is signed by the one before, so that the first vouches for all."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import read_canonical
from app.sync.contract.document.base import Code, Line, Part
from app.sync.contract.receipt import key_id
from app.sync.contract.signatures import is_signed_by

MAX_LINKS = 200
"""Longest chain, far beyond a key a month for ten years."""


class KeyLinkBody(Part):
    """What the key that leaves signs.

    Attributes:
        schema_: 1.
        signed_by: Identifier of the key that signs this.
        kid: Identifier of the key that takes over.
        public_key: Its 32 raw bytes, in hexadecimal.
        since: From when it signs, UTC.
    """

    schema_: Literal[1] = Field(alias="schema")
    signed_by: Code
    kid: Code
    public_key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    since: datetime


class KeyLink(Part):
    """A body and its signature (base64 of the 64 bytes of Ed25519 over the body's canonical bytes)."""

    body: KeyLinkBody
    signature: Annotated[str, Field(max_length=100)]


class KeyChain(Part):
    """What a server publishes.

    Attributes:
        server: Name that it gives itself.
        kid: Identifier of the key that signs now.
        first_public_key: The key that it was made with, in hexadecimal.
        links: Every handing over, oldest first.
    """

    server: Line
    kid: Code
    first_public_key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    links: Annotated[list[KeyLink], Field(max_length=MAX_LINKS)]


def read_link(data: bytes) -> KeyLink:
    """A link from its canonical bytes, its signature not verified yet.

    Raises:
        InvalidData: `key_chain.unreadable`.
    """
    try:
        return KeyLink.model_validate(read_canonical(data))
    except (InvalidData, ValidationError):
        raise InvalidData("key_chain.unreadable") from None


def keys_vouched_for(public_key: bytes, links: Iterable[KeyLink]) -> Mapping[str, bytes]:
    """Every key that one key vouches for, by identifier, itself included.

    Args:
        public_key: Raw key that is trusted already.
        links: Handings over, oldest first; those before the trusted key prove nothing and are passed over.

    Raises:
        InvalidData: `key_chain.broken` when a key that is trusted did not sign the link that names it, or when the key
            that a link carries is not the one that it names.
    """
    trusted = {key_id(public_key): public_key}
    for link in links:
        signer = trusted.get(link.body.signed_by)
        if signer is None:
            continue
        raw = bytes.fromhex(link.body.public_key)
        if not is_signed_by(link.body, link.signature, signer) or key_id(raw) != link.body.kid:
            raise InvalidData("key_chain.broken")
        trusted[link.body.kid] = raw
    return trusted
