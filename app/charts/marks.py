"""The few shapes that every chart is made of, each with all of its style said."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Rect, String
from reportlab.lib.colors import Color

from app.charts.faces import REGULAR, register_faces
from app.charts.figure import Figure

Point = tuple[float, float]


def canvas(width: float, height: float) -> Drawing:
    """An empty drawing; its unit is the point on paper and the pixel on screen."""
    register_faces()
    return Figure(width, height)


def label(
    drawing: Drawing,
    at: Point,
    text: str,
    colour: Color,
    *,
    size: float,
    face: str = REGULAR,
    anchor: str = "start",
) -> None:
    """A line of text; `at` is on its baseline, at its `start`, `middle` or `end`."""
    if text:
        shape = String(at[0], at[1], text, fontName=face, fontSize=size, fillColor=colour, textAnchor=anchor)
        drawing.add(shape)


def stroke(
    drawing: Drawing, start: Point, end: Point, colour: Color, *, width: float, dash: Sequence[float] | None = None
) -> None:
    """A straight line."""
    drawing.add(Line(*start, *end, strokeColor=colour, strokeWidth=width, strokeDashArray=list(dash) if dash else None))


def box(
    drawing: Drawing,
    at: Point,
    size: Point,
    *,
    fill: Color | None = None,
    outline: Color | None = None,
    width: float = 0,
    dash: Sequence[float] | None = None,
) -> None:
    """A rectangle from its lower left corner."""
    drawing.add(
        Rect(
            *at,
            *size,
            fillColor=fill,
            strokeColor=outline,
            strokeWidth=width,
            strokeDashArray=list(dash) if dash else None,
        )
    )


def disc(
    drawing: Drawing,
    centre: Point,
    radius: float,
    *,
    fill: Color | None = None,
    outline: Color | None = None,
    width: float = 0,
    dash: Sequence[float] | None = None,
) -> None:
    """A circle."""
    drawing.add(
        Circle(
            *centre,
            radius,
            fillColor=fill,
            strokeColor=outline,
            strokeWidth=width,
            strokeDashArray=list(dash) if dash else None,
        )
    )


def polygon(points: Sequence[Point], *, fill: Color | None, outline: Color | None, width: float = 0) -> Path:
    """A closed figure through points, corners rounded."""
    path = Path(fillColor=fill, strokeColor=outline, strokeWidth=width, strokeLineJoin=1)
    _through(path, points)
    path.closePath()
    return path


def polyline(points: Sequence[Point], colour: Color, *, width: float, dash: Sequence[float] | None = None) -> Path:
    """An open line through points, corners rounded."""
    path = open_path(colour, width=width, dash=dash)
    _through(path, points)
    return path


def open_path(colour: Color, *, width: float, dash: Sequence[float] | None = None) -> Path:
    """An empty path to be stroked only."""
    return Path(
        fillColor=None,
        strokeColor=colour,
        strokeWidth=width,
        strokeLineJoin=1,
        strokeDashArray=list(dash) if dash else None,
    )


def _through(path: Path, points: Sequence[Point]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
