"""The main job in a real window, by keys alone, on two keyboards, from the first start to the receipt of a real server."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.mission import MissionFile, SealedVersion
from app.domain.referential import Level
from app.services.missions import read_mission
from app.services.rows import Deposit, DepositState
from app.sync.contract.canonical import sha256_of
from app.sync.contract.receipt import check_receipt
from tests.e2e.folder import only_mission, opened
from tests.e2e.journey import COMPANY, HALF_DAYS, LEVELS, SIRET, Journey
from tests.e2e.program import program_on
from tests.e2e.screen import open_screen
from tests.support.regional import RegionalServer

pytestmark = pytest.mark.e2e

EXPECTED_KEYS = 740
"""Keys that the whole job takes, texts included; more would mean that something became longer to do."""


def pictures_of(layout: str, tmp_path: Path) -> Path:
    """Folder of the pictures: under `JALON_PICTURES` when it is set."""
    asked = os.environ.get("JALON_PICTURES", "")
    return (Path(asked) if asked else tmp_path / "pictures") / layout


def kept(folder: Path) -> tuple[MissionFile, tuple[SealedVersion, ...], tuple[Deposit, ...]]:
    """What a closed profile holds of its one mission."""
    with opened(folder) as bench:
        mission_id = only_mission(bench).id
        file = read_mission(bench.unit_of_work, mission_id)
        with bench.unit_of_work() as uow:
            return file, uow.sealed.of(mission_id), uow.deposits.of(mission_id)


@pytest.mark.parametrize("layout", ["us", "fr"])
def test_from_the_first_start_to_the_receipt_by_keys_alone(
    layout: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    server = RegionalServer(tmp_path / "server")
    server.data.mkdir()
    server.start()
    try:
        with (
            open_screen(pictures_of(layout, tmp_path), layout=layout) as screen,
            program_on(screen, tmp_path / "profile") as program,
        ):
            Journey(program).run(server.url, server.code())
            assert program.close() == 0
            assert not program.noise()
            assert program.said("entry theme") == len(LEVELS)
            record_property("keys", screen.keyboard.pressed)
            assert screen.keyboard.pressed <= EXPECTED_KEYS
        received, key = server.versions(), server.public_key()
    finally:
        server.stop()
    file, (sealed,), (deposit,) = kept(tmp_path / "profile")
    check_file(file)
    assert sha256_of(sealed.document) == sealed.sha256
    assert received == [(file.mission.id, 1, sealed.sha256)]
    assert deposit.state is DepositState.DEPOSITED
    body = check_receipt(deposit.receipt, key, mission_id=file.mission.id, version=1, sha256=sealed.sha256)
    assert (body.answers, body.days, body.actions) == (len(LEVELS), HALF_DAYS, 1)


def check_file(file: MissionFile) -> None:
    """Every key went where it was meant to go."""
    company, site = file.mission.company, file.mission.establishment
    assert (company.name, site.siret, company.employees, company.equity) == (COMPANY, SIRET, 42, 250_000_00)
    assert (company.head_name, company.head_function) == ("Direction Exemple", "presidence")
    assert (site.address, site.postal_code, site.town) == ("2 rue des Ateliers", "09000", "Foix")
    assert (company.industrial_activity, company.in_difficulty, company.tax_and_social_up_to_date) == (
        True,
        False,
        True,
    )
    assert len(file.mission.purposes) == 2
    assert file.mission.summary == "Un atelier solide, deux actions avant les fetes."
    entry = file.assessment(AssessmentKind.ENTRY)
    assert entry is not None
    assert entry.declared_by == "la presidence"
    assert list(entry.levels.values()) == [tuple(Level)[rank - 1] for rank in LEVELS]
    assert file.ledger.total == HALF_DAYS
    (session,) = file.sessions
    assert (session.topic, session.place, session.people_met) == (
        "Premiere visite",
        "Foix",
        ("la presidence", "la production"),
    )
    (action,) = file.actions
    assert (action.owner, action.themes, action.effort, action.cost) == (
        "la production",
        ("L1.1", "L4.4"),
        9,
        12_000_00,
    )
    chosen = file.chosen_scenario
    assert chosen is not None
    assert [(plan.half_days, plan.cost) for plan in chosen.plans if plan.cost] == [(3, 1_500_00), (12, 6_600_00)]
