"""Use cases of the work on site: sessions, the half-day ledger and invoice lines."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.days import DayEntry, HalfDay, Ledger
from app.domain.entry_days import check_entry_day
from app.domain.errors import DomainError
from app.domain.expenses import Expense, check_expense
from app.domain.journal import EventKind
from app.domain.mission import Session
from app.domain.quantities import TEXT_LENGTH, clean_text
from app.domain.scheme import PhaseCode
from app.services.drafts import draft_of
from app.services.ports import Clock, NewId, UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HalfDayWorked:
    """A half-day as typed."""

    phase: PhaseCode
    day: date
    half_day: HalfDay
    performer: str
    purpose: str
    place: str = ""
    remote: bool = False
    in_region: bool = True
    people_met: tuple[str, ...] = ()


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean_text(name, field="people_met") for name in names)
    return tuple(name for name in cleaned if name)


def save_session(uow_factory: UnitOfWorkFactory, mission_id: UUID, session: Session, *, clock: Clock) -> Session:
    """Keep a new or changed session.

    Raises:
        DomainError: `mission.sealed`, `session.topic_missing`, `text.too_long`, or a refusal of `check_entry_day`.
    """
    kept = replace(
        session,
        topic=clean_text(session.topic, field="topic"),
        place=clean_text(session.place, field="place"),
        people_met=_people(session.people_met),
        notes=clean_text(session.notes, longest=TEXT_LENGTH, field="notes"),
        private_notes=clean_text(session.private_notes, longest=TEXT_LENGTH, field="private_notes"),
    )
    if not kept.topic:
        raise DomainError("session.topic_missing")
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, kept) as uow:
        check_entry_day(kept.day, field="session_day", opened_on=uow.missions.get(mission_id).opened_on)
        uow.sessions.save(mission_id, kept)
    logger.info("mission %s: session %s saved", mission_id, kept.id)
    return kept


def remove_session(uow_factory: UnitOfWorkFactory, mission_id: UUID, session_id: UUID, *, clock: Clock) -> None:
    """Forget a session of a draft.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, session_id) as uow:
        uow.sessions.remove(mission_id, session_id)


def add_half_day(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, worked: HalfDayWorked, *, clock: Clock, new_id: NewId
) -> Ledger:
    """Add a performed half-day to the ledger.

    Raises:
        DomainError: `mission.sealed`, `days.performer_missing`, `days.already_entered`, a refusal of `check_entry_day`, or
            `days.double_booked` when the same person already works on that half-day in another mission of this laptop.
    """
    at = clock()
    performer = clean_text(worked.performer, field="performer")
    entry = DayEntry(
        id=new_id(),
        phase=worked.phase,
        day=worked.day,
        half_day=worked.half_day,
        performer=performer,
        purpose=clean_text(worked.purpose, field="purpose"),
        place=clean_text(worked.place, field="place"),
        remote=worked.remote,
        in_region=worked.in_region,
        people_met=_people(worked.people_met),
        recorded_at=at,
    )
    with draft_of(uow_factory, mission_id, at, EventKind.DAY_ENTERED, entry) as uow:
        check_entry_day(worked.day, field="ledger_day", opened_on=uow.missions.get(mission_id).opened_on)
        ledger = uow.ledger.of(mission_id).add(entry)
        other = uow.ledger.booked_elsewhere(mission_id, performer, worked.day, worked.half_day)
        if other is not None:
            raise DomainError(
                "days.double_booked", performer=performer, day=worked.day, half_day=worked.half_day, reference=other
            )
        uow.ledger.append(mission_id, entry)
    logger.info("mission %s: ledger line %s added", mission_id, entry.id)
    return ledger


def correct_half_day(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, line_id: UUID, reason: str, *, clock: Clock, new_id: NewId
) -> Ledger:
    """Cancel a line of the ledger by a correcting line; nothing is removed.

    Raises:
        DomainError: `mission.sealed`, `days.correction_needs_reason`, `days.not_correctable`.
    """
    at = clock()
    with draft_of(uow_factory, mission_id, at, EventKind.DAY_CORRECTED, line_id, reason) as uow:
        ledger = uow.ledger.of(mission_id).correct(
            line_id, correction_id=new_id(), reason=clean_text(reason, field="reason"), recorded_at=at
        )
        uow.ledger.append(mission_id, ledger.entries[-1])
    return ledger


def save_expense(uow_factory: UnitOfWorkFactory, mission_id: UUID, expense: Expense, *, clock: Clock) -> Expense:
    """Keep a new or changed invoice line.

    Raises:
        DomainError: `mission.sealed`, `expense.number_missing`, `expense.amount_zero`, `text.too_long`, or a refusal of
            `check_entry_day`.
    """
    kept = check_expense(
        replace(
            expense,
            invoice_number=clean_text(expense.invoice_number, field="invoice_number"),
            invoicing_provider=clean_text(expense.invoicing_provider, field="invoicing_provider"),
            performing_provider=clean_text(expense.performing_provider, field="performing_provider"),
        )
    )
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, kept) as uow:
        opened_on = uow.missions.get(mission_id).opened_on
        for field in ("service_day", "invoice_day", "payment_day"):
            check_entry_day(getattr(kept, field), field=field, opened_on=opened_on)
        uow.expenses.save(mission_id, kept)
    return kept


def remove_expense(uow_factory: UnitOfWorkFactory, mission_id: UUID, expense_id: UUID, *, clock: Clock) -> None:
    """Forget an invoice line of a draft.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock(), EventKind.CHANGED, expense_id) as uow:
        uow.expenses.remove(mission_id, expense_id)
