"""The window locked: nothing shown, the key forgotten, opened again by the passphrase; what was typed is saved."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.ui.jobs import Job
from app.ui.views.entrance_pages import UnlockPage
from app.ui.views.idle import IdleWatch
from app.ui.views.kit.dialog import Dialog
from app.ui.views.main_window import MainWindow
from app.ui.views.rescue_pages import SalvagedPage
from tests.ui.windows import PASSPHRASE, opened, window_on

pytestmark = pytest.mark.usefixtures("dressed")


def unlock(qtbot: QtBot, window: MainWindow, secret: str = PASSPHRASE) -> UnlockPage:
    """Type a secret in the locked window."""
    page = window.entrance.page()
    assert isinstance(page, UnlockPage)
    page.secret.editors[0].setText(secret)
    qtbot.keyClick(page.secret.editors[0], Qt.Key.Key_Return)
    return page


def test_ctrl_l_hides_the_list_and_forgets_the_key(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        former, key = window.desk, full_profile._data_key
        window.desk.safety = None
        qtbot.waitUntil(lambda: not window.jobs.running())
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(window.entrance.isVisible)
        qtbot.waitUntil(lambda: full_profile._data_key == b"")
        assert window.desk is not former
        assert not window.desk.isVisible()
        assert window.desk.missions.page.total == 0
        del former
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        holders = [one for one in gc.get_referrers(key) if one is not locals() and not hasattr(one, "f_code")]
        assert holders == []
        page = unlock(qtbot, window, "une autre phrase")
        qtbot.waitUntil(lambda: page.secret.fields[0].error() != "", timeout=10_000)
        assert not window.desk.isVisible()
        unlock(qtbot, window)
        opened(qtbot, window, total=1_000)


def test_a_job_under_way_keeps_the_key_until_it_ends(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        job = Job(lambda context: context.wait(30))
        window.jobs.start(job)
        window.lock()
        assert window.entrance.isVisible()
        assert not window.desk.isVisible()
        assert full_profile._data_key
        job.cancel()
        qtbot.waitUntil(lambda: full_profile._data_key == b"")
        unlock(qtbot, window)
        opened(qtbot, window, total=1_000)


def test_an_open_dialog_is_hidden_with_what_is_typed_and_comes_back(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        desk, dialog = window.desk, Dialog("Question", "", "essai", window)
        dialog.open()
        window.lock()
        assert not dialog.isVisible()
        assert window.entrance.isVisible()
        unlock(qtbot, window)
        qtbot.waitUntil(dialog.isVisible, timeout=10_000)
        assert window.desk is desk
        assert desk.isVisible()
        dialog.close()


def test_without_a_passphrase_the_window_says_what_to_do(
    qtbot: QtBot, full_profile: LocalProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        slots = replace(full_profile.protection.slots(), passphrase=False)
        monkeypatch.setattr(full_profile.protection, "slots", lambda: slots)
        window.lock()
        assert window.desk.isVisible()
        assert "phrase secrète" in window.messages.history()[-1].sentence


def test_the_window_locks_by_itself_after_the_time_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.views.idle._MINUTE_MS", 0)
    owner, minutes = QObject(), [0]
    watch = IdleWatch(lambda: minutes[0], owner)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    minutes[0] = 15
    with qtbot.waitSignal(watch.idle):
        watch.look()
    monkeypatch.setattr("app.ui.views.idle._MINUTE_MS", 60_000)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()


def test_damaged_files_found_while_working_lead_to_what_can_be_read(qtbot: QtBot, full_profile: LocalProfile) -> None:
    with window_on(qtbot, full_profile) as window:
        opened(qtbot, window, total=1_000)
        qtbot.waitUntil(lambda: not window.jobs.running())
        window.desk.unsound.emit()
        assert window.entrance.isVisible()
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), SalvagedPage), timeout=30_000)
        page = window.entrance.page()
        assert isinstance(page, SalvagedPage)
        assert "Rien ne manque" in page.said()
        page.go.click()
        opened(qtbot, window, total=1_000)
        assert window.desk.isVisible()
