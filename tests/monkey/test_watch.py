"""The watch sees a turn of the loop that is too long, and says after what it was."""

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.monkey.watch import Watch


def _spin(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_a_turn_that_takes_too_long_is_told_with_what_came_before(qtbot: QtBot) -> None:
    watch = Watch(40, doing="key x")
    watch.begin()
    try:
        QTimer.singleShot(1, lambda: _spin(0.06))
        qtbot.waitUntil(lambda: bool(watch.long))
    finally:
        watch.end()
    assert watch.long[0].cpu_ms >= 40
    assert watch.long[0].event == "key x"
