"""Aids beside the scheme: extra depreciation and ADEME, every vector of the sources, validity and refusals."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ademe import (
    FlatFee,
    Investment,
    InvestmentAid,
    StudyAid,
    Zone,
    flat_fee,
    investment_aid,
    study_aid,
)
from app.domain.aids import AidResult, BeneficiarySize, ValidityState, validity
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.extra_depreciation import ExtraDepreciation, Purchase, extra_depreciation, months_later
from app.domain.quantities import Cents
from app.packs.library import PackLibrary

LIBRARY = PackLibrary.shipped()
DAY = date(2020, 3, 2)
TOP = Decimal("0.28")
SMALL, MEDIUM, LARGE, NON_ECONOMIC = BeneficiarySize


def euros(amount: int) -> Cents:
    return Cents(amount * 100)


def measure() -> ExtraDepreciation:
    found = LIBRARY.aid("suramortissement-2019")
    assert isinstance(found, ExtraDepreciation)
    return found


def studies() -> StudyAid:
    found = LIBRARY.aid("ademe-etudes-2019")
    assert isinstance(found, StudyAid)
    return found


def fees() -> FlatFee:
    found = LIBRARY.aid("ademe-forfait-2019")
    assert isinstance(found, FlatFee)
    return found


def investments() -> InvestmentAid:
    found = LIBRARY.aid("ademe-investissement-2019")
    assert isinstance(found, InvestmentAid)
    return found


ROBOT = Purchase(
    value=euros(100_000),
    goods="robotics",
    is_new=True,
    ordered_on=date(2018, 9, 21),
    acquired_on=date(2019, 1, 1),
    industrial_sme=True,
)


def saved(tax_rate: Decimal = TOP, pack: ExtraDepreciation | None = None, **changes: Any) -> AidResult:
    return extra_depreciation(replace(ROBOT, **changes), tax_rate, pack or measure(), DAY)


def state_of(result: AidResult, criterion: str) -> CriterionState:
    return next(one.state for one in result.criteria if one.id == criterion)


def test_c_1_figures() -> None:
    result = saved()
    assert (result.amount, result.state) == (euros(11_200), CriterionState.MET)
    figures = {line.name: (line.amount, line.rate) for line in result.lines}
    assert figures == {
        "deduction": (euros(40_000), Decimal("0.4")),
        "total_deducted": (euros(140_000), None),
        "saving": (euros(11_200), TOP),
    }
    assert [line.rule for line in result.lines] == ["S6", "S6", "S7"]
    assert [one.rule for one in result.criteria] == ["S1", "S2", "S3", "S4", "S5"]


LATE: dict[str, Any] = {
    "acquired_on": date(2021, 3, 1),
    "ordered_on": date(2020, 6, 15),
    "deposit": euros(10_000),
    "deposit_on": date(2020, 12, 1),
    "delivered_on": date(2021, 3, 1),
}

# id, changes, criterion that decides, state. Source: FACTS.md §4.3.
CONDITIONS: list[tuple[str, dict[str, Any], str, str]] = [
    ("C-3", {"ordered_on": date(2018, 9, 20)}, "order", "not_met"),
    ("C-4", {}, "period", "met"),
    ("C-5", {"acquired_on": date(2018, 12, 31)}, "period", "not_met"),
    ("C-6", {"acquired_on": date(2020, 12, 31)}, "period", "met"),
    ("C-7", LATE, "period", "met"),
    ("C-10", {"is_new": False}, "new", "not_met"),
    ("C-11", {**LATE, "deposit_on": date(2020, 12, 31)}, "period", "not_met"),
    ("no deposit", {**LATE, "deposit": None}, "period", "unknown"),
    ("deposit undated", {**LATE, "deposit_on": None}, "period", "unknown"),
    ("deposit under 10 %", {**LATE, "deposit": euros(9_999)}, "period", "not_met"),
    ("delivered after 24 months", {**LATE, "delivered_on": date(2022, 6, 16)}, "period", "not_met"),
    ("delivered at 24 months", {**LATE, "delivered_on": date(2022, 6, 15)}, "period", "met"),
    ("not delivered yet", {**LATE, "delivered_on": None}, "period", "unknown"),
    ("order unknown", {**LATE, "ordered_on": None}, "period", "unknown"),
    ("acquisition unknown", {"acquired_on": None}, "period", "unknown"),
    (
        "late deposit decides over unknown delivery",
        {**LATE, "deposit": Cents(0), "delivered_on": None},
        "period",
        "not_met",
    ),
    ("no class of goods", {"goods": None}, "goods", "not_met"),
    ("not an SME", {"industrial_sme": False}, "audience", "not_met"),
    ("unknown audience", {"industrial_sme": None}, "audience", "unknown"),
    ("unknown order", {"ordered_on": None}, "order", "unknown"),
]


@pytest.mark.parametrize(
    ("changes", "criterion", "state"), [one[1:] for one in CONDITIONS], ids=[one[0] for one in CONDITIONS]
)
def test_conditions_of_the_extra_depreciation(changes: dict[str, Any], criterion: str, state: str) -> None:
    result = saved(**changes)
    assert state_of(result, criterion) == CriterionState(state)
    assert result.state == CriterionState(state)
    assert result.amount == (0 if state == "not_met" else euros(11_200))


def test_a_deposit_on_the_last_day_is_an_open_point() -> None:
    read_otherwise = replace(measure(), deposit_day_counts=True)
    assert saved(pack=read_otherwise, **{**LATE, "deposit_on": date(2020, 12, 31)}).state is CriterionState.MET
    assert saved(pack=read_otherwise, **{**LATE, "deposit_on": date(2021, 1, 1)}).state is CriterionState.NOT_MET


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2020, 6, 15), 24, date(2022, 6, 15)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 12, 31), 2, date(2021, 2, 28)),
        (date(2020, 11, 30), 1, date(2020, 12, 30)),
        (date(2020, 12, 1), 1, date(2021, 1, 1)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("changes", "tax_rate", "code"),
    [
        ({"value": Cents(-1)}, TOP, "aid.negative"),
        ({"deposit": Cents(-1)}, TOP, "aid.negative"),
        ({"goods": "magic"}, TOP, "aid.goods_unknown"),
        ({}, Decimal("0.281"), "aid.tax_rate"),
        ({}, Decimal("-0.01"), "aid.tax_rate"),
    ],
)
def test_absurd_purchases_are_refused(changes: dict[str, Any], tax_rate: Decimal, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        saved(tax_rate, **changes)
    assert refusal.value.code == code


def test_nothing_and_no_tax_save_nothing() -> None:
    assert saved(Decimal(0)).amount == 0
    assert saved(value=Cents(0), deposit=Cents(0)).amount == 0


@given(st.integers(0, 10**10), st.integers(0, 28))
def test_the_saving_never_passes_11_2_percent(value: int, percent: int) -> None:
    result = saved(Decimal(percent) / 100, value=Cents(value))
    assert result.amount <= (value * 112 + 500) // 1000 + 1


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2018, 12, 31), ValidityState.UPCOMING),
        (date(2019, 1, 1), ValidityState.OPEN),
        (date(2020, 12, 31), ValidityState.OPEN),
        (date(2021, 1, 1), ValidityState.CLOSED),
        (date(2026, 11, 22), ValidityState.CLOSED),
    ],
)
def test_an_aid_says_whether_it_is_closed(day: date, state: ValidityState) -> None:
    found = validity(measure().header, day)
    assert (found.state, found.since, found.until) == (state, date(2019, 1, 1), date(2020, 12, 31))
    assert extra_depreciation(ROBOT, TOP, measure(), day).validity == found
    assert validity(fees().header, date(2026, 11, 22)).until is None


# kind, size, cost, base, aid. Source: FACTS.md §4.4.
STUDIES = [
    ("diagnostic", SMALL, 60_000, 50_000, 35_000),
    ("project_support", MEDIUM, 120_000, 100_000, 60_000),
    ("diagnostic", LARGE, 40_000, 40_000, 20_000),
    ("diagnostic", NON_ECONOMIC, 10_000, 10_000, 7_000),
]


@pytest.mark.parametrize(("kind", "size", "cost", "base", "aid"), STUDIES)
def test_studies(kind: str, size: BeneficiarySize, cost: int, base: int, aid: int) -> None:
    result = study_aid(kind, size, euros(cost), studies(), DAY, independent=True)
    assert (result.amount, result.state) == (euros(aid), CriterionState.MET)
    assert [(line.name, line.amount) for line in result.lines] == [("base", euros(base)), ("rate", euros(aid))]


def test_a_study_by_a_supplier_is_not_helped() -> None:
    assert study_aid("diagnostic", SMALL, euros(100), studies(), DAY, independent=False).amount == 0
    unknown = study_aid("diagnostic", SMALL, euros(100), studies(), DAY)
    assert (unknown.amount, unknown.state) == (euros(70), CriterionState.UNKNOWN)
    assert unknown.validity.state is ValidityState.OPEN


def test_absurd_studies_are_refused() -> None:
    with pytest.raises(DomainError, match=r"aid\.negative"):
        study_aid("diagnostic", SMALL, Cents(-1), studies(), DAY)
    with pytest.raises(DomainError) as refusal:
        study_aid("essay", SMALL, Cents(0), studies(), DAY)
    assert refusal.value.code == "aid.kind_unknown"
    assert refusal.value.params["known"] == ("diagnostic", "project_support")


# staff, saving, fee, paid to. Source: FACTS.md §4.4.
FEES = [
    (12, 500, 0, "chamber"),
    (12, 501, 250, "chamber"),
    (0, 501, 250, "chamber"),
    (19, 501, 250, "chamber"),
    (20, 6_000, 0, "ademe"),
    (20, 6_001, 3_000, "ademe"),
    (49, 6_001, 3_000, "ademe"),
    (50, 12_001, 6_000, "ademe"),
    (99, 12_001, 6_000, "ademe"),
    (100, 18_000, 0, "ademe"),
    (100, 18_001, 9_000, "ademe"),
    (250, 18_001, 9_000, "ademe"),
]


@pytest.mark.parametrize(("staff", "saving", "fee", "paid_to"), FEES, ids=[f"fee, {one[0]}, {one[1]}" for one in FEES])
def test_flat_fee(staff: int, saving: int, fee: int, paid_to: str) -> None:
    result = flat_fee(staff, euros(saving), fees(), DAY)
    assert (result.due, result.band.paid_to, result.aid.amount) == (euros(fee), paid_to, euros(fee))
    assert [line.amount for line in result.aid.lines] == [result.band.trigger, euros(fee)]


def test_250_employees_are_an_open_point() -> None:
    strict = replace(fees(), audience_staff_max=249)
    assert flat_fee(249, euros(18_001), strict, DAY).due == euros(9_000)
    result = flat_fee(250, euros(18_001), strict, DAY)
    assert (result.due, result.aid.state) == (0, CriterionState.NOT_MET)


@pytest.mark.parametrize(
    ("staff", "saving", "code"), [(-1, 0, "aid.negative"), (1, -1, "aid.negative"), (251, 0, "aid.staff")]
)
def test_absurd_fees_are_refused(staff: int, saving: int, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        flat_fee(staff, Cents(saving), fees(), DAY)
    assert refusal.value.code == code
    assert dict(refusal.value.params) == ({"staff": 251, "highest": 250} if code == "aid.staff" else {})


def invested(category: str, size: BeneficiarySize, **changes: Any) -> AidResult:
    return investment_aid(replace(Investment(category, size, euros(100_000)), **changes), investments(), DAY)


# category, size, changes, rate in percent. Source: FACTS.md §4.4.
RATES: list[tuple[str, BeneficiarySize, dict[str, Any], int]] = [
    ("environment", SMALL, {}, 55),
    ("environment", MEDIUM, {}, 45),
    ("environment", LARGE, {}, 35),
    ("environment", NON_ECONOMIC, {}, 55),
    ("renewables", SMALL, {}, 65),
    ("renewables", MEDIUM, {}, 55),
    ("renewables", LARGE, {}, 45),
    ("renewables", NON_ECONOMIC, {}, 65),
    ("energy_savings", SMALL, {}, 50),
    ("energy_savings", MEDIUM, {}, 40),
    ("energy_savings", LARGE, {}, 30),
    ("energy_savings", NON_ECONOMIC, {}, 50),
    ("polluted_sites", LARGE, {}, 100),
    ("heat_networks", SMALL, {"zone": Zone.OVERSEAS}, 100),
    ("energy_savings", LARGE, {"zone": Zone.OVERSEAS}, 45),
    ("energy_savings", LARGE, {"zone": Zone.CORSICA}, 35),
    ("energy_savings", LARGE, {"zone": Zone.AFR}, 35),
    ("energy_savings", LARGE, {"repayable_advance": True}, 40),
    ("energy_savings", LARGE, {"repayable_advance": True, "zone": Zone.OVERSEAS}, 55),
]


@pytest.mark.parametrize(("category", "size", "changes", "percent"), RATES)
def test_rates_of_investments(category: str, size: BeneficiarySize, changes: dict[str, Any], percent: int) -> None:
    result = invested(category, size, **changes)
    assert (result.amount, result.state) == (euros(1_000 * percent), CriterionState.MET)
    assert next(line.rate for line in result.lines if line.name == "rate") == Decimal(percent) / 100


def test_the_base_is_net_of_the_reference_and_aids_do_not_add_up_over_the_rate() -> None:
    result = invested("energy_savings", SMALL, reference_cost=euros(40_000), other_aids=euros(10_000))
    assert result.amount == euros(20_000)
    assert [(line.name, line.amount) for line in result.lines] == [
        ("base", euros(60_000)),
        ("rate", euros(30_000)),
        ("bonus", None),
        ("advance", None),
        ("cumulation", euros(20_000)),
    ]
    assert invested("energy_savings", SMALL, other_aids=euros(50_001)).amount == 0
    dearer = invested("energy_savings", SMALL, reference_cost=euros(100_001))
    assert [line.amount for line in dearer.lines] == [0, 0, None, None, 0]


@pytest.mark.parametrize("field", ["cost", "reference_cost", "other_aids"])
def test_absurd_investments_are_refused(field: str) -> None:
    with pytest.raises(DomainError, match=r"aid\.negative"):
        invested("renewables", SMALL, **{field: Cents(-1)})


def test_a_category_or_a_size_without_rate_is_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        invested("rockets", SMALL)
    assert refusal.value.code == "aid.kind_unknown"
    assert "renewables" in refusal.value.params["known"]  # type: ignore[operator]
    partial = replace(investments(), rates={"renewables": {SMALL: Decimal("0.65")}})
    with pytest.raises(DomainError, match=r"aid\.no_rate"):
        investment_aid(Investment("renewables", LARGE, Cents(1)), partial, DAY)
