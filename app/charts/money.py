"""Who pays: public aid solid, the company hatched, on one bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from app.charts.faces import SEMIBOLD, width_of
from app.charts.ink import PAPER, Ink
from app.charts.marks import box, canvas, label, stroke
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


@dataclass(frozen=True, slots=True)
class ScenarioColumn:
    """A scenario: the whole in words, and its two payers."""

    total_text: str
    public: FundingPart
    company: FundingPart


def scenario_columns(
    scenarios: Sequence[ScenarioColumn], *, width: float, height: float, ink: Ink = PAPER, size: float = 8.0
) -> Drawing:
    """Scenarios side by side on one scale: public aid solid below, the company hatched above, amounts beside them."""
    drawing = canvas(width, height)
    pitch = width / max(3, len(scenarios))
    highest = max((one.public.amount + one.company.amount for one in scenarios), default=0)
    room = height - 2 * size
    for rank, one in enumerate(scenarios):
        left = rank * pitch
        stroke(drawing, (left, 0.5), (left + pitch - 14, 0.5), ink.rule, width=0.6)
        total = one.public.amount + one.company.amount
        tall = room * total / highest if highest else 0.0
        split = tall * one.public.amount / total if total else 0.0
        bar = pitch * 0.36
        if one.company.amount:
            box(drawing, (left, split + 0.5), (bar, tall - split), fill=ink.ground, outline=ink.accent, width=0.8)
            drawing.add(hatch((left, split + 0.5), (bar, tall - split), ink.accent, step=4.2))
        if one.public.amount:
            box(drawing, (left, 0.5), (bar, split), fill=ink.accent)
        at = (left + bar / 2, tall + 0.5 * size)
        label(drawing, at, one.total_text, ink.text, size=size, face=SEMIBOLD, anchor="middle")
        _beside(drawing, one, left + bar + size, (split, tall), ink=ink, size=size)
    return drawing


def _beside(
    drawing: Drawing, one: ScenarioColumn, x: float, levels: tuple[float, float], *, ink: Ink, size: float
) -> None:
    """Amounts in the middle of their parts, pushed apart when a part is thin."""
    split, tall = levels
    block = 3.0 * size
    low = max(split / 2 - block / 2, 0.4 * size)
    high = max((split + tall) / 2 - block / 2, low + block + 0.4 * size)
    for part, bottom in ((one.public, low), (one.company, high)):
        label(drawing, (x, bottom + 1.5 * size), part.text, ink.text, size=size * 1.5, face=SEMIBOLD)
        label(drawing, (x, bottom + 0.25 * size), part.name, ink.text, size=size)
