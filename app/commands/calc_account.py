"""Engines `account`, `services` and `de_minimis` of `jalon calc`: what was invoiced, what was done, what was received."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.domain.account import account
from app.domain.days import DayEntry, HalfDay, Ledger, service_counts
from app.domain.de_minimis import AidReceived, de_minimis_statement
from app.domain.errors import DomainError
from app.domain.expenses import Expense, check_expense
from app.domain.quantities import Cents
from app.domain.scheme import CompanyFunding, DayCapReading, ExpenseDateBasis, PhaseCode, Scheme
from app.packs.library import PackLibrary
from app.packs.scheme_readings import R, readings
from app.packs.table import Table, choice

MAX_COUNT = 1_000_000


def scheme_of(case: Table, library: PackLibrary) -> Scheme:
    """The scheme of a case, with the readings that the case changes."""
    scheme = library.scheme(case.text("scheme"))
    if case.has("day_readings"):
        scheme = replace(scheme, service_readings=changed_readings(case, "day_readings", scheme.service_readings))
    funding = scheme.company_funding
    if funding is not None:
        scheme = replace(scheme, company_funding=_read_otherwise(case, funding))
    return scheme


def _read_otherwise(case: Table, funding: CompanyFunding) -> CompanyFunding:
    if case.has("readings"):
        funding = replace(funding, readings=changed_readings(case, "readings", funding.readings))
    if case.has("day_cap_reading"):
        funding = replace(funding, day_cap_reading=choice(case, "day_cap_reading", DayCapReading))
    if case.has("expense_date_basis"):
        funding = replace(funding, expense_date_basis=choice(case, "expense_date_basis", ExpenseDateBasis))
    return funding


def changed_readings(case: Table, key: str, kept: R) -> R:
    """Readings of the pack with those that the case gives."""
    given = readings(case, type(kept), key)
    asked = set(case.table(key).keys())
    return replace(kept, **{field.name: getattr(given, field.name) for field in fields(kept) if field.name in asked})


def account_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Each invoice with its state, and the funding of those that the scheme accepts."""
    scheme = scheme_of(case, library)
    opened_on = case.day("opened_on") if case.has("opened_on") else scheme.header.valid_from
    found = account(
        [check_expense(_expense(table, rank)) for rank, table in enumerate(case.tables("expense"))],
        _ledger(case, opened_on),
        scheme,
        employees=case.integer("employees", 0, MAX_COUNT) if case.has("employees") else None,
        equity=Cents(int(case.number("equity_euros") * 100)) if case.has("equity_euros") else None,
        opened_on=opened_on,
    )
    return {
        "invoiced_cents": found.invoiced,
        "waiting_cents": found.waiting,
        "refused_cents": found.refused,
        "grant_cents": found.grant,
        "company_cents": found.company,
        "expenses": [
            {
                "invoice_number": line.expense.invoice_number,
                "state": line.state.value,
                "rule": line.rule,
                "sentence": scheme.rules[line.rule].sentence,
            }
            for line in found.lines
        ],
    }


def services_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """What the half-days of each phase count for."""
    scheme = scheme_of(case, library)
    return {
        "services": [
            {
                "phase": one.phase,
                "performed": one.performed,
                "counted": one.counted,
                "service_class": None if one.service_class is None else one.service_class.value,
                "credited_as_accompaniment": one.credited,
                "unusually_long": one.unusually_long,
            }
            for one in service_counts(_ledger(case, scheme.header.valid_from), scheme)
        ]
    }


def de_minimis_case(case: Table, library: PackLibrary) -> dict[str, Any]:
    """Aid received over the period, and whether the aid asked for fits."""
    scheme = library.scheme(case.text("scheme"))
    rule = None if scheme.company_funding is None else scheme.company_funding.de_minimis
    if rule is None:
        raise DomainError("de_minimis.no_rule", scheme=scheme.header.title)
    if case.has("ceiling_euros"):
        rule = replace(rule, ceiling=case.euros("ceiling_euros"))
    if case.has("period_years"):
        rule = replace(rule, period_years=case.integer("period_years", 1, MAX_COUNT))
    received = [_received(table) for table in case.tables("received")] if case.has("received") else []
    found = de_minimis_statement(received, rule, asked=case.euros("asked_euros"), day=case.day("day"))
    return {
        "regulations": list(rule.regulations),
        "counted": len(found.counted),
        "total_cents": found.total,
        "ceiling_cents": found.ceiling,
        "headroom_cents": found.headroom,
        "state": found.state.value,
    }


def _received(table: Table) -> AidReceived:
    aid = AidReceived(
        granted_on=table.day("granted_on"),
        amount=table.euros("amount_euros"),
        of_group=table.has("of_group") and table.boolean("of_group"),
    )
    table.close()
    return aid


def _expense(table: Table, rank: int) -> Expense:
    service_day = table.day("service_day")
    expense = Expense(
        id=UUID(int=rank),
        phase=PhaseCode(table.text("phase")),
        invoice_number=table.text("invoice_number"),
        invoicing_provider=table.text("invoicing_provider"),
        performing_provider=table.text("performing_provider") if table.has("performing_provider") else "",
        amount=Cents(int(table.number("amount_euros") * 100)),
        service_day=service_day,
        invoice_day=table.day("invoice_day") if table.has("invoice_day") else service_day,
        payment_day=table.day("payment_day") if table.has("payment_day") else None,
    )
    table.close()
    return expense


def _ledger(case: Table, first: date) -> Ledger:
    """A ledger with the half-days that the case gives by phase, one after the other from a day."""
    days = case.table("days")
    ledger = Ledger()
    for code in days.keys():  # noqa: SIM118 a table
        for _ in range(days.days(code)):
            rank = len(ledger.entries)
            half_day = HalfDay.AFTERNOON if rank % 2 else HalfDay.MORNING
            day = first + timedelta(days=rank // 2)
            ledger = ledger.add(DayEntry(UUID(int=rank), PhaseCode(code), day, half_day, "1", ""))
    return ledger
