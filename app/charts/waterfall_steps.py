"""Steps of the way from entry to exit, as the drawing shows them and as its table says them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.charts.words import word
from app.domain.evolution import Waterfall


class StepRole(StrEnum):
    """What a step of the drawing is: a whole that stands on the axis, or a difference that hangs between two."""

    ENTRY = "entry"
    GAIN = "gain"
    LOSS = "loss"
    SUBTOTAL = "subtotal"
    RECLASSIFIED = "reclassified"
    EXIT = "exit"

    @property
    def whole(self) -> bool:
        """Whether it stands on the axis."""
        return self in {StepRole.ENTRY, StepRole.SUBTOTAL, StepRole.EXIT}


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """One step.

    Attributes:
        role: What it is.
        code: Short caption: « L1 », « Entrée ».
        name: What stands under the code on paper, possibly nothing.
        title: Caption of the table, in full.
        points: Difference, of either sign and never 0; 0 for a whole.
        total: Points once the step is made.
    """

    role: StepRole
    code: str
    name: str
    title: str
    points: int
    total: int

    @property
    def value(self) -> str:
        """The figure as it is written: « 132 », « +15 », « −4 »."""
        return str(self.total) if self.role.whole else signed(self.points)


def signed(points: int) -> str:
    """A difference with its sign, 0 without one: « +15 », « −4 »."""
    if points == 0:
        return "0"
    return word("more", points=points) if points > 0 else word("less", points=-points)


def drawn_steps(found: Waterfall) -> tuple[DrawnStep, ...]:
    """Entry, gains by lever, losses, what this makes, reclassifications, exit; steps worth nothing are dropped."""
    return tuple(_steps(found))


def _steps(found: Waterfall) -> Iterator[DrawnStep]:
    movement = found.total
    total = movement.entry
    yield _whole(StepRole.ENTRY, total)
    for one in found.levers:
        gained = one.movement.gains
        if gained:
            total += gained
            lever = one.lever
            title = word("lever_title", code=lever.code, title=lever.title)
            yield DrawnStep(StepRole.GAIN, lever.code, lever.short_title, title, gained, total)
    if movement.losses:
        total += movement.losses
        yield DrawnStep(StepRole.LOSS, word("losses"), "", word("losses_title"), movement.losses, total)
    if movement.reclassified:
        if movement.gains or movement.losses:
            name, title = word("subtotal_name"), word("subtotal_title")
            yield DrawnStep(StepRole.SUBTOTAL, word("subtotal"), name, title, 0, total)
        name, title = word("reclassified_name"), word("reclassified_title")
        apart = movement.reclassified
        yield DrawnStep(StepRole.RECLASSIFIED, word("reclassified"), name, title, apart, movement.exit)
    yield _whole(StepRole.EXIT, movement.exit)


def _whole(role: StepRole, total: int) -> DrawnStep:
    return DrawnStep(role, word(role), "", word(role), 0, total)
