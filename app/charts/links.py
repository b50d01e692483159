"""Lines from the end of an action to the start of the one that waits for it."""

from reportlab.graphics.shapes import Drawing

from app.charts.ink import Ink
from app.charts.marks import Point, polygon, polyline

_STUB = 4.0
_HEAD = 3.0


def dependency_line(drawing: Drawing, end: Point, start: Point, edge: float, ink: Ink) -> None:
    """Draws the elbow from the right end of one bar to the left end of another, its head an arrow.

    Args:
        drawing: The calendar.
        end: Right end of the bar that is awaited, at its middle.
        start: Left end of the bar that waits, at its middle.
        edge: Height between both rows at which a line may run back, when the bar that waits starts too early.
        ink: Colours.
    """
    (x1, y1), (x2, y2) = end, start
    out = min(x1 + _STUB, drawing.width - 0.5)
    tip = x2 - 0.3
    if out <= tip - _HEAD:
        points = [end, (out, y1), (out, y2), (tip - _HEAD, y2)]
    else:
        back = x2 - _STUB - _HEAD
        points = [end, (out, y1), (out, edge), (back, edge), (back, y2), (tip - _HEAD, y2)]
    drawing.add(polyline(points, ink.muted, width=0.8))
    half = _HEAD * 0.6
    head = [(tip, y2), (tip - _HEAD, y2 + half), (tip - _HEAD, y2 - half)]
    drawing.add(polygon(head, fill=ink.muted, outline=ink.muted, width=0.3))
