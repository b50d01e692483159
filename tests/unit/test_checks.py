"""Each rule of the checks before closing: one thing broken gives exactly its finding, the nearest accepted thing none."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.assessment import AssessmentKind
from app.domain.checks import RULES, CheckSubject, Place, Severity, findings
from app.domain.mission import VersionKind
from app.domain.quantities import HalfDays
from app.domain.readings import BoundaryScope, ServiceReadings
from app.domain.scheme import ExpenseDateBasis
from app.packs.texts import Texts
from tests.integration.roadmap_examples import library
from tests.meta.tree import ROOT
from tests.support.complete_mission import SECOND_PHASE, at_diagnostic, at_exit
from tests.unit.check_cases import CASES, DIFFERS, STARTS, THEME, Change, company, ledger, mission, scheme, site

OPENED_TOO_EARLY = date(2000, 1, 1)


def found_ids(subject: CheckSubject) -> list[str]:
    return [finding.id for finding in findings(subject)]


@pytest.mark.parametrize("start", STARTS)
def test_a_complete_mission_gives_nothing(start: str) -> None:
    assert findings(STARTS[start]()) == ()


@pytest.mark.parametrize("rule", CASES)
def test_one_broken_thing_gives_exactly_its_finding(rule: str) -> None:
    case = CASES[rule]
    assert found_ids(case.broken(STARTS[case.start]())) == [rule]


@pytest.mark.parametrize("rule", CASES)
def test_the_nearest_accepted_thing_gives_nothing(rule: str) -> None:
    case = CASES[rule]
    accepted = case.accepted(STARTS[case.start]())
    assert found_ids(accepted) == []


def test_every_rule_has_its_two_cases_and_only_once() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))
    assert set(ids) == set(CASES)


@pytest.mark.parametrize("rule", CASES)
def test_every_finding_is_said_with_its_values(rule: str) -> None:
    case = CASES[rule]
    (finding,) = findings(case.broken(STARTS[case.start]()))
    sentence = Texts.load().sentence(finding.id, dict(finding.params))
    assert sentence.endswith(".")
    assert "None" not in sentence


def test_every_field_named_is_one_of_the_window() -> None:
    window = "".join(path.read_text("utf-8") for path in (ROOT / "app" / "ui").rglob("*.py"))
    named = {finding.field for case in CASES.values() for finding in findings(case.broken(STARTS[case.start]()))} - {""}
    assert len(named) > 10
    assert [field for field in sorted(named) if f'"{field}"' not in window] == []


def test_what_blocks_comes_first() -> None:
    subject = company(equity=None)(mission(summary="")(company(employees=None)(at_diagnostic())))
    found = findings(subject)
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]


def test_an_abandoned_mission_answers_for_its_identity_and_its_packs_only() -> None:
    subject = replace(at_diagnostic(), kind=VersionKind.ABANDONED)
    blank = replace(subject, file=replace(subject.file, assessments=(), actions=(), scenarios=()))
    assert findings(ledger()(blank)) == ()
    assert found_ids(company(name="")(blank)) == ["identity.company_name"]


@pytest.mark.parametrize(
    ("change", "place", "field"),
    [
        (company(industrial_activity=False), Place.COMPANY, "industrial_activity"),
        (company(association=True), Place.COMPANY, "production_revenue_share"),
        (
            company(association=True, production_revenue_share=Decimal("0.49")),
            Place.COMPANY,
            "production_revenue_share",
        ),
        (company(balance_sheet_months=11), Place.COMPANY, "balance_sheet_months"),
        (site(region_code=""), Place.COMPANY, "region_code"),
        (company(tax_and_social_up_to_date=None), Place.COMPANY, "tax_and_social_up_to_date"),
    ],
)
def test_a_criterion_leads_to_its_own_field(change: Change, place: Place, field: str) -> None:
    (finding,) = findings(change(at_diagnostic()))
    assert (finding.place, finding.field) == (place, field)


def test_a_half_day_outside_the_region_is_a_criterion_not_met_among_the_sessions() -> None:
    subject = at_diagnostic()
    first, *others = subject.file.ledger.entries
    (finding,) = findings(ledger(replace(first, in_region=False), *others)(subject))
    assert (finding.id, finding.place) == ("eligibility.criterion_not_met", Place.SESSIONS)


def test_the_boundary_of_an_accompaniment_follows_the_reading_of_the_scheme() -> None:
    path = ServiceReadings(boundary_scope=BoundaryScope.PATH)
    subject = scheme(accompaniment_min_half_days=51)(at_exit())
    assert found_ids(subject) == ["days.exit_too_short"]
    assert found_ids(scheme(service_readings=path)(subject)) == []
    assert found_ids(scheme(service_readings=path, warn_above_half_days=59)(at_exit())) == ["days.unusually_long"]
    assert found_ids(scheme(warn_above_half_days=59)(at_exit())) == []


def test_days_are_counted_under_the_readings_of_the_scheme() -> None:
    on_site_only = scheme(service_readings=ServiceReadings(remote_counts=False))(at_diagnostic())
    assert found_ids(on_site_only) == ["days.below_phase_minimum", "funding.days_differ"]
    assert dict(findings(on_site_only)[0].params)["days"] == 8


def test_a_late_invoice_leads_to_the_date_that_decides() -> None:
    late = CASES["funding.expense_late"].broken(at_diagnostic())
    funding = late.scheme.company_funding
    assert funding is not None
    by_invoice = scheme(company_funding=replace(funding, expense_date_basis=ExpenseDateBasis.INVOICE))(late)
    expenses = tuple(replace(one, invoice_day=date(2023, 1, 1)) for one in late.file.expenses)
    subject = replace(by_invoice, file=replace(late.file, expenses=expenses))
    assert [finding.field for finding in (*findings(late), *findings(subject))] == [
        "expense_payment_day",
        "expense_invoice_day",
    ]


def test_a_scheme_that_funds_no_company_asks_for_no_scenario_and_no_equity() -> None:
    subject = at_diagnostic()
    national = library().scheme("national-2018-2022")
    file = replace(
        subject.file,
        mission=replace(subject.file.mission, scheme=national.header.ref),
        scenarios=(),
        expenses=(),
    )
    found = found_ids(company(equity=None)(replace(subject, file=file, scheme=national)))
    assert found == []


def test_the_exit_questionnaire_is_looked_at_only_when_the_accompaniment_ends() -> None:
    subject = replace(at_diagnostic(), today=date(2022, 3, 1))
    entry = subject.file.assessments[0]
    opened = replace(entry, kind=AssessmentKind.EXIT, answers={}, day=entry.day - timedelta(days=90), declared_by="")
    subject = mission(next_day=None)(replace(subject, file=replace(subject.file, assessments=(entry, opened))))
    assert found_ids(subject) == []


def test_each_phase_is_told_once_by_its_title() -> None:
    subject = at_exit()
    plans = tuple(replace(plan, half_days=HalfDays(plan.half_days - 1)) for plan in subject.file.scenarios[-1].plans)
    chosen = replace(subject.file.scenarios[-1], plans=plans)
    found = findings(replace(subject, file=replace(subject.file, scenarios=(chosen,))))
    assert [(finding.id, dict(finding.params)["phase"]) for finding in found] == [
        ("funding.days_differ", phase.title) for phase in subject.scheme.phases
    ]


def test_a_phase_that_was_planned_and_never_done_is_told_at_exit_only() -> None:
    subject = at_exit()
    first_only = [entry for entry in subject.file.ledger.entries if entry.phase != SECOND_PHASE]
    short = ledger(*first_only)(subject)
    assert found_ids(short) == ["funding.days_differ"]
    assert found_ids(replace(short, kind=VersionKind.DIAGNOSTIC)) == []


def without(kind: AssessmentKind, subject: CheckSubject) -> CheckSubject:
    """The mission as if a questionnaire had never been opened."""
    kept = tuple(one for one in subject.file.assessments if one.kind is not kind)
    return replace(subject, file=replace(subject.file, assessments=kept))


def test_a_questionnaire_that_was_never_opened_lacks_every_theme_and_nothing_else() -> None:
    (entry,) = findings(without(AssessmentKind.ENTRY, at_diagnostic()))
    assert (entry.id, dict(entry.params)) == ("answers.entry_incomplete", {"missing": 29})
    (left,) = findings(without(AssessmentKind.EXIT, at_exit()))
    assert (left.id, dict(left.params)) == ("answers.exit_incomplete", {"missing": 29})
    assert found_ids(without(AssessmentKind.ENTRY, at_exit())) == ["answers.entry_incomplete"]
    nothing = without(AssessmentKind.ENTRY, without(AssessmentKind.EXIT, at_exit()))
    assert found_ids(nothing) == ["answers.entry_incomplete", "answers.exit_incomplete"]
    assert found_ids(replace(nothing, kind=VersionKind.ABANDONED)) == []


def test_an_exit_is_not_asked_of_a_diagnostic_even_when_it_was_opened() -> None:
    opened = replace(at_exit(), kind=VersionKind.DIAGNOSTIC)
    (_, last) = opened.file.assessments
    undeclared = replace(last, declared_by="", day=OPENED_TOO_EARLY).with_answer(THEME, DIFFERS)
    file = replace(opened.file, assessments=(opened.file.assessments[0], undeclared))
    assert [one for one in found_ids(replace(opened, file=file)) if one.startswith("answers.")] == []


def test_a_single_half_day_is_compared_with_its_plan() -> None:
    subject = at_diagnostic()
    first = subject.file.ledger.effective[0]
    differ = [one for one in findings(ledger(first)(subject)) if one.id == "funding.days_differ"]
    assert [dict(one.params)["done"] for one in differ] == [1]


def test_a_phase_worked_on_and_absent_from_the_plan_was_planned_for_nothing() -> None:
    subject = at_exit()
    (chosen,) = (one for one in subject.file.scenarios if one.chosen)
    first_only = replace(chosen, plans=tuple(plan for plan in chosen.plans if plan.phase != SECOND_PHASE))
    found = findings(replace(subject, file=replace(subject.file, scenarios=(first_only,))))
    planned = {one.id: dict(one.params)["planned"] for one in found}
    assert planned == {"funding.days_differ": 0, "funding.cost_differs": 0}
