"""The radar of the six factors: points of their themes as a share of the possible ones, entry dashed against exit solid."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from reportlab.graphics.shapes import Drawing

from app.charts.faces import REGULAR, SEMIBOLD, wrap
from app.charts.ink import PAPER, Ink
from app.charts.marks import Point, canvas, disc, label, polygon, polyline, stroke
from app.charts.words import word

_RINGS = (25, 50, 75)
_WHOLE = 100
_LEADING = 1.22
_LATERAL = 0.3
"""Sine under which an axis stands upright, its name above or below it."""


@dataclass(frozen=True, slots=True)
class FactorAxis:
    """One axis of the radar.

    Attributes:
        title: Name of the factor.
        maximum: Points possible for its themes, at least 1.
        entry: Points at entry, or None while one of its themes has no answer.
        exit: Points at exit, likewise; always None before the exit.
    """

    title: str
    maximum: int
    entry: int | None
    exit: int | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    drawing: Drawing
    ink: Ink
    centre: Point
    radius: float
    size: float
    column: float

    def at(self, angle: float, percent: float) -> Point:
        reach = self.radius * percent / _WHOLE
        return self.centre[0] + reach * sin(angle), self.centre[1] + reach * cos(angle)


def factor_radar(
    axes: Sequence[FactorAxis], *, width: float, height: float, ink: Ink = PAPER, size: float = 10.5
) -> Drawing:
    """Radar of the factors; with an exit, the entry is dashed and hollow. A theme counts under each of its factors.

    Args:
        axes: In order, clockwise from the top; at least three.
        width: Width of the drawing (pt on paper, px on screen).
        height: Its height.
        ink: Colours.
        size: Size of the names; 7.5 suits paper.
    """
    angles = [2 * pi * rank / len(axes) for rank in range(len(axes))]
    column = min(0.3 * width, 12.5 * size)
    upright = [_lines(axis, column * 1.6, size) for axis, angle in zip(axes, angles, strict=True) if _stands(angle)]
    most = max((len(lines) + 1 for lines in upright), default=2)
    radius = min(
        (width / 2 - column - 1.2 * size) / max(sin(angle) for angle in angles),
        height / 2 - (most * _LEADING + 0.8) * size,
    )
    frame = _Frame(canvas(width, height), ink, (width / 2, height / 2), max(radius, 1.0), size, column)
    _grid(frame, angles)
    for axis, angle in zip(axes, angles, strict=True):
        _name(frame, axis, angle)
    left = any(axis.exit is not None for axis in axes)
    if left:
        _outline(frame, angles, [_percent(axis.entry, axis) for axis in axes], solid=False)
    _outline(frame, angles, [_percent(axis.exit if left else axis.entry, axis) for axis in axes], solid=True)
    return frame.drawing


def _stands(angle: float) -> bool:
    return abs(sin(angle)) < _LATERAL


def _lines(axis: FactorAxis, width: float, size: float) -> list[str]:
    return wrap(axis.title, SEMIBOLD, size, width)


def _percent(points: int | None, axis: FactorAxis) -> float | None:
    return None if points is None else _WHOLE * points / axis.maximum


def _grid(frame: _Frame, angles: Sequence[float]) -> None:
    ink = frame.ink
    for percent in (*_RINGS, _WHOLE):
        ring = [frame.at(angle, percent) for angle in angles]
        width = 0.8 if percent == _WHOLE else 0.35
        frame.drawing.add(polyline([*ring, ring[0]], ink.grid, width=width))
    for angle in angles:
        stroke(frame.drawing, frame.centre, frame.at(angle, _WHOLE), ink.grid, width=0.25)
    for percent in _RINGS:
        x, y = frame.at(0, percent)
        text = word("percent", value=percent)
        label(frame.drawing, (x + 0.25 * frame.size, y + 0.15 * frame.size), text, ink.muted, size=0.78 * frame.size)


def _name(frame: _Frame, axis: FactorAxis, angle: float) -> None:
    """Name outside the outline, its points under it."""
    size, ink = frame.size, frame.ink
    stands = _stands(angle)
    lines = _lines(axis, frame.column * 1.6 if stands else frame.column, size)
    tall = (len(lines) + 1) * size * _LEADING
    x, y = frame.at(angle, _WHOLE)
    if stands:
        anchor, top = "middle", y + tall + 0.35 * size if cos(angle) > 0 else y - 0.5 * size
    else:
        anchor = "start" if sin(angle) > 0 else "end"
        x += 0.9 * size if sin(angle) > 0 else -0.9 * size
        top = y + tall / 2
    for rank, line in enumerate(lines):
        at = (x, top - (rank + 0.8) * size * _LEADING)
        label(frame.drawing, at, line, ink.text, size=size, face=SEMIBOLD, anchor=anchor)
    at = (x, top - (len(lines) + 0.8) * size * _LEADING)
    label(frame.drawing, at, _points(axis), ink.muted, size=size, face=REGULAR, anchor=anchor)


def _points(axis: FactorAxis) -> str:
    if axis.entry is None:
        return word("unfinished")
    if axis.exit is None:
        return word("out_of_points", points=axis.entry, maximum=axis.maximum)
    moved = word("from_to", entry=axis.entry, exit=axis.exit)
    return word("out_of_points", points=moved, maximum=axis.maximum)


def _outline(frame: _Frame, angles: Sequence[float], percents: Sequence[float | None], *, solid: bool) -> None:
    """The line through the known points, closed and filled once all are known."""
    ink = frame.ink
    points = [frame.at(angle, one) for angle, one in zip(angles, percents, strict=True) if one is not None]
    if len(points) == len(angles):
        if solid:
            frame.drawing.contents.insert(0, polygon(points, fill=ink.pale, outline=None))
        closed = [*points, points[0]]
        dash = None if solid else [3, 2]
        colour, width = (ink.accent, 1.4) if solid else (ink.entry, 1.0)
        frame.drawing.add(polyline(closed, colour, width=width, dash=dash))
    for point in points:
        if solid:
            disc(frame.drawing, point, 0.26 * frame.size, fill=ink.accent)
        else:
            disc(frame.drawing, point, 0.29 * frame.size, fill=ink.ground, outline=ink.entry, width=0.8)
