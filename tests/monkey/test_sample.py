"""A short run of the monkey, and the proof that it would see a fault; `python -m tests.campaign --only monkey` runs longer."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.campaign]
ROOT = Path(__file__).resolve().parents[2]
FREEZE_MS = 1_000
"""Longest turn accepted of a machine that runs other tests at once; the campaign asks for 100 ms."""


def test_three_hundred_random_events_break_nothing() -> None:
    command = [sys.executable, "-m", "tests.monkey", "--seed", "1", "--events", "300", "--limit", str(FREEZE_MS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("seed 1\n300 events")
    assert f"0 faults, 0 turns over {FREEZE_MS} ms" in done.stdout
