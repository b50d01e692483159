"""Key of the bars of the calendar, beside the chart that uses them."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from app.charts.faces import REGULAR, width_of
from app.charts.figure import describe
from app.charts.gantt import BarLook
from app.charts.marks import box, canvas, label
from app.charts.symbols import hatch
from app.reports.sheet import INK


def look_keys(keys: Sequence[tuple[BarLook, str]], *, size: float = 8.0) -> Drawing:
    """One sample and its words for each look, on a line."""
    width = sum(34 + width_of(text, REGULAR, size) + 20 for _, text in keys)
    drawing = canvas(width, 14)
    x = 0.0
    for look, text in keys:
        fill = INK.accent if look is BarLook.SOLID else INK.ground
        box(drawing, (x + 0.4, 3), (26, 8), fill=fill, outline=INK.accent, width=0.7)
        if look is BarLook.HATCHED:
            drawing.add(hatch((x + 0.4, 3), (26, 8), INK.accent, step=2.6))
        label(drawing, (x + 32, 4.2), text, INK.text, size=size)
        x += 34 + width_of(text, REGULAR, size) + 20
    return describe(drawing, ", ".join(text for _, text in keys))
