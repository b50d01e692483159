"""What was asked for once and held by a passing failure is tried again in the background, without a word."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.presenters.automatic_deposits import FIRST_WAIT_S, LONGEST_WAIT_S, AutomaticDeposits
from app.ui.presenters.outbox import OutboxPresenter
from tests.support.attached import with_contents
from tests.support.desk import Desk, desk_in
from tests.support.profile import Profile
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RegionalServer]:
    started = RegionalServer(tmp_path / "region")
    started.start()
    yield started
    if started.is_running:
        started.stop()


@pytest.fixture
def waiting(tmp_path: Path, server: RegionalServer) -> Iterator[Desk]:
    """An enrolled profile with one version that waits."""
    profile = Profile(tmp_path / "profile")
    profile.outbox.enrol(server.url, server.code(), "essai")
    profile.seal(with_contents(a_mission_file(), b"Notes."))
    profile.storage.attachments.put(b"Notes.")
    profile.close()
    with desk_in(tmp_path / "profile") as desk:
        yield desk


def ended(qtbot: QtBot, outbox: OutboxPresenter) -> None:
    """Wait until the deposit under way is over."""
    qtbot.waitUntil(lambda: not outbox.is_running(), timeout=10_000)


def test_a_server_that_comes_back_gets_what_was_asked_for(qtbot: QtBot, waiting: Desk, server: RegionalServer) -> None:
    outbox = OutboxPresenter(waiting.workbench, waiting.messages, waiting.jobs)
    automatic = AutomaticDeposits(outbox, jitter=lambda: 0.5)
    outbox.refresh()
    assert not automatic.timer.isActive(), "nothing leaves that nobody asked for"
    server.stop()

    outbox.deposit()
    ended(qtbot, outbox)
    [one] = outbox.waiting
    assert one.code == "server.unreachable"
    assert "Dernier essai le" in one.details
    assert "1 (6 octets)" in one.details.replace("\u202f", " ").replace("\xa0", " ")
    assert automatic.timer.remainingTime() > (FIRST_WAIT_S - 5) * 1000
    said = len(waiting.messages.history())

    for wait in (2 * FIRST_WAIT_S, 4 * FIRST_WAIT_S):
        automatic.timer.timeout.emit()
        automatic.timer.stop()
        ended(qtbot, outbox)
        assert automatic.wait_s() == wait
    assert len(waiting.messages.history()) == said, "what does not leave is not told again"

    server.start()
    automatic.timer.timeout.emit()
    ended(qtbot, outbox)
    assert outbox.waiting == ()
    assert not automatic.timer.isActive()
    assert "déposée" in waiting.messages.history()[-1].sentence


def test_waits_grow_to_a_bound_and_are_spread(qtbot: QtBot, waiting: Desk) -> None:
    outbox = OutboxPresenter(waiting.workbench, waiting.messages, waiting.jobs)
    spread = iter([0.0, 1.0])
    automatic = AutomaticDeposits(outbox, jitter=lambda: next(spread))
    automatic._tries = 10
    assert (automatic.wait_s(), automatic.wait_s()) == (LONGEST_WAIT_S // 2, LONGEST_WAIT_S * 3 // 2)


def test_what_the_region_refused_waits_for_the_user(qtbot: QtBot, waiting: Desk) -> None:
    outbox = OutboxPresenter(waiting.workbench, waiting.messages, waiting.jobs)
    automatic = AutomaticDeposits(outbox)
    with waiting.workbench.unit_of_work() as uow:
        [one] = uow.deposits.pending()
        uow.deposits.save(replace(one, attempts=1, last_code="token.refused"))
        uow.commit()
    outbox.refresh()
    assert [one.code for one in outbox.waiting] == ["token.refused"]
    assert not automatic.timer.isActive()
