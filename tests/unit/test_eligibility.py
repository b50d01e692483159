"""Eligibility under the Occitanie scheme: every vector decided by the text."""

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.company import Company, Establishment
from app.domain.eligibility import Candidate, CriterionState, Eligibility, eligibility
from app.domain.errors import DomainError
from app.domain.scheme import SizeClass
from app.packs.library import PackLibrary

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
    scheme = PackLibrary.shipped().scheme("occitanie-2020-2022")
    candidate = Candidate(replace(COMPANY, **changes), replace(SITE, region_code=region), services)
    return eligibility(candidate, scheme)


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
    with pytest.raises(DomainError, match="company.employees_negative"):
        looked_at(employees=-1)


def test_each_criterion_cites_a_rule_of_its_pack() -> None:
    for scheme in PackLibrary.shipped().schemes():
        assert {criterion.rule for criterion in scheme.criteria} <= scheme.rules.keys()


def test_nothing_of_the_index_enters() -> None:
    """Every maturity level is eligible: an index of 0 or of 290 cannot even be told to the engine."""
    assert [field.name for field in fields(Candidate)] == ["company", "establishment", "services_in_region"]
