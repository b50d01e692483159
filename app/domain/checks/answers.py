"""Checks of the questionnaires: complete, declared by someone, dated within the mission. Source: FACTS.md §3."""

from collections.abc import Iterable
from functools import partial

from app.domain.assessment import Answer, Assessment, AssessmentKind
from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.i2df import progress_of


def _asked(subject: CheckSubject, kind: AssessmentKind) -> bool:
    return kind is AssessmentKind.ENTRY or subject.leaving


def _complete(subject: CheckSubject, assessment: Assessment | None) -> bool:
    return assessment is not None and progress_of(assessment.levels, subject.referential).index is not None


def _incomplete(subject: CheckSubject, kind: AssessmentKind) -> Iterable[Hit]:
    assessment = subject.file.assessment(kind)
    if _asked(subject, kind) and not _complete(subject, assessment):
        progress = progress_of(assessment.levels if assessment else {}, subject.referential)
        yield hit(missing=progress.total - progress.answered)


def _declared_by(subject: CheckSubject, kind: AssessmentKind) -> Iterable[Hit]:
    assessment = subject.file.assessment(kind)
    if assessment is None or not _asked(subject, kind) or not _complete(subject, assessment):
        return ()
    return hit_if(not assessment.declared_by)


def _day_before_opening(subject: CheckSubject) -> Iterable[Hit]:
    opened_on = subject.mission.opened_on
    for assessment in subject.assessments:
        if assessment.day < opened_on:
            yield hit(kind=assessment.kind, day=assessment.day, opened_on=opened_on)


def _day_in_future(subject: CheckSubject) -> Iterable[Hit]:
    for assessment in subject.assessments:
        if assessment.day > subject.today:
            yield hit(kind=assessment.kind, day=assessment.day)


def _exit_before_entry(subject: CheckSubject) -> Iterable[Hit]:
    entry, exit_ = (subject.file.assessment(kind) for kind in (AssessmentKind.ENTRY, AssessmentKind.EXIT))
    if subject.leaving and entry is not None and exit_ is not None and exit_.day < entry.day:
        yield hit(entry=entry.day, exit=exit_.day)


def _contradicts(answer: Answer) -> bool:
    opinion = answer.opinion
    return opinion is not None and opinion.level is not answer.level and not opinion.sentence


def _opinion_unexplained(subject: CheckSubject) -> Iterable[Hit]:
    assessment = subject.file.assessment(AssessmentKind.EXIT)
    if subject.leaving and assessment is not None:
        themes = [theme.code for theme in subject.referential.themes if _contradicts(assessment.answer(theme.code))]
        if themes:
            yield hit(count=len(themes), themes=", ".join(themes))


def _of(kind: AssessmentKind) -> tuple[CheckRule, CheckRule]:
    """The two rules of a questionnaire."""
    place = Place.QUESTIONNAIRE
    return (
        CheckRule(f"answers.{kind}_incomplete", Severity.ERROR, place, partial(_incomplete, kind=kind)),
        CheckRule(
            f"answers.{kind}_declared_by",
            Severity.ERROR,
            place,
            partial(_declared_by, kind=kind),
            "heading_declared_by",
        ),
    )


RULES = (
    *_of(AssessmentKind.ENTRY),
    *_of(AssessmentKind.EXIT),
    CheckRule("answers.day_before_opening", Severity.WARNING, Place.QUESTIONNAIRE, _day_before_opening, "heading_day"),
    CheckRule("answers.day_in_future", Severity.ERROR, Place.QUESTIONNAIRE, _day_in_future, "heading_day"),
    CheckRule("answers.exit_before_entry", Severity.ERROR, Place.QUESTIONNAIRE, _exit_before_entry, "heading_day"),
    CheckRule("answers.opinion_unexplained", Severity.WARNING, Place.QUESTIONNAIRE, _opinion_unexplained),
)
"""Entry, exit, then both together."""
