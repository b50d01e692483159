"""Twenty runs of each kind of the campaign, and the proof that it would see a loss; `make campaign` runs many more."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.campaign.deeds import DEEDS
from tests.campaign.image import after_power_cut
from tests.campaign.runs import Nursery
from tests.campaign.shims import compile_shim

pytestmark = [
    pytest.mark.campaign,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="preloaded libraries are of Linux"),
]
SEEDS = range(20)


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """The program under test, ready to fork."""
    with closing(Nursery(tmp_path_factory.mktemp("campaign"))) as ready:
        yield ready


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_loses_nothing_that_was_shown(nursery: Nursery, seed: int) -> None:
    verdict = nursery.killed(seed)
    assert verdict.nothing_lost, verdict


@pytest.mark.parametrize("seed", SEEDS)
def test_a_power_cut_loses_nothing_that_was_shown(nursery: Nursery, seed: int) -> None:
    verdict = nursery.power_cut(seed)
    assert verdict.nothing_lost, verdict


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("end", ["killed", "power_cut"])
def test_no_photo_that_was_shown_lacks_its_bytes(nursery: Nursery, end: str, seed: int) -> None:
    verdict = nursery.killed(seed, work="attach") if end == "killed" else nursery.power_cut(seed, work="attach")
    assert verdict.nothing_lost, verdict


@pytest.mark.parametrize("seed", range(10))
def test_a_full_disk_is_told_and_loses_nothing(nursery: Nursery, seed: int) -> None:
    verdict = nursery.disk_full(seed)
    assert verdict.nothing_lost, verdict
    assert verdict.told == "disk.full"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("deed", DEEDS)
def test_a_kill_or_a_power_cut_in_any_other_work_loses_nothing(nursery: Nursery, deed: str, seed: int) -> None:
    verdict = nursery.deed(deed, seed)
    assert verdict.nothing_lost, verdict


def test_without_syncs_the_same_power_cut_loses_answers(nursery: Nursery) -> None:
    verdicts = [nursery.power_cut(seed, synchronous="OFF") for seed in range(6)]
    telling = [verdict for verdict in verdicts if verdict.shown > 5]
    assert telling
    assert not [verdict for verdict in telling if verdict.nothing_lost]


FILES = """
import ctypes, os, sys
root, shadow, early = sys.argv[1], sys.argv[2], int(sys.argv[3])
ctypes.CDLL(None).powercut_start(root.encode(), shadow.encode(), early)

def write(name, content, flags=os.O_CREAT, sync=True):
    file = os.open(f"{root}/{name}", os.O_RDWR | flags)
    os.write(file, content)
    if sync:
        os.fsync(file)
    os.close(file)

write("known", b"new!", sync=False)
write("synced", b"1234")
write("synced", b"56", flags=0, sync=False)
write("unsynced", b"1234", sync=False)
write("draft", b"whole")
os.rename(f"{root}/draft", f"{root}/renamed")
os.unlink(f"{root}/removed")
folder = os.open(root, os.O_RDONLY)
if sys.argv[4] == "folder":
    os.fsync(folder)
"""


@pytest.mark.parametrize(
    ("early", "folder", "left"),
    [
        (0, "", {"known": b"old!", "removed": b"gone"}),
        (0, "folder", {"known": b"old!", "synced": b"1234", "unsynced": b"", "renamed": b"whole"}),
        (1, "", {"known": b"old!", "synced": b"1234", "unsynced": b"", "renamed": b"whole"}),
    ],
)
def test_the_image_holds_what_was_synced_and_nothing_else(
    tmp_path: Path, early: int, folder: str, left: dict[str, bytes]
) -> None:
    root, shadow = tmp_path / "root", tmp_path / "shadow"
    root.mkdir()
    shadow.mkdir()
    (root / "known").write_bytes(b"old!")
    (root / "removed").write_bytes(b"gone")
    subprocess.run(
        [sys.executable, "-c", FILES, str(root), str(shadow), str(early), folder],
        env={**os.environ, "LD_PRELOAD": str(compile_shim("powercut", tmp_path))},
        check=True,
    )
    after_power_cut(shadow, tmp_path / "left")
    assert {path.name: path.read_bytes() for path in (tmp_path / "left").iterdir()} == left
