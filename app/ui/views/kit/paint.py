"""Strokes that every widget of the kit shares: crisp boxes, dashes, hatching, words."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from app.ui.views.look import colour

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def start(painter: QPainter) -> None:
    """Antialias shapes and words."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def pen(value: str, width: float = 1.0, dash: tuple[float, float] | None = None) -> QPen:
    """A pen with flat ends; `dash` in multiples of its width."""
    result = QPen(colour(value), width)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        result.setDashPattern(dash)
    return result


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    border: str | None = None,
    width: float = 1.0,
    dash: tuple[float, float] | None = None,
) -> None:
    """A rounded box whose border lies wholly inside `rect`, so that whole coordinates give crisp lines."""
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(pen(border, width, dash) if border else Qt.PenStyle.NoPen)
    inset = width / 2 if border else 0.0
    inner = rect.adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, min(radius - inset, inner.width() / 2, inner.height() / 2))
    painter.drawRoundedRect(inner, corner, corner)


def words(painter: QPainter, rect: QRectF, text: str, face: QFont, value: str, align: Qt.AlignmentFlag = LEFT) -> None:
    """Words on one line, never elided: what does not fit is a fault of the layout."""
    painter.setFont(face)
    painter.setPen(colour(value))
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), text)


def wrapped(
    painter: QPainter, rect: QRectF, text: str, face: QFont, value: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Words on as many lines as the width asks."""
    painter.setFont(face)
    painter.setPen(colour(value))
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextWordWrap), text)


def width_of(text: str, face: QFont) -> int:
    """Width of a line of words, in logical pixels, rounded up."""
    return QFontMetrics(face).horizontalAdvance(text) + 1


def wrapped_height(text: str, face: QFont, width: int) -> int:
    """Height of words wrapped to a width, in logical pixels."""
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(face).boundingRect(0, 0, max(1, width), 10_000, flags, text).height()


@lru_cache(maxsize=128)
def balanced_width(text: str, face: QFont, width: int) -> int:
    """The narrowest width that asks for no more lines than `width` does, so that lines come out alike."""
    height = wrapped_height(text, face, width)
    longest = max((width_of(word, face) for word in text.split()), default=0)
    narrow = width
    while narrow - 4 > longest and wrapped_height(text, face, narrow - 4) == height:
        narrow -= 4
    return narrow


def two_lines(text: str, face: QFont, width: int) -> str:
    """Words cut to two lines of a width where the whole stands elsewhere on the page, as the agenda over its ledger."""
    metrics = QFontMetrics(face)
    first = ""
    rest = text.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    if not first or not second:
        return text
    return f"{first}\n{metrics.elidedText(second, Qt.TextElideMode.ElideRight, width)}"


def line(painter: QPainter, x1: float, y1: float, x2: float, y2: float, value: str, width: float = 1.0) -> None:
    """A straight line; give half coordinates for a crisp one of 1 px."""
    painter.setPen(pen(value, width))
    painter.drawLine(QLineF(x1, y1, x2, y2))


def hatch(painter: QPainter, rect: QRectF, value: str, step: float = 5.0, width: float = 1.0) -> None:
    """Diagonal lines cut at the edges of `rect` by arithmetic (the same on screen and on paper)."""
    painter.setPen(pen(value, width))
    offset = step
    while offset < rect.width() + rect.height():
        x1, y1 = rect.left() + min(offset, rect.width()), rect.top() + max(0.0, offset - rect.width())
        x2, y2 = rect.left() + max(0.0, offset - rect.height()), rect.top() + min(offset, rect.height())
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        offset += step


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Outline of a rounded box."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
