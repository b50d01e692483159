"""Every page of a mission fits the screens that it is made for, in both languages: nothing is cut at the right.

At 200 %, a screen of 1280×720 has 640×360 points: that is what the small size stands for.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.workbench import bind
from app.services.languages import Language
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import Field
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

READ = 24
"""Height in px under which an editor cannot be read; fields were squeezed to 12 when columns were taken away."""


@pytest.mark.parametrize("widths", [(1280,), (1920, 1280), (1280, 800), (800, 1280)])
@pytest.mark.parametrize("key", ["company", "sessions", "full_diagnostic", "plan", "funding", "closing"])
def test_no_field_is_squeezed(key: str, widths: tuple[int, ...], demo: MissionContext, qtbot: QtBot) -> None:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.show()
    window.show_page(key)
    for width in widths:
        window.resize(width, 720)
        for _ in range(3):
            QApplication.processEvents()
    page = window.page()
    assert page is not None
    squeezed = [
        f"{field.editor.objectName()}: {field.editor.height()}"
        for field in page.findChildren(Field)
        if field.isVisible() and field.editor.height() < min(READ, field.editor.minimumSizeHint().height())
    ]
    assert not squeezed
    window.leave()


@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (1920, 1080)])
@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_no_page_is_wider_than_its_window(key: str, size: tuple[int, int], demo: MissionContext, qtbot: QtBot) -> None:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.show_page(key)
    for _ in range(3):
        QApplication.processEvents()
    page = window.page()
    assert page is not None
    areas = [one for one in page.findChildren(QScrollArea) if one.isVisible()]
    assert [
        (one.objectName(), one.horizontalScrollBar().maximum()) for one in areas if one.horizontalScrollBar().maximum()
    ] == []


def cut_labels(page: QWidget) -> list[str]:
    """Labels of one line whose words are wider than the room that they are given."""
    return [
        f"{one.text()}: {one.fontMetrics().horizontalAdvance(one.text())} in {one.contentsRect().width()}"
        for one in page.findChildren(QLabel)
        if one.isVisible() and one.text() and not one.wordWrap() and "\n" not in one.text()
        if one.fontMetrics().horizontalAdvance(one.text()) > one.contentsRect().width() + 1
    ]


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_no_page_is_cut_in_english(
    size: tuple[int, int], demo: MissionContext, demo_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    bench = bind(demo_desk.storage, clock=demo.workbench.clock, own_packs=tmp_path, language=Language.ENGLISH)
    window = MissionWindow(MissionContext(bench, demo.mission_id, demo_desk.messages, demo_desk.jobs), PAGES)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    faults = []
    for spec in PAGES:
        window.show_page(spec.key)
        for _ in range(3):
            QApplication.processEvents()
        page = window.page()
        assert page is not None
        areas = [one for one in page.findChildren(QScrollArea) if one.isVisible()]
        faults += [f"{spec.key}: {one.objectName()}" for one in areas if one.horizontalScrollBar().maximum()]
        faults += [f"{spec.key}: {words}" for words in cut_labels(page)]
    assert faults == []
