"""Where the names of the radar's axes stand: two columns, measured, pushed apart, in the order of their angles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from app.charts.faces import REGULAR, SEMIBOLD, width_of, wrap
from app.domain.referential import Referential, ThemeCode

LEADING = 1.2
"""Line height of a name, in sizes."""

_GAP_BETWEEN_LEVERS = 0.55
_AIR = 0.3
_COLUMN_SHARES = (0.24, 0.28, 0.32)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its theme and its angle in radians, clockwise from the top."""

    code: ThemeCode
    title: str
    lever_rank: int
    angle: float

    @property
    def right(self) -> bool:
        """Whether its name stands in the right column."""
        return sin(self.angle) >= 0


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A placed name: its lines, and the height of its centre above the centre of the radar."""

    axis: Axis
    lines: tuple[str, ...]
    middle: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """All the names of a radar.

    Attributes:
        labels: One per axis.
        column: Width of a column.
        code_width: Width kept for the codes inside a column.
        height: Height of the drawing that holds them all, at least what was asked for.
    """

    labels: tuple[AxisLabel, ...]
    column: float
    code_width: float
    height: float


def axes_of(referential: Referential) -> tuple[Axis, ...]:
    """Axes of all themes, with 0.55 of a slot left empty between levers."""
    slots = len(referential.themes) + _GAP_BETWEEN_LEVERS * len(referential.levers)
    place = _GAP_BETWEEN_LEVERS / 2
    axes = []
    for rank, lever in enumerate(referential.levers):
        for theme in referential.themes_of(lever.code):
            axes.append(Axis(theme.code, theme.title, rank, 2 * pi * (place + 0.5) / slots))
            place += 1
        place += _GAP_BETWEEN_LEVERS
    return tuple(axes)


def lay_out(axes: Sequence[Axis], width: float, height: float, size: float) -> LabelLayout:
    """Places every name; columns widen, then the drawing grows, before anything would be cut or overlap."""
    code_width = max(width_of(axis.code, SEMIBOLD, size) for axis in axes) + 0.5 * size
    for share in _COLUMN_SHARES:
        column = width * share
        texts = [tuple(wrap(axis.title, REGULAR, size, column - code_width)) for axis in axes]
        need = max(_stack(axes, texts, size, right=True), _stack(axes, texts, size, right=False))
        if need <= height:
            break
    tall = max(height, need)
    labels = [_natural(axis, lines, tall, size) for axis, lines in zip(axes, texts, strict=True)]
    placed = [*_spread([label for label in labels if label.axis.right], tall, size)]
    placed += _spread([label for label in labels if not label.axis.right], tall, size)
    return LabelLayout(tuple(placed), column, code_width, tall)


def _stack(axes: Sequence[Axis], texts: Sequence[tuple[str, ...]], size: float, *, right: bool) -> float:
    lines = [len(text) for axis, text in zip(axes, texts, strict=True) if axis.right is right]
    return sum(lines) * size * LEADING + len(lines) * size * _AIR


def _natural(axis: Axis, lines: tuple[str, ...], height: float, size: float) -> AxisLabel:
    upward = cos(axis.angle)
    middle = (height / 2 - 1.4 * size) * upward * (0.55 + 0.45 * abs(upward))
    return AxisLabel(axis, lines, middle, len(lines) * size * LEADING + size * _AIR)


def _spread(labels: list[AxisLabel], height: float, size: float) -> list[AxisLabel]:
    """One pass down, one pass up: no two names touch, and the order by angle keeps leaders from crossing."""
    ordered = sorted(labels, key=lambda label: -cos(label.axis.angle))
    ceiling = height / 2
    down = []
    for label in ordered:
        middle = min(label.middle, ceiling - label.height / 2)
        down.append(replace(label, middle=middle))
        ceiling = middle - label.height / 2
    floor = -height / 2
    up = []
    for label in reversed(down):
        middle = max(label.middle, floor + label.height / 2)
        up.append(replace(label, middle=middle))
        floor = middle + label.height / 2
    return up
