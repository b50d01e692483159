"""Invoice lines of a mission as a list with an editor."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.expenses import Expense
from app.domain.mission import MissionFile
from app.domain.quantities import NO_CENTS
from app.domain.scheme import PhaseCode
from app.services.field_work import remove_expense, save_expense
from app.ui.presenters import typed
from app.ui.presenters.attempts import Attempts
from app.ui.presenters.days import ZONE
from app.ui.presenters.mission_context import MissionContext, Part
from app.ui.presenters.records import RecordField, RecordKind, RecordsPresenter

_Field = RecordField[Expense]


def _with(expense: Expense, name: str, value: str | date) -> Expense:
    changes: dict[str, Any] = {name: value}
    return replace(expense, **changes)


def _text(name: str) -> _Field:
    return _Field(
        lambda expense: str(getattr(expense, name)),
        lambda expense, text: _with(expense, name, text),
    )


def _day(name: str) -> _Field:
    def put(expense: Expense, text: str) -> Expense:
        day = typed.day_from(text, near=expense.invoice_day)
        if day is None:
            raise DomainError("date.unreadable", text=text)
        return _with(expense, name, day)

    return _Field(lambda expense: typed.day(getattr(expense, name)), put)


def _payment() -> _Field:
    def put(expense: Expense, text: str) -> Expense:
        return replace(expense, payment_day=typed.day_from(text, near=expense.invoice_day))

    return _Field(lambda expense: typed.day(expense.payment_day), put)


def _amount() -> _Field:
    def put(expense: Expense, text: str) -> Expense:
        return replace(expense, amount=typed.cents_from(text) if text.strip() else NO_CENTS)

    return _Field(lambda expense: typed.amount(expense.amount) if expense.amount else "", put)


def _phase() -> _Field:
    return _Field(lambda expense: expense.phase, lambda expense, text: replace(expense, phase=PhaseCode(text)))


def _read(file: MissionFile) -> tuple[Expense, ...]:
    return tuple(sorted(file.expenses, key=lambda expense: expense.invoice_day, reverse=True))


def _blank(context: MissionContext) -> Expense:
    bench = context.workbench
    day = bench.clock().astimezone(ZONE).date()
    known = _read(context.file)
    provider = known[0].invoicing_provider if known else context.mission.provider.name
    return Expense(
        id=bench.new_id(),
        phase=known[0].phase if known else context.scheme.phases[0].code,
        invoice_number="",
        invoicing_provider=provider,
        performing_provider=known[0].performing_provider if known else provider,
        amount=NO_CENTS,
        service_day=day,
        invoice_day=day,
    )


def _save(context: MissionContext, expense: Expense) -> Expense:
    bench = context.workbench
    return save_expense(bench.unit_of_work, context.mission_id, expense, clock=bench.clock)


def _remove(context: MissionContext, expense_id: UUID) -> None:
    bench = context.workbench
    remove_expense(bench.unit_of_work, context.mission_id, expense_id, clock=bench.clock)


EXPENSES = RecordKind[Expense](
    place="expense",
    part=Part.EXPENSES,
    fields=MappingProxyType(
        {
            "invoice_number": _text("invoice_number"),
            "phase": _phase(),
            "amount": _amount(),
            "invoicing_provider": _text("invoicing_provider"),
            "performing_provider": _text("performing_provider"),
            "service_day": _day("service_day"),
            "invoice_day": _day("invoice_day"),
            "payment_day": _payment(),
        }
    ),
    read=_read,
    blank=_blank,
    complete=lambda expense: bool(expense.invoice_number.strip()) and expense.amount > 0,
    save=_save,
    remove=_remove,
)


class ExpensesPresenter(RecordsPresenter[Expense]):
    """Invoice lines of a mission, the last first."""

    def __init__(self, context: MissionContext, attempts: Attempts) -> None:
        super().__init__(context, attempts, EXPENSES)
