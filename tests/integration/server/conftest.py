"""The parts of a server in this process, over both databases, with a clock that the test moves; a process for the tests that need one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from argon2 import PasswordHasher

from app.sync.contract.protocol import EnrolmentRequest
from server.deposits import Arrival
from server.devices import device_of, enrol, make_code
from server.region import Region, open_region
from server.settings import Settings
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file, a_version


@dataclass
class Hand:
    """The hand of a clock."""

    now: datetime = datetime(2026, 3, 1, 8, tzinfo=UTC)

    def advance(self, delay: timedelta) -> None:
        """Let time pass."""
        self.now += delay


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def regional_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RegionalServer]:
    """A server process on a free port, shared by the tests of one module, over each database in turn."""
    url = request.getfixturevalue("postgresql").new_database() if request.param == "postgresql" else ""
    server = RegionalServer(tmp_path_factory.mktemp("region") / "data", url)
    server.start()
    yield server
    if server.is_running:
        server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return f"sqlite:///{tmp_path / 'regional.db'}"


@pytest.fixture
def region(tmp_path: Path, database_url: str, hand: Hand) -> Iterator[Region]:
    """An open data folder, without a process."""
    settings = Settings(tmp_path / "region", database_url, max_failures=3)
    opened = open_region(settings, lambda: hand.now)
    yield opened
    opened.database.close()


def arrival_at(region: Region) -> Arrival:
    """A version about to be deposited by a laptop enrolled for it."""
    made = enrol(region, EnrolmentRequest(code=make_code(region), device_name="essai"), "127.0.0.1")
    sealed = a_version(a_mission_file(uuid4()))
    return Arrival(device_of(region, made.token), sealed.mission_id, 1, sealed.document)


@pytest.fixture
def arrival(region: Region) -> Arrival:
    """A version about to be deposited by an enrolled laptop."""
    return arrival_at(region)


@pytest.fixture(autouse=True)
def _light_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the least work: its strength is the library's, and a test of its own looks at the real settings."""
    monkeypatch.setattr("server.passwords._HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
