"""Two laptops and a server as a state machine: one mission, one writer, versions without a hole, receipts of what is held.

`JALON_CAMPAIGN=N` runs N examples instead of the few of the suite.
"""

import json
import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func, select

from app.domain.errors import CodedError, DomainError
from app.domain.journal import first_broken
from app.domain.mission import MissionState
from app.services.exchange import Addressee
from app.services.handing_over import hand_over, package_of, take_back
from app.services.incoming import take_file
from app.services.missions import frame_mission, reopen_mission
from app.services.rows import DepositState
from app.sync.contract.receipt import check_receipt
from app.sync.outbox import MEMBERSHIP_SECRET
from server.problems import Refused
from server.region import open_region
from server.settings import Settings
from server.tables import mission, version
from server.uploads import Bearer, receive_file
from tests.integration.test_handing_over import seal
from tests.support.desk import Desk, desk_in
from tests.support.explained import answer_warnings
from tests.support.profile import Unwatched

SIDES = st.sampled_from([0, 1])


@cache
def demo_base() -> tuple[bytes, UUID]:
    """A profile that holds the fictional company, ready to be sealed."""
    with tempfile.TemporaryDirectory() as folder:
        with desk_in(Path(folder)) as desk:
            mission_id = desk.open_demo()
            answer_warnings(desk.workbench, mission_id)
        return Path(folder, "jalon.db").read_bytes(), mission_id


class Laptops(RuleBasedStateMachine):
    """What two consultants and the Region may do, in any order, with files that are lost, late or given twice."""

    @initialize()
    def open_everything(self) -> None:
        """One laptop has the mission, the other nothing."""
        self.folder = Path(tempfile.mkdtemp())
        self.stack = ExitStack()
        base, self.mission_id = demo_base()
        self.region = open_region(Settings(self.folder / "region"))
        self.desks: list[Desk] = []
        for name in ("mine", "theirs"):
            self.folder.joinpath(name).mkdir()
            if name == "mine":
                self.folder.joinpath(name, "jalon.db").write_bytes(base)
            self.desks.append(self.stack.enter_context(desk_in(self.folder / name)))
        for desk in self.desks:
            member = {"url": "http://127.0.0.1:9", "server": "essai", "kid": self.region.kid, "token": "x"}
            member["public_key"] = self.region.public_key.hex()
            desk.storage.keep_secret(MEMBERSHIP_SECRET, json.dumps(member).encode())
        self.on_keys: list[bytes] = []
        self.receipts: list[bytes] = []
        self.written = 0
        self.stale: set[int] = set()

    def teardown(self) -> None:
        """Close everything."""
        if hasattr(self, "stack"):
            self.stack.close()
            self.region.database.close()
            shutil.rmtree(self.folder)

    def state(self, side: int) -> MissionState | None:
        with self.desks[side].workbench.unit_of_work() as uow:
            try:
                return uow.missions.state(self.mission_id)
            except DomainError:
                return None

    @rule(side=SIDES)
    def write(self, side: int) -> None:
        """Work on the mission, where it is written."""
        bench, self.written = self.desks[side].workbench, self.written + 1
        words = f"Écriture {self.written}."
        try:
            frame_mission(
                bench.unit_of_work, self.mission_id, lambda one: replace(one, summary=words), clock=bench.clock
            )
        except DomainError:
            assert self.state(side) is not MissionState.DRAFT

    @rule(side=SIDES)
    def close(self, side: int) -> None:
        """Seal a version."""
        if self.state(side) is MissionState.DRAFT:
            seal(self.desks[side], self.mission_id)

    @rule(side=SIDES)
    def reopen(self, side: int) -> None:
        """Make it a draft again."""
        bench = self.desks[side].workbench
        if self.state(side) is MissionState.SEALED:
            reopen_mission(bench.unit_of_work, self.mission_id, clock=bench.clock)

    @rule(side=SIDES, lost=st.booleans())
    def transmit(self, side: int, lost: bool) -> None:
        """Hand the mission over; the file may be lost on its way."""
        bench, other = self.desks[side].workbench, self.desks[1 - side].workbench
        if self.state(side) is MissionState.DRAFT:
            hand_over(bench.unit_of_work, self.mission_id, "Collègue", clock=bench.clock)
        if self.state(side) is MissionState.AWAY and not lost:
            package = bench.exchange.write_package(package_of(bench.unit_of_work, self.mission_id))
            self.on_keys.append(bench.exchange.lock(package, Addressee(other.exchange.own_key())))

    @rule(side=SIDES, data=st.data())
    def drop_a_file(self, side: int, data: st.DataObject) -> None:
        """Drop any file ever written on a window, the right one or not, again or late."""
        if self.on_keys:
            one = data.draw(st.sampled_from(self.on_keys))
            refused = ""
            try:
                take_file(self.desks[side].workbench, one, Unwatched())
            except CodedError as refusal:
                refused = refusal.code
            assert not refused or refused.startswith("handover.") or refused == "archive.other_key"
            assert refused != "handover.broken"
            if not refused:
                self.stale.discard(side)

    @rule(side=SIDES)
    def return_to_oneself(self, side: int) -> None:
        """Take the mission back: whatever the colleague has is a dead branch."""
        bench = self.desks[side].workbench
        if self.state(side) is MissionState.AWAY and side not in self.stale:
            take_back(bench.unit_of_work, self.mission_id, clock=bench.clock)
            if self.state(1 - side) is not None:
                self.stale.add(1 - side)

    @rule(side=SIDES, cut=st.booleans())
    def deposit(self, side: int, cut: bool) -> None:
        """Give every version to the Region; the receipt may be lost."""
        bench = self.desks[side].workbench
        with bench.unit_of_work() as uow:
            versions = uow.sealed.of(self.mission_id)
        for one in versions:
            try:
                receipt = receive_file(self.region, bench.write_archive(one), Bearer()).receipt
            except Refused:
                return
            if not cut:
                take_file(bench, receipt, Unwatched())

    @invariant()
    def there_is_one_mission_and_no_hole(self) -> None:
        """The Region holds one mission at most, its versions from 1 without a hole, each continuing the one before."""
        with self.region.database.reading() as connection:
            assert connection.execute(select(func.count()).select_from(mission)).scalar_one() <= 1
            numbers = list(connection.execute(select(version.c.number).order_by(version.c.number)).scalars())
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def there_is_one_writer(self) -> None:
        """Never two laptops write the living thread: a second draft is a branch that was taken back from."""
        drafts = {side for side in (0, 1) if self.state(side) in {MissionState.DRAFT, MissionState.SEALED}}
        assert len(drafts - self.stale) <= 1

    @invariant()
    def receipts_match_and_journals_hold(self) -> None:
        """« Déposée » only with a receipt of the very bytes; every chain holds."""
        for desk in self.desks:
            with desk.workbench.unit_of_work() as uow:
                versions = {one.version: one for one in uow.sealed.of(self.mission_id)}
                deposits = uow.deposits.of(self.mission_id)
                assert first_broken(uow.journal.of(self.mission_id)) is None
            assert sorted(versions) == list(range(1, len(versions) + 1))
            for one in deposits:
                if one.state is DepositState.DEPOSITED:
                    held = versions[one.version]
                    key = self.region.public_key
                    check_receipt(
                        one.receipt, key, mission_id=held.mission_id, version=held.version, sha256=held.sha256
                    )


TestLaptops = Laptops.TestCase
TestLaptops.settings = settings(
    max_examples=int(os.environ.get("JALON_CAMPAIGN", "5")),
    stateful_step_count=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
