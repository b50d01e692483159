"""The 360° diagnostic: views by factor, effects within their scale, and what counts as nothing said."""

import pytest

from app.domain.errors import DomainError
from app.domain.full_diagnostic import FactorPriority, FactorView, FullDiagnostic, Operation
from app.domain.referential import Factor


def test_a_diagnostic_is_empty_until_something_is_written() -> None:
    assert FullDiagnostic().is_empty
    assert not FullDiagnostic(links="Facteurs 2 et 5.").is_empty
    assert not FullDiagnostic(outside_effects="Moins de transports.").is_empty
    assert not FullDiagnostic().with_view(FactorView(Factor.PEOPLE_SKILLS, evidence="vu")).is_empty


def test_a_factor_that_is_emptied_is_absent_again() -> None:
    one = FullDiagnostic().with_view(FactorView(Factor.PEOPLE_SKILLS, strengths="équipe stable"))
    assert one.with_view(FactorView(Factor.PEOPLE_SKILLS)) == FullDiagnostic()
    assert one.view(Factor.PEOPLE_SKILLS).strengths == "équipe stable"
    assert one.view(Factor.VISION_STRATEGY) == FactorView(Factor.VISION_STRATEGY)


def test_views_stand_in_the_order_of_the_factors_whatever_the_order_of_writing() -> None:
    found = FullDiagnostic()
    for factor in reversed(Factor):
        found = found.with_view(FactorView(factor, observations="vu"))
    assert list(found.views) == list(Factor)


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (FactorView(Factor.PEOPLE_SKILLS, strengths="équipe"), True),
        (FactorView(Factor.PEOPLE_SKILLS, weaknesses="départs"), True),
        (FactorView(Factor.PEOPLE_SKILLS, "vu", evidence="ici", priority=FactorPriority.FIRST), False),
    ],
)
def test_a_factor_is_told_by_a_strength_or_a_weakness(view: FactorView, told: bool) -> None:
    assert view.is_told is told


def test_effects_are_in_order_and_zero_takes_one_back() -> None:
    view = FactorView(Factor.PEOPLE_SKILLS).with_effect(Operation.RECRUIT, 3).with_effect(Operation.SELL, 1)
    assert dict(view.effects) == {Operation.SELL: 1, Operation.RECRUIT: 3}
    assert list(view.effects) == [Operation.SELL, Operation.RECRUIT]
    assert view.with_effect(Operation.SELL, 0).with_effect(Operation.RECRUIT, 0).is_empty


@pytest.mark.parametrize("strength", [-1, 4])
def test_an_effect_outside_its_scale_is_refused(strength: int) -> None:
    with pytest.raises(DomainError) as refused:
        FactorView(Factor.PEOPLE_SKILLS).with_effect(Operation.SELL, strength)
    assert refused.value.code == "factor.effect_out_of_range"
    assert dict(refused.value.params) == {"strength": strength, "strongest": 3}
