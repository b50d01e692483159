"""Revision of the places and dependencies of actions: rows before, upgrade, rows after; what is written comes back."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.errors import DomainError
from app.domain.placement import Placement
from app.models.connection import open_connection
from app.models.schema import prepare
from app.models.storage import Storage, open_storage
from app.models.upgrade import upgrade
from app.services.plan import place_action, remove_action, save_action, save_actions
from tests.integration.storage.conftest import KEY
from tests.integration.storage.examples import AT, a_file, an_action, keep
from tests.integration.storage.test_upgrade_aids_and_coach import ACTION, MISSION

BEFORE, REVISION = "0010", "0011"


def test_an_action_written_before_has_no_place_and_waits_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "jalon.db"
    upgrade(path, KEY, BEFORE)
    mission_id, action_id = uuid4(), uuid4()
    with closing(open_connection(path, KEY)) as connection:
        connection.execute(MISSION, (str(mission_id),))
        connection.execute(ACTION, (str(action_id), str(mission_id)))
        connection.commit()
        before = list(connection.execute("SELECT * FROM action"))
    upgrade(path, KEY, REVISION)
    with closing(open_connection(path, KEY)) as connection:
        assert list(connection.execute("SELECT * FROM action")) == [(*row, None, None) for row in before]
    prepare(path, KEY, tmp_path / "copies")
    storage = open_storage(tmp_path, KEY)
    with storage.unit_of_work() as uow:
        (action,) = uow.actions.of(mission_id)
        assert (action.id, action.placement, action.depends_on) == (action_id, None, ())
    storage.close()


def test_places_and_dependencies_are_kept_in_any_order(storage: Storage) -> None:
    whole = a_file()
    first, second, third = an_action(1), an_action(2), an_action(3)
    first = replace(first, depends_on=(third.id, second.id), placement=Placement(80, 20))
    with storage.unit_of_work() as uow:
        keep(uow, replace(whole, actions=(first, second, third)))
        uow.commit()
    with storage.unit_of_work() as uow:
        assert uow.actions.of(whole.mission.id) == (first, second, third)
    with pytest.raises(DomainError, match="action.dependency_circle"):
        save_action(storage.unit_of_work, whole.mission.id, replace(third, depends_on=(first.id,)), clock=lambda: AT)
    remove_action(storage.unit_of_work, whole.mission.id, third.id, clock=lambda: AT)
    with storage.unit_of_work() as uow:
        assert uow.actions.of(whole.mission.id)[0].depends_on == (second.id,)
    back = replace(third, depends_on=(uuid4(), second.id))
    placed = place_action(storage.unit_of_work, whole.mission.id, back, 3, clock=lambda: AT)
    assert placed[2].depends_on == (second.id,)


def test_several_actions_are_kept_all_or_none(storage: Storage) -> None:
    whole = a_file()
    first, second = an_action(1, end=None), an_action(2)
    with storage.unit_of_work() as uow:
        keep(uow, replace(whole, actions=(first, second)))
        uow.commit()
    named = [replace(one, owner="Méthodes") for one in (first, second)]
    with pytest.raises(DomainError, match="action.title_missing"):
        save_actions(storage.unit_of_work, whole.mission.id, (named[0], replace(named[1], title="")), clock=lambda: AT)
    with storage.unit_of_work() as uow:
        assert uow.actions.of(whole.mission.id) == (first, second)
    save_actions(storage.unit_of_work, whole.mission.id, named, clock=lambda: AT)
    with storage.unit_of_work() as uow:
        assert uow.actions.of(whole.mission.id) == tuple(named)
