"""How values are kept in columns: instants as integers, lists of words as JSON; no library beyond the standard one."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def instant_to_int(instant: datetime) -> int:
    """Microseconds since 1970, UTC: exact, and in the order of time.

    Args:
        instant: Aware instant.
    """
    return (instant - _EPOCH) // _MICROSECOND


def instant_from_int(microseconds: int) -> datetime:
    """The aware UTC instant kept as microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=microseconds)


def words_to_text(words: Iterable[str]) -> str:
    """A list of texts as compact JSON."""
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def words_from_text(text: str) -> tuple[str, ...]:
    """The list of texts kept as JSON."""
    return tuple(json.loads(text))
