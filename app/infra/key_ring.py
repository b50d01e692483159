"""The system's key ring, its backend chosen by platform: looking for one among all costs 100 ms and may take an unsafe one."""

import base64
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Protocol

from app.services.errors import EnvironmentFailure

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "jalon"


class KeyRing(Protocol):
    """Where the session of the user keeps secrets. Every method raises `EnvironmentFailure`: `keyring.absent`, `keyring.locked`."""

    name: str
    """As users know it."""

    def check(self) -> None:
        """Make sure that there is one, without asking the user anything."""

    def fetch(self, account: str) -> bytes | None:
        """The secret of an account, or None; may ask the user to unlock the ring."""

    def keep(self, account: str, secret: bytes) -> None:
        """Keep the secret of an account, replacing the former one."""

    def forget(self, account: str) -> None:
        """Forget the secret of an account, if there is one."""


def system_key_ring(platform: str = sys.platform) -> KeyRing | None:
    """The key ring of a platform, or None where no safe one is known. Nothing is opened yet."""
    if platform == "win32":
        return LibraryRing("Gestionnaire d’identification Windows", "Windows", "WinVaultKeyring")
    if platform == "darwin":
        return LibraryRing("Trousseau d’accès", "macOS", "Keyring")
    return SecretServiceRing() if platform.startswith("linux") else None


class SecretServiceRing:
    """GNOME Keyring, KWallet or KeePassXC, through the Secret Service of the session's bus."""

    name = "Trousseau de clés de la session"

    def check(self) -> None:
        """Make sure that the service answers."""
        import secretstorage

        with _service_told(), closing(secretstorage.dbus_init()) as bus:
            if not secretstorage.check_service_availability(bus):
                raise EnvironmentFailure("keyring.absent")

    def fetch(self, account: str) -> bytes | None:
        """The secret of an account, or None; a locked ring asks for its own password."""
        import secretstorage

        with _service_told(), closing(secretstorage.dbus_init()) as bus:
            item = next(iter(secretstorage.search_items(bus, _attributes(account))), None)
            if item is None:
                return None
            if item.is_locked() and item.unlock():
                raise EnvironmentFailure("keyring.locked")
            return item.get_secret()

    def keep(self, account: str, secret: bytes) -> None:
        """Keep the secret of an account."""
        import secretstorage

        with _service_told(), closing(secretstorage.dbus_init()) as bus:
            collection = secretstorage.get_default_collection(bus)
            if collection.is_locked() and collection.unlock():
                raise EnvironmentFailure("keyring.locked")
            collection.create_item(f"Jalon ({account})", _attributes(account), secret, replace=True)

    def forget(self, account: str) -> None:
        """Forget the secret of an account."""
        import secretstorage

        with _service_told(), closing(secretstorage.dbus_init()) as bus:
            for item in secretstorage.search_items(bus, _attributes(account)):
                item.delete()


def _attributes(account: str) -> dict[str, str]:
    return {"service": SERVICE, "username": account}


@contextmanager
def _service_told() -> Iterator[None]:
    from secretstorage.exceptions import LockedException, PromptDismissedException, SecretStorageException

    try:
        yield
    except (LockedException, PromptDismissedException) as error:
        raise EnvironmentFailure("keyring.locked") from error
    except (SecretStorageException, OSError) as error:
        raise EnvironmentFailure("keyring.absent") from error


class LibraryRing:
    """A backend of the `keyring` library, named one by one."""

    def __init__(self, name: str, module: str, backend: str) -> None:
        self.name = name
        self._module = module
        self._class = backend

    def check(self) -> None:
        """Make sure that the backend works here."""
        with _library_told():
            self._backend()

    def fetch(self, account: str) -> bytes | None:
        """The secret of an account, or None."""
        with _library_told():
            text = self._backend().get_password(SERVICE, account)
        return None if text is None else base64.b64decode(text)

    def keep(self, account: str, secret: bytes) -> None:
        """Keep the secret of an account."""
        with _library_told():
            self._backend().set_password(SERVICE, account, base64.b64encode(secret).decode())

    def forget(self, account: str) -> None:
        """Forget the secret of an account."""
        with _library_told():
            backend = self._backend()
            if backend.get_password(SERVICE, account) is not None:
                backend.delete_password(SERVICE, account)

    def _backend(self) -> "KeyringBackend":
        import importlib

        backend = getattr(importlib.import_module(f"keyring.backends.{self._module}"), self._class)
        if backend.priority <= 0:
            raise RuntimeError(self._class)
        made: KeyringBackend = backend()
        return made


@contextmanager
def _library_told() -> Iterator[None]:
    from keyring.errors import KeyringError, KeyringLocked

    try:
        yield
    except KeyringLocked as error:
        raise EnvironmentFailure("keyring.locked") from error
    except (KeyringError, RuntimeError, ImportError) as error:
        raise EnvironmentFailure("keyring.absent") from error
