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


@dataclass(frozen=True, slots=True)
class _Caption:
    """Where the words of a mark begin, and on which row above the ruler."""

    start: float
    row: int


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
    captions = _captions(marks, track)
    rows = max((caption.row for caption in captions), default=-1) + 1
    drawing = canvas(width, track.top + (0.9 + 1.3 * rows) * size)
    place, extent = (left, track.bottom), (right - left, track.thick)
    box(drawing, place, extent, fill=ink.ground, outline=ink.accent, width=0.8)
    if marks:
        box(drawing, place, (marks[-1].value * track.scale, track.thick), fill=ink.accent)
    for tick in _ticks(maximum):
        x = track.x(tick)
        stroke(drawing, (x, track.bottom - 0.35 * size), (x, track.bottom), ink.accent, width=0.6)
        label(drawing, (x, track.bottom - 1.35 * size), str(tick), ink.muted, size=size * 0.94, anchor="middle")
    for mark, caption in zip(marks, captions, strict=True):
        _pointer(drawing, mark, track, caption, solid=mark is marks[-1])
    return drawing


def _ticks(maximum: int) -> list[int]:
    ticks = list(range(0, maximum, _STEP))
    if maximum - ticks[-1] < _STEP / 2 and len(ticks) > 1:
        ticks.pop()
    return [*ticks, maximum]


def _captions(marks: Sequence[RulerMark], track: _Track) -> list[_Caption]:
    """A place for each caption: beside its pointer, away from the other one, on a row of its own when it must."""
    highest = max((mark.value for mark in marks), default=0)
    air = 0.9 * track.size
    pointers = [(track.x(mark.value) - 0.6 * track.size, track.x(mark.value) + 0.6 * track.size) for mark in marks]
    taken: list[list[tuple[float, float]]] = [pointers]
    places = []
    for mark in marks:
        x, wide = track.x(mark.value), width_of(mark.caption, REGULAR, track.size)
        on_right, on_left = (x + air, x + air + wide), (x - air - wide, x - air)
        wanted = [on_right, on_left] if mark.value == highest else [on_left, on_right]
        inside = [span for span in wanted if span[0] >= 0 and span[1] <= track.right] or [(0.0, wide)]
        row = 0
        while not (free := [span for span in inside if not _meets(span, taken[row])]):
            row += 1
            if row == len(taken):
                taken.append([])
        taken[row].append(free[0])
        places.append(_Caption(free[0][0], row))
    return places


def _meets(span: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _pointer(drawing: Drawing, mark: RulerMark, track: _Track, caption: _Caption, *, solid: bool) -> None:
    ink, size, x, row = track.ink, track.size, track.x(mark.value), caption.row
    tip = track.top + 0.15 * size
    corners = [(x, tip), (x - 0.5 * size, tip + 0.75 * size), (x + 0.5 * size, tip + 0.75 * size)]
    drawing.add(polygon(corners, fill=ink.accent if solid else ink.ground, outline=ink.accent, width=0.6))
    if row:
        head = tip + 0.75 * size
        stroke(drawing, (x, head), (x, head + (0.4 + 1.3 * (row - 1) + 0.3) * size), ink.accent, width=0.5)
    label(drawing, (caption.start, tip + (0.15 + 1.3 * row) * size), mark.caption, ink.text, size=size)
