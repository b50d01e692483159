"""Opening a profile, by keys: what is wrong is said on the screen, and nothing is lost or changed."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.infra.slots import unlock_with_secret
from app.models.connection import open_connection
from tests.e2e.folder import PASSPHRASE
from tests.e2e.program import create_profile, program_on, unlock
from tests.e2e.screen import WAIT_SECONDS, Screen, open_screen, until

pytestmark = pytest.mark.e2e

DANGER = "#B3261E"
WARN_SOFT = "#FBF0DB"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One screen for the whole file."""
    with open_screen(tmp_path_factory.mktemp("pictures")) as opened:
        yield opened


@pytest.fixture(scope="module")
def made(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile made by a first start, and closed."""
    folder = tmp_path_factory.mktemp("made") / "profile"
    with program_on(screen, folder) as program:
        program.until_page("welcome")
        until(lambda: screen.shows(WARN_SOFT), "the banner that says that there is no key ring")
        create_profile(program)
        assert program.close() == 0
        assert not program.noise()
    return folder


@pytest.fixture
def profile(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "profile"))


def test_a_wrong_passphrase_is_refused_and_the_right_one_opens(screen: Screen, profile: Path) -> None:
    with program_on(screen, profile) as program:
        unlock(program, "une autre phrase")
        program.until_said("profile not opened: unlock.refused")
        until(lambda: screen.shows(DANGER), "the refusal beside the field")
        screen.keyboard.type(PASSPHRASE)
        screen.keyboard.press("Return")
        program.until_page("all")
        assert program.close() == 0
        assert program.noise() == ["profile not opened: unlock.refused"]


def test_a_second_start_raises_the_window_of_the_first(screen: Screen, profile: Path, tmp_path: Path) -> None:
    with program_on(screen, profile) as first:
        first.until_page("unlock")
        until(lambda: screen.front_process() == first.process.pid, "the window of the first start in front")
        with program_on(screen, tmp_path / "other") as other:
            other.until_page("welcome")
            until(lambda: screen.front_process() == other.process.pid, "the window of another profile in front")
            with program_on(screen, profile) as second:
                assert second.process.wait(WAIT_SECONDS) == 0
            until(lambda: screen.front_process() == first.process.pid, "the window of the first start in front again")
        assert first.close() == 0


def test_a_damaged_file_is_told_on_the_whole_page_and_left_as_it_is(screen: Screen, profile: Path) -> None:
    path = profile / "jalon.db"
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 4, len(content) * 3 // 4, 512):
        content[place] ^= 0xFF
    path.write_bytes(content)
    with program_on(screen, profile) as program:
        unlock(program)
        program.until_page("trouble")
        screen.picture("fichier-abime")
        assert program.close() == 0
        assert program.noise() == ["profile not opened: storage.damaged"]
    assert path.read_bytes() == bytes(content)


def test_a_file_of_a_newer_version_is_told_and_left_as_it_is(screen: Screen, profile: Path) -> None:
    path = profile / "jalon.db"
    with closing(open_connection(path, unlock_with_secret(profile, PASSPHRASE))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    before = path.read_bytes()
    with program_on(screen, profile) as program:
        unlock(program)
        program.until_page("trouble")
        screen.picture("fichier-plus-recent")
        assert program.close() == 0
        assert program.noise() == ["profile not opened: storage.newer"]
    assert path.read_bytes() == before
