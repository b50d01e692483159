"""Commands of the Makefile that a newcomer meets first."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_run_without_a_screen_says_so_and_names_the_demonstration() -> None:
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(["make", "run"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Aucun écran" in done.stderr
    assert "make demo" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
