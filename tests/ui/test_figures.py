"""« Pourquoi ce chiffre ? »: every figure of every page opens its rule, what enters it and its source, by keys alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.account import ExpenseState
from app.domain.assessment import AssessmentKind
from app.domain.evolution import StepKind
from app.domain.mission import MissionFile
from app.domain.quantities import Cents
from app.domain.referential import Factor
from app.services.field_work import save_expense
from app.ui.presenters.account import AccountPresenter, AccountShown
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.caps import CapsPresenter
from app.ui.presenters.company import CompanyPresenter
from app.ui.presenters.evolution import evolution_of
from app.ui.presenters.figures import FiguresPresenter
from app.ui.presenters.figures.index import IndexFigures
from app.ui.presenters.figures.money import MoneyFigures
from app.ui.presenters.figures.words import RuleWords
from app.ui.presenters.funding import FundingPresenter
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.views.kit.texts import Label
from app.ui.views.mission.amount import WHY, Amount
from app.ui.views.mission.figures_dialog import FiguresDialog, WhyButton
from app.ui.views.mission.page import MissionPageView
from app.ui.views.mission.pages import PAGES
from app.ui.views.mission_window import MissionWindow
from tests.integration.roadmap_examples import library
from tests.support.complete_mission import at_exit
from tests.support.desk import START

PAGE_KEYS = [spec.key for spec in PAGES]
Open = Callable[[str], MissionWindow]


@pytest.fixture
def window(qtbot: QtBot, demo: MissionContext) -> Open:
    def make(page: str) -> MissionWindow:
        made = MissionWindow(demo, PAGES)
        qtbot.addWidget(made)
        made.resize(1280, 900)
        made.show()
        made.show_page(page)
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def keys_of(context: MissionContext, page: str) -> set[str]:
    return {one.key for one in FiguresPresenter(context).of_page(page)}


def dialog_of(window: MissionWindow) -> FiguresDialog:
    dialog = window.findChild(FiguresDialog)
    assert dialog is not None
    return dialog


def words_of(dialog: FiguresDialog) -> str:
    return "\n".join(label.text() for label in dialog.panel.findChildren(Label))


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_every_figure_of_a_page_has_its_rule_its_inputs_and_its_source(demo: MissionContext, page: str) -> None:
    figures = FiguresPresenter(demo).of_page(page)
    assert {"index.entry", "days.path"} <= {one.key for one in figures}, "the figures of the header"
    assert len({one.key for one in figures}) == len(figures)
    bare = [
        one.key
        for one in figures
        if not (one.why.title and one.why.amount and one.why.steps and one.why.rule and one.why.source)
        or "règle" not in one.why.pack
    ]
    assert bare == []


def test_f2_explains_every_page_and_every_mark_names_a_figure(demo: MissionContext, window: Open) -> None:
    opened = window(PAGE_KEYS[0])
    for page in PAGE_KEYS:
        opened.show_page(page)
        shown = opened.page()
        assert shown is not None
        marks = [one for one in held_by(shown) if one.isEnabled()]
        assert marks or page not in {"company", "sessions", "results", "funding"}
        known = keys_of(demo, page)
        assert [one.property(WHY) for one in marks if one.property(WHY) not in known] == []
        assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in marks)
        if page == PAGE_KEYS[0]:
            opened.shell.header.why.click()
        else:
            QTest.keyClick(opened, Qt.Key.Key_F2)
        dialog = dialog_of(opened)
        assert dialog.choice.count() == len(known)
        dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
        dialog.choice.activated.emit(dialog.choice.count() - 1)
        last = FiguresPresenter(demo).of_page(page)[-1]
        assert {last.why.source, f"«\u202f{last.why.rule}\u202f»"} <= set(words_of(dialog).split("\n"))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def held_by(page: MissionPageView) -> list[QPushButton]:
    """Marks and amounts of a page and of its panel."""
    side = page.side_widget()
    held = [*page.findChildren(QPushButton), *(side.findChildren(QPushButton) if side is not None else [])]
    return [one for one in held if isinstance(one, Amount | WhyButton)]


def test_enter_on_the_mark_of_a_cap_opens_that_cap(demo: MissionContext, window: Open) -> None:
    opened = window("sessions")
    shown = opened.page()
    assert shown is not None
    side = shown.side_widget()
    assert side is not None
    mark = next(one for one in side.findChildren(WhyButton) if one.property(WHY) == "cap.path")
    mark.setFocus()
    QTest.keyClick(mark, Qt.Key.Key_Return)
    dialog = dialog_of(opened)
    assert dialog.choice.current() == "cap.path"
    found = FiguresPresenter(demo).find("sessions", "cap.path")
    assert found is not None
    assert found.why.amount in words_of(dialog)


def test_caps_criteria_and_scenarios_are_all_explained(demo: MissionContext) -> None:
    caps = CapsPresenter().shown(demo.file, demo.scheme, START.date())
    sessions = FiguresPresenter(demo).of_page("sessions")
    amounts = {one.key: one.why.amount for one in sessions}
    assert [amounts[line.key].split(" / ")[0] for line in caps.lines] == [line.value for line in caps.lines]
    assert amounts["cap.deadline"] == caps.left
    criteria = {f"criterion.{line.id}" for line in CompanyPresenter(demo).eligibility().lines}
    assert criteria | {"size", "de_minimis"} <= keys_of(demo, "company")
    presenter = FundingPresenter(demo)
    for scenario in presenter.scenarios:
        shown = presenter.shown(scenario.id)
        held = [shown.grant, shown.company, *(one for phase in shown.phases for one in (phase.retained, phase.grant))]
        told = {f"scenario.{shown.letter}.{figure.key}" for figure in held if figure.key}
        assert told <= keys_of(demo, "funding")


def test_each_step_lever_and_factor_of_the_results_is_explained(demo: MissionContext) -> None:
    subject = at_exit()
    found = evolution_of(AnswerSheet(subject.file, subject.referential))
    assert found is not None
    figures = IndexFigures(RuleWords(subject.scheme), subject.referential, demo.workbench.word)
    way = {one.key: one.why for one in figures.way(subject.file)}
    moved = [step for step in found.steps if step.kind is not StepKind.UNCHANGED]
    assert moved
    assert way.keys() == {"way.progress", *(f"way.{step.theme.code}" for step in moved)}
    levers = [one.key for one in figures.levers(subject.file)]
    factors = [one.key for one in figures.factors(subject.file)]
    assert (len(levers), len(factors)) == (2 * len(subject.referential.levers), 2 * len(Factor))
    indexes = {one.key: one.why.amount for one in figures.indexes(subject.file)}
    assert indexes["index.entry"].startswith(str(found.total.entry))
    assert indexes["index.exit"].startswith(str(found.total.exit))


def test_an_incomplete_questionnaire_says_what_is_missing_and_gives_no_index(demo: MissionContext) -> None:
    subject = at_exit()
    entry = subject.file.assessments[0]
    first = subject.referential.themes[0].code
    answers = {code: answer for code, answer in entry.answers.items() if code != first}
    file = replace(subject.file, assessments=(replace(entry, answers=answers),))
    figures = IndexFigures(RuleWords(subject.scheme), subject.referential, demo.workbench.word)
    (index, _) = figures.indexes(file)
    assert (index.why.amount, index.why.steps[-1].amount) == ("—", "1")


def account(file: MissionFile) -> AccountShown:
    return AccountPresenter(library().scheme("occitanie-2020-2022")).shown(file)


def every_account_figure(shown: AccountShown) -> dict[str, str]:
    figures = [
        *(one.amount for one in shown.invoices),
        *(one for phase in shown.phases for one in (phase.retained, phase.grant, *(two for _, two in phase.payments))),
        *(figure for _, figure in shown.totals),
    ]
    return {figure.key: figure.text for figure in figures}


def test_the_account_is_shown_and_explained_with_the_same_figures() -> None:
    subject = at_exit()
    (first, second) = subject.file.expenses
    late = replace(second, id=first.id, invoice_number="F-tard", payment_day=date(2023, 1, 1))
    unpaid = replace(first, id=subject.mission.id, invoice_number="F-due", payment_day=None)
    small = replace(second, amount=Cents(1_400_000))
    cases = [subject.file.expenses, (first, small), (second, late), (first, unpaid)]
    for expenses in cases:
        file = replace(subject.file, expenses=expenses)
        shown = every_account_figure(account(file))
        told = {one.key: one.why.amount for one in MoneyFigures(RuleWords(subject.scheme)).account(file)}
        assert shown == {key: told[key] for key in shown}
        assert told.keys() == shown.keys()


def test_b_20_an_advance_above_what_is_due_is_told_as_overpaid() -> None:
    """The plan's advance is 10 500 €; only 14 000 € are invoiced, so 7 000 € are due."""
    subject = at_exit()
    (first, second) = subject.file.expenses
    file = replace(subject.file, expenses=(first, replace(second, amount=Cents(1_400_000))))
    (_, phase) = account(file).phases
    (_, (name, over)) = phase.payments
    assert name.startswith("Trop-perçu")
    assert (over.text, over.capped) == ("3\u00a0500\u00a0€", True)


def test_the_account_says_why_an_invoice_is_refused_and_which_cap_bit() -> None:
    subject = at_exit()
    (first, second) = subject.file.expenses
    dear = replace(first, amount=Cents(750_000))
    late = replace(second, payment_day=date(2023, 1, 1))
    shown = account(replace(subject.file, expenses=(dear, late)))
    assert [(one.state, one.tone) for one in shown.invoices] == [
        ("acceptée", "ok"),
        ("refusée\u00a0: après la date limite", "danger"),
    ]
    (phase,) = shown.phases
    assert (phase.retained.text, phase.retained.capped) == ("6\u00a0000\u00a0€", True)
    assert [chip.tone for chip in phase.retained.chips] == ["cap"]
    real = replace(subject.file, mission=replace(subject.mission, fictional=False))
    assert {one.state for one in account(real).invoices} == {"refusée\u00a0: prestataire non référencé"}
    assert len({state.value for state in ExpenseState}) == 4


def test_an_account_without_rate_or_invoice_says_so(demo: MissionContext) -> None:
    assert account(replace(at_exit().file, expenses=())).empty
    national = AccountPresenter(library().scheme("national-2018-2022")).shown(at_exit().file)
    assert national.empty
    assert not national.totals


def test_an_invoice_typed_elsewhere_moves_the_account_of_the_window(demo: MissionContext, window: Open) -> None:
    opened = window("funding")
    page = opened.page()
    assert page is not None
    bench = demo.workbench
    invoice = replace(demo.file.expenses[0], id=bench.new_id(), invoice_number="F-2", amount=Cents(100_000))
    before = page.findChild(Amount, "account_invoiced")
    assert before is not None
    assert before.text() == "6\u00a0000\u00a0€"
    save_expense(bench.unit_of_work, demo.mission_id, invoice, clock=bench.clock)
    demo.note(Part.EXPENSES)
    after = [one for one in page.findChildren(Amount, "account_invoiced") if one.isVisible()]
    assert [one.text() for one in after] == ["7\u00a0000\u00a0€"]
    QTest.keyClicks(after[0], "?")
    side = page.side_widget()
    assert side is not None
    assert "7\u00a0000\u00a0€" in side.accessibleName()


def test_the_header_is_bounded_by_the_scheme(demo: MissionContext) -> None:
    heading = demo.heading()
    assert (heading.half_days, heading.bound, heading.boundary) == (10, 60, 10)
    assert demo.file.assessment(AssessmentKind.ENTRY) is not None
