"""Checks of the funding: a scenario that agrees with the work done, invoices that the scheme accepts. Source: FACTS.md §4.2."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.account import is_accredited
from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if
from app.domain.days import counted_half_days
from app.domain.funding import PhasePlan
from app.domain.quantities import NO_CENTS, NO_DAYS
from app.domain.scheme import PhaseCode


def _no_scenario(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(subject.scheme.company_funding is not None and subject.file.chosen_scenario is None)


def _equity_unknown(subject: CheckSubject) -> Iterable[Hit]:
    funding = subject.scheme.company_funding
    return hit_if(funding is not None and funding.capped_by_equity and subject.mission.company.equity is None)


def _plans(subject: CheckSubject) -> dict[PhaseCode, PhasePlan]:
    """Plans of the chosen scenario, by phase."""
    chosen = subject.file.chosen_scenario
    return {plan.phase: plan for plan in chosen.plans} if chosen is not None else {}


def _days_differ(subject: CheckSubject) -> Iterable[Hit]:
    """A phase that has not begun is compared at the end of the accompaniment only."""
    plans, ledger = _plans(subject), subject.file.ledger
    if not plans or ledger.total == 0:
        return
    for phase in subject.scheme.phases:
        done = counted_half_days(ledger, phase.code, subject.scheme.service_readings)
        planned = plans[phase.code].half_days if phase.code in plans else NO_DAYS
        if done != planned and (done > 0 or subject.leaving):
            yield hit(phase=phase.title, planned=planned, done=done)


def _cost_differs(subject: CheckSubject) -> Iterable[Hit]:
    """A phase without any invoice yet is not compared."""
    plans = _plans(subject)
    if not plans:
        return
    for phase in subject.scheme.phases:
        invoiced = [expense.amount for expense in subject.file.expenses if expense.phase == phase.code]
        planned = plans[phase.code].cost if phase.code in plans else NO_CENTS
        if invoiced and sum(invoiced) != planned:
            yield hit(phase=phase.title, planned=planned, invoiced=sum(invoiced))


def _expense_late(subject: CheckSubject) -> Iterable[Hit]:
    funding = subject.scheme.company_funding
    if funding is None or funding.expenses_until is None:
        return
    for expense in subject.file.expenses:
        day = expense.deciding_day(funding.expense_date_basis)
        if day is not None and day > funding.expenses_until:
            found = hit(number=expense.invoice_number, day=day, until=funding.expenses_until)
            yield replace(found, field=f"expense_{funding.expense_date_basis}_day")


def _expense_provider(subject: CheckSubject) -> Iterable[Hit]:
    for expense in subject.file.expenses:
        if not is_accredited(expense.invoicing_provider, subject.scheme, fictional=subject.mission.fictional):
            yield hit(number=expense.invoice_number, provider=expense.invoicing_provider)


RULES = (
    CheckRule("funding.no_scenario", Severity.ERROR, Place.FUNDING, _no_scenario),
    CheckRule("funding.equity_unknown", Severity.WARNING, Place.COMPANY, _equity_unknown, "equity"),
    CheckRule("funding.days_differ", Severity.WARNING, Place.FUNDING, _days_differ),
    CheckRule("funding.cost_differs", Severity.WARNING, Place.FUNDING, _cost_differs),
    CheckRule("funding.expense_late", Severity.WARNING, Place.SESSIONS, _expense_late),
    CheckRule("funding.expense_provider", Severity.WARNING, Place.SESSIONS, _expense_provider, "expense_invoicing"),
)
"""The scenario, then the invoices."""
