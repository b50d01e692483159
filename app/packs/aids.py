"""Loads an aid pack: the dated parameters of one calculator."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from app.domain.ademe import FeeBand, FlatFee, InvestmentAid, StudyAid, Zone
from app.domain.aids import AidFamily, AidRules, BeneficiarySize
from app.domain.extra_depreciation import ExtraDepreciation
from app.domain.packs import PackHeader, PackKind
from app.domain.quantities import Cents
from app.domain.scheme import Rule, RuleId
from app.packs.header import open_pack
from app.packs.source import PackSource
from app.packs.table import Table, choice, unique_codes

AidPack = ExtraDepreciation | StudyAid | FlatFee | InvestmentAid

MAX_STAFF = 1_000_000
MAX_MONTHS = 120

_LINES: Mapping[AidFamily, tuple[str, ...]] = MappingProxyType(
    {
        AidFamily.EXTRA_DEPRECIATION: (
            "audience",
            "goods",
            "new",
            "order",
            "period",
            "deduction",
            "total_deducted",
            "saving",
        ),
        AidFamily.STUDY: ("independent", "base", "rate"),
        AidFamily.FLAT_FEE: ("audience", "trigger", "fee"),
        AidFamily.INVESTMENT: ("base", "rate", "bonus", "advance", "cumulation"),
    }
)
"""Conditions and figures of each calculator, each with its rule."""


def load_aid(source: PackSource) -> AidPack:
    """An aid pack as frozen parameters.

    Raises:
        InvalidData: Any refusal of `open_pack` and `Table`, `pack.duplicate`, `pack.unknown_reference`, `pack.dates_reversed`,
            `pack.bands_broken`.
    """
    header, document = open_pack(source, PackKind.AID)
    main = document.table("aid")
    family = choice(main, "family", AidFamily)
    rules = _rules(header, document, main, _LINES[family])
    found = _READ[family](rules, main, document)
    main.close()
    document.close()
    return found


def _rules(header: PackHeader, document: Table, main: Table, lines: Sequence[str]) -> AidRules:
    tables = document.tables("rule")
    unique_codes(tables, "id")
    held: dict[RuleId, Rule] = {}
    for table in tables:
        rule = Rule(RuleId(table.text("id")), table.text("sentence"), table.text("heading"), table.text("source"))
        table.close()
        held[rule.id] = rule
    cited = main.table("rules")
    found = {line: RuleId(cited.text(line)) for line in lines}
    for line, rule_id in found.items():
        if rule_id not in held:
            raise cited.refusal("pack.unknown_reference", line, found=rule_id)
    cited.close()
    return AidRules(header, MappingProxyType(held), MappingProxyType(found))


def _extra_depreciation(rules: AidRules, main: Table, document: Table) -> ExtraDepreciation:
    goods = document.tables("goods")
    unique_codes(goods, "code")
    labels = {table.text("code"): table.text("label") for table in goods}
    for table in goods:
        table.close()
    found = ExtraDepreciation(
        rules=rules,
        deduction_rate=main.rate("deduction_rate"),
        top_tax_rate=main.rate("top_tax_rate"),
        ordered_after=main.day("ordered_after"),
        acquired_from=main.day("acquired_from"),
        acquired_until=main.day("acquired_until"),
        deposit_rate=main.rate("deposit_rate"),
        deposit_before=main.day("deposit_before"),
        deposit_day_counts=main.boolean("deposit_day_counts"),
        delivery_months=main.integer("delivery_months", 1, MAX_MONTHS),
        goods=MappingProxyType(labels),
    )
    if found.acquired_until < found.acquired_from:
        raise main.refusal("pack.dates_reversed", "acquired_until")
    return found


def _study(rules: AidRules, main: Table, document: Table) -> StudyAid:
    caps = main.table("base_caps_euros")
    base_caps: dict[str, Cents] = {kind: caps.euros(kind) for kind in caps.keys()}  # noqa: SIM118 a table
    rates = main.table("rates")
    by_size = {size: rates.rate(size.value) for size in BeneficiarySize}
    rates.close()
    return StudyAid(rules, MappingProxyType(by_size), MappingProxyType(base_caps))


def _flat_fee(rules: AidRules, main: Table, document: Table) -> FlatFee:
    bands: list[FeeBand] = []
    for table in main.tables("band"):
        band = FeeBand(
            staff_from=table.integer("staff_from", 0, MAX_STAFF),
            staff_to=table.integer("staff_to", 0, MAX_STAFF),
            trigger=table.euros("trigger_euros"),
            fee=table.euros("fee_euros"),
            paid_to=table.text("paid_to"),
        )
        expected = bands[-1].staff_to + 1 if bands else 0
        if band.staff_from != expected or band.staff_to < band.staff_from:
            raise table.refusal("pack.bands_broken", "staff_from", expected=expected)
        table.close()
        bands.append(band)
    return FlatFee(rules, tuple(bands), main.integer("audience_staff_max", 0, MAX_STAFF))


def _investment(rules: AidRules, main: Table, document: Table) -> InvestmentAid:
    categories = main.table("rates")
    rates = {name: _by_size(categories.table(name)) for name in categories.keys()}  # noqa: SIM118 a table
    zones = main.table("bonuses")
    bonuses: dict[Zone, Decimal] = {zone: zones.rate(zone.value) for zone in Zone}
    zones.close()
    return InvestmentAid(rules, MappingProxyType(rates), MappingProxyType(bonuses), main.rate("advance_bonus"))


def _by_size(table: Table) -> Mapping[BeneficiarySize, Decimal]:
    found = {size: table.rate(size.value) for size in BeneficiarySize if table.has(size.value)}
    table.close()
    return MappingProxyType(found)


_READ: Mapping[AidFamily, Callable[[AidRules, Table, Table], AidPack]] = MappingProxyType(
    {
        AidFamily.EXTRA_DEPRECIATION: _extra_depreciation,
        AidFamily.STUDY: _study,
        AidFamily.FLAT_FEE: _flat_fee,
        AidFamily.INVESTMENT: _investment,
    }
)
