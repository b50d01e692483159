"""Ctrl++, Ctrl+- and Ctrl+0 change the size of the text: kept, and shown by a window that opens again at that scale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.commands import window as command
from app.infra.preferences import JsonPreferences, parse_preferences
from app.ui.views import application
from app.ui.views.kit.segmented import Segmented
from tests.ui.windows import opened, window_on

CTRL = Qt.KeyboardModifier.ControlModifier


def test_keys_go_through_the_sizes_and_the_window_opens_again_once(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            QTest.keyClick(window, key, CTRL)
        assert JsonPreferences(full_profile.folder).load().text_percent == 100
        qtbot.waitUntil(lambda: window.begins_again, timeout=3_000)
        assert window.changes_size
        assert JsonPreferences(full_profile.folder).load().text_percent == 125


def test_the_sizes_end_at_200_and_at_100(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        said: list[str] = []
        window.messages.said.connect(lambda message: said.append(message.sentence))
        for _ in range(8):
            QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
        QTest.keyClick(window, Qt.Key.Key_0, CTRL)
        assert said[-3:] == [f"Taille du texte\u00a0: {percent}\u00a0%" for percent in (200, 200, 100)]


def test_the_settings_change_it_without_any_key(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        window.desk.home.show_page("settings")
        choice = window.findChild(Segmented, "settings_text_size")
        assert choice is not None
        choice.chosen.emit("150")
        assert window.changes_size
        assert JsonPreferences(full_profile.folder).load().text_percent == 150


@pytest.mark.parametrize("percent", ["99", "201", "1.5", '"150"'])
def test_a_size_out_of_bounds_is_no_preference(percent: str) -> None:
    with pytest.raises(ValueError, match="size of the text"):
        parse_preferences(f'{{"version": 1, "text_percent": {percent}}}')


@pytest.mark.parametrize(("session", "factor"), [("", "1.5"), ("2", "3"), ("large", "large")])
def test_the_program_starts_again_with_the_session_of_its_user(
    session: str, factor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    started: list[tuple[str, dict[str, str]]] = []
    (tmp_path / "preferences.json").write_text('{"version": 1, "text_percent": 150}')
    monkeypatch.setenv("QT_SCALE_FACTOR", session)

    def run(*_args: object, **_named: object) -> int:
        given.append(os.environ["QT_SCALE_FACTOR"])
        return application.OTHER_SIZE

    monkeypatch.setattr(application, "run", run)
    monkeypatch.setattr(os, "execve", lambda path, _words, environment: started.append((path, environment)))
    command.open_window(tmp_path, json_log=False, training=False)
    assert given == [factor]
    assert [(path, environment["QT_SCALE_FACTOR"]) for path, environment in started] == [(sys.executable, session)]


def test_qt_enlarges_its_points_by_that_factor() -> None:
    asked = (
        "from PySide6.QtWidgets import QApplication; a = QApplication([]); print(a.primaryScreen().devicePixelRatio())"
    )
    environment = {**os.environ, "QT_SCALE_FACTOR": "1.75"}
    said = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert float(said.stdout) == 1.75
