"""The de minimis statement: aid already received over the pack's period, and what room is left when a ceiling is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.extra_depreciation import MONTHS_OF_YEAR, months_later
from app.domain.quantities import Cents
from app.domain.scheme import DeMinimisRule

NOT_KEPT = UUID(int=0)
"""Identifier of an aid that is only calculated."""


@dataclass(frozen=True, slots=True)
class AidReceived:
    """A de minimis aid that the company states.

    Attributes:
        granted_on: Civil day of the grant.
        amount: In cents, 0 or more.
        grantor: Who gave it.
        regulation: Regulation under which it was given.
        of_group: Whether another company of the group received it.
        id: Made on the laptop; nil for one that is only calculated.
    """

    granted_on: date
    amount: Cents
    grantor: str = ""
    regulation: str = ""
    of_group: bool = False
    id: UUID = NOT_KEPT


def check_aid_received(aid: AidReceived) -> AidReceived:
    """An aid that may be kept.

    Raises:
        DomainError: `de_minimis.amount_missing`, `de_minimis.negative` or `de_minimis.grantor_missing`.
    """
    if aid.amount == 0:
        raise DomainError("de_minimis.amount_missing")
    if aid.amount < 0:
        raise DomainError("de_minimis.negative")
    if not aid.grantor:
        raise DomainError("de_minimis.grantor_missing")
    return aid


@dataclass(frozen=True, slots=True)
class DeMinimisStatement:
    """What the company states, ready to print and sign.

    Attributes:
        counted: Aid of the period and perimeter, in the order given.
        total: Their sum, in cents.
        asked: Aid asked for now, in cents.
        ceiling: Highest aid over the period, or None when the pack does not state it.
        headroom: What is left under the ceiling before the aid asked for, in cents, 0 or more, or None.
        state: Whether the aid asked for fits; `UNKNOWN` while the pack states no ceiling or no period.
    """

    counted: tuple[AidReceived, ...]
    total: Cents
    asked: Cents
    ceiling: Cents | None
    headroom: Cents | None
    state: CriterionState


def de_minimis_statement(
    received: Iterable[AidReceived], rule: DeMinimisRule, *, asked: Cents, day: date
) -> DeMinimisStatement:
    """Statement on a civil day.

    Raises:
        DomainError: `de_minimis.negative`, or `de_minimis.in_the_future` for an aid granted after the day.

    Source: FACTS.md §4.2, B12 and B13; no source gives an amount or a period (§4.5), so both come from the pack.
    """
    aids = tuple(received)
    if asked < 0 or any(aid.amount < 0 for aid in aids):
        raise DomainError("de_minimis.negative")
    for aid in aids:
        if aid.granted_on > day:
            raise DomainError("de_minimis.in_the_future", day=aid.granted_on)
    since = None if rule.period_years is None else months_later(day, -rule.period_years * MONTHS_OF_YEAR)
    counted = tuple(
        aid for aid in aids if (since is None or aid.granted_on > since) and (rule.group_perimeter or not aid.of_group)
    )
    total = Cents(sum(aid.amount for aid in counted))
    headroom = None if rule.ceiling is None else Cents(max(rule.ceiling - total, 0))
    state = CriterionState.UNKNOWN
    if headroom is not None and since is not None:
        state = CriterionState.MET if asked <= headroom else CriterionState.NOT_MET
    return DeMinimisStatement(counted, total, asked, rule.ceiling, headroom, state)
