"""What the consultant tells the index coach of a draft: private working data, never sealed and never printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.coach import LADDER, MAX_BUDGET, MAX_PRIORITY, CoachRequest
from app.domain.errors import DomainError
from app.domain.i2df import Levels
from app.domain.quantities import HalfDays
from app.domain.referential import Level, ThemeCode


@dataclass(frozen=True, slots=True)
class CoachWish:
    """What is known of one theme.

    Attributes:
        efforts: Half-days to reach a level from the one below on the ladder; a level left out has no effort, and its step
            is never proposed.
        priority: Of the company, 0 (none) to 9 (first).
        pin: Level that the theme must at least reach, or None.
        banned: Whether the theme is never proposed.
    """

    efforts: Mapping[Level, HalfDays] = field(default_factory=lambda: MappingProxyType({}))
    priority: int = 0
    pin: Level | None = None
    banned: bool = False


@dataclass(frozen=True, slots=True)
class CoachNotes:
    """Everything that the coach of one mission was told.

    Attributes:
        goal: Points wanted above the present index, or None for as many as possible.
        budget: Half-days available, or None for as many as the efforts given add up to.
        wishes: By theme; a theme left out has nothing.
    """

    goal: int | None = None
    budget: HalfDays | None = None
    wishes: Mapping[ThemeCode, CoachWish] = field(default_factory=lambda: MappingProxyType({}))

    def wish(self, theme: ThemeCode) -> CoachWish:
        """What is known of a theme, possibly nothing."""
        return self.wishes.get(theme, CoachWish())

    def request(self, levels: Levels) -> CoachRequest:
        """What is asked of the coach for declared levels."""
        given = sum(effort for wish in self.wishes.values() for effort in wish.efforts.values())
        return CoachRequest(
            levels=levels,
            efforts={code: wish.efforts for code, wish in self.wishes.items() if wish.efforts},
            budget=HalfDays(min(given, MAX_BUDGET)) if self.budget is None else self.budget,
            goal=self.goal,
            priorities={code: wish.priority for code, wish in self.wishes.items() if wish.priority},
            pins={code: wish.pin for code, wish in self.wishes.items() if wish.pin is not None},
            bans=frozenset(code for code, wish in self.wishes.items() if wish.banned),
        )


def check_wish(theme: ThemeCode, wish: CoachWish) -> CoachWish:
    """A wish that may be kept.

    Raises:
        DomainError: `coach.effort`, `coach.priority`, `coach.pinned_and_banned`.
    """
    steps = LADDER[1:]
    if any(level not in steps or not 1 <= effort <= MAX_BUDGET for level, effort in wish.efforts.items()):
        raise DomainError("coach.effort", theme=theme)
    if not 0 <= wish.priority <= MAX_PRIORITY:
        raise DomainError("coach.priority", theme=theme, highest=MAX_PRIORITY)
    if wish.pin is not None and wish.banned:
        raise DomainError("coach.pinned_and_banned", theme=theme)
    return wish


def check_aim(goal: int | None, budget: HalfDays | None) -> None:
    """Refuse a goal or a budget out of bounds.

    Raises:
        DomainError: `coach.goal`, `coach.budget`.
    """
    if goal is not None and goal < 1:
        raise DomainError("coach.goal", goal=goal)
    if budget is not None and not 0 <= budget <= MAX_BUDGET:
        raise DomainError("coach.budget", highest=MAX_BUDGET)
