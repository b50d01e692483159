"""What comes from elsewhere and what goes there, by keys: a file to import, a server that is down, then answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.mission import SealedVersion
from app.services.rows import Deposit, DepositState
from app.sync.contract.archive import write_archive
from tests.e2e.folder import make_profile, only_mission, opened
from tests.e2e.program import Program, enrol, go, program_on, unlock
from tests.e2e.screen import Screen, happens, open_screen
from tests.support.regional import RegionalServer
from tests.support.sealed import SEALED_AT, a_mission_file, a_version

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One screen for the whole file."""
    with open_screen(tmp_path_factory.mktemp("pictures")) as opened:
        yield opened


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile made without a window."""
    return make_profile(tmp_path / "profile")


def kept(folder: Path) -> tuple[tuple[SealedVersion, ...], tuple[Deposit, ...]]:
    """Sealed versions and deposits that a closed profile holds for its one mission."""
    with opened(folder) as bench:
        mission_id = only_mission(bench).id
        with bench.unit_of_work() as uow:
            return uow.sealed.of(mission_id), uow.deposits.of(mission_id)


def queue(folder: Path) -> SealedVersion:
    """Keep a mission with a sealed version that waits for its deposit."""
    file = a_mission_file()
    sealed = a_version(file)
    with opened(folder) as bench, bench.unit_of_work() as uow:
        uow.missions.add(file.mission, SEALED_AT)
        uow.sealed.add(sealed)
        uow.deposits.queue(Deposit(sealed.mission_id, 1, sealed.sha256, DepositState.WAITING, SEALED_AT))
        uow.commit()
    return sealed


def choose(program: Program, path: Path) -> None:
    """Import a file from the list of missions."""
    keyboard, screen = program.screen.keyboard, program.screen
    keyboard.press("o", "Control_L")
    screen.until_front("Importer une mission")
    for _attempt in range(4):
        keyboard.press("a", "Control_L")
        keyboard.type(str(path))
        # The completion list may take the first Enter for itself; a box that says « not found » takes the second.
        for _enter in range(2):
            keyboard.press("Return")
            if happens(lambda: screen.front().startswith("Jalon"), seconds=2):
                return
    raise AssertionError("the dialog stays open")


def test_a_cut_file_is_refused_by_a_sentence_and_the_whole_one_imported(
    screen: Screen, profile: Path, tmp_path: Path
) -> None:
    sealed = a_version(a_mission_file())
    whole, cut = tmp_path / "whole.jalon", tmp_path / "cut.jalon"
    data = write_archive(sealed.document)
    whole.write_bytes(data)
    cut.write_bytes(data[: len(data) // 2])
    with program_on(screen, profile) as program:
        unlock(program)
        program.until_page("all")
        choose(program, cut)
        program.until_said("environment failure archive.damaged")
        screen.picture("import-refuse")
        choose(program, whole)
        program.until_said("version 1 imported")
        choose(program, whole)
        program.until_said("file imported", times=2)
        screen.picture("import-fait")
        assert program.close() == 0
        assert program.noise() == ["environment failure archive.damaged"]
        assert program.said("version 1 imported") == 1
    versions, deposits = kept(profile)
    assert [one.document for one in versions] == [sealed.document]
    assert [(one.state, one.attempts) for one in deposits] == [(DepositState.WAITING, 0)]


def test_a_server_that_is_down_is_told_and_the_next_try_deposits_once(
    screen: Screen, profile: Path, tmp_path: Path
) -> None:
    sealed = queue(profile)
    server = RegionalServer(tmp_path / "server")
    server.data.mkdir()
    server.start()
    try:
        with program_on(screen, profile) as program:
            unlock(program)
            program.until_page("all")
            enrol(program, server.url, server.code())
            server.stop()
            go(program, "outbox")
            screen.keyboard.press("Return")
            program.until_said("version 1 waiting (server.unreachable)")
            screen.picture("serveur-injoignable")
            server.start()
            program.until_said("deposit ended")
            screen.keyboard.press("Return")
            program.until_said("version 1 deposited")
            screen.picture("deposee")
            assert program.close() == 0
            assert not program.noise()
        assert server.versions() == [(sealed.mission_id, 1, sealed.sha256)]
    finally:
        if server.is_running:
            server.stop()
    _versions, deposits = kept(profile)
    assert [one.state for one in deposits] == [DepositState.DEPOSITED]
