"""Loads a scheme pack: phases, criteria, rules and, when it has them, company funding and programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from app.domain.packs import PackKind
from app.domain.readings import ServiceReadings
from app.domain.scheme import (
    Criterion,
    CriterionKind,
    Funder,
    Phase,
    PhaseCode,
    Rule,
    RuleId,
    Scheme,
    SizeClass,
    UnitCap,
)
from app.packs.header import open_pack
from app.packs.scheme_funding import company_funding, programme
from app.packs.scheme_readings import readings
from app.packs.source import PackSource
from app.packs.table import Table, choice, unique_codes

BOUNDED = frozenset({CriterionKind.EMPLOYEES_MAX, CriterionKind.ASSOCIATION, CriterionKind.BALANCE_SHEET_MONTHS})
"""Criteria that need a bound: staff, percent of receipts, months."""

MAX_BOUND = 1_000_000
PREFIX_LENGTH = 2


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of tables of a scheme, codes already known to be unique."""

    funders: tuple[Table, ...]
    phases: tuple[Table, ...]
    criteria: tuple[Table, ...]
    rules: tuple[Table, ...]


def load_scheme(source: PackSource) -> Scheme:
    """A scheme pack as a frozen catalogue.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.unknown_reference`, `pack.dates_reversed`,
            `pack.days_reversed`, `pack.sizes_reversed`, `pack.bad_prefix`, `pack.rates_without_funding`, `pack.phases_overlap`.
    """
    header, document = open_pack(source, PackKind.SCHEME)
    main = document.table("scheme")
    lists = _lists(document)
    rules = MappingProxyType({rule.id: rule for rule in map(_rule, lists.rules)})
    funded = document.has("company_funding")
    phases = tuple(_phase(table, funded=funded) for table in lists.phases)
    scheme = Scheme(
        header=header,
        region_code=main.text("region_code") if main.has("region_code") else None,
        region_name=main.text("region_name") if main.has("region_name") else None,
        fictional=main.boolean("fictional"),
        reference_prefix=_prefix(main),
        accompaniment_min_half_days=main.days("accompaniment_min_days"),
        warn_above_half_days=main.days("warn_above_days"),
        sme_max_employees=main.integer("sme_max_employees", 0, MAX_BOUND),
        mid_cap_max_employees=main.integer("mid_cap_max_employees", 0, MAX_BOUND),
        funders=tuple(_funder(table) for table in lists.funders),
        phases=phases,
        criteria=tuple(_criterion(table, rules) for table in lists.criteria),
        rules=rules,
        company_funding=company_funding(document.table("company_funding"), phases, rules) if funded else None,
        providers=main.texts("providers"),
        programme=programme(document.table("programme"), phases, rules) if document.has("programme") else None,
        service_readings=readings(main, ServiceReadings),
    )
    _refuse_reversed(main, scheme)
    main.close()
    document.close()
    return scheme


def _lists(document: Table) -> _Lists:
    lists = _Lists(
        document.tables("funder"), document.tables("phase"), document.tables("criterion"), document.tables("rule")
    )
    unique_codes(lists.funders, "code")
    unique_codes(lists.phases, "code")
    _refuse_overlap(lists.phases)
    unique_codes(lists.criteria, "id")
    unique_codes(lists.rules, "id")
    return lists


def _refuse_overlap(phases: tuple[Table, ...]) -> None:
    """A day belongs to one phase, told by its title: two phases of one title would both claim it."""
    seen: dict[str, str] = {}
    for table in phases:
        title, code = table.text("title"), table.text("code")
        other = seen.setdefault(" ".join(title.casefold().split()), code)
        if other != code:
            raise table.refusal("pack.phases_overlap", "title", found=title, other=other)


def _prefix(main: Table) -> str:
    prefix = main.text("reference_prefix")
    if len(prefix) != PREFIX_LENGTH or not all("A" <= letter <= "Z" for letter in prefix):
        raise main.refusal("pack.bad_prefix", "reference_prefix", found=prefix)
    return prefix


def _refuse_reversed(main: Table, scheme: Scheme) -> None:
    if scheme.warn_above_half_days < scheme.accompaniment_min_half_days:
        raise main.refusal("pack.days_reversed", "warn_above_days")
    if scheme.mid_cap_max_employees < scheme.sme_max_employees:
        raise main.refusal("pack.sizes_reversed", "mid_cap_max_employees")


def _rule(table: Table) -> Rule:
    rule = Rule(RuleId(table.text("id")), table.text("sentence"), table.text("heading"), table.text("source"))
    table.close()
    return rule


def _funder(table: Table) -> Funder:
    funder = Funder(table.text("code"), table.text("name"), table.text("role"))
    table.close()
    return funder


def _phase(table: Table, *, funded: bool) -> Phase:
    phase = Phase(
        code=PhaseCode(table.text("code")),
        title=table.text("title"),
        rates=_rates(table, funded=funded),
        min_half_days=table.days("min_days"),
        max_half_days=table.days("max_days") if table.has("max_days") else None,
        unit_cap=_unit_cap(table.table("unit_cap")) if table.has("unit_cap") else None,
        advance_rate=table.rate("advance_rate") if table.has("advance_rate") else None,
    )
    if phase.max_half_days is not None and phase.max_half_days < phase.min_half_days:
        raise table.refusal("pack.days_reversed", "max_days")
    table.close()
    return phase


def _rates(table: Table, *, funded: bool) -> Mapping[SizeClass, Decimal]:
    if not funded:
        if table.has("rates"):
            raise table.refusal("pack.rates_without_funding", "rates")
        return MappingProxyType({})
    rates = table.table("rates")
    found = MappingProxyType({size: rates.rate(size.value) for size in SizeClass})
    rates.close()
    return found


def _unit_cap(table: Table) -> UnitCap:
    cap = UnitCap(table.euros("amount_euros"), table.days("days"))
    if cap.half_days == 0:
        raise table.refusal("pack.no_unit", "days")
    table.close()
    return cap


def _criterion(table: Table, rules: Mapping[RuleId, Rule]) -> Criterion:
    kind = choice(table, "kind", CriterionKind)
    bound = table.integer("bound", 1, MAX_BOUND) if kind in BOUNDED else 0
    criterion = Criterion(table.text("id"), kind, RuleId(table.text("rule")), bound)
    if criterion.rule not in rules:
        raise table.refusal("pack.unknown_reference", "rule", found=criterion.rule)
    table.close()
    return criterion
