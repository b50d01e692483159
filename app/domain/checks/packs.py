"""Checks that the mission is judged with the very packs that it pins. Source: MODEL.md, Time travel of the schemes."""

from collections.abc import Iterable

from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit


def _scheme_changed(subject: CheckSubject) -> Iterable[Hit]:
    pinned, held = subject.mission.scheme, subject.scheme.header
    if pinned != held.ref:
        yield hit(pack=pinned.id, version=pinned.version, found=held.title)


def _referential_changed(subject: CheckSubject) -> Iterable[Hit]:
    pinned, held = subject.mission.referential, subject.referential.header
    if pinned != held.ref:
        yield hit(pack=pinned.id, version=pinned.version, found=held.title)


def _other_referential(subject: CheckSubject) -> Iterable[Hit]:
    for assessment in subject.assessments:
        if assessment.referential != subject.mission.referential:
            taken = assessment.referential
            yield hit(kind=assessment.kind, pack=taken.id, version=taken.version)


RULES = (
    CheckRule("packs.scheme_changed", Severity.ERROR, Place.FUNDING, _scheme_changed, always=True),
    CheckRule("packs.referential_changed", Severity.ERROR, Place.QUESTIONNAIRE, _referential_changed, always=True),
    CheckRule("packs.other_referential", Severity.WARNING, Place.QUESTIONNAIRE, _other_referential),
)
"""The scheme, then the questionnaire."""
