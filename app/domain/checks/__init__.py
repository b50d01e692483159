"""Checks before closing (« rayons X »): errors block the seal, warnings want a sentence."""

from app.domain.checks.explained import explanations_of, unexplained
from app.domain.checks.model import CheckRule, CheckSubject, Finding, Hit, Place, Severity
from app.domain.checks.rules import RULES, findings

__all__ = [
    "RULES",
    "CheckRule",
    "CheckSubject",
    "Finding",
    "Hit",
    "Place",
    "Severity",
    "explanations_of",
    "findings",
    "unexplained",
]
