"""Around the list: the mission in front, guide and settings aside and back, messages on their surfaces, import."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.services.errors import EnvironmentFailure
from app.ui.qtmodels.missions_model import ID_ROLE
from app.ui.views.bug_dialog import BugDialog
from app.ui.views.keys_sheet import KeysSheet
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import Banner
from app.ui.views.main_window import MainWindow
from app.ui.views.mission_window import MissionWindow
from tests.ui.windows import opened, sentence, window_on


@pytest.fixture
def window(dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a profile with missions, open."""
    with window_on(qtbot, full_profile) as made:
        opened(qtbot, made, total=1_000)
        yield made


def _open_first(qtbot: QtBot, window: MainWindow) -> MissionWindow:
    window.desk.open_mission(window.desk.missions.model.index(0, 0).data(ID_ROLE))
    qtbot.waitUntil(lambda: window.desk.mission is not None)
    mission = window.desk.mission
    assert mission is not None
    return mission


def test_the_header_says_who_which_state_and_how_far(qtbot: QtBot, window: MainWindow) -> None:
    mission = _open_first(qtbot, window)
    header = mission.shell.header
    assert header.company.text() == "Exemple 999 SAS"
    assert header.subtitle.text().startswith("OC-22-0999-0 · ")
    assert header.days.text().replace("\u00a0", " ") == "0 / 30 j"
    assert mission.shell.outbox.accessibleName().startswith("334")


def test_the_window_begins_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry().size()
    assert window.size().boundedTo(room) == window.size()


def test_alt_and_a_digit_show_the_pages_of_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    mission = _open_first(qtbot, window)
    keys = list(mission.shell.rail.items)
    shown = [mission.shell.current_page()]
    for rank in range(len(keys)):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + rank), Qt.KeyboardModifier.AltModifier)
        shown.append(mission.shell.current_page())
    assert shown == [keys[0], *keys]


def test_the_guide_stands_aside_and_escape_comes_back_to_the_mission(qtbot: QtBot, window: MainWindow) -> None:
    mission = _open_first(qtbot, window)
    mission.context.guide_asked.emit("L1.5")
    home = window.desk.home
    assert home.isVisible()
    assert home.shell.current_page() == "guide"
    home.shell.back_asked.emit()
    assert mission.isVisible()
    mission.shell.back_asked.emit()
    assert home.isVisible()
    assert home.is_list_shown()


def test_f1_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeysSheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.reject()


def test_a_failure_stays_with_a_way_to_retry(qtbot: QtBot, window: MainWindow) -> None:
    tried: list[int] = []
    window.desk._messages.fail(EnvironmentFailure("disk.full"), lambda: tried.append(1))
    banner = window.findChild(Banner, "failure_disk.full")
    assert banner is not None
    assert banner.isVisible()
    assert banner.accessibleName() == sentence(EnvironmentFailure("disk.full"))
    banner.action.click()
    assert tried == [1]
    assert not window.banners.isVisible()


def test_a_fault_gives_a_reference_and_a_report_to_copy(qtbot: QtBot, window: MainWindow) -> None:
    window.desk._messages.bug(KeyError("Exemple SAS"))
    dialog = window.findChild(BugDialog)
    assert dialog is not None
    copying = dialog.findChild(Button, "bug_copy")
    assert copying is not None
    copying.click()
    report = QGuiApplication.clipboard().text()
    assert "KeyError" in report
    assert "Durand" not in report
    dialog.reject()


def test_an_undo_is_offered_in_passing(qtbot: QtBot, window: MainWindow) -> None:
    undone: list[int] = []
    window.desk._messages.tell("Action supprimée.", "Annuler", lambda: undone.append(1))
    toast = window.desk.home.shell.toast
    assert toast.isVisible()
    toast.action.click()
    assert undone == [1]
    assert not toast.isVisible()


@pytest.mark.parametrize("page", ["all", "guide", "settings", "outbox"])
def test_every_page_fits_a_small_laptop(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.desk.home.show_page(page)
    hint = window.minimumSizeHint()
    assert hint.width() <= 1280
    assert hint.height() <= 720


def _note(turns: list[int], rank: int, _bench: object) -> None:
    turns.append(rank)


def test_of_the_pages_asked_for_while_the_profile_is_read_only_the_last_is_made(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        home = window.desk.home
        qtbot.waitUntil(lambda: window.desk.missions.page.total == 1_000)
        turns: list[int] = []
        for rank in range(3):
            window.desk.with_bench(partial(_note, turns, rank))
        for key in ("settings", "programme", "guide"):
            home.show_page(key)
        qtbot.waitUntil(lambda: home.shell.current_page() == "guide")
        assert turns == [0, 1, 2]
        assert set(home._pages) == {"guide"}
