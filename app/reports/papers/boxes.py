"""Boxes in which a paper is signed by hand."""

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable

from app.charts.figure import describe
from app.charts.marks import canvas, label, stroke
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.sheet import INK, STRONG_RULE
from app.reports.tables import ruled_table
from app.reports.writing import prose

_INNER = 12.0
_HEIGHT = 74.0


def signing_box(desk: Desk, role: str, names: tuple[str, str], width: float) -> Flowable:
    """A framed box: who signs, in which quality, then the place of the day and of the signature."""
    told: list[Flowable] = [
        desk.say(role, "head"),
        Gap(3),
        prose(names[0] or "\u00a0", "h3_large"),
        prose(names[1], "small"),
        _writing(desk, width - 2 * _INNER),
    ]
    if desk.mission.fictional:
        told.append(desk.say("signature.fictional", "cell_bold"))
    framed = ruled_table([], [[told]], [width], ruled=False)
    framed.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), STRONG_RULE, INK.accent),
            ("LEFTPADDING", (0, 0), (-1, -1), _INNER),
            ("RIGHTPADDING", (0, 0), (-1, -1), _INNER),
            ("TOPPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ]
    )
    return framed


def company_names(desk: Desk) -> tuple[str, str]:
    """Who signs for the company, and what is written under."""
    company = desk.mission.company
    if company.head_name and company.head_function:
        return company.head_name, f"{company.head_function}, {company.name}"
    return company.head_name or company.head_function, company.name


def provider_names(desk: Desk) -> tuple[str, str]:
    """Who signs for the provider, and what is written under."""
    return desk.mission.provider.lead_consultant, desk.mission.provider.name


def _writing(desk: Desk, width: float) -> Drawing:
    drawing = canvas(width, _HEIGHT)
    top = _HEIGHT - 22
    words = [desk.text(f"signature.{code}") for code in ("on", "at", "sign")]
    label(drawing, (0, top), words[0], INK.muted, size=8)
    label(drawing, (width * 0.45, top), words[1], INK.muted, size=8)
    stroke(drawing, (0, top - 6), (width, top - 6), INK.rule, width=0.6, dash=[2, 2])
    label(drawing, (0, top - 20), words[2], INK.muted, size=8)
    stroke(drawing, (0, 4), (width, 4), INK.rule, width=0.6)
    return describe(drawing, ", ".join(words))
