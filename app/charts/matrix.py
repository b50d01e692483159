"""The value/effort matrix of a plan: numbered badges in four named quadrants, titles in the key beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, hypot, pi, sin

from reportlab.graphics.shapes import Drawing

from app.charts.faces import ITALIC, SEMIBOLD, width_of
from app.charts.gantt import BarLook
from app.charts.ink import PAPER, Ink
from app.charts.marks import Point, box, canvas, disc, label, stroke
from app.charts.words import word
from app.domain.placement import BORDER, SCALE, Placement, Quadrant

Bound = tuple[float, float, float, float]

_ROUNDS, _MOST_PAIRS = 240, 400_000
_TURN = pi * (3 - 5**0.5)
_AIR = 1.2
_LEAST_REACH = 0.6
_CORNER = Placement(SCALE, 0)


@dataclass(frozen=True, slots=True)
class MatrixBadge:
    """One action: its number, where it was placed, how the Gantt fills its bar, and whether it is the one selected."""

    number: str
    placement: Placement
    look: BarLook = BarLook.SOLID
    selected: bool = False


@dataclass(frozen=True, slots=True)
class MatrixFrame:
    """Square of the four quadrants within a drawing, y upwards.

    Attributes:
        left: Its left edge.
        bottom: Its lower edge.
        width: Its width.
        height: Its height.
        reach: Radius of a badge.
        name_height: What the name of a quadrant takes of its height.
    """

    left: float
    bottom: float
    width: float
    height: float
    reach: float
    name_height: float

    def centre(self, placement: Placement) -> Point:
        """True place of a badge."""
        return (
            self.left + self.width * placement.effort / SCALE,
            self.bottom + self.height * placement.value / SCALE,
        )

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Value and effort of a point, not bounded."""
        return round((y - self.bottom) / self.height * SCALE), round((x - self.left) / self.width * SCALE)


def matrix_frame(badges: Sequence[MatrixBadge], width: float, height: float, size: float) -> MatrixFrame:
    """The quadrants of a drawing of this size, and badges small enough for the fullest of them."""
    left, bottom, head = 0.5, 1.9 * size, 1.9 * size
    frame = MatrixFrame(left, bottom, width - 2 * left, height - bottom - head, 1.15 * size, 1.7 * size)
    quadrants = [badge.placement.quadrant for badge in badges]
    fullest = max((quadrants.count(one) for one in Quadrant), default=0)
    while frame.reach > _LEAST_REACH * size and _capacity(frame) < fullest:
        frame = replace(frame, reach=frame.reach * 0.95)
    return frame


def _capacity(frame: MatrixFrame) -> int:
    """Badges that a quadrant holds in straight rows."""
    left, right, low, high = _bounds(_CORNER, frame)
    apart = 2 * frame.reach + _AIR
    return (int((right - left) / apart) + 1) * (int((high - low) / apart) + 1)


def matrix(
    badges: Sequence[MatrixBadge], *, width: float, height: float, ink: Ink = PAPER, size: float = 8.0
) -> Drawing:
    """The matrix; badges too near to one another are pushed apart, each within its own quadrant.

    Args:
        badges: Actions that were placed.
        width: Width of the drawing.
        height: Its height.
        ink: Colours.
        size: Size of the text.
    """
    drawing = canvas(width, height)
    frame = matrix_frame(badges, width, height, size)
    _quadrants(drawing, frame, ink, size)
    label(drawing, (frame.left, height - 1.2 * size), word("value_axis"), ink.text, size=size, face=SEMIBOLD)
    at = (frame.left + frame.width, 0.45 * size)
    label(drawing, at, word("effort_axis"), ink.text, size=size, face=SEMIBOLD, anchor="end")
    centres = badge_centres(badges, frame)
    for badge, centre in zip(badges, centres, strict=True):
        true = frame.centre(badge.placement)
        if hypot(centre[0] - true[0], centre[1] - true[1]) > 0.25 * frame.reach:
            stroke(drawing, centre, true, ink.grid, width=0.5)
            disc(drawing, true, 0.12 * size, fill=ink.grid)
    for badge, centre in zip(badges, centres, strict=True):
        _badge(drawing, badge, centre, frame.reach, ink)
    return drawing


def badge_centres(badges: Sequence[MatrixBadge], frame: MatrixFrame) -> list[Point]:
    """Where each badge is drawn: its true place, pushed away from others, borders and names; in rows where too many are."""
    found: dict[int, Point] = {}
    for quadrant in Quadrant:
        ranks = [rank for rank, badge in enumerate(badges) if badge.placement.quadrant is quadrant]
        if ranks:
            found.update(zip(ranks, _spread([badges[rank].placement for rank in ranks], frame), strict=True))
    return [found[rank] for rank in range(len(badges))]


def _spread(placements: Sequence[Placement], frame: MatrixFrame) -> list[Point]:
    bound, apart = _bounds(placements[0], frame), 2 * frame.reach + _AIR
    spots = []
    for rank, placement in enumerate(placements):
        x, y = frame.centre(placement)
        # A hair of its own for each tells badges of one very place apart, always in the same way.
        spots.append(_within((x + 0.01 * cos(rank * _TURN), y + 0.01 * sin(rank * _TURN)), bound))
    for _ in range(min(_ROUNDS, _MOST_PAIRS // len(spots) ** 2)):
        if not _push(spots, bound, apart):
            return spots
    return _rows(placements, bound, apart) if _push(spots, bound, apart) else spots


def _rows(placements: Sequence[Placement], bound: Bound, apart: float) -> list[Point]:
    """Straight rows, the highest values first, for a quadrant too full for anything else."""
    left, right, low, high = bound
    many = int((right - left) / apart) + 1
    order = sorted(range(len(placements)), key=lambda rank: (-placements[rank].value, placements[rank].effort, rank))
    lines = -(-len(order) // many)
    step = min(apart, (high - low) / max(lines - 1, 1))
    spots = {}
    for place, rank in enumerate(order):
        spots[rank] = (left + (place % many) * apart, high - (place // many) * step)
    return [spots[rank] for rank in range(len(placements))]


def _bounds(placement: Placement, frame: MatrixFrame) -> Bound:
    """Least and greatest x, least and greatest y of a badge's centre: inside its quadrant, clear of its name."""
    margin = frame.reach + 0.6
    across, up = frame.width / 2, frame.height / 2
    left = frame.left + (across if placement.effort > BORDER else 0)
    bottom = frame.bottom + (up if placement.value > BORDER else 0)
    name = frame.name_height
    upper = placement.value > BORDER
    return (
        left + margin,
        left + across - margin,
        bottom + margin + (0 if upper else name),
        bottom + up - margin - (name if upper else 0),
    )


def _within(spot: Point, bound: Bound) -> Point:
    return max(bound[0], min(bound[1], spot[0])), max(bound[2], min(bound[3], spot[1]))


def _push(spots: list[Point], bound: Bound, apart: float) -> bool:
    """One round of relaxation; whether two badges were still too near."""
    pushed = False
    for one, two in combinations(range(len(spots)), 2):
        across, up = spots[two][0] - spots[one][0], spots[two][1] - spots[one][1]
        gap = hypot(across, up)
        if gap >= apart - _AIR / 2:
            continue
        pushed = True
        turn = (one + two) * _TURN
        way = (across / gap, up / gap) if gap > 0 else (cos(turn), sin(turn))
        step = (apart - gap) / 2
        spots[one] = _within((spots[one][0] - way[0] * step, spots[one][1] - way[1] * step), bound)
        spots[two] = _within((spots[two][0] + way[0] * step, spots[two][1] + way[1] * step), bound)
    return pushed


def _quadrants(drawing: Drawing, frame: MatrixFrame, ink: Ink, size: float) -> None:
    across, up = frame.width / 2, frame.height / 2
    box(drawing, (frame.left, frame.bottom + up), (across, up), fill=ink.pale)
    box(drawing, (frame.left, frame.bottom), (frame.width, frame.height), outline=ink.rule, width=0.8)
    middle = (frame.left + across, frame.bottom + up)
    dash = (3, 2.4)
    stroke(drawing, (middle[0], frame.bottom), (middle[0], frame.bottom + frame.height), ink.rule, width=0.6, dash=dash)
    stroke(drawing, (frame.left, middle[1]), (frame.left + frame.width, middle[1]), ink.rule, width=0.6, dash=dash)
    inset = 0.7 * size
    right, top = frame.left + frame.width - inset, frame.bottom + frame.height - 1.25 * size
    for quadrant, at, anchor in (
        (Quadrant.NOW, (frame.left + inset, top), "start"),
        (Quadrant.PREPARE, (right, top), "end"),
        (Quadrant.ALONGSIDE, (frame.left + inset, frame.bottom + inset), "start"),
        (Quadrant.LATER, (right, frame.bottom + inset), "end"),
    ):
        label(drawing, at, quadrant_name(quadrant), ink.muted, size=size, face=ITALIC, anchor=anchor)


def quadrant_name(quadrant: Quadrant) -> str:
    """French name of a quadrant, as it is drawn."""
    return word(f"quadrant_{quadrant.value}")


def _badge(drawing: Drawing, badge: MatrixBadge, centre: Point, reach: float, ink: Ink) -> None:
    solid = badge.look is BarLook.SOLID
    if badge.selected:
        disc(drawing, centre, reach + 2.5, fill=ink.ground, outline=ink.accent, width=1.5)
    dash = [2.4, 1.6] if badge.look is BarLook.OUTLINED else None
    fill = ink.accent if solid else ink.ground
    disc(drawing, centre, reach, fill=fill, outline=ink.accent, width=1, dash=dash)
    size = min(reach * 0.92, reach * 1.75 / max(width_of(badge.number, SEMIBOLD, 1), 0.01))
    at = (centre[0], centre[1] - 0.36 * size)
    colour = ink.on_accent if solid else ink.accent
    label(drawing, at, badge.number, colour, size=size, face=SEMIBOLD, anchor="middle")
