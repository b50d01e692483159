"""The action plan as it is typed, on a real encrypted file: each field saved alone, refusals beside it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.action_plan import Action
from app.domain.mission import VersionKind
from app.services.closing import SealAsked, seal_version
from app.services.errors import EnvironmentFailure
from app.services.missions import read_mission
from app.ui.messages import MessageKind
from app.ui.presenters.mission_context import MissionContext
from app.ui.presenters.plan import PlanPresenter
from tests.support.desk import Desk

Kept = Callable[[], tuple[Action, ...]]


@pytest.fixture
def kept(demo_desk: Desk, demo: MissionContext) -> Kept:
    """The plan as the file has it, read apart."""
    return lambda: read_mission(demo_desk.storage.unit_of_work, demo.mission_id).actions


def place(presenter: PlanPresenter, rank: int) -> UUID:
    """Select the action of a rank."""
    action = presenter.actions[rank - 1]
    presenter.select(action.id)
    return action.id


def test_a_field_is_saved_alone_within_two_seconds_of_the_last_key(
    demo: MissionContext, kept: Kept, qtbot: QtBot
) -> None:
    presenter = PlanPresenter(demo)
    before = kept()
    place(presenter, 2)
    presenter.type("cost", "27 450,50")
    assert presenter.is_pending("cost")
    assert kept() == before
    qtbot.waitUntil(lambda: kept()[1].cost == 2_745_050, timeout=2_000)
    assert not presenter.is_pending("cost")
    assert presenter.text("cost") == "27\u00a0450,50"
    assert [one.title for one in kept()] == [one.title for one in before]


def test_reversed_dates_are_refused_beside_the_field_and_kept_once_the_other_one_moves(
    demo: MissionContext, kept: Kept
) -> None:
    presenter = PlanPresenter(demo)
    place(presenter, 1)
    presenter.type("start", "1/3/2022")
    presenter.flush()
    assert "avant son début" in presenter.error("start")
    assert presenter.text("start") == "1/3/2022"
    assert kept()[0].start == date(2021, 10, 14)
    presenter.type("end", "30/6/2022")
    presenter.flush()
    assert presenter.error("start") == ""
    assert (kept()[0].start, kept()[0].end) == (date(2022, 3, 1), date(2022, 6, 30))


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("themes", "L9.9", "n’est pas un thème"),
        ("themes", "", "aucun thème"),
        ("title", "   ", "pas d’intitulé"),
        ("effort", "4,25", "demi-journées"),
        ("effort", "beaucoup", "nombre de jours"),
        ("cost", "mille", "comme un montant"),
        ("end", "31/02/2022", "n’est pas un jour"),
    ],
)
def test_what_cannot_be_read_is_told_under_its_field_and_nothing_is_written(
    demo: MissionContext, kept: Kept, key: str, text: str, words: str
) -> None:
    presenter = PlanPresenter(demo)
    before = kept()
    place(presenter, 1)
    presenter.type(key, text)
    presenter.flush()
    assert words in presenter.error(key)
    assert presenter.text(key) == text
    assert kept() == before


def test_themes_are_typed_by_code_in_any_order(demo: MissionContext, kept: Kept) -> None:
    presenter = PlanPresenter(demo)
    place(presenter, 4)
    presenter.type("themes", "4.5; l1.3 L4.4,L1.3")
    presenter.flush()
    assert kept()[3].themes == ("L1.3", "L4.4", "L4.5")


def test_a_new_action_waits_for_a_title_and_a_theme(demo: MissionContext, kept: Kept) -> None:
    presenter = PlanPresenter(demo)
    presenter.add()
    presenter.type("title", "Suivre les lots")
    presenter.flush(complete=False)
    assert len(kept()) == 14
    assert presenter.error("themes") == ""
    presenter.flush()
    assert "aucun thème" in presenter.error("themes")
    assert presenter.actions[-1].title == "Suivre les lots"
    presenter.type("themes", "L4.5")
    presenter.flush(complete=False)
    assert [(one.rank, one.title) for one in kept()][-1] == (15, "Suivre les lots")
    assert presenter.current == kept()[-1].id


def test_a_removed_action_comes_back_where_it_was(demo: MissionContext, kept: Kept, demo_desk: Desk) -> None:
    presenter = PlanPresenter(demo)
    before = kept()
    assert before[3].depends_on == (before[2].id,)
    place(presenter, 3)
    presenter.remove()
    assert kept()[2].depends_on == ()
    assert [one.id for one in kept()] == [one.id for one in before if one.rank != 3]
    assert [one.rank for one in kept()] == list(range(1, 14))
    undo = demo_desk.messages.history()[-1]
    assert undo.act is not None
    undo.act()
    assert kept() == before
    assert presenter.current == before[2].id


def test_an_action_moves_by_one_and_no_further_than_the_ends(demo: MissionContext, kept: Kept) -> None:
    presenter = PlanPresenter(demo)
    first, second = kept()[0].id, kept()[1].id
    presenter.select(first)
    presenter.move(-1)
    assert [one.id for one in kept()][:2] == [first, second]
    presenter.move(1)
    assert [one.id for one in kept()][:2] == [second, first]
    assert [one.rank for one in kept()] == list(range(1, 15))


def test_what_a_full_disk_refused_stays_typed_and_is_saved_by_trying_again(
    demo: MissionContext, kept: Kept, demo_desk: Desk
) -> None:
    presenter = PlanPresenter(demo)
    place(presenter, 1)
    demo_desk.broken = EnvironmentFailure("disk.full")
    presenter.type("owner", "Présidente")
    presenter.type("gain", "Deux heures par jour")
    presenter.flush()
    failure = demo_desk.messages.history()[-1]
    assert failure.kind is MessageKind.FAILURE
    assert presenter.text("owner") == "Présidente"
    demo_desk.broken = None
    assert failure.act is not None
    failure.act()
    assert (kept()[0].owner, kept()[0].gain) == ("Présidente", "Deux heures par jour")


def test_a_sealed_plan_does_not_change(demo: MissionContext, kept: Kept) -> None:
    bench = demo.workbench
    seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=demo.scheme,
        referential=demo.referential,
        write=bench.write_document,
        clock=bench.clock,
    )
    sealed = demo.workbench and kept()
    fresh = MissionContext(bench, demo.mission_id, demo.messages, demo.jobs)
    presenter = PlanPresenter(fresh)
    place(presenter, 1)
    presenter.type("title", "Autre chose")
    presenter.flush()
    presenter.remove()
    presenter.move(1)
    assert kept() == sealed
