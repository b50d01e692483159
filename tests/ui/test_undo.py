"""Undo and redo of an open mission, on a real file: one stack for all pages, never what another hand changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.action_plan import Action
from app.domain.assessment import AssessmentKind
from app.domain.days import HalfDay
from app.domain.mission import Mission, MissionFile, VersionKind
from app.domain.referential import Level
from app.services.closing import SealAsked, seal_version
from app.services.field_work import HalfDayWorked, add_half_day, remove_session, save_session
from app.services.missions import frame_mission, read_mission
from app.services.plan import place_action, remove_action, save_action, save_scenario
from app.services.questionnaire import answer_theme, write_answer_texts
from app.ui.presenters.mission_context import MissionContext
from app.ui.views.kit.fields import LineEdit
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.questionnaire_page import QuestionnairePage
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import Desk

ENTRY = AssessmentKind.ENTRY


def _kept(desk: Desk, context: MissionContext) -> MissionFile:
    return read_mission(desk.storage.unit_of_work, context.mission_id)


def _in(sector: str) -> Callable[[Mission], Mission]:
    return lambda mission: replace(mission, sector=sector)


def _content(file: MissionFile) -> MissionFile:
    """A mission without what tells one recording from another."""
    lines = tuple(replace(one, id=file.mission.id, recorded_at=None) for one in file.ledger.effective)
    return replace(file, ledger=replace(file.ledger, entries=lines))


def test_every_kind_of_change_is_undone_and_done_again(demo_desk: Desk, demo: MissionContext) -> None:
    bench, mission_id = demo.workbench, demo.mission_id
    file = demo.file
    make, clock = bench.unit_of_work, bench.clock
    worked = HalfDayWorked(demo.scheme.phases[0].code, date(2021, 9, 6), HalfDay.MORNING, "M. Essai", "Reprise")
    theme = demo.referential.themes[0].code
    other = next(one for one in file.scenarios if not one.chosen)
    level = Level.UNKNOWN if file.assessments[0].levels[theme] is Level.IN_PLACE else Level.IN_PLACE
    changes = (
        lambda: answer_theme(make, mission_id, ENTRY, theme, level, referential=demo.referential, clock=clock),
        lambda: write_answer_texts(
            make, mission_id, ENTRY, theme, replace(file.assessments[0].answer(theme), justification="Vu"), clock=clock
        ),
        lambda: frame_mission(make, mission_id, lambda one: replace(one, sector="Bois"), clock=clock),
        lambda: save_session(make, mission_id, replace(file.sessions[0], topic="Autre objet"), clock=clock),
        lambda: remove_session(make, mission_id, file.sessions[-1].id, clock=clock),
        lambda: add_half_day(make, mission_id, worked, clock=clock, new_id=bench.new_id),
        lambda: remove_action(make, mission_id, file.actions[1].id, clock=clock),
        lambda: save_action(
            make, mission_id, Action(uuid4(), len(file.actions), "Née ici", themes=(theme,)), clock=clock
        ),
        lambda: place_action(make, mission_id, file.actions[2], 1, clock=clock),
        lambda: save_scenario(make, mission_id, replace(other, chosen=True), clock=clock),
    )
    seen = [_content(_kept(demo_desk, demo))]
    for change in changes:
        change()
        seen.append(_content(_kept(demo_desk, demo)))
    assert len({repr(one) for one in seen}) == len(seen), "each change is seen"
    for before in reversed(seen[:-1]):
        demo.undoing.undo()
        assert _content(_kept(demo_desk, demo)) == before
    for after in seen[1:]:
        demo.undoing.redo()
        assert _content(_kept(demo_desk, demo)) == after


def test_undoing_a_half_day_adds_its_correction(desk: Desk, context: MissionContext) -> None:
    bench, phase = context.workbench, context.scheme.phases[0].code
    worked = HalfDayWorked(phase, date(2022, 3, 15), HalfDay.MORNING, "M. Essai", "Reprise")
    add_half_day(bench.unit_of_work, context.mission_id, worked, clock=bench.clock, new_id=bench.new_id)
    context.undoing.undo()
    first, correction = _kept(desk, context).ledger.entries
    assert correction.corrects == first.id
    assert correction.purpose == "Saisie annulée"
    context.undoing.redo()
    context.undoing.undo()
    ledger = _kept(desk, context).ledger
    assert ledger.total == 0
    assert len(ledger.entries) == 4


def test_what_another_hand_changed_meanwhile_is_never_undone(desk: Desk, context: MissionContext) -> None:
    bench, elsewhere = context.workbench, desk.workbench
    for sector in ("Bois", "Verre"):
        frame_mission(bench.unit_of_work, context.mission_id, _in(sector), clock=bench.clock)
    frame_mission(
        elsewhere.unit_of_work, context.mission_id, lambda one: replace(one, market="Export"), clock=bench.clock
    )
    context.undoing.undo()
    assert (_kept(desk, context).mission.sector, _kept(desk, context).mission.market) == ("Bois", "Export")
    frame_mission(
        elsewhere.unit_of_work, context.mission_id, lambda one: replace(one, sector="Textile"), clock=bench.clock
    )
    context.undoing.undo()
    assert _kept(desk, context).mission.sector == "Textile"
    assert "rien n’est annulé" in desk.messages.history()[-1].sentence
    assert context.undoing.next_undone() == ""


def test_sealing_forgets_what_could_be_undone(demo: MissionContext) -> None:
    bench = demo.workbench
    frame_mission(bench.unit_of_work, demo.mission_id, lambda one: replace(one, market="Export"), clock=bench.clock)
    assert demo.undoing.next_undone()
    referential, scheme = demo.referential, demo.scheme
    seal_version(
        bench.unit_of_work,
        demo.mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=scheme,
        referential=referential,
        write=bench.write_document,
        clock=bench.clock,
    )
    assert demo.undoing.next_undone() == ""


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, context: MissionContext) -> MissionWindow:
    shown = MissionWindow(context, PAGES)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.show()
    QTest.qWaitForWindowActive(shown)
    return shown


def test_the_header_takes_back_an_answer_from_another_page(window: MissionWindow, desk: Desk) -> None:
    undo = window.shell.header.undo
    assert not undo.isEnabled()
    window.show_page("questionnaire")
    page = window.page()
    assert isinstance(page, QuestionnairePage)
    page.presenter.answer(Level.TO_STUDY)
    page.presenter.settle()
    page.presenter.answer(Level.IN_PLACE)
    page.presenter.settle()
    assert "L1.2" in undo.accessibleName()
    undo.click()
    assert (page.presenter.rank, page.presenter.level) == (1, None), "the theme taken back is in front"
    window.show_page("sessions")
    QTest.keyClick(window.page() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assessment = _kept(desk, window.context).assessment(ENTRY)
    assert assessment is not None
    assert assessment.levels == {}
    assert window.shell.header.answers.text() == "0/29"
    QTest.keyClick(window.page() or window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.header.answers.text() == "1/29"


def test_a_text_left_is_saved_then_taken_back(window: MissionWindow, desk: Desk) -> None:
    window.show_page("company")
    trade = window.findChild(LineEdit, "trade")
    assert trade is not None
    trade.setFocus()
    QTest.keyClicks(trade, "Fonderie")
    window.undo()
    assert (_kept(desk, window.context).mission.company.trade, trade.text()) == ("", "")
    window.redo()
    assert (_kept(desk, window.context).mission.company.trade, trade.text()) == ("Fonderie", "Fonderie")
