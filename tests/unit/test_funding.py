"""Funding of one company: every vector of the Occitanie scheme, and what must hold for any plan."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError, InvalidData
from app.domain.funding import (
    FundingRequest,
    FundingResult,
    LineKind,
    PhasePlan,
    Settlement,
    check_advance,
    fund,
    max_advance,
    settle,
)
from app.domain.quantities import Cents, HalfDays, half_days_from
from app.domain.readings import EquityOrder, FundingReadings
from app.domain.scheme import DayCapReading, PhaseCode, RuleId, Scheme, SizeClass
from app.packs.library import PackLibrary

PHASE_1, PHASE_2 = PhaseCode("phase_1"), PhaseCode("phase_2")
IN_TIME = date(2021, 9, 14)
AMPLE = Cents(1_000_000_00)


@pytest.fixture(scope="module")
def occitanie() -> Scheme:
    return PackLibrary.shipped().scheme("occitanie-2020-2022")


@pytest.fixture(scope="module")
def demonstration() -> Scheme:
    return PackLibrary.shipped().scheme("demonstration-2025")


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def plan(phase: PhaseCode, days: str, cost: int, day: date | None = None) -> PhasePlan:
    return PhasePlan(phase, half_days_from(Decimal(days)), euros(cost), day)


def funded(scheme: Scheme, *plans: PhasePlan, equity: Cents | None = AMPLE, opened: date = IN_TIME) -> FundingResult:
    return fund(FundingRequest(plans, SizeClass.SME, equity, opened), scheme)


# id, phase 1 (days, cost), phase 2 (days, cost) or None, equity, retained, grant, max advance, company. Source: FACTS.md §4.2.
VECTORS = [
    ("B-1", ("5", 6000), None, AMPLE, 6000, 6000, None, 0),
    ("B-2", ("5", 7500), None, AMPLE, 6000, 6000, None, 1500),
    ("B-3", ("5", 5000), None, AMPLE, 5000, 5000, None, 0),
    ("B-4", ("5", 5800), None, AMPLE, 5800, 5800, None, 0),
    ("B-6", ("4.5", 5400), None, AMPLE, 0, 0, None, 5400),
    ("B-7", ("5", 6000), ("25", 30000), AMPLE, 36000, 21000, 10500, 15000),
    ("B-8", ("5", 6000), ("10", 11000), AMPLE, 17000, 11500, 3850, 5500),
    ("B-11", ("5", 6000), ("30", 36000), AMPLE, 36000, 21000, 10500, 21000),
    ("B-12", ("5", 5000), ("30", 30000), AMPLE, 35000, 20000, 10500, 15000),
    ("B-14", ("5", 6000), ("25", 30000), euros(18000), 36000, 18000, None, 18000),
    ("B-15", ("5", 6000), ("25", 30000), euros(0), 36000, 0, 0, 36000),
    ("B-16", ("5", 6000), ("25", 30000), euros(-5000), 36000, 0, 0, 36000),
]


@pytest.mark.parametrize(
    ("first", "second", "equity", "retained", "grant", "advance", "company"),
    [vector[1:] for vector in VECTORS],
    ids=[vector[0] for vector in VECTORS],
)
def test_vectors_of_the_occitanie_scheme(
    occitanie: Scheme,
    first: tuple[str, int],
    second: tuple[str, int] | None,
    equity: Cents,
    retained: int,
    grant: int,
    advance: int | None,
    company: int,
) -> None:
    plans = [plan(PHASE_1, *first)] + ([plan(PHASE_2, *second)] if second else [])
    result = funded(occitanie, *plans, equity=equity)
    assert sum(phase.retained for phase in result.phases) == euros(retained)
    assert result.grant == euros(grant)
    assert result.company == euros(company)
    if advance is not None:
        assert result.phases[-1].max_advance == euros(advance)
        assert result.phases[-1].balance == result.phases[-1].grant - euros(advance)


def test_strict_reading_of_the_day_cap_pays_the_invoices_of_25_days_only(occitanie: Scheme) -> None:
    """Vector B-12, other reading of the open point."""
    assert occitanie.company_funding is not None
    strict = replace(occitanie, company_funding=replace(occitanie.company_funding, day_cap_reading=DayCapReading.DAYS))
    result = funded(strict, plan(PHASE_1, "5", 5000), plan(PHASE_2, "30", 30000))
    assert result.phases[1].retained == euros(25000)
    assert result.grant == euros(17500)


@pytest.mark.parametrize(("day", "grant"), [(date(2022, 12, 31), 6000), (date(2023, 1, 1), 0)], ids=["B-17", "B-18"])
def test_expenses_after_the_end_of_the_scheme_are_not_retained(occitanie: Scheme, day: date, grant: int) -> None:
    result = funded(occitanie, plan(PHASE_1, "5", 6000, day))
    assert result.grant == euros(grant)
    assert result.company == euros(6000 - grant)


def test_overpayment_is_told(occitanie: Scheme) -> None:
    """Vector B-20: an advance of 8 400 € was paid, 14 000 € only are justified."""
    result = funded(occitanie, plan(PHASE_1, "5", 6000), plan(PHASE_2, "25", 14000))
    settlement = settle(result.phases[1].grant, euros(8400))
    assert (result.phases[1].grant, settlement.overpaid, settlement.balance) == (euros(7000), euros(1400), 0)


def test_advance_over_the_rate_is_refused() -> None:
    """Vector B-21."""
    assert check_advance(euros(10500), euros(15000), Decimal("0.7")) == euros(10500)
    with pytest.raises(DomainError) as refusal:
        check_advance(euros(10501), euros(15000), Decimal("0.7"))
    assert refusal.value.code == "funding.advance_too_high"
    assert refusal.value.params["highest"] == euros(10500)


def test_an_advance_is_rounded_down_so_that_its_rate_is_never_passed() -> None:
    assert max_advance(Cents(101), Decimal("0.7")) == 70


def test_a_mission_opened_after_the_end_funds_nothing_and_says_so(occitanie: Scheme) -> None:
    result = funded(occitanie, plan(PHASE_1, "5", 6000), opened=date(2026, 11, 22))
    assert (result.grant, result.company, result.closed_on) == (0, euros(6000), date(2022, 12, 31))


def test_the_line_names_the_cap_that_bit(occitanie: Scheme) -> None:
    result = funded(occitanie, plan(PHASE_1, "5", 6000), plan(PHASE_2, "30", 36000))
    retained = [line for line in result.lines if line.kind is LineKind.RETAINED]
    assert [line.capped for line in retained] == [False, True]
    assert retained[1].rule == "B6"
    assert [step.name for step in retained[1].steps if step.decided] == ["phase_days"]
    rates = [line.rule for line in result.lines if line.kind is LineKind.PHASE_GRANT]
    assert rates == ["B5", "B6"]


def test_each_rule_cited_is_in_the_pack(occitanie: Scheme, demonstration: Scheme) -> None:
    for scheme in (occitanie, demonstration):
        plans = [PhasePlan(phase.code, HalfDays(80), euros(90_000)) for phase in scheme.phases]
        result = fund(FundingRequest(tuple(plans), SizeClass.SME, euros(1), scheme.header.valid_from), scheme)
        cited = {line.rule for line in result.lines} | {step.rule for line in result.lines for step in line.steps}
        assert cited <= scheme.rules.keys()


def test_nothing_of_occitanie_is_in_code(demonstration: Scheme) -> None:
    """Four phases, caps by half-day, rates by size, State's share fixed, no limit by equity."""
    welcome = PhasePlan(PhaseCode("welcome"), HalfDays(3), euros(3000))
    for size, grant in ((SizeClass.SME, 2100), (SizeClass.MID_CAP, 1680), (SizeClass.LARGE, 0)):
        result = fund(FundingRequest((welcome,), size, euros(0), date(2026, 1, 5)), demonstration)
        assert (result.phases[0].retained, result.grant) == (euros(2100), euros(grant))
        assert sum(result.by_funder.values()) == result.grant
    assert demonstration.company_funding is not None
    assert result.by_funder.keys() == {"state", "region"}


def test_the_cap_of_the_path_bites_in_the_order_of_the_phases(demonstration: Scheme) -> None:
    codes = [PhaseCode(code) for code in ("diagnostic", "project", "follow_up")]
    days = {"diagnostic": 12, "project": 60, "follow_up": 6}
    plans = [PhasePlan(code, HalfDays(days[code]), euros(60_000)) for code in reversed(codes)]
    result = fund(FundingRequest(tuple(plans), SizeClass.SME, None, date(2026, 1, 5)), demonstration)
    assert [phase.phase for phase in result.phases] == codes
    assert [phase.retained for phase in result.phases] == [euros(7_800), euros(36_000), euros(4_200)]
    last = [line for line in result.lines if line.kind is LineKind.RETAINED][-1]
    assert [(step.name, step.amount) for step in last.steps if step.decided] == [("path_cap", euros(4_200))]
    assert (last.rule, last.capped) == ("D5", True)


def test_the_share_of_the_state_is_rounded_by_the_rule_of_the_pack(demonstration: Scheme) -> None:
    one = PhasePlan(PhaseCode("welcome"), HalfDays(1), Cents(9))
    result = fund(FundingRequest((one,), SizeClass.SME, None, date(2026, 1, 5)), demonstration)
    assert (result.grant, result.by_funder) == (9, {"state": 3, "region": 6})


@pytest.mark.parametrize(
    ("order", "grants"),
    [
        (EquityOrder.LAST_FIRST, [2_100, 2_900, 0]),
        (EquityOrder.FIRST_FIRST, [0, 800, 4_200]),
        (EquityOrder.PRO_RATA, [1_000, 2_000, 2_000]),
    ],
)
def test_equity_limits_any_number_of_phases(demonstration: Scheme, order: EquityOrder, grants: list[int]) -> None:
    """Grants of 2 100 €, 4 200 € and 4 200 € under an equity of 5 000 €."""
    assert demonstration.company_funding is not None
    first = demonstration.phases[0]
    codes = [PhaseCode(code) for code in ("a", "b", "c")]
    phases = tuple(replace(first, code=code, rates={SizeClass.SME: Decimal(1)}) for code in codes)
    funding = replace(
        demonstration.company_funding,
        capped_by_equity=True,
        path_cap=None,
        rules=defaultdict(lambda: RuleId("D1")),
        readings=FundingReadings(equity_order=order),
    )
    plans = (
        PhasePlan(codes[0], HalfDays(3), euros(2_100)),
        PhasePlan(codes[1], HalfDays(6), euros(4_200)),
        PhasePlan(codes[2], HalfDays(6), euros(4_200)),
    )
    free = tuple(replace(phase, unit_cap=None, min_half_days=HalfDays(0), max_half_days=None) for phase in phases)
    scheme = replace(demonstration, phases=free, company_funding=funding)
    result = fund(FundingRequest(plans, SizeClass.SME, euros(5_000), date(2026, 1, 5)), scheme)
    assert [phase.grant for phase in result.phases] == [euros(grant) for grant in grants]


def test_a_phase_is_not_retained_under_its_minimum_and_says_so(occitanie: Scheme) -> None:
    """Vector B-6, and its bound."""
    for days, retained, decided in (("4.5", 0, ["phase_minimum"]), ("5", 5400, [])):
        result = funded(occitanie, plan(PHASE_1, days, 5400))
        (line,) = [line for line in result.lines if line.kind is LineKind.RETAINED]
        assert (line.amount, [step.name for step in line.steps if step.decided]) == (euros(retained), decided)


def test_nothing_is_decided_by_a_bound_that_equals_what_is_invoiced(occitanie: Scheme) -> None:
    (line,) = [one for one in funded(occitanie, plan(PHASE_1, "5", 6000)).lines if one.kind is LineKind.RETAINED]
    assert {step.name: step.amount for step in line.steps} == {
        "invoiced": euros(6000),
        "unit_cap": euros(6000),
        "phase_days": euros(6000),
        "path_cap": euros(36000),
    }
    assert (line.capped, [step.name for step in line.steps if step.decided]) == (False, [])


def test_a_day_cap_that_is_read_twice_is_decided_once(occitanie: Scheme) -> None:
    """Under the strict reading the money of 25 days and 25 of the days paid are two bounds of one rule."""
    assert occitanie.company_funding is not None
    strict = replace(occitanie, company_funding=replace(occitanie.company_funding, day_cap_reading=DayCapReading.DAYS))
    line = next(one for one in funded(strict, plan(PHASE_2, "30", 36000)).lines if one.kind is LineKind.RETAINED)
    told = [(step.amount, step.decided) for step in line.steps if step.name == "phase_days"]
    assert told == [(euros(30000), True), (euros(30000), False)]
    at_the_cap = funded(strict, plan(PHASE_2, "25", 36000))
    line = next(one for one in at_the_cap.lines if one.kind is LineKind.RETAINED)
    assert [step.name for step in line.steps].count("phase_days") == 1


def test_an_advance_and_a_settlement_go_no_further_than_the_grant(occitanie: Scheme) -> None:
    phase = funded(occitanie, plan(PHASE_2, "25", 30000)).phases[0]
    assert (phase.max_advance, phase.balance) == (euros(10500), euros(4500))
    assert funded(occitanie, plan(PHASE_1, "5", 6000)).phases[0].max_advance is None
    assert settle(euros(10), euros(4)) == Settlement(euros(6), Cents(0))
    assert settle(euros(10), euros(10)) == Settlement(Cents(0), Cents(0))
    with pytest.raises(DomainError) as refusal:
        check_advance(Cents(8), Cents(10), Decimal("0.7"))
    assert dict(refusal.value.params) == {"asked": 8, "highest": 7}


def test_a_size_that_the_scheme_does_not_fund_gets_nothing(occitanie: Scheme) -> None:
    large = fund(FundingRequest((plan(PHASE_1, "5", 6000),), SizeClass.LARGE, AMPLE, IN_TIME), occitanie)
    assert (large.phases[0].retained, large.grant, large.company) == (euros(6000), 0, euros(6000))


def test_a_mission_opened_in_the_scheme_is_not_said_to_be_closed(occitanie: Scheme) -> None:
    result = funded(occitanie, plan(PHASE_1, "5", 6000))
    assert (result.closed_on, result.invoiced, dict(result.by_funder)) == (None, euros(6000), {})


def test_the_national_pack_computes_nothing_for_a_company() -> None:
    national = PackLibrary.shipped().scheme("national-2018-2022")
    with pytest.raises(DomainError) as refusal:
        fund(FundingRequest((), SizeClass.SME, None, IN_TIME), national)
    assert (refusal.value.code, refusal.value.params["scheme"]) == ("funding.not_computable", national.header.title)


def test_a_phase_given_twice_or_negative_is_refused(occitanie: Scheme) -> None:
    once = plan(PHASE_1, "5", 6000)
    for plans, code in (
        ((once, once), "funding.phase_twice"),
        ((PhasePlan(PHASE_1, HalfDays(10), Cents(-1)),), "funding.negative"),
        ((PhasePlan(PHASE_1, HalfDays(-1), Cents(0)),), "funding.negative"),
    ):
        with pytest.raises(DomainError) as refusal:
            funded(occitanie, *plans)
        assert (refusal.value.code, refusal.value.params["phase"]) == (code, PHASE_1)
    assert funded(occitanie, PhasePlan(PHASE_1, HalfDays(0), Cents(0))).company == 0


def test_a_phase_of_another_scheme_is_refused_and_never_left_out(occitanie: Scheme) -> None:
    with pytest.raises(InvalidData) as refusal:
        funded(occitanie, plan(PhaseCode("welcome"), "5", 6000))
    assert (refusal.value.code, refusal.value.params["phase"]) == ("phase.unknown", "welcome")


PLANS = st.tuples(st.integers(0, 80), st.integers(0, 60_000_00), st.integers(0, 80), st.integers(0, 60_000_00))


@given(PLANS, st.one_of(st.none(), st.integers(-10_000_00, 60_000_00)))
def test_what_must_hold_for_any_plan(given_plan: tuple[int, int, int, int], equity: int | None) -> None:
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    days_1, cost_1, days_2, cost_2 = given_plan
    first = PhasePlan(PHASE_1, HalfDays(days_1), Cents(cost_1))
    second = PhasePlan(PHASE_2, HalfDays(days_2), Cents(cost_2))
    limit = None if equity is None else Cents(equity)
    result = funded(scheme, first, second, equity=limit)
    assert result.grant + result.company == result.invoiced == cost_1 + cost_2
    assert sum(phase.retained for phase in result.phases) <= euros(36000)
    assert result.phases[0].retained <= min(cost_1, euros(600) * days_1, euros(6000))
    assert result.phases[1].retained <= min(cost_2, euros(600) * days_2, euros(30000))
    assert 0 <= result.grant <= euros(21000)
    assert equity is None or result.grant <= max(equity, 0)
    assert funded(scheme, second, first, equity=limit) == result


@given(PLANS, st.sampled_from(range(4)), st.integers(1, 5_000_00), st.one_of(st.none(), st.integers(0, 60_000_00)))
def test_the_grant_never_falls_when_days_or_cost_rise(
    given_plan: tuple[int, int, int, int], which: int, more: int, equity: int | None
) -> None:
    """Occitanie with its default parameters, one of the four figures rising alone."""
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    risen = [value + (more if rank == which else 0) for rank, value in enumerate(given_plan)]
    grants = []
    for days_1, cost_1, days_2, cost_2 in (given_plan, risen):
        first = PhasePlan(PHASE_1, HalfDays(days_1), Cents(cost_1))
        second = PhasePlan(PHASE_2, HalfDays(days_2), Cents(cost_2))
        grants.append(funded(scheme, first, second, equity=None if equity is None else Cents(equity)).grant)
    assert grants[0] <= grants[1]
