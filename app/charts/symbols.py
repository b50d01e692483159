"""One symbol per state and the hatches of areas, as paths: no font and no colour is needed to read them."""

from math import cos, pi, sin, sqrt

from reportlab.graphics.shapes import Drawing, Path
from reportlab.lib.colors import Color

from app.charts.ink import PAPER, Ink, LevelInk
from app.charts.marks import Point, canvas, disc, open_path, polyline, stroke
from app.domain.referential import Level

_KAPPA = 4 / 3 * (sqrt(2) - 1)


def symbol(drawing: Drawing, centre: Point, radius: float, level: Level | None, ink: Ink = PAPER) -> None:
    """Draws the symbol of a state, or the dotted ring of « no answer »."""
    weight = max(0.8, radius * 0.26)
    reach = radius - weight / 2
    if level is None:
        disc(drawing, centre, reach, outline=ink.grid, width=weight * 0.8, dash=[weight, weight * 1.4])
        return
    own = ink.levels[level]
    if level is Level.IN_PLACE:
        _in_place(drawing, centre, radius, own, ink)
        return
    filled = own.fill if level in {Level.UNKNOWN, Level.NOT_CONCERNED} else ink.ground
    disc(drawing, centre, reach, fill=filled, outline=own.outline, width=weight)
    if level is Level.UNKNOWN:
        _question(drawing, centre, reach, own.outline)
    elif level is Level.NOT_CONCERNED:
        slant = reach * cos(pi / 4)
        start, end = (centre[0] - slant, centre[1] - slant), (centre[0] + slant, centre[1] + slant)
        stroke(drawing, start, end, own.outline, width=weight)
    else:
        drawing.add(_sector(centre, reach, half=level is Level.IN_PROGRESS, colour=_area(own, ink)))


def glyph(level: Level | None, size: float, ink: Ink = PAPER) -> Drawing:
    """The symbol of a state alone, in a square."""
    drawing = canvas(size, size)
    symbol(drawing, (size / 2, size / 2), size / 2, level, ink)
    return drawing


def _area(own: LevelInk, ink: Ink) -> Color:
    """Colour inside a symbol: that of the state, or its outline where paper has no shade."""
    return own.outline if own.fill == ink.ground else own.fill


def _in_place(drawing: Drawing, centre: Point, radius: float, own: LevelInk, ink: Ink) -> None:
    disc(drawing, centre, radius, fill=_area(own, ink))
    x, y = centre
    tick = [(-0.46, -0.02), (-0.14, -0.34), (0.46, 0.34)]
    points = [(x + dx * radius, y + dy * radius) for dx, dy in tick]
    drawing.add(polyline(points, ink.ground, width=max(0.8, radius * 0.26)))


def _question(drawing: Drawing, centre: Point, reach: float, colour: Color) -> None:
    x, y = centre
    hook = open_path(colour, width=max(0.7, reach * 0.22))
    hook.moveTo(x - 0.32 * reach, y + 0.24 * reach)
    hook.curveTo(
        x - 0.32 * reach, y + 0.70 * reach, x + 0.36 * reach, y + 0.70 * reach, x + 0.34 * reach, y + 0.22 * reach
    )
    hook.curveTo(x + 0.32 * reach, y - 0.06 * reach, x, y - 0.02 * reach, x, y - 0.26 * reach)
    drawing.add(hook)
    disc(drawing, (x, y - 0.54 * reach), reach * 0.14, fill=colour)


def _sector(centre: Point, reach: float, *, half: bool, colour: Color) -> Path:
    """The upper right quarter of a disc, or its right half."""
    x, y = centre
    bend = reach * _KAPPA
    path = Path(fillColor=colour, strokeColor=None)
    path.moveTo(x, y + reach)
    path.curveTo(x + bend, y + reach, x + reach, y + bend, x + reach, y)
    if half:
        path.curveTo(x + reach, y - bend, x + bend, y - reach, x, y - reach)
    else:
        path.lineTo(x, y)
    path.closePath()
    return path


def hatch(
    at: Point, size: Point, colour: Color, *, step: float = 2.1, width: float = 0.45, falling: bool = False
) -> Path:
    """Lines at 45° clipped to a rectangle by arithmetic, `step` apart, rising to the right or falling."""
    (left, bottom), (across, up) = at, size
    path = open_path(colour, width=width)
    shift = step * sqrt(2)
    offset = shift - up
    while offset < across:
        start = max(0.0, offset)
        end = min(across, offset + up)
        ends = (across - start, across - end) if falling else (start, end)
        path.moveTo(left + ends[0], bottom + start - offset)
        path.lineTo(left + ends[1], bottom + end - offset)
        offset += shift
    return path


def ring_arc(centre: Point, radius: float, angles: Point, colour: Color, *, width: float) -> Path:
    """An arc of a circle; angles in radians, clockwise from the top."""
    start, end = angles
    pieces = max(1, int(abs(end - start) / (pi / 8)) + 1)
    turn = (end - start) / pieces
    bend = 4 / 3 * sin(turn / 4) / cos(turn / 4) * radius
    path = open_path(colour, width=width)
    path.moveTo(centre[0] + radius * sin(start), centre[1] + radius * cos(start))
    for piece in range(pieces):
        first, last = start + piece * turn, start + (piece + 1) * turn
        path.curveTo(
            centre[0] + radius * sin(first) + bend * cos(first),
            centre[1] + radius * cos(first) - bend * sin(first),
            centre[0] + radius * sin(last) - bend * cos(last),
            centre[1] + radius * cos(last) + bend * sin(last),
            centre[0] + radius * sin(last),
            centre[1] + radius * cos(last),
        )
    return path
