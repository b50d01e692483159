"""Which warnings are answered by a sentence, and which still want one. Source: PRODUCT.md, checks before closing."""

from collections.abc import Iterable

from app.domain.checks.model import Finding, Severity
from app.domain.explanations import Explanation


def unexplained(found: Iterable[Finding], given: Iterable[Explanation]) -> tuple[Finding, ...]:
    """Warnings that no sentence answers yet, in their order; errors are mended, never explained."""
    answered = {(one.rule, one.subject) for one in given if one.sentence}
    return tuple(
        finding
        for finding in found
        if finding.severity is Severity.WARNING and (finding.id, finding.subject) not in answered
    )


def explanations_of(found: Iterable[Finding], given: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """Sentences that answer a warning found, in the order of the warnings; those of a warning that is gone are left out."""
    by_warning = {(one.rule, one.subject): one for one in given if one.sentence}
    keys = ((finding.id, finding.subject) for finding in found if finding.severity is Severity.WARNING)
    return tuple(by_warning[key] for key in keys if key in by_warning)
