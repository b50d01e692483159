"""Checks of the 360° diagnostic, once it was begun, and of the workshop votes. Source: FACTS.md §2.5 and §9.2."""

from collections.abc import Iterable

from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.referential import Factor
from app.domain.workshop import spread_of


def _untold(subject: CheckSubject) -> Iterable[Hit]:
    """A scheme that asks for the six factors asks for all: one begun is one to finish."""
    diagnostic = subject.file.full_diagnostic
    missing = [factor for factor in Factor if not diagnostic.view(factor).is_told]
    if missing and not diagnostic.is_empty:
        yield hit(missing=len(missing))


def _without_evidence(subject: CheckSubject) -> Iterable[Hit]:
    views = subject.file.full_diagnostic.views.values()
    bare = [view for view in views if view.is_told and not view.evidence]
    if bare:
        yield hit(count=len(bare))


def _no_priority(subject: CheckSubject) -> Iterable[Hit]:
    views = subject.file.full_diagnostic.views.values()
    return hit_if(any(view.weaknesses for view in views) and not any(view.priority for view in views))


def _outside_votes(subject: CheckSubject) -> Iterable[Hit]:
    """The declared level may leave the spread of the votes; then the company says why."""
    for assessment in subject.assessments:
        themes = []
        for theme in subject.referential.themes:
            spread, answer = spread_of(assessment.votes_on(theme.code)), assessment.answer(theme.code)
            if spread is None or answer.level is None or answer.justification:
                continue
            if not spread.holds(answer.level):
                themes.append(theme.code)
        if themes:
            yield hit(kind=assessment.kind, count=len(themes), themes=", ".join(themes))


RULES = (
    CheckRule("factors.incomplete", Severity.WARNING, Place.FULL_DIAGNOSTIC, _untold, "factors_list"),
    CheckRule(
        "factors.without_evidence", Severity.WARNING, Place.FULL_DIAGNOSTIC, _without_evidence, "factor_evidence"
    ),
    CheckRule("factors.no_priority", Severity.WARNING, Place.FULL_DIAGNOSTIC, _no_priority, "factor_priority"),
    CheckRule("votes.outside_spread", Severity.WARNING, Place.QUESTIONNAIRE, _outside_votes, "justification"),
)
"""The 360° diagnostic, then the votes."""
