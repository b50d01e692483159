"""The line icons (lucide, ISC), tinted, crisp at every pixel ratio, and kept once drawn.

QtSvg paints `currentColor` black, so the colour is written into the text before it is read.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

from app.resources import resource_path

STROKE = "1.75"


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    text = resource_path("icons", f"{name}.svg").read_text("utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """One icon as a pixmap.

    Args:
        name: Name of a file of `resources/icons`, without suffix.
        colour: #RRGGBB.
        size: Side in logical pixels.
        ratio: Device pixels for one logical pixel; the pixmap carries it.

    Raises:
        FileNotFoundError: No such icon is shipped.
    """
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    side = round(size * ratio)
    result = QPixmap(QSize(side, side))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def paint_icon(painter: QPainter, name: str, x: float, y: float, colour: str, size: int = 18) -> None:
    """Draw an icon with its top left corner at (x, y), at the pixel ratio of what is painted on."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap(name, colour, size, ratio))


def icon(name: str, colour: str, size: int = 18) -> "QIcon":
    """An icon for the places where Qt itself draws it (menus, actions of a line edit), at 100, 150 and 200 %."""
    from PySide6.QtGui import QIcon

    result = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result
