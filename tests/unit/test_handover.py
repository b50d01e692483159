"""A mission passed on: what makes a package whole, and which copy goes on from where this laptop left the mission."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.company import Company, Establishment
from app.domain.errors import DomainError, InvalidData
from app.domain.handover import Package, Thread, check_comes_back
from app.domain.journal import NO_HASH, EventKind, JournalEvent, chain_hash, value_hash
from app.domain.mission import Mission, MissionFile, SealedVersion, VersionKind
from app.domain.packs import PackRef

MISSION, OTHER = UUID(int=1), UUID(int=2)
AT = datetime(2022, 2, 1, 9, tzinfo=UTC)
KEY = bytes(range(32))
PACK = PackRef("pack", "1", "0" * 64)
OPENED, IMPORTED, ANSWERED = EventKind.OPENED, EventKind.IMPORTED, EventKind.ANSWERED
LEFT, RECEIVED, DEPOSITED = EventKind.HANDED_OVER, EventKind.RECEIVED, EventKind.DEPOSITED
ERASED, TAKEN_BACK = EventKind.ERASED, EventKind.TAKEN_BACK


def chain(*kinds: EventKind, after: Sequence[JournalEvent] = (), mission: UUID = MISSION) -> tuple[JournalEvent, ...]:
    """Events that follow one another, after those given."""
    events = list(after)
    for kind in kinds:
        number, before = len(events) + 1, events[-1].hash if events else NO_HASH
        at, value = AT + timedelta(minutes=number), value_hash(KEY, (kind, number))
        found = chain_hash(mission, number, at, kind, value, before)
        events.append(JournalEvent(mission, number, at, kind, value, found))
    return tuple(events)


def sealed(version: int, replaces: str = "", mission: UUID = MISSION) -> SealedVersion:
    return SealedVersion(mission, version, VersionKind.DIAGNOSTIC, "", f"sha-{version}", b"{}", AT, replaces)


def package(events: tuple[JournalEvent, ...], *versions: SealedVersion, version: int | None = None) -> Package:
    mission = Mission(MISSION, "OC-22-AAAA-1", date(2022, 2, 1), Company("Exemple"), Establishment(), PACK, PACK)
    mission = replace(mission, version=len(versions) if version is None else version)
    return Package(MissionFile(mission), Thread(KEY, events), versions)


TWO = (sealed(1), sealed(2, "sha-1"))


@pytest.mark.parametrize("versions", [(), TWO[:1], TWO])
def test_a_whole_package_ends_by_the_departure_and_holds_every_version(versions: tuple[SealedVersion, ...]) -> None:
    package(chain(OPENED, ANSWERED, LEFT), *versions).check()
    package(chain(LEFT), *versions).check()


BROKEN: dict[str, Package] = {
    "no journal": package(()),
    "no departure": package(chain(OPENED, ANSWERED)),
    "worked on since": package(chain(OPENED, LEFT, ANSWERED)),
    "another mission's journal": package(chain(OPENED, LEFT, mission=OTHER)),
    "one event of another mission": package(chain(LEFT, after=chain(OPENED, mission=OTHER))),
    "a first event lost": package(chain(OPENED, LEFT)[1:]),
    "an event changed": package((replace(chain(OPENED)[0], value=NO_HASH), *chain(OPENED, LEFT)[1:])),
    "a version lost": package(chain(LEFT), *TWO[:1], version=2),
    "a version too many": package(chain(LEFT), *TWO, version=1),
    "the first version lost": package(chain(LEFT), TWO[1], version=1),
    "versions exchanged": package(chain(LEFT), *reversed(TWO)),
    "a version of another mission": package(chain(LEFT), sealed(1, mission=OTHER)),
    "a version that replaces nothing": package(chain(LEFT), TWO[0], sealed(2)),
    "a version that replaces another": package(chain(LEFT), TWO[0], sealed(2, "sha-0")),
    "a first version that replaces one": package(chain(LEFT), sealed(1, "sha-0")),
    "broken, then sound": package(chain(LEFT), sealed(1, "sha-0"), TWO[1]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_package_whose_parts_do_not_hold_together_is_refused(name: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        BROKEN[name].check()
    assert refusal.value.code == "handover.broken"


def comes_back(local: Sequence[JournalEvent], coming: Sequence[JournalEvent], **told: Any) -> int | str:
    """How many events the copy shares, or the code of the refusal."""
    try:
        return check_comes_back(local, coming, away=told["away"])
    except DomainError as error:
        return error.code


GONE = chain(OPENED, LEFT)
"""A mission that left this laptop, and what this laptop keeps of it."""
BACK = chain(RECEIVED, ANSWERED, LEFT, after=GONE)
"""The same once the colleague worked on it and sends it back."""
GONE_AGAIN = chain(RECEIVED, LEFT, after=BACK)
"""The same once it came back, and left a second time."""


@pytest.mark.parametrize(
    ("local", "coming", "expected"),
    [
        (GONE, BACK, 2),
        (GONE, chain(LEFT, after=GONE), 2),
        (chain(DEPOSITED, after=GONE), BACK, 2),
        (GONE_AGAIN, chain(RECEIVED, LEFT, after=GONE_AGAIN), 7),
        (GONE, GONE, "handover.own_file"),
        (GONE_AGAIN, GONE_AGAIN, "handover.own_file"),
        (chain(DEPOSITED, after=GONE), GONE, "handover.own_file"),
        (GONE_AGAIN, BACK, "handover.stale"),
        (GONE_AGAIN, GONE, "handover.stale"),
        (GONE, chain(OPENED, ANSWERED, LEFT), "handover.stale"),
        (GONE, chain(IMPORTED, LEFT), "handover.stale"),
        (chain(ERASED, after=GONE), BACK, "handover.erased"),
    ],
)
def test_a_copy_of_a_mission_that_is_away_goes_on_from_its_last_departure(
    local: Sequence[JournalEvent], coming: Sequence[JournalEvent], expected: int | str
) -> None:
    assert comes_back(local, coming, away=True) == expected


@pytest.mark.parametrize(
    ("local", "coming", "expected"),
    [
        (chain(IMPORTED), BACK, 0),
        (chain(IMPORTED, DEPOSITED), BACK, 0),
        (chain(IMPORTED, ANSWERED), BACK, "handover.taken_back"),
        (chain(TAKEN_BACK, after=GONE), BACK, "handover.taken_back"),
        (chain(RECEIVED, after=BACK), BACK, "handover.already_here"),
        (chain(RECEIVED, ANSWERED, after=BACK), BACK, "handover.already_here"),
        (chain(ERASED, after=chain(IMPORTED)), BACK, "handover.erased"),
    ],
)
def test_a_mission_that_is_here_gives_way_only_when_nobody_here_worked_on_it(
    local: Sequence[JournalEvent], coming: Sequence[JournalEvent], expected: int | str
) -> None:
    assert comes_back(local, coming, away=False) == expected
