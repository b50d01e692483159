"""Every page of a mission fits the screens that it is made for: nothing stands beyond the right edge of what shows it."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.presenters.mission_context import MissionContext
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow


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
