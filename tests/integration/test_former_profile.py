"""A profile made by the first program (schema 0001) opens on today's: nothing lost, the copy kept, goes on."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.profile import LocalProfile
from app.domain.assessment import AssessmentKind
from app.domain.referential import Level
from app.models.schema import HEAD, schema_version
from app.packs.library import PackLibrary
from app.resources import resource_root
from app.services.missions import read_mission
from app.services.questionnaire import answer_theme
from app.services.rows import MissionQuery, ShownState
from app.sync.contract.unseal import unseal

FORMER = Path(__file__).parents[1] / "fixtures" / "profile-0001"
PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of this fixture
CODE = "EQXF8-7XHYE-JWZ82-JFAE4-6ZV4G-BCEMW-BYT66"
SEALED = "5a1f2ea463154cbee644e34410e213acf952768fa2c4c26fe0e974376a894b00"


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalProfile]:
    """The profile, opened by its passphrase; the fixture itself is left alone."""
    folder = Path(shutil.copytree(FORMER, tmp_path_factory.mktemp("former") / "profile"))
    profile = LocalProfile(folder, None)
    profile.open_by_secret(PASSPHRASE)
    yield profile
    profile.close()


def test_its_missions_are_all_there_and_it_is_sound(former: LocalProfile) -> None:
    rows = {row.state: row for row in former.read_missions(MissionQuery()).rows}
    demo, plain = rows[ShownState.REOPENED], rows[ShownState.DRAFT]
    assert (demo.entry_answered, demo.half_days, demo.actions, demo.version) == (29, 10, 12, 1)
    assert (plain.company, plain.entry_answered) == ("Atelier Exemple SAS", 7)
    assert former._opened.integrity_ok()
    assert schema_version(former.folder / "jalon.db", former._data_key) == HEAD


def test_a_copy_of_what_it_was_is_kept_and_opens(former: LocalProfile) -> None:
    (copy,) = (former.folder / "copies").iterdir()
    assert copy.name == "jalon-0001.db"
    assert schema_version(copy, former._data_key) == "0001"


def test_its_sealed_version_is_the_same_bytes_and_reads(former: LocalProfile) -> None:
    (row,) = (row for row in former.read_missions(MissionQuery()).rows if row.version)
    with former.workbench().unit_of_work() as uow:
        (sealed,) = uow.sealed.of(row.id)
    assert sealed.sha256 == SEALED == hashlib.sha256(sealed.document).hexdigest()
    assert len(unseal(sealed.document).file.assessments[0].answers) == 29


def test_its_drafts_go_on(former: LocalProfile) -> None:
    bench = former.workbench()
    (plain,) = (row for row in former.read_missions(MissionQuery()).rows if not row.version)
    mission = read_mission(bench.unit_of_work, plain.id).mission
    referential = PackLibrary(resource_root()).referential(mission.referential)
    theme = referential.themes[20]
    answer_theme(
        bench.unit_of_work,
        plain.id,
        AssessmentKind.ENTRY,
        theme.code,
        next(iter(Level)),
        referential=referential,
        clock=bench.clock,
    )
    again = next(row for row in former.read_missions(MissionQuery()).rows if row.id == plain.id)
    assert again.entry_answered == 8


def test_its_recovery_code_still_opens(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FORMER, tmp_path / "profile"))
    profile = LocalProfile(folder, None)
    profile.open_by_secret(CODE)
    assert profile.read_missions(MissionQuery()).total == 2
    profile.close()
