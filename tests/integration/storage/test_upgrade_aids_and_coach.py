"""Revisions of the aids that actions cite and of the coach's notes: rows before, upgrade, rows after."""

from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.coach_notes import CoachNotes, CoachWish
from app.domain.mission import MissionFile
from app.domain.quantities import HalfDays
from app.domain.referential import Level, ThemeCode
from app.models.connection import open_connection
from app.models.schema import HEAD, prepare, schema_version
from app.models.storage import Storage, open_storage
from app.models.upgrade import upgrade
from tests.integration.storage.conftest import KEY
from tests.integration.storage.examples import AT, a_file, a_mission, an_aid, keep

AIDS = "0002"
NOTES = "0003"
BEFORE = {AIDS: "0001", NOTES: "0002"}

MISSION = """
INSERT INTO mission (number, id, reference, state, version, fictional, shown_state, created_at, modified_at,
    company_name, siren, trade, siret, town, sector, opened_on, operator, scheme_id, scheme_version, scheme_sha256,
    referential_id, referential_version, referential_sha256, association, approved_integration, head_name,
    head_function, address, postal_code, region_code, provider_name, lead_consultant, provider_contact, purposes,
    market, territory, recruitment_source, region_file, next_step, summary, private_notes)
VALUES (1, ?, 'OC-22-7F3K-9', 'draft', 0, 0, 'draft', 1, 1, 'Exemple SAS', '', '', '', '', '', '2022-01-10', 'other',
    's', '1', 'a', 'r', '1', 'b', 0, 0, '', '', '', '', '', '', '', '', '[]', '', '', '', '', '', '', '')
"""
ACTION = """
INSERT INTO action (id, mission_id, rank, title, themes, reason, owner, gain, indicator, baseline, target, priority, state)
VALUES (?, ?, 1, 'Relier', '["T01"]', '', '', '', '', '', '', 'first', 'planned')
"""


@pytest.mark.parametrize("revision", [AIDS, NOTES])
def test_an_action_written_before_is_there_after_and_cites_nothing(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, BEFORE[revision])
    mission_id, action_id = uuid4(), uuid4()
    with closing(open_connection(path, KEY)) as connection:
        connection.execute(MISSION, (str(mission_id),))
        connection.execute(ACTION, (str(action_id), str(mission_id)))
        connection.commit()
        before = list(connection.execute("SELECT * FROM action"))
    upgrade(path, KEY, revision)
    assert schema_version(path, KEY) == revision
    with closing(open_connection(path, KEY)) as connection:
        assert list(connection.execute("SELECT * FROM action")) == before
    prepare(path, KEY, tmp_path / "copies")
    assert schema_version(path, KEY) == HEAD
    storage = open_storage(tmp_path, KEY)
    with storage.unit_of_work() as uow:
        (action,) = uow.actions.of(mission_id)
        assert (action.id, action.title, action.aids) == (action_id, "Relier", ())
        assert uow.coach.of(mission_id) == CoachNotes()
    storage.close()


def written(storage: Storage) -> MissionFile:
    """A whole mission, committed."""
    whole = a_file()
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()
    return whole


def test_aids_keep_their_order_and_go_with_their_action(storage: Storage) -> None:
    whole = written(storage)
    action = whole.actions[0]
    second = an_aid("ti-08", valid_until=None, estimate=None)
    with storage.unit_of_work() as uow:
        uow.actions.save(whole.mission.id, action.citing(second).without_aid("ti-25").citing(an_aid()))
        uow.commit()
    with storage.unit_of_work() as uow:
        assert [one.id for one in uow.actions.of(whole.mission.id)[0].aids] == ["ti-08", "ti-25"]
        uow.actions.remove(whole.mission.id, action.id)
        uow.commit()
    with storage.unit_of_work() as uow:
        assert [one.aids for one in uow.actions.of(whole.mission.id)] == [()]
        uow.actions.save(whole.mission.id, action)
        assert {one.id: one.aids for one in uow.actions.of(whole.mission.id)}[action.id] == action.aids


def test_the_coach_is_told_theme_by_theme(storage: Storage) -> None:
    mission, other = a_mission(), a_mission("OC-22-7F3K-8")
    wish = CoachWish({Level.TO_STUDY: HalfDays(3), Level.IN_PLACE: HalfDays(11)}, 7, Level.IN_PLACE)
    banned = CoachWish(banned=True)
    with storage.unit_of_work() as uow:
        for one in (mission, other):
            uow.missions.add(one, AT)
        uow.coach.save_aim(mission.id, 12, None)
        uow.coach.save_aim(mission.id, 14, HalfDays(30))
        uow.coach.save_wish(mission.id, ThemeCode("T01"), wish)
        uow.coach.save_wish(mission.id, ThemeCode("T02"), banned)
        uow.coach.save_wish(mission.id, ThemeCode("T02"), CoachWish())
        uow.coach.save_wish(mission.id, ThemeCode("T03"), banned)
        uow.commit()
    with storage.unit_of_work() as uow:
        assert uow.coach.of(mission.id) == CoachNotes(
            14, HalfDays(30), {ThemeCode("T01"): wish, ThemeCode("T03"): banned}
        )
        assert uow.coach.of(other.id) == CoachNotes()


def test_an_aid_cited_twice_is_replaced_where_it_stands() -> None:
    (action, _) = a_file().actions
    again = an_aid(valid_until=date(2022, 6, 30))
    assert action.citing(an_aid("ti-08")).citing(again).aids == (again, an_aid("ti-08"))
