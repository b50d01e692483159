"""« Résultats »: the drawings and the tables say the same figures; no index before the last answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.referential import Level
from app.services.questionnaire import answer_theme, open_assessment
from app.ui.cells import StateCell, TextCell
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.results import ResultsPresenter
from app.ui.qtmodels.cell_rows import ID_ROLE, CellRow, CellRowsModel
from app.ui.tokens import Theme, load_tokens
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import SvgView
from app.ui.views.kit.table import Table
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT


def declare(desk: Desk, context: MissionContext, kind: AssessmentKind, level: Level, themes: int) -> None:
    """The same level for the first themes."""
    bench = desk.workbench
    open_assessment(bench.unit_of_work, context.mission_id, kind, clock=bench.clock, new_id=bench.new_id)
    for theme in context.referential.themes[:themes]:
        answer_theme(
            bench.unit_of_work,
            context.mission_id,
            kind,
            theme.code,
            level,
            referential=context.referential,
            clock=bench.clock,
        )
    context.note(Part.ANSWERS)


def sheet_of(context: MissionContext) -> AnswerSheet:
    """Both assessments as saved."""
    return AnswerSheet(context.file, context.referential)


def test_there_is_no_index_and_no_points_of_a_lever_before_their_last_answer(
    desk: Desk, context: MissionContext
) -> None:
    declare(desk, context, ENTRY, Level.IN_PLACE, 28)
    shown = ResultsPresenter().shown(sheet_of(context))
    assert "28/29" in shown.headline
    assert "280" not in shown.headline
    assert shown.levers[-1].entry.startswith("2 ")
    assert shown.levers[0].entry == str(shown.levers[0].maximum)
    assert shown.themes[-1].entry_points is None


def test_both_indexes_and_points_are_told_once_complete(desk: Desk, context: MissionContext) -> None:
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    declare(desk, context, EXIT, Level.NOT_CONCERNED, 29)
    shown = ResultsPresenter().shown(sheet_of(context))
    assert "87" in shown.headline
    assert "29" in shown.headline
    assert {(one.entry_points, one.exit_points) for one in shown.themes} == {(3, 1)}


@pytest.mark.parametrize("theme", list(Theme))
def test_the_drawings_hold_every_theme_and_lever(desk: Desk, context: MissionContext, theme: Theme) -> None:
    declare(desk, context, ENTRY, Level.IN_PROGRESS, 29)
    sheet = sheet_of(context)
    colours = load_tokens(theme).colours
    radar = ResultsPresenter().radar(sheet, colours, 640, 560).decode()
    bars = ResultsPresenter().bars(sheet, colours, 380).decode()
    assert all(f">{one.code}<" in radar for one in context.referential.themes)
    assert all(f">{lever.code}<" in bars for lever in context.referential.levers)
    assert colours.accent.lower() in radar.lower()


def test_the_page_draws_and_its_tables_take_the_place_of_the_drawings(
    dressed: QApplication, qtbot: QtBot, desk: Desk, context: MissionContext
) -> None:
    declare(desk, context, ENTRY, Level.IN_PROGRESS, 29)
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("results")
    radar = window.findChild(SvgView, "results_radar")
    table = window.findChild(Table, "results_themes")
    switch = window.findChild(Segmented, "results_form")
    assert isinstance(radar, SvgView)
    assert isinstance(table, Table)
    assert isinstance(switch, Segmented)
    qtbot.waitUntil(lambda: radar.sizeHint().height() > 300, timeout=3000)
    assert not table.isVisible()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert table.isVisible()
    assert not radar.isVisible()
    assert table.model().rowCount() == 29
    assert table.isColumnHidden(4), "no column of the exit before it is opened"


def test_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = CellRowsModel(["Thème", "Entrée"], right=(1,))
    rows = [CellRow(rank, (TextCell(f"Thème {rank}"), StateCell(rank or None))) for rank in range(5)]
    model.set_rows(rows)
    qtmodeltester.check(model)
    assert model.index(2, 0).data(ID_ROLE) == 2
    assert model.rank_of(4) == 4
    assert model.rank_of("none") == -1


def test_a_changed_row_is_told_alone(qtbot: QtBot) -> None:
    model = CellRowsModel(["Thème"])
    model.set_rows([CellRow(rank, (TextCell("a"),)) for rank in range(3)])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([CellRow(rank, (TextCell("b" if rank == 1 else "a"),)) for rank in range(3)])
    assert told == [(1, 1)]
