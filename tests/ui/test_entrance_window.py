"""Opening a profile in the window: key ring, none, wrong passphrase, first start, damage; nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.errors import DomainError
from app.services.rows import MissionQuery
from app.ui.views.entrance_pages import RecoveryPage, TroublePage, UnlockPage, WelcomePage
from app.ui.views.kit.notices import Banner
from app.ui.views.main_window import MainWindow
from tests.ui.conftest import MadeProfile
from tests.ui.windows import PASSPHRASE, opened, sentence, window_on

pytestmark = pytest.mark.usefixtures("dressed")


def _page(qtbot: QtBot, window: MainWindow, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(window.entrance.page(), kind) and window.entrance.isVisible(), timeout=10_000)
    page = window.entrance.page()
    assert page is not None
    return page


def test_the_key_ring_opens_without_asking(qtbot: QtBot, profile: LocalProfile) -> None:
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=0)
        assert window.entrance.page() is None


def test_a_wrong_passphrase_is_refused_in_words_then_the_right_one_opens(
    qtbot: QtBot, made_profile: MadeProfile
) -> None:
    with window_on(qtbot, LocalProfile(made_profile.folder, None)) as window:
        page = _page(qtbot, window, UnlockPage)
        assert isinstance(page, UnlockPage)
        editor = page.secret.editors[0]
        editor.setText("une autre phrase")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.secret.fields[0].error() != "", timeout=10_000)
        assert page.secret.fields[0].error() == sentence(DomainError("unlock.refused"))
        assert editor.text() == "une autre phrase"
        editor.setText(PASSPHRASE)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        opened(qtbot, window, total=0)


def test_the_recovery_code_opens_too(qtbot: QtBot, made_profile: MadeProfile) -> None:
    with window_on(qtbot, LocalProfile(made_profile.folder, None)) as window:
        page = _page(qtbot, window, UnlockPage)
        assert isinstance(page, UnlockPage)
        page.secret.editors[0].setText(made_profile.code.lower())
        page.go.click()
        opened(qtbot, window, total=0)


def test_without_a_key_ring_a_first_start_says_so_and_wants_a_passphrase(qtbot: QtBot, tmp_path: Path) -> None:
    with window_on(qtbot, LocalProfile(tmp_path, None)) as window:
        page = _page(qtbot, window, WelcomePage)
        assert isinstance(page, WelcomePage)
        banner = page.findChild(Banner, "welcome_no_keyring")
        assert banner is not None
        assert banner.isVisible()
        assert "Pas de trousseau" in banner.accessibleName()
        page.go.click()
        assert "phrase secrète" in page.secret.fields[0].error()
        first, second = page.secret.editors
        first.setText(PASSPHRASE)
        second.setText(PASSPHRASE[:-1])
        page.go.click()
        assert "diffèrent" in page.secret.fields[1].error()
        second.setText(PASSPHRASE)
        page.go.click()
        recovery = _page(qtbot, window, RecoveryPage)
        assert isinstance(recovery, RecoveryPage)
        code = recovery.shown_code()
        recovery.done.click()
        assert recovery.shown_code() == ""
        opened(qtbot, window, total=0)
    again = LocalProfile(tmp_path, None)
    again.open_by_secret(code)
    assert again.read_missions(MissionQuery()).total == 0
    again.close()


def test_what_is_typed_is_hidden_until_asked(qtbot: QtBot, made_profile: MadeProfile) -> None:
    with window_on(qtbot, LocalProfile(made_profile.folder, None)) as window:
        page = _page(qtbot, window, UnlockPage)
        assert isinstance(page, UnlockPage)
        editor = page.secret.editors[0]
        assert editor.echoMode() is QLineEdit.EchoMode.Password
        page.secret.shown.click()
        assert editor.echoMode() is QLineEdit.EchoMode.Normal


def test_a_damaged_file_is_told_on_the_whole_page_and_left_as_it_is(qtbot: QtBot, profile: LocalProfile) -> None:
    base = profile.folder / "jalon.db"
    content = base.read_bytes()[:5_000] + bytes(3_000)
    base.write_bytes(content)
    with window_on(qtbot, profile) as window:
        page = _page(qtbot, window, TroublePage)
        assert isinstance(page, TroublePage)
        assert "abîmé" in page.sentence.text()
        assert str(profile.folder) in page.where()
    assert base.read_bytes() == content


def test_the_window_keeps_its_place_and_theme(qtbot: QtBot, profile: LocalProfile) -> None:
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=0)
        window.resize(700, 500)
    with window_on(qtbot, LocalProfile(profile.folder, None)) as window:
        assert (window.width(), window.height()) == (700, 500)
