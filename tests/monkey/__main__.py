"""Plays the monkey on a screen of its own: `python -m tests.monkey --seed 1 --events 20000`."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.screen import Screen, open_screen

SHOWN = 20
LIMIT_MS = 100
"""Longest turn of the event loop, in time of the processor."""


def main() -> int:
    """Play, then say what was found; 0 when nothing was."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--limit", type=float, default=LIMIT_MS, help="longest turn of the loop, ms of the processor")
    parser.add_argument("--trace", action="store_true", help="write each event before it is done")
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as pictures, open_screen(Path(pictures), size="1920x1080") as screen:
        os.environ.clear()
        os.environ.update(screen.environment)
        return report(screen, asked, begun)


def report(screen: Screen, asked: argparse.Namespace, begun: float) -> int:
    """Play and tell."""
    from tests.monkey.run import Found, play
    from tests.monkey.watch import Watch

    def trace(words: str) -> None:
        if asked.trace:
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()

    found = play(screen, asked.seed, Found(Watch(asked.limit)), asked.events, trace)
    watch = found.watch
    cpu, late = sorted(watch.cpu_ms), sorted(watch.late_ms)
    for words in (
        f"{found.events.total()} events in {time.perf_counter() - begun:.0f} s: {dict(found.events)}",
        f"pages shown: {dict(found.pages)}",
        f"ways out tried: {dict(found.tried)}",
        f"{len(cpu)} turns of the loop; processor p99 {cpu[-1 - len(cpu) // 100]:.1f} ms, longest {cpu[-1]:.1f} ms; "
        f"late by the clock p99 {late[-1 - len(late) // 100]:.1f} ms, longest {late[-1]:.1f} ms",
        f"{len(found.faults)} faults, {len(found.long_turns)} turns over {asked.limit:.0f} ms",
    ):
        sys.stdout.write(f"{words}\n")
    for fault in found.faults[:SHOWN]:
        sys.stdout.write(f"FAULT {fault}\n")
    for turn in sorted(found.long_turns, key=lambda one: -one.cpu_ms)[:SHOWN]:
        sys.stdout.write(f"LONG {turn.cpu_ms:.0f} ms {turn.event}\n{turn.stack}\n")
    sys.stdout.flush()
    return 1 if found.faults or found.long_turns else 0


if __name__ == "__main__":
    sys.exit(main())
