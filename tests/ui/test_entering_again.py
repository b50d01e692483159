"""Entering a page again, the mission being the same, computes and makes nothing again; a change does."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.mission import MissionFile, Seal
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.plan_matrix import PlanMatrix
from app.ui.views.kit.texts import Label
from app.ui.views.mission.funding_view import FundingView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.scenario_card import ScenarioCard
from app.ui.views.mission_window import MissionWindow


@pytest.fixture
def window(qtbot: QtBot, demo: MissionContext) -> MissionWindow:
    shown = MissionWindow(demo, PAGES)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    return shown


def enter(window: MissionWindow, key: str) -> None:
    """Come to a page from another one, and let it be painted."""
    window.show_page("company")
    window.show_page(key)
    QApplication.processEvents()


def test_the_document_that_would_leave_is_written_once_for_each_state_of_the_mission(
    window: MissionWindow, demo: MissionContext
) -> None:
    write, written = demo.workbench.write_document, []

    def spy(file: MissionFile, scheme: Scheme, referential: Referential, seal: Seal) -> bytes:
        written.append(seal.version)
        return write(file, scheme, referential, seal)

    demo.workbench = replace(demo.workbench, write_document=spy)
    for _ in range(3):
        enter(window, "closing")
    assert written == [1]
    demo.note(Part.SESSIONS)
    enter(window, "closing")
    assert written == [1, 1]


def test_a_scenario_keeps_its_card_until_it_goes(window: MissionWindow) -> None:
    enter(window, "funding")
    page = window.page()
    assert isinstance(page, FundingView)
    before = {card.objectName(): card for card in page.findChildren(ScenarioCard)}
    why = page.side_widget().findChildren(Label)
    assert len(before) == 3
    enter(window, "funding")
    assert {card.objectName(): card for card in page.findChildren(ScenarioCard)} == before
    assert page.side_widget().findChildren(Label) == why
    before["scenario_A"].removed.emit()
    left = {card.objectName(): card for card in page.findChildren(ScenarioCard) if card.objectName()}
    assert set(left) == {"scenario_A", "scenario_B"}
    assert left["scenario_A"].scenario_id == before["scenario_B"].scenario_id


def test_the_matrix_is_drawn_once_for_what_it_shows(window: MissionWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    svg, drawn = PlanMatrix.svg, []

    def spy(self: PlanMatrix, *shown: object) -> bytes:
        drawn.append(shown)
        return svg(self, *shown)  # type: ignore[arg-type]

    monkeypatch.setattr(PlanMatrix, "svg", spy)
    for _ in range(3):
        enter(window, "plan")
    assert 1 <= len(drawn) == len({repr(one) for one in drawn})
