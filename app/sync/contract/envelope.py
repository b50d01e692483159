"""The encrypted `.jalon` file: a `.jalon` inside an age file (age-encryption.org/v1), for one public key or a passphrase.

The format is public: what was encrypted today opens in twenty years with any age program and the key. The `.jalon` inside is
left as it is, so that the hash that everyone compares does not change.
"""

import re
from collections.abc import Iterable

from app.domain.errors import DomainError, InvalidData

MAGIC = b"age-encryption.org/v1\n"
SHORTEST_PASSPHRASE = 12
"""Characters of the shortest passphrase taken to write a file; any length opens one."""

_LONGEST_HEADER = 4096
_PASSPHRASE = re.compile(rb"-> scrypt \S{1,64} (\d{1,3})\n")
_HEAVIEST = 20
"""Heaviest work asked of a passphrase, as a power of two: beyond it, a hostile file would hold the machine for minutes."""


def is_locked(data: bytes) -> bool:
    """Whether bytes are an encrypted file."""
    return data.startswith(MAGIC)


def wants_passphrase(data: bytes) -> bool:
    """Whether an encrypted file opens with a passphrase rather than with a key."""
    return is_locked(data) and _PASSPHRASE.match(data, len(MAGIC)) is not None


def new_identity() -> str:
    """A new private key, such as `AGE-SECRET-KEY-1…`; secret."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public key of a private one, such as `age1…`: what others encrypt to.

    Raises:
        InvalidData: `exchange_key.unreadable`.
    """
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError:
        raise InvalidData("exchange_key.unreadable") from None


def checked_recipient(typed: str) -> str:
    """A public key as somebody typed, pasted or scanned it; its own checksum finds a wrong letter.

    Raises:
        DomainError: `recipient.invalid`.
    """
    import pyrage

    text = "".join(typed.split()).lower()
    try:
        return str(pyrage.x25519.Recipient.from_str(text))
    except pyrage.RecipientError:
        raise DomainError("recipient.invalid") from None


def lock(data: bytes, recipient: str) -> bytes:
    """Bytes that the private key of `recipient` alone opens.

    Raises:
        DomainError: `recipient.invalid`.
    """
    import pyrage

    locked: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(checked_recipient(recipient))])
    return locked


def lock_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """Bytes that a passphrase opens; about a second of work, so that guessing is slow.

    Raises:
        DomainError: `passphrase.too_short`.
    """
    import pyrage

    check_passphrase(passphrase)
    locked: bytes = pyrage.passphrase.encrypt(data, passphrase)
    return locked


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase too short to write a file with. Raises `DomainError` (`passphrase.too_short`)."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise DomainError("passphrase.too_short", length=len(passphrase), shortest=SHORTEST_PASSPHRASE)


def unlock(data: bytes, identities: Iterable[str]) -> bytes:
    """The bytes of a file encrypted to the public key of one of `identities`.

    Raises:
        InvalidData: `archive.other_key` when it was encrypted to another key, `archive.passphrase_wanted`, `archive.damaged`
            when it is cut or altered, `exchange_key.unreadable`.
    """
    import pyrage

    try:
        keys = [pyrage.x25519.Identity.from_str(one) for one in identities]
    except pyrage.IdentityError:
        raise InvalidData("exchange_key.unreadable") from None
    if wants_passphrase(data):
        raise InvalidData("archive.passphrase_wanted")
    try:
        opened: bytes = pyrage.decrypt(data, keys)
    except pyrage.DecryptError as error:
        wrong_key = "No matching keys" in str(error)
        raise InvalidData("archive.other_key" if wrong_key else "archive.damaged") from None
    return opened


def unlock_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """The bytes of a file encrypted to a passphrase.

    Raises:
        InvalidData: `archive.other_key` when it wants a key, `archive.passphrase_wrong` (also when it is altered: nothing
            tells the two apart), `archive.damaged` when it asks for more work than any program of ours does.
    """
    import pyrage

    header = _PASSPHRASE.match(data[:_LONGEST_HEADER], len(MAGIC))
    if header is None:
        raise InvalidData("archive.other_key")
    if int(header.group(1)) > _HEAVIEST:
        raise InvalidData("archive.damaged")
    try:
        opened: bytes = pyrage.passphrase.decrypt(data, passphrase)
    except pyrage.DecryptError:
        raise InvalidData("archive.passphrase_wrong") from None
    return opened
