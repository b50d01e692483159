"""Forty deposits over bad lines and failing machines, and the proof that a false « Déposée » or a doubled mission would be seen."""

import sys
from collections import defaultdict
from random import Random

import pytest

from tests.campaign.depositing import (
    ALL_TOGETHER,
    BROKEN_RUNS,
    CLIENT_WITHOUT_HASHES,
    SERVER_WITHOUT_KEYS,
    SOUND,
    depositing,
)
from tests.campaign.deposits import Incident, Verdict, cases, felt
from tests.campaign.messages import Fault, Place, cells, spoilt, whole_length
from tests.campaign.reporting import report_deposits

pytestmark = [
    pytest.mark.campaign,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="preloaded libraries are of Linux"),
]
RUNS = 40
REQUEST = b"PUT /x HTTP/1.1\r\nContent-Length: 9\r\n\r\nabcdefghi"


@pytest.fixture(scope="module")
def found() -> dict[str, list[Verdict]]:
    """Verdicts by program."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for program, verdict in depositing(seed=1, runs=RUNS):
        verdicts[program].append(verdict)
    return verdicts


def test_every_deposit_ends_whole_and_none_is_doubled(found: dict[str, list[Verdict]]) -> None:
    sound = found[SOUND]
    assert len(sound) == RUNS + 1
    assert [verdict for verdict in sound if verdict.wrong] == []
    assert sum(verdict.happened for verdict in sound) > RUNS * 0.9
    machines = {str(incident) for incident in Incident}
    assert [verdict for verdict in sound if verdict.cell in machines and not verdict.happened] == []
    assert sum(verdict.attempts > 1 for verdict in sound) > RUNS // 2, "the faults are felt"


def test_every_kind_of_fault_is_felt(found: dict[str, list[Verdict]]) -> None:
    counts = felt(verdict for verdict in found[SOUND] if verdict.cell != ALL_TOGETHER)
    assert counts.keys() == {*map(str, Fault), *map(str, Incident)}
    assert [kind for kind, count in counts.items() if not count] == []


def test_a_full_disk_is_told_and_waited_out(found: dict[str, list[Verdict]]) -> None:
    [laptop] = [verdict for verdict in found[SOUND] if verdict.cell == Incident.LAPTOP_FULL]
    assert "disk.full" in laptop.told
    assert laptop.tries > 1
    [region] = [verdict for verdict in found[SOUND] if verdict.cell == Incident.SERVER_FULL]
    assert region.attempts > 1


def test_a_kind_that_is_never_felt_is_red(capsys: pytest.CaptureFixture[str]) -> None:
    whole = Verdict("late / document / between", True, 1, 1, "", ())
    spared = Verdict(str(Incident.LAPTOP_FULL), False, 1, 1, "", ())
    assert report_deposits(1, [(SOUND, whole), (SOUND, spared)]) == 1
    assert "never felt: laptop's disk full" in capsys.readouterr().out


@pytest.mark.parametrize("program", [CLIENT_WITHOUT_HASHES, SERVER_WITHOUT_KEYS])
def test_a_broken_program_is_seen(found: dict[str, list[Verdict]], program: str) -> None:
    wrong = [verdict.wrong for verdict in found[program] if verdict.wrong]
    assert len(wrong) > BROKEN_RUNS // 2
    assert (
        set(wrong)
        <= {
            CLIENT_WITHOUT_HASHES: {
                "shown as deposited: receipt not signed",
                "shown as deposited: receipt of something else",
            },
            SERVER_WITHOUT_KEYS: {"doubled or altered on the server", "two missions"},
        }[program]
    )


def test_a_long_campaign_meets_every_fault_everywhere() -> None:
    met = {case.cell for case in cases(seed=7, runs=2_000)}
    assert met == {str(cell) for cell in cells()} | {str(incident) for incident in Incident}
    assert {cell.place for cell in cells()} == set(Place)
    assert {cell.fault for cell in cells()} == set(Fault)


def test_the_faults_alter_what_they_say() -> None:
    random = Random(3)  # noqa: S311 repeatable on purpose
    flipped = spoilt(REQUEST, Fault.FLIP, Place.BODY_MIDDLE, random)
    assert flipped[:-6] == REQUEST[:-6]
    assert flipped[-3:] == REQUEST[-3:]
    assert flipped != REQUEST
    assert len(spoilt(REQUEST, Fault.LOSE, Place.REQUEST_HEADERS, random)) < len(REQUEST)
    assert len(spoilt(REQUEST, Fault.DUPLICATE, Place.BODY_START, random)) > len(REQUEST)
    assert sorted(spoilt(REQUEST, Fault.REORDER, Place.REQUEST_LINE, random)) == sorted(REQUEST)
    assert whole_length(REQUEST + b"next", reply=False) == len(REQUEST)
    assert whole_length(REQUEST[:-1], reply=False) is None
