"""Folder, lock, whole files, preferences and log of a profile."""

import json
import logging
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.infra.clock import new_id, now
from app.infra.files import write_whole
from app.infra.logging_setup import set_up_logging
from app.infra.preferences import JsonPreferences, parse_preferences, write_preferences
from app.infra.profile_folder import FolderLock, default_folder, instance_name, ready_folder
from app.services.errors import EnvironmentFailure
from app.services.profile import Preferences, ThemeChoice

HOLDER = """
import sys
from pathlib import Path
from app.infra.profile_folder import FolderLock

lock = FolderLock(Path(sys.argv[1]))
print(lock.claim(), lock.holder(), flush=True)
sys.stdin.read()
"""
CHOICES = Preferences(
    theme=ThemeChoice.ATELIER,
    provider_name="Cabinet « Essor »",
    lead_consultant="consultante",
    scheme_id="occitanie-2020-2022",
    mission_id=UUID(int=7),
    window="AAAB",
)


def test_one_instance_holds_a_folder_until_it_ends_however_it_ends(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().split() == ["True", str(other.pid)]
        assert not lock.claim()
        assert lock.holder() == other.pid
        other.kill()
        other.wait()
    assert lock.claim()
    assert lock.claim()
    assert lock.holder() == os.getpid()
    again = FolderLock(tmp_path)
    assert not again.claim()
    lock.release()
    assert again.claim()
    again.release()


def test_every_writing_of_a_folder_names_the_same_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ready_folder(tmp_path / "a" / "b")
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    names = {
        instance_name(path) for path in (folder, Path("a/b"), tmp_path / "link", tmp_path / "a" / "x" / ".." / "b")
    }
    assert len(names) == 1
    assert names != {instance_name(tmp_path)}


def test_a_new_folder_is_for_its_user_alone(tmp_path: Path) -> None:
    assert ready_folder(tmp_path / "profil").stat().st_mode & 0o777 == 0o700
    assert default_folder().name == "jalon"


def test_a_path_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(EnvironmentFailure, match=r"disk\.refused"):
            ready_folder(path)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder where even root writes nothing")
def test_a_folder_that_cannot_be_written_is_told() -> None:
    folder = Path("/proc/self/fdinfo")
    with pytest.raises(EnvironmentFailure, match=r"disk\.(read_only|refused)"):
        FolderLock(folder).claim()
    with pytest.raises(EnvironmentFailure, match=r"disk\.(read_only|refused)"):
        write_whole(folder / "x", b"x")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"old")
    with files_of_at_most(100), pytest.raises(EnvironmentFailure, match=r"disk\.full"):
        write_whole(path, bytes(1000))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


class Drawer(dict[str, bytes]):
    """What the encrypted file keeps."""

    def secret(self, name: str) -> bytes | None:
        """What is kept under a name, or None."""
        return self.get(name)

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a value."""
        self[name] = value


def test_preferences_come_back_and_names_only_once_the_profile_is_open(tmp_path: Path) -> None:
    drawer, file = Drawer(), JsonPreferences(tmp_path)
    assert file.load() == Preferences()
    file.unlocked(drawer)
    file.keep(CHOICES)
    assert file.load() == CHOICES
    again = JsonPreferences(tmp_path)
    assert again.load() == replace(CHOICES, provider_name="", lead_consultant="")
    again.keep(replace(again.load(), window="CCCD"))
    again.unlocked(drawer)
    assert again.load() == replace(CHOICES, window="CCCD")


def test_names_leave_the_file_of_a_former_version(tmp_path: Path) -> None:
    drawer, path = Drawer(), tmp_path / "preferences.json"
    path.write_text(write_preferences(CHOICES), encoding="utf-8")
    file = JsonPreferences(tmp_path)
    file.unlocked(drawer)
    assert file.load() == CHOICES
    assert "Essor" not in path.read_text(encoding="utf-8")
    file.unlocked(None)
    file.unlocked(drawer)
    assert file.load() == CHOICES


def test_the_defaults_replace_all_choices(tmp_path: Path) -> None:
    file = JsonPreferences(tmp_path)
    file.keep(CHOICES)
    file.keep(Preferences())
    assert file.load() == Preferences()


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": None},
        {"theme": "rose"},
        {"colour": "rose"},
        {"window": 3},
        {"mission_id": "7"},
        {"mission_id": 7},
    ],
)
def test_preferences_that_are_not_ours_are_left_aside_and_logged(
    tmp_path: Path, change: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    text = json.dumps({**json.loads(write_preferences(CHOICES)), **change})
    with pytest.raises((ValueError, TypeError)):
        parse_preferences(text)
    (tmp_path / "preferences.json").write_text(text, encoding="utf-8")
    assert JsonPreferences(tmp_path).load() == Preferences()
    assert "preferences ignored" in caplog.text


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff"])
def test_a_spoilt_preferences_file_is_left_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "preferences.json").write_bytes(content)
    assert JsonPreferences(tmp_path).load() == Preferences()


def test_preferences_that_cannot_be_kept_disturb_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    JsonPreferences(tmp_path / "missing").keep(CHOICES)
    assert "preferences not kept: disk.refused" in caplog.text


@pytest.mark.parametrize("json_lines", [False, True])
def test_the_log_is_a_file_of_the_profile(tmp_path: Path, json_lines: bool) -> None:
    root = logging.getLogger()
    level = root.level
    handler = set_up_logging(tmp_path, json_lines=json_lines)
    try:
        logging.getLogger("app.essai").info("mission %s", "7")
        logging.getLogger("app.essai").debug("unseen")
        try:
            _ = 1 // 0
        except ZeroDivisionError:
            logging.getLogger("app.essai").exception("fault")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()
    text = (tmp_path / "jalon.log").read_text(encoding="utf-8")
    if json_lines:
        first, second = (json.loads(line) for line in text.splitlines())
        assert (first["level"], first["logger"], first["message"]) == ("info", "app.essai", "mission 7")
        assert first["at"].endswith("+00:00")
        assert "ZeroDivisionError" in second["exception"]
    else:
        assert "INFO app.essai mission 7\n" in text
        assert "ZeroDivisionError" in text
    assert "unseen" not in text


def test_the_clock_is_aware_and_identifiers_are_fresh() -> None:
    assert now().utcoffset() is not None
    assert new_id() != new_id()
