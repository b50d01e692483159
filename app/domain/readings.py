"""Readings of what the sources leave open: each a named parameter of a scheme's pack, with a default. Table: docs/parameters.md."""

from dataclasses import dataclass
from enum import StrEnum


class Rounding(StrEnum):
    """How a line of money is rounded to the cent (FACTS.md §4.6 point 13)."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


class EquityOrder(StrEnum):
    """Which phase gives way first when equity limits the whole grant (FACTS.md §4.6 point 10)."""

    LAST_FIRST = "last_first"
    FIRST_FIRST = "first_first"
    PRO_RATA = "pro_rata"


class NegativeEquity(StrEnum):
    """What a negative equity does to the grant (FACTS.md §4.6 point 11)."""

    NO_GRANT = "no_grant"
    NOT_LIMITED = "not_limited"


class UnitCapBasis(StrEnum):
    """Whether the cap per day is judged on the average of the phase or on each day rate (FACTS.md §4.6 point 9)."""

    PHASE_AVERAGE = "phase_average"
    EACH_RATE = "each_rate"


class BoundaryScope(StrEnum):
    """Whether 5 and 30 days are judged on each service or on the whole path (FACTS.md §4.6 point 5)."""

    SERVICE = "service"
    PATH = "path"


class LongServiceReading(StrEnum):
    """What happens to a service above the length that the scheme speaks of (FACTS.md §4.6 point 7)."""

    WARNED = "warned"
    NOT_CREDITED = "not_credited"


class CountingUnit(StrEnum):
    """What the State's ceiling counts (FACTS.md §4.6 point 4)."""

    COMPANIES = "companies"
    SERVICES = "services"


class CeilingReading(StrEnum):
    """Whether the amount per company is the highest aid or the least one, which then limits nothing (FACTS.md §4.6 point 2)."""

    MAXIMUM = "maximum"
    MINIMUM = "minimum"


class SizeBoundReading(StrEnum):
    """Whether a programme of exactly the minimum size is accepted (FACTS.md §4.6 point 3)."""

    AT_LEAST = "at_least"
    ABOVE = "above"


class GifasBasis(StrEnum):
    """What opens the higher ceiling: GIFAS as operator, or the aerospace sector (FACTS.md §4.6 point 17)."""

    OPERATOR = "operator"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class ServiceReadings:
    """Open points of the length of services.

    Attributes:
        boundary_scope: What 5 and 30 days are judged on.
        long_service: What happens above the length that the scheme speaks of.
        remote_counts: Whether a half-day worked at a distance counts.
        same_half_day_counts_twice: Whether two consultants on the same half-day count for two.
        short_phase_counts: Whether the first phase alone, of exactly the minimum, counts as an accompaniment.
    """

    boundary_scope: BoundaryScope = BoundaryScope.SERVICE
    long_service: LongServiceReading = LongServiceReading.WARNED
    remote_counts: bool = True
    same_half_day_counts_twice: bool = True
    short_phase_counts: bool = True


@dataclass(frozen=True, slots=True)
class FundingReadings:
    """Open points of the funding of one company.

    Attributes:
        rounding: Rounding of each line.
        equity_order: Phase that gives way first under the limit by equity.
        negative_equity: What a negative equity does.
        unit_cap_basis: What the cap per day is judged on.
        unpaid_counts: Whether an invoice still unpaid is funded when the payment decides.
    """

    rounding: Rounding = Rounding.HALF_UP
    equity_order: EquityOrder = EquityOrder.LAST_FIRST
    negative_equity: NegativeEquity = NegativeEquity.NO_GRANT
    unit_cap_basis: UnitCapBasis = UnitCapBasis.PHASE_AVERAGE
    unpaid_counts: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeReadings:
    """Open points of what the State pays to a Region.

    Attributes:
        counting_unit: What the ceiling counts.
        ceiling: Whether the amount per company is a maximum.
        minimum_size: Whether exactly the minimum size is accepted.
        gifas_basis: What opens the higher ceiling.
        filing_day_counts: Whether an accompaniment started on the very day of filing counts.
        uncounted_cost_in_base: Whether the cost of an accompaniment that does not count stays in the base.
        mid_caps_count: Whether a mid-cap outside the higher ceiling counts.
    """

    counting_unit: CountingUnit = CountingUnit.COMPANIES
    ceiling: CeilingReading = CeilingReading.MAXIMUM
    minimum_size: SizeBoundReading = SizeBoundReading.AT_LEAST
    gifas_basis: GifasBasis = GifasBasis.OPERATOR
    filing_day_counts: bool = False
    uncounted_cost_in_base: bool = True
    mid_caps_count: bool = True


DEFAULT_SERVICE_READINGS = ServiceReadings()
DEFAULT_FUNDING_READINGS = FundingReadings()
DEFAULT_PROGRAMME_READINGS = ProgrammeReadings()
