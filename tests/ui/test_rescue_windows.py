"""A new computer from a backup, a damaged file read as far as it can be, backups in Réglages: through the window."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.services.jobs import Unattended
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.safety import SafetyPresenter
from app.ui.views.entrance_pages import TroublePage, WelcomePage
from app.ui.views.rescue_pages import RestorePage, SalvagedPage
from app.ui.views.safety_card import LockCard, SafetyCard
from tests.ui.conftest import MadeProfile
from tests.ui.windows import opened, sentence, window_on

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    """Jobs, all stopped in the end."""
    runner = JobRunner()
    yield runner
    assert runner.close() == ()


def test_a_new_computer_starts_from_a_backup_and_the_recovery_code(
    qtbot: QtBot, full_profile: LocalProfile, made_profile: MadeProfile, tmp_path: Path
) -> None:
    assert full_profile.open_by_keyring()
    full_profile.backups.make(Unattended())
    full_profile.close()
    folder = tmp_path / "new computer"
    folder.mkdir()
    with window_on(qtbot, LocalProfile(folder, None)) as window:
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), WelcomePage), timeout=10_000)
        page = window.entrance.page()
        assert isinstance(page, WelcomePage)
        page.backup_chosen.emit(tmp_path / "nowhere")
        qtbot.waitUntil(lambda: page.secret.fields[0].error() != "")
        page.backup_chosen.emit(full_profile.folder)
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), RestorePage))
        restoring = window.entrance.page()
        assert isinstance(restoring, RestorePage)
        assert "sauvegarde" in restoring.sentence.text()
        restoring.secret.editors[0].setText("une autre phrase")
        restoring.go.click()
        qtbot.waitUntil(lambda: restoring.secret.fields[0].error() != "", timeout=10_000)
        assert sorted(path.name for path in folder.iterdir()) == ["jalon.lock"]
        restoring.secret.editors[0].setText(made_profile.code)
        restoring.go.click()
        opened(qtbot, window, total=1_000)


def test_a_damaged_file_is_read_as_far_as_it_can_be_and_told(qtbot: QtBot, full_profile: LocalProfile) -> None:
    base = full_profile.folder / "jalon.db"
    content = bytearray(base.read_bytes())
    # The first page of the list of versions of the schema: nothing opens, nearly everything reads.
    content[4096 * 1 + 50] ^= 0xFF
    base.write_bytes(content)
    with window_on(qtbot, full_profile) as window:
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), TroublePage), timeout=10_000)
        trouble = window.entrance.page()
        assert isinstance(trouble, TroublePage)
        assert trouble.salvage.isVisible()
        trouble.salvage.click()
        qtbot.waitUntil(lambda: isinstance(window.entrance.page(), SalvagedPage), timeout=30_000)
        page = window.entrance.page()
        assert isinstance(page, SalvagedPage)
        assert "1000 mission" in page.sentence.text()
        assert base.read_bytes() == bytes(content)
        page.go.click()
        opened(qtbot, window, total=1_000)
    (aside,) = full_profile.folder.glob("abime-*")
    assert (aside / "jalon.db").read_bytes() == bytes(content)


def test_settings_say_back_up_and_verify(qtbot: QtBot, profile: LocalProfile, jobs: JobRunner, tmp_path: Path) -> None:
    assert profile.open_by_keyring()
    messages = Messages(sentence, lambda: datetime.now(UTC))
    card = SafetyCard(SafetyPresenter(profile, messages, jobs, lambda: datetime.now(UTC)))
    qtbot.addWidget(card)
    card.show()
    assert "Pas encore" in card.said()
    card.now.click()
    qtbot.waitUntil(lambda: "Dernière sauvegarde" in card.said(), timeout=10_000)
    card.check.click()
    qtbot.waitUntil(lambda: "lue en entier" in messages.history()[-1].sentence, timeout=10_000)
    drive = tmp_path / "drive"
    card._presenter.choose_place(drive)
    qtbot.waitUntil(lambda: messages.history()[-1].code == "safeguard.place_absent", timeout=10_000)
    assert str(drive) in messages.history()[-1].sentence
    drive.mkdir()
    card.now.click()
    qtbot.waitUntil(lambda: messages.history()[-1].sentence.startswith("Sauvegarde faite"), timeout=10_000)
    assert list(drive.glob("jalon-*/*/jalon.db"))
    profile.close()


def test_the_first_look_backs_up_and_checks(qtbot: QtBot, profile: LocalProfile, jobs: JobRunner) -> None:
    assert profile.open_by_keyring()
    messages = Messages(sentence, lambda: datetime.now(UTC))
    presenter = SafetyPresenter(profile, messages, jobs, lambda: datetime.now(UTC))
    presenter._first_look()
    qtbot.waitUntil(lambda: profile.backups.last() is not None and not jobs.running(), timeout=10_000)
    assert profile.preferences.load().checked_at
    assert messages.history() == ()
    found: list[object] = []
    presenter.unsound.connect(lambda: found.append(None))
    presenter._checked(whole=False, sound=False)
    last = messages.history()[-1]
    assert (last.code, last.action) == ("storage.unsound", "Récupérer ce qui se lit")
    assert last.act is not None
    last.act()
    assert found
    profile.close()


def test_the_wait_before_the_lock_is_kept(qtbot: QtBot, profile: LocalProfile) -> None:
    card = LockCard(profile)
    qtbot.addWidget(card)
    card.minutes.chosen.emit("30")
    assert profile.preferences.load().lock_minutes == 30
