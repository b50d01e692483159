"""The drawing of every chart: ReportLab's, painted straight onto the page.

ReportLab's renderer keeps a stack of states for nested groups, which costs four fifths of the time of a chart; charts are
flat and each shape says all of its style, so only what changes from one shape to the next is written.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Rect, String
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas


class Figure(Drawing):  # type: ignore[misc]  # ReportLab has no types
    """A flat drawing made of lines, rectangles, circles, paths and texts.

    What it shows is said by `describe`; one of which nothing is said is an ornament.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height)
        self.__dict__["told"] = ("", ())

    def draw(self, showBoundary: object = None) -> None:  # noqa: N803
        """Paints it at the origin of the page's canvas, as a flowable of a document."""
        figure = getattr(self.canv, "figure", None)
        with nullcontext() if figure is None else figure(*self.told):
            self._paint()

    def _paint(self) -> None:
        self.canv.saveState()
        if self.renderScale != 1:
            self.canv.scale(self.renderScale, self.renderScale)
        pen = _Pen(self.canv)
        for shape in self.contents:
            _PAINTERS[type(shape)](pen, shape)
        self.canv.restoreState()


def describe(drawing: Drawing, alternative: str, rows: Sequence[Sequence[str]] = ()) -> Drawing:
    """The drawing, with what it shows said for who cannot see it.

    Args:
        drawing: A chart of this package.
        alternative: What it shows, in a sentence or a few words.
        rows: Its data as a table, the head first; each row begins with what it is about.
    """
    drawing.__dict__["told"] = (alternative, tuple(tuple(row) for row in rows))
    return drawing


class _Pen:
    """The canvas and what was last set on it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._set: dict[str, object] = {}

    def _change(self, name: str, value: object) -> bool:
        if self._set.get(name, self) == value:
            return False
        self._set[name] = value
        return True

    def fill(self, colour: Color) -> None:
        """Sets the colour of areas and letters."""
        if self._change("fill", colour):
            self.canvas.setFillColor(colour)

    def font(self, face: str, size: float) -> None:
        """Sets the face and its size."""
        if self._change("font", (face, size)):
            self.canvas.setFont(face, size)

    def outline(self, shape: Any) -> bool:
        """Sets the line of a shape; whether it has one."""
        if shape.strokeColor is None:
            return False
        if self._change("stroke", shape.strokeColor):
            self.canvas.setStrokeColor(shape.strokeColor)
        if self._change("width", shape.strokeWidth):
            self.canvas.setLineWidth(shape.strokeWidth)
        if self._change("join", shape.strokeLineJoin):
            self.canvas.setLineJoin(shape.strokeLineJoin)
        dash: Sequence[float] = shape.strokeDashArray or ()
        if self._change("dash", tuple(dash)):
            self.canvas.setDash(list(dash))
        return True

    def area(self, shape: Any) -> dict[str, int]:
        """Sets the line and the inside of a shape; what is to be painted of it."""
        stroke = self.outline(shape)
        if shape.fillColor is not None:
            self.fill(shape.fillColor)
        return {"stroke": int(stroke), "fill": int(shape.fillColor is not None)}


def _text(pen: _Pen, shape: String) -> None:
    pen.fill(shape.fillColor)
    pen.font(shape.fontName, shape.fontSize)
    write = {"start": pen.canvas.drawString, "middle": pen.canvas.drawCentredString, "end": pen.canvas.drawRightString}
    write[shape.textAnchor](shape.x, shape.y, shape.text)


def _line(pen: _Pen, shape: Line) -> None:
    if pen.outline(shape):
        pen.canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)


def _rect(pen: _Pen, shape: Rect) -> None:
    pen.canvas.rect(shape.x, shape.y, shape.width, shape.height, **pen.area(shape))


def _circle(pen: _Pen, shape: Circle) -> None:
    pen.canvas.circle(shape.cx, shape.cy, shape.r, **pen.area(shape))


def _path(pen: _Pen, shape: Path) -> None:
    path = pen.canvas.beginPath()
    index = 0
    for operator in shape.operators:
        step, count = ((path.moveTo, 2), (path.lineTo, 2), (path.curveTo, 6), (path.close, 0))[operator]
        step(*shape.points[index : index + count])
        index += count
    pen.canvas.drawPath(path, **pen.area(shape))


_PAINTERS: dict[type, Callable[[_Pen, Any], None]] = {
    String: _text,
    Line: _line,
    Rect: _rect,
    Circle: _circle,
    Path: _path,
}
