"""The index on its ruler, from 0 to its maximum."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from app.charts.faces import REGULAR, width_of
from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas, label, polygon, stroke

_STEP = 50


@dataclass(frozen=True, slots=True)
class RulerMark:
    """A value on the ruler and the words beside its pointer."""

    value: int
    caption: str


@dataclass(frozen=True, slots=True)
class _Track:
    """Geometry of a ruler: its bar and its scale in units of width per point."""

    left: float
    right: float
    scale: float
    bottom: float
    thick: float
    ink: Ink
    size: float

    @property
    def top(self) -> float:
        return self.bottom + self.thick

    def x(self, value: int) -> float:
        return self.left + value * self.scale


def index_ruler(
    maximum: int, marks: Sequence[RulerMark], *, width: float, ink: Ink = PAPER, size: float = 8.0
) -> Drawing:
    """Ruler of the index: filled up to the last mark, empty without any (an incomplete questionnaire has no index).

    Args:
        maximum: Highest index (290).
        marks: Entry, then exit; none while incomplete.
        width: Width of the drawing.
        ink: Colours.
        size: Size of the text.
    """
    left, right = size, width - size
    track = _Track(left, right, (right - left) / maximum, 1.9 * size, 1.4 * size, ink, size)
    rows = _caption_rows(marks, track)
    drawing = canvas(width, track.top + (0.9 + 1.3 * (max(rows, default=-1) + 1)) * size)
    place, extent = (left, track.bottom), (right - left, track.thick)
    box(drawing, place, extent, fill=ink.ground, outline=ink.accent, width=0.8)
    if marks:
        box(drawing, place, (marks[-1].value * track.scale, track.thick), fill=ink.accent)
    for tick in _ticks(maximum):
        x = track.x(tick)
        stroke(drawing, (x, track.bottom - 0.35 * size), (x, track.bottom), ink.accent, width=0.6)
        label(drawing, (x, track.bottom - 1.35 * size), str(tick), ink.muted, size=size * 0.94, anchor="middle")
    for mark, row in zip(marks, rows, strict=True):
        _pointer(drawing, mark, track, row, solid=mark is marks[-1])
    return drawing


def _ticks(maximum: int) -> list[int]:
    ticks = list(range(0, maximum, _STEP))
    if maximum - ticks[-1] < _STEP / 2 and len(ticks) > 1:
        ticks.pop()
    return [*ticks, maximum]


def _caption_rows(marks: Sequence[RulerMark], track: _Track) -> list[int]:
    """A row for each caption, so that two never meet."""
    taken: list[tuple[int, float, float]] = []
    rows = []
    for mark in marks:
        start, end = _caption_span(mark, track)
        row = 0
        while any(row == other and start < until and since < end for other, since, until in taken):
            row += 1
        taken.append((row, start - track.size, end + track.size))
        rows.append(row)
    return rows


def _caption_span(mark: RulerMark, track: _Track) -> tuple[float, float]:
    wide = width_of(mark.caption, REGULAR, track.size)
    x, air = track.x(mark.value), 0.9 * track.size
    return (x + air, x + air + wide) if x + air + wide <= track.right else (max(0.0, x - air - wide), x - air)


def _pointer(drawing: Drawing, mark: RulerMark, track: _Track, row: int, *, solid: bool) -> None:
    ink, size, x = track.ink, track.size, track.x(mark.value)
    tip = track.top + 0.15 * size
    corners = [(x, tip), (x - 0.5 * size, tip + 0.75 * size), (x + 0.5 * size, tip + 0.75 * size)]
    drawing.add(polygon(corners, fill=ink.accent if solid else ink.ground, outline=ink.accent, width=0.6))
    if row:
        head = tip + 0.75 * size
        stroke(drawing, (x, head), (x, head + (0.4 + 1.3 * (row - 1) + 0.3) * size), ink.accent, width=0.5)
    start, _ = _caption_span(mark, track)
    label(drawing, (start, tip + (0.15 + 1.3 * row) * size), mark.caption, ink.text, size=size)
