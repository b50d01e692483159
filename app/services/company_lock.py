"""The lock of the company mode: while it is closed, the missions of the profile are not shown without its code or a secret."""

from typing import Protocol

SHORTEST_PIN, LONGEST_PIN = 4, 8
"""Digits of a code."""


class CompanyLock(Protocol):
    """Kept inside the encrypted file of an open profile: a program that was killed finds it closed again.

    Methods marked « slow » stretch the code and belong in a job.
    """

    def is_closed(self) -> bool:
        """Whether the company mode was entered and not left; False while the profile is not open."""

    def close(self, pin: str) -> None:
        """Close it with a code, of which a stretched hash alone is kept; slow.

        Raises:
            DomainError: `pin.form`.
            EnvironmentFailure: The disk refused; it is not closed.
        """

    def open(self, pin: str) -> None:
        """Open it with its code; slow. Each wrong code is counted before it is compared, so that no kill forgives it.

        Raises:
            DomainError: `pin.wrong`, or `pin.wait` (param `seconds`) while too many wrong codes were just tried.
            EnvironmentFailure: The disk refused; it stays closed.
        """

    def lift(self) -> None:
        """Open it without its code: a passphrase or a recovery code was given. Raises `EnvironmentFailure`."""


class Locked(Protocol):
    """An open profile, as its lock needs it.

    Attributes:
        company_lock: Its lock.
    """

    company_lock: CompanyLock

    def open_by_secret(self, secret: str) -> None:
        """Make sure that a passphrase or a recovery code opens it; slow. Raises `DomainError` (`unlock.refused`…)."""


def looks_like_pin(typed: str) -> bool:
    """Whether a text may be a code: digits alone, as few as a code has; a passphrase is longer, a recovery code too."""
    return typed.isascii() and typed.isdecimal() and SHORTEST_PIN <= len(typed) <= LONGEST_PIN


def leave_company_mode(profile: Locked, typed: str) -> None:
    """Open the lock of an open profile with its code, or with what opens the profile itself; slow.

    Raises:
        DomainError: As `CompanyLock.open`, or as `Locked.open_by_secret` for what is no code.
        EnvironmentFailure: The disk refused.
    """
    if looks_like_pin(typed):
        profile.company_lock.open(typed)
        return
    profile.open_by_secret(typed)
    profile.company_lock.lift()
