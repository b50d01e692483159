"""Nothing needs the mouse: on every page, Tab reaches each control, comes back, and each control says its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.agenda import HalfDayAgenda
from app.ui.views.kit.segmented import Segmented
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, Segmented, HalfDayAgenda)
MOST_STEPS = 400


@pytest.fixture
def window(demo: MissionContext, qtbot: QtBot) -> Iterator[MissionWindow]:
    """The fictional company, open in a window of its own."""
    made = MissionWindow(demo, PAGES)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.leave()


def controls(window: QWidget) -> set[QWidget]:
    """What can be pressed, typed in or chosen on the screen."""
    found = {one for kind in CONTROLS for one in window.findChildren(kind)}
    inner = {one for one in found if isinstance(one.parentWidget(), QComboBox | QLineEdit | QAbstractItemView)}
    return {one for one in found - inner if one.isVisible() and one.isEnabled()}


def tabbed(qtbot: QtBot, window: QWidget) -> list[QWidget]:
    """What Tab goes through, until it is where it began."""
    begun = QApplication.focusWidget()
    assert begun is not None
    seen = [begun]
    for _step in range(MOST_STEPS):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused is begun:
            return seen
        seen.append(focused)
    raise AssertionError(f"Tab never comes back: it ends at {[one.objectName() for one in seen[-4:]]}")


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_tab_reaches_every_control_of_a_page(qtbot: QtBot, window: MissionWindow, key: str) -> None:
    window.show_page(key)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    wanted = controls(window)
    assert len(wanted) > len(PAGES)
    missed = wanted - set(tabbed(qtbot, window))
    assert not [f"{type(one).__name__} {one.objectName()}" for one in missed]
    nameless = [one.objectName() for one in wanted if not one.accessibleName()]
    assert not nameless
