"""A drawing as SVG that QtSvg and browsers paint alike.

ReportLab's own SVG renderer rounds text to whole units, colours to whole percents, cannot end a dash and clips outside of `defs`,
which QtSvg paints black; the charts use five shapes only, so they are written here directly.
"""

from collections.abc import Callable
from html import escape

from reportlab.graphics.shapes import Circle, Drawing, Line, Path, Rect, String
from reportlab.lib.colors import Color

from app.charts.faces import CSS_FACE, CSS_FAMILY

_COMMANDS = (("M", 2), ("L", 2), ("C", 6), ("Z", 0))
_ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}
_JOINS = ("miter", "round", "bevel")
_CAPS = ("butt", "round", "square")


def to_svg(drawing: Drawing, title: str = "") -> bytes:
    """The drawing as a standalone SVG document.

    Args:
        drawing: A chart of this package.
        title: Accessible name, or nothing.
    """
    width, height = _number(drawing.width), _number(drawing.height)
    body = "".join(_WRITERS[type(shape)](shape, drawing.height) for shape in drawing.contents)
    named = f"<title>{escape(title)}</title>" if title else ""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'{head} role="img">{named}{body}</svg>'.encode()


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _colour(colour: Color | None) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:]}"


def _style(shape: object) -> str:
    outline = getattr(shape, "strokeColor", None)
    parts = [f'fill="{_colour(getattr(shape, "fillColor", None))}"']
    if outline is not None:
        parts.append(f'stroke="{_colour(outline)}" stroke-width="{_number(getattr(shape, "strokeWidth", 1))}"')
        dash = getattr(shape, "strokeDashArray", None)
        if dash:
            parts.append(f'stroke-dasharray="{" ".join(_number(length) for length in dash)}"')
        if getattr(shape, "strokeLineJoin", 0):
            parts.append(f'stroke-linejoin="{_JOINS[getattr(shape, "strokeLineJoin", 0)]}"')
        if getattr(shape, "strokeLineCap", 0):
            parts.append(f'stroke-linecap="{_CAPS[getattr(shape, "strokeLineCap", 0)]}"')
    return " ".join(parts)


def _text(shape: String, height: float) -> str:
    weight, slant = CSS_FACE[shape.fontName]
    face = f'font-family="{CSS_FAMILY}" font-size="{_number(shape.fontSize)}" font-weight="{weight}"'
    slanted = "" if slant == "normal" else f' font-style="{slant}"'
    where = f'x="{_number(shape.x)}" y="{_number(height - shape.y)}"'
    colour = _colour(shape.fillColor)
    anchor = _ANCHORS[shape.textAnchor]
    return f'<text {where} {face}{slanted}{anchor} fill="{colour}">{escape(shape.text)}</text>'


def _line(shape: Line, height: float) -> str:
    ends = f'x1="{_number(shape.x1)}" y1="{_number(height - shape.y1)}"'
    return f'<line {ends} x2="{_number(shape.x2)}" y2="{_number(height - shape.y2)}" {_style(shape)}/>'


def _rect(shape: Rect, height: float) -> str:
    place = f'x="{_number(shape.x)}" y="{_number(height - shape.y - shape.height)}"'
    rounded = f' rx="{_number(shape.rx)}"' if shape.rx else ""
    return f'<rect {place} width="{_number(shape.width)}" height="{_number(shape.height)}"{rounded} {_style(shape)}/>'


def _circle(shape: Circle, height: float) -> str:
    centre = f'cx="{_number(shape.cx)}" cy="{_number(height - shape.cy)}"'
    return f'<circle {centre} r="{_number(shape.r)}" {_style(shape)}/>'


def _path(shape: Path, height: float) -> str:
    steps, index = [], 0
    for operator in shape.operators:
        command, count = _COMMANDS[operator]
        values = shape.points[index : index + count]
        index += count
        turned = [value if rank % 2 == 0 else height - value for rank, value in enumerate(values)]
        steps.append(command + " ".join(_number(value) for value in turned))
    return f'<path d="{"".join(steps)}" {_style(shape)}/>'


_WRITERS: dict[type, Callable[..., str]] = {
    String: _text,
    Line: _line,
    Rect: _rect,
    Circle: _circle,
    Path: _path,
}
