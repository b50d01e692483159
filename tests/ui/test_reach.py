"""Nothing needs the mouse: on every page, Tab reaches each control, comes back, and each control says its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
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
AROUND = 4
FEWEST_POINTS = 20
"""Points that a focus changes at least: a ring of 2 px around the smallest control has many more."""

VAGUE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
"""Roles that tell a screen reader nothing of what can be done."""


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
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)  # the page itself may have it at first
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


def seen(window: QWidget, control: QWidget) -> QImage:
    """The picture of a control and of what is just around it, where a focus ring is drawn."""
    area = QRect(control.mapTo(window, QPoint(0, 0)), control.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(area & window.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage) -> int:
    """How many points of two pictures of the same size differ."""
    assert before.size() == after.size()
    first, second = bytes(memoryview(before.constBits())), bytes(memoryview(after.constBits()))
    return sum(first[at : at + 3] != second[at : at + 3] for at in range(0, len(first), 4))


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_the_focus_is_seen_on_every_control_of_a_page(qtbot: QtBot, window: MissionWindow, key: str) -> None:
    window.show_page(key)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    unseen = []
    for control in tabbed(qtbot, window):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not control.isVisible() or control.visibleRegion().isEmpty():
            continue
        focused = seen(window, control)
        control.clearFocus()
        QApplication.processEvents()
        if focused.size() == (rested := seen(window, control)).size() and changed(rested, focused) < FEWEST_POINTS:
            unseen.append(f"{type(control).__name__} {control.objectName()}")
    assert not unseen


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_every_control_of_a_page_says_its_role_and_its_name(window: MissionWindow, key: str) -> None:
    window.show_page(key)
    QApplication.processEvents()
    silent = []
    for control in controls(window):
        told = QAccessible.queryAccessibleInterface(control)
        assert told is not None
        if told.role() in VAGUE or not told.text(QAccessible.Text.Name).strip():
            silent.append(f"{type(control).__name__} {control.objectName()}: {told.role().name}")
    assert not silent


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
