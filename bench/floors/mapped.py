"""From the start of a program to its window on the screen, as the X server tells it; the same for every program."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from Xlib import X, display

_SMALLEST = 300
"""Width and height in pixels under which a window is a splash or a tray icon."""
_LONGEST_S = 20.0
_PAUSE_S = 0.001


def mapped(command: Sequence[str | Path], environment: Mapping[str, str]) -> float:
    """Milliseconds until a window of the program is mapped; the program is then ended.

    Raises:
        TimeoutError: No window came.
    """
    screen = display.Display(environment.get("DISPLAY"))
    root = screen.screen().root
    root.change_attributes(event_mask=X.SubstructureNotifyMask)
    screen.sync()
    begun = time.monotonic()
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        sizes: dict[int, bool] = {}
        while time.monotonic() - begun < _LONGEST_S:
            if not screen.pending_events():
                time.sleep(_PAUSE_S)
                continue
            event = screen.next_event()
            if event.type in {X.CreateNotify, X.ConfigureNotify}:
                sizes[event.window.id] = min(event.width, event.height) >= _SMALLEST
            elif event.type == X.MapNotify and sizes.get(event.window.id, False):
                return (time.monotonic() - begun) * 1000
        raise TimeoutError(str(command[0]))
    finally:
        process.kill()
        process.wait()
        screen.close()
