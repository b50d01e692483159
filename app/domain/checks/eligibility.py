"""Checks of the scheme's criteria: not met or not known is warned about, a missing statement blocks. Source: FACTS.md §2.7."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.eligibility import Candidate, CriterionState, eligibility
from app.domain.scheme import CriterionKind
from app.domain.stated_aid import statement_on

_FIELDS: Mapping[CriterionKind, tuple[Place, str]] = MappingProxyType(
    {
        CriterionKind.INDUSTRIAL_ACTIVITY: (Place.COMPANY, "industrial_activity"),
        CriterionKind.EMPLOYEES_MAX: (Place.COMPANY, "employees"),
        CriterionKind.ASSOCIATION: (Place.COMPANY, "production_revenue_share"),
        CriterionKind.BALANCE_SHEET_MONTHS: (Place.COMPANY, "balance_sheet_months"),
        CriterionKind.ESTABLISHMENT_IN_REGION: (Place.COMPANY, "region_code"),
        CriterionKind.SERVICE_IN_REGION: (Place.SESSIONS, ""),
        CriterionKind.NOT_IN_DIFFICULTY: (Place.COMPANY, "in_difficulty"),
        CriterionKind.TAX_AND_SOCIAL: (Place.COMPANY, "tax_and_social_up_to_date"),
    }
)
"""Where each kind of criterion is mended; the statement has a rule of its own."""

_TOLD_WHEN_NOT_MET = frozenset({CriterionKind.ESTABLISHMENT_IN_REGION, CriterionKind.DE_MINIMIS_STATEMENT})
_TOLD_WHEN_UNKNOWN = frozenset(
    {CriterionKind.EMPLOYEES_MAX, CriterionKind.SERVICE_IN_REGION, CriterionKind.DE_MINIMIS_STATEMENT}
)
"""Criteria that a rule of their own tells already: the staff, the half-days, the statement."""


def _candidate(subject: CheckSubject) -> Candidate:
    standing = subject.file.ledger.effective
    in_region = all(entry.in_region for entry in standing) if standing else None
    return Candidate(subject.mission.company, subject.mission.establishment, in_region)


def _criteria(subject: CheckSubject, state: CriterionState, told: frozenset[CriterionKind]) -> Iterable[Hit]:
    results = eligibility(_candidate(subject), subject.scheme).criteria
    for criterion, result in zip(subject.scheme.criteria, results, strict=True):
        if result.state is state and criterion.kind not in told:
            place, field = _FIELDS[criterion.kind]
            rule = subject.scheme.rules[criterion.rule].sentence
            yield Hit((("criterion", criterion.id), ("rule", rule)), place, field)


def _not_met(subject: CheckSubject) -> Iterable[Hit]:
    return _criteria(subject, CriterionState.NOT_MET, _TOLD_WHEN_NOT_MET)


def _unknown(subject: CheckSubject) -> Iterable[Hit]:
    return _criteria(subject, CriterionState.UNKNOWN, _TOLD_WHEN_UNKNOWN)


def _elsewhere(subject: CheckSubject) -> Iterable[Hit]:
    site, scheme = subject.mission.establishment.region_code, subject.scheme
    if site and scheme.region_code is not None and site != scheme.region_code:
        yield hit(region=scheme.region_name or scheme.region_code)


def _de_minimis(subject: CheckSubject) -> Iterable[Hit]:
    needed = eligibility(_candidate(subject), subject.scheme).de_minimis_needed
    return hit_if(needed and subject.mission.company.de_minimis_statement is not True)


def _de_minimis_exceeded(subject: CheckSubject) -> Iterable[Hit]:
    found = statement_on(subject.file, subject.scheme, subject.today)
    if found is not None and found.state is CriterionState.NOT_MET:
        yield hit(asked=found.asked, headroom=found.headroom, ceiling=found.ceiling)


def _scheme_closed(subject: CheckSubject) -> Iterable[Hit]:
    opened_on = subject.mission.opened_on
    if not subject.scheme.header.in_force(opened_on):
        yield hit(day=opened_on, scheme=subject.scheme.header.title)


RULES = (
    CheckRule("eligibility.criterion_not_met", Severity.WARNING, Place.COMPANY, _not_met),
    CheckRule("eligibility.criterion_unknown", Severity.WARNING, Place.COMPANY, _unknown),
    CheckRule("eligibility.establishment_elsewhere", Severity.WARNING, Place.COMPANY, _elsewhere, "region_code"),
    CheckRule("eligibility.de_minimis_missing", Severity.ERROR, Place.COMPANY, _de_minimis, "de_minimis_statement"),
    CheckRule("eligibility.de_minimis_exceeded", Severity.WARNING, Place.COMPANY, _de_minimis_exceeded, "aids_add"),
    CheckRule("eligibility.scheme_closed", Severity.WARNING, Place.FUNDING, _scheme_closed),
)
"""In the order of the page."""
