"""The fictional company in its own profile: filled, announced by its banner, reset in one click, never mixed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.services.missions import frame_mission
from app.services.rows import MissionQuery
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.dialog import Dialog
from app.ui.views.main_window import MainWindow
from app.ui.views.training import TrainingDesk
from tests.ui.windows import opened, window_on


@pytest.fixture
def window(dressed: QApplication, profile: LocalProfile, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of an empty profile, open."""
    with window_on(qtbot, profile) as made:
        opened(qtbot, made, total=0)
        yield made


def _training(qtbot: QtBot, window: MainWindow) -> TrainingDesk:
    qtbot.waitUntil(lambda: window.training is not None, timeout=10_000)
    training = window.training
    assert training is not None
    qtbot.waitUntil(lambda: training.desk.missions.page.total == 1, timeout=20_000)
    return training


def test_an_empty_list_leads_to_the_fictional_company(qtbot: QtBot, window: MainWindow, profile: LocalProfile) -> None:
    offered = window.desk.home.list.findChild(Button, "missions_nothing_training")
    assert offered is not None
    offered.click()
    training = _training(qtbot, window)
    row = training.desk.missions.page.rows[0]
    assert (row.company, row.fictional) == ("Mécanique Durand SAS", True)
    assert training.isVisible()
    assert training.banner.isVisible()
    assert training.banner.accessibleName() == "Entreprise fictive – formation"
    assert training.desk.profile.folder.parent == profile.folder
    assert profile.read_missions(MissionQuery()).total == 0


def test_one_click_and_a_confirmation_reset_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_training()
    training = _training(qtbot, window)
    before = training.desk.missions.page.rows[0]
    bench = training.desk.profile.workbench()
    frame_mission(bench.unit_of_work, before.id, lambda kept: kept, clock=bench.clock)
    training.desk.open_mission(before.id)
    qtbot.waitUntil(lambda: training.desk.mission is not None)
    training.banner.action.click()
    question = training.window().findChild(Dialog, "training_reset")
    assert question is not None
    go = question.findChild(Button, "training_reset_go")
    assert go is not None
    go.click()
    assert not training.banner.action.isEnabled()
    training._reset()  # from a second question, asked before the first was answered
    qtbot.waitUntil(lambda: training.desk.missions.page.total == 1 and training.desk.mission is None, timeout=20_000)
    after = training.desk.missions.page.rows[0]
    assert after.company == before.company
    assert after.id != before.id
    qtbot.waitUntil(training.banner.action.isEnabled)


def test_leaving_comes_back_to_the_real_missions(qtbot: QtBot, window: MainWindow) -> None:
    window.show_training()
    training = _training(qtbot, window)
    leave = training.findChild(Button, "training_leave")
    assert leave is not None
    leave.click()
    assert window.desk.isVisible()
    assert not training.isVisible()
    window.show_training()
    assert training.isVisible()
