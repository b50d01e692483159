"""The slots file: the ways that open a profile. It holds the data key wrapped, never bare, and travels with each backup."""

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from app.domain.errors import DomainError
from app.infra.files import told, write_whole
from app.infra.key_ring import KeyRing
from app.infra.keys import (
    KEY_BYTES,
    SALT_BYTES,
    Stretching,
    Wrapped,
    check_value,
    new_data_key,
    passphrase_key,
    recovery_key,
    unwrap,
    wrap,
)
from app.services.errors import EnvironmentFailure

SLOTS_NAME = "slots.json"
PASSPHRASE_LENGTH = 12
"""Shortest passphrase accepted, in characters."""

_SCHEMA = 1
SHIPPED = Stretching()
"""Cost of every passphrase that this version keeps."""

_MOST = Stretching(rounds=32, memory_kib=1_048_576, lanes=16)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The ways that open a profile.

    Attributes:
        profile: Identifier of the profile, the account of its key ring entry.
        check: Recognises the data key.
        keyring: Whether the key is in a key ring.
        passphrase: The key under a passphrase.
        stretching: Cost of that passphrase.
        recovery: The key under the recovery code.
    """

    profile: UUID
    check: str
    keyring: bool = False
    passphrase: Wrapped | None = None
    stretching: Stretching = SHIPPED
    recovery: Wrapped | None = None

    def opens(self, data_key: bytes | None) -> bool:
        """Whether a key is the one of this profile."""
        return data_key is not None and hmac.compare_digest(check_value(data_key), self.check)

    def context(self, kind: str) -> bytes:
        """What binds a wrapped key to this profile and to its kind of slot."""
        return f"jalon/{_SCHEMA}/{self.profile}/{kind}".encode()


def create_slots(folder: Path, key_ring: KeyRing | None, passphrase: str = "") -> tuple[bytes, str]:
    """Make the data key of a new profile and the ways that open it.

    Args:
        folder: Folder of the profile, without slots yet.
        key_ring: Where to keep the key, or None.
        passphrase: Empty for none; needed without a key ring.

    Returns:
        The data key and the recovery code, to be shown once.

    Raises:
        DomainError: `passphrase.too_short`.
        EnvironmentFailure: `keyring.absent`, `keyring.locked`, `disk.full`…; nothing is left behind.
        FileExistsError: The profile has slots: its key must not be replaced.
    """
    if (folder / SLOTS_NAME).exists():
        raise FileExistsError(SLOTS_NAME)
    data_key = new_data_key()
    slots = SlotFile(uuid4(), check_value(data_key))
    if passphrase or key_ring is None:
        slots = _with_passphrase(slots, data_key, passphrase)
    slots, code = _with_recovery(slots, data_key)
    if key_ring is not None:
        slots = _with_keyring(slots, data_key, key_ring)
    try:
        _write(folder, slots)
    except EnvironmentFailure:
        if key_ring is not None:
            with suppress(EnvironmentFailure):
                key_ring.forget(str(slots.profile))
        raise
    return data_key, code


def undo_slots(folder: Path, key_ring: KeyRing | None) -> None:
    """Take back the slots just made of a profile whose database could not be made: its key opens nothing.

    Args:
        folder: Folder of the profile.
        key_ring: Where the key was kept, or None.
    """
    profile = read_slots(folder).profile
    (folder / SLOTS_NAME).unlink()
    if key_ring is not None:
        with suppress(EnvironmentFailure):
            key_ring.forget(str(profile))


def read_slots(folder: Path) -> SlotFile:
    """The slots of a profile.

    Raises:
        EnvironmentFailure: `slots.absent`, `slots.damaged`, `slots.newer`.
    """
    path = folder / SLOTS_NAME
    if not path.exists():
        raise EnvironmentFailure("slots.absent")
    with told(path):
        content = path.read_bytes()
    try:
        found = json.loads(content)
        schema = int(found["schema"])
        if schema <= _SCHEMA:
            return _parsed(found)
    except (ValueError, TypeError, KeyError) as error:
        raise EnvironmentFailure("slots.damaged") from error
    raise EnvironmentFailure("slots.newer", found=schema, known=_SCHEMA)


def unlock_with_keyring(folder: Path, key_ring: KeyRing) -> bytes | None:
    """The data key from the key ring, or None when it is not there or belongs to another profile.

    Raises:
        EnvironmentFailure: `keyring.absent`, `keyring.locked`, `slots.damaged`…
    """
    slots = read_slots(folder)
    if not slots.keyring:
        return None
    data_key = key_ring.fetch(str(slots.profile))
    return data_key if slots.opens(data_key) else None


def unlock_with_passphrase(folder: Path, passphrase: str) -> bytes:
    """The data key from the passphrase; about 100 ms.

    Raises:
        DomainError: `unlock.refused`.
        EnvironmentFailure: `slots.damaged`…
    """
    slots = read_slots(folder)
    if slots.passphrase is not None:
        under = passphrase_key(passphrase, slots.passphrase.salt, slots.stretching)
        data_key = unwrap(slots.passphrase, under, slots.context("passphrase"))
        if data_key is not None and slots.opens(data_key):
            return data_key
    raise DomainError("unlock.refused")


def unlock_with_recovery(folder: Path, code: str) -> bytes:
    """The data key from the recovery code as typed.

    Raises:
        DomainError: `recovery.length`, `recovery.misread` (param `group`), `unlock.refused`.
        EnvironmentFailure: `slots.damaged`…
    """
    from app.infra.recovery_code import read_recovery_code

    slots = read_slots(folder)
    symbols = read_recovery_code(code)
    if slots.recovery is not None:
        under = recovery_key(symbols, slots.recovery.salt)
        data_key = unwrap(slots.recovery, under, slots.context("recovery"))
        if data_key is not None and slots.opens(data_key):
            return data_key
    raise DomainError("unlock.refused")


def unlock_with_secret(folder: Path, secret: str) -> bytes:
    """The data key from what the user typed in the only field: a passphrase or a recovery code.

    Raises:
        DomainError: `unlock.refused`, or `recovery.misread` (param `group`) for what looks like a code and opens nothing.
        EnvironmentFailure: `slots.damaged`…
    """
    from app.infra.recovery_code import looks_like_code

    misread: DomainError | None = None
    if looks_like_code(secret):
        try:
            return unlock_with_recovery(folder, secret)
        except DomainError as error:
            misread = error
    try:
        return unlock_with_passphrase(folder, secret)
    except DomainError as error:
        raise misread or error from None


def set_passphrase(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Add or replace the passphrase.

    Raises:
        DomainError: `passphrase.too_short`.
        EnvironmentFailure: `disk.full`…; the former one still opens.
    """
    _change(folder, data_key, lambda slots: _with_passphrase(slots, data_key, passphrase))


def replace_recovery_code(folder: Path, data_key: bytes) -> str:
    """Make a new recovery code; the former one no longer opens.

    Raises:
        EnvironmentFailure: `disk.full`…; the former one still opens.
    """
    slots = read_slots(folder)
    slots, code = _with_recovery(slots, data_key)
    _change(folder, data_key, lambda _: slots)
    return code


def keep_in_keyring(folder: Path, data_key: bytes, key_ring: KeyRing) -> None:
    """Add the key ring's slot.

    Raises:
        EnvironmentFailure: `keyring.absent`, `keyring.locked`, `disk.full`…
    """
    _change(folder, data_key, lambda slots: _with_keyring(slots, data_key, key_ring))


def belong_here(folder: Path, data_key: bytes, key_ring: KeyRing | None) -> None:
    """Slots that came from another computer: the key ring of this one is given the key, or is no longer said to have it.

    Args:
        folder: Folder of the profile.
        data_key: Its data key.
        key_ring: The key ring of this computer, or None.
    """
    if key_ring is not None:
        try:
            keep_in_keyring(folder, data_key, key_ring)
        except EnvironmentFailure as failure:
            if not failure.code.startswith("keyring."):
                raise
        else:
            return
    _change(folder, data_key, lambda slots: replace(slots, keyring=False))


def _change(folder: Path, data_key: bytes, change: Callable[[SlotFile], SlotFile]) -> None:
    slots = read_slots(folder)
    if not slots.opens(data_key):
        raise ValueError("the slots belong to another key")
    _write(folder, change(slots))


def _with_passphrase(slots: SlotFile, data_key: bytes, passphrase: str) -> SlotFile:
    if len(passphrase) < PASSPHRASE_LENGTH:
        raise DomainError("passphrase.too_short", length=len(passphrase), shortest=PASSPHRASE_LENGTH)
    salt = secrets.token_bytes(SALT_BYTES)
    under = passphrase_key(passphrase, salt, SHIPPED)
    return replace(slots, stretching=SHIPPED, passphrase=wrap(data_key, under, salt, slots.context("passphrase")))


def _with_recovery(slots: SlotFile, data_key: bytes) -> tuple[SlotFile, str]:
    from app.infra.recovery_code import new_recovery_code, read_recovery_code

    code = new_recovery_code()
    salt = secrets.token_bytes(SALT_BYTES)
    under = recovery_key(read_recovery_code(code), salt)
    return replace(slots, recovery=wrap(data_key, under, salt, slots.context("recovery"))), code


def _with_keyring(slots: SlotFile, data_key: bytes, key_ring: KeyRing) -> SlotFile:
    account = str(slots.profile)
    key_ring.keep(account, data_key)
    if key_ring.fetch(account) != data_key:
        # Some rings accept everything and keep nothing.
        raise EnvironmentFailure("keyring.absent")
    return replace(slots, keyring=True)


def _write(folder: Path, slots: SlotFile) -> None:
    record = {
        "schema": _SCHEMA,
        "profile": str(slots.profile),
        "check": slots.check,
        "keyring": slots.keyring,
        "passphrase": _hidden(slots.passphrase),
        "stretching": asdict(slots.stretching),
        "recovery": _hidden(slots.recovery),
    }
    write_whole(folder / SLOTS_NAME, json.dumps(record, indent=1).encode() + b"\n")


def _hidden(wrapped: Wrapped | None) -> dict[str, str] | None:
    return None if wrapped is None else {name: value.hex() for name, value in asdict(wrapped).items()}


def _parsed(found: Mapping[str, Any]) -> SlotFile:
    return SlotFile(
        profile=UUID(found["profile"]),
        check=bytes.fromhex(found["check"]).hex(),
        keyring=bool(found["keyring"]),
        passphrase=_wrapped(found["passphrase"]),
        stretching=_stretching(found["stretching"]),
        recovery=_wrapped(found["recovery"]),
    )


def _wrapped(found: Mapping[str, str] | None) -> Wrapped | None:
    if found is None:
        return None
    wrapped = Wrapped(*(bytes.fromhex(found[name]) for name in ("salt", "nonce", "sealed")))
    if len(wrapped.salt) != SALT_BYTES or len(wrapped.sealed) <= KEY_BYTES:
        raise ValueError("wrapped key length")
    return wrapped


def _stretching(found: Mapping[str, int]) -> Stretching:
    """The cost as written, refused when it would freeze the laptop."""
    stretching = Stretching(int(found["rounds"]), int(found["memory_kib"]), int(found["lanes"]))
    bounds = (
        (stretching.rounds, _MOST.rounds),
        (stretching.memory_kib, _MOST.memory_kib),
        (stretching.lanes, _MOST.lanes),
    )
    if not all(1 <= value <= most for value, most in bounds) or stretching.memory_kib < 8 * stretching.lanes:
        raise ValueError("stretching out of bounds")
    return stretching
