"""What protects the data key of an open profile, as the window shows and changes it (`app.services.profile.Protection`)."""

from pathlib import Path

from app.infra.key_ring import KeyRing
from app.infra.slots import keep_in_keyring, read_slots, replace_recovery_code, set_passphrase
from app.services.errors import EnvironmentFailure
from app.services.profile import Slots


class SlotsProtection:
    """Protection kept in the slots file and the key ring.

    The data key is known once the profile is open; before, only what can be read without it answers.
    """

    def __init__(self, folder: Path, key_ring: KeyRing | None) -> None:
        self._folder = folder
        self._key_ring = key_ring
        self._data_key = b""

    def unlocked(self, data_key: bytes) -> None:
        """Note the data key of the profile, now open."""
        self._data_key = data_key

    def keyring_name(self) -> str:
        """Name of the system's key ring, or empty when there is none that is safe; asks the session's bus."""
        if self._key_ring is None:
            return ""
        try:
            self._key_ring.check()
        except EnvironmentFailure:
            return ""
        return self._key_ring.name

    def slots(self) -> Slots:
        """Which ways open the profile. Raises `EnvironmentFailure` (`slots.absent`, `slots.damaged`)."""
        slots = read_slots(self._folder)
        return Slots(slots.keyring, slots.passphrase is not None, slots.recovery is not None)

    def set_passphrase(self, passphrase: str) -> None:
        """Add or replace the passphrase; slow. Raises `DomainError("passphrase.too_short")`."""
        set_passphrase(self._folder, self._data_key, passphrase)

    def new_recovery_code(self) -> str:
        """Replace the recovery code; the former one no longer opens. Returns the code, to be shown once."""
        return replace_recovery_code(self._folder, self._data_key)

    def keep_in_keyring(self) -> None:
        """Add the key ring's slot. Raises `EnvironmentFailure("keyring.absent")`, `keyring.locked`."""
        if self._key_ring is None:
            raise EnvironmentFailure("keyring.absent")
        keep_in_keyring(self._folder, self._data_key, self._key_ring)
