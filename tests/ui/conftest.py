"""One dressed application, and a mission on a real encrypted file, for the tests of the window."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.bootstrap.profile import LocalProfile
from app.models.storage import open_storage
from app.services.languages import Language
from app.ui.language import finish_speaking, speak
from app.ui.presenters.mission_context import MissionContext
from app.ui.tokens import Theme
from app.ui.views.style import apply_theme
from tests.integration.infra.rings import MemoryRing
from tests.support.desk import KEY, Desk, desk_in
from tests.support.explained import answer_warnings
from tests.support.many_missions import write_missions
from tests.ui.windows import PASSPHRASE


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in its light theme."""
    apply_theme(qapp, Theme.LIGHT)
    return qapp


@pytest.fixture(scope="session")
def empty_base(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty database made once by the migrations, to be copied."""
    folder = tmp_path_factory.mktemp("empty")
    open_storage(folder, KEY).close()
    return (folder / "jalon.db").read_bytes()


@pytest.fixture
def desk(tmp_path: Path, empty_base: bytes) -> Iterator[Desk]:
    """An open profile without any mission."""
    (tmp_path / "jalon.db").write_bytes(empty_base)
    with desk_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def context(qapp: QApplication, desk: Desk) -> MissionContext:
    """A new mission, as its pages receive it."""
    return desk.context(desk.open())


@pytest.fixture(scope="session")
def demo_base(tmp_path_factory: pytest.TempPathFactory, empty_base: bytes) -> tuple[bytes, UUID]:
    """The fictional company played once into a file, its warnings answered, to be copied, and its mission."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "jalon.db").write_bytes(empty_base)
    with desk_in(folder) as opened:
        mission_id = opened.open_demo()
        answer_warnings(opened.workbench, mission_id)
    return (folder / "jalon.db").read_bytes(), mission_id


@pytest.fixture
def demo_desk(tmp_path: Path, demo_base: tuple[bytes, UUID]) -> Iterator[Desk]:
    """An open profile that holds the fictional company."""
    (tmp_path / "jalon.db").write_bytes(demo_base[0])
    with desk_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def demo(dressed: QApplication, demo_desk: Desk, demo_base: tuple[bytes, UUID]) -> MissionContext:
    """The fictional company, ready to be sealed, as its pages receive it."""
    return demo_desk.context(demo_base[1])


@dataclass(frozen=True)
class MadeProfile:
    """A profile made once, with the key ring that holds its key and the code that opens it without."""

    folder: Path
    ring: MemoryRing
    code: str


@pytest.fixture(scope="session")
def made_profile(tmp_path_factory: pytest.TempPathFactory) -> MadeProfile:
    """An empty profile opened by a key ring, a passphrase or its recovery code."""
    folder, ring = tmp_path_factory.mktemp("made") / "profile", MemoryRing()
    folder.mkdir()
    profile = LocalProfile(folder, ring)
    code = profile.create(keyring=True, passphrase=PASSPHRASE)
    profile.close()
    return MadeProfile(folder, ring, code)


@pytest.fixture(scope="session")
def thousand_missions(made_profile: MadeProfile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same profile with a thousand missions."""
    folder = Path(shutil.copytree(made_profile.folder, tmp_path_factory.mktemp("thousand") / "profile"))
    profile = LocalProfile(folder, made_profile.ring)
    assert profile.open_by_keyring()
    write_missions(profile.workbench(), 1_000)
    profile.close()
    return folder


@pytest.fixture
def profile(made_profile: MadeProfile, tmp_path: Path) -> LocalProfile:
    """A copy of the empty profile, not open, with its key ring."""
    return LocalProfile(Path(shutil.copytree(made_profile.folder, tmp_path / "profile")), made_profile.ring)


@pytest.fixture
def full_profile(thousand_missions: Path, made_profile: MadeProfile, tmp_path: Path) -> LocalProfile:
    """A copy of the profile with a thousand missions, not open."""
    return LocalProfile(Path(shutil.copytree(thousand_missions, tmp_path / "profile")), made_profile.ring)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The window speaks English during the test."""
    before = QLocale()
    speak(Language.ENGLISH)
    finish_speaking()
    yield
    speak(Language.FRENCH)
    QLocale.setDefault(before)
