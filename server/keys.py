"""The Ed25519 key that signs receipts, in one file that only the server's account reads."""

import os
import stat
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from app.domain.errors import InvalidData

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def signing_key(path: Path) -> Ed25519PrivateKey:
    """The key of a data folder, made at the first call (PKCS #8 in PEM, mode 0600, on the disk when this returns).

    Raises:
        InvalidData: `signing_key.unreadable` or `signing_key.exposed` when other accounts may read it.
    """
    if not path.exists():
        return new_key(path)
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise InvalidData("signing_key.exposed", file=path.name)
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        raise InvalidData("signing_key.unreadable", file=path.name) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise InvalidData("signing_key.unreadable", file=path.name)
    return key


def raw_public_key(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes that verify what the key signs."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def new_key(path: Path) -> Ed25519PrivateKey:
    """A new key in a file that did not exist (PKCS #8 in PEM, mode 0600, on the disk when this returns)."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return key
