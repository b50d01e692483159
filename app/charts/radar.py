"""The radar of all themes: one axis each, levers told apart by arcs, entry dashed and hollow against exit solid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from reportlab.graphics.shapes import Drawing

from app.charts.faces import REGULAR, SEMIBOLD
from app.charts.ink import PAPER, Ink
from app.charts.marks import Point, canvas, disc, label, polygon, polyline, stroke
from app.charts.radar_labels import LEADING, Axis, AxisLabel, LabelLayout, axes_of, lay_out
from app.charts.symbols import ring_arc
from app.domain.referential import Level, Referential, ThemeCode

Answers = Mapping[ThemeCode, Level | None]
"""Declared levels by theme; a theme that is absent or None has no answer yet."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Geometry shared by the steps of one radar."""

    drawing: Drawing
    ink: Ink
    centre: Point
    radius: float
    size: float

    def at(self, angle: float, distance: float) -> Point:
        return self.centre[0] + distance * sin(angle), self.centre[1] + distance * cos(angle)


def radar(
    referential: Referential,
    entry: Answers,
    exit_answers: Answers | None = None,
    *,
    width: float,
    height: float,
    ink: Ink = PAPER,
    size: float = 10.5,
) -> Drawing:
    """Radar of the declared levels.

    Args:
        referential: Levers, themes and points.
        entry: Levels at entry; alone, they are drawn solid.
        exit_answers: Levels at exit, drawn solid over the dashed entry.
        width: Width of the drawing (pt on paper, px on screen).
        height: Wanted height; the drawing grows when the names need more.
        ink: Colours.
        size: Size of the names; 7.5 suits paper.
    """
    axes = axes_of(referential)
    layout = lay_out(axes, width, height, size)
    drawing = canvas(width, layout.height)
    radius = min(width / 2 - layout.column - 2.4 * size, layout.height / 2 - 2.2 * size)
    frame = _Frame(drawing, ink, (width / 2, layout.height / 2), radius, size)
    highest = max(spec.points for spec in referential.levels)
    _grid(frame, axes, sorted({spec.points for spec in referential.levels if spec.points > 0}), highest)
    _arcs(frame, axes)
    for placed in layout.labels:
        _name(frame, placed, layout)
    if exit_answers is not None:
        _hollow(frame, axes, {axis: _share(referential, entry.get(axis.code), highest) for axis in axes})
    last = entry if exit_answers is None else exit_answers
    _solid(frame, axes, {axis: _share(referential, last.get(axis.code), highest) for axis in axes})
    _ring_figures(frame, [spec.points for spec in referential.levels if spec.points > 1], highest)
    return drawing


def _share(referential: Referential, level: Level | None, highest: int) -> float | None:
    return None if level is None else referential.points(level) / highest


def _grid(frame: _Frame, axes: Sequence[Axis], rings: Sequence[int], highest: int) -> None:
    for axis in axes:
        end = frame.at(axis.angle, frame.radius)
        stroke(frame.drawing, frame.centre, end, frame.ink.grid, width=0.25)
    for points in rings:
        last = points == highest
        width = 0.8 if last else 0.35
        disc(frame.drawing, frame.centre, frame.radius * points / highest, outline=frame.ink.grid, width=width)


def _arcs(frame: _Frame, axes: Sequence[Axis]) -> None:
    slot = min((second.angle - first.angle for first, second in pairwise(axes)), default=pi)
    colours = (frame.ink.text, frame.ink.grid)
    for rank in sorted({axis.lever_rank for axis in axes}):
        own = [axis.angle for axis in axes if axis.lever_rank == rank]
        angles = (own[0] - slot * 0.5, own[-1] + slot * 0.5)
        colour = colours[rank % 2]
        frame.drawing.add(ring_arc(frame.centre, frame.radius + 0.45 * frame.size, angles, colour, width=2.2))


def _name(frame: _Frame, placed: AxisLabel, layout: LabelLayout) -> None:
    side = 1 if placed.axis.right else -1
    anchor = "start" if placed.axis.right else "end"
    size, ink = frame.size, frame.ink
    inner = frame.centre[0] + side * (frame.drawing.width / 2 - layout.column)
    middle = frame.centre[1] + placed.middle
    leader = [
        frame.at(placed.axis.angle, frame.radius + 0.95 * size),
        (inner - side * 1.0 * size, middle),
        (inner - side * 0.3 * size, middle),
    ]
    frame.drawing.add(polyline(leader, ink.grid, width=0.5))
    code_at = (inner, middle - 0.35 * size)
    label(frame.drawing, code_at, placed.axis.code, ink.accent, size=size, face=SEMIBOLD, anchor=anchor)
    baseline = middle + (len(placed.lines) - 1) * size * LEADING / 2 - 0.35 * size
    for rank, line in enumerate(placed.lines):
        at = (inner + side * layout.code_width, baseline - rank * size * LEADING)
        label(frame.drawing, at, line, ink.text, size=size, face=REGULAR, anchor=anchor)


def _runs(frame: _Frame, axes: Sequence[Axis], scaled: Mapping[Axis, float | None]) -> list[list[Point]]:
    """Points in unbroken runs; a missing answer breaks the line."""
    runs: list[list[Point]] = [[]]
    for axis in axes:
        share = scaled[axis]
        if share is None:
            runs.append([])
        else:
            runs[-1].append(frame.at(axis.angle, share * frame.radius))
    if len(runs) > 1 and runs[0] and runs[-1]:
        runs[0] = runs.pop() + runs[0]
    return [run for run in runs if run]


def _solid(frame: _Frame, axes: Sequence[Axis], scaled: Mapping[Axis, float | None]) -> None:
    ink = frame.ink
    runs = _runs(frame, axes, scaled)
    if None not in scaled.values():
        frame.drawing.contents.insert(0, polygon(runs[0], fill=ink.pale, outline=None))
        frame.drawing.add(polygon(runs[0], fill=None, outline=ink.accent, width=1.4))
    else:
        for run in runs:
            if len(run) > 1:
                frame.drawing.add(polyline(run, ink.accent, width=1.4))
    for run in runs:
        for point in run:
            disc(frame.drawing, point, 0.24 * frame.size, fill=ink.accent)


def _hollow(frame: _Frame, axes: Sequence[Axis], scaled: Mapping[Axis, float | None]) -> None:
    ink = frame.ink
    runs = _runs(frame, axes, scaled)
    whole = None not in scaled.values()
    for run in runs:
        line = [*run, run[0]] if whole else run
        if len(line) > 1:
            frame.drawing.add(polyline(line, ink.entry, width=1.0, dash=[3, 2]))
    for run in runs:
        for point in run:
            disc(frame.drawing, point, 0.27 * frame.size, fill=ink.ground, outline=ink.entry, width=0.8)


def _ring_figures(frame: _Frame, rings: Sequence[int], highest: int) -> None:
    size = frame.size * 0.8
    for points in rings:
        at = (frame.centre[0], frame.centre[1] + frame.radius * points / highest - 1.1 * size)
        label(frame.drawing, at, str(points), frame.ink.muted, size=size, anchor="middle")
