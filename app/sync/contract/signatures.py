"""Signed statements of a regional server: a body and the Ed25519 signature of its canonical bytes."""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.sync.contract.canonical import canonical_bytes
from app.sync.contract.document.base import Part


def signed(body: Part, key: Ed25519PrivateKey) -> bytes:
    """Canonical bytes of a body and its signature (base64 of 64 bytes)."""
    told = body.model_dump(mode="json", by_alias=True)
    signature = base64.b64encode(key.sign(canonical_bytes(told))).decode("ascii")
    return canonical_bytes({"body": told, "signature": signature})


def is_signed_by(body: Part, signature: str, public_key: bytes) -> bool:
    """Whether a signature of a body holds under a raw 32-byte public key."""
    try:
        raw = base64.b64decode(signature, validate=True)
        told = canonical_bytes(body.model_dump(mode="json", by_alias=True))
        Ed25519PublicKey.from_public_bytes(public_key).verify(raw, told)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True
