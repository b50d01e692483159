"""Checks of the action plan: each action has an end, someone in charge and a measure. Source: FACTS.md §2.4."""

from collections.abc import Callable, Iterable
from functools import partial

from app.domain.action_plan import Action, ActionPriority, ActionState, awaited_too_late
from app.domain.checks.model import CheckRule, CheckSubject, Hit, Place, Severity, hit, hit_if


def _kept(subject: CheckSubject) -> tuple[Action, ...]:
    """Actions that were not dropped."""
    return tuple(action for action in subject.file.actions if action.state is not ActionState.DROPPED)


def _empty(subject: CheckSubject) -> Iterable[Hit]:
    return hit_if(not _kept(subject))


def _each(subject: CheckSubject, odd: Callable[[Action], bool]) -> Iterable[Hit]:
    return [hit(rank=action.rank) for action in _kept(subject) if odd(action)]


def _without(name: str, odd: Callable[[Action], bool], field: str) -> CheckRule:
    return CheckRule(
        f"plan.action_without_{name}", Severity.WARNING, Place.PLAN, partial(_each, odd=odd), f"action_{field}"
    )


def _before_opening(subject: CheckSubject) -> Iterable[Hit]:
    for action in _kept(subject):
        if action.end is not None and action.end < subject.mission.opened_on:
            yield hit(rank=action.rank, end=action.end)


def _too_early(subject: CheckSubject) -> Iterable[Hit]:
    """Actions that are still to start, before one that they wait for has ended."""
    kept = _kept(subject)
    for action in kept:
        if action.state is ActionState.PLANNED and action.start is not None:
            for other in awaited_too_late(action, kept):
                yield hit(rank=action.rank, start=action.start, other=other)


def _no_first(subject: CheckSubject) -> Iterable[Hit]:
    kept = _kept(subject)
    return hit_if(kept and not any(action.priority is ActionPriority.FIRST for action in kept))


def _no_lever(subject: CheckSubject) -> Iterable[Hit]:
    """An accompaniment treats at least one of the levers that open it; a referential without any asks for nothing."""
    opening = {lever.code for lever in subject.referential.levers if lever.opens_accompaniment}
    themes = {theme.code for theme in subject.referential.themes if theme.lever in opening}
    kept = _kept(subject)
    treated = any(code in themes for action in kept for code in action.themes)
    return hit_if(subject.leaving and kept and themes and not treated)


RULES = (
    CheckRule("plan.empty", Severity.ERROR, Place.PLAN, _empty),
    _without("end", lambda action: action.end is None, "end"),
    _without("owner", lambda action: not action.owner, "owner"),
    _without("step", lambda action: not action.step.indicator or not action.step.target, "indicator"),
    CheckRule("plan.action_before_opening", Severity.WARNING, Place.PLAN, _before_opening, "action_end"),
    CheckRule("plan.action_too_early", Severity.WARNING, Place.PLAN, _too_early, "action_start"),
    CheckRule("plan.no_first_priority", Severity.WARNING, Place.PLAN, _no_first, "action_priority"),
    CheckRule("plan.no_lever", Severity.ERROR, Place.PLAN, _no_lever, "action_themes"),
)
"""The plan as a whole, each action, then the plan against the scheme."""
