"""Packs of this laptop in the window: an offered file is told before it is kept, refused by its field, removed when unused."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.profile import LocalProfile
from app.domain.packs import PackKind
from app.packs.library import PackLibrary
from app.resources import resource_root
from app.services.missions import read_mission
from app.ui.presenters.new_mission import NewMissionPresenter, Typed
from app.ui.presenters.packs import PacksPresenter
from app.ui.views.packs_page import PacksPage
from tests.support.desk import Desk
from tests.ui.windows import opened, window_on
from tests.unit.test_offered_referential import SHEET

SCHEME = (resource_root() / "schemes" / "occitanie-2020-2022.toml").read_text("utf-8")
OTHER = SCHEME.replace('id = "occitanie-2020-2022"', 'id = "occitanie-essai"')
REFERENTIAL = (resource_root() / "referentials" / "jalon-default-1.toml").read_text("utf-8")


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, desk: Desk) -> PacksPage:
    """The page on a profile without missions."""
    presenter = PacksPresenter(desk.workbench, desk.messages, desk.jobs)
    made = PacksPage(presenter)
    presenter.setParent(made)
    qtbot.addWidget(made)
    made.resize(1064, 720)
    made.show()
    return made


def offer(qtbot: QtBot, page: PacksPage, folder: Path, name: str, text: str) -> None:
    """Give a real file to the page, and wait for its answer."""
    path = folder / name
    path.write_text(text, "utf-8")
    presenter = page.findChild(PacksPresenter)
    assert presenter is not None
    presenter.look(path)
    qtbot.waitUntil(lambda: page.report.isVisible() or page.refusal.isVisible(), timeout=5000)


def own_files(desk: Desk, folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "packs").rglob("*.toml"))


def told_by(page: PacksPage) -> list[str]:
    """Differences of the report, with plain spaces."""
    model = page.report.model
    return [" ".join(str(model.index(rank, 0).data()).split()) for rank in range(model.rowCount())]


def rows_of(page: PacksPage) -> list[str]:
    return [str(page.model.index(rank, 1).data()) for rank in range(page.model.rowCount())]


def test_a_region_s_spreadsheet_is_told_then_kept_then_chosen(
    qtbot: QtBot, page: PacksPage, desk: Desk, tmp_path: Path
) -> None:
    offer(qtbot, page, tmp_path, "region.csv", SHEET)
    assert " ".join(page.report.title.title.text().split()) == "Référentiel « Essai », version 3"
    assert "3 thèmes et 2 leviers" in page.report.facts.text()
    told = told_by(page)
    assert any("retiré" in one for one in told)
    assert any("jusqu’à 30 points" in one for one in told)
    assert own_files(desk, tmp_path) == []

    page.report.keep.click()

    assert own_files(desk, tmp_path) == ["essai.toml"]
    assert not page.report.isVisible()
    assert any(one.startswith("Essai") for one in rows_of(page))
    assert PackLibrary(resource_root(), tmp_path / "packs").referential("essai").maximum == 30


def test_a_pack_left_writes_nothing(qtbot: QtBot, page: PacksPage, desk: Desk, tmp_path: Path) -> None:
    offer(qtbot, page, tmp_path, "region.csv", SHEET)
    page.report.leave.click()
    assert not page.report.isVisible()
    assert own_files(desk, tmp_path) == []


def test_the_same_pack_again_has_nothing_to_keep(qtbot: QtBot, page: PacksPage, tmp_path: Path) -> None:
    offer(qtbot, page, tmp_path, "jalon-default-1.toml", REFERENTIAL)
    assert page.report.isVisible()
    assert not page.report.keep.isVisible()
    assert page.report.model.rowCount() == 0


def test_a_scheme_says_its_figures_against_the_one_of_its_region(qtbot: QtBot, page: PacksPage, tmp_path: Path) -> None:
    changed = OTHER.replace("path_cap_euros = 36000", "path_cap_euros = 30000").replace("sme = 0.50", "sme = 0.40")
    offer(qtbot, page, tmp_path, "occitanie-essai.toml", changed)
    assert told_by(page) == [
        "Taux, PME, phase_2 : 40 % au lieu de 50 %.",
        "Plafond du parcours : 30 000 € au lieu de 36 000 €.",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (OTHER.replace("sme = 0.50", "sme = 1.20"), ["phase[2].rates", "sme", "1,2"]),
        (OTHER.replace('code = "phase_2"', 'code = "phase_1"'), ["phase[2]", "code"]),
        (OTHER.replace("amount_euros = 1200", "amount_euros = -1200"), ["phase[1].unit_cap", "amount_euros"]),
        (REFERENTIAL.replace('code = "in_place"', 'code = "to_study"'), ["level[5]", "code"]),
        (REFERENTIAL[: REFERENTIAL.index("[[level]]\ncode = \"in_place\"")] + REFERENTIAL[REFERENTIAL.index("[[lever]]") :], ["level", "in_place"]),
        (OTHER.replace('id = "occitanie-essai"', 'id = "occitanie-2020-2022"\n'), ["occitanie-2020-2022"]),
        ("[pack", ["region.toml"]),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_its_field_and_nothing_is_written(
    qtbot: QtBot, page: PacksPage, desk: Desk, tmp_path: Path, text: str, named: list[str]
) -> None:
    offer(qtbot, page, tmp_path, "region.toml", text)
    assert not page.report.isVisible()
    said = page.refusal.accessibleName()
    assert all(word in said for word in named), said
    assert own_files(desk, tmp_path) == []


def test_only_an_unused_pack_leaves(qtbot: QtBot, page: PacksPage, desk: Desk, tmp_path: Path) -> None:
    offer(qtbot, page, tmp_path, "occitanie-essai.toml", OTHER)
    page.report.keep.click()
    mission_id = desk.open(scheme="occitanie-essai")
    page.table.selectRow(page.model.rank_of((PackKind.SCHEME, "occitanie-essai")))
    page.detail.remove.click()
    assert "1 mission a retenu" in page.refusal.accessibleName().replace("\u00a0", " ")
    assert own_files(desk, tmp_path) == ["occitanie-essai.toml"]
    assert read_mission(desk.workbench.unit_of_work, mission_id).mission.scheme.id == "occitanie-essai"

    page.table.selectRow(page.model.rank_of((PackKind.SCHEME, "demonstration-2025")))
    assert not page.detail.remove.isVisible()


def test_a_new_mission_chooses_among_the_referentials_in_force(desk: Desk, profile: LocalProfile) -> None:
    presenter = NewMissionPresenter(desk.workbench, profile.preferences, desk.workbench.sentence)
    assert [key for key, _ in presenter.referentials()] == ["jalon-default-1"]
    text = REFERENTIAL.replace('id = "jalon-default-1"', 'id = "region-x"')
    desk.workbench.shelf.keep(PackKind.REFERENTIAL, "region-x", text.encode())
    assert [key for key, _ in presenter.referentials()] == ["jalon-default-1", "region-x"]
    made: list[object] = []
    presenter.opened.connect(made.append)
    presenter.create(Typed("Exemple SAS", "", "occitanie-2020-2022", "", "", "region-x"))
    assert [mission.referential.id for mission in made] == ["region-x"]  # type: ignore[attr-defined]


def test_the_folder_of_the_profile_is_read_and_the_page_stands_in_the_window(
    dressed: QApplication, profile: LocalProfile, qtbot: QtBot
) -> None:
    own = profile.folder / "packs" / "referentials"
    own.mkdir(parents=True)
    (own / "region-x.toml").write_text(REFERENTIAL.replace('id = "jalon-default-1"', 'id = "region-x"'), "utf-8")
    with window_on(qtbot, profile) as window:
        opened(qtbot, window, total=0)
        window.desk.home.show_page("packs")
        page = window.findChild(PacksPage)
        assert page is not None
        assert page.model.rank_of((PackKind.REFERENTIAL, "region-x")) >= 0
