"""The invoices of the mission, each with its three dates."""

from reportlab.platypus import Flowable

from app.packs.french import money, short_date
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import heading
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import ruled_table


def invoices(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The invoice lines by day; nothing without one."""
    expenses = desk.content.file.expenses
    if not expenses:
        return []
    codes = ("invoice", "invoicing", "performing", "dates", "amount")
    rows = []
    for expense in sorted(expenses, key=lambda one: (one.invoice_day, one.invoice_number)):
        paid = desk.text("funding.unpaid") if expense.payment_day is None else short_date(expense.payment_day)
        phase = desk.scheme.phase(expense.phase).title
        rows.append(
            [
                f"{expense.invoice_number}\n{phase}",
                expense.invoicing_provider,
                expense.performing_provider,
                f"{short_date(expense.service_day)}\n{short_date(expense.invoice_day)}\n{paid}",
                money(expense.amount),
            ]
        )
    widths = [140, 96, 96, 92, TEXT_WIDTH - 140 - 96 - 96 - 92]
    head = [desk.text(f"funding.{code}") for code in codes]
    return [*heading(desk, "funding.expenses"), ruled_table(head, rows, widths, right={4}, cut_rows=cut_rows)]
