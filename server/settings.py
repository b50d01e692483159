"""Settings of the regional server: the data folder, then `server.toml` in it, then the environment, which wins."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from app.domain.errors import InvalidData
from app.sync.contract.document import MAX_DOCUMENT_BYTES
from server.database import Limits

ENVIRONMENT_PREFIX = "JALON_SERVER_"
DATA_VARIABLE = "JALON_SERVER_DATA"
SETTINGS_FILE = "server.toml"
DATABASE_FILE = "regional.db"
KEY_FILE = "signing-key.pem"
STORAGE_KEY_FILE = "storage-key"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an administrator chooses.

    Attributes:
        data: Folder of the embedded database and of the signing key; made with mode 0700 when missing.
        database_url: Database as SQLAlchemy names it, or empty for the embedded SQLite file of the data folder.
        key_file: File of the signing key, or empty for the one of the data folder.
        storage_key_file: File of the key that encrypts secrets of the database, or empty for the one of the data folder.
        name: Name that the server gives itself on receipts and pages, at most 200 characters.
        max_document_bytes: Largest sealed document accepted, in bytes, at most 4 MiB.
        enrolment_hours: Life of an enrolment code, in hours.
        session_hours: Life of an administrator's session, in hours.
        max_failures: Wrong codes or passwords from one address before it has to wait.
        failure_minutes: Minutes during which a failure counts.
        time_zone: Zone in which pages show instants.
        relays: Addresses of the HTTPS relays whose `X-Forwarded-For` is believed, separated by commas, or empty.
        workers: Processes that answer, each with its own pool of connections.
        pool_size: Connections to PostgreSQL kept open by one process.
        pool_seconds: Seconds that a request waits for one of them.
        statement_seconds: Seconds after which PostgreSQL stops a statement.
        lock_seconds: Seconds after which it stops waiting for a lock.
        retention_months: Months after its last version when `purge` erases a mission, 0 for never.
        fictional_months: The same for fictional missions.
        token_per_minute: Requests of one laptop in a minute, by process, before it has to wait.
        address_per_minute: Requests of one address in a minute, by process, before it has to wait.
        public_url: Address of the pages as a browser types it (`https://jalon.example`), or empty to believe the request.
        oidc_issuer: Issuer that officers sign in with (OpenID Connect), or empty for local accounts alone.
        oidc_client_id: Name under which the issuer knows this server.
        oidc_client_secret: What this server proves itself with to the issuer.
        oidc_name: Name of the issuer on the page.
    """

    data: Path
    database_url: str = ""
    key_file: str = ""
    storage_key_file: str = ""
    name: str = "Serveur régional Jalon"
    max_document_bytes: int = MAX_DOCUMENT_BYTES
    enrolment_hours: int = 48
    session_hours: int = 12
    max_failures: int = 10
    failure_minutes: int = 15
    time_zone: str = "Europe/Paris"
    relays: str = ""
    workers: int = 1
    pool_size: int = 8
    pool_seconds: int = 10
    statement_seconds: int = 30
    lock_seconds: int = 10
    retention_months: int = 0
    fictional_months: int = 0
    token_per_minute: int = 1_200
    address_per_minute: int = 6_000
    public_url: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_name: str = "le compte de la Région"

    def __post_init__(self) -> None:
        for name, highest in _HIGHEST.items():
            if not (name not in _MAY_BE_NONE) <= getattr(self, name) <= highest:
                raise InvalidData("settings.out_of_bounds", key=name, highest=highest)
        if not 1 <= len(self.name) <= _LONGEST_NAME:
            raise InvalidData("settings.out_of_bounds", key="name", highest=_LONGEST_NAME)
        if self.time_zone not in available_timezones():
            raise InvalidData("settings.zone_unknown", zone=self.time_zone)
        for key in ("public_url", "oidc_issuer"):
            if not _is_safe_address(getattr(self, key)):
                raise InvalidData("settings.address_insecure", key=key)

    @property
    def zone(self) -> ZoneInfo:
        """Zone in which pages show instants."""
        return ZoneInfo(self.time_zone)

    @property
    def key_path(self) -> Path:
        """File of the signing key."""
        return Path(self.key_file) if self.key_file else self.data / KEY_FILE

    @property
    def storage_key_path(self) -> Path:
        """File of the key that encrypts secrets of the database."""
        return Path(self.storage_key_file) if self.storage_key_file else self.data / STORAGE_KEY_FILE

    @property
    def url(self) -> str:
        """Database as SQLAlchemy names it."""
        return self.database_url or f"sqlite:///{self.data / DATABASE_FILE}"

    @property
    def limits(self) -> Limits:
        """Bounds of one process over PostgreSQL."""
        return Limits(self.pool_size, self.pool_seconds, self.statement_seconds, self.lock_seconds)


_LONGEST_NAME = 200
_HIGHEST = {
    "max_document_bytes": MAX_DOCUMENT_BYTES,
    "enrolment_hours": 24 * 90,
    "session_hours": 24 * 30,
    "max_failures": 1_000,
    "failure_minutes": 24 * 60,
    "workers": 64,
    "pool_size": 200,
    "pool_seconds": 300,
    "statement_seconds": 3600,
    "lock_seconds": 3600,
    "retention_months": 12 * 100,
    "fictional_months": 12 * 100,
    "token_per_minute": 1_000_000,
    "address_per_minute": 1_000_000,
}
_MAY_BE_NONE = frozenset({"retention_months", "fictional_months"})
_NUMBERS = frozenset(_HIGHEST)
_KEYS = frozenset(field.name for field in fields(Settings)) - {"data"}


def _is_safe_address(address: str) -> bool:
    """Whether nobody can listen on the way: nothing, `https`, or this very machine."""
    parts = urlsplit(address)
    here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return not address or (parts.scheme == "https" and bool(parts.hostname)) or (parts.scheme == "http" and here)


def default_data_folder(environ: Mapping[str, str] | None = None) -> Path:
    """`JALON_SERVER_DATA`, else `$XDG_DATA_HOME/jalon-server`, else `~/.local/share/jalon-server`."""
    given = os.environ if environ is None else environ
    if given.get(DATA_VARIABLE):
        return Path(given[DATA_VARIABLE])
    shared = given.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "jalon-server"


def load_settings(data: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings of a data folder, the environment winning over its `server.toml`.

    Raises:
        InvalidData: `settings.unreadable`, `settings.unknown_key`, `settings.wrong_type`, `settings.out_of_bounds`,
            `settings.zone_unknown`, `settings.address_insecure`.
    """
    given = os.environ if environ is None else environ
    folder = data or default_data_folder(given)
    values = _from_file(folder / SETTINGS_FILE)
    for key in _KEYS:
        text = given.get(ENVIRONMENT_PREFIX + key.upper())
        if text:
            values[key] = _number(key, text) if key in _NUMBERS else text
    return Settings(data=folder, **values)


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise InvalidData("settings.unreadable", file=path.name) from None
    for key, value in values.items():
        if key not in _KEYS:
            raise InvalidData("settings.unknown_key", key=key)
        if type(value) is not (int if key in _NUMBERS else str):
            raise InvalidData("settings.wrong_type", key=key)
    return values


def _number(key: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InvalidData("settings.wrong_type", key=key) from None
