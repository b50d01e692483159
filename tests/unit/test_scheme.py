"""What a scheme answers: the size of a company, the rule behind a line, and what a pack may leave unsaid."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from app.domain.scheme import DeMinimisRule, PhaseCode, RuleId, SizeClass
from app.packs.library import PackLibrary

OCCITANIE = PackLibrary.shipped().scheme("occitanie-2020-2022")


@pytest.mark.parametrize(
    ("employees", "size"),
    [
        (0, SizeClass.SME),
        (249, SizeClass.SME),
        (250, SizeClass.MID_CAP),
        (4_999, SizeClass.MID_CAP),
        (5_000, SizeClass.LARGE),
    ],
)
def test_a_staff_gives_the_size(employees: int, size: SizeClass) -> None:
    """Source: FACTS.md §2.7."""
    assert OCCITANIE.size_class(employees) is size


def test_a_phase_is_found_by_its_code() -> None:
    assert [OCCITANIE.phase(phase.code) for phase in OCCITANIE.phases] == list(OCCITANIE.phases)


def test_a_phase_may_have_a_rule_of_its_own() -> None:
    assert OCCITANIE.company_funding is not None
    rules = MappingProxyType({"rate": RuleId("R1"), "rate.phase_2": RuleId("R2")})
    funding = replace(OCCITANIE.company_funding, rules=rules)
    assert [funding.rule("rate", PhaseCode(code)) for code in ("phase_1", "phase_2")] == ["R1", "R2"]


def test_what_a_pack_does_not_say_is_unknown_and_never_zero() -> None:
    rule = DeMinimisRule(("règlement",))
    assert (rule.ceiling, rule.period_years, rule.stated_on) == (None, None, None)
    assert (rule.group_perimeter, rule.stated_in) == (True, "")
