"""What long work is given so that it can tell its progress and stop at safe points."""

from time import sleep
from typing import Protocol


class Cancelled(Exception):
    """The user asked to stop; what was already acknowledged stays so."""


class JobContext(Protocol):
    """Handle of a running job."""

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is. Raises `Cancelled` if the user asked to stop."""

    def check(self) -> None:
        """A safe point. Raises `Cancelled` if the user asked to stop."""

    def wait(self, seconds: float) -> None:
        """Wait, at most this long. Raises `Cancelled` as soon as the user asks to stop."""


class Unattended:
    """Handle of work that nobody watches nor stops, such as a command's."""

    def progress(self, done: int, total: int) -> None:
        """Told to nobody."""

    def check(self) -> None:
        """Nobody asks to stop."""

    def wait(self, seconds: float) -> None:
        """Wait."""
        sleep(seconds)
