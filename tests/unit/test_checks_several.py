"""Checks that find several things at once: how they are counted, in which order they are told, and what is left out."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.action_plan import ActionState, MeasurableStep
from app.domain.assessment import AssessmentKind
from app.domain.checks import CheckSubject, findings
from app.domain.full_diagnostic import FactorPriority, FactorView, FullDiagnostic
from app.domain.mission import VersionKind
from app.domain.quantities import Cents, HalfDays
from app.domain.readings import ServiceReadings
from app.domain.referential import Factor, Level, ThemeCode
from tests.support.complete_mission import SEALED_ON, at_diagnostic, at_exit
from tests.unit.check_cases import (
    DIFFERS,
    ENTRY,
    EXIT,
    OTHER_PACK,
    THEME,
    Change,
    actions,
    another_session,
    assessment,
    both,
    company,
    dated,
    expenses,
    factors,
    first_action,
    ledger,
    lines,
    mission,
    of_another_pack,
    planned,
    provider,
    scheme,
    sessions,
    site,
    voted,
)


def told(subject: CheckSubject, rule: str) -> list[dict[str, object]]:
    """Values of each finding of a rule, in their order."""
    return [dict(found.params) for found in findings(subject) if found.id == rule]


def on_days(*days: date) -> Change:
    """The lines of the ledger, one after the other, on these days."""

    def change(subject: CheckSubject) -> CheckSubject:
        entries = subject.file.ledger.entries[: len(days)]
        return ledger(*(replace(entry, day=day) for entry, day in zip(entries, days, strict=True)))(subject)

    return change


def test_early_days_are_told_by_the_first_and_late_ones_by_the_last() -> None:
    early = on_days(date(2021, 9, 3), date(2021, 9, 2), date(2021, 9, 14))(at_diagnostic())
    (found,) = told(early, "days.before_opening")
    assert (found["count"], found["first"]) == (2, date(2021, 9, 2))
    late = on_days(date(2021, 9, 29), date(2021, 9, 30), SEALED_ON)(at_diagnostic())
    assert told(late, "days.in_future") == [{"count": 2, "last": date(2021, 9, 30)}]


def test_days_on_site_without_a_session_are_told_once_each_in_order() -> None:
    kept = sessions(lambda held: held[-1:])(at_diagnostic())
    assert [one["day"] for one in told(kept, "days.without_session")] == [
        date(2021, 9, 14),
        date(2021, 9, 15),
        date(2021, 9, 21),
    ]


def test_without_any_session_or_any_half_day_the_other_side_is_not_told_line_by_line() -> None:
    assert [one.id for one in findings(sessions(lambda _held: ())(at_diagnostic()))] == ["sessions.none"]
    assert told(ledger()(at_diagnostic()), "sessions.without_day") == []


def test_a_session_to_come_is_told_for_that_only() -> None:
    assert told(another_session(date(2021, 9, 29))(at_diagnostic()), "sessions.without_day") == []
    assert told(another_session(SEALED_ON)(at_diagnostic()), "sessions.in_future") == []


def test_an_accompaniment_without_any_half_day_is_told_once() -> None:
    found = [one.id for one in findings(ledger()(at_exit())) if one.id.startswith("days.")]
    assert found == ["days.none"]


def test_a_phase_without_any_half_day_is_under_no_minimum() -> None:
    """The diagnostic is sealed before the accompaniment begins."""
    subject = at_diagnostic()
    phases = tuple(replace(phase, min_half_days=HalfDays(10)) for phase in subject.scheme.phases)
    assert told(replace(subject, scheme=replace(subject.scheme, phases=phases)), "days.below_phase_minimum") == []


def test_a_phase_whose_days_count_for_nothing_is_under_its_minimum() -> None:
    remote = both(
        lines(lambda entry: replace(entry, remote=True)),
        scheme(service_readings=ServiceReadings(remote_counts=False)),
    )(at_diagnostic())
    assert [one["days"] for one in told(remote, "days.below_phase_minimum")] == [0]


def test_a_phase_without_a_maximum_has_none() -> None:
    subject = at_exit()
    phases = tuple(replace(phase, max_half_days=None) for phase in subject.scheme.phases)
    longer = replace(subject, scheme=replace(subject.scheme, phases=phases, warn_above_half_days=HalfDays(999)))
    extra = (replace(longer.file.ledger.entries[-1], id=UUID(int=8_500), performer="Seconde consultante"),)
    assert told(ledger(*longer.file.ledger.entries, *extra)(longer), "days.above_phase_maximum") == []


def test_opinions_without_a_word_are_told_together_in_the_order_of_the_questionnaire() -> None:
    differ = assessment(EXIT, lambda one: one.with_answer(THEME, DIFFERS).with_answer(ThemeCode("L1.1"), DIFFERS))
    assert told(differ(at_exit()), "answers.opinion_unexplained") == [{"count": 2, "themes": "L1.1, L4.2"}]


def test_votes_are_told_questionnaire_by_questionnaire_and_theme_by_theme() -> None:
    (vote, *_) = voted(Level.NOT_CONCERNED)(at_exit()).file.assessments[0].votes
    votes = tuple(replace(vote, theme=ThemeCode(theme)) for theme in ("L6.2", "L3.5"))
    subject = at_exit()
    for kind in (ENTRY, EXIT):
        subject = assessment(kind, lambda one: replace(one, votes=votes))(subject)
    expected = {"count": 2, "themes": "L3.5, L6.2"}
    assert told(subject, "votes.outside_spread") == [{"kind": ENTRY, **expected}, {"kind": EXIT, **expected}]
    assert [one["kind"] for one in told(replace(subject, kind=VersionKind.DIAGNOSTIC), "votes.outside_spread")] == [
        ENTRY
    ]


def test_a_level_outside_the_votes_is_accepted_with_a_justification_and_no_level_is_none() -> None:
    outside = voted(Level.NOT_CONCERNED)(at_diagnostic())

    def answered(**changes: Any) -> CheckSubject:
        return assessment(
            ENTRY, lambda one: one.with_answer(ThemeCode("L6.2"), replace(one.answer(ThemeCode("L6.2")), **changes))
        )(outside)

    assert told(answered(justification="La direction décide."), "votes.outside_spread") == []
    assert told(answered(level=None), "votes.outside_spread") == []
    assert len(told(outside, "votes.outside_spread")) == 1


def test_factors_are_counted() -> None:
    two = {Factor.PEOPLE_SKILLS, Factor.VISION_STRATEGY}
    bare = factors(lambda view: replace(view, evidence="") if view.factor in two else view)(at_diagnostic())
    assert told(bare, "factors.without_evidence") == [{"count": 2}]
    emptied = factors(lambda view: FactorView(view.factor) if view.factor in two else view)(at_diagnostic())
    assert told(emptied, "factors.incomplete") == [{"missing": 2}]


def diagnostic_of(view: FactorView) -> CheckSubject:
    subject = at_diagnostic()
    return replace(subject, file=replace(subject.file, full_diagnostic=FullDiagnostic().with_view(view)))


def test_only_weaknesses_ask_for_a_priority_and_only_what_is_told_asks_for_evidence() -> None:
    strong = FactorView(Factor.PEOPLE_SKILLS, strengths="Équipe stable")
    assert told(diagnostic_of(strong), "factors.no_priority") == []
    assert told(diagnostic_of(replace(strong, weaknesses="Départs")), "factors.no_priority") == [{}]
    weak = FactorView(Factor.PEOPLE_SKILLS, weaknesses="Départs", priority=FactorPriority.WATCH)
    assert told(diagnostic_of(weak), "factors.no_priority") == []
    seen = FactorView(Factor.PEOPLE_SKILLS, observations="Deux équipes")
    assert told(diagnostic_of(seen), "factors.without_evidence") == []
    assert told(diagnostic_of(strong), "factors.without_evidence") == [{"count": 1}]


def test_each_action_is_told_by_its_rank() -> None:
    bare = actions(lambda action: replace(action, owner="") if action.rank in {2, 5} else action)(at_diagnostic())
    assert [one["rank"] for one in told(bare, "plan.action_without_owner")] == [2, 5]


@pytest.mark.parametrize(
    ("step", "asked"),
    [
        (MeasurableStep("Part des arrêts expliqués", target="90 %"), False),
        (MeasurableStep("", target="90 %"), True),
        (MeasurableStep("Part des arrêts expliqués"), True),
    ],
)
def test_a_measurable_step_has_an_indicator_and_a_target(step: MeasurableStep, asked: bool) -> None:
    found = told(first_action(step=step)(at_diagnostic()), "plan.action_without_step")
    assert found == ([{"rank": 1}] if asked else [])


def test_a_dropped_action_counts_for_nothing() -> None:
    dropped = actions(lambda action: replace(action, state=ActionState.DROPPED))(at_exit())
    assert [one.id for one in findings(dropped) if one.id.startswith("plan.")] == ["plan.empty"]


@pytest.mark.parametrize(("state", "asked"), [(ActionState.PLANNED, True), (ActionState.STARTED, False)])
def test_only_an_action_still_to_start_waits_for_another(state: ActionState, asked: bool) -> None:
    subject = at_diagnostic()
    first, second, *others = subject.file.actions
    waiting = replace(second, depends_on=(first.id,), state=state, start=first.end)
    plan = (first, waiting, *others)
    found = told(replace(subject, file=replace(subject.file, actions=plan)), "plan.action_too_early")
    assert found == ([{"rank": 2, "start": date(2022, 1, 31), "other": 1}] if asked else [])


def test_a_diagnostic_or_a_referential_without_opening_levers_asks_for_no_lever() -> None:
    elsewhere = actions(lambda action: replace(action, themes=(ThemeCode("L6.1"),)))(at_exit())
    assert told(elsewhere, "plan.no_lever") == [{}]
    assert told(replace(elsewhere, kind=VersionKind.DIAGNOSTIC), "plan.no_lever") == []
    levers = tuple(replace(lever, opens_accompaniment=False) for lever in elsewhere.referential.levers)
    assert told(replace(elsewhere, referential=replace(elsewhere.referential, levers=levers)), "plan.no_lever") == []


def test_a_head_is_known_by_a_name_or_a_function_and_a_siren_is_compared_once_both_are_known() -> None:
    function = company(head_name="", head_function="Gérance")(at_diagnostic())
    assert findings(function) == ()
    assert told(both(company(siren="732829320"), site(siret=""))(at_diagnostic()), "identity.siren_mismatch") == []


def test_a_reference_with_a_wrong_key_is_told() -> None:
    assert told(mission(reference="")(at_diagnostic()), "identity.reference") == [{"reference": ""}]
    assert told(mission(next_day=None)(at_diagnostic()), "identity.next_day") == []


def test_a_provider_that_is_missing_is_not_told_as_not_accredited() -> None:
    assert [one.id for one in findings(provider(name="")(at_diagnostic()))] == ["identity.provider"]


def test_where_a_mission_takes_place_is_compared_once_it_is_known() -> None:
    unknown = site(region_code="")(at_diagnostic())
    assert told(unknown, "eligibility.establishment_elsewhere") == []
    assert [one["criterion"] for one in told(unknown, "eligibility.criterion_unknown")] == ["establishment"]
    everywhere = scheme(region_code=None)(site(region_code="84")(at_diagnostic()))
    assert told(everywhere, "eligibility.establishment_elsewhere") == []
    unnamed = scheme(region_name="")(site(region_code="84")(at_diagnostic()))
    assert told(unnamed, "eligibility.establishment_elsewhere") == [{"region": "76"}]


def test_what_a_rule_of_its_own_tells_is_not_told_again_as_a_criterion() -> None:
    """The staff, the half-days, the statement and the Region of the site have theirs."""
    silent = [
        company(employees=None),
        ledger(),
        company(de_minimis_statement=None),
        company(de_minimis_statement=False),
        site(region_code="84"),
    ]
    for change in silent:
        ids = {one.id for one in findings(change(at_diagnostic()))}
        assert not ids & {"eligibility.criterion_unknown", "eligibility.criterion_not_met"}


def test_each_criterion_that_is_not_known_or_not_met_is_told() -> None:
    unknown = company(industrial_activity=None, in_difficulty=None, tax_and_social_up_to_date=None)(at_diagnostic())
    assert [one["criterion"] for one in told(unknown, "eligibility.criterion_unknown")] == [
        "activity",
        "difficulty",
        "tax_and_social",
    ]
    unmet = company(industrial_activity=False, in_difficulty=True, tax_and_social_up_to_date=None)(at_diagnostic())
    assert [one["criterion"] for one in told(unmet, "eligibility.criterion_not_met")] == ["activity", "difficulty"]


def test_a_statement_refused_or_not_known_blocks_only_where_it_is_needed() -> None:
    for said in (False, None):
        assert told(company(de_minimis_statement=said)(at_diagnostic()), "eligibility.de_minimis_missing") == [{}]
    subject = company(de_minimis_statement=None)(at_diagnostic())
    funding = subject.scheme.company_funding
    assert funding is not None
    free = scheme(company_funding=replace(funding, de_minimis_phases=(), de_minimis_sizes=()))(subject)
    assert told(free, "eligibility.de_minimis_missing") == []


def test_a_plan_is_compared_once_there_is_one_and_work_or_an_invoice_beside_it() -> None:
    subject = planned(lambda plan: replace(plan, half_days=HalfDays(plan.half_days + 1), cost=Cents(1)))(at_exit())
    assert len(told(subject, "funding.days_differ")) == 1
    assert told(ledger()(subject), "funding.days_differ") == []
    unchosen = tuple(replace(one, chosen=False) for one in subject.file.scenarios)
    free = replace(subject, file=replace(subject.file, scenarios=unchosen))
    assert told(free, "funding.days_differ") == told(free, "funding.cost_differs") == []


def test_invoices_of_a_phase_add_up() -> None:
    subject = at_diagnostic()
    one = subject.file.expenses[0]
    parts = tuple(replace(one, id=UUID(int=8_600 + rank), amount=Cents(300_000)) for rank in range(2))
    assert told(replace(subject, file=replace(subject.file, expenses=parts)), "funding.cost_differs") == []
    short = replace(subject, file=replace(subject.file, expenses=parts[:1]))
    assert [found["invoiced"] for found in told(short, "funding.cost_differs")] == [300_000]


def test_an_invoice_without_its_deciding_day_or_under_an_open_scheme_is_not_late() -> None:
    assert told(expenses(payment_day=None)(at_diagnostic()), "funding.expense_late") == []
    late = expenses(payment_day=date(2023, 1, 1))(at_diagnostic())
    funding = late.scheme.company_funding
    assert funding is not None
    for without in (None, replace(funding, expenses_until=None)):
        assert told(scheme(company_funding=without)(late), "funding.expense_late") == []


def test_equity_is_asked_for_only_where_it_caps_the_grant() -> None:
    subject = company(equity=None)(at_diagnostic())
    funding = subject.scheme.company_funding
    assert funding is not None
    free = scheme(company_funding=replace(funding, capped_by_equity=False))(subject)
    assert told(free, "funding.equity_unknown") == []
    assert told(company(equity=Cents(-1))(at_diagnostic()), "funding.equity_unknown") == []


def test_the_exit_questionnaire_is_dated_and_pinned_like_the_other() -> None:
    early = both(dated(EXIT, date(2021, 9, 1)), dated(ENTRY, date(2021, 9, 2)))(at_exit())
    assert [one["kind"] for one in told(early, "answers.day_before_opening")] == [ENTRY, EXIT]
    other = assessment(EXIT, of_another_pack)(at_exit())
    assert told(other, "packs.other_referential") == [
        {"kind": AssessmentKind.EXIT, "pack": OTHER_PACK.id, "version": OTHER_PACK.version}
    ]


def test_a_line_that_a_correction_withdrew_is_not_looked_at() -> None:
    subject = at_diagnostic()
    first = subject.file.ledger.entries[0]
    wrong = replace(first, id=UUID(int=8_700), day=date(2021, 9, 1), performer="Seconde consultante")
    undone = replace(wrong, id=UUID(int=8_701), purpose="Saisie par erreur.", corrects=wrong.id)
    assert told(ledger(*subject.file.ledger.entries, wrong)(subject), "days.before_opening") != []
    assert told(ledger(*subject.file.ledger.entries, wrong, undone)(subject), "days.before_opening") == []
