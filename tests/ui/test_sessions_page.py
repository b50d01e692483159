"""« Séances et jours »: half-days by keys, corrections, caps, sessions and invoices without a Save button."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.days import HalfDay
from app.domain.mission import MissionFile
from app.domain.quantities import Cents
from app.services.errors import EnvironmentFailure
from app.services.field_work import HalfDayWorked, add_half_day
from app.services.missions import frame_mission, read_mission
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.caps import CapsPresenter
from app.ui.presenters.days import DaysPresenter
from app.ui.presenters.expense_records import ExpensesPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.session_records import SessionsPresenter
from app.ui.views.kit.agenda import HalfDayAgenda
from app.ui.views.kit.fields import LineEdit
from app.ui.views.kit.table import Table
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission.sessions_page import SessionsPage
from app.ui.views.mission_window import MissionWindow
from tests.support.desk import START, Desk

TODAY = START.date()
LISTED = ("invoicing_provider", "AFNOR")
OPENED_ON = date(2022, 3, 1)


def kept(desk: Desk, context: MissionContext) -> MissionFile:
    """The mission as another process would read it."""
    return read_mission(desk.storage.unit_of_work, context.mission_id)


def work(desk: Desk, context: MissionContext, *days: date, phase: str = "phase_1") -> None:
    """Both halves of some days."""
    bench = desk.workbench
    code = next(one.code for one in context.scheme.phases if one.code == phase)
    frame_mission(
        bench.unit_of_work, context.mission_id, lambda one: replace(one, opened_on=OPENED_ON), clock=bench.clock
    )
    for day in days:
        for half in HalfDay:
            worked = HalfDayWorked(code, day, half, "C. Exemple", "Analyse", "Figeac")
            add_half_day(bench.unit_of_work, context.mission_id, worked, clock=bench.clock, new_id=bench.new_id)
    context.note(Part.DAYS)


@pytest.fixture
def attempts(context: MissionContext) -> Attempts:
    return Attempts(context.messages)


def test_the_form_remembers_the_last_half_day(desk: Desk, context: MissionContext, attempts: Attempts) -> None:
    work(desk, context, date(2022, 3, 14))
    days = DaysPresenter(context, attempts)
    form = days.form(TODAY, HalfDay.MORNING)
    assert (form.performer, form.purpose, form.place, form.remote) == ("C. Exemple", "Analyse", "Figeac", False)
    assert days.form(TODAY, HalfDay.MORNING, remote=True).remote
    assert days.add(form)
    assert kept(desk, context).ledger.total == 3


def test_a_correction_keeps_the_line_and_the_running_total(
    desk: Desk, context: MissionContext, attempts: Attempts
) -> None:
    work(desk, context, date(2022, 3, 10), date(2022, 3, 14))
    days = DaysPresenter(context, attempts)
    line = days.lines()[2]
    told: list[str] = []
    attempts.refused.connect(lambda _where, sentence: told.append(sentence))
    assert not days.correct(line.entry.id, "  ")
    assert len(told) == 1
    assert days.correct(line.entry.id, "Réunion reportée")
    shown = days.lines()
    assert [one.total for one in shown] == [3, 2, 1, 2, 1]
    assert [one.correction for one in shown] == [False, False, True, False, False]
    assert [one.corrected for one in shown] == [False, False, False, True, False]
    assert days.correctable(line.entry.id) is None
    assert kept(desk, context).ledger.total == 3


def test_caps_say_which_side_of_five_days_one_is(desk: Desk, context: MissionContext) -> None:
    caps = CapsPresenter()
    days = [date(2022, 3, day) for day in (7, 8, 9, 10)]
    work(desk, context, *days, phase="phase_2")
    before = caps.shown(context.file, context.scheme, TODAY).lines[1]
    assert (before.value, before.limit, before.tick) == ("4,0", "25\u00a0j", 10)
    assert "diagnostic" in before.sentence
    work(desk, context, date(2022, 3, 11), phase="phase_2")
    after = caps.shown(context.file, context.scheme, TODAY)
    assert "accompagnement" in after.lines[1].sentence
    assert "diagnostic" not in after.lines[1].sentence
    assert after.left.startswith("291")
    assert caps.shown(context.file, context.scheme, date(2023, 1, 1)).overdue


def test_money_of_the_caps_follows_the_invoices(desk: Desk, context: MissionContext, attempts: Attempts) -> None:
    work(desk, context, *[date(2022, 3, day) for day in (7, 8, 9, 10, 11)])
    expenses = ExpensesPresenter(context, attempts)
    expenses.add()
    for key, text in (("invoice_number", "F-1"), ("amount", "7 500"), ("payment_day", "14/03/2022"), LISTED):
        expenses.type(key, text)
    assert expenses.flush()
    lines = {line.title: line for line in CapsPresenter().shown(context.file, context.scheme, TODAY).lines}
    average = next(line for title, line in lines.items() if title.startswith("Coût"))
    assert (average.value, average.tone) == ("1\u00a0500", "warn")
    assert lines["Dépense retenue"].value == "6\u00a0000", "the cap of a day bites"


def test_a_new_invoice_waits_for_its_number_and_amount(desk: Desk, context: MissionContext, attempts: Attempts) -> None:
    expenses = ExpensesPresenter(context, attempts)
    told: list[str] = []
    attempts.refused.connect(lambda _where, sentence: told.append(sentence))
    expenses.add()
    expenses.type("amount", "1 200,50")
    expenses.leave()
    assert told == [], "an unfinished line is not a fault"
    assert not expenses.flush()
    assert len(told) == 1
    assert expenses.text("amount") == "1 200,50"
    expenses.type("invoice_number", "F-2")
    expenses.leave()
    saved = kept(desk, context).expenses
    assert [(one.invoice_number, one.amount, one.payment_day) for one in saved] == [("F-2", Cents(120_050), None)]


def test_a_session_is_saved_by_itself_removed_and_put_back(
    qtbot: QtBot, desk: Desk, context: MissionContext, attempts: Attempts
) -> None:
    sessions = SessionsPresenter(context, attempts)
    sessions.add()
    with qtbot.waitSignal(sessions.saved, timeout=2000):
        sessions.type("topic", "Visite de l’atelier")
        sessions.type("people_met", "Directrice, Chef d’atelier")
    (kept_session,) = kept(desk, context).sessions
    assert kept_session.people_met == ("Directrice", "Chef d’atelier")
    removed: list[object] = []
    sessions.removed.connect(removed.append)
    sessions.remove()
    assert kept(desk, context).sessions == ()
    sessions.put_back(kept_session)
    assert kept(desk, context).sessions == (kept_session,)
    assert removed == [kept_session]


def test_a_full_disk_keeps_the_session_for_another_try(desk: Desk, context: MissionContext, attempts: Attempts) -> None:
    sessions = SessionsPresenter(context, attempts)
    sessions.add()
    sessions.type("topic", "Visite")
    desk.broken = EnvironmentFailure("disk.full")
    assert not sessions.flush()
    assert sessions.text("topic") == "Visite"
    desk.broken = None
    attempts.retry()
    assert [session.topic for session in kept(desk, context).sessions] == ["Visite"]


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, context: MissionContext) -> SessionsPage:
    window = MissionWindow(context, PAGES)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_page("sessions")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    shown = window.page()
    assert isinstance(shown, SessionsPage)
    return shown


def press(key: Qt.Key) -> None:
    """A key for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def type_in(name: str, text: str) -> None:
    """Replace the text of an editor, by keys."""
    editor = next(one for one in QApplication.allWidgets() if one.objectName() == name and one.isVisible())
    assert isinstance(editor, LineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def test_half_days_by_keys_alone(desk: Desk, context: MissionContext, page: SessionsPage) -> None:
    assert isinstance(QApplication.focusWidget(), HalfDayAgenda)
    press(Qt.Key.Key_Return)
    type_in("half_day_purpose", "Cartographie")
    type_in("half_day_performer", "C. Exemple")
    press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), HalfDayAgenda), "the focus comes back to the agenda"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_Return)
    entries = kept(desk, context).ledger.entries
    assert [(one.day, one.half_day, one.purpose, one.remote) for one in entries] == [
        (TODAY, HalfDay.MORNING, "Cartographie", False),
        (TODAY, HalfDay.AFTERNOON, "Cartographie", True),
    ]


def test_a_double_entry_is_refused_in_place_and_nothing_is_lost(
    desk: Desk, context: MissionContext, page: SessionsPage
) -> None:
    for _time in range(2):
        press(Qt.Key.Key_Return)
        type_in("half_day_purpose", "Cartographie")
        type_in("half_day_performer", "C. Exemple")
        press(Qt.Key.Key_Return)
    refusal = page.findChild(QLabel, "half_day_refusal")
    assert isinstance(refusal, QLabel)
    assert refusal.isVisible()
    assert "Exemple a déjà travaillé" in refusal.text()
    purpose = page.findChild(LineEdit, "half_day_purpose")
    assert isinstance(purpose, LineEdit)
    assert purpose.text() == "Cartographie"
    assert kept(desk, context).ledger.total == 1


def test_the_same_person_in_two_missions_is_refused(desk: Desk, context: MissionContext, page: SessionsPage) -> None:
    other = desk.context(desk.open("Autre exemple SAS"))
    work(desk, other, TODAY)
    press(Qt.Key.Key_Return)
    type_in("half_day_performer", "C. Exemple")
    type_in("half_day_purpose", "Visite")
    press(Qt.Key.Key_Return)
    refusal = page.findChild(QLabel, "half_day_refusal")
    assert isinstance(refusal, QLabel)
    assert other.mission.reference in refusal.text()


def test_a_line_is_corrected_from_the_agenda(desk: Desk, context: MissionContext, page: SessionsPage) -> None:
    work(desk, context, TODAY)
    page.enter()
    press(Qt.Key.Key_C)
    type_in("correction_reason", "Report de la date")
    press(Qt.Key.Key_Return)
    ledger = kept(desk, context).ledger
    assert ledger.total == 1
    assert ledger.entries[-1].purpose == "Report de la date"


def test_segments_by_keys_and_a_session_typed(desk: Desk, context: MissionContext, page: SessionsPage) -> None:
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_N)
    type_in("session_topic", "Cadrage")
    press(Qt.Key.Key_Tab)
    assert [session.topic for session in kept(desk, context).sessions] == ["Cadrage"]
    table = page.findChild(Table, "sessions")
    assert isinstance(table, Table)
    table.setFocus()
    press(Qt.Key.Key_3)
    assert page.segments.current() == "expenses", "digits of a list belong to the page"
