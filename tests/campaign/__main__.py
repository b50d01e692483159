"""Runs the campaign: `python -m tests.campaign --seed 1 --runs 200`."""

import argparse
import sys
import tempfile
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.campaign.depositing import depositing
from tests.campaign.reporting import report_deposits
from tests.campaign.runs import Nursery, Verdict

DEPOSITS_A_RUN = 10


def main() -> int:
    """Kill, cut and fill as many times as asked; 0 when nothing shown was lost, doubled or false."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=200, help="of each violent end; ten times as many deposits")
    parser.add_argument("--only", choices=["laptop", "deposits"])
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    bad = 0
    if asked.only != "deposits":
        bad += on_the_laptop(asked.seed, asked.runs)
    if asked.only != "laptop":
        bad += report_deposits(asked.seed, depositing(asked.seed, asked.runs * DEPOSITS_A_RUN))
    return 1 if bad else 0


def on_the_laptop(seed: int, runs: int) -> int:
    """Kill, cut and fill while the laptop saves; how many runs lost something."""
    bad = 0
    with tempfile.TemporaryDirectory() as folder, closing(Nursery(Path(folder))) as nursery:
        for name, run in (
            ("kill -9", nursery.killed),
            ("power cut", nursery.power_cut),
            ("full disk", nursery.disk_full),
            ("kill -9 over photo import", partial(nursery.killed, work="attach")),
            ("power cut over photo import", partial(nursery.power_cut, work="attach")),
        ):
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
        f"{name}: {len(verdicts)} runs, {shown} saves shown, {under_way} saves under way found whole, "
        f"{len(lost)} runs lost something; {dict(ends)}\n"
    )
    for seed, verdict in lost.items():
        sys.stdout.write(f"  seed {seed}: {verdict}\n")
    return len(lost)


if __name__ == "__main__":
    sys.exit(main())
