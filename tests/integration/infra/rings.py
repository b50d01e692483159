"""A key ring in memory, and one that accepts everything and keeps nothing."""

from dataclasses import dataclass, field


@dataclass
class MemoryRing:
    """Secrets by account."""

    name: str = "Trousseau d’essai"
    secrets: dict[str, bytes] = field(default_factory=dict)

    def check(self) -> None:
        """Always there."""

    def fetch(self, account: str) -> bytes | None:
        """The secret, or None."""
        return self.secrets.get(account)

    def keep(self, account: str, secret: bytes) -> None:
        """Keep it."""
        self.secrets[account] = secret

    def forget(self, account: str) -> None:
        """Forget it."""
        self.secrets.pop(account, None)


class ForgetfulRing(MemoryRing):
    """What the null backend of a key ring library does."""

    def keep(self, account: str, secret: bytes) -> None:
        """Say yes and keep nothing."""
