"""Days and invoice lines read back from a document."""

from app.domain.days import DayEntry, Ledger
from app.domain.expenses import Expense
from app.domain.quantities import Cents
from app.domain.scheme import PhaseCode
from app.sync.contract.document import SealedDocument


def ledger_of(document: SealedDocument) -> Ledger:
    """The ledger of half-days, read back from the document."""
    return Ledger(
        tuple(
            DayEntry(
                id=one.id,
                phase=PhaseCode(one.phase),
                day=one.day,
                half_day=one.half_day,
                performer=one.performer,
                purpose=one.purpose,
                place=one.place,
                remote=one.remote,
                in_region=one.in_region,
                people_met=tuple(one.people_met),
                corrects=one.corrects,
                recorded_at=one.recorded_at,
            )
            for one in document.days
        )
    )


def expenses_of(document: SealedDocument) -> tuple[Expense, ...]:
    """Invoice lines, read back from the document."""
    return tuple(
        Expense(
            id=one.id,
            phase=PhaseCode(one.phase),
            invoice_number=one.invoice_number,
            invoicing_provider=one.invoicing_provider,
            performing_provider=one.performing_provider,
            amount=Cents(one.amount_cents),
            service_day=one.service_day,
            invoice_day=one.invoice_day,
            payment_day=one.payment_day,
        )
        for one in document.expenses
    )
