"""Blocks of the paper that ReportLab lacks: side-headed sections, badges, a calendar leaf, tick boxes, a QR code."""

from collections.abc import Sequence
from datetime import date

from reportlab.graphics.shapes import Drawing, Path
from reportlab.platypus import Flowable

from app.charts.faces import SEMIBOLD, width_of
from app.charts.figure import describe
from app.charts.marks import box, canvas, disc, label, stroke
from app.charts.words import month_names
from app.reports.sheet import GUTTER, INK, SIDE, STRONG_RULE, TEXT_HEIGHT

_LEAST_NUMBER = 7.0
"""Size under which the number of a small badge is not set while its disc has room."""

_MASK = 3
"""Every mask is valid; trying all eight would cost a tenth of the document."""


class Section(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A section of the editorial layout: a rule, its head at the side, its body beside it; it may run over pages."""

    def __init__(self, head: Sequence[Flowable], body: Sequence[Flowable], *, ruled: bool = True) -> None:
        super().__init__()
        self._head = list(head)
        self._body = list(body)
        self._ruled = ruled
        self.spaceAfter = 12

    @property
    def _air(self) -> float:
        return 7.0 if self._ruled else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Size taken in a frame."""
        head = sum(block.wrapOn(None, SIDE, height)[1] for block in self._head)
        body = sum(_height(block, width - SIDE - GUTTER, height) for block in self._body)
        self.width, self.height = width, max(head, body) + self._air
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits, and the rest without its head; nothing when a page of its own would hold it whole."""
        if self.wrap(width, height)[1] <= TEXT_HEIGHT and height < TEXT_HEIGHT - 1:
            return []
        column = width - SIDE - GUTTER
        left = height - self._air
        kept: list[Flowable] = []
        rest = list(self._body)
        while rest and _height(rest[0], column, left) <= left:
            left -= _height(rest[0], column, left)
            kept.append(rest.pop(0))
        pieces = rest[0].splitOn(None, column, left) if rest else []
        if pieces:
            kept.append(pieces[0])
            rest[:1] = pieces[1:]
        if not kept or not rest:
            return []
        return [Section(self._head, kept, ruled=self._ruled), Section([], rest, ruled=False)]

    def draw(self) -> None:
        """Paints the rule, the head and the body."""
        top = self.height
        if self._ruled:
            with self.canv.tags.artifact():
                self.canv.setStrokeColor(INK.accent)
                self.canv.setLineWidth(STRONG_RULE)
                self.canv.line(0, top, self.width, top)
        _paint(self._head, self.canv, (0, top - self._air), SIDE)
        _paint(self._body, self.canv, (SIDE + GUTTER, top - self._air), self.width - SIDE - GUTTER)


def _height(block: Flowable, width: float, height: float) -> float:
    return float(block.wrapOn(None, width, height)[1]) + float(block.getSpaceAfter())


def _paint(blocks: Sequence[Flowable], canv: object, at: tuple[float, float], width: float) -> None:
    x, y = at
    for block in blocks:
        _, height = block.wrapOn(canv, width, y)
        block.drawOn(canv, x, y - height)
        y -= height + block.getSpaceAfter()


class Gap(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """White of a given height that also stands inside cells and sections."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.width, self.height = 0.0, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Nothing to paint."""


def badge(text: str, *, solid: bool, reach: float = 9.0) -> Drawing:
    """A number in a disc: solid for what comes first, a ring for the rest."""
    drawing = canvas(2 * reach, 2 * reach)
    fill, colour = (INK.accent, INK.on_accent) if solid else (INK.ground, INK.text)
    disc(drawing, (reach, reach), reach - 0.5, fill=fill, outline=INK.accent, width=0.8)
    room = reach * reach / width_of(text, SEMIBOLD, reach)
    size = max(min(reach, 1.2 * room), min(_LEAST_NUMBER, 1.5 * room))
    at = (reach, reach - 0.36 * size)
    label(drawing, at, text, colour, size=size, face=SEMIBOLD, anchor="middle")
    return describe(drawing, text)


def calendar_leaf(day: date) -> Drawing:
    """A day as a leaf of a calendar."""
    drawing = canvas(56, 52)
    box(drawing, (0.4, 0.4), (55.2, 51.2), outline=INK.accent, width=0.8)
    box(drawing, (0, 37), (56, 15), fill=INK.accent)
    month = f"{month_names()[day.month - 1]} {day.year}"
    label(drawing, (28, 41.2), month, INK.on_accent, size=8.5, anchor="middle")
    label(drawing, (28, 10), str(day.day), INK.accent, size=24, face=SEMIBOLD, anchor="middle")
    return describe(drawing, f"{day.day} {month}")


def tick_box(size: float = 9.0) -> Drawing:
    """An empty box to tick by hand."""
    drawing = canvas(size, size)
    box(drawing, (0.5, 0.5), (size - 1, size - 1), outline=INK.text, width=0.8)
    return drawing


def dotted_line(width: float, height: float = 22.0) -> Drawing:
    """A line to write on by hand."""
    drawing = canvas(width, height)
    stroke(drawing, (0, 3), (width, 3), INK.rule, width=0.8, dash=[0.8, 2.2])
    return drawing


def qr_code(content: str, side: float) -> Drawing:
    """A QR code, level Q, its dark runs drawn as one path inside four modules of white."""
    matrix = qr_modules(content)
    module = side / len(matrix)
    drawing = canvas(side, side)
    path = Path(fillColor=INK.text, strokeColor=None)
    for row, line in enumerate(matrix):
        column = 0
        while column < len(line):
            if not line[column]:
                column += 1
                continue
            start = column
            while column < len(line) and line[column]:
                column += 1
            _module_run(path, (start, column), row, module, side)
    drawing.add(path)
    return describe(drawing, content)


def qr_modules(content: str) -> Sequence[Sequence[bool]]:
    """Dark modules of a QR code, level Q, row by row."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(content)
    code.version = code.calculate_version()
    code.makeImpl(test=False, maskPattern=_MASK)
    modules: list[list[bool]] = code.modules
    return modules


def _module_run(path: Path, span: tuple[int, int], row: int, module: float, side: float) -> None:
    left, right = span[0] * module, span[1] * module
    top, bottom = side - row * module, side - (row + 1) * module
    path.moveTo(left, bottom)
    path.lineTo(right, bottom)
    path.lineTo(right, top)
    path.lineTo(left, top)
    path.closePath()
