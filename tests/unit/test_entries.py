"""What is typed: texts, actions, expenses; and what a mission, an assessment and a pack hold by default."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.action_plan import Action, ActionPriority, ActionState, MeasurableStep, check_action, plan_totals
from app.domain.assessment import NO_ANSWER, Answer, Assessment, AssessmentKind, CaptureMode, Opinion
from app.domain.company import Company, Establishment
from app.domain.days import DayEntry, HalfDay
from app.domain.errors import DomainError, InvalidData
from app.domain.expenses import Expense, check_expense
from app.domain.funding import FundingRequest, FundingResult, LineKind, PhasePlan, fund, funding_request
from app.domain.mission import FundingScenario, Mission, MissionFile, MissionState, ProgrammeOperator, Session
from app.domain.packs import PackRef
from app.domain.quantities import (
    LINE_LENGTH,
    TEXT_LENGTH,
    Cents,
    HalfDays,
    clean_text,
)
from app.domain.referential import Level, ThemeCode
from app.domain.scheme import ExpenseDateBasis, PhaseCode, SizeClass
from app.packs.library import PackLibrary

DAY = date(2022, 5, 12)
LIBRARY = PackLibrary.shipped()
OCCITANIE = LIBRARY.scheme("occitanie-2020-2022")
THEME = ThemeCode("L1.1")
REF = PackRef("x", "1", "0" * 64)


def test_a_line_is_cleaned() -> None:
    assert clean_text("  e\u0301te\u0301\r\nsuite\u200b\x07 ", field="title") == "été suite"
    assert clean_text("un\rdeux\r\ntrois", longest=TEXT_LENGTH, field="notes") == "un\ndeux\ntrois"
    assert clean_text("x" * LINE_LENGTH, field="title") == "x" * LINE_LENGTH
    with pytest.raises(DomainError) as refusal:
        clean_text("x" * (LINE_LENGTH + 1), field="title")
    assert refusal.value.params == {"field": "title", "longest": LINE_LENGTH, "length": LINE_LENGTH + 1}
    assert (LINE_LENGTH, TEXT_LENGTH) == (200, 5_000)


@given(st.text(max_size=150))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text, field="title", longest=TEXT_LENGTH)
    assert clean_text(once, field="title", longest=TEXT_LENGTH) == once


ACTION = Action(UUID(int=1), 1, "Mesurer les arrêts", (THEME,))


def test_an_action_begins_planned_and_first() -> None:
    assert check_action(ACTION) is ACTION
    assert (ACTION.priority, ACTION.state, ACTION.step) == (ActionPriority.FIRST, ActionState.PLANNED, MeasurableStep())
    assert {
        ACTION.reason,
        ACTION.owner,
        ACTION.gain,
        *(getattr(ACTION.step, one) for one in ("indicator", "baseline")),
    } == {""}
    assert (ACTION.start, ACTION.end, ACTION.effort, ACTION.cost, ACTION.step.target) == (None, None, None, None, "")
    assert check_action(replace(ACTION, start=DAY, end=DAY)).end == DAY


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": ""}, "action.title_missing"),
        ({"themes": ()}, "action.theme_missing"),
        ({"start": DAY, "end": date(2022, 5, 11)}, "action.dates_reversed"),
    ],
)
def test_an_action_that_cannot_be_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        check_action(replace(ACTION, **changes))
    assert refusal.value.code == code
    if code == "action.dates_reversed":
        assert refusal.value.params == changes
    assert check_action(replace(ACTION, end=DAY)).start is None
    assert check_action(replace(ACTION, start=DAY)).end is None


def test_totals_leave_dropped_actions_out_and_count_what_is_not_costed() -> None:
    actions = (
        replace(ACTION, cost=Cents(1200), effort=HalfDays(3)),
        replace(ACTION, cost=Cents(0)),
        replace(ACTION, effort=HalfDays(2), state=ActionState.DONE),
        replace(ACTION, cost=Cents(9900), effort=HalfDays(9), state=ActionState.DROPPED),
    )
    totals = plan_totals(actions)
    assert (totals.cost, totals.effort, totals.without_cost, totals.without_effort) == (1200, 5, 1, 1)


EXPENSE = Expense(UUID(int=1), PhaseCode("phase_1"), "F-1", "AFNOR", "AFNOR", Cents(1), DAY, date(2022, 5, 13))


def test_an_expense_has_a_number_and_an_amount() -> None:
    assert check_expense(EXPENSE) is EXPENSE
    with pytest.raises(DomainError, match=r"expense\.number_missing"):
        check_expense(replace(EXPENSE, invoice_number=""))
    for amount in (0, -1):
        with pytest.raises(DomainError, match=r"expense\.amount_zero"):
            check_expense(replace(EXPENSE, amount=Cents(amount)))


def test_the_deciding_day_is_the_one_of_the_basis() -> None:
    paid = replace(EXPENSE, payment_day=date(2022, 5, 14))
    found = [paid.deciding_day(basis) for basis in ExpenseDateBasis]
    assert found == [date(2022, 5, 14), date(2022, 5, 13), DAY]
    assert EXPENSE.deciding_day(ExpenseDateBasis.PAYMENT) is None


MISSION = Mission(
    id=UUID(int=1),
    reference="OC-22-7F3K-9",
    opened_on=DAY,
    company=Company(name="Exemple SAS"),
    establishment=Establishment(),
    scheme=REF,
    referential=REF,
)


def test_a_mission_is_sealed_reopened_and_sealed_again() -> None:
    assert (MISSION.state, MISSION.version, MISSION.fictional) == (MissionState.DRAFT, 0, False)
    sealed = MISSION.sealed()
    assert (sealed.state, sealed.version) == (MissionState.SEALED, 1)
    for refused in (sealed.check_writable, sealed.sealed):
        with pytest.raises(DomainError) as refusal:
            refused()
        assert refusal.value.code == "mission.sealed"
    again = sealed.reopened()
    assert (again.state, again.version, again.sealed().version) == (MissionState.DRAFT, 1, 2)
    with pytest.raises(DomainError, match=r"mission\.not_sealed"):
        MISSION.reopened()


def test_what_is_not_known_of_a_mission_is_empty() -> None:
    texts = (
        "market",
        "sector",
        "territory",
        "recruitment_source",
        "region_file",
        "summary",
        "next_step",
        "private_notes",
    )
    assert {getattr(MISSION, field) for field in texts} == {""}
    assert (MISSION.operator, MISSION.purposes, MISSION.decision_day, MISSION.next_day) == (
        ProgrammeOperator.OTHER,
        (),
        None,
        None,
    )
    provider = MISSION.provider
    assert {provider.name, provider.lead_consultant, provider.contact} == {""}


def test_a_session_begins_with_its_topic_only() -> None:
    session = Session(UUID(int=5), DAY, "Visite")
    assert {session.place, session.notes, session.private_notes} == {""}
    assert session.people_met == ()


def test_what_is_not_known_of_a_company_is_none_or_empty() -> None:
    company, site = MISSION.company, MISSION.establishment
    assert {company.siren, company.trade, company.head_name, company.head_function} == {""}
    assert {site.siret, site.address, site.postal_code, site.town, site.region_code} == {""}
    assert (company.association, company.approved_integration) == (False, False)
    unknown = (
        "employees",
        "equity",
        "balance_sheet_months",
        "industrial_activity",
        "production_revenue_share",
        "in_difficulty",
        "tax_and_social_up_to_date",
        "de_minimis_statement",
    )
    assert {getattr(company, field) for field in unknown} == {None}


def test_the_chosen_scenario_and_the_assessment_of_a_kind() -> None:
    kept = FundingScenario(UUID(int=3), 2, "B", (), chosen=True)
    entry = Assessment(UUID(int=4), AssessmentKind.ENTRY, REF, DAY)
    file = MissionFile(MISSION, assessments=(entry,), scenarios=(FundingScenario(UUID(int=2), 1, "A", ()), kept))
    assert file.chosen_scenario is kept
    assert file.assessment(AssessmentKind.ENTRY) is entry
    assert file.assessment(AssessmentKind.EXIT) is None
    assert MissionFile(MISSION).chosen_scenario is None
    assert (MissionFile(MISSION).sessions, MissionFile(MISSION).actions, MissionFile(MISSION).expenses) == ((), (), ())


def test_an_assessment_keeps_levels_apart_from_opinions() -> None:
    opened = Assessment(UUID(int=4), AssessmentKind.EXIT, REF, DAY)
    assert (opened.declared_by, opened.captured_by, opened.mode) == ("", "", CaptureMode.CONSULTANT)
    assert opened.answers == MappingProxyType({})
    assert opened.answer(THEME) is NO_ANSWER
    opinion = Answer(opinion=Opinion(Level.IN_PLACE))
    answered = opened.with_answer(THEME, Answer(Level.TO_STUDY)).with_answer(ThemeCode("L1.2"), opinion)
    assert dict(answered.levels) == {THEME: Level.TO_STUDY}
    assert answered.answer(ThemeCode("L1.2")) is opinion
    assert opened.answers == MappingProxyType({})
    assert (NO_ANSWER.level, NO_ANSWER.justification, NO_ANSWER.evidence, NO_ANSWER.opinion) == (None, "", "", None)
    assert Opinion(Level.IN_PLACE).sentence == ""


def test_a_half_day_is_on_site_in_the_region_unless_said() -> None:
    entry = DayEntry(UUID(int=1), PhaseCode("phase_1"), DAY, HalfDay.MORNING, "C. Exemple", "")
    assert (entry.remote, entry.in_region, entry.place, entry.people_met) == (False, True, "", ())
    assert (entry.corrects, entry.recorded_at, entry.half_days) == (None, None, 1)
    assert replace(entry, corrects=UUID(int=2)).half_days == -1


@pytest.mark.parametrize(
    ("employees", "size"),
    [(None, SizeClass.SME), (249, SizeClass.SME), (250, SizeClass.MID_CAP), (5_000, SizeClass.LARGE)],
)
def test_an_unknown_staff_is_taken_for_an_sme(employees: int | None, size: SizeClass) -> None:
    request = funding_request((), OCCITANIE, employees=employees, equity=Cents(5), opened_on=DAY)
    assert request == FundingRequest((), size, Cents(5), DAY)


def full_path(equity: int | None = None) -> FundingResult:
    plans = (
        PhasePlan(PhaseCode("phase_1"), HalfDays(10), Cents(600_000)),
        PhasePlan(PhaseCode("phase_2"), HalfDays(50), Cents(3_000_000)),
    )
    return fund(FundingRequest(plans, SizeClass.SME, None if equity is None else Cents(equity), DAY), OCCITANIE)


def test_every_line_of_the_funding_in_the_order_of_the_paper() -> None:
    lines = [(line.kind, line.phase, line.amount, line.rule, line.capped) for line in full_path(1_800_000).lines]
    assert lines == [
        (LineKind.INVOICED, "phase_1", 600_000, "B1", False),
        (LineKind.RETAINED, "phase_1", 600_000, "B1", False),
        (LineKind.PHASE_GRANT, "phase_1", 600_000, "B5", False),
        (LineKind.INVOICED, "phase_2", 3_000_000, "B1", False),
        (LineKind.RETAINED, "phase_2", 3_000_000, "B1", False),
        (LineKind.PHASE_GRANT, "phase_2", 1_500_000, "B6", False),
        (LineKind.EQUITY, None, 1_800_000, "B7", True),
        (LineKind.GRANT, None, 1_800_000, "B7", True),
        (LineKind.COMPANY, None, 1_800_000, "B14", False),
        (LineKind.ADVANCE, "phase_2", 840_000, "B10", False),
        (LineKind.BALANCE, "phase_2", 360_000, "B9", False),
    ]


def test_an_unknown_equity_is_said_and_limits_nothing() -> None:
    result = full_path()
    assert (result.equity_known, result.grant) == (False, 2_100_000)
    assert [line.rule for line in result.lines if line.kind is LineKind.GRANT] == ["B11"]
    known = full_path(9_000_000)
    assert (known.equity_known, known.grant) == (True, 2_100_000)
    assert [(line.amount, line.capped) for line in known.lines if line.kind is LineKind.EQUITY] == [(9_000_000, False)]


def test_the_bounds_looked_at_are_told_and_one_decides() -> None:
    plan = PhasePlan(PhaseCode("phase_2"), HalfDays(60), Cents(4_000_000))
    result = fund(FundingRequest((plan,), SizeClass.SME, None, DAY), OCCITANIE)
    (line,) = [line for line in result.lines if line.kind is LineKind.RETAINED]
    assert [(step.name, step.amount, step.rule, step.decided) for step in line.steps] == [
        ("invoiced", 4_000_000, "B1", False),
        ("unit_cap", 3_600_000, "B2", False),
        ("phase_days", 3_000_000, "B6", True),
        ("path_cap", 3_600_000, "B3", False),
    ]
    late = replace(plan, expense_day=date(2023, 1, 1), half_days=HalfDays(10))
    (line,) = [
        line
        for line in fund(FundingRequest((late,), SizeClass.SME, None, DAY), OCCITANIE).lines
        if line.kind is LineKind.RETAINED
    ]
    assert [(step.name, step.amount, step.decided) for step in line.steps][:2] == [
        ("invoiced", 4_000_000, False),
        ("deadline", 0, True),
    ]
    assert (line.rule, line.capped) == ("B4", True)


def test_a_theme_and_a_phase_that_are_not_in_the_pack_are_named() -> None:
    with pytest.raises(InvalidData) as refusal:
        LIBRARY.referential().theme(ThemeCode("L9.9"))
    assert refusal.value.params == {"theme": "L9.9", "pack": "jalon-default-1"}
    with pytest.raises(InvalidData) as refusal:
        OCCITANIE.phase(PhaseCode("phase_9"))
    assert refusal.value.params == {"phase": "phase_9", "pack": "occitanie-2020-2022"}
