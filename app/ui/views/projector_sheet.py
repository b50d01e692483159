"""How a sheet of the guide is laid out on a projector: two columns when they fit, else one column over several slides."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from app.ui.qtmodels.guide_model import Sheet
from app.ui.tokens import Colours
from app.ui.views import fonts
from app.ui.views.kit import paint

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 720
LEAST = 17
"""Smallest text of a sheet, in px: what a room can read."""

MARGIN, TOP, GAP = 56, 30, 48
_LEFT_SHARE = 0.56
_NUMBER = 30
_INDENT = 44
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles of the parts of a sheet, in the language of the window."""

    steps: str
    signs: str
    questions: str
    limits: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph: its size and the space after it in px of the design; `number` is drawn in a disc before it."""

    text: str
    size: int
    ink: str
    weight: int = fonts.REGULAR
    after: int = 7
    number: int = 0
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    x: float
    width: float
    items: tuple[_Item, ...]


class SheetLayout:
    """The slides of one sheet in a given area.

    Attributes:
        slides: How many slides it takes, from 1.
    """

    def __init__(self, sheet: Sheet, titles: Titles, colours: Colours, width: int, height: int) -> None:
        self._colours = colours
        self._height = height
        self._scale = min(width / DESIGN_WIDTH, height / (DESIGN_HEIGHT - MARGIN))
        head, steps, beside = self._items(sheet, titles)
        inner = width - 2 * MARGIN * self._scale
        left = round((inner - GAP * self._scale) * _LEFT_SHARE)
        columns = (
            _Column(MARGIN * self._scale, left, (*head, *steps)),
            _Column(MARGIN * self._scale + left + GAP * self._scale, inner - left - GAP * self._scale, beside),
        )
        self._fit = self._best_fit(columns)
        if self._fit:
            self._slides: list[tuple[_Column, ...]] = [columns]
        else:
            self._fit = 1.0
            self._slides = self._flow(_Column(MARGIN * self._scale, inner, (*head, *steps, *beside)))
        self.slides = len(self._slides)

    def paint(self, painter: QPainter, slide: int) -> None:
        """Draw a slide, numbered from 0."""
        columns = self._slides[min(slide, self.slides - 1)]
        for column in columns:
            y = max(TOP * self._scale, (self._height - self._tall(column, self._fit)) / 2)
            for item in column.items:
                y += self._paint_item(painter, item, column, y)
        if len(columns) > 1:
            x = round(columns[1].x - GAP * self._scale / 2) + 0.5
            edge = TOP * self._scale
            paint.line(painter, x, edge, x, self._height - edge, self._colours.border)

    def _items(self, sheet: Sheet, titles: Titles) -> tuple[tuple[_Item, ...], tuple[_Item, ...], tuple[_Item, ...]]:
        c, text = self._colours, sheet.text
        head = (
            _Item(f"{sheet.theme.code}   {sheet.lever.title}", 20, c.accent, fonts.SEMIBOLD, 10, is_title=True),
            _Item(sheet.theme.title, 46, c.text, fonts.SEMIBOLD, 14, is_title=True),
            _Item(text.definition, 24, c.text2, after=22),
        )
        steps = (
            self._title(titles.steps),
            *(_Item(step, 22, c.text, number=rank) for rank, step in enumerate(text.first_steps, start=1)),
        )
        beside = (
            *self._part(titles.signs, text.signs_in_place),
            *self._part(titles.questions, text.questions_on_site),
            *self._part(titles.limits, (text.limits,)),
        )
        return head, steps, beside

    def _title(self, words: str) -> _Item:
        return _Item(words, 19, self._colours.accent, fonts.SEMIBOLD, 6, is_title=True)

    def _part(self, title: str, points: tuple[str, ...]) -> tuple[_Item, ...]:
        body = [_Item(point, 19, self._colours.text) for point in points[:-1]]
        return (self._title(title), *body, _Item(points[-1], 19, self._colours.text, after=22))

    def _best_fit(self, columns: tuple[_Column, ...]) -> float:
        """The largest of a few reductions at which no column is cut, or 0."""
        room = self._height - 2 * TOP * self._scale
        fits = (percent / 100 for percent in range(100, 68, -4))
        return next((fit for fit in fits if max(self._tall(column, fit) for column in columns) <= room), 0.0)

    def _flow(self, column: _Column) -> list[tuple[_Column, ...]]:
        room = self._height - 2 * TOP * self._scale
        slides: list[list[_Item]] = [[]]
        used = 0.0
        for rank, item in enumerate(column.items):
            height = self._item_height(item, column.width, 1.0)
            following = column.items[rank + 1 : rank + 2] if item.is_title else ()
            needed = height + sum(self._item_height(one, column.width, 1.0) for one in following)
            if slides[-1] and used + needed > room:
                slides.append([])
                used = 0.0
            slides[-1].append(item)
            used += height
        return [(_Column(column.x, column.width, tuple(items)),) for items in slides]

    def _tall(self, column: _Column, fit: float) -> float:
        return sum(self._item_height(item, column.width, fit) for item in column.items)

    def _item_height(self, item: _Item, width: float, fit: float) -> float:
        indent = self._indent(item)
        words = paint.wrapped_height(item.text, self._face(item, fit), int(width - indent))
        return words + item.after * self._scale * fit

    def _face(self, item: _Item, fit: float) -> QFont:
        return fonts.font(max(LEAST, round(item.size * self._scale * fit)), item.weight)

    def _indent(self, item: _Item) -> float:
        return max(36.0, _INDENT * self._scale) if item.number else 0.0

    def _paint_item(self, painter: QPainter, item: _Item, column: _Column, y: float) -> float:
        face, indent = self._face(item, self._fit), self._indent(item)
        height = paint.wrapped_height(item.text, face, int(column.width - indent))
        area = QRectF(column.x + indent, y, int(column.width - indent), height)
        paint.wrapped(painter, area, item.text, face, item.ink, _TOP_LEFT)
        if item.number:
            side = max(26.0, _NUMBER * self._scale)
            disc = QRectF(column.x, y + height / 2 - side / 2, side, side)
            paint.box(painter, disc, side / 2, self._colours.accent_soft)
            figure = fonts.font(max(LEAST, round(side * 0.6)), fonts.SEMIBOLD)
            paint.words(
                painter, disc.adjusted(0, 0, 0, -1), str(item.number), figure, self._colours.accent_ink, paint.CENTRE
            )
        return height + item.after * self._scale * self._fit
