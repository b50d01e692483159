"""Runs the campaign: `python -m tests.campaign --seed 1 --runs 200`."""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from server.application import create_app
from tests.campaign.deeds import DEEDS
from tests.campaign.depositing import depositing
from tests.campaign.odd_requests import faults, unhurried
from tests.campaign.reporting import report_deposits
from tests.campaign.runs import Nursery, Verdict
from tests.support.postgres import running_cluster

DEPOSITS_A_RUN = 10
EVENTS_A_RUN = 100
REQUESTS_OF_RUNS = 4


def main() -> int:
    """Kill, cut and fill as many times as asked; 0 when nothing shown was lost, doubled or false."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--runs",
        type=int,
        default=200,
        help="of each violent end; ten times as many deposits, a quarter of each odd request, a hundred times as many events of the monkey",
    )
    parser.add_argument("--only", choices=["laptop", "deposits", "requests", "monkey"])
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    bad = 0
    if asked.only in {None, "laptop"}:
        bad += on_the_laptop(asked.seed, asked.runs)
    if asked.only in {None, "deposits"}:
        bad += report_deposits(asked.seed, depositing(asked.seed, asked.runs * DEPOSITS_A_RUN))
    if asked.only in {None, "requests"}:
        bad += odd_requests(asked.seed, asked.runs // REQUESTS_OF_RUNS)
    if asked.only in {None, "monkey"}:
        bad += monkey(asked.seed, asked.runs * EVENTS_A_RUN)
    return 1 if bad else 0


def monkey(seed: int, events: int) -> int:
    """Press, click and type at random in the real window, in a process and on a screen of its own; 1 when it broke it."""
    command = [sys.executable, "-m", "tests.monkey", "--seed", str(seed), "--events", str(events)]
    return 1 if subprocess.run(command, check=False).returncode else 0


def odd_requests(seed: int, examples: int) -> int:
    """Ask each operation of the server so many times over each database; how many operations a fault answered."""
    bad = 0
    with tempfile.TemporaryDirectory() as folder, running_cluster() as cluster:
        for name, url in (("SQLite", ""), ("PostgreSQL", cluster.new_database())):
            app = create_app(unhurried(Path(folder) / name, url))
            found = faults(app, seed=seed, examples=examples)
            app.state.region.database.close()
            asked = found.pop("requests")
            bad += len(found)
            sys.stdout.write(f"odd requests over {name}: {asked}, answered by a fault: {dict(found)}\n")
    return bad


def on_the_laptop(seed: int, runs: int) -> int:
    """Kill, cut and fill while the laptop saves; how many runs lost something."""
    bad = 0
    with tempfile.TemporaryDirectory() as folder, closing(Nursery(Path(folder))) as nursery:
        kinds: dict[str, Callable[[int], Verdict]] = {
            "answers, kill -9": nursery.killed,
            "answers, power cut": nursery.power_cut,
            "answers, full disk": nursery.disk_full,
            "photo import, kill -9": partial(nursery.killed, work="attach"),
            "photo import, power cut": partial(nursery.power_cut, work="attach"),
            **{f"{name}, kill -9 or power cut": partial(nursery.deed, name) for name in DEEDS},
        }
        for name, run in kinds.items():
            verdicts = {seed: run(seed) for seed in range(seed, seed + runs)}
            bad += report(name, verdicts)
    return bad


def report(name: str, verdicts: dict[int, Verdict]) -> int:
    """Say what the runs of one kind found; returns how many lost something."""
    lost = {seed: verdict for seed, verdict in verdicts.items() if not verdict.nothing_lost}
    shown = sum(verdict.shown for verdict in verdicts.values())
    under_way = sum(verdict.kept == verdict.shown + 1 for verdict in verdicts.values())
    ends = Counter(verdict.told or "ended from outside" for verdict in verdicts.values())
    sys.stdout.write(
        f"{name}: {len(verdicts)} runs, {shown} steps shown, {under_way} steps under way found whole, "
        f"{len(lost)} runs lost something; {dict(ends)}\n"
    )
    for seed, verdict in lost.items():
        sys.stdout.write(f"  seed {seed}: {verdict}\n")
    return len(lost)


if __name__ == "__main__":
    sys.exit(main())
