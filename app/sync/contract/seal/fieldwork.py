"""Work in the field as the document says it: sessions, days, services, invoice lines."""

from typing import Any

from app.domain.days import DayEntry, Ledger, service_counts
from app.domain.mission import MissionFile, Session
from app.domain.scheme import Scheme


def session_part(session: Session) -> dict[str, Any]:
    """One session, as the document says it."""
    return {
        "id": session.id,
        "day": session.day,
        "topic": session.topic,
        "place": session.place,
        "people_met": list(session.people_met),
        "notes": session.notes,
    }


def day_part(entry: DayEntry) -> dict[str, Any]:
    """One line of the ledger, as the document says it."""
    return {
        "id": entry.id,
        "phase": entry.phase,
        "day": entry.day,
        "half_day": entry.half_day,
        "performer": entry.performer,
        "purpose": entry.purpose,
        "place": entry.place,
        "remote": entry.remote,
        "in_region": entry.in_region,
        "people_met": list(entry.people_met),
        "corrects": entry.corrects,
        "recorded_at": entry.recorded_at,
    }


def services_of(ledger: Ledger, scheme: Scheme) -> list[dict[str, Any]]:
    """Half-days that count in each phase, and what the service is by its length, as the document says them."""
    return [
        {"phase": one.phase, "half_days": one.counted, "service_class": one.service_class}
        for one in service_counts(ledger, scheme)
        if one.counted
    ]


def expense_parts(file: MissionFile) -> list[dict[str, Any]]:
    """Invoice lines, as the document says it."""
    return [
        {
            "id": expense.id,
            "phase": expense.phase,
            "invoice_number": expense.invoice_number,
            "invoicing_provider": expense.invoicing_provider,
            "performing_provider": expense.performing_provider,
            "amount_cents": expense.amount,
            "service_day": expense.service_day,
            "invoice_day": expense.invoice_day,
            "payment_day": expense.payment_day,
        }
        for expense in file.expenses
    ]
