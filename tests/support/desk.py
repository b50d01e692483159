"""A mission on a real encrypted file, with everything that a page receives, and its clock in the hand of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from app.bootstrap.workbench import bind
from app.models.storage import Storage, open_storage
from app.packs.demo_company import shipped_demo
from app.services.demo import build_demo_mission
from app.services.missions import NewMission, open_mission
from app.services.ports import Clock, UnitOfWork
from app.ui.jobs import JobRunner
from app.ui.messages import Messages
from app.ui.presenters.mission_context import MissionContext

KEY = bytes(range(32))
START = datetime(2022, 3, 15, 9, 30, tzinfo=UTC)
SCHEME = "occitanie-2020-2022"


class HandClock:
    """An instant that moves by one second each time it is read."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """The present instant of the test."""
        self._now += timedelta(seconds=1)
        return self._now


class Desk:
    """One open profile.

    Attributes:
        broken: While set, `unit_of_work` raises it: a disk that is full, a base that is locked.
    """

    def __init__(self, storage: Storage, clock: Clock, own_packs: Path) -> None:
        self.storage = storage
        self.broken: Exception | None = None
        self.workbench = replace(bind(storage, clock=clock, own_packs=own_packs), unit_of_work=self._unit_of_work)
        self.messages = Messages(self.workbench.sentence, clock)
        self.jobs = JobRunner()

    def open(self, company: str = "Exemple SAS", scheme: str = SCHEME) -> UUID:
        """Open a mission."""
        library = self.workbench.library
        asked = NewMission(company, "", library.scheme(scheme), library.referential("jalon-default-1"))
        return open_mission(
            self.workbench.unit_of_work, asked, clock=self.workbench.clock, new_id=self.workbench.new_id
        ).id

    def open_demo(self) -> UUID:
        """Open the fictional company, ready to be sealed."""
        return build_demo_mission(self.workbench, shipped_demo())

    def context(self, mission_id: UUID) -> MissionContext:
        """What the pages of a mission receive."""
        return MissionContext(self.workbench, mission_id, self.messages, self.jobs)

    def _unit_of_work(self) -> UnitOfWork:
        if self.broken is not None:
            raise self.broken
        return self.storage.unit_of_work()


@contextmanager
def desk_in(folder: Path, clock: Clock | None = None) -> Iterator[Desk]:
    """A profile in a folder, made when empty."""
    storage = open_storage(folder, KEY)
    desk = Desk(storage, clock or HandClock(), folder / "packs")
    try:
        yield desk
    finally:
        desk.jobs.close()
        desk.workbench.outbox.close()
        storage.close()
