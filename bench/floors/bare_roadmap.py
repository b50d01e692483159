"""The pages of the feuille de route as bare ReportLab makes them: the same words, styles, tables and charts, and nothing more.

No tag, no structure, no outline, no embedded data, no metadata, no colour profile, no page furniture, no French typography: the
texts come already typeset, are parsed by ReportLab's own paragraphs, and charts are painted by its own renderer.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from unittest.mock import patch

import pypdfium2
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from app.charts.faces import REGULAR
from app.charts.figure import Figure
from app.reports.blocks import Gap, Section
from app.reports.roadmap import document
from app.reports.roadmap.content import RoadmapContent
from app.reports.sheet import BOTTOM, GUTTER, LEFT, MAIN, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tags import LayoutTable
from app.reports.writing import Prose, prepare

Make = Callable[[], Flowable]


def captured(content: RoadmapContent) -> list[Flowable]:
    """The parts of the feuille de route as ours makes them, before they are set on pages."""
    told: list[Flowable] = []

    def capture(_furniture: object, story: Callable[[bool], Sequence[Flowable]], **_: object) -> bytes:
        told.extend(story(False))
        return b""

    plain = LayoutTable.setStyle

    def noted(table: Any, style: Any) -> None:
        table.__dict__.setdefault("bench_style", []).extend(style)
        plain(table, style)

    prepare()
    with patch.object(document, "render", capture), patch.object(LayoutTable, "setStyle", noted):
        document.roadmap_pdf(content)
    return told


def recipes(story: Sequence[Any], *, charts: bool = True) -> list[Make]:
    """How bare ReportLab makes each part of a story; told once, before anything is measured."""
    return [made for block in story for made in _recipe(block, charts)]


def pages_of(pdf: bytes) -> int:
    """Pages of a document."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def page_text(story: Sequence[Any]) -> str:
    """The same words and tables as a page that an office program opens."""
    return f"<html><meta charset='utf-8'><body>{''.join(map(_written, story))}</body></html>"


def _written(block: Any) -> str:
    if isinstance(block, Prose):
        size = block.style.fontSize
        return f"<p style='font-size:{size}pt'>{_words(block)}</p>"
    if isinstance(block, LayoutTable):
        rows = (
            "".join(f"<td>{''.join(map(_written, _parts(cell)))}</td>" for cell in row) for row in block._cellvalues
        )
        return f"<table width='100%'>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    if isinstance(block, Section):
        return "".join(map(_written, [*block._head, *block._body]))
    return "<p style='page-break-before:always'></p>" if isinstance(block, PageBreak) else ""


def floor(made: Sequence[Make]) -> bytes:
    """The same pages, from their recipes."""
    buffer = io.BytesIO()
    made_by = BaseDocTemplate(buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=REGULAR, invariant=1)
    frame = Frame(LEFT, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    made_by.addPageTemplates([PageTemplate("page", [frame])])
    made_by.build([make() for make in made])
    return buffer.getvalue()


def _recipe(block: Any, charts: bool) -> Iterator[Make]:
    if isinstance(block, Prose):
        words, style = _words(block), block.style
        yield lambda: Paragraph(words, style)
    elif isinstance(block, LayoutTable):
        yield _table(block, charts)
    elif isinstance(block, Section):
        head, body = recipes(block._head, charts=charts), recipes(block._body, charts=charts)
        yield lambda: Table(
            [[[make() for make in head], [make() for make in body]]], [SIDE + GUTTER, MAIN], splitInRow=1, style=_FLUSH
        )
    elif isinstance(block, Figure):
        size, shapes = (block.width, block.height), list(block.contents) if charts else []
        yield lambda: Drawing(*size, *shapes)
    elif isinstance(block, Gap):
        height = block.height
        yield lambda: Spacer(1, height)
    elif isinstance(block, CondPageBreak):
        yield lambda: CondPageBreak(block.height)
    elif isinstance(block, PageBreak):
        yield PageBreak


_FLUSH = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTNAME", (0, 0), (-1, -1), REGULAR)]


def _words(block: Prose) -> str:
    markup: str = block._source
    return markup


def _table(block: Any, charts: bool) -> Make:
    rows = [[recipes(_parts(cell), charts=charts) for cell in row] for row in block._cellvalues]
    widths, style = list(block._argW), [tuple(command) for command in block.bench_style]
    repeat = block.repeatRows

    def make() -> Table:
        cells = [[[part() for part in cell] for cell in row] for row in rows]
        return Table(cells, colWidths=widths, repeatRows=repeat, style=style, hAlign="LEFT")

    return make


def _parts(cell: Any) -> list[Any]:
    if isinstance(cell, str):
        return []
    return [cell] if isinstance(cell, Flowable) else list(cell)
