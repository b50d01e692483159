"""The strength of an effect as three rising blocks, filled up to it: read without colour and without figures."""

from reportlab.graphics.shapes import Drawing

from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas

_HEIGHTS = (0.42, 0.7, 1.0)


def strength_blocks(strength: int, size: float, ink: Ink = PAPER) -> Drawing:
    """Three rising blocks, `strength` of them filled.

    Args:
        strength: 1 to 3.
        size: Height of the highest block.
        ink: Colours.
    """
    wide = 0.62 * size
    drawing = canvas(wide * len(_HEIGHTS), size + 1)
    for rank, share in enumerate(_HEIGHTS):
        filled = rank < strength
        fill, outline = (ink.accent, ink.accent) if filled else (ink.ground, ink.rule)
        box(drawing, (rank * wide + 0.4, 0.4), (wide - 1.2, size * share), fill=fill, outline=outline, width=0.6)
    return drawing
