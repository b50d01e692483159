"""A scheme (dispositif): phases, rates, caps, criteria and open readings of a Region's or the State's rules, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.errors import InvalidData
from app.domain.packs import PackHeader
from app.domain.programme_admission import DEFAULT_ADMISSION, AdmissionRules
from app.domain.quantities import Cents, HalfDays
from app.domain.readings import (
    DEFAULT_FUNDING_READINGS,
    DEFAULT_PROGRAMME_READINGS,
    DEFAULT_SERVICE_READINGS,
    FundingReadings,
    ProgrammeReadings,
    ServiceReadings,
)

PhaseCode = NewType("PhaseCode", str)
RuleId = NewType("RuleId", str)


class SizeClass(StrEnum):
    """Size of a company by its staff. Source: FACTS.md §2.7."""

    SME = "sme"
    MID_CAP = "mid_cap"
    LARGE = "large"


class DayCapReading(StrEnum):
    """Whether the day cap of a phase limits the money or also whose days are paid (FACTS.md §4.2, vector B-12)."""

    MONEY = "money"
    DAYS = "days"


class ExpenseDateBasis(StrEnum):
    """Which date of an expense decides (FACTS.md §4.6 point 20)."""

    PAYMENT = "payment"
    INVOICE = "invoice"
    SERVICE = "service"


class CriterionKind(StrEnum):
    """Shapes of eligibility criteria that packs can use. Source: FACTS.md §2.7."""

    INDUSTRIAL_ACTIVITY = "industrial_activity"
    EMPLOYEES_MAX = "employees_max"
    ASSOCIATION = "association"
    BALANCE_SHEET_MONTHS = "balance_sheet_months"
    ESTABLISHMENT_IN_REGION = "establishment_in_region"
    SERVICE_IN_REGION = "service_in_region"
    NOT_IN_DIFFICULTY = "not_in_difficulty"
    TAX_AND_SOCIAL = "tax_and_social"
    DE_MINIMIS_STATEMENT = "de_minimis_statement"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the scheme as people read it.

    Attributes:
        id: Stable identifier that figures cite.
        sentence: What it says, in French, for the paper and the screen.
        heading: Heading of the source under which it stands.
        source: Reference of the source.
    """

    id: RuleId
    sentence: str
    heading: str
    source: str


@dataclass(frozen=True, slots=True)
class UnitCap:
    """A cap in cents for each unit of work: a day (2 half-days) or a half-day (1)."""

    amount: Cents
    half_days: HalfDays


@dataclass(frozen=True, slots=True)
class Phase:
    """One standard service of the scheme.

    Attributes:
        code: Such as `phase_1`.
        title: French title.
        rates: Share paid by public aid for each size class, 0 to 1; empty when the scheme funds no company by itself.
        min_half_days: Under it nothing of the phase is retained.
        max_half_days: Half-days retained at most, or None.
        unit_cap: Cap by unit of work, all expenses included, or None.
        advance_rate: Highest advance as a share of the phase's grant, 0 to 1, or None for one payment at the end.
    """

    code: PhaseCode
    title: str
    rates: Mapping[SizeClass, Decimal]
    min_half_days: HalfDays
    max_half_days: HalfDays | None
    unit_cap: UnitCap | None
    advance_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One eligibility criterion of the scheme: its shape, its bound, the rule that states it.

    The bound is in persons (`employees_max`), months (`balance_sheet_months`) or percent of revenue (`association`); a
    criterion of another kind has none, which is 0.
    """

    id: str
    kind: CriterionKind
    rule: RuleId
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Funder:
    """A public funder, named on paper with the same prominence as the others."""

    code: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DeMinimisRule:
    """What the pack says of de minimis aid. No source gives an amount or a period: None until the Region states them.

    Attributes:
        regulations: Regulations named by the pack, in its order (FACTS.md §12.1 point 11: two on the same page).
        ceiling: Highest de minimis aid over the period, in cents, or None.
        period_years: Length of the period that ends on the day of the aid, in years, or None.
        group_perimeter: Whether the aid of the whole group (« entreprise unique ») is added up.
        stated_in: Text in which the ceiling and the period stand, or empty.
        stated_on: Civil day of that text, or None.
    """

    regulations: tuple[str, ...]
    ceiling: Cents | None = None
    period_years: int | None = None
    group_perimeter: bool = True
    stated_in: str = ""
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class CompanyFunding:
    """What the scheme pays to one company.

    Attributes:
        path_cap: Expense retained at most over all phases, in cents, or None.
        capped_by_equity: Whether the grant is limited by equity (never under 0).
        expenses_until: Last civil day of an accepted expense, or None.
        expense_date_basis: Which date of an expense decides.
        day_cap_reading: Reading of the cap in days.
        de_minimis_phases: Phases whose grant needs a de minimis statement from any company.
        de_minimis_sizes: Size classes that always need one.
        state_share: Part of the grant borne by the State, 0 to 1, or None when the scheme does not fix it.
        readings: Open points of the funding, with their defaults.
        de_minimis: What the pack says of de minimis aid, or None.
        rules: Which rule of the pack stands behind each kind of funding line (keys: `invoiced`, `phase_minimum`, `unit_cap`,
            `phase_days`, `path_cap`, `rate`, `equity`, `deadline`, `grant`, `company`, `advance`, `balance`; `rate` and
            `phase_days` may have one of their own for a phase, keyed `rate.<phase>`).
    """

    path_cap: Cents | None
    capped_by_equity: bool
    expenses_until: date | None
    expense_date_basis: ExpenseDateBasis
    day_cap_reading: DayCapReading
    de_minimis_phases: tuple[PhaseCode, ...]
    de_minimis_sizes: tuple[SizeClass, ...]
    state_share: Decimal | None
    rules: Mapping[str, RuleId]
    readings: FundingReadings = DEFAULT_FUNDING_READINGS
    de_minimis: DeMinimisRule | None = None

    def rule(self, line: str, phase: PhaseCode) -> RuleId:
        """Rule behind a kind of funding line for a phase: the phase's own when it has one."""
        return self.rules.get(f"{line}.{phase}", self.rules[line])


@dataclass(frozen=True, slots=True)
class Programme:
    """What the State pays to a Region for a whole programme; never applied company by company. Source: FACTS.md §4.1.

    Attributes:
        state_share: Part of the envelope borne by the State, 0 to 1.
        ceiling: Highest aid of the State per company accompanied, in cents, on average over the programme.
        gifas_ceiling: The same for a company accompanied by GIFAS.
        credit_limit: Highest credits of the whole national programme, in cents.
        target_companies: Companies that the national programme aims at.
        target_until: Last civil day of that aim (FACTS.md §12.1 point 1: 2022, elsewhere 2020).
        min_companies: Fewest companies of a Region's programme.
        min_companies_overseas: Fewest companies overseas and in Corsica.
        base_phases: Phases whose cost enters the base (an open reading: with or without awareness).
        base_readings: Other bases that a text allows, by name (FACTS.md §12.1 point 5).
        counted_phases: Phases that count for the ceiling.
        readings: Open points, with their defaults.
        admission: Conditions on who bears a programme and when it is asked for, with their defaults.
        rules: Which rule of the pack stands behind each parameter (keys: `gross`, `state_share`, `ceiling`, `average`,
            `gifas_ceiling`, `counted`, `minimum_days`, `filing_date`, `base`, `credit_limit`, `minimum_size`).
    """

    state_share: Decimal
    ceiling: Cents
    gifas_ceiling: Cents
    credit_limit: Cents
    target_companies: int
    target_until: date
    min_companies: int
    min_companies_overseas: int
    base_phases: tuple[PhaseCode, ...]
    counted_phases: tuple[PhaseCode, ...]
    rules: Mapping[str, RuleId]
    base_readings: Mapping[str, tuple[PhaseCode, ...]]
    readings: ProgrammeReadings = DEFAULT_PROGRAMME_READINGS
    admission: AdmissionRules = DEFAULT_ADMISSION


@dataclass(frozen=True, slots=True)
class Scheme:
    """A whole scheme pack.

    Attributes:
        header: Identity and validity.
        region_code: INSEE code of the Region, or None for a national pack.
        region_name: Name of the Region, or None.
        fictional: Whether it exists for demonstration only.
        reference_prefix: Two letters that begin the readable references of its missions.
        accompaniment_min_half_days: From it on a service is an accompaniment (10 = 5 days).
        warn_above_half_days: Above it the days are warned about (60 = 30 days).
        sme_max_employees: Highest staff of an SME (249).
        mid_cap_max_employees: Highest staff of a mid-cap (4 999).
        funders: In the order of the pack.
        phases: In order.
        criteria: Eligibility criteria, in order.
        rules: Every rule cited, by identifier.
        company_funding: None when funding of one company cannot be computed under this pack.
        providers: Names of accredited providers, editable by whoever publishes the pack.
        programme: What the State pays to a Region, in a pack that says it, or None.
        service_readings: Open points of the length of services, with their defaults.
    """

    header: PackHeader
    region_code: str | None
    region_name: str | None
    fictional: bool
    reference_prefix: str
    accompaniment_min_half_days: HalfDays
    warn_above_half_days: HalfDays
    sme_max_employees: int
    mid_cap_max_employees: int
    funders: tuple[Funder, ...]
    phases: tuple[Phase, ...]
    criteria: tuple[Criterion, ...]
    rules: Mapping[RuleId, Rule]
    company_funding: CompanyFunding | None
    providers: tuple[str, ...]
    programme: Programme | None = None
    service_readings: ServiceReadings = DEFAULT_SERVICE_READINGS

    def phase(self, code: PhaseCode) -> Phase:
        """The phase of a code.

        Raises:
            InvalidData: `phase.unknown`.
        """
        for phase in self.phases:
            if phase.code == code:
                return phase
        raise InvalidData("phase.unknown", phase=code, pack=self.header.ref.id)

    def size_class(self, employees: int) -> SizeClass:
        """Size class of a staff count."""
        if employees <= self.sme_max_employees:
            return SizeClass.SME
        return SizeClass.MID_CAP if employees <= self.mid_cap_max_employees else SizeClass.LARGE
