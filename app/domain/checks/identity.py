"""Checks of who is accompanied, by whom, and of what heads the feuille de route."""

from collections.abc import Callable, Iterable
from functools import partial

from app.domain.account import is_accredited
from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.errors import DomainError
from app.domain.identifiers import check_reference, siren_of
from app.domain.mission import Mission


def _lacks(subject: CheckSubject, value: Callable[[Mission], object]) -> tuple[Hit, ...]:
    return hit_if(not value(subject.mission))


def _required(name: str, value: Callable[[Mission], object], field: str, *, always: bool = False) -> CheckRule:
    look = partial(_lacks, value=value)
    return CheckRule(f"identity.{name}", Severity.ERROR, Place.COMPANY, look, field, always)


def _employees(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(subject.mission.company.employees is None)


def _siren_mismatch(subject: CheckSubject) -> Iterable[Hit]:
    siren, siret = subject.mission.company.siren, subject.mission.establishment.siret
    if siren and siret and siren_of(siret) != siren:
        yield hit(siret=siret, siren=siren)


def _reference(subject: CheckSubject) -> Iterable[Hit]:
    reference = subject.mission.reference
    try:
        check_reference(reference)
    except DomainError:
        yield hit(reference=reference)


def _provider_not_accredited(subject: CheckSubject) -> Iterable[Hit]:
    name = subject.mission.provider.name
    if name and not is_accredited(name, subject.scheme, fictional=subject.mission.fictional):
        yield hit(provider=name)


def _summary(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(not subject.mission.summary)


def _next_day(subject: CheckSubject) -> Iterable[Hit]:
    day = subject.mission.next_day
    if day is not None and day < subject.today:
        yield hit(day=day)


RULES = (
    _required("company_name", lambda mission: mission.company.name, "name", always=True),
    _required("siret", lambda mission: mission.establishment.siret, "siret", always=True),
    CheckRule("identity.siren_mismatch", Severity.ERROR, Place.COMPANY, _siren_mismatch, "siret", always=True),
    CheckRule("identity.reference", Severity.ERROR, Place.COMPANY, _reference, always=True),
    _required("company_head", lambda mission: mission.company.head_name or mission.company.head_function, "head_name"),
    _required("provider", lambda mission: mission.provider.name, "provider_name", always=True),
    CheckRule(
        "identity.provider_not_accredited", Severity.WARNING, Place.COMPANY, _provider_not_accredited, "provider_name"
    ),
    _required("lead_consultant", lambda mission: mission.provider.lead_consultant, "lead_consultant", always=True),
    CheckRule("identity.employees", Severity.ERROR, Place.COMPANY, _employees, "employees"),
    CheckRule("identity.summary", Severity.WARNING, Place.COMPANY, _summary, "summary"),
    CheckRule("identity.next_day", Severity.WARNING, Place.COMPANY, _next_day, "next_day"),
)
"""In the order of the page."""
