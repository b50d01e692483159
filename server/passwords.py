"""Passwords of the accounts: kept as Argon2id; what an earlier server kept as scrypt still opens, once."""

import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.errors import DomainError

MIN_PASSWORD = 12
MAX_PASSWORD = 200
_FORMER = "scrypt$"
_HASHER = PasswordHasher()
"""RFC 9106, second choice: 3 passes over 64 MiB in 4 lanes."""

_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""What a password is compared with when there is no account: saying no takes as long."""


def generated_password() -> str:
    """A random password of some 95 bits."""
    return secrets.token_urlsafe(12)


def kept_form(password: str) -> str:
    """What is kept of a new password.

    Raises:
        DomainError: `password.length` under 12 characters or above 200.
    """
    if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
        raise DomainError("password.length", shortest=MIN_PASSWORD, longest=MAX_PASSWORD)
    return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the kept one; as long to say no when there is none."""
    if kept is not None and kept.startswith(_FORMER):
        return _matches_former(password[:MAX_PASSWORD], kept)
    try:
        return _HASHER.verify(kept or _NOBODY, password[:MAX_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether a password should be kept anew, now that it was typed."""
    return kept.startswith(_FORMER) or _HASHER.check_needs_rehash(kept)


def _matches_former(password: str, kept: str) -> bool:
    _, salt, wanted = kept.split("$")
    derived = hashlib.scrypt(
        password.encode(), salt=bytes.fromhex(salt), n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024, dklen=32
    )
    return hmac.compare_digest(derived.hex(), wanted)
