"""A real encrypted database for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.storage import Storage, open_storage

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database made by the migrations, to be copied: making one imports Alembic."""
    folder = tmp_path_factory.mktemp("empty")
    open_storage(folder, KEY).close()
    return folder / "jalon.db"


@pytest.fixture
def profile(tmp_path: Path, made_once: Path) -> Path:
    """Folder of a profile with an empty database of the current schema."""
    folder = tmp_path / "profile"
    folder.mkdir()
    (folder / "jalon.db").write_bytes(made_once.read_bytes())
    return folder


@pytest.fixture
def storage(profile: Path) -> Iterator[Storage]:
    """The open storage of `profile`."""
    opened = open_storage(profile, KEY)
    yield opened
    opened.close()
