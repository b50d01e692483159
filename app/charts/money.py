"""Who pays: public aid solid, the company hatched, on one bar."""

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from app.charts.faces import SEMIBOLD, width_of
from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas, label
from app.charts.symbols import hatch
from app.domain.quantities import Cents


@dataclass(frozen=True, slots=True)
class FundingPart:
    """One payer: its amount in cents, the amount in words, and who it is."""

    amount: Cents
    text: str
    name: str


def funding_bar(
    public: FundingPart, company: FundingPart, *, width: float, ink: Ink = PAPER, size: float = 9.0, thick: float = 22
) -> Drawing:
    """Public aid and what the company pays, as shares of the whole.

    A figure that does not fit inside its part is written beside the name of its payer.
    """
    total = public.amount + company.amount
    split = width * public.amount / total if total else 0.0
    inside = size * 1.2
    fits = [
        width_of(part.text, SEMIBOLD, inside) + 2 * inside < room
        for part, room in ((public, split), (company, width - split if total else 0.0))
    ]
    heads = [
        part.name if fit else f"{part.name} : {part.text}" for part, fit in zip((public, company), fits, strict=True)
    ]
    wide = [width_of(head, SEMIBOLD, size) for head in heads]
    side_by_side = wide[0] + wide[1] + 2 * size <= width
    drawing = canvas(width, thick + (1.6 if side_by_side else 2.9) * size)
    base = thick + 0.6 * size
    label(drawing, (0, base + (0 if side_by_side else 1.3 * size)), heads[0], ink.text, size=size, face=SEMIBOLD)
    start = max(wide[0] + 2 * size, min(split, width - wide[1])) if side_by_side else max(0.0, width - wide[1])
    label(drawing, (start, base), heads[1], ink.text, size=size, face=SEMIBOLD)
    box(drawing, (0, 0), (width, thick), fill=ink.ground, outline=ink.accent, width=0.8)
    if total and company.amount:
        drawing.add(hatch((split, 0), (width - split, thick), ink.accent, step=4.2))
    if total and public.amount:
        box(drawing, (0, 0), (split, thick), fill=ink.accent)
    baseline = thick / 2 - 0.36 * inside
    if fits[0]:
        label(drawing, (split / 2, baseline), public.text, ink.on_accent, size=inside, face=SEMIBOLD, anchor="middle")
    if fits[1]:
        plate = width_of(company.text, SEMIBOLD, inside) + inside
        middle = (split + width) / 2
        box(drawing, (middle - plate / 2, 2.5), (plate, thick - 5), fill=ink.ground)
        label(drawing, (middle, baseline), company.text, ink.text, size=inside, face=SEMIBOLD, anchor="middle")
    return drawing
