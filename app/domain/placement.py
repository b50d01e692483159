"""Where the company places an action between what it brings and what it asks: the value/effort matrix."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError

SCALE = 100
"""Highest value and highest effort of a placement; the lowest is 0."""

BORDER = SCALE // 2
"""Where the quadrants meet; nothing stands there."""


class Quadrant(StrEnum):
    """Quadrants of the matrix."""

    NOW = "now"
    PREPARE = "prepare"
    ALONGSIDE = "alongside"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Placement:
    """Place of an action in the matrix, discussed with the company; it is no measure.

    Attributes:
        value: Expected value, 0 to 100, never 50.
        effort: Effort, 0 to 100, never 50.

    Raises:
        DomainError: `action.placement_outside` beyond the bounds, `action.placement_border` between two quadrants: the
            quadrant is a decision.
    """

    value: int
    effort: int

    def __post_init__(self) -> None:
        for place in (self.value, self.effort):
            if not 0 <= place <= SCALE:
                raise DomainError("action.placement_outside", most=SCALE)
            if place == BORDER:
                raise DomainError("action.placement_border")

    @property
    def quadrant(self) -> Quadrant:
        """The quadrant in which it stands."""
        if self.value > BORDER:
            return Quadrant.PREPARE if self.effort > BORDER else Quadrant.NOW
        return Quadrant.LATER if self.effort > BORDER else Quadrant.ALONGSIDE

    def moved(self, value: int, effort: int) -> "Placement":
        """The placement some steps further, kept inside; a step that ends on a border goes one beyond it.

        Args:
            value: Steps up, or down when negative.
            effort: Steps towards more effort, or less when negative.
        """
        return Placement(_stepped(self.value, value), _stepped(self.effort, effort))


def nearest_placement(value: int, effort: int) -> Placement:
    """The placement nearest to a point, such as the one where a badge was let go; on a border, the higher side."""
    return Placement(_inside(value), _inside(effort))


def _inside(place: int) -> int:
    inside = max(0, min(SCALE, place))
    return inside + 1 if inside == BORDER else inside


def _stepped(place: int, step: int) -> int:
    reached = max(0, min(SCALE, place + step))
    return reached + (1 if step > 0 else -1) if reached == BORDER else reached
