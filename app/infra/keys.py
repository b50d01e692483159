"""The data key of a profile, and how it is wrapped under a passphrase or a recovery code. Libraries are imported late."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

KEY_BYTES = 32
"""Length of every key: 256 bits."""

SALT_BYTES = 16
NONCE_BYTES = 12

_CHECK = b"jalon: check of the data key"
_TRAINING = b"jalon: training profile"
_RECOVERY = b"jalon: recovery code"


@dataclass(frozen=True, slots=True)
class Stretching:
    """Cost of guessing a passphrase with Argon2id: rounds, memory in KiB, lanes. Source: FLOORS.md, keyring."""

    rounds: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The data key enciphered under another key (AES-256-GCM)."""

    salt: bytes
    nonce: bytes
    sealed: bytes


def new_data_key() -> bytes:
    """A random 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def check_value(data_key: bytes) -> str:
    """What recognises a data key without telling anything of it, in hexadecimal."""
    return hmac.new(data_key, _CHECK, hashlib.sha256).hexdigest()


def training_key(data_key: bytes) -> bytes:
    """Data key of the fictional profile beside this one: who opens this one needs no other secret."""
    return hmac.digest(data_key, _TRAINING, "sha256")


def passphrase_key(passphrase: str, salt: bytes, stretching: Stretching) -> bytes:
    """Key made of a passphrase; about 100 ms."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode(),
        salt,
        time_cost=stretching.rounds,
        memory_cost=stretching.memory_kib,
        parallelism=stretching.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def recovery_key(code: str, salt: bytes) -> bytes:
    """Key made of the 140 random bits of a recovery code; no stretching is needed (HKDF)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, _RECOVERY).derive(code.encode())


def wrap(data_key: bytes, under: bytes, salt: bytes, context: bytes) -> Wrapped:
    """Encipher the data key.

    Args:
        data_key: What is hidden.
        under: Key that hides it, made with `salt`.
        salt: Kept beside.
        context: Where it belongs (profile and kind of slot); it must be the same to unwrap.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrapped(salt, nonce, AESGCM(under).encrypt(nonce, data_key, context))


def unwrap(wrapped: Wrapped, under: bytes, context: bytes) -> bytes | None:
    """The data key, or None when the key or the context is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(under).decrypt(wrapped.nonce, wrapped.sealed, context)
    except InvalidTag:
        return None
