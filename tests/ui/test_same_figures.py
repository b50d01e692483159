"""Half-days and money of a mission are the same in the caps, the checks, the account, the seal and the header."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.account import ExpenseState, account_of
from app.domain.checks import CheckSubject, findings
from app.domain.days import DayEntry, HalfDay, Ledger, ServiceClass, counted_total
from app.domain.expenses import Expense
from app.domain.mission import MissionFile
from app.domain.quantities import Cents
from app.domain.readings import BoundaryScope, FundingReadings, ServiceReadings
from app.domain.scheme import PhaseCode, Scheme
from app.sync.contract.seal import sealed_funding, services_of
from app.ui.presenters import typed
from app.ui.presenters.caps import CapsPresenter
from app.ui.presenters.funding_words import FundingWords
from tests.integration.roadmap_examples import library
from tests.support.complete_mission import at_exit, really_at_diagnostic

FIRST = date(2021, 9, 14)
PHASES = (PhaseCode("phase_1"), PhaseCode("phase_2"))
LISTED = library().scheme("occitanie-2020-2022").providers[0]

worked = st.lists(
    st.tuples(st.sampled_from(PHASES), st.integers(0, 60), st.sampled_from(HalfDay), st.booleans(), st.booleans()),
    max_size=45,
)
invoiced = st.lists(
    st.tuples(
        st.sampled_from(PHASES),
        st.integers(1, 2_000_000),
        st.sampled_from([None, date(2022, 12, 31), date(2023, 1, 1)]),
        st.sampled_from([LISTED, "Inconnu SARL"]),
    ),
    max_size=4,
)
service_readings = st.builds(
    ServiceReadings,
    boundary_scope=st.sampled_from(BoundaryScope),
    remote_counts=st.booleans(),
    same_half_day_counts_twice=st.booleans(),
)


def ledger(lines: list[tuple[PhaseCode, int, HalfDay, bool, bool]]) -> Ledger:
    kept: dict[tuple[int, HalfDay, str], DayEntry] = {}
    for rank, (phase, shift, half_day, remote, second) in enumerate(lines):
        performer = "Deuxième consultant" if second else "Consultante"
        day = FIRST + timedelta(days=shift)
        kept[shift, half_day, performer] = DayEntry(
            UUID(int=rank), phase, day, half_day, performer, "Analyse", remote=remote
        )
    return Ledger(tuple(kept.values()))


def expenses(lines: list[tuple[PhaseCode, int, date | None, str]]) -> tuple[Expense, ...]:
    return tuple(
        Expense(UUID(int=rank), phase, f"F-{rank}", provider, provider, Cents(amount), FIRST, FIRST, paid)
        for rank, (phase, amount, paid, provider) in enumerate(lines)
    )


@st.composite
def missions(draw: st.DrawFn) -> CheckSubject:
    subject = draw(st.sampled_from([at_exit, really_at_diagnostic]))()
    funding = subject.scheme.company_funding
    assert funding is not None
    readings = FundingReadings(unpaid_counts=draw(st.booleans()))
    scheme = replace(
        subject.scheme,
        service_readings=draw(service_readings),
        company_funding=replace(funding, readings=readings),
    )
    file = replace(subject.file, ledger=ledger(draw(worked)), expenses=expenses(draw(invoiced)))
    return replace(subject, file=file, scheme=scheme)


@settings(max_examples=60, deadline=None)
@given(subject=missions())
def test_half_days_are_counted_once_for_all(subject: CheckSubject) -> None:
    file, scheme = subject.file, subject.scheme
    sealed = {part["phase"]: part for part in services_of(file.ledger, scheme)}
    caps = CapsPresenter().shown(file, scheme, FIRST).lines
    for line, phase in zip(caps, scheme.phases, strict=False):
        part = sealed.get(phase.code)
        assert line.reached == (part["half_days"] if part else 0)
        if part and part["half_days"] <= (phase.max_half_days or 0):
            assert ("diagnostic" in line.sentence) is (part["service_class"] is ServiceClass.DIAGNOSTIC)
    assert counted_total(file.ledger, scheme) == sum(part["half_days"] for part in sealed.values())
    assert caps[len(scheme.phases)].reached == counted_total(file.ledger, scheme)
    for phase_funding in account_of(file, scheme).result.phases:
        part = sealed.get(phase_funding.phase)
        assert phase_funding.half_days == (part["half_days"] if part else 0)
    titles = {phase.title: phase.code for phase in scheme.phases}
    for found in findings(subject):
        told = dict(found.params)
        if found.id in {"days.above_phase_maximum", "days.below_phase_minimum"}:
            part = sealed.get(titles[str(told["phase"])])
            assert told["days"] == (part["half_days"] if part else 0)


@settings(max_examples=60, deadline=None)
@given(subject=missions())
def test_what_the_checks_refuse_the_account_refuses(subject: CheckSubject) -> None:
    file, scheme = subject.file, subject.scheme
    found = account_of(file, scheme)
    refused = {
        state: sorted(line.expense.invoice_number for line in found.lines if line.state is state)
        for state in ExpenseState
    }
    told = {
        rule: sorted(str(dict(one.params)["number"]) for one in findings(subject) if one.id == rule)
        for rule in ("funding.expense_provider", "funding.expense_late")
    }
    assert told["funding.expense_provider"] == refused[ExpenseState.NOT_ACCREDITED]
    assert set(refused[ExpenseState.TOO_LATE]) <= set(told["funding.expense_late"])
    retained = next(line for line in CapsPresenter().shown(file, scheme, FIRST).lines if line.title.startswith("Dép"))
    assert retained.reached == sum(phase.retained for phase in found.result.phases)
    assert found.grant + found.company == found.invoiced
    assert found.invoiced == sum(line.expense.amount for line in found.lines)


@pytest.mark.parametrize("equity", [None, 0, 1_000_000, 900_000_000])
def test_the_window_and_the_seal_tell_the_same_money(equity: int | None) -> None:
    subject = at_exit()
    company = replace(subject.mission.company, equity=None if equity is None else Cents(equity))
    file: MissionFile = replace(subject.file, mission=replace(subject.mission, company=company))
    scheme: Scheme = subject.scheme
    words = FundingWords(scheme)
    for place, scenario in enumerate(file.scenarios):
        sealed = sealed_funding(file.mission, scenario, scheme)
        assert sealed is not None
        shown = words.shown(file.mission, scenario, place)
        assert shown.grant.text == typed.euros(sealed["grant_cents"])
        assert shown.company.text == typed.euros(sealed["company_cents"])
