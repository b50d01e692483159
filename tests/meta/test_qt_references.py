"""Some releases of PySide6 lose a reference to None at each call that returns nothing, and the process aborts."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
LOST_AT_MOST = 50


def test_qt_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.setToolTip("x")
    lost = before - sys.getrefcount(None)
    assert lost <= LOST_AT_MOST, f"PySide6 loses {lost} references to None in {CALLS} calls: pin another release."
