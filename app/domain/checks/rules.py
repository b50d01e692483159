"""All the rules of the checks, in the order in which they are told."""

from app.domain.checks import answers, days, eligibility, factors, funding, identity, packs, plan
from app.domain.checks.model import CheckRule, CheckSubject, Finding, Severity
from app.domain.mission import VersionKind

RULES: tuple[CheckRule, ...] = (
    *identity.RULES,
    *eligibility.RULES,
    *answers.RULES,
    *factors.RULES,
    *days.RULES,
    *plan.RULES,
    *funding.RULES,
    *packs.RULES,
)
"""Every rule once, family by family."""


def findings(subject: CheckSubject) -> tuple[Finding, ...]:
    """Everything to mend or to explain before sealing, errors first.

    An abandoned mission keeps what was done: only the rules of its identity and of its packs are asked of it.
    """
    asked = [rule for rule in RULES if rule.always or subject.kind is not VersionKind.ABANDONED]
    found = [finding for rule in asked for finding in rule.findings(subject)]
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))
