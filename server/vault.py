"""Small secrets of the database (those of the authenticators), encrypted under a key that is in the data folder, never in the base."""

import base64
import binascii
import os
import secrets
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import InvalidData
from app.sync.contract.canonical import sha256_of
from server.database import Database
from server.tables import account, storage_key

_KEY_BYTES = 32
_NONCE_BYTES = 12
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Vault:
    """Encrypts with AES-256-GCM; what is encrypted for one owner opens for no other."""

    key: bytes

    @property
    def kid(self) -> str:
        """Identifier of the key: the first 16 hexadecimal digits of its SHA-256."""
        return sha256_of(self.key)[:16]

    def seal(self, secret: str, owner: str) -> str:
        """The secret, encrypted, as text."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return base64.b64encode(nonce + AESGCM(self.key).encrypt(nonce, secret.encode(), owner.encode())).decode(
            "ascii"
        )

    def open(self, sealed: str, owner: str) -> str:
        """The secret of an owner.

        Raises:
            InvalidData: `storage_key.not_current` when this key did not encrypt it for that owner.
        """
        try:
            raw = base64.b64decode(sealed, validate=True)
            return AESGCM(self.key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], owner.encode()).decode()
        except (InvalidTag, ValueError, binascii.Error):
            raise InvalidData("storage_key.not_current", file="") from None


def settled_vault(path: Path, database: Database, now: datetime) -> Vault:
    """The vault of a server, its key made when it never had one; secrets found in clear are encrypted, and scrubbed.

    Args:
        path: File of the key: 64 hexadecimal digits, mode 0600.
        database: The server's, which knows the identifier of its key.
        now: Present instant.

    Raises:
        InvalidData: `storage_key.not_current` when the database was used with another key, or with one that is not here;
            `storage_key.unreadable`, `storage_key.exposed`.
    """
    first = select(storage_key.c.kid).where(storage_key.c.rank == 0)
    with database.reading() as connection:
        known = connection.execute(first).scalar_one_or_none()
    if known is not None and not path.exists():
        raise InvalidData("storage_key.not_current", file=path.name)
    vault = Vault(_key_in(path))
    if known is None:
        try:
            with database.writing() as connection:
                connection.execute(insert(storage_key).values(rank=0, kid=vault.kid, since=now))
        except IntegrityError:
            pass
        with database.reading() as connection:
            known = connection.execute(first).scalar_one()
    if known != vault.kid:
        raise InvalidData("storage_key.not_current", file=path.name)
    _seal_what_is_clear(database, vault)
    return vault


def write_storage_key(path: Path, key: bytes) -> None:
    """Put a key in a file that did not exist (mode 0600, on the disk when this returns)."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.hex().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _key_in(path: Path) -> bytes:
    if not path.exists():
        write_storage_key(path, secrets.token_bytes(_KEY_BYTES))
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise InvalidData("storage_key.exposed", file=path.name)
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        raise InvalidData("storage_key.unreadable", file=path.name) from None
    if len(key) != _KEY_BYTES:
        raise InvalidData("storage_key.unreadable", file=path.name)
    return key


def _seal_what_is_clear(database: Database, vault: Vault) -> None:
    """A former server kept the secrets of the authenticators as they are."""
    clear = select(account.c.id, account.c.totp_secret).where(account.c.totp_secret.is_not(None))
    with database.reading() as connection:
        if connection.execute(clear).first() is None:
            return
    with database.writing() as connection:
        for row in connection.execute(clear.with_for_update()).all():
            values = {"totp_sealed": vault.seal(row.totp_secret, str(row.id)), "totp_secret": None}
            connection.execute(update(account).where(account.c.id == row.id).values(values))
    database.scrub([account.name])
