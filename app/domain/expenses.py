"""Invoice lines of a mission: who invoiced, who performed, and the three dates that may decide."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.quantities import Cents
from app.domain.scheme import ExpenseDateBasis, PhaseCode


@dataclass(frozen=True, slots=True)
class Expense:
    """An invoice line excluding VAT, all expenses included.

    Attributes:
        id: Made on the laptop.
        phase: Phase of the scheme it belongs to.
        invoice_number: As printed on the invoice.
        invoicing_provider: Who invoices; it must be accredited.
        performing_provider: Who performed, under the responsibility of an accredited provider.
        amount: In cents excluding VAT, above 0.
        service_day: Civil day of the end of the service.
        invoice_day: Civil day of the invoice.
        payment_day: Civil day of the payment, or None while unpaid.
    """

    id: UUID
    phase: PhaseCode
    invoice_number: str
    invoicing_provider: str
    performing_provider: str
    amount: Cents
    service_day: date
    invoice_day: date
    payment_day: date | None = None

    def deciding_day(self, basis: ExpenseDateBasis) -> date | None:
        """Civil day that decides whether the scheme accepts it, or None while unknown."""
        if basis is ExpenseDateBasis.SERVICE:
            return self.service_day
        return self.invoice_day if basis is ExpenseDateBasis.INVOICE else self.payment_day


def check_expense(expense: Expense) -> Expense:
    """An expense that may be kept.

    Raises:
        DomainError: `expense.number_missing` or `expense.amount_zero`.
    """
    if not expense.invoice_number:
        raise DomainError("expense.number_missing")
    if expense.amount <= 0:
        raise DomainError("expense.amount_zero")
    return expense
