"""Every repository gives back what it was given, and keeps the figures of the list beside it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import Answer, AssessmentKind, Opinion
from app.domain.days import HalfDay
from app.domain.errors import DomainError, InvalidData
from app.domain.i2df import Progress
from app.domain.mission import MissionFile, MissionState
from app.domain.referential import Level, ThemeCode
from app.models.storage import Storage
from app.services.rows import Deposit, DepositState, MissionRow, ShownState
from tests.integration.storage.examples import (
    AT,
    a_file,
    a_mission,
    a_scenario,
    a_version,
    an_action,
    an_assessment,
    an_entry,
    keep,
)

ENTRY = AssessmentKind.ENTRY
THEME = ThemeCode("T01")


def kept(storage: Storage, whole: MissionFile) -> MissionFile:
    """What another transaction reads of a mission once it was committed."""
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()
    with storage.unit_of_work() as uow:
        return uow.missions.file(whole.mission.id)


def the_row(storage: Storage) -> MissionRow:
    """The only row of the list."""
    (row,) = storage.read_missions()
    return row


def test_a_whole_mission_comes_back(storage: Storage) -> None:
    whole = a_file()
    assert kept(storage, whole) == whole


def test_the_list_shows_figures_kept_beside_the_mission(storage: Storage) -> None:
    whole = a_file()
    kept(storage, whole)
    with storage.unit_of_work() as uow:
        uow.missions.note_progress(whole.mission.id, ENTRY, Progress(29, 29, 164), AT)
        uow.missions.note_progress(whole.mission.id, AssessmentKind.EXIT, Progress(3, 29, None), AT)
        uow.missions.note_progress(
            whole.mission.id, AssessmentKind.EXERCISE, Progress(29, 29, 290), AT + timedelta(seconds=1)
        )
        uow.commit()
    assert the_row(storage) == MissionRow(
        id=whole.mission.id,
        reference="OC-22-7F3K-9",
        company="Mécanique Durand SAS",
        trade="pièces tournées",
        town="Béziers",
        state=ShownState.DRAFT,
        entry_answered=29,
        entry_index=164,
        exit_answered=3,
        exit_index=None,
        half_days=whole.ledger.total,
        actions=2,
        version=0,
        fictional=True,
        modified_at=AT + timedelta(seconds=1),
        scheme=whole.mission.scheme.id,
    )


@pytest.mark.parametrize(
    "text", ["", "«\u00a0É\u00a0»", "a\nb", "🏭", "'; DROP TABLE mission; --", "\ufeff", "\U0010ffff"]
)
def test_texts_come_back_as_they_are(storage: Storage, text: str) -> None:
    whole = a_file()
    whole = replace(whole, mission=replace(whole.mission, summary=text, private_notes=text))
    assert kept(storage, whole) == whole


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


@given(name=texts, words=st.lists(texts, max_size=3), note=texts)
def test_any_text_comes_back(made_storage: Storage, name: str, words: list[str], note: str) -> None:
    whole = a_file(reference=str(uuid4()))
    mission = replace(whole.mission, company=replace(whole.mission.company, name=name), summary=note)
    session = replace(whole.sessions[0], people_met=tuple(words), notes=note)
    whole = replace(whole, mission=mission, sessions=(session,))
    assert kept(made_storage, whole) == whole


@pytest.fixture(scope="module")
def made_storage(tmp_path_factory: pytest.TempPathFactory, made_once: Any) -> Any:
    """One storage for many generated missions."""
    from app.models.storage import open_storage
    from tests.integration.storage.conftest import KEY

    folder = tmp_path_factory.mktemp("generated")
    (folder / "jalon.db").write_bytes(made_once.read_bytes())
    opened = open_storage(folder, KEY)
    yield opened
    opened.close()


def test_what_is_not_committed_is_lost(storage: Storage) -> None:
    whole = a_file()
    with storage.unit_of_work() as uow:
        keep(uow, whole)
    assert storage.read_missions() == []
    kept(storage, whole)

    def change_and_fail() -> None:
        with storage.unit_of_work() as uow:
            uow.actions.remove(whole.mission.id, whole.actions[0].id)
            uow.missions.save(replace(whole.mission, summary="autre"), AT)
            uow.missions.get(uuid4())

    with pytest.raises(DomainError):
        change_and_fail()
    with storage.unit_of_work() as uow:
        assert uow.missions.file(whole.mission.id) == whole


def test_an_unknown_mission_is_refused(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for call in (
            lambda: uow.missions.get(uuid4()),
            lambda: uow.missions.state(uuid4()),
            lambda: uow.missions.file(uuid4()),
            lambda: uow.missions.save(a_mission(), AT),
            lambda: uow.missions.touch(uuid4(), AT),
            lambda: uow.missions.note_progress(uuid4(), ENTRY, Progress(1, 29, None), AT),
        ):
            with pytest.raises(DomainError) as refused:
                call()
            assert refused.value.code == "mission.unknown"


def test_a_changed_mission_and_its_state(storage: Storage) -> None:
    whole = a_file()
    kept(storage, whole)
    changed = replace(whole.mission, state=MissionState.SEALED, version=1, decision_day=None, purposes=())
    with storage.unit_of_work() as uow:
        uow.missions.save(changed, AT + timedelta(days=1))
        uow.commit()
    with storage.unit_of_work() as uow:
        assert uow.missions.get(changed.id) == changed
        assert uow.missions.state(changed.id) is MissionState.SEALED
        assert uow.missions.reference_taken("OC-22-7F3K-9")
        assert not uow.missions.reference_taken("OC-22-7F3K-8")
    assert the_row(storage).modified_at == AT + timedelta(days=1)


def test_a_reference_is_borne_once(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.missions.add(a_mission(), AT)
        with pytest.raises(InvalidData, match=r"storage\.constraint"):
            uow.missions.add(a_mission(), AT)


def test_an_answer_is_written_alone(storage: Storage) -> None:
    whole = a_file()
    kept(storage, whole)
    mission_id = whole.mission.id
    with storage.unit_of_work() as uow:
        before = uow.assessments.answer(mission_id, ENTRY, THEME)
        uow.assessments.set_level(mission_id, ENTRY, THEME, Level.TO_STUDY, AT)
        assert uow.assessments.answer(mission_id, ENTRY, THEME) == replace(before, level=Level.TO_STUDY)
        uow.assessments.set_texts(mission_id, ENTRY, THEME, Answer(evidence="vu"), AT)
        assert uow.assessments.answer(mission_id, ENTRY, THEME) == Answer(Level.TO_STUDY, evidence="vu")
        opinion = Opinion(Level.IN_PROGRESS, "")
        uow.assessments.set_texts(mission_id, ENTRY, THEME, Answer(opinion=opinion), AT)
        assert uow.assessments.answer(mission_id, ENTRY, THEME) == Answer(Level.TO_STUDY, opinion=opinion)
        assert uow.assessments.levels(mission_id, ENTRY) == {THEME: Level.TO_STUDY, "T03": Level.UNKNOWN}
        assert uow.assessments.levels(mission_id, AssessmentKind.EXIT)[THEME] is Level.IN_PLACE


def test_a_cleared_answer_is_absent(storage: Storage) -> None:
    mission = a_mission()
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        assert uow.assessments.find(mission.id, ENTRY) is None
        heading = replace(an_assessment(), answers={}, votes=())
        uow.assessments.save(mission.id, heading)
        uow.assessments.set_level(mission.id, ENTRY, THEME, Level.UNKNOWN, AT)
        uow.assessments.set_level(mission.id, ENTRY, THEME, None, AT)
        assert uow.assessments.find(mission.id, ENTRY) == heading
        assert uow.assessments.levels(mission.id, ENTRY) == {}


def test_a_heading_leaves_the_answers_alone(storage: Storage) -> None:
    whole = a_file()
    kept(storage, whole)
    changed = replace(whole.assessments[0], declared_by="M. Petit", day=date(2022, 1, 14))
    with storage.unit_of_work() as uow:
        uow.assessments.save(whole.mission.id, replace(changed, answers={}))
        assert uow.assessments.find(whole.mission.id, ENTRY) == changed


def test_an_answer_of_no_assessment_is_a_fault(storage: Storage) -> None:
    mission = a_mission()
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        with pytest.raises(InvalidData, match=r"assessment\.unknown"):
            uow.assessments.set_level(mission.id, ENTRY, THEME, Level.UNKNOWN, AT)


def test_lines_are_changed_and_forgotten(storage: Storage) -> None:
    whole = a_file()
    kept(storage, whole)
    mission_id = whole.mission.id
    session, action = replace(whole.sessions[0], topic="autre"), replace(whole.actions[1], title="autre", rank=2)
    scenario, expense = whole.scenarios[1], replace(whole.expenses[0], payment_day=None)
    with storage.unit_of_work() as uow:
        uow.sessions.save(mission_id, session)
        uow.sessions.remove(mission_id, whole.sessions[1].id)
        uow.actions.save(mission_id, action)
        uow.actions.remove(mission_id, whole.actions[0].id)
        uow.scenarios.save(mission_id, replace(scenario, plans=scenario.plans[:1]))
        uow.scenarios.remove(mission_id, whole.scenarios[0].id)
        uow.expenses.save(mission_id, expense)
        uow.expenses.remove(mission_id, whole.expenses[1].id)
        uow.commit()
    with storage.unit_of_work() as uow:
        assert uow.sessions.of(mission_id) == (session,)
        assert uow.actions.of(mission_id) == (replace(action, rank=1),)
        assert uow.scenarios.of(mission_id) == (replace(scenario, plans=scenario.plans[:1]),)
        assert uow.expenses.of(mission_id) == (expense,)
    assert the_row(storage).actions == 1


def test_the_removed_action_of_another_mission_stays(storage: Storage) -> None:
    whole, other = a_file(), a_file("OC-22-AAAA-1")
    kept(storage, whole)
    kept(storage, other)
    with storage.unit_of_work() as uow:
        uow.actions.remove(other.mission.id, whole.actions[0].id)
        assert uow.actions.of(whole.mission.id) == whole.actions
        assert uow.actions.of(other.mission.id) == other.actions


def test_one_scenario_is_chosen(storage: Storage) -> None:
    mission = a_mission()
    first, second = a_scenario(1), a_scenario(2)
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        uow.scenarios.save(mission.id, first)
        uow.scenarios.save(mission.id, second)
        assert uow.scenarios.of(mission.id) == (replace(first, chosen=False), second)


def test_a_person_is_booked_in_one_mission_at_a_time(storage: Storage) -> None:
    here, there = a_mission(), a_mission("OC-22-AAAA-1")
    entry = an_entry()
    booking = ("consultante", entry.day, HalfDay.MORNING)
    with storage.unit_of_work() as uow:
        uow.missions.add(here, AT)
        uow.missions.add(there, AT)
        uow.ledger.append(there.id, entry)
        assert uow.ledger.booked_elsewhere(here.id, *booking) == "OC-22-AAAA-1"
        assert uow.ledger.booked_elsewhere(here.id, "CONSULTANTE", *booking[1:]) == "OC-22-AAAA-1"
        assert uow.ledger.booked_elsewhere(there.id, *booking) is None
        assert uow.ledger.booked_elsewhere(here.id, "B. Petit", entry.day, HalfDay.MORNING) is None
        assert uow.ledger.booked_elsewhere(here.id, "consultante", entry.day, HalfDay.AFTERNOON) is None
        uow.ledger.append(there.id, an_entry(corrects=entry.id))
        assert uow.ledger.booked_elsewhere(here.id, *booking) is None


def test_a_line_of_the_ledger_is_corrected_once_and_never_changed(storage: Storage) -> None:
    mission, entry = a_mission(), an_entry()
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        uow.ledger.append(mission.id, entry)
        uow.ledger.append(mission.id, an_entry(corrects=entry.id))
        uow.commit()
    with storage.unit_of_work() as uow, pytest.raises(InvalidData):
        uow.ledger.append(mission.id, an_entry(corrects=entry.id))
    with storage.engine.begin() as connection, pytest.raises(InvalidData, match="day_entry"):
        connection.exec_driver_sql("UPDATE day_entry SET purpose = 'autre'")


def test_a_sealed_version_is_written_once(storage: Storage) -> None:
    mission = a_mission()
    first, second = a_version(mission.id), a_version(mission.id, 2, bytes(range(256)) * 400)
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        uow.sealed.add(second)
        uow.sealed.add(first)
        uow.commit()
    with storage.unit_of_work() as uow, pytest.raises(InvalidData, match=r"version\.written_already"):
        uow.sealed.add(a_version(mission.id, 2, b"{}"))
    with storage.engine.begin() as connection, pytest.raises(InvalidData, match="sealed_version"):
        connection.exec_driver_sql("UPDATE sealed_version SET document = x'00'")
    with storage.unit_of_work() as uow:
        assert uow.sealed.of(mission.id) == (first, second)
        assert uow.sealed.get(mission.id, 2) == second
        with pytest.raises(DomainError, match=r"version\.unknown"):
            uow.sealed.get(mission.id, 3)


def test_the_outbox_and_the_state_that_lists_show(storage: Storage) -> None:
    mission = a_mission()
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        uow.sealed.add(a_version(mission.id))
        uow.missions.save(mission.sealed(), AT)
        waiting = Deposit(mission.id, 1, "c" * 64, DepositState.WAITING, AT)
        uow.deposits.queue(waiting)
        uow.commit()
    assert the_row(storage).state is ShownState.SEALED
    refused = replace(waiting, state=DepositState.REFUSED, attempts=1, last_attempt_at=AT, last_code="http.409")
    with storage.unit_of_work() as uow:
        uow.deposits.save(refused)
        assert uow.deposits.pending() == (refused,)
        uow.commit()
    assert the_row(storage).state is ShownState.SEALED
    done = replace(refused, state=DepositState.DEPOSITED, attempts=2, last_code="", receipt=b"\x00\xffreceipt")
    with storage.unit_of_work() as uow:
        uow.deposits.save(done)
        assert uow.deposits.pending() == ()
        assert uow.deposits.of(mission.id) == (done,)
        uow.commit()
    assert the_row(storage).state is ShownState.DEPOSITED
    with storage.unit_of_work() as uow:
        uow.missions.save(mission.sealed().reopened(), AT)
        uow.commit()
    assert the_row(storage).state is ShownState.REOPENED
    with storage.unit_of_work() as uow:
        uow.missions.save(mission.sealed().reopened().sealed(), AT)
        uow.commit()
    assert (the_row(storage).state, the_row(storage).version) == (ShownState.SEALED, 2)


def test_the_outbox_goes_oldest_first_with_versions_in_order(storage: Storage) -> None:
    one, two = a_mission(), a_mission("OC-22-AAAA-1")
    with storage.unit_of_work() as uow:
        for mission, version, hours in ((one, 2, 0), (two, 1, 1), (one, 1, 2)):
            if not uow.missions.reference_taken(mission.reference):
                uow.missions.add(mission, AT)
            uow.sealed.add(a_version(mission.id, version))
            queued = AT + timedelta(hours=hours)
            uow.deposits.queue(Deposit(mission.id, version, "c" * 64, DepositState.WAITING, queued))
        assert [(each.mission_id, each.version) for each in uow.deposits.pending()] == [
            (one.id, 1),
            (one.id, 2),
            (two.id, 1),
        ]
        with pytest.raises(InvalidData, match=r"deposit.not_queued"):
            uow.deposits.save(Deposit(two.id, 2, "c" * 64, DepositState.WAITING, AT))


def test_a_secret_of_the_laptop_is_kept(storage: Storage) -> None:
    assert storage.secret("token") is None
    storage.keep_secret("token", b"one")
    storage.keep_secret("token", b"two")
    assert storage.secret("token") == b"two"


def test_the_number_of_actions_follows_the_plan(storage: Storage) -> None:
    mission = a_mission()
    with storage.unit_of_work() as uow:
        uow.missions.add(mission, AT)
        for rank in (1, 2, 3):
            uow.actions.save(mission.id, an_action(rank))
        uow.commit()
    assert the_row(storage).actions == 3
