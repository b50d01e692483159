"""What should never have been given: a sentence says so, nothing is lost, and the window goes on answering."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.quantities import TEXT_LENGTH
from app.services.missions import frame_mission
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import MOST_TYPED, TextArea
from app.ui.views.kit.texts import Label
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

MEGABYTE = 2**20
MOST_BUSY_S = 1.0
"""A paste took minutes; on a machine that runs other tests too, it takes far less than this."""


@pytest.mark.parametrize("text", ["x" * MEGABYTE, "un mot " * (MEGABYTE // 7), "ligne\n" * (MEGABYTE // 6)])
def test_a_megabyte_pasted_into_a_note_is_refused_in_words_and_blocks_nothing(
    demo: MissionContext, qtbot: QtBot, text: str
) -> None:
    window = MissionWindow(demo, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    area = window.findChild(TextArea, "summary")
    assert area is not None
    before = demo.mission.summary
    pasted = QMimeData()
    pasted.setText(text)
    begun = time.thread_time()
    area.selectAll()
    area.insertFromMimeData(pasted)
    QApplication.processEvents()
    window.leave()
    QApplication.processEvents()
    assert time.thread_time() - begun < MOST_BUSY_S
    assert TEXT_LENGTH < len(area.value()) <= MOST_TYPED
    assert demo.mission.summary == before
    said = [one.text() for one in window.findChildren(Label) if "caractères, et 5" in one.text()]
    assert said
    area.setPlainText(before)
    window.leave()


def test_right_to_left_and_control_characters_do_not_reach_a_title(
    demo: MissionContext, demo_desk: Desk, qtbot: QtBot
) -> None:
    typed = "Forge\u202e\x07\x00 d’\u200fÉtampes\u2028Sud"
    kept = frame_mission(
        demo.workbench.unit_of_work,
        demo.mission_id,
        lambda mission: replace(mission, company=replace(mission.company, name=typed)),
        clock=demo.workbench.clock,
    )
    assert kept.company.name == "Forge d’Étampes Sud"
    window = MissionWindow(demo_desk.context(demo.mission_id), PAGES)
    qtbot.addWidget(window)
    window.show()
    assert window.shell.header.company.text() == "Forge d’Étampes Sud"
    window.leave()
