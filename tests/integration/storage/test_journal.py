"""The journal of a mission: written with each change or not at all, chained, and never holding a value."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.days import HalfDay
from app.domain.errors import DomainError
from app.domain.journal import EventKind, first_broken
from app.domain.mission import VersionKind
from app.domain.referential import Level
from app.domain.scheme import PhaseCode
from app.models import upgrade
from app.models.connection import open_connection
from app.models.storage import open_storage
from app.services.closing import SealAsked, seal_version
from app.services.field_work import HalfDayWorked, add_half_day
from app.services.missions import reopen_mission
from app.services.questionnaire import answer_theme
from app.sync.contract.document import read_document
from tests.integration.storage.conftest import KEY
from tests.support.desk import START, Desk, desk_in


def answered(desk: Desk, level: Level = Level.IN_PLACE) -> list[tuple[int, EventKind]]:
    """Open a mission, answer one theme, enter one half-day; what the journal says."""
    bench = desk.workbench
    mission_id = desk.open()
    answer_theme(
        bench.unit_of_work,
        mission_id,
        AssessmentKind.ENTRY,
        bench.library.referential("jalon-default-1").themes[0].code,
        level,
        referential=bench.library.referential("jalon-default-1"),
        clock=bench.clock,
    )
    worked = HalfDayWorked(PhaseCode("phase_1"), START.date(), HalfDay.MORNING, "Consultante de l’essai", "Visite")
    add_half_day(bench.unit_of_work, mission_id, worked, clock=bench.clock, new_id=bench.new_id)
    with pytest.raises(DomainError):
        add_half_day(bench.unit_of_work, mission_id, worked, clock=bench.clock, new_id=bench.new_id)
    with bench.unit_of_work() as uow:
        events = uow.journal.of(mission_id)
        assert uow.journal.head(mission_id) is not None
        assert first_broken(events) is None
    return [(event.number, event.kind) for event in events]


def test_a_change_is_noted_and_a_refused_one_is_not(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        assert answered(desk) == [(1, EventKind.OPENED), (2, EventKind.ANSWERED), (3, EventKind.DAY_ENTERED)]


def test_the_head_is_sealed_and_the_seal_comes_after_it(tmp_path: Path) -> None:
    with desk_in(tmp_path, lambda: datetime(2021, 9, 28, 14, 42, tzinfo=UTC)) as desk:
        bench, mission_id = desk.workbench, desk.open_demo()
        with bench.unit_of_work() as uow:
            before = uow.journal.head(mission_id)
            mission = uow.missions.get(mission_id)
        sealed = seal_version(
            bench.unit_of_work,
            mission_id,
            SealAsked(VersionKind.DIAGNOSTIC),
            scheme=bench.library.scheme(mission.scheme),
            referential=bench.library.referential(mission.referential),
            write=bench.write_document,
            clock=bench.clock,
        )
        reopen_mission(bench.unit_of_work, mission_id, clock=bench.clock)
        with bench.unit_of_work() as uow:
            events = uow.journal.of(mission_id)
        said = read_document(sealed.document).journal
        assert said is not None
        assert before is not None
        assert (said.events, said.sha256) == (before.events, before.sha256)
        assert events[said.events - 1].hash.hex() == said.sha256
        assert [event.kind for event in events[said.events :]] == [EventKind.SEALED, EventKind.REOPENED]
        assert first_broken(events) is None


def test_a_row_changed_behind_the_program_is_found(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        mission_id = desk.open_demo()
        with closing(open_connection(desk.storage.path, KEY)) as connection:
            connection.execute("UPDATE journal_event SET at = at - 1 WHERE number = 3")
        with desk.workbench.unit_of_work() as uow:
            assert first_broken(uow.journal.of(mission_id)) == 3


def test_what_is_buried_keeps_its_chain_and_loses_its_key(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        mission_id = desk.open_demo()
        with desk.workbench.unit_of_work() as uow:
            uow.journal.bury(mission_id, START)
            uow.commit()
        with desk.workbench.unit_of_work() as uow:
            events = uow.journal.of(mission_id)
        with closing(open_connection(desk.storage.path, KEY)) as connection:
            keys = connection.execute("SELECT count(*) FROM journal_key").fetchone()
        assert keys == (0,)
        assert events[-1].kind is EventKind.ERASED
        assert first_broken(events) is None


def test_revision_0008_leaves_what_was_here_and_starts_an_empty_journal(tmp_path: Path) -> None:
    path, mission = tmp_path / "jalon.db", str(uuid4())
    upgrade.upgrade(path, KEY, "0007")
    with closing(open_connection(path, KEY)) as connection:
        connection.execute("INSERT INTO secret (name, value) VALUES (?, ?)", (mission, b"kept"))
    upgrade.upgrade(path, KEY, "0008")
    with closing(open_connection(path, KEY)) as connection:
        assert connection.execute("SELECT name, value FROM secret").fetchall() == [(mission, b"kept")]
        assert connection.execute("SELECT count(*) FROM journal_event").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM journal_key").fetchone() == (0,)
    with closing(open_storage(tmp_path, KEY)) as storage, storage.unit_of_work() as uow:
        assert uow.journal.head(uuid4()) is None
