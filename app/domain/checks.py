"""Checks before closing (« rayons X »): errors block the seal, warnings want a sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.assessment import AssessmentKind
from app.domain.days import is_unusually_long
from app.domain.i2df import progress_of
from app.domain.mission import MissionFile, VersionKind
from app.domain.referential import Referential
from app.domain.scheme import Scheme


class Severity(StrEnum):
    """What a finding asks for."""

    ERROR = "error"
    WARNING = "warning"


class Place(StrEnum):
    """Page of the mission where a finding is mended."""

    COMPANY = "company"
    SESSIONS = "sessions"
    QUESTIONNAIRE = "questionnaire"
    PLAN = "plan"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is missing or odd; its sentence is in the text catalogue under `checks`.

    Attributes:
        id: Stable code of the rule, and of its sentence.
        severity: Whether it blocks.
        place: Page of the mission where it is mended.
        params: Values that the sentence needs.
        field: Name of the field to mend on that page, or empty.
    """

    id: str
    severity: Severity
    place: Place
    params: tuple[tuple[str, object], ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class CheckSubject:
    """What the checks look at.

    Attributes:
        file: The whole mission.
        scheme: Scheme that it pins.
        referential: Referential that it pins.
        kind: Kind of the version to seal.
        today: Civil day of the seal.
    """

    file: MissionFile
    scheme: Scheme
    referential: Referential
    kind: VersionKind
    today: date


def _identity(subject: CheckSubject) -> Iterator[Finding]:
    mission = subject.file.mission
    required = {
        "company_name": mission.company.name,
        "siret": mission.establishment.siret,
        "company_head": mission.company.head_name or mission.company.head_function,
        "provider": mission.provider.name,
        "lead_consultant": mission.provider.lead_consultant,
    }
    for field, value in required.items():
        if not value:
            yield Finding(f"identity.{field}", Severity.ERROR, Place.COMPANY)
    if mission.company.employees is None:
        yield Finding("identity.employees", Severity.ERROR, Place.COMPANY)
    if not mission.summary:
        yield Finding("identity.summary", Severity.WARNING, Place.COMPANY)


def _answers(subject: CheckSubject) -> Iterator[Finding]:
    kinds = [AssessmentKind.ENTRY]
    if subject.kind is VersionKind.EXIT:
        kinds.append(AssessmentKind.EXIT)
    for kind in kinds:
        assessment = subject.file.assessment(kind)
        progress = progress_of(assessment.levels if assessment else {}, subject.referential)
        if progress.index is None:
            missing = progress.total - progress.answered
            yield Finding(f"answers.{kind}_incomplete", Severity.ERROR, Place.QUESTIONNAIRE, (("missing", missing),))
        elif assessment is not None and not assessment.declared_by:
            yield Finding(f"answers.{kind}_declared_by", Severity.ERROR, Place.QUESTIONNAIRE)


def _days(subject: CheckSubject) -> Iterator[Finding]:
    total = subject.file.ledger.total
    if total == 0:
        yield Finding("days.none", Severity.ERROR, Place.SESSIONS)
    if is_unusually_long(total, subject.scheme):
        yield Finding("days.unusually_long", Severity.WARNING, Place.SESSIONS, (("days", total),))
    if not subject.file.sessions:
        yield Finding("sessions.none", Severity.WARNING, Place.SESSIONS)


def _plan(subject: CheckSubject) -> Iterator[Finding]:
    if not subject.file.actions:
        yield Finding("plan.empty", Severity.ERROR, Place.PLAN)
    for action in subject.file.actions:
        if action.end is None:
            yield Finding("plan.action_without_end", Severity.WARNING, Place.PLAN, (("rank", action.rank),))
        if not action.owner:
            yield Finding("plan.action_without_owner", Severity.WARNING, Place.PLAN, (("rank", action.rank),))


def _funding(subject: CheckSubject) -> Iterator[Finding]:
    if subject.scheme.company_funding is None:
        return
    if subject.file.chosen_scenario is None:
        yield Finding("funding.no_scenario", Severity.ERROR, Place.FUNDING)
    if subject.scheme.company_funding.capped_by_equity and subject.file.mission.company.equity is None:
        yield Finding("funding.equity_unknown", Severity.WARNING, Place.COMPANY)


_CHECKS: tuple[Callable[[CheckSubject], Iterator[Finding]], ...] = (_identity, _answers, _days, _plan, _funding)
_ALWAYS = frozenset({"identity.company_name", "identity.siret", "identity.provider", "identity.lead_consultant"})


def findings(subject: CheckSubject) -> tuple[Finding, ...]:
    """Everything to mend or to explain before sealing, errors first.

    An abandoned mission keeps what was done: only its identity is required.
    """
    found = [finding for check in _CHECKS for finding in check(subject)]
    if subject.kind is VersionKind.ABANDONED:
        found = [finding for finding in found if finding.id in _ALWAYS]
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))
