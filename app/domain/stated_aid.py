"""The de minimis statement of a whole mission: what was received, for the aid of the scenario that the company keeps."""

from datetime import date

from app.domain.account import funding_of
from app.domain.de_minimis import DeMinimisStatement, de_minimis_statement
from app.domain.errors import DomainError
from app.domain.mission import MissionFile
from app.domain.quantities import NO_CENTS, Cents
from app.domain.scheme import Scheme


def aid_asked(file: MissionFile, scheme: Scheme) -> Cents:
    """Public aid of the scenario kept; nothing while there is none or it cannot be computed."""
    chosen = file.chosen_scenario
    if chosen is None:
        return NO_CENTS
    try:
        return funding_of(file.mission, chosen.plans, scheme).grant
    except DomainError:
        return NO_CENTS


def statement_on(file: MissionFile, scheme: Scheme, day: date) -> DeMinimisStatement | None:
    """The statement on a civil day, or on that of an aid granted later; None when the scheme says nothing of such aid.

    Source: FACTS.md §4.2, B12 and B13.
    """
    rule = scheme.company_funding.de_minimis if scheme.company_funding is not None else None
    if rule is None:
        return None
    latest = max((day, *(aid.granted_on for aid in file.aids_received)))
    return de_minimis_statement(file.aids_received, rule, asked=aid_asked(file, scheme), day=latest)
