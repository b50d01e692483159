"""Use cases of what the company states: the de minimis aid it received."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.de_minimis import AidReceived, DeMinimisStatement, check_aid_received
from app.domain.eligibility import CriterionState
from app.domain.errors import DomainError
from app.domain.mission import MissionFile
from app.domain.quantities import Cents, clean_text
from app.domain.scheme import DeMinimisRule, Scheme
from app.domain.stated_aid import statement_on
from app.services.drafts import draft_of
from app.services.ports import Clock, UnitOfWorkFactory

logger = logging.getLogger(__name__)


def save_aid_received(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, aid: AidReceived, *, clock: Clock
) -> AidReceived:
    """Keep a new or changed de minimis aid.

    Raises:
        DomainError: `mission.sealed`, `de_minimis.amount_missing`, `de_minimis.negative`, `de_minimis.grantor_missing`,
            `de_minimis.in_the_future`, `text.too_long`.
    """
    kept = check_aid_received(
        replace(
            aid,
            grantor=clean_text(aid.grantor, field="grantor"),
            regulation=clean_text(aid.regulation, field="regulation"),
        )
    )
    at = clock()
    if kept.granted_on > at.date():
        raise DomainError("de_minimis.in_the_future", day=kept.granted_on)
    with draft_of(uow_factory, mission_id, at) as uow:
        uow.aids_received.save(mission_id, kept)
    logger.info("mission %s: aid received %s saved", mission_id, kept.id)
    return kept


def remove_aid_received(uow_factory: UnitOfWorkFactory, mission_id: UUID, aid_id: UUID, *, clock: Clock) -> None:
    """Forget a de minimis aid of a draft.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.aids_received.remove(mission_id, aid_id)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence by its code in the text catalogue, with its values."""

    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StatementShown:
    """The de minimis statement of a mission, as the window and the paper say it.

    Attributes:
        statement: Its figures.
        rule: What the scheme says of de minimis aid.
        sentences: What they mean, in order; the last one is what remains to be done or known.
    """

    statement: DeMinimisStatement
    rule: DeMinimisRule
    sentences: tuple[Told, ...]


def statement_of(file: MissionFile, scheme: Scheme, day: date) -> StatementShown | None:
    """The statement on a civil day, for the aid of the scenario kept; None when the scheme says nothing of de minimis aid.

    Args:
        file: The mission.
        scheme: Its scheme.
        day: Civil day of the statement; an aid granted later moves it to that day.
    """
    rule = scheme.company_funding.de_minimis if scheme.company_funding is not None else None
    found = statement_on(file, scheme, day)
    if rule is None or found is None:
        return None
    return StatementShown(found, rule, tuple(_sentences(found, rule)))


def _sentences(found: DeMinimisStatement, rule: DeMinimisRule) -> list[Told]:
    said = [Told("statement.total", {"count": len(found.counted), "total": found.total})]
    if not found.counted:
        said = [Told("statement.none", {})]
    if found.asked:
        said.append(Told("statement.asked", {"asked": found.asked}))
    if found.state is CriterionState.UNKNOWN or found.ceiling is None or found.headroom is None:
        return [*said, Told("statement.no_ceiling", {"regulations": ", ".join(rule.regulations)})]
    said.append(
        Told(
            "statement.room",
            {"years": rule.period_years, "headroom": found.headroom, "ceiling": found.ceiling},
        )
    )
    if rule.stated_in and rule.stated_on is not None:
        said.append(Told("statement.source", {"source": rule.stated_in, "day": rule.stated_on}))
    if found.asked:
        over = Cents(max(found.asked - found.headroom, 0))
        fits = found.state is CriterionState.MET
        said.append(Told("statement.fits", {}) if fits else Told("statement.exceeds", {"over": over}))
    return said
