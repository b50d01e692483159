"""Each reading of an open point changes the figure that it is about; the defaults are those of the papers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import (
    DayEntry,
    HalfDay,
    Ledger,
    ServiceClass,
    counted_half_days,
    is_credited,
    service_counts,
)
from app.domain.errors import DomainError
from app.domain.funding import DayRate, FundingRequest, FundingResult, LineKind, PhasePlan, fund
from app.domain.quantities import Cents, HalfDays, per_unit, rounded, share_of
from app.domain.readings import (
    BoundaryScope,
    EquityOrder,
    FundingReadings,
    LongServiceReading,
    NegativeEquity,
    Rounding,
    ServiceReadings,
    UnitCapBasis,
)
from app.domain.scheme import PhaseCode, Scheme, SizeClass
from app.packs.library import PackLibrary

PHASE_1, PHASE_2 = PhaseCode("phase_1"), PhaseCode("phase_2")
DAY = date(2021, 9, 14)


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def occitanie(**readings: Any) -> Scheme:
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    assert scheme.company_funding is not None
    return replace(scheme, company_funding=replace(scheme.company_funding, readings=FundingReadings(**readings)))


def funded(scheme: Scheme, *plans: PhasePlan, equity: int | None = None) -> FundingResult:
    return fund(FundingRequest(plans, SizeClass.SME, None if equity is None else euros(equity), DAY), scheme)


FULL = (PhasePlan(PHASE_1, HalfDays(10), euros(6000)), PhasePlan(PHASE_2, HalfDays(50), euros(30000)))


@pytest.mark.parametrize(
    ("order", "grants"),
    [
        (EquityOrder.LAST_FIRST, [6000_00, 12000_00]),
        (EquityOrder.FIRST_FIRST, [3000_00, 15000_00]),
        (EquityOrder.PRO_RATA, [5142_85, 12857_15]),
    ],
)
def test_b_14_order_of_the_limit_by_equity(order: EquityOrder, grants: list[int]) -> None:
    result = funded(occitanie(equity_order=order), *FULL, equity=18000)
    assert [phase.grant for phase in result.phases] == grants
    assert result.grant == euros(18000)


@pytest.mark.parametrize("order", list(EquityOrder))
def test_equity_that_limits_nothing_changes_nothing(order: EquityOrder) -> None:
    for equity in (21000, 21001):
        result = funded(occitanie(equity_order=order), *FULL, equity=equity)
        assert [phase.grant for phase in result.phases] == [euros(6000), euros(15000)]
    assert funded(occitanie(equity_order=order), *FULL, equity=0).grant == 0
    assert funded(occitanie(equity_order=order), equity=0).grant == 0


@given(
    st.lists(st.integers(0, 40_000_00), min_size=1, max_size=2),
    st.integers(0, 30_000_00),
    st.sampled_from(list(EquityOrder)),
)
def test_no_phase_gets_more_than_its_grant_nor_all_more_than_equity(
    costs: list[int], equity: int, order: EquityOrder
) -> None:
    plans = tuple(
        PhasePlan(phase, HalfDays(10), Cents(cost)) for phase, cost in zip((PHASE_1, PHASE_2), costs, strict=False)
    )
    scheme = occitanie(equity_order=order)
    free = funded(scheme, *plans)
    held = fund(FundingRequest(plans, SizeClass.SME, Cents(equity), DAY), scheme)
    assert held.grant == min(free.grant, equity)
    for phase, before in zip(held.phases, free.phases, strict=True):
        assert 0 <= phase.grant <= before.grant


def test_negative_equity_gives_nothing_or_limits_nothing() -> None:
    """Vector B-16 and its other reading."""
    assert funded(occitanie(), *FULL, equity=-5000).grant == 0
    otherwise = occitanie(negative_equity=NegativeEquity.NOT_LIMITED)
    result = funded(otherwise, *FULL, equity=-5000)
    assert result.grant == euros(21000)
    assert LineKind.EQUITY not in {line.kind for line in result.lines}
    assert funded(otherwise, *FULL, equity=0).grant == 0


@pytest.mark.parametrize(
    ("rounding", "cents", "halves"),
    [(Rounding.HALF_UP, [1, 2, 3], 3), (Rounding.HALF_EVEN, [0, 2, 2], 2), (Rounding.DOWN, [0, 1, 2], 2)],
)
def test_rounding_has_a_name(rounding: Rounding, cents: list[int], halves: int) -> None:
    half = Decimal("0.5")
    assert [rounded(Decimal(odd) / 2, rounding) for odd in (1, 3, 5)] == cents
    assert share_of(Cents(5), half, rounding) == halves
    assert per_unit(Cents(5), 1, 2, rounding) == halves
    result = funded(occitanie(rounding=rounding), FULL[0], PhasePlan(PHASE_2, HalfDays(10), Cents(10005)))
    assert result.phases[1].grant == 5000 + halves
    assert result.grant + result.company == result.invoiced


def test_default_rounding_is_half_up() -> None:
    assert (rounded(Decimal("0.5")), share_of(Cents(1), Decimal("0.5")), per_unit(Cents(1), 1, 2)) == (1, 1, 1)


MIXED = PhasePlan(
    PHASE_2,
    HalfDays(20),
    euros(12000),
    day_rates=(DayRate(HalfDays(10), euros(8000)), DayRate(HalfDays(10), euros(4000))),
)


def test_the_day_cap_is_judged_on_the_average_or_on_each_rate() -> None:
    assert funded(occitanie(), MIXED).phases[0].retained == euros(12000)
    each = occitanie(unit_cap_basis=UnitCapBasis.EACH_RATE)
    assert funded(each, MIXED).phases[0].retained == euros(10000)
    assert funded(each, replace(MIXED, day_rates=())).phases[0].retained == euros(12000)
    nothing_more = (*MIXED.day_rates, DayRate(HalfDays(0), euros(0)))
    assert funded(each, replace(MIXED, day_rates=nothing_more)).phases[0].retained == euros(10000)


@pytest.mark.parametrize(
    ("rates", "code"),
    [
        ((DayRate(HalfDays(20), euros(11999)),), "funding.rates_mismatch"),
        ((DayRate(HalfDays(19), euros(12000)),), "funding.rates_mismatch"),
        ((DayRate(HalfDays(21), euros(12000)), DayRate(HalfDays(-1), euros(0))), "funding.negative"),
        ((DayRate(HalfDays(20), euros(12001)), DayRate(HalfDays(0), euros(-1))), "funding.negative"),
    ],
)
def test_day_rates_add_up_to_their_phase(rates: tuple[DayRate, ...], code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        funded(occitanie(), replace(MIXED, day_rates=rates))
    assert (refusal.value.code, refusal.value.params["phase"]) == (code, PHASE_2)


def national(**readings: Any) -> Scheme:
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    return replace(scheme, service_readings=ServiceReadings(**readings))


def worked(phase: PhaseCode, half_days: int, *, first: int = 0, remote: bool = False) -> Ledger:
    ledger = Ledger()
    for rank in range(half_days):
        entry = DayEntry(
            UUID(int=first + rank),
            phase,
            DAY + timedelta(days=(first + rank) // 2),
            (HalfDay.MORNING, HalfDay.AFTERNOON)[rank % 2],
            "C. Exemple",
            "",
            remote=remote,
        )
        ledger = ledger.add(entry)
    return ledger


def both(*ledgers: Ledger) -> Ledger:
    return Ledger(tuple(entry for ledger in ledgers for entry in ledger.entries))


def test_the_boundary_is_judged_on_the_service_or_on_the_path() -> None:
    ledger = both(worked(PHASE_1, 8), worked(PHASE_2, 6, first=100))
    by_service = service_counts(ledger, national())
    assert [(one.phase, one.performed, one.counted) for one in by_service] == [(PHASE_1, 8, 8), (PHASE_2, 6, 6)]
    assert [(one.service_class, one.credited) for one in by_service] == [(ServiceClass.DIAGNOSTIC, False)] * 2
    by_path = service_counts(ledger, national(boundary_scope=BoundaryScope.PATH))
    assert [(one.service_class, one.credited) for one in by_path] == [(ServiceClass.ACCOMPANIMENT, True)] * 2


def test_above_thirty_days_is_warned_about_or_not_credited() -> None:
    ledger = worked(PHASE_2, 61)
    (warned,) = service_counts(ledger, national())
    assert (warned.unusually_long, warned.credited) == (True, True)
    (refused,) = service_counts(ledger, national(long_service=LongServiceReading.NOT_CREDITED))
    assert (refused.unusually_long, refused.credited) == (True, False)
    assert is_credited(HalfDays(60), national(long_service=LongServiceReading.NOT_CREDITED))


def test_work_at_a_distance_counts_or_not() -> None:
    ledger = both(worked(PHASE_1, 9), worked(PHASE_1, 3, first=100, remote=True))
    assert counted_half_days(ledger, PHASE_1, ServiceReadings()) == 12
    assert counted_half_days(ledger, PHASE_1, ServiceReadings(remote_counts=False)) == 9
    assert counted_half_days(ledger, PHASE_2, ServiceReadings()) == 0
    (service,) = service_counts(ledger, national(remote_counts=False))
    assert (service.performed, service.counted, service.credited) == (12, 9, False)


def test_nothing_counted_has_no_class() -> None:
    (service,) = service_counts(worked(PHASE_1, 2, remote=True), national(remote_counts=False))
    assert (service.counted, service.service_class, service.credited) == (0, None, False)


def test_two_consultants_on_one_half_day_count_twice_or_once() -> None:
    alone = worked(PHASE_1, 2)
    ledger = alone.add(replace(alone.entries[0], id=UUID(int=50), performer="D. Exemple"))
    assert counted_half_days(ledger, PHASE_1, ServiceReadings()) == 3
    assert counted_half_days(ledger, PHASE_1, ServiceReadings(same_half_day_counts_twice=False)) == 2


def test_a_corrected_half_day_does_not_count() -> None:
    ledger = worked(PHASE_1, 2)
    corrected = ledger.correct(
        UUID(int=0), correction_id=UUID(int=9), reason="Erreur", recorded_at=datetime(2021, 9, 20, tzinfo=UTC)
    )
    assert counted_half_days(corrected, PHASE_1, ServiceReadings()) == 1


@pytest.mark.parametrize(
    ("half_days", "then", "credited"), [(9, 0, False), (10, 0, False), (11, 0, True), (10, 2, True)]
)
def test_a_first_phase_alone_of_exactly_five_days_may_not_count(half_days: int, then: int, credited: bool) -> None:
    ledger = both(worked(PHASE_1, half_days), worked(PHASE_2, then, first=100))
    assert service_counts(ledger, national(short_phase_counts=False))[0].credited is credited
    assert service_counts(ledger, national())[0].credited is (half_days >= 10)


def test_a_second_phase_alone_of_exactly_five_days_counts() -> None:
    strict = national(short_phase_counts=False)
    assert service_counts(worked(PHASE_2, 10), strict)[0].credited
    assert is_credited(HalfDays(10), strict)
    assert not is_credited(HalfDays(10), strict, only_first=True)
