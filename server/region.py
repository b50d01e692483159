"""What every handler works with: settings, database, signing key, packs, texts and clock, bound once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.packs.library import PackLibrary
from app.packs.texts import Texts
from app.sync.contract.receipt import key_id
from server.database import Database
from server.keychain import settled_key
from server.keys import raw_public_key
from server.schema import bring_up
from server.settings import Settings
from server.vault import Vault, settled_vault

_MOST_LAPTOPS = 10_000
Clock = Callable[[], datetime]
"""The present instant, aware, UTC."""


def utc_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Region:
    """One regional server; it holds nothing that another worker would have to know."""

    settings: Settings
    database: Database
    key: Ed25519PrivateKey
    vault: Vault
    packs: PackLibrary
    texts: Texts
    clock: Clock
    public_key: bytes = field(init=False)
    """The 32 bytes that verify this server's receipts."""
    kid: str = field(init=False)
    """Identifier of the signing key."""
    laptops: dict[str, tuple[UUID, UUID | None]] = field(default_factory=dict, init=False, repr=False)
    """Laptops known lately, by the hash of their token: identifier and provider, believed until the database says them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "public_key", raw_public_key(self.key))
        object.__setattr__(self, "kid", key_id(self.public_key))

    def keep_laptop(self, token_sha256: str, laptop: tuple[UUID, UUID | None]) -> None:
        """Keep a laptop known lately; any may be forgotten."""
        if len(self.laptops) >= _MOST_LAPTOPS:
            self.laptops.clear()
        self.laptops[token_sha256] = laptop


def open_region(settings: Settings, clock: Clock = utc_now) -> Region:
    """Open a data folder: made when missing, with its key and its database brought to the last schema.

    Raises:
        InvalidData: `signing_key.unreadable`, `signing_key.exposed`, `signing_key.not_current`, `server_database.newer`, `server_database.older`,
            `settings.database_unknown`, and what `settled_vault` raises.
    """
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.url, settings.limits)
    try:
        bring_up(database)
        key = settled_key(settings.key_path, database, clock())
        vault = settled_vault(settings.storage_key_path, database, clock())
    except BaseException:
        database.close()
        raise
    return Region(settings, database, key, vault, PackLibrary.shipped(), Texts.load(), clock)
