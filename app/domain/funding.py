"""What the scheme pays to one company: retained expense, grant, what the company pays, each with the rule that made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import DomainError
from app.domain.quantities import NO_CENTS, Cents, HalfDays, per_unit, share_of
from app.domain.readings import EquityOrder, NegativeEquity, UnitCapBasis
from app.domain.scheme import CompanyFunding, DayCapReading, Phase, PhaseCode, RuleId, Scheme, SizeClass, UnitCap


class LineKind(StrEnum):
    """Kinds of funding lines; each has its rule in the scheme's pack."""

    INVOICED = "invoiced"
    RETAINED = "retained"
    PHASE_GRANT = "phase_grant"
    EQUITY = "equity"
    GRANT = "grant"
    COMPANY = "company"
    ADVANCE = "advance"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class DayRate:
    """Half-days of a phase at one price, and what they cost in all, in cents."""

    half_days: HalfDays
    cost: Cents


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """Days and cost of one phase, planned or invoiced.

    Attributes:
        phase: Phase of the scheme.
        half_days: Half-days of service.
        cost: Cost excluding VAT, all expenses included, in cents.
        expense_day: Civil day that decides, or None when every payment is planned before the scheme's end.
        day_rates: The same half-days and cost by day rate, or nothing when there is only one rate.
    """

    phase: PhaseCode
    half_days: HalfDays
    cost: Cents
    expense_day: date | None = None
    day_rates: tuple[DayRate, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingRequest:
    """What the engine needs to know of a mission.

    Attributes:
        plans: At most one per phase, in any order.
        size: Size class of the company.
        equity: Own funds in cents, or None while unknown (the limit is then not applied, and said so).
        opened_on: Civil day on which the mission was opened.
    """

    plans: tuple[PhasePlan, ...]
    size: SizeClass
    equity: Cents | None
    opened_on: date


def funding_request(
    plans: tuple[PhasePlan, ...], scheme: Scheme, *, employees: int | None, equity: Cents | None, opened_on: date
) -> FundingRequest:
    """What the engine needs, from what a mission holds.

    While the staff is unknown the company is taken for an SME, which the checks before closing forbid.
    """
    size = SizeClass.SME if employees is None else scheme.size_class(employees)
    return FundingRequest(plans, size, equity, opened_on)


@dataclass(frozen=True, slots=True)
class Step:
    """One bound looked at for a figure: the smallest wins.

    Attributes:
        name: Key of the bound (`invoiced`, `unit_cap`, `phase_days`, `path_cap`, `deadline`, `phase_minimum`).
        rule: Rule of the pack.
        amount: The bound, in cents.
        decided: Whether it made the figure smaller than what was invoiced.
    """

    name: str
    rule: RuleId
    amount: Cents
    decided: bool


@dataclass(frozen=True, slots=True)
class FundingLine:
    """One figure with its origin.

    Attributes:
        kind: What the figure is.
        phase: Its phase, or None for the whole path.
        amount: In cents.
        rule: Rule that made it: the bound that bit, when one did.
        capped: Whether a cap made it smaller.
        steps: The bounds looked at, for « Pourquoi ce montant ? ».
    """

    kind: LineKind
    phase: PhaseCode | None
    amount: Cents
    rule: RuleId
    capped: bool = False
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseFunding:
    """One phase: invoiced, retained, grant, and the highest advance with its balance (None: one payment at the end)."""

    phase: PhaseCode
    half_days: HalfDays
    invoiced: Cents
    retained: Cents
    grant: Cents
    max_advance: Cents | None
    balance: Cents | None


@dataclass(frozen=True, slots=True)
class FundingResult:
    """Funding of one company. Public aid and what the company pays always add up to what is invoiced.

    Attributes:
        phases: One per planned phase, in the scheme's order.
        lines: Every figure with its rule, in the order of the paper.
        invoiced: Total invoiced, in cents.
        grant: Public aid, in cents.
        company: What the company pays, in cents.
        closed_on: End of the scheme when the mission was opened outside its validity: nothing is funded; else None.
        equity_known: Whether the limit by equity could be looked at.
        by_funder: Share of each funder, in cents, only when the pack fixes `state_share` (keys `state`, `region`).
    """

    phases: tuple[PhaseFunding, ...]
    lines: tuple[FundingLine, ...]
    invoiced: Cents
    grant: Cents
    company: Cents
    closed_on: date | None
    equity_known: bool
    by_funder: Mapping[str, Cents]


def _bounds(
    plan: PhasePlan, phase: Phase, funding: CompanyFunding, remaining: Cents | None, *, closed: bool
) -> list[tuple[str, Cents]]:
    """Bounds of what is retained of a phase, in the order in which they are told."""
    bounds: list[tuple[str, Cents]] = []
    late = (
        funding.expenses_until is not None
        and plan.expense_day is not None
        and plan.expense_day > funding.expenses_until
    )
    if late or closed:
        bounds.append(("deadline", NO_CENTS))
    if plan.half_days < phase.min_half_days:
        bounds.append(("phase_minimum", NO_CENTS))
    if phase.unit_cap is not None:
        bounds.append(("unit_cap", _unit_bound(plan, phase.unit_cap, funding)))
        if phase.max_half_days is not None:
            bounds.append(("phase_days", _price(phase.unit_cap, phase.max_half_days, funding)))
    most = phase.max_half_days
    if funding.day_cap_reading is DayCapReading.DAYS and most is not None and plan.half_days > most:
        bounds.append(("phase_days", per_unit(plan.cost, most, plan.half_days, funding.readings.rounding)))
    if remaining is not None:
        bounds.append(("path_cap", remaining))
    return bounds


def _price(cap: UnitCap, half_days: int, funding: CompanyFunding) -> Cents:
    return per_unit(cap.amount, half_days, cap.half_days, funding.readings.rounding)


def _unit_bound(plan: PhasePlan, cap: UnitCap, funding: CompanyFunding) -> Cents:
    """What the cap by unit of work lets through: on the phase's average, or rate by rate (FACTS.md §4.6 point 9)."""
    if funding.readings.unit_cap_basis is UnitCapBasis.PHASE_AVERAGE or not plan.day_rates:
        return _price(cap, plan.half_days, funding)
    return Cents(sum(min(rate.cost, _price(cap, rate.half_days, funding)) for rate in plan.day_rates))


def _retained(
    plan: PhasePlan, phase: Phase, funding: CompanyFunding, remaining: Cents | None, *, closed: bool
) -> FundingLine:
    bounds = _bounds(plan, phase, funding, remaining, closed=closed)
    amount = Cents(min([plan.cost, *(bound for _, bound in bounds)]))
    capped = amount < plan.cost
    winner = next(name for name, bound in bounds if bound == amount) if capped else "invoiced"
    steps = [Step("invoiced", funding.rule("invoiced", plan.phase), plan.cost, decided=False)]
    told: set[str] = set()
    for name, bound in bounds:
        decided = name == winner and bound == amount and name not in told
        steps.append(Step(name, funding.rule(name, plan.phase), bound, decided=decided))
        if decided:
            told.add(name)
    return FundingLine(LineKind.RETAINED, plan.phase, amount, funding.rule(winner, plan.phase), capped, tuple(steps))


def _limit_by_equity(grants: list[Cents], equity: Cents, order: EquityOrder) -> list[Cents]:
    """Grants of the phases under a limit of 0 or more, in the order of the reading (FACTS.md §4.6 point 10)."""
    limit, total = int(equity), sum(grants)
    if limit >= total:
        return grants
    if order is EquityOrder.PRO_RATA:
        ends = [sum(grants[: rank + 1]) * limit // total for rank in range(len(grants))]
        return [Cents(end - start) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    kept = list(reversed(grants)) if order is EquityOrder.FIRST_FIRST else list(grants)
    for rank, grant in enumerate(kept):
        kept[rank] = Cents(min(grant, limit))
        limit -= kept[rank]
    return list(reversed(kept)) if order is EquityOrder.FIRST_FIRST else kept


def _equity_limit(request: FundingRequest, funding: CompanyFunding) -> Cents | None:
    """Highest grant by equity, or None when nothing limits it (FACTS.md §4.6 point 11 for a negative one)."""
    if not funding.capped_by_equity or request.equity is None:
        return None
    if request.equity < 0 and funding.readings.negative_equity is NegativeEquity.NOT_LIMITED:
        return None
    return Cents(max(request.equity, 0))


def max_advance(grant: Cents, rate: Decimal) -> Cents:
    """Highest advance on a grant, rounded down to the cent so that the rate is never passed. Source: FACTS.md §4.2, B10."""
    return Cents(int((Decimal(grant) * rate).to_integral_value(ROUND_DOWN)))


def check_advance(asked: Cents, grant: Cents, rate: Decimal) -> Cents:
    """An advance that may be asked for.

    Raises:
        DomainError: `funding.advance_too_high` above the rate of the scheme.
    """
    highest = max_advance(grant, rate)
    if asked > highest:
        raise DomainError("funding.advance_too_high", asked=asked, highest=highest)
    return asked


@dataclass(frozen=True, slots=True)
class Settlement:
    """End of a phase's payment: what is still due, or what was paid in excess (recovery is not described by the scheme)."""

    balance: Cents
    overpaid: Cents


def settle(grant_due: Cents, advance_paid: Cents) -> Settlement:
    """Balance or overpayment once expenses are justified. Source: FACTS.md §4.2, vector B-20."""
    return Settlement(Cents(max(grant_due - advance_paid, 0)), Cents(max(advance_paid - grant_due, 0)))


def _check_request(request: FundingRequest, scheme: Scheme) -> None:
    seen: set[PhaseCode] = set()
    for plan in request.plans:
        scheme.phase(plan.phase)
        if plan.phase in seen:
            raise DomainError("funding.phase_twice", phase=plan.phase)
        if plan.half_days < 0 or plan.cost < 0:
            raise DomainError("funding.negative", phase=plan.phase)
        _check_rates(plan)
        seen.add(plan.phase)


def _check_rates(plan: PhasePlan) -> None:
    rates = plan.day_rates
    if any(rate.half_days < 0 or rate.cost < 0 for rate in rates):
        raise DomainError("funding.negative", phase=plan.phase)
    sums = (sum(rate.half_days for rate in rates), sum(rate.cost for rate in rates))
    if rates and sums != (plan.half_days, plan.cost):
        raise DomainError("funding.rates_mismatch", phase=plan.phase)


def fund(request: FundingRequest, scheme: Scheme) -> FundingResult:
    """Funding of one company under a scheme (the what-if of the plan, or the account of what was invoiced).

    Raises:
        DomainError: `funding.not_computable` when the pack has no company-level rate (never 0 €); `funding.phase_twice`;
            `funding.negative`; `funding.rates_mismatch` when the day rates do not add up to the phase.
        InvalidData: `phase.unknown`.

    Source: FACTS.md §4.2, rules B1 to B11; the open points, rounding among them, are `CompanyFunding.readings`.
    """
    funding = scheme.company_funding
    if funding is None:
        raise DomainError("funding.not_computable", scheme=scheme.header.title)
    _check_request(request, scheme)
    closed = not scheme.header.in_force(request.opened_on)
    by_phase = {plan.phase: plan for plan in request.plans}
    remaining = funding.path_cap
    retained: list[FundingLine] = []
    planned = [phase for phase in scheme.phases if phase.code in by_phase]
    for phase in planned:
        line = _retained(by_phase[phase.code], phase, funding, remaining, closed=closed)
        if remaining is not None:
            remaining = Cents(remaining - line.amount)
        retained.append(line)
    zero = Decimal(0)
    grants = [
        share_of(line.amount, phase.rates.get(request.size, zero), funding.readings.rounding)
        for phase, line in zip(planned, retained, strict=True)
    ]
    limit = _equity_limit(request, funding)
    limited = grants if limit is None else _limit_by_equity(grants, limit, funding.readings.equity_order)
    plans = [by_phase[phase.code] for phase in planned]
    phases = tuple(
        _phase_funding(plan, phase, line.amount, grant)
        for plan, phase, line, grant in zip(plans, planned, retained, limited, strict=True)
    )
    return _result(request, scheme, funding, phases=phases, retained=retained, before_equity=grants)


def _phase_funding(plan: PhasePlan, phase: Phase, retained: Cents, grant: Cents) -> PhaseFunding:
    advance = balance = None
    if phase.advance_rate is not None:
        advance = max_advance(grant, phase.advance_rate)
        balance = Cents(grant - advance)
    return PhaseFunding(plan.phase, plan.half_days, plan.cost, retained, grant, advance, balance)


def _result(
    request: FundingRequest,
    scheme: Scheme,
    funding: CompanyFunding,
    *,
    phases: tuple[PhaseFunding, ...],
    retained: list[FundingLine],
    before_equity: list[Cents],
) -> FundingResult:
    invoiced = Cents(sum(phase.invoiced for phase in phases))
    grant = Cents(sum(phase.grant for phase in phases))
    lines: list[FundingLine] = []
    for phase, line, uncapped in zip(phases, retained, before_equity, strict=True):
        lines.append(FundingLine(LineKind.INVOICED, phase.phase, phase.invoiced, funding.rules["invoiced"]))
        lines.append(line)
        lines.append(FundingLine(LineKind.PHASE_GRANT, phase.phase, uncapped, funding.rule("rate", phase.phase)))
    equity_bit = grant < sum(before_equity)
    bound = _equity_limit(request, funding)
    if bound is not None:
        lines.append(FundingLine(LineKind.EQUITY, None, bound, funding.rules["equity"], equity_bit))
    rule = funding.rules["equity" if equity_bit else "grant"]
    lines.append(FundingLine(LineKind.GRANT, None, grant, rule, equity_bit))
    lines.append(FundingLine(LineKind.COMPANY, None, Cents(invoiced - grant), funding.rules["company"]))
    lines.extend(_payment_lines(phases, funding))
    return FundingResult(
        phases=phases,
        lines=tuple(lines),
        invoiced=invoiced,
        grant=grant,
        company=Cents(invoiced - grant),
        closed_on=None if scheme.header.in_force(request.opened_on) else scheme.header.valid_until,
        equity_known=request.equity is not None,
        by_funder=_shares(grant, funding),
    )


def _payment_lines(phases: Iterable[PhaseFunding], funding: CompanyFunding) -> list[FundingLine]:
    return [
        FundingLine(kind, phase.phase, amount, funding.rules[kind])
        for phase in phases
        for kind, amount in ((LineKind.ADVANCE, phase.max_advance), (LineKind.BALANCE, phase.balance))
        if amount is not None
    ]


def _shares(grant: Cents, funding: CompanyFunding) -> Mapping[str, Cents]:
    if funding.state_share is None:
        return MappingProxyType({})
    state = share_of(grant, funding.state_share, funding.readings.rounding)
    return MappingProxyType({"state": state, "region": Cents(grant - state)})
