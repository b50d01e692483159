"""The plan's own rules: actions follow one another without a circle."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.action_plan import Action, CitedAid, awaited_too_late, check_dependencies
from app.domain.errors import DomainError
from app.domain.packs import PackRef
from app.domain.quantities import Cents
from app.domain.referential import ThemeCode


def an_action(rank: int, *awaited: int, start: date | None = None, end: date | None = None) -> Action:
    return Action(
        id=UUID(int=rank),
        rank=rank,
        title=f"Action {rank}",
        themes=(ThemeCode("L1.1"),),
        start=start,
        end=end,
        depends_on=tuple(UUID(int=one) for one in awaited),
    )


def test_actions_may_wait_for_others_in_any_order_of_the_plan() -> None:
    check_dependencies([])
    check_dependencies([an_action(1, 3), an_action(2), an_action(3, 2), an_action(4, 1, 2, 3)])


@pytest.mark.parametrize(
    ("plan", "code", "rank"),
    [
        ([an_action(1, 1)], "action.dependency_circle", 1),
        ([an_action(1), an_action(2, 4), an_action(3, 2), an_action(4, 1, 3)], "action.dependency_circle", 2),
        ([an_action(1), an_action(2, 9)], "action.dependency_unknown", 2),
    ],
)
def test_a_circle_and_an_action_that_is_not_there_are_refused(plan: list[Action], code: str, rank: int) -> None:
    with pytest.raises(DomainError) as refusal:
        check_dependencies(plan)
    assert (refusal.value.code, refusal.value.params["rank"]) == (code, rank)


def test_an_action_that_starts_before_the_end_of_what_it_waits_for_is_named() -> None:
    plan = [an_action(1, end=date(2022, 3, 1)), an_action(2), an_action(3, 1, 2, start=date(2022, 3, 1))]
    assert awaited_too_late(plan[2], plan) == (1,)
    assert awaited_too_late(an_action(3, 1, start=date(2022, 3, 2)), plan) == ()
    assert awaited_too_late(an_action(3, 1), plan) == ()


def an_aid(name: str, **changes: Any) -> CitedAid:
    return CitedAid(name, f"Aide {name}", "Région", PackRef("aides", "1", "0" * 64), date(2019, 11, 1), **changes)


def test_an_aid_is_cited_once_and_keeps_its_place() -> None:
    first, second = an_aid("ti-06"), an_aid("ti-25")
    action = an_action(1).citing(first).citing(second)
    assert action.aids == (first, second)
    costed = an_aid("ti-06", estimate=Cents(5), valid_until=date(2022, 12, 31))
    assert action.citing(costed).aids == (costed, second)


def test_an_aid_that_is_taken_back_leaves_the_others() -> None:
    action = an_action(1).citing(an_aid("ti-06")).citing(an_aid("ti-25"))
    assert action.without_aid("ti-06").aids == (an_aid("ti-25"),)
    assert action.without_aid("ti-99") == action


def test_an_action_of_another_end_or_not_awaited_is_not_named() -> None:
    plan = [an_action(1, end=date(2022, 3, 2)), an_action(2, end=date(2022, 3, 2)), an_action(4)]
    asked = an_action(3, 2, 4, start=date(2022, 3, 1))
    assert awaited_too_late(asked, plan) == (2,)
