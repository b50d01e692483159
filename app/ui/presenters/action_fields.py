"""Fields of an action of the plan: what each one shows, and the action once a text is typed in it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from app.domain.action_plan import Action, ActionPriority, ActionState, MeasurableStep
from app.domain.errors import DomainError
from app.domain.quantities import HalfDays, half_days_from
from app.domain.referential import Referential, ThemeCode
from app.ui.presenters import typed

_UNIT = re.compile(r"(?:jours?|j|days?|d)$")
HIGHEST_DAYS = 10_000
"""Longest effort accepted, in days."""

_CODE = re.compile(r"(?i)^l?(\d+)\.(\d+)$")


@dataclass(frozen=True, slots=True)
class ActionField:
    """One field: its text as it would be typed, and the action once a text is typed (may raise `DomainError`)."""

    show: Callable[[Action], str]
    put: Callable[[Action, str], Action]


def themes_from(text: str, referential: Referential) -> tuple[ThemeCode, ...]:
    """Codes as typed: « L1.5, L4.2 », « 1.5 4.2 »; each once, in the order of the referential.

    Raises:
        DomainError: `action.theme_unknown`.
    """
    known = [theme.code for theme in referential.themes]
    found = set()
    for word in text.replace(",", " ").replace(";", " ").split():
        parts = _CODE.match(word)
        code = ThemeCode(f"L{parts[1]}.{parts[2]}") if parts else ThemeCode(word)
        if code not in known:
            raise DomainError("action.theme_unknown", text=word)
        found.add(code)
    return tuple(code for code in known if code in found)


def half_days_typed(text: str) -> HalfDays | None:
    """Days as typed: « 4,5 », « 10 j »; None for nothing.

    Raises:
        DomainError: `days.unreadable` or `days.not_half`.
    """
    cleaned = "".join(_UNIT.sub("", text.lower()).split())
    if not cleaned:
        return None
    try:
        days = Decimal(cleaned.replace(",", "."))
    except InvalidOperation:
        raise DomainError("days.unreadable", text=text) from None
    if not days.is_finite() or days > HIGHEST_DAYS:
        raise DomainError("days.unreadable", text=text)
    return half_days_from(days)


def _with(action: Action, name: str, value: object) -> Action:
    changes: dict[str, Any] = {name: value}
    return replace(action, **changes)


def _text(name: str) -> ActionField:
    return ActionField(lambda action: str(getattr(action, name)), lambda action, text: _with(action, name, text))


def _step(name: str) -> ActionField:
    def put(action: Action, text: str) -> Action:
        changes: dict[str, Any] = {name: text}
        return replace(action, step=replace(action.step, **changes))

    return ActionField(lambda action: str(getattr(action.step, name)), put)


def _day(name: str, today: Callable[[], date]) -> ActionField:
    def put(action: Action, text: str) -> Action:
        return _with(action, name, typed.day_from(text, near=action.start or action.end or today()))

    return ActionField(lambda action: typed.day(getattr(action, name)), put)


def _cost() -> ActionField:
    def put(action: Action, text: str) -> Action:
        return replace(action, cost=typed.cents_from(text) if text.strip() else None)

    return ActionField(lambda action: "" if action.cost is None else typed.amount(action.cost), put)


def _effort() -> ActionField:
    def show(action: Action) -> str:
        return "" if action.effort is None else typed.short_days(action.effort)

    return ActionField(show, lambda action, text: replace(action, effort=half_days_typed(text)))


def _themes(referential: Referential) -> ActionField:
    def put(action: Action, text: str) -> Action:
        return replace(action, themes=themes_from(text, referential))

    return ActionField(lambda action: ", ".join(action.themes), put)


def _awaited(plan: Callable[[], Sequence[Action]]) -> ActionField:
    def show(action: Action) -> str:
        return ", ".join(str(one.rank) for one in plan() if one.id in action.depends_on)

    def put(action: Action, text: str) -> Action:
        known = {str(one.rank): one.id for one in plan() if one.id != action.id}
        words = text.replace(",", " ").replace(";", " ").split()
        unknown = next((word for word in words if word not in known), None)
        if unknown is not None:
            raise DomainError("action.rank_unknown", text=unknown)
        return replace(action, depends_on=tuple(dict.fromkeys(known[word] for word in words)))

    return ActionField(show, put)


def action_fields(
    referential: Referential, today: Callable[[], date], plan: Callable[[], Sequence[Action]]
) -> Mapping[str, ActionField]:
    """Every field by its key, which is also the end of its editor's objectName.

    Args:
        referential: Themes that may be named.
        plan: Saved actions, among which an action names those that it waits for, by their numbers.
        today: Civil day from which a date without its year is understood.
    """
    return MappingProxyType(
        {
            "title": _text("title"),
            "themes": _themes(referential),
            "owner": _text("owner"),
            "start": _day("start", today),
            "end": _day("end", today),
            "effort": _effort(),
            "cost": _cost(),
            "priority": ActionField(
                lambda action: action.priority.value,
                lambda action, text: _with(action, "priority", ActionPriority(text)),
            ),
            "state": ActionField(
                lambda action: action.state.value, lambda action, text: _with(action, "state", ActionState(text))
            ),
            "after": _awaited(plan),
            "reason": _text("reason"),
            "gain": _text("gain"),
            **{name: _step(name) for name in MeasurableStep.__dataclass_fields__},
        }
    )
