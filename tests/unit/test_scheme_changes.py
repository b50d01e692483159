"""What differs between two schemes: each figure told once with its two values, nothing told when they say the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from app.domain.quantities import Cents, HalfDays
from app.domain.readings import Rounding
from app.domain.scheme import CompanyFunding, DayCapReading, ExpenseDateBasis, Scheme, SizeClass, UnitCap
from app.domain.scheme_changes import UNIT_OF, FactUnit, SchemeChange, SchemeFact, scheme_changes
from app.packs.library import PackLibrary
from app.packs.texts import Texts

LIBRARY = PackLibrary.shipped()
NOW = LIBRARY.scheme("occitanie-2020-2022")


def funding() -> CompanyFunding:
    assert NOW.company_funding is not None
    return NOW.company_funding


def with_phase(**changes: object) -> Scheme:
    return replace(NOW, phases=(replace(NOW.phases[0], **changes), *NOW.phases[1:]))  # type: ignore[arg-type]


def with_funding(**changes: object) -> Scheme:
    return replace(NOW, company_funding=replace(funding(), **changes))  # type: ignore[arg-type]


RATES = MappingProxyType({**NOW.phases[0].rates, SizeClass.SME: Decimal("0.80")})
CASES: list[tuple[Callable[[], Scheme], SchemeChange]] = [
    (
        lambda: with_phase(rates=RATES),
        SchemeChange(SchemeFact.RATE, "phase_1", "sme", Decimal("1.00"), Decimal("0.80")),
    ),
    (lambda: with_phase(max_half_days=HalfDays(12)), SchemeChange(SchemeFact.MAX_DAYS, "phase_1", "", 10, 12)),
    (
        lambda: with_phase(unit_cap=UnitCap(Cents(100_000), HalfDays(2))),
        SchemeChange(SchemeFact.UNIT_CAP, "phase_1", "", 120_000, 100_000),
    ),
    (
        lambda: with_phase(advance_rate=Decimal("0.5")),
        SchemeChange(SchemeFact.ADVANCE_RATE, "phase_1", "", None, Decimal("0.5")),
    ),
    (lambda: with_funding(path_cap=None), SchemeChange(SchemeFact.PATH_CAP, "", "", 3_600_000, None)),
    (lambda: with_funding(capped_by_equity=False), SchemeChange(SchemeFact.BY_EQUITY, "", "", True, False)),
    (
        lambda: with_funding(expenses_until=date(2023, 12, 31)),
        SchemeChange(SchemeFact.EXPENSES_UNTIL, "", "", date(2022, 12, 31), date(2023, 12, 31)),
    ),
    (
        lambda: with_funding(readings=replace(funding().readings, rounding=Rounding.DOWN)),
        SchemeChange(SchemeFact.READING, "rounding", "", "half_up", "down"),
    ),
    (lambda: replace(NOW, providers=NOW.providers[1:]), SchemeChange(SchemeFact.PROVIDER, "AFNOR", "", "AFNOR", None)),
    (
        lambda: with_phase(title="Autre titre"),
        SchemeChange(SchemeFact.PHASE, "phase_1", "", NOW.phases[0].title, "Autre titre"),
    ),
    (lambda: with_phase(min_half_days=HalfDays(8)), SchemeChange(SchemeFact.MIN_DAYS, "phase_1", "", 10, 8)),
    (
        lambda: with_phase(unit_cap=UnitCap(Cents(120_000), HalfDays(1))),
        SchemeChange(SchemeFact.UNIT, "phase_1", "", 2, 1),
    ),
    (
        lambda: with_funding(expense_date_basis=ExpenseDateBasis.INVOICE),
        SchemeChange(SchemeFact.EXPENSE_DATE, "", "", "payment", "invoice"),
    ),
    (
        lambda: with_funding(day_cap_reading=DayCapReading.DAYS),
        SchemeChange(SchemeFact.DAY_CAP_READING, "", "", "money", "days"),
    ),
    (
        lambda: with_funding(state_share=Decimal("0.5")),
        SchemeChange(SchemeFact.STATE_SHARE, "", "", None, Decimal("0.5")),
    ),
    (
        lambda: replace(NOW, header=replace(NOW.header, valid_until=None)),
        SchemeChange(SchemeFact.VALID_UNTIL, "", "", date(2022, 12, 31), None),
    ),
    (
        lambda: replace(NOW, accompaniment_min_half_days=HalfDays(8)),
        SchemeChange(SchemeFact.ACCOMPANIMENT_MIN, "", "", 10, 8),
    ),
    (lambda: replace(NOW, warn_above_half_days=HalfDays(50)), SchemeChange(SchemeFact.WARN_ABOVE, "", "", 60, 50)),
    (lambda: replace(NOW, mid_cap_max_employees=5000), SchemeChange(SchemeFact.MID_CAP_MAX, "", "", 4999, 5000)),
    (
        lambda: replace(NOW, service_readings=replace(NOW.service_readings, remote_counts=False)),
        SchemeChange(SchemeFact.READING, "remote_counts", "", "true", "false"),
    ),
    (
        lambda: replace(NOW, funders=NOW.funders[1:]),
        SchemeChange(SchemeFact.FUNDER, NOW.funders[0].name, "", NOW.funders[0].role, None),
    ),
    (lambda: replace(NOW, sme_max_employees=250), SchemeChange(SchemeFact.SME_MAX, "", "", 249, 250)),
]


@pytest.mark.parametrize(("make", "expected"), CASES, ids=[change.fact for _, change in CASES])
def test_a_changed_figure_is_told_once(make: Callable[[], Scheme], expected: SchemeChange) -> None:
    assert scheme_changes(NOW, make()) == (expected,)
    back = replace(expected, before=expected.after, after=expected.before)
    assert scheme_changes(make(), NOW) == (back,)


def test_the_same_scheme_has_no_difference() -> None:
    assert scheme_changes(NOW, replace(NOW, header=replace(NOW.header, title="Autre titre"))) == ()


def test_a_phase_less_is_told_with_all_its_figures() -> None:
    found = scheme_changes(NOW, replace(NOW, phases=NOW.phases[:1]))
    assert {change.fact for change in found} >= {SchemeFact.PHASE, SchemeFact.RATE, SchemeFact.MAX_DAYS}
    assert {(change.subject, change.after) for change in found} == {("phase_2", None)}


def test_the_programme_of_the_state_is_compared_too() -> None:
    national = LIBRARY.scheme("national-2018-2022")
    assert national.programme is not None
    other = replace(national, programme=replace(national.programme, ceiling=Cents(900_000)))
    assert scheme_changes(national, other) == (SchemeChange(SchemeFact.PROGRAMME_CEILING, "", "", 800_000, 900_000),)


def test_each_amount_of_the_programme_is_compared() -> None:
    national = LIBRARY.scheme("national-2018-2022")
    assert national.programme is not None
    other = replace(national.programme, gifas_ceiling=Cents(1), credit_limit=Cents(2))
    assert scheme_changes(national, replace(national, programme=other)) == (
        SchemeChange(SchemeFact.PROGRAMME_GIFAS, "", "", 1_800_000, 1),
        SchemeChange(SchemeFact.PROGRAMME_CREDIT, "", "", 8_000_000_000, 2),
    )


def test_a_criterion_is_told_by_its_bound_or_else_by_what_it_is() -> None:
    told = {change.subject: change.before for change in scheme_changes(NOW, replace(NOW, criteria=()))}
    assert told == {one.id: str(one.bound) if one.bound else one.kind.value for one in NOW.criteria}
    assert {one.bound for one in NOW.criteria} > {0, 4999}


def test_each_fact_is_read_in_its_unit() -> None:
    units = {unit: {fact.value for fact in SchemeFact if UNIT_OF[fact] is unit} for unit in FactUnit}
    assert units == {
        FactUnit.CENTS: {"unit_cap", "path_cap", "programme_ceiling", "programme_gifas", "programme_credit"},
        FactUnit.HALF_DAYS: {"min_days", "max_days", "unit", "accompaniment_min", "warn_above"},
        FactUnit.SHARE: {"rate", "advance_rate", "state_share"},
        FactUnit.DAY: {"expenses_until", "valid_until"},
        FactUnit.PERSONS: {"sme_max", "mid_cap_max"},
        FactUnit.YES_NO: {"by_equity"},
        FactUnit.TEXT: {"phase", "expense_date", "day_cap_reading", "criterion", "reading", "provider", "funder"},
    }


def test_every_fact_has_a_unit_and_a_word() -> None:
    assert set(UNIT_OF) == set(SchemeFact)
    assert len({Texts.load().word("scheme_fact", fact) for fact in SchemeFact}) == len(SchemeFact)
