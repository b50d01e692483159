"""« De l’entrée à la sortie » on the results page: only between complete questionnaires, reclassifications apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.assessment import AssessmentKind
from app.domain.referential import Factor, Level
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import shipped_second_act
from app.services.demo import play_exit
from app.services.questionnaire import answer_theme
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.evolution import EvolutionPresenter, EvolutionShown
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.results import ResultsPresenter
from app.ui.tokens import Theme, load_tokens
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import SvgView
from app.ui.views.kit.table import Table
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk
from tests.ui.test_results_page import declare, sheet_of

ENTRY, EXIT = AssessmentKind.ENTRY, AssessmentKind.EXIT


@pytest.fixture
def left(qapp: QApplication, desk: Desk) -> MissionContext:
    """The fictional company once it has declared its exit."""
    mission_id = desk.open_demo()
    play_exit(desk.workbench, mission_id, shipped_second_act(shipped_demo()))
    return desk.context(mission_id)


def shown_of(context: MissionContext) -> EvolutionShown:
    sheet = AnswerSheet(context.file, context.referential)
    return EvolutionPresenter(context.workbench.phrase, context.workbench.word).shown(sheet)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_figures_part_progress_from_reclassifications(left: MissionContext) -> None:
    shown = shown_of(left)
    assert plain(shown.figures) == "+44, et +4 à part"
    assert "De 132 à 180 points : +44 de transformation" in plain(shown.spoken)
    assert shown.waiting == ""
    assert (shown.steps[0].total, shown.steps[-1].total) == ("132", "180")
    assert [step.points for step in shown.steps if not step.whole] == [
        *("+15", "+4", "+10", "+12", "+3", "+4"),
        *("−4", "+4"),
    ]


def test_what_is_missing_is_said_until_both_are_complete(desk: Desk, context: MissionContext) -> None:
    declare(desk, context, ENTRY, Level.TO_STUDY, 28)
    assert "quand le questionnaire de sortie sera rempli" in shown_of(context).waiting
    declare(desk, context, EXIT, Level.IN_PLACE, 29)
    assert "encore 1 thème sans réponse" in plain(shown_of(context).waiting)
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    shown = shown_of(context)
    assert (shown.waiting, shown.figures) == ("", "+203")
    answer_theme(
        desk.workbench.unit_of_work,
        context.mission_id,
        EXIT,
        context.referential.themes[0].code,
        None,
        referential=context.referential,
        clock=desk.workbench.clock,
    )
    context.note(Part.ANSWERS)
    shown = shown_of(context)
    assert shown.steps == ()
    assert "la sortie sera complète : encore 1 thème sans réponse" in plain(shown.waiting)


def test_the_ceiling_is_said_when_themes_are_not_concerned(desk: Desk, context: MissionContext) -> None:
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    assert shown_of(context).ceiling == ""
    declare(desk, context, EXIT, Level.NOT_CONCERNED, 3)
    said = plain(shown_of(context).ceiling)
    assert "3 thèmes « Je ne suis pas concerné »" in said
    assert "263 au plus (290 − 9 × 3)" in said


def test_factors_are_told_from_the_entry_on(desk: Desk, context: MissionContext) -> None:
    declare(desk, context, ENTRY, Level.TO_STUDY, 28)
    assert shown_of(context).factors == ()
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    before = shown_of(context).factors
    assert len(before) == len(Factor)
    declare(desk, context, EXIT, Level.NOT_CONCERNED, 29)
    for first, last in zip(before, shown_of(context).factors, strict=True):
        themes = int(first.themes)
        assert (first.entry, first.exit, first.moved) == (str(3 * themes), "", "")
        assert (last.exit, last.maximum) == (str(themes), str(10 * themes))
        assert plain(last.moved) == f"0, et −{2 * themes} à part"


@pytest.mark.parametrize("theme", list(Theme))
def test_the_drawing_holds_codes_alone(left: MissionContext, theme: Theme) -> None:
    colours = load_tokens(theme).colours
    drawing = EvolutionPresenter(left.workbench.phrase, left.workbench.word).drawing(sheet_of(left), colours, 400, 220)
    assert drawing is not None
    text = drawing.decode()
    for lever in left.referential.levers:
        assert f">{lever.code}<" in text
        assert lever.short_title not in text
    assert colours.accent.lower() in text.lower()


def window_on(qtbot: QtBot, context: MissionContext) -> MissionWindow:
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("results")
    return window


def part(window: MissionWindow, name: str) -> SvgView | Table | Segmented:
    found = next(one for kind in (SvgView, Table, Segmented) for one in window.findChildren(kind, name))
    assert isinstance(found, SvgView | Table | Segmented)
    return found


def test_the_table_takes_the_place_of_the_drawing(dressed: QApplication, qtbot: QtBot, left: MissionContext) -> None:
    window = window_on(qtbot, left)
    chart, table, switch = (part(window, f"results_{name}") for name in ("waterfall", "steps", "form"))
    assert isinstance(chart, SvgView)
    assert isinstance(table, Table)
    assert chart.isVisible()
    assert "+44" in chart.accessibleDescription()
    assert chart.grab().toImage().pixelColor(5, 5).isValid()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Right)
    assert table.isVisible()
    assert not chart.isVisible()
    assert table.model().rowCount() == 11
    qtbot.waitUntil(lambda: table.height() > 11 * 29, timeout=3000)
    assert table.verticalScrollBar().maximum() == 0, "a short table does not scroll inside the page"


def test_before_the_exit_a_sentence_stands_in_its_place(
    dressed: QApplication, qtbot: QtBot, desk: Desk, context: MissionContext
) -> None:
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    window = window_on(qtbot, context)
    assert not part(window, "results_waterfall").isVisible()
    assert not part(window, "results_steps").isVisible()
    factors = part(window, "results_factors")
    assert isinstance(factors, Table)
    assert factors.isVisible()
    assert factors.isColumnHidden(3), "no column of the exit before it is complete"


def test_the_header_says_both_indexes_once_both_are_complete(
    dressed: QApplication, qtbot: QtBot, desk: Desk, context: MissionContext
) -> None:
    window = window_on(qtbot, context)
    index, words = window.shell.header.index, window.shell.header.index_words
    declare(desk, context, EXIT, Level.IN_PLACE, 29)
    assert (index.text(), words.text()) == ("290", "I2DF de sortie")
    declare(desk, context, ENTRY, Level.TO_STUDY, 29)
    assert (index.text(), words.text()) == ("87 → 290", "I2DF entrée, sortie")
    assert index.width() >= index.fontMetrics().horizontalAdvance("87 → 290")


def test_the_consultant_s_opinion_stands_beside_the_level_and_counts_nowhere(
    dressed: QApplication, qtbot: QtBot, left: MissionContext
) -> None:
    presenter = ResultsPresenter()
    sheet = sheet_of(left)
    shown = presenter.shown(sheet)
    opined = [one for one in shown.themes if one.opinion is not None]
    assert opined
    assert all("avis du consultant" in one.opinion_words for one in opined)
    assert any(one.opinion != one.exit for one in opined), "an opinion that only repeats the level shows nothing"
    assert sum(one.exit_points or 0 for one in shown.themes) == sheet.progress(AssessmentKind.EXIT).index
    page = MissionWindow(left, PAGES)
    qtbot.addWidget(page)
    page.show()
    page.show_page("results")
    table = page.findChild(Table, "results_themes")
    assert table is not None
    assert not table.isColumnHidden(6)
