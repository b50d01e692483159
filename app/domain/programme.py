"""What the State pays to a Region for a whole programme; the ceiling is judged on average, never company by company."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import DomainError
from app.domain.mission import ProgrammeOperator
from app.domain.programme_admission import Admission, AdmissionFacts, admission, credits_open
from app.domain.quantities import NO_CENTS, Cents, HalfDays, share_of
from app.domain.readings import CeilingReading, CountingUnit, GifasBasis, SizeBoundReading
from app.domain.scheme import PhaseCode, Programme, RuleId, Scheme, SizeClass

NO_RATE = Decimal(0)
NOTHING_KNOWN = AdmissionFacts()
FULL_RATE = Decimal(1)


class NotCounted(StrEnum):
    """Why services of a counted phase stay out of the ceiling."""

    TOO_SHORT = "too_short"
    BEFORE_FILING = "before_filing"
    LARGE_COMPANY = "large_company"


class ProgrammeLineKind(StrEnum):
    """Figures of a programme; each has its rule in the pack."""

    GROSS = "gross"
    BASE = "base"
    HALF = "half"
    CEILING = "ceiling"
    CREDIT_LIMIT = "credit_limit"
    STATE_GRANT = "state_grant"
    REGION_NET = "region_net"
    COMPANY_SHARE = "company_share"


class SizeState(StrEnum):
    """Whether a programme has the size that the State asks for."""

    REACHED = "reached"
    EXCEPTION = "exception"
    EXCEPTION_POSSIBLE = "exception_possible"
    TOO_SMALL = "too_small"


_MADE_BY: Mapping[ProgrammeLineKind, str] = MappingProxyType(
    {
        ProgrammeLineKind.HALF: "state_share",
        ProgrammeLineKind.CEILING: "ceiling",
        ProgrammeLineKind.CREDIT_LIMIT: "credit_limit",
    }
)
"""Parameter whose rule made the grant, by the bound that won."""


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """Services of one phase that share a cost, a take-up rate and an operator.

    Attributes:
        phase: Phase of the national scheme.
        services: How many services, 0 or more.
        average_cost: Average cost of one service, in cents excluding VAT.
        takeup_rate: Part of it that the Region bears, 0 to 1.
        companies: Distinct companies served, at most `services`; None when each service is of another company.
        operator: Who carries them out.
        aerospace: Whether the companies belong to the aerospace sector.
        size: Size class of the companies.
        half_days: Length of each service in half-days, or None when it is at least the scheme's minimum.
        started_on: Civil day of their start, or None when it follows the filing.
    """

    phase: PhaseCode
    services: int
    average_cost: Cents
    takeup_rate: Decimal
    companies: int | None = None
    operator: ProgrammeOperator = ProgrammeOperator.OTHER
    aerospace: bool = False
    size: SizeClass = SizeClass.SME
    half_days: HalfDays | None = None
    started_on: date | None = None

    @property
    def gross(self) -> Cents:
        """Cost to the Region, in cents. Source: FACTS.md §4.1, A8."""
        return share_of(self.total, self.takeup_rate)

    @property
    def total(self) -> Cents:
        """Cost of the services, whoever pays, in cents."""
        return Cents(self.services * self.average_cost)


@dataclass(frozen=True, slots=True)
class ProgrammeRequest:
    """A Region's programme.

    Attributes:
        groups: In any order.
        filed_on: Civil day on which the complete file was filed, or None before it.
        base: Name of one of the pack's other bases, or None for its default one.
        overseas: Whether the bearer is an overseas or Corsican authority.
        significant_part: Whether the target covers a significant part of its sector (exception to the minimum size), or None.
        named_by_sector: Whether the sector's strategic committee named the project (same exception), or None.
        admission: What is known of its bearer, of its request and of its effects.
    """

    groups: tuple[ServiceGroup, ...]
    filed_on: date | None = None
    base: str | None = None
    overseas: bool = False
    significant_part: bool | None = None
    named_by_sector: bool | None = None
    admission: AdmissionFacts = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """One figure with its rule; `phase` is None for the whole programme, `decided` marks the bound that made the grant."""

    kind: ProgrammeLineKind
    phase: PhaseCode | None
    amount: Cents
    rule: RuleId
    decided: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeResult:
    """Funding of a programme; State, Region and companies always add up to the whole cost.

    Attributes:
        lines: Every figure with its rule.
        gross: Cost to the Region before the State's aid, in cents.
        base: Cost that the State looks at, in cents.
        half: The State's share of the base, in cents.
        ceiling: Highest aid by the companies counted, in cents; None under the reading where it limits nothing.
        state_grant: What the State pays to the Region, in cents.
        region_net: What remains to the Region, in cents.
        company_share: What the companies pay, in cents.
        counted: Companies (or services) counted at the ordinary ceiling.
        counted_gifas: The same at the higher ceiling.
        not_counted: How many stay out of the ceiling, by reason.
        size: Whether the programme is large enough.
        admission: State of the conditions on its bearer and on its request.
    """

    lines: tuple[ProgrammeLine, ...]
    gross: Cents
    base: Cents
    half: Cents
    ceiling: Cents | None
    state_grant: Cents
    region_net: Cents
    company_share: Cents
    counted: int
    counted_gifas: int
    not_counted: Mapping[NotCounted, int]
    size: SizeState
    admission: Admission


def fund_programme(request: ProgrammeRequest, scheme: Scheme) -> ProgrammeResult:
    """Funding of a Region's programme by the State.

    Raises:
        DomainError: `programme.not_computable` when the pack says nothing of it; `programme.negative`, `programme.rate`,
            `programme.companies` or `programme.base_unknown`.
        InvalidData: `phase.unknown`.

    Source: FACTS.md §4.1, rules A1 to A18; the open points are `Programme.readings`.
    """
    programme = scheme.programme
    if programme is None:
        raise DomainError("programme.not_computable", scheme=scheme.header.title)
    phases = _base_phases(request, programme)
    for group in request.groups:
        _check(group, scheme)
    judged = [(group, _not_counted(group, request, scheme, programme)) for group in request.groups]
    in_base = [
        group.gross
        for group, reason in judged
        if group.phase in phases and (reason is None or programme.readings.uncounted_cost_in_base)
    ]
    base = Cents(sum(in_base))
    half = share_of(base, programme.state_share)
    counted = [group for group, reason in judged if reason is None and group.phase in programme.counted_phases]
    higher = sum(_units(group, programme) for group in counted if _at_higher_ceiling(group, programme))
    ordinary = sum(_units(group, programme) for group in counted) - higher
    ceiling = None
    if programme.readings.ceiling is CeilingReading.MAXIMUM:
        ceiling = Cents(ordinary * programme.ceiling + higher * programme.gifas_ceiling)
    return _result(
        request,
        programme,
        amounts=(base, half, ceiling),
        counts=(ordinary, higher),
        left_out=_left_out(judged, programme),
    )


def programme_size(count: int, request: ProgrammeRequest, programme: Programme) -> SizeState:
    """Whether a number of companies is enough, or may pass by exception (metropolitan programmes only).

    Source: FACTS.md §4.1, A15; exactly the minimum is an open point (`minimum_size`).
    """
    least = programme.min_companies_overseas if request.overseas else programme.min_companies
    if count > least or (count == least and programme.readings.minimum_size is SizeBoundReading.AT_LEAST):
        return SizeState.REACHED
    conditions = (request.significant_part, request.named_by_sector)
    if request.overseas or count >= least or False in conditions:
        return SizeState.TOO_SMALL
    return SizeState.EXCEPTION_POSSIBLE if None in conditions else SizeState.EXCEPTION


def _base_phases(request: ProgrammeRequest, programme: Programme) -> tuple[PhaseCode, ...]:
    if request.base is None:
        return programme.base_phases
    if request.base not in programme.base_readings:
        raise DomainError("programme.base_unknown", base=request.base, known=tuple(programme.base_readings))
    return programme.base_readings[request.base]


def _check(group: ServiceGroup, scheme: Scheme) -> None:
    scheme.phase(group.phase)
    given = (group.services, group.average_cost, group.half_days, group.companies)
    if any(one is not None and one < 0 for one in given):
        raise DomainError("programme.negative", phase=group.phase)
    if not NO_RATE <= group.takeup_rate <= FULL_RATE:
        raise DomainError("programme.rate", phase=group.phase)
    if group.companies is not None and group.companies > group.services:
        raise DomainError("programme.companies", phase=group.phase)


def _not_counted(
    group: ServiceGroup, request: ProgrammeRequest, scheme: Scheme, programme: Programme
) -> NotCounted | None:
    """Why a group of a counted phase stays out of the ceiling; None for another phase: it has nothing to stay out of."""
    if group.phase not in programme.counted_phases:
        return None
    if group.half_days is not None and group.half_days < scheme.accompaniment_min_half_days:
        return NotCounted.TOO_SHORT
    if group.started_on is not None and not _after_filing(group.started_on, request.filed_on, programme):
        return NotCounted.BEFORE_FILING
    mid_cap_out = group.size is SizeClass.MID_CAP and not programme.readings.mid_caps_count
    if group.size is SizeClass.LARGE or (mid_cap_out and not _at_higher_ceiling(group, programme)):
        return NotCounted.LARGE_COMPANY
    return None


def _after_filing(started_on: date, filed_on: date | None, programme: Programme) -> bool:
    if filed_on is None:
        return False
    return started_on > filed_on or (started_on == filed_on and programme.readings.filing_day_counts)


def _at_higher_ceiling(group: ServiceGroup, programme: Programme) -> bool:
    if programme.readings.gifas_basis is GifasBasis.SECTOR:
        return group.aerospace
    return group.operator is ProgrammeOperator.GIFAS


def _units(group: ServiceGroup, programme: Programme) -> int:
    if group.companies is None or programme.readings.counting_unit is CountingUnit.SERVICES:
        return group.services
    return group.companies


def _left_out(
    judged: Iterable[tuple[ServiceGroup, NotCounted | None]], programme: Programme
) -> Mapping[NotCounted, int]:
    found = dict.fromkeys(NotCounted, 0)
    for group, reason in judged:
        if reason is not None:
            found[reason] += _units(group, programme)
    return MappingProxyType({reason: count for reason, count in found.items() if count})


def _result(
    request: ProgrammeRequest,
    programme: Programme,
    *,
    amounts: tuple[Cents, Cents, Cents | None],
    counts: tuple[int, int],
    left_out: Mapping[NotCounted, int],
) -> ProgrammeResult:
    base, half, ceiling = amounts
    bounds = _bounds(half, ceiling, request, programme)
    grant = min(bounds.values())
    winner = next(kind for kind, bound in bounds.items() if bound == grant)
    gross = Cents(sum(group.gross for group in request.groups))
    net = Cents(gross - grant)
    companies = Cents(sum(group.total for group in request.groups) - gross)
    rules = programme.rules
    lines = [
        *_gross_lines(request.groups, programme),
        ProgrammeLine(ProgrammeLineKind.BASE, None, base, rules["base"]),
        *_bound_lines(bounds, winner, programme, higher=bool(counts[1])),
        ProgrammeLine(ProgrammeLineKind.STATE_GRANT, None, grant, rules[_MADE_BY[winner]]),
        ProgrammeLine(ProgrammeLineKind.REGION_NET, None, net, rules["state_share"]),
        ProgrammeLine(ProgrammeLineKind.COMPANY_SHARE, None, companies, rules["gross"]),
    ]
    size = programme_size(sum(counts), request, programme)
    admitted = admission(request.admission, programme.admission)
    figures = (tuple(lines), gross, base, half, ceiling, grant, net, companies)
    return ProgrammeResult(*figures, counts[0], counts[1], left_out, size, admitted)


def _bounds(
    half: Cents, ceiling: Cents | None, request: ProgrammeRequest, programme: Programme
) -> Mapping[ProgrammeLineKind, Cents]:
    """Bounds of the State's grant: the smallest wins, the first of equals."""
    credit = credits_open(programme.credit_limit, request.admission, programme.admission)
    bounds = {ProgrammeLineKind.HALF: half, ProgrammeLineKind.CREDIT_LIMIT: credit}
    return bounds if ceiling is None else {**bounds, ProgrammeLineKind.CEILING: ceiling}


def _bound_lines(
    bounds: Mapping[ProgrammeLineKind, Cents], winner: ProgrammeLineKind, programme: Programme, *, higher: bool
) -> list[ProgrammeLine]:
    """The half and the ceiling; the credits of the whole programme only when they decide."""
    rules = programme.rules
    cited = {
        ProgrammeLineKind.HALF: rules["state_share"],
        ProgrammeLineKind.CEILING: rules["gifas_ceiling" if higher else "average"],
        ProgrammeLineKind.CREDIT_LIMIT: rules["credit_limit"],
    }
    told = [kind for kind in cited if kind in bounds and (kind is winner or kind is not ProgrammeLineKind.CREDIT_LIMIT)]
    return [ProgrammeLine(kind, None, bounds[kind], cited[kind], decided=kind is winner) for kind in told]


def _gross_lines(groups: tuple[ServiceGroup, ...], programme: Programme) -> list[ProgrammeLine]:
    by_phase: dict[PhaseCode, Cents] = {}
    for group in groups:
        by_phase[group.phase] = Cents(by_phase.get(group.phase, NO_CENTS) + group.gross)
    rule = programme.rules["gross"]
    return [ProgrammeLine(ProgrammeLineKind.GROSS, phase, gross, rule) for phase, gross in by_phase.items()]
