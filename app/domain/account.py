"""The account of a mission: what was invoiced, what of it the scheme accepts, and its funding beside the plan's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.days import Ledger, counted_half_days
from app.domain.errors import DomainError
from app.domain.expenses import Expense
from app.domain.funding import FundingResult, PhasePlan, Settlement, fund, funding_request, settle
from app.domain.mission import Mission, MissionFile
from app.domain.quantities import NO_CENTS, Cents
from app.domain.scheme import CompanyFunding, PhaseCode, RuleId, Scheme


class ExpenseState(StrEnum):
    """What the scheme makes of an invoice line."""

    ACCEPTED = "accepted"
    UNPAID = "unpaid"
    TOO_LATE = "too_late"
    NOT_ACCREDITED = "not_accredited"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An invoice line with its state and the rule that decides it."""

    expense: Expense
    state: ExpenseState
    rule: RuleId


@dataclass(frozen=True, slots=True)
class Account:
    """Funding of what was invoiced; public aid and what the company pays add up to every invoice.

    Attributes:
        lines: Every invoice line, in the order given.
        result: Funding of the accepted ones, the days being those of the ledger.
        invoiced: All that was invoiced, in cents.
        waiting: Invoices still unpaid, in cents: they may be accepted later.
        refused: Invoices that the scheme does not accept, in cents.
        grant: Public aid, in cents.
        company: What the company pays, refused and waiting invoices included, in cents.
    """

    lines: tuple[AccountLine, ...]
    result: FundingResult
    invoiced: Cents
    waiting: Cents
    refused: Cents
    grant: Cents
    company: Cents


@dataclass(frozen=True, slots=True)
class PhaseGap:
    """One phase planned and invoiced: both grants in cents, and the second minus the first."""

    phase: PhaseCode
    planned: Cents
    invoiced: Cents
    gap: int


def account(
    expenses: Iterable[Expense],
    ledger: Ledger,
    scheme: Scheme,
    *,
    employees: int | None,
    equity: Cents | None,
    opened_on: date,
    fictional: bool | None = None,
) -> Account:
    """Funding of what was invoiced and done.

    Args:
        expenses: Invoice lines, in any order.
        ledger: Half-days; those that count give the days of each phase.
        scheme: Dated scheme pack.
        employees: Staff, or None while unknown.
        equity: Own funds in cents, or None while unknown.
        opened_on: Civil day on which the mission was opened.
        fictional: Whether the mission is invented; None says the same as the scheme.

    Raises:
        DomainError: `funding.not_computable` when the pack has no company-level rate.
        InvalidData: `phase.unknown`.

    Source: FACTS.md §4.2, B1 (accredited provider), B4 (deciding date), B9 (justified expenses).
    """
    funding = scheme.company_funding
    if funding is None:
        raise DomainError("funding.not_computable", scheme=scheme.header.title)
    invented = scheme.fictional if fictional is None else fictional
    lines = tuple(_line(expense, scheme, funding, fictional=invented) for expense in expenses)
    accepted: dict[PhaseCode, Cents] = {}
    for line in lines:
        if line.state is ExpenseState.ACCEPTED:
            phase = scheme.phase(line.expense.phase).code
            accepted[phase] = Cents(accepted.get(phase, NO_CENTS) + line.expense.amount)
    plans = tuple(
        PhasePlan(phase, counted_half_days(ledger, phase, scheme.service_readings), cost)
        for phase, cost in accepted.items()
    )
    request = funding_request(plans, scheme, employees=employees, equity=equity, opened_on=opened_on)
    result = fund(request, scheme)
    invoiced = _sum(lines, *ExpenseState)
    return Account(
        lines=lines,
        result=result,
        invoiced=invoiced,
        waiting=_sum(lines, ExpenseState.UNPAID),
        refused=_sum(lines, ExpenseState.TOO_LATE, ExpenseState.NOT_ACCREDITED),
        grant=result.grant,
        company=Cents(invoiced - result.grant),
    )


def account_of(file: MissionFile, scheme: Scheme) -> Account:
    """The account of a mission as the window, the paper and the checks show it; same refusals as `account`."""
    mission = file.mission
    return account(
        file.expenses,
        file.ledger,
        scheme,
        employees=mission.company.employees,
        equity=mission.company.equity,
        opened_on=mission.opened_on,
        fictional=mission.fictional,
    )


def funding_of(mission: Mission, plans: tuple[PhasePlan, ...], scheme: Scheme) -> FundingResult:
    """Funding of a mission for a set of phase plans, as the window, the paper, the seal and the server show it.

    Raises:
        DomainError: `funding.not_computable`, `funding.phase_twice`, `funding.negative`.
    """
    company = mission.company
    asked = funding_request(
        plans, scheme, employees=company.employees, equity=company.equity, opened_on=mission.opened_on
    )
    return fund(asked, scheme)


def is_accredited(provider: str, scheme: Scheme, *, fictional: bool) -> bool:
    """Whether the scheme accepts a provider: one of its list, capitals and outer spaces aside.

    An empty list accepts everyone, and an invented mission is never held against a list of real providers, nor a real
    mission against a list of invented ones.
    """
    if fictional is not scheme.fictional:
        return True
    known = {name.strip().casefold() for name in scheme.providers}
    return not known or provider.strip().casefold() in known


def gaps(planned: FundingResult, invoiced: FundingResult) -> tuple[PhaseGap, ...]:
    """The grant of each phase in the plan and in the account, for every phase that either holds."""
    first = {phase.phase: phase.grant for phase in planned.phases}
    second = {phase.phase: phase.grant for phase in invoiced.phases}
    order = dict.fromkeys((*first, *second))
    return tuple(
        PhaseGap(
            phase,
            first.get(phase, NO_CENTS),
            second.get(phase, NO_CENTS),
            second.get(phase, NO_CENTS) - first.get(phase, NO_CENTS),
        )
        for phase in order
    )


def settlements(result: FundingResult, advances: Mapping[PhaseCode, Cents]) -> Mapping[PhaseCode, Settlement]:
    """Balance or overpayment of each phase once its advance is known; an advance on a phase without grant is overpaid."""
    due = {phase.phase: phase.grant for phase in result.phases}
    return {
        phase: settle(due.get(phase, NO_CENTS), advances.get(phase, NO_CENTS))
        for phase in dict.fromkeys((*due, *advances))
    }


def _line(expense: Expense, scheme: Scheme, funding: CompanyFunding, *, fictional: bool) -> AccountLine:
    if not is_accredited(expense.invoicing_provider, scheme, fictional=fictional):
        return AccountLine(expense, ExpenseState.NOT_ACCREDITED, funding.rules["invoiced"])
    decides = expense.deciding_day(funding.expense_date_basis)
    if decides is None:
        state = ExpenseState.ACCEPTED if funding.readings.unpaid_counts else ExpenseState.UNPAID
        return AccountLine(expense, state, funding.rules["balance"])
    if funding.expenses_until is not None and decides > funding.expenses_until:
        return AccountLine(expense, ExpenseState.TOO_LATE, funding.rules["deadline"])
    return AccountLine(expense, ExpenseState.ACCEPTED, funding.rules["invoiced"])


def _sum(lines: Iterable[AccountLine], *states: ExpenseState) -> Cents:
    return Cents(sum(line.expense.amount for line in lines if line.state in states))
