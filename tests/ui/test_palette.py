"""The command palette and the history of the messages, in the window of a real profile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.ui.presenters.palette import Command, ranked, without_doubles
from app.ui.qtmodels.missions_model import ID_ROLE
from app.ui.views.command_palette import CommandPalette
from app.ui.views.history_sheet import HistorySheet
from app.ui.views.kit.buttons import Button
from app.ui.views.main_window import MainWindow
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from tests.ui.windows import opened, window_on

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("words", "first"),
    [("regl", "Réglages"), ("RÉGLAGES", "Réglages"), ("qst", "Questionnaire"), ("l1.3", "Aller à L1.3"), ("xyz", None)],
)
def test_words_find_commands_without_accents(words: str, first: str | None) -> None:
    titles = ("Questionnaire", "Guide", "Réglages", "Aller à L1.3", "Aller à L1.31")
    found = ranked([Command(title, "Page", "", lambda: None) for title in titles], words)
    assert (found[0].title if found else None) == first


def test_what_is_told_twice_is_shown_once_with_its_key() -> None:
    twice = [Command("Réglages", "", keys, lambda: None) for keys in ("", "Alt+7")]
    assert [one.keys for one in without_doubles(twice)] == ["Alt+7"]


def _palette(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.desk, Qt.Key.Key_K, CONTROL)
    found = window.findChild(CommandPalette)
    assert found is not None
    return found


def _do(qtbot: QtBot, window: MainWindow, words: str) -> None:
    palette = _palette(qtbot, window)
    qtbot.keyClicks(palette.search, words)
    with qtbot.waitSignal(palette.destroyed):
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)


def test_pages_missions_themes_and_keys_are_reached_by_a_few_letters(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        desk = window.desk
        _do(qtbot, window, "a deposer")
        assert desk.missions.query.states
        _do(qtbot, window, "exemple 998")
        assert desk.mission is not None
        assert desk.mission.context.mission.company.name == "Exemple 998 SAS"
        _do(qtbot, window, "l1.3")
        page = desk.mission.page()
        assert isinstance(page, QuestionnairePage)
        assert page.presenter.theme.code == "L1.3"
        _do(qtbot, window, "theme suivant")
        assert page.presenter.theme.code == "L1.4", "a key of the page is struck on the page"
        _do(qtbot, window, "seances")
        assert desk.mission.shell.current_page() == "sessions"
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        qtbot.keyClick(desk.mission, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert desk.mission.page() is page
        palette = _palette(qtbot, window)
        shown = {one.title: one.keys for one in palette._commands}
        assert shown["Plan d’actions"] == "Alt+6"
        assert shown["Guide"]
        with qtbot.waitSignal(palette.destroyed):
            qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
        _do(qtbot, window, "exemple 7 sas")
        assert desk.mission.context.mission_id != desk.home.list.table.model().index(0, 0).data(ID_ROLE)


def test_the_history_keeps_what_was_said_and_what_can_be_undone(
    dressed: QApplication, full_profile: LocalProfile, qtbot: QtBot
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        undone: list[int] = []
        window.desk._messages.tell("Action retirée.", "Annuler", lambda: undone.append(1))
        window.desk._messages.tell("Fichier enregistré.")
        qtbot.keyClick(window.desk.home, Qt.Key.Key_J, CONTROL)
        sheet = window.findChild(HistorySheet)
        assert sheet is not None
        undo = sheet.findChild(Button, "history_act_1")
        assert undo is not None
        undo.click()
        assert undone == [1]
