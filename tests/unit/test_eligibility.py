"""Eligibility under the Occitanie scheme: every vector decided by the text."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.company import Company, Establishment
from app.domain.eligibility import Candidate, CriterionState, Eligibility, de_minimis_needed, eligibility, size_class
from app.domain.errors import DomainError
from app.domain.scheme import Scheme, SizeClass
from app.packs.library import PackLibrary

LIBRARY = PackLibrary.shipped()
OCCITANIE = LIBRARY.scheme("occitanie-2020-2022")
COMPANY = Company(
    name="Exemple SAS",
    employees=48,
    balance_sheet_months=12,
    industrial_activity=True,
    in_difficulty=False,
    tax_and_social_up_to_date=True,
    de_minimis_statement=True,
)
SITE = Establishment(region_code="76")


def looked_at(*, region: str = "76", services: bool | None = True, **changes: Any) -> Eligibility:
    candidate = Candidate(replace(COMPANY, **changes), replace(SITE, region_code=region), services)
    return eligibility(candidate, OCCITANIE)


def state_of(result: Eligibility, criterion: str) -> CriterionState:
    return next(one.state for one in result.criteria if one.id == criterion)


@pytest.mark.parametrize(
    ("employees", "size", "state"),
    [
        (249, SizeClass.SME, CriterionState.MET),
        (250, SizeClass.MID_CAP, CriterionState.MET),
        (4999, SizeClass.MID_CAP, CriterionState.MET),
        (5000, SizeClass.LARGE, CriterionState.NOT_MET),
    ],
    ids=["249 employees", "250 employees", "4999 employees", "5000 employees"],
)
def test_size(employees: int, size: SizeClass, state: CriterionState) -> None:
    result = looked_at(employees=employees)
    assert (result.size, result.state) == (size, state)
    assert result.de_minimis_needed is True


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"association": True, "approved_integration": True, "production_revenue_share": Decimal("0.1")}, "met"),
        ({"association": True, "production_revenue_share": Decimal("0.5")}, "met"),
        ({"association": True, "production_revenue_share": Decimal("0.4999")}, "not_met"),
        ({"association": True}, "unknown"),
        ({"balance_sheet_months": 11}, "not_met"),
        ({"balance_sheet_months": 12}, "met"),
        ({"tax_and_social_up_to_date": False}, "not_met"),
        ({"in_difficulty": True}, "not_met"),
        ({"de_minimis_statement": None}, "unknown"),
        ({"industrial_activity": False}, "not_met"),
        ({"region": "11"}, "not_met"),
        ({"services": False}, "not_met"),
        ({"services": None}, "unknown"),
    ],
)
def test_criteria(changes: dict[str, Any], expected: str) -> None:
    assert looked_at(**changes).state == CriterionState(expected)


def test_head_office_elsewhere_changes_nothing() -> None:
    """The establishment counts: a Paris SIREN with a site in the Region is eligible."""
    assert looked_at(siren="732829320").state is CriterionState.MET


def test_an_unmet_criterion_wins_over_an_unknown_one() -> None:
    result = looked_at(in_difficulty=True, industrial_activity=None)
    assert result.state is CriterionState.NOT_MET
    assert state_of(result, "activity") is CriterionState.UNKNOWN


def test_a_negative_staff_is_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        looked_at(employees=-1)
    assert (refusal.value.code, dict(refusal.value.params)) == ("company.employees_negative", {"employees": -1})
    assert size_class(0, OCCITANIE) is SizeClass.SME


@pytest.mark.parametrize(
    ("criterion", "met", "not_met", "unknown"),
    [
        ("activity", {"industrial_activity": True}, {"industrial_activity": False}, {"industrial_activity": None}),
        ("size", {"employees": 4999}, {"employees": 5000}, {"employees": None}),
        ("balance_sheet", {"balance_sheet_months": 12}, {"balance_sheet_months": 11}, {"balance_sheet_months": None}),
        ("establishment", {"region": "76"}, {"region": "11"}, {"region": ""}),
        ("place_of_service", {"services": True}, {"services": False}, {"services": None}),
        ("difficulty", {"in_difficulty": False}, {"in_difficulty": True}, {"in_difficulty": None}),
        (
            "tax_and_social",
            {"tax_and_social_up_to_date": True},
            {"tax_and_social_up_to_date": False},
            {"tax_and_social_up_to_date": None},
        ),
        ("de_minimis", {"de_minimis_statement": True}, {"de_minimis_statement": False}, {"de_minimis_statement": None}),
        (
            "association",
            {"association": True, "production_revenue_share": Decimal("0.5")},
            {"association": True, "production_revenue_share": Decimal("0.49")},
            {"association": True},
        ),
    ],
)
def test_each_criterion_is_met_not_met_or_not_known_on_its_own(
    criterion: str, met: dict[str, Any], not_met: dict[str, Any], unknown: dict[str, Any]
) -> None:
    states = [state_of(looked_at(**told), criterion) for told in (met, not_met, unknown)]
    assert states == [CriterionState.MET, CriterionState.NOT_MET, CriterionState.UNKNOWN]
    whole = looked_at(**not_met)
    assert [one.id for one in whole.criteria if one.state is not CriterionState.MET] == [criterion]


def test_a_company_is_held_to_the_rule_of_associations_only_when_it_is_one() -> None:
    assert state_of(looked_at(production_revenue_share=Decimal(0)), "association") is CriterionState.MET
    assert state_of(looked_at(approved_integration=True), "association") is CriterionState.MET


def test_the_size_is_not_known_without_the_staff() -> None:
    assert looked_at(employees=None).size is None


def by_size(*sizes: SizeClass) -> Scheme:
    """The regional scheme, its statement required of these sizes only."""
    funding = OCCITANIE.company_funding
    assert funding is not None
    return replace(OCCITANIE, company_funding=replace(funding, de_minimis_phases=(), de_minimis_sizes=sizes))


@pytest.mark.parametrize(
    ("scheme", "needed"),
    [
        (OCCITANIE, [True, True, True]),
        (by_size(SizeClass.MID_CAP), [None, False, True]),
        (by_size(), [False, False, False]),
        (LIBRARY.scheme("national-2018-2022"), [False, False, False]),
    ],
    ids=["phase at 100 %", "mid-caps", "nobody", "no company funded"],
)
def test_a_statement_is_needed_of_whom_the_scheme_says(scheme: Scheme, needed: list[bool | None]) -> None:
    """Source: FACTS.md §4.2, B12."""
    found = [de_minimis_needed(Company(name="", employees=staff), scheme) for staff in (None, 249, 250)]
    assert found == needed


@pytest.mark.parametrize(
    ("staff", "statement", "state"),
    [
        (249, None, CriterionState.MET),
        (249, False, CriterionState.MET),
        (250, True, CriterionState.MET),
        (250, False, CriterionState.NOT_MET),
        (250, None, CriterionState.UNKNOWN),
        (None, True, CriterionState.UNKNOWN),
    ],
)
def test_a_statement_that_is_not_needed_is_not_asked_for(
    staff: int | None, statement: bool | None, state: CriterionState
) -> None:
    company = replace(COMPANY, employees=staff, de_minimis_statement=statement)
    found = eligibility(Candidate(company, SITE, True), by_size(SizeClass.MID_CAP))
    assert state_of(found, "de_minimis") is state


def test_what_was_not_said_of_the_services_is_not_known() -> None:
    assert state_of(eligibility(Candidate(COMPANY, SITE), OCCITANIE), "place_of_service") is CriterionState.UNKNOWN


def test_each_criterion_cites_a_rule_of_its_pack() -> None:
    for scheme in LIBRARY.schemes():
        assert {criterion.rule for criterion in scheme.criteria} <= scheme.rules.keys()


def test_nothing_of_the_index_enters() -> None:
    """Every maturity level is eligible: an index of 0 or of 290 cannot even be told to the engine."""
    assert [field.name for field in fields(Candidate)] == ["company", "establishment", "services_in_region"]
