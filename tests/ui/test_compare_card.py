"""« Comparer avec… » in the results: an earlier mission of the same SIREN, another version of the referential, what does not compare."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.assessment import Assessment, AssessmentKind
from app.domain.comparison import Comparability
from app.domain.packs import PackKind
from app.domain.referential import Level, ThemeCode
from app.services.comparing import compare_questionnaires, linked_questionnaires
from app.services.missions import NewMission, open_mission, read_mission
from app.ui.presenters.compared import ComparedPresenter
from app.ui.views.mission.compare_card import CompareCard
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from app.ui.views.mission.sheet_card import SheetCard
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

SIRET = "73282932000074"
SECOND = "jalon-default-2"


def mission_under(desk: Desk, referential: str, level: Level, day: date, siret: str = SIRET) -> UUID:
    """A mission whose entry is answered with one level everywhere."""
    bench = desk.workbench
    pack = bench.library.referential(referential)
    asked = NewMission("Exemple SAS", siret, bench.library.scheme("occitanie-2020-2022"), pack)
    mission = open_mission(bench.unit_of_work, asked, clock=bench.clock, new_id=bench.new_id)
    answer(desk, mission.id, AssessmentKind.ENTRY, dict.fromkeys((theme.code for theme in pack.themes), level), day)
    return mission.id


def answer(desk: Desk, mission_id: UUID, kind: AssessmentKind, levels: dict[ThemeCode, Level], day: date) -> None:
    """Write a whole questionnaire."""
    bench = desk.workbench
    with bench.unit_of_work() as uow:
        mission = uow.missions.get(mission_id)
        found = uow.assessments.find(mission_id, kind)
        heading = found or Assessment(bench.new_id(), kind, mission.referential, day)
        uow.assessments.save(mission_id, replace(heading, day=day))
        for theme, level in levels.items():
            uow.assessments.set_level(mission_id, kind, theme, level, bench.clock())
        uow.commit()


def test_two_versions_are_put_side_by_side_through_the_bridge(desk: Desk) -> None:
    mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1))
    later = mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1))
    bench = desk.workbench
    linked = linked_questionnaires(bench.unit_of_work, read_mission(bench.unit_of_work, later), library=bench.library)
    found = compare_questionnaires(linked[0].questionnaire, linked[1].questionnaire, library=bench.library)
    assert found is not None
    comparison, bridge = found
    assert bridge.header.ref.id == "jalon-default-1-vers-2"
    assert (comparison.before.index, comparison.after.index) == (87, 203)
    assert [row.before.themes[0].code for row in comparison.of_state(Comparability.NOT_COMPARABLE)] == ["L2.4"]
    assert [row.after.themes[0].code for row in comparison.of_state(Comparability.NEW)] == ["L6.4"]
    assert (comparison.before.compared_maximum, comparison.after.compared_maximum) == (280, 280)
    back = compare_questionnaires(linked[1].questionnaire, linked[0].questionnaire, library=bench.library)
    assert back is not None
    assert [row.after.themes[0].code for row in back[0].of_state(Comparability.NEW)] == ["L2.4"]
    assert len(back[0].of_state(Comparability.COMPARABLE)) == len(comparison.of_state(Comparability.COMPARABLE))


def test_the_exit_under_another_version_is_compared_too(desk: Desk) -> None:
    earlier = mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1))
    later = mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1))
    themes = desk.workbench.library.referential(SECOND).themes
    levels = dict.fromkeys((theme.code for theme in themes), Level.IN_PLACE)
    answer(desk, later, AssessmentKind.EXIT, levels, date(2022, 9, 1))
    presenter = ComparedPresenter(desk.workbench)
    presenter.read(read_mission(desk.workbench.unit_of_work, later))
    assert [words for _, words in presenter.own()] == ["sortie du 01/09/2022", "entrée du 01/03/2022"]
    shown = presenter.shown(f"{later}/exit", f"{earlier}/entry")
    assert shown is not None
    assert "87 sur 290" in shown.figures
    assert "290 sur 290" in shown.figures
    assert "1 thème non comparable" in shown.note.replace("\u00a0", " ")
    assert [row.change for row in shown.rows].count("non comparable") == 1
    split = next(row for row in shown.rows if row.before.startswith("L1.5"))
    assert (split.before_points, split.after_points, split.change) == ("3/10", "20/20", "gain")
    merged = next(row for row in shown.rows if "L3.5" in row.before)
    assert (merged.before_points, merged.after_points) == ("6/20", "10/10")


def test_versions_without_a_bridge_are_said_not_comparable(desk: Desk) -> None:
    bench = desk.workbench
    pack = bench.library.referential("jalon-default-1")
    mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1))
    text = _shipped_text().replace('id = "jalon-default-1"', 'id = "region-x"')
    bench.shelf.keep(PackKind.REFERENTIAL, "region-x", text.encode())
    later = mission_under(desk, "region-x", Level.IN_PLACE, date(2022, 3, 1))
    assert pack.header.ref.id == "jalon-default-1"
    presenter = ComparedPresenter(bench)
    presenter.read(read_mission(bench.unit_of_work, later))
    (own, _words), others = presenter.own()[0], presenter.others(presenter.own()[0][0])
    shown = presenter.shown(own, others[0][0])
    assert shown is not None
    assert shown.rows == ()
    assert "Aucune passerelle" in shown.note


def test_another_company_is_never_offered(desk: Desk) -> None:
    mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1), siret="55210055400013")
    mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1), siret="")
    later = mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1))
    presenter = ComparedPresenter(desk.workbench)
    presenter.read(read_mission(desk.workbench.unit_of_work, later))
    assert presenter.others(presenter.own()[0][0]) == ()


@pytest.mark.parametrize("alone", [True, False])
def test_the_card_of_the_results_shows_the_rows(dressed: QApplication, qtbot: QtBot, desk: Desk, alone: bool) -> None:
    if not alone:
        mission_under(desk, "jalon-default-1", Level.TO_STUDY, date(2021, 3, 1))
    later = mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1))
    window = MissionWindow(desk.context(later), PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("results")
    card = window.findChild(CompareCard, "results_compare")
    assert card is not None
    assert card.table.isHidden() is alone
    if alone:
        assert "Aucun autre questionnaire" in card.note.text()
        return
    assert card.model.rowCount() == 29
    changes = [str(card.model.index(rank, 4).data()) for rank in range(29)]
    assert (changes.count("gain"), changes.count("non comparable"), changes.count("nouveau thème")) == (27, 1, 1)


def _shipped_text() -> str:
    from app.resources import resource_root

    return (resource_root() / "referentials" / "jalon-default-1.toml").read_text("utf-8")


def test_a_theme_that_means_something_else_has_no_landmarks_of_the_guide(
    dressed: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    context = desk.context(mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1)))
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.show_page("questionnaire")
    page = window.page()
    assert isinstance(page, QuestionnairePage)
    shown = {}
    codes = [str(theme.code) for theme in context.referential.themes]
    for code in ("L1.1", "L1.5", "L6.4"):
        page.presenter.go(codes.index(code))
        shown[code] = not page.findChildren(SheetCard)[0].isHidden()
    assert shown == {"L1.1": True, "L1.5": False, "L6.4": False}


def test_a_mission_under_the_revision_is_printed_and_opens_again(desk: Desk) -> None:
    mission_id = mission_under(desk, SECOND, Level.IN_PROGRESS, date(2022, 3, 1))
    bench = desk.workbench
    pdf = bench.print_roadmap(read_mission(bench.unit_of_work, mission_id), None)
    assert pdf.startswith(b"%PDF")
    assert desk.context(mission_id).referential.header.ref.id == SECOND
