"""Reads the two moneys of a scheme pack: what it pays to one company, what the State pays to a Region."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from app.domain.programme_admission import DEFAULT_ADMISSION, AdmissionRules, Bearer
from app.domain.readings import FundingReadings, ProgrammeReadings
from app.domain.scheme import (
    CompanyFunding,
    DayCapReading,
    DeMinimisRule,
    ExpenseDateBasis,
    Phase,
    PhaseCode,
    Programme,
    Rule,
    RuleId,
    SizeClass,
)
from app.packs.scheme_readings import readings
from app.packs.table import Table, choice, choices

ALWAYS_CITED = ("invoiced", "phase_minimum", "rate", "deadline", "grant", "company", "balance")
"""Funding lines that every scheme may print, so whose rule every pack cites."""

OWN_OF_PHASE = ("rate", "phase_days")
"""Funding lines whose rule a phase may have of its own, cited as `<line>.<phase>`."""

PROGRAMME_LINES = (
    "gross",
    "state_share",
    "ceiling",
    "average",
    "gifas_ceiling",
    "counted",
    "minimum_days",
    "filing_date",
    "base",
    "credit_limit",
    "minimum_size",
)
"""Parameters of a programme, each with its rule."""

MAX_COMPANIES = 1_000_000
MAX_YEARS = 20


def company_funding(table: Table, phases: Sequence[Phase], rules: Mapping[RuleId, Rule]) -> CompanyFunding:
    """What the scheme pays to one company.

    Raises:
        InvalidData: Any refusal of `Table`, `pack.unknown_reference` for a phase or a rule that the pack does not hold.
    """
    path_cap = table.euros("path_cap_euros") if table.has("path_cap_euros") else None
    by_equity = table.boolean("capped_by_equity")
    until = table.day("expenses_until") if table.has("expenses_until") else None
    lines = {
        "unit_cap": any(phase.unit_cap is not None for phase in phases),
        "phase_days": any(phase.max_half_days is not None for phase in phases),
        "path_cap": path_cap is not None,
        "equity": by_equity,
        "advance": any(phase.advance_rate is not None for phase in phases),
    }
    needed = (*ALWAYS_CITED, *(line for line, used in lines.items() if used))
    cited = table.table("rules")
    own = (f"{line}.{phase.code}" for phase in phases for line in OWN_OF_PHASE)
    needed = (*needed, *(line for line in own if cited.has(line)))
    funding = partial(
        CompanyFunding,
        path_cap=path_cap,
        capped_by_equity=by_equity,
        expenses_until=until,
        expense_date_basis=choice(table, "expense_date_basis", ExpenseDateBasis),
        day_cap_reading=choice(table, "day_cap_reading", DayCapReading),
        de_minimis_phases=_phases(table, "de_minimis_phases", phases),
        de_minimis_sizes=choices(table, "de_minimis_sizes", SizeClass),
        state_share=table.rate("state_share") if table.has("state_share") else None,
        readings=readings(table, FundingReadings),
        de_minimis=_de_minimis(table.table("de_minimis")) if table.has("de_minimis") else None,
    )
    table.close()  # before the rules: a misspelt cap is named as such, not as a rule in excess
    return funding(rules=_cited(cited, needed, rules))


def _de_minimis(table: Table) -> DeMinimisRule:
    rule = DeMinimisRule(
        regulations=table.texts("regulations"),
        ceiling=table.euros("ceiling_euros") if table.has("ceiling_euros") else None,
        period_years=table.integer("period_years", 1, MAX_YEARS) if table.has("period_years") else None,
        group_perimeter=table.boolean("group_perimeter"),
        stated_in=table.text("stated_in") if table.has("stated_in") else "",
        stated_on=table.day("stated_on") if table.has("stated_on") else None,
    )
    table.close()
    return rule


def programme(table: Table, phases: Sequence[Phase], rules: Mapping[RuleId, Rule]) -> Programme:
    """What the State pays to a Region for a whole programme.

    Raises:
        InvalidData: Any refusal of `Table`, `pack.unknown_reference` for a phase or a rule that the pack does not hold.
    """
    found = Programme(
        state_share=table.rate("state_share"),
        ceiling=table.euros("ceiling_euros"),
        gifas_ceiling=table.euros("gifas_ceiling_euros"),
        credit_limit=table.euros("credit_limit_euros"),
        target_companies=table.integer("target_companies", 1, MAX_COMPANIES),
        target_until=table.day("target_until"),
        min_companies=table.integer("min_companies", 1, MAX_COMPANIES),
        min_companies_overseas=table.integer("min_companies_overseas", 1, MAX_COMPANIES),
        base_phases=_phases(table, "base_phases", phases),
        counted_phases=_phases(table, "counted_phases", phases),
        rules=_cited(table.table("rules"), PROGRAMME_LINES, rules),
        base_readings=_base_readings(table, phases),
        readings=readings(table, ProgrammeReadings),
        admission=admission_rules(table.table("admission")) if table.has("admission") else DEFAULT_ADMISSION,
    )
    table.close()
    return found


def admission_rules(table: Table) -> AdmissionRules:
    """Conditions of admission that a table writes; a key that is left out keeps the documented default."""
    kept = DEFAULT_ADMISSION
    found = AdmissionRules(
        bearers=choices(table, "bearers", Bearer) if table.has("bearers") else kept.bearers,
        outside_call_until=(
            table.day("outside_call_until") if table.has("outside_call_until") else kept.outside_call_until
        ),
        last_day_counts=table.boolean("last_day_counts") if table.has("last_day_counts") else kept.last_day_counts,
        ecological_share=table.rate("ecological_share") if table.has("ecological_share") else kept.ecological_share,
        reserve_binds=table.boolean("reserve_binds") if table.has("reserve_binds") else kept.reserve_binds,
    )
    table.close()
    return found


def _base_readings(table: Table, phases: Sequence[Phase]) -> Mapping[str, tuple[PhaseCode, ...]]:
    if not table.has("base_readings"):
        return MappingProxyType({})
    bases = table.table("base_readings")
    found = {name: _phases(bases, name, phases) for name in bases.keys()}  # noqa: SIM118 a table
    return MappingProxyType(found)


def _phases(table: Table, key: str, phases: Sequence[Phase]) -> tuple[PhaseCode, ...]:
    known = {phase.code for phase in phases}
    codes = tuple(PhaseCode(code) for code in table.texts(key))
    for code in codes:
        if code not in known:
            raise table.refusal("pack.unknown_reference", key, found=code)
    return codes


def _cited(table: Table, lines: Sequence[str], rules: Mapping[RuleId, Rule]) -> Mapping[str, RuleId]:
    cited = {line: RuleId(table.text(line)) for line in lines}
    for line, rule in cited.items():
        if rule not in rules:
            raise table.refusal("pack.unknown_reference", line, found=rule)
    table.close()
    return MappingProxyType(cited)
