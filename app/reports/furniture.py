"""What stands on every page: head, marks, foot, initials, page numbers, and the document that carries them."""

import gc
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, LayoutError, PageTemplate

from app.charts.faces import BOLD, REGULAR, SEMIBOLD, width_of
from app.charts.marks import Point
from app.reports.branding import paint_logo
from app.reports.finishing import FileFacts, finish
from app.reports.sheet import BOTTOM, INK, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tags import TaggedCanvas
from app.reports.writing import prepare, printable
from app.services.branding import Logo

_TOTAL = "total"
_HEAD_LINE = PAGE_HEIGHT - 39
_FOOT_RULE = BOTTOM - 9
_LOGO = (60.0, 22.0)
"""Box of the logo, in points."""

_MARGIN_LINE = PAGE_WIDTH - RIGHT + 24


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the head, the foot and the marks; all are plain texts.

    Attributes:
        title: Title of the document's file.
        author: Author of the document's file.
        first_head: Who stands at the head of page 1: name, then a line under it.
        head: Who stands at the head of the other pages: name, then the document.
        fictional: Words beside the black mark and its word, or None.
        draft: Words beside the outlined mark and its word, or None.
        margin: Line repeated in the outer margin of a fictional document.
        foot: Two lines of the foot.
        initials: Word before the boxes for initials, or None when nothing is signed.
        page: « Page {0} sur » as two words around the number.
        logo: Logo of the provider, on page 1 only, or None.
        colour: « #rrggbb » in place of the blue of the paper, or empty.
    """

    title: str
    author: str
    first_head: tuple[str, str]
    head: tuple[str, str]
    fictional: tuple[str, str] | None
    draft: tuple[str, str] | None
    margin: str
    foot: tuple[str, str]
    initials: str | None
    page: tuple[str, str]
    logo: Logo | None = None
    colour: str = ""


class PageTitle(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Outline entry and settings of the page on which a chapter begins; takes no room."""

    def __init__(self, key: str, text: str, *, signed: bool = False) -> None:
        super().__init__()
        self._key, self._text, self._signed = key, text, signed
        self.width = self.height = 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """Registers the chapter in the outline."""
        self.canv.tags.section()
        self.canv.bookmarkPage(self._key)
        self.canv.addOutlineEntry(printable(self._text), self._key, level=0)
        if self._signed:
            self.canv.without_initials.add(self.canv.getPageNumber())


class _Text(PDFTextObject):  # type: ignore[misc]  # ReportLab has no types
    """A text on a `_Canvas`."""

    def setFillColor(self, aColor: object, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Sets the colour of letters."""
        super().setFillColor(self._canvas.worn(aColor), alpha)


class _Canvas(TaggedCanvas):
    """A canvas that knows the number of pages at the end, without keeping pages: the total is a form drawn last."""

    def __init__(self, *args: object, furniture: Furniture, facts: FileFacts, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._furniture, self._facts = furniture, facts
        self._blue = HexColor(furniture.colour) if furniture.colour else INK.accent
        self.without_initials = {1}
        self.setViewerPreference("PrintScaling", "None")
        self.setViewerPreference("Duplex", "DuplexFlipLongEdge")
        self.setViewerPreference("DisplayDocTitle", "true")

    def worn(self, colour: object) -> object:
        """A colour as it is printed: the provider's stands for the blue."""
        return self._blue if colour == INK.accent else colour

    def setFillColor(self, aColor: object, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Sets the colour of areas."""
        super().setFillColor(self.worn(aColor), alpha)

    def setStrokeColor(self, aColor: object, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Sets the colour of lines."""
        super().setStrokeColor(self.worn(aColor), alpha)

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> PDFTextObject:  # noqa: N802
        """A text whose letters wear the provider's colour too."""
        return _Text(self, x=x, y=y, direction=direction)

    def showPage(self) -> None:  # noqa: N802
        """Adds the furniture once the page is known, then ends it."""
        with self.tags.artifact():
            _paint(self, self._furniture, self.getPageNumber())
        super().showPage()

    def save(self) -> None:
        """Draws the form that holds the number of pages, then writes the file."""
        pages = self.getPageNumber() - 1
        self.beginForm(_TOTAL, 0, 0, 60, 12)
        self.setFont(SEMIBOLD, 7.5)
        self.setFillColor(INK.text)
        self.drawString(0, 3, str(pages))
        self.endForm()
        self._filename.write(finish(self, self._facts))


def render(
    furniture: Furniture,
    story: Callable[[bool], Sequence[Flowable]],
    *,
    made_at: datetime,
    data: bytes | None = None,
) -> bytes:
    """The document as PDF bytes, tagged, the same for the same content.

    Args:
        furniture: What stands on every page.
        story: Makes the content; its argument says whether a row that no page can hold may be cut.
        made_at: When the content was settled, aware.
        data: Sealed bytes to attach as they are, or None.
    """
    prepare()
    facts = FileFacts(printable(furniture.title), printable(furniture.author), made_at, data)
    with _uncollected():
        try:
            return _build(furniture, facts, story(False))
        except LayoutError:
            return _build(furniture, facts, story(True))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Puts off the collector of cycles: it would go over the whole program several times for the sake of one document."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _build(furniture: Furniture, facts: FileFacts, story: Sequence[Flowable]) -> bytes:
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=REGULAR, invariant=1, pageCompression=1
    )
    frame = Frame(LEFT, BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(list(story), canvasmaker=partial(_Canvas, furniture=furniture, facts=facts))
    return buffer.getvalue()


def _paint(canvas: _Canvas, furniture: Furniture, page: int) -> None:
    canvas.saveState()
    room = _marks(canvas, furniture) - LEFT - 12
    if page == 1:
        left = LEFT
        if furniture.logo is not None:
            left += paint_logo(canvas, furniture.logo, (LEFT, _HEAD_LINE - 8), _LOGO) + 9
        room -= left - LEFT
        _text(canvas, (left, _HEAD_LINE + 5), furniture.first_head[0], SEMIBOLD, 10, room)
        _text(canvas, (left, _HEAD_LINE - 6), furniture.first_head[1], REGULAR, 8, room, muted=True)
    else:
        used = _text(canvas, (LEFT, _HEAD_LINE), furniture.head[0], SEMIBOLD, 8.5, room * 0.62)
        _text(canvas, (LEFT + used + 7, _HEAD_LINE), furniture.head[1], REGULAR, 8, room - used - 7, muted=True)
    if furniture.fictional is not None:
        _margin(canvas, furniture.margin)
    _foot(canvas, furniture, page)
    canvas.restoreState()


def _marks(canvas: _Canvas, furniture: Furniture) -> float:
    """Paints the marks from the right; returns where they begin."""
    right = PAGE_WIDTH - RIGHT
    for words, solid in ((furniture.fictional, True), (furniture.draft, False)):
        if words is None:
            continue
        said, mark = words
        wide = width_of(mark, BOLD, 9.5) + 1.2 * len(mark) + 14
        canvas.setFillColor(INK.text)
        canvas.setStrokeColor(INK.text)
        canvas.setLineWidth(0.9)
        canvas.rect(right - wide, _HEAD_LINE - 4.5, wide, 15, stroke=1, fill=1 if solid else 0)
        canvas.setFillColor(INK.ground if solid else INK.text)
        canvas.setFont(BOLD, 9.5)
        canvas.drawString(right - wide + 7.5, _HEAD_LINE - 0.3, mark, charSpace=1.2)
        canvas.setFillColor(INK.muted)
        canvas.setFont(REGULAR, 8)
        canvas.drawRightString(right - wide - 6, _HEAD_LINE, said)
        right -= wide + width_of(said, REGULAR, 8) + 18
    return float(right)


def _margin(canvas: _Canvas, line: str) -> None:
    """The fictional line along the outer margin, which survives a cropped copy."""
    canvas.saveState()
    canvas.transform(1, 0, 0, 1, _MARGIN_LINE, BOTTOM + TEXT_HEIGHT / 2)
    canvas.rotate(90)
    canvas.setFont(REGULAR, 7.5)
    canvas.setFillColor(INK.muted)
    separated = f"{line} · "
    count = int(TEXT_HEIGHT / width_of(separated, REGULAR, 7.5))
    canvas.drawCentredString(0, 0, (separated * count).removesuffix(" · "))
    canvas.restoreState()


def _foot(canvas: _Canvas, furniture: Furniture, page: int) -> None:
    canvas.setStrokeColor(INK.rule)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, _FOOT_RULE, PAGE_WIDTH - RIGHT, _FOOT_RULE)
    number = f"{furniture.page[0]} {page} {furniture.page[1]} "
    start = PAGE_WIDTH - RIGHT - width_of(f"{number}99", SEMIBOLD, 7.5)
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(INK.text)
    canvas.drawString(start, _FOOT_RULE - 10, number)
    canvas.saveState()
    canvas.transform(1, 0, 0, 1, start + width_of(number, SEMIBOLD, 7.5), _FOOT_RULE - 13)
    canvas.doForm(_TOTAL)
    canvas.restoreState()
    room = start - LEFT - 12
    if furniture.initials is not None and page not in canvas.without_initials:
        room = _initials(canvas, furniture.initials, start - 14) - LEFT - 10
    for rank, line in enumerate(furniture.foot):
        _text(canvas, (LEFT, _FOOT_RULE - 10 - 10 * rank), line, REGULAR, 7.5, room, muted=True)


def _initials(canvas: _Canvas, word: str, right: float) -> float:
    """Boxes for initials; returns where they begin."""
    canvas.setLineWidth(0.6)
    canvas.setStrokeColor(INK.text)
    for rank in (1, 2):
        canvas.rect(right - rank * 31, _FOOT_RULE - 21, 28, 15, stroke=1, fill=0)
    canvas.setFillColor(INK.muted)
    canvas.setFont(REGULAR, 7.5)
    canvas.drawRightString(right - 2 * 31 - 6, _FOOT_RULE - 16, word)
    return right - 2 * 31 - 6 - width_of(word, REGULAR, 7.5)


def _text(canvas: _Canvas, at: Point, text: str, face: str, size: float, room: float, *, muted: bool = False) -> float:
    """A line that fits its room; a name too long for a running head is shortened, its page 1 holds it whole."""
    shown = printable(text)
    if width_of(shown, face, size) > room:
        while shown and width_of(f"{shown}…", face, size) > room:
            shown = shown[:-1]
        shown = f"{shown.rstrip()}…"
    canvas.setFont(face, size)
    canvas.setFillColor(INK.muted if muted else INK.text)
    canvas.drawString(*at, shown)
    return float(width_of(shown, face, size))
