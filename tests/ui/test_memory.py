"""The garbage collector leaves alone what the program is made of; importing it keeps no source in memory."""

import gc
import subprocess
import sys

from app.ui.memory import spare_the_settled


def test_what_is_alive_is_not_looked_at_again_and_the_rest_still_is() -> None:
    spare_the_settled()
    try:
        assert gc.get_freeze_count() > 0
        assert len(gc.get_objects()) < gc.get_freeze_count()
        loop: list[object] = []
        loop.append(loop)
        del loop
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()


def test_importing_the_program_reads_no_source() -> None:
    looked = "import app.ui.views.mission_window, linecache; print(*linecache.cache)"
    kept = subprocess.run([sys.executable, "-c", looked], check=True, capture_output=True, text=True).stdout
    assert "PySide6" in kept
    assert "mission_window" not in kept
