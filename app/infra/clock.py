"""The real clock and the real source of identifiers, given to the use cases by the composition root."""

from datetime import UTC, datetime
from uuid import UUID, uuid4


def now() -> datetime:
    """The present instant, aware, UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """A random identifier."""
    return uuid4()
