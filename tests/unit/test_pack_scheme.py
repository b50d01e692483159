"""A scheme pack read from bytes: what is accepted, and each refusal with its file, table and key."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.errors import InvalidData
from app.domain.quantities import Cents
from app.domain.scheme import (
    CriterionKind,
    DayCapReading,
    DeMinimisRule,
    ExpenseDateBasis,
    PhaseCode,
    RuleId,
    SizeClass,
    UnitCap,
)
from app.packs.schemes import load_scheme
from app.packs.source import PackSource

PACK = """
[pack]
kind = "scheme"
id = "essai"
version = "1"
title = "Essai"
author = "Projet Jalon"
licence = "CC-BY-4.0"
official = false
valid_from = 2020-01-01
valid_until = 2020-12-31
source = "Test"

[scheme]
region_code = "00"
region_name = "Ailleurs"
fictional = true
reference_prefix = "ZZ"
accompaniment_min_days = 5
warn_above_days = 30
sme_max_employees = 249
mid_cap_max_employees = 4999
providers = ["Un", "Deux"]

[[funder]]
code = "region"
name = "Région"
role = "Paie."

[[phase]]
code = "one"
title = "Étape un"
min_days = 4.5
max_days = 5
unit_cap = { amount_euros = 700.50, days = 0.5 }
rates = { sme = 1.00, mid_cap = 0.35, large = 0 }
[[phase]]
code = "two"
title = "Étape deux"
min_days = 0
rates = { sme = 0.50, mid_cap = 0.50, large = 0 }
advance_rate = 0.70

[company_funding]
path_cap_euros = 36000
capped_by_equity = true
expenses_until = 2020-12-31
expense_date_basis = "invoice"
day_cap_reading = "days"
de_minimis_phases = ["one"]
de_minimis_sizes = ["mid_cap"]
state_share = 0.25

[company_funding.rules]
invoiced = "R1"
phase_minimum = "R1"
unit_cap = "R1"
phase_days = "R1"
path_cap = "R1"
rate = "R1"
equity = "R1"
deadline = "R1"
grant = "R1"
company = "R1"
advance = "R2"
balance = "R1"

[programme]
state_share = 0.5
ceiling_euros = 8000
gifas_ceiling_euros = 18000
credit_limit_euros = 80000000
target_companies = 400
target_until = 2020-12-31
min_companies = 100
min_companies_overseas = 30
base_phases = ["one", "two"]
counted_phases = ["two"]

[programme.rules]
gross = "R1"
state_share = "R1"
ceiling = "R1"
average = "R1"
gifas_ceiling = "R1"
counted = "R1"
minimum_days = "R1"
filing_date = "R1"
base = "R1"
credit_limit = "R1"
minimum_size = "R1"

[[criterion]]
id = "staff"
kind = "employees_max"
rule = "R2"
bound = 4999
[[criterion]]
id = "place"
kind = "service_in_region"
rule = "R2"

[[rule]]
id = "R1"
sentence = "Une règle."
heading = "Titre"
source = "Test"
[[rule]]
id = "R2"
sentence = "Une autre."
heading = "Titre"
source = "Test"
"""


def source(text: str) -> PackSource:
    return PackSource("essai.toml", text.encode())


def changed(old: str, new: str) -> PackSource:
    assert old in PACK
    return source(PACK.replace(old, new, 1))


def without(table: str) -> str:
    """The pack without the tables that begin with a name."""
    kept, keep = [], True
    for line in PACK.splitlines():
        if line.startswith("["):
            keep = not line.startswith(f"[{table}")
        if keep:
            kept.append(line)
    return "\n".join(kept)


def test_a_complete_pack_becomes_a_catalogue() -> None:
    scheme = load_scheme(source(PACK))
    one, two = scheme.phases

    assert (one.min_half_days, one.max_half_days, one.advance_rate) == (9, 10, None)
    assert one.unit_cap == UnitCap(amount=70_050, half_days=1)  # type: ignore[arg-type]
    assert one.rates == {SizeClass.SME: 1, SizeClass.MID_CAP: Decimal("0.35"), SizeClass.LARGE: 0}
    assert (two.max_half_days, two.unit_cap, two.advance_rate) == (None, None, Decimal("0.70"))
    assert [criterion.kind for criterion in scheme.criteria] == [
        CriterionKind.EMPLOYEES_MAX,
        CriterionKind.SERVICE_IN_REGION,
    ]
    assert scheme.criteria[0].bound == 4_999
    assert scheme.providers == ("Un", "Deux")
    assert scheme.header.in_force(date(2020, 12, 31))
    assert not scheme.header.in_force(date(2021, 1, 1))


def test_company_funding_is_read_exactly() -> None:
    funding = load_scheme(source(PACK)).company_funding

    assert funding is not None
    assert funding.path_cap == 3_600_000
    assert funding.expenses_until == date(2020, 12, 31)
    assert funding.expense_date_basis is ExpenseDateBasis.INVOICE
    assert funding.day_cap_reading is DayCapReading.DAYS
    assert funding.state_share == Decimal("0.25")
    assert funding.de_minimis_phases == (PhaseCode("one"),)
    assert funding.rules["advance"] == RuleId("R2")


def test_a_region_states_its_ceiling_of_de_minimis_aid_with_its_dated_source() -> None:
    told = """
[company_funding.de_minimis]
regulations = ["2023/2831"]
group_perimeter = true
ceiling_euros = 300
period_years = 3
stated_in = "Délibération fictive"
stated_on = 2024-02-01

[company_funding.rules]"""
    funding = load_scheme(source(PACK.replace("\n[company_funding.rules]", told, 1))).company_funding
    assert funding is not None
    assert funding.de_minimis == DeMinimisRule(
        ("2023/2831",), Cents(30_000), 3, stated_in="Délibération fictive", stated_on=date(2024, 2, 1)
    )


def test_a_programme_is_read_exactly() -> None:
    programme = load_scheme(source(PACK)).programme

    assert programme is not None
    assert (programme.ceiling, programme.gifas_ceiling, programme.credit_limit) == (800_000, 1_800_000, 8_000_000_000)
    assert programme.base_phases == ("one", "two")
    assert programme.counted_phases == ("two",)


def test_a_scheme_may_fund_no_company() -> None:
    text = "\n".join(line for line in without("company_funding").splitlines() if not line.startswith("rates"))
    scheme = load_scheme(source(text))

    assert scheme.company_funding is None
    assert all(not phase.rates for phase in scheme.phases)


def test_rates_without_funding_are_refused() -> None:
    with pytest.raises(InvalidData) as refusal:
        load_scheme(source(without("company_funding")))

    assert (refusal.value.code, refusal.value.params["table"]) == ("pack.rates_without_funding", "phase[1]")


@pytest.mark.parametrize(
    ("old", "new", "code", "table", "key"),
    [
        ("sme = 1.00", "sme = 1.01", "pack.out_of_range", "phase[1].rates", "sme"),
        ("sme = 1.00", "sme = -0.5", "pack.out_of_range", "phase[1].rates", "sme"),
        ("sme = 1.00", "sme = nan", "pack.wrong_type", "phase[1].rates", "sme"),
        ("sme = 1.00", 'sme = "100 %"', "pack.wrong_type", "phase[1].rates", "sme"),
        ("sme = 1.00", "small = 1.00", "pack.missing_key", "phase[1].rates", "sme"),
        (", large = 0 }", ", large = 0, huge = 0 }", "pack.unknown_key", "phase[1].rates", "huge"),
        ("advance_rate = 0.70", "advance_rate = 70", "pack.out_of_range", "phase[2]", "advance_rate"),
        ("state_share = 0.25", "state_share = 2", "pack.out_of_range", "company_funding", "state_share"),
        ('code = "two"', 'code = "one"', "pack.duplicate", "phase[2]", "code"),
        (
            'de_minimis_phases = ["one"]',
            'de_minimis_phases = ["three"]',
            "pack.unknown_reference",
            "company_funding",
            "de_minimis_phases",
        ),
        ('base_phases = ["one", "two"]', 'base_phases = ["one", "one"]', "pack.duplicate", "programme", "base_phases"),
        ('counted_phases = ["two"]', 'counted_phases = ["x"]', "pack.unknown_reference", "programme", "counted_phases"),
        ("min_days = 4.5", "min_days = 4.75", "pack.not_half_days", "phase[1]", "min_days"),
        ("min_days = 4.5", "min_days = 5.5", "pack.days_reversed", "phase[1]", "max_days"),
        ("min_days = 4.5", "min_days = -1", "pack.out_of_range", "phase[1]", "min_days"),
        ("amount_euros = 700.50", "amount_euros = 700.505", "pack.not_cents", "phase[1].unit_cap", "amount_euros"),
        ("days = 0.5 }", "days = 0 }", "pack.no_unit", "phase[1].unit_cap", "days"),
        ("path_cap_euros = 36000", "path_cap_euros = -1", "pack.out_of_range", "company_funding", "path_cap_euros"),
        ("path_cap_euros = 36000", "path_cap = 36000", "pack.unknown_key", "company_funding", "path_cap"),
        ('= "invoice"', '= "someday"', "pack.unknown_value", "company_funding", "expense_date_basis"),
        ('= "days"', '= "hours"', "pack.unknown_value", "company_funding", "day_cap_reading"),
        ('["mid_cap"]', '["giant"]', "pack.unknown_value", "company_funding", "de_minimis_sizes"),
        ('rate = "R1"', 'rate = "R9"', "pack.unknown_reference", "company_funding.rules", "rate"),
        ('rate = "R1"\n', "", "pack.missing_key", "company_funding.rules", "rate"),
        ('equity = "R1"\n', "", "pack.missing_key", "company_funding.rules", "equity"),
        ('deadline = "R1"\n', "", "pack.missing_key", "company_funding.rules", "deadline"),
        ("capped_by_equity = true", "capped_by_equity = false", "pack.unknown_key", "company_funding.rules", "equity"),
        ('average = "R1"', 'average = "R9"', "pack.unknown_reference", "programme.rules", "average"),
        ('rule = "R2"', 'rule = "R9"', "pack.unknown_reference", "criterion[1]", "rule"),
        ('id = "place"', 'id = "staff"', "pack.duplicate", "criterion[2]", "id"),
        ("bound = 4999\n", "", "pack.missing_key", "criterion[1]", "bound"),
        ('"service_in_region"', '"service_in_region"\nbound = 3', "pack.unknown_key", "criterion[2]", "bound"),
        ('"service_in_region"', '"full_moon"', "pack.unknown_value", "criterion[2]", "kind"),
        ('id = "R2"', 'id = "R1"', "pack.duplicate", "rule[2]", "id"),
        ('sentence = "Une autre."', 'sentence = ""', "pack.empty_text", "rule[2]", "sentence"),
        ('reference_prefix = "ZZ"', 'reference_prefix = "Occ"', "pack.bad_prefix", "scheme", "reference_prefix"),
        ("warn_above_days = 30", "warn_above_days = 4", "pack.days_reversed", "scheme", "warn_above_days"),
        ("= 4999\nproviders", "= 10\nproviders", "pack.sizes_reversed", "scheme", "mid_cap_max_employees"),
        ("fictional = true", 'fictional = "oui"', "pack.wrong_type", "scheme", "fictional"),
        ('providers = ["Un", "Deux"]', 'providers = ["Un", "Un"]', "pack.duplicate", "scheme", "providers"),
        ("[[funder]]", "[funder]", "pack.wrong_type", "document", "funder"),
        ("[company_funding]", "[[company_funding]]", "pack.wrong_type", "document", "company_funding"),
        ("[programme]", "[plan]\n[programme]", "pack.unknown_key", "document", "plan"),
        ("valid_until = 2020-12-31", "valid_until = 2019-12-31", "pack.dates_reversed", "pack", "valid_until"),
    ],
)
def test_a_refusal_names_file_table_and_key(old: str, new: str, code: str, table: str, key: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        load_scheme(changed(old, new))

    assert refusal.value.code == code
    assert (refusal.value.params["file"], refusal.value.params["table"], refusal.value.params["key"]) == (
        "essai.toml",
        table,
        key,
    )


def test_a_rule_that_no_line_needs_is_not_asked_for() -> None:
    text = PACK.replace("capped_by_equity = true", "capped_by_equity = false").replace('equity = "R1"\n', "")
    funding = load_scheme(source(text)).company_funding

    assert funding is not None
    assert not funding.capped_by_equity
    assert "equity" not in funding.rules
