"""Evolution of the index as a waterfall: gains, losses and reclassifications, by theme, by lever and by factor."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.i2df import Levels, i2df
from app.domain.referential import Factor, Level, Lever, Referential, Theme


class StepKind(StrEnum):
    """What a change of level is; a reclassification is never told as progress. Source: MODEL.md, Reclassification."""

    GAIN = "gain"
    LOSS = "loss"
    RECLASSIFICATION = "reclassification"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ThemeStep:
    """One theme between two questionnaires; `points` may be negative."""

    theme: Theme
    before: Level
    after: Level
    points: int

    @property
    def kind(self) -> StepKind:
        """Gain, loss, reclassification (any move from or to « pas concerné ») or no change.

        A pack may give the same points to two levels: a move between them is neither a gain nor a loss.
        """
        if self.before is not self.after and Level.NOT_CONCERNED in (self.before, self.after):
            return StepKind.RECLASSIFICATION
        if self.points > 0:
            return StepKind.GAIN
        return StepKind.LOSS if self.points < 0 else StepKind.UNCHANGED


@dataclass(frozen=True, slots=True)
class Movement:
    """From one total to another, in points: `entry + gains + losses + reclassified = exit`.

    Attributes:
        entry: Points at entry.
        gains: Sum of the gains, 0 or more.
        losses: Sum of the losses, 0 or less.
        reclassified: Sum of the reclassifications, of either sign.
        exit: Points at exit.
    """

    entry: int
    gains: int
    losses: int
    reclassified: int
    exit: int

    @property
    def progress(self) -> int:
        """What the company gained and lost, reclassifications left out."""
        return self.gains + self.losses


@dataclass(frozen=True, slots=True)
class LeverMovement:
    """Movement of one lever."""

    lever: Lever
    movement: Movement


@dataclass(frozen=True, slots=True)
class FactorScore:
    """Points of the themes that a factor bears on; a theme may have several factors, so these never add up to the index.

    Attributes:
        factor: One of the six.
        themes: How many themes, possibly 0.
        maximum: Highest points of these themes.
        movement: Their points at entry and at exit.
    """

    factor: Factor
    themes: int
    maximum: int
    movement: Movement


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Evolution of a complete questionnaire into another.

    Attributes:
        total: Of the whole index.
        steps: Every theme, in the referential's order, unchanged ones included.
        levers: By lever, in order; they add up to the total.
        factors: By factor.
    """

    total: Movement
    steps: tuple[ThemeStep, ...]
    levers: tuple[LeverMovement, ...]
    factors: tuple[FactorScore, ...]

    def of_kind(self, kind: StepKind) -> tuple[ThemeStep, ...]:
        """Steps of one kind, in order."""
        return tuple(step for step in self.steps if step.kind is kind)


def waterfall(entry: Levels, exit_: Levels, referential: Referential) -> Waterfall:
    """Evolution between entry and exit, both complete and of the same referential.

    Raises:
        DomainError: `i2df.incomplete` when either lacks a theme.
        InvalidData: `theme.unknown`.

    Source: FACTS.md §3.2 (evolution is exit minus entry), MODEL.md (reclassifications apart).
    """
    i2df(entry, referential)
    i2df(exit_, referential)
    steps = tuple(_step(theme, entry[theme.code], exit_[theme.code], referential) for theme in referential.themes)
    levers = tuple(
        LeverMovement(lever, _movement((step for step in steps if step.theme.lever == lever.code), referential))
        for lever in referential.levers
    )
    factors = tuple(_factor_score(factor, steps, referential) for factor in Factor)
    return Waterfall(_movement(steps, referential), steps, levers, factors)


def _step(theme: Theme, before: Level, after: Level, referential: Referential) -> ThemeStep:
    return ThemeStep(theme, before, after, referential.points(after) - referential.points(before))


def _movement(steps: Iterable[ThemeStep], referential: Referential) -> Movement:
    held = tuple(steps)

    def points(kind: StepKind) -> int:
        return sum(step.points for step in held if step.kind is kind)

    return Movement(
        entry=sum(referential.points(step.before) for step in held),
        gains=points(StepKind.GAIN),
        losses=points(StepKind.LOSS),
        reclassified=points(StepKind.RECLASSIFICATION),
        exit=sum(referential.points(step.after) for step in held),
    )


def _factor_score(factor: Factor, steps: tuple[ThemeStep, ...], referential: Referential) -> FactorScore:
    own = tuple(step for step in steps if factor in step.theme.factors)
    highest = max(spec.points for spec in referential.levels)
    return FactorScore(factor, len(own), highest * len(own), _movement(own, referential))
