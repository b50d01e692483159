"""The way from entry to exit: gains by lever, losses, and reclassifications in a frame of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from app.charts.faces import ITALIC, REGULAR, SEMIBOLD, width_of, wrap
from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas, label, stroke
from app.charts.symbols import hatch
from app.charts.waterfall_steps import DrawnStep, StepRole, drawn_steps
from app.charts.words import word
from app.domain.evolution import Waterfall
from app.domain.referential import Level

_TICKS = (5, 10, 20, 50, 100, 200)
_MOST = 6
_APART = 2.6
"""Lines of the grid are few, and further apart than their figures are high."""

_LEADING = 1.25
_AIR = 0.8
_BAR = 0.74
_WIDEST = 5.0
_LARGER = 1.2
"""Wholes are written larger than differences."""


def waterfall_chart(
    found: Waterfall, *, width: float, height: float, ink: Ink = PAPER, size: float = 8.0, names: bool = True
) -> Drawing:
    """Bars from entry to exit on an axis that begins at 0.

    Each column is as wide as its widest word at least, so that no caption and no figure can meet another.

    Args:
        found: The evolution.
        width: Width of the drawing.
        height: Height of the drawing.
        ink: Colours.
        size: Size of the text.
        names: Whether the names of the levers stand under their codes (paper), or the codes alone (screen).
    """
    steps = drawn_steps(found)
    drawing = canvas(width, height)
    plot = _plot(steps, drawing, size=size, names=names)
    _axis(drawing, plot, ink)
    before = 0
    for step, column in zip(steps, plot.columns, strict=True):
        start = 0 if step.role.whole else before
        if step.role is StepRole.RECLASSIFIED:
            _frame(drawing, plot, column, ink)
        _bar(drawing, step, column, (plot.y(min(start, step.total)), plot.y(max(start, step.total))), ink)
        _figure(drawing, plot, step, column, max(start, step.total), ink)
        _caption(drawing, plot, step, column, ink)
        before = step.total
    for rank, step in enumerate(steps[:-1]):
        level = plot.y(step.total)
        ends = (plot.columns[rank].right, level), (plot.columns[rank + 1].left, level)
        stroke(drawing, *ends, ink.entry, width=0.6)
    return drawing


@dataclass(frozen=True, slots=True)
class _Column:
    """Place of one step: its column, its bar, its words."""

    start: float
    width: float
    bar: float
    code: tuple[str, ...]
    name: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.start + self.width / 2

    @property
    def left(self) -> float:
        return self.middle - self.bar / 2

    @property
    def right(self) -> float:
        return self.middle + self.bar / 2


@dataclass(frozen=True, slots=True)
class _Plot:
    """Geometry of the whole: axis, scale in units of height per point, columns."""

    left: float
    bottom: float
    scale: float
    highest: int
    size: float
    columns: tuple[_Column, ...]

    def y(self, points: int) -> float:
        return self.bottom + points * self.scale


def _plot(steps: Sequence[DrawnStep], drawing: Drawing, *, size: float, names: bool) -> _Plot:
    highest = max(step.total for step in steps)
    left = width_of(str(highest), REGULAR, size) + 0.8 * size
    columns = _columns(steps, left, drawing.width - left, size=size, names=names)
    lines = max(len(column.code) + len(column.name) for column in columns)
    bottom = (lines * _LEADING + 0.7) * size
    framed = any(step.role is StepRole.RECLASSIFIED for step in steps)
    room = drawing.height - bottom - (3.9 if framed else 2.0) * size
    return _Plot(left, bottom, room / max(1, highest), highest, size, columns)


def _columns(steps: Sequence[DrawnStep], left: float, room: float, *, size: float, names: bool) -> tuple[_Column, ...]:
    need = [_need(step, size, names=names) + _AIR * size for step in steps]
    spare = (room - sum(need)) / len(need)
    if spare < 0:
        need, spare = [one * room / sum(need) for one in need], 0.0
    bar = min(_BAR * (min(need) + spare), _WIDEST * size)
    columns = []
    for step, own in zip(steps, need, strict=True):
        wide = own + spare
        words = wide - 0.5 * _AIR * size
        code = wrap(step.code, SEMIBOLD, size, words)
        name = wrap(step.name, REGULAR, size, words) if names and step.name else []
        columns.append(_Column(left, wide, bar, tuple(code), tuple(name)))
        left += wide
    return tuple(columns)


def _need(step: DrawnStep, size: float, *, names: bool) -> float:
    """Width of the widest word of a column."""
    words = [width_of(part, SEMIBOLD, size) for part in step.code.split(" ")]
    words += [width_of(part, REGULAR, size) for part in step.name.split(" ")] if names else []
    words.append(width_of(step.value, SEMIBOLD, size * _LARGER))
    if step.role is StepRole.RECLASSIFIED:
        words.append(width_of(word("apart"), ITALIC, size) + _AIR * size)
    return max(words)


def _axis(drawing: Drawing, plot: _Plot, ink: Ink) -> None:
    """Zero, and a line for each round number that the bars reach."""
    airy = (tick for tick in _TICKS if tick * plot.scale >= _APART * plot.size and plot.highest <= _MOST * tick)
    step = next(airy, _TICKS[-1])
    for points in range(0, plot.highest + 1, step):
        y = plot.y(points)
        colour, wide = (ink.text, 0.8) if points == 0 else (ink.grid, 0.35)
        stroke(drawing, (plot.left, y), (drawing.width, y), colour, width=wide)
        at = (plot.left - 0.6 * plot.size, y - 0.35 * plot.size)
        label(drawing, at, str(points), ink.muted, size=plot.size, anchor="end")


def _frame(drawing: Drawing, plot: _Plot, column: _Column, ink: Ink) -> None:
    """The dashed frame of what is not progress."""
    air = 0.15 * plot.size
    at, extent = (column.start + air, 0.4), (column.width - 2 * air, drawing.height - 0.8)
    box(drawing, at, extent, outline=ink.muted, width=0.7, dash=[2.6, 2])
    heading = (column.middle, drawing.height - 1.35 * plot.size)
    label(drawing, heading, word("apart"), ink.muted, size=plot.size, face=ITALIC, anchor="middle")


def _bar(drawing: Drawing, step: DrawnStep, column: _Column, ends: tuple[float, float], ink: Ink) -> None:
    """The area of a step, told apart by its form: solid, hatched, white or crossed."""
    at, extent = (column.left, ends[0]), (column.bar, ends[1] - ends[0])
    own = ink.levels[Level.IN_PROGRESS]
    shaded = own.fill != ink.ground
    role = step.role
    if role is StepRole.EXIT or (role is StepRole.ENTRY and not shaded):
        box(drawing, at, extent, fill=ink.accent, outline=ink.accent, width=0.8)
    elif role is StepRole.ENTRY:
        box(drawing, at, extent, fill=ink.ground, outline=ink.entry, width=0.8)
        drawing.add(hatch(at, extent, ink.entry, step=3.2))
    elif role is StepRole.GAIN and shaded:
        box(drawing, at, extent, fill=own.fill, outline=own.fill, width=0.8)
    else:
        box(drawing, at, extent, fill=ink.ground, outline=ink.accent, width=0.8)
        if role in {StepRole.GAIN, StepRole.RECLASSIFIED}:
            drawing.add(hatch(at, extent, ink.accent, step=2.4))
        if role is StepRole.RECLASSIFIED:
            drawing.add(hatch(at, extent, ink.accent, step=2.4, falling=True))


def _figure(drawing: Drawing, plot: _Plot, step: DrawnStep, column: _Column, top: int, ink: Ink) -> None:
    """The figure over its bar, on a plate so that no line of the grid crosses it."""
    size = plot.size * (_LARGER if step.role.whole else 1.0)
    wide = width_of(step.value, SEMIBOLD, size)
    baseline = plot.y(top) + 0.45 * plot.size
    plate = (column.middle - wide / 2 - 1, baseline - 0.12 * size)
    box(drawing, plate, (wide + 2, 0.98 * size), fill=ink.ground)
    colour = ink.accent if step.role.whole else ink.text
    label(drawing, (column.middle, baseline), step.value, colour, size=size, face=SEMIBOLD, anchor="middle")


def _caption(drawing: Drawing, plot: _Plot, step: DrawnStep, column: _Column, ink: Ink) -> None:
    size = plot.size
    y = plot.bottom - 1.25 * size
    for line in column.code:
        label(drawing, (column.middle, y), line, ink.text, size=size, face=SEMIBOLD, anchor="middle")
        y -= _LEADING * size
    for line in column.name:
        label(drawing, (column.middle, y), line, ink.muted, size=size, anchor="middle")
        y -= _LEADING * size
