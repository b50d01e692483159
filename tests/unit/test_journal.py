"""Chain of a journal: whatever is changed, added, taken away or moved in it is found, at the first place."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.journal import NO_HASH, EventKind, JournalEvent, chain_hash, first_broken, value_hash

MISSION = UUID(int=7)
AT = datetime(2022, 2, 1, 9, tzinfo=UTC)
KEY = bytes(range(32))
KINDS = (EventKind.OPENED, EventKind.ANSWERED, EventKind.ANSWERED, EventKind.DAY_ENTERED, EventKind.SEALED)


def a_chain() -> list[JournalEvent]:
    events: list[JournalEvent] = []
    for number, kind in enumerate(KINDS, start=1):
        at, value = AT + timedelta(minutes=number), value_hash(KEY, (number,))
        before = events[-1].hash if events else NO_HASH
        events.append(
            JournalEvent(MISSION, number, at, kind, value, chain_hash(MISSION, number, at, kind, value, before))
        )
    return events


def test_a_whole_chain_holds() -> None:
    assert first_broken(a_chain()) is None
    assert first_broken([]) is None


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda events: events.__setitem__(1, replace(events[1], value=NO_HASH)), 2),
        (lambda events: events.__setitem__(1, replace(events[1], at=AT)), 2),
        (lambda events: events.__setitem__(3, replace(events[3], kind=EventKind.REOPENED)), 4),
        (lambda events: events.__setitem__(0, replace(events[0], mission_id=UUID(int=8))), 1),
        (lambda events: events.__setitem__(4, replace(events[4], hash=NO_HASH)), 5),
        (lambda events: events.pop(2), 3),
        (lambda events: events.insert(2, events[1]), 3),
        (lambda events: events.reverse(), 1),
    ],
)
def test_the_first_broken_event_is_named(change: Callable[[list[JournalEvent]], object], broken: int) -> None:
    events = a_chain()
    change(events)
    assert first_broken(events) == broken


def test_an_event_rewritten_with_its_own_hash_breaks_the_next_one() -> None:
    events = a_chain()
    forged, before = replace(events[1], value=value_hash(KEY, ("other",))), events[0].hash
    own = chain_hash(forged.mission_id, forged.number, forged.at, forged.kind, forged.value, before)
    events[1] = replace(forged, hash=own)
    assert first_broken(events) == 3


def test_a_value_cannot_be_found_again_without_the_key() -> None:
    known = value_hash(KEY, ("entry", "L1.1", "in_place"))
    assert known == value_hash(KEY, ("entry", "L1.1", "in_place"))
    assert known != value_hash(bytes(32), ("entry", "L1.1", "in_place"))
    assert known != value_hash(KEY, ("entry", "L1.1", "in_progress"))


def test_hashes_are_those_of_the_journals_already_sealed() -> None:
    """Written once: a journal of an earlier release must hold under every later one."""
    value = value_hash(KEY, ("entry", "L1.1", "in_place"))
    found = chain_hash(MISSION, 3, AT + timedelta(microseconds=1), EventKind.ANSWERED, value, NO_HASH)
    assert value == hmac.digest(KEY, b"entry\x1fL1.1\x1fin_place", "sha256")
    text = f"{MISSION}\n3\n{1_643_706_000_000_001}\nanswered\n".encode()
    assert found == hashlib.sha256(text + value + bytes(32)).digest()


def test_values_that_are_cut_elsewhere_have_another_hash() -> None:
    assert value_hash(KEY, ("ab", "c")) != value_hash(KEY, ("a", "bc"))
