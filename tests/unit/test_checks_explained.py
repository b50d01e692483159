"""Which warnings a sentence answers: told apart by their values, in their order, never an error."""

from datetime import date

import pytest

from app.domain.checks import explanations_of, unexplained
from app.domain.checks.model import Finding, Hit, Place, Severity, hit, hit_if
from app.domain.explanations import Explanation


def finding(rule: str, severity: Severity = Severity.WARNING, **params: object) -> Finding:
    return Finding(rule, severity, Place.PLAN, tuple(params.items()))


def answer(rule: str, subject: str, sentence: str = "Convenu avec l’entreprise.") -> Explanation:
    return Explanation(rule, subject, "Un avertissement.", sentence)


SUMMARY = finding("identity.summary")
FIRST, SECOND = (finding("plan.action_without_end", rank=rank) for rank in (1, 2))
BLOCKING = finding("plan.empty", Severity.ERROR)


def test_a_warning_is_told_from_the_others_of_its_rule_by_its_values() -> None:
    assert SUMMARY.subject == ""
    assert (FIRST.subject, SECOND.subject) == ("rank=1", "rank=2")
    two = finding("plan.action_too_early", start=date(2022, 1, 30), other=1)
    assert two.subject == "start=2022-01-30; other=1"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ((), (SECOND, SUMMARY, FIRST)),
        ((answer("plan.action_without_end", "rank=2"),), (SUMMARY, FIRST)),
        ((answer("identity.summary", ""), answer("plan.action_without_end", "rank=1")), (SECOND,)),
        ((answer("plan.action_without_end", "rank=3"), answer("plan.empty", "")), (SECOND, SUMMARY, FIRST)),
        ((answer("identity.next_day", ""),), (SECOND, SUMMARY, FIRST)),
        ((answer("identity.summary", "", ""),), (SECOND, SUMMARY, FIRST)),
    ],
)
def test_a_warning_wants_a_sentence_of_its_own_and_an_error_none(
    given: tuple[Explanation, ...], left: tuple[Finding, ...]
) -> None:
    assert unexplained((SECOND, BLOCKING, SUMMARY, FIRST), given) == left


def test_sentences_kept_follow_the_warnings_and_leave_with_them() -> None:
    first, second = (answer("plan.action_without_end", f"rank={rank}") for rank in (1, 2))
    given = (first, answer("identity.summary", "", ""), answer("plan.empty", ""), second, answer("sessions.none", ""))
    assert explanations_of((SECOND, BLOCKING, SUMMARY, FIRST), given) == (second, first)
    assert explanations_of((BLOCKING,), given) == ()
    assert explanations_of((FIRST,), ()) == ()


def test_a_rule_finds_a_thing_with_its_values_or_one_thing_without_any() -> None:
    assert hit(rank=3) == Hit((("rank", 3),), None, None)
    assert (hit_if(condition=True), hit_if(condition=False)) == ((Hit((), None, None),), ())
