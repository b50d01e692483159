"""The parts of a server in this process, with a clock that the test moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.sync.contract.protocol import EnrolmentRequest
from server.deposits import Arrival
from server.devices import device_of, enrol, make_code
from server.region import Region, open_region
from server.settings import Settings
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


@pytest.fixture
def region(tmp_path: Path, hand: Hand) -> Iterator[Region]:
    """An open data folder, without a process."""
    opened = open_region(Settings(tmp_path / "region", max_failures=3), lambda: hand.now)
    yield opened
    opened.database.close()


@pytest.fixture
def arrival(region: Region) -> Arrival:
    """A version about to be deposited by an enrolled laptop."""
    made = enrol(region, EnrolmentRequest(code=make_code(region), device_name="essai"), "127.0.0.1")
    sealed = a_version(a_mission_file(uuid4()))
    return Arrival(device_of(region, made.token), sealed.mission_id, 1, sealed.document)
