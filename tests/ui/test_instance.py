"""One instance for each profile: the second finds the first, another profile does not."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.instance import InstanceServer, ask_to_raise, socket_name


def test_a_second_start_is_heard_by_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    server = InstanceServer(tmp_path)
    with qtbot.waitSignal(server.raise_asked, timeout=5_000):
        assert ask_to_raise(tmp_path / "." / "..") is False
        assert ask_to_raise(tmp_path) is True


def test_a_socket_left_by_a_killed_process_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    left = InstanceServer(tmp_path)
    server = InstanceServer(tmp_path)
    with qtbot.waitSignal(server.raise_asked, timeout=5_000):
        assert ask_to_raise(tmp_path)
    left.deleteLater()


def test_the_name_is_that_of_the_folder_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert socket_name(tmp_path / "a") == socket_name(tmp_path / "a" / ".." / "a")
    assert socket_name(tmp_path / "a") != socket_name(tmp_path)
