"""Eligibility of a company under a scheme: each criterion with its state and its rule. Source: FACTS.md §2.7."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.company import Company, Establishment
from app.domain.errors import DomainError
from app.domain.scheme import Criterion, CriterionKind, RuleId, Scheme, SizeClass


class CriterionState(StrEnum):
    """Whether a criterion is met, as far as is known."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion looked at."""

    id: str
    state: CriterionState
    rule: RuleId


@dataclass(frozen=True, slots=True)
class Eligibility:
    """All the criteria of a scheme for one company.

    Attributes:
        state: `NOT_MET` as soon as one is not met, else `UNKNOWN` as soon as one is not known, else `MET`.
        size: Size class, or None while the staff is unknown.
        de_minimis_needed: Whether a statement is required, or None while the size is unknown.
        criteria: In the order of the pack.
    """

    state: CriterionState
    size: SizeClass | None
    de_minimis_needed: bool | None
    criteria: tuple[CriterionResult, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What eligibility looks at.

    Attributes:
        company: Its figures on the day of the mission.
        establishment: Where the mission takes place.
        services_in_region: Whether the services take place in the Region, or None while unknown.
    """

    company: Company
    establishment: Establishment
    services_in_region: bool | None = None


def _known(value: bool | None) -> CriterionState:
    if value is None:
        return CriterionState.UNKNOWN
    return CriterionState.MET if value else CriterionState.NOT_MET


def _association(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    company = candidate.company
    if not company.association or company.approved_integration:
        return CriterionState.MET
    share = company.production_revenue_share
    return _known(None if share is None else share * 100 >= criterion.bound)


def _employees(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    employees = candidate.company.employees
    return _known(None if employees is None else employees <= criterion.bound)


def _balance_sheet(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    months = candidate.company.balance_sheet_months
    return _known(None if months is None else months >= criterion.bound)


def _establishment(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    region = candidate.establishment.region_code
    return _known(None if not region else region == scheme.region_code)


def _not_in_difficulty(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    in_difficulty = candidate.company.in_difficulty
    return _known(None if in_difficulty is None else not in_difficulty)


def _de_minimis(candidate: Candidate, criterion: Criterion, scheme: Scheme) -> CriterionState:
    needed = de_minimis_needed(candidate.company, scheme)
    if needed is None:
        return CriterionState.UNKNOWN
    return _known(candidate.company.de_minimis_statement) if needed else CriterionState.MET


_LOOK: Mapping[CriterionKind, Callable[[Candidate, Criterion, Scheme], CriterionState]] = MappingProxyType(
    {
        CriterionKind.INDUSTRIAL_ACTIVITY: lambda candidate, _c, _s: _known(candidate.company.industrial_activity),
        CriterionKind.EMPLOYEES_MAX: _employees,
        CriterionKind.ASSOCIATION: _association,
        CriterionKind.BALANCE_SHEET_MONTHS: _balance_sheet,
        CriterionKind.ESTABLISHMENT_IN_REGION: _establishment,
        CriterionKind.SERVICE_IN_REGION: lambda candidate, _c, _s: _known(candidate.services_in_region),
        CriterionKind.NOT_IN_DIFFICULTY: _not_in_difficulty,
        CriterionKind.TAX_AND_SOCIAL: lambda candidate, _c, _s: _known(candidate.company.tax_and_social_up_to_date),
        CriterionKind.DE_MINIMIS_STATEMENT: _de_minimis,
    }
)


def size_class(employees: int, scheme: Scheme) -> SizeClass:
    """Size class of a staff count.

    Raises:
        DomainError: `company.employees_negative`.
    """
    if employees < 0:
        raise DomainError("company.employees_negative", employees=employees)
    return scheme.size_class(employees)


def de_minimis_needed(company: Company, scheme: Scheme) -> bool | None:
    """Whether a de minimis statement is required; None while the staff is unknown. Source: FACTS.md §4.2, B12."""
    funding = scheme.company_funding
    if funding is None:
        return False
    if funding.de_minimis_phases:
        return True
    if company.employees is None:
        return None if funding.de_minimis_sizes else False
    return scheme.size_class(company.employees) in funding.de_minimis_sizes


def eligibility(candidate: Candidate, scheme: Scheme) -> Eligibility:
    """Each criterion of the scheme with its state; the maturity level never plays a part. Source: FACTS.md §2.7."""
    employees = candidate.company.employees
    results = tuple(
        CriterionResult(criterion.id, _LOOK[criterion.kind](candidate, criterion, scheme), criterion.rule)
        for criterion in scheme.criteria
    )
    states = {result.state for result in results}
    state = CriterionState.MET
    if CriterionState.NOT_MET in states:
        state = CriterionState.NOT_MET
    elif CriterionState.UNKNOWN in states:
        state = CriterionState.UNKNOWN
    return Eligibility(
        state=state,
        size=None if employees is None else size_class(employees, scheme),
        de_minimis_needed=de_minimis_needed(candidate.company, scheme),
        criteria=results,
    )
