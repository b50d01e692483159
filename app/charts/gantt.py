"""The plan over time: one row an action, months told apart by a line, milestones under the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from reportlab.graphics.shapes import Drawing

from app.charts.calendar_scale import CalendarScale, calendar_scale
from app.charts.faces import REGULAR, SEMIBOLD, width_of, wrap
from app.charts.ink import PAPER, Ink
from app.charts.links import dependency_line
from app.charts.marks import Point, box, canvas, label, polygon, stroke
from app.charts.symbols import hatch
from app.charts.words import word

_TITLE_SHARE = 0.4


class BarLook(Enum):
    """How a bar is filled."""

    SOLID = auto()
    HATCHED = auto()
    OUTLINED = auto()


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One action: number, title, dates (one alone is a point, none says so), look, and numbers of those it waits for."""

    number: str
    title: str
    start: date | None
    end: date | None
    look: BarLook = BarLook.SOLID
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day that matters to the whole plan."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """Geometry shared by the steps of one chart."""

    drawing: Drawing
    scale: CalendarScale | None
    left: float
    top: float
    bottom: float
    ink: Ink
    size: float


def gantt(
    rows: Sequence[GanttRow],
    milestones: Sequence[Milestone] = (),
    *,
    width: float,
    today: date | None = None,
    ink: Ink = PAPER,
    size: float = 8.0,
    row_height: float = 17.0,
    days: Sequence[date] = (),
) -> Drawing:
    """Calendar of a plan; the drawing is as high as its rows need.

    Args:
        rows: Actions in the order of the plan.
        milestones: Days marked across the rows.
        width: Width of the drawing.
        today: A line on that day (screen), or None (paper).
        ink: Colours.
        size: Size of the text.
        row_height: Least height of a row.
        days: More days that the calendar must hold.
    """
    number_width = _number_width(rows, size)
    left = width * _TITLE_SHARE
    titles = [_title(row, width, number_width, size) for row in rows]
    heights = [max(row_height, _title_height(lines, size)) for lines in titles]
    held = [*_days(rows, milestones), *days, *([today] if today else [])]
    scale = calendar_scale(held, left=left, width=width - left, size=size)
    marks = sorted(milestones, key=lambda one: one.day)
    lanes = _lanes(marks, scale, width, size)
    foot = (max(lanes, default=-1) + 1) * 1.35 * size + (0.9 * size if marks else 0)
    head = 1.9 * size + (1.3 * size if scale is not None and _years_needed(scale) else 0)
    drawing = canvas(width, sum(heights) + head + foot + 1)
    plot = _Plot(drawing, scale, left, drawing.height - head, foot, ink, size)
    _calendar(plot)
    tops = [plot.top - sum(heights[:rank]) for rank in range(len(rows))]
    _links(plot, rows, [(top, height) for top, height in zip(tops, heights, strict=True)])
    for row, lines, top, height in zip(rows, titles, tops, heights, strict=True):
        _row(plot, row, lines, (top, height), number_width)
    _days_that_matter(plot, marks, lanes, today)
    for row, top, height in zip(rows, tops, heights, strict=True):
        if row.start is None and row.end is None:
            _undated(plot, top - height / 2)
    return drawing


def _days_that_matter(plot: _Plot, marks: Sequence[Milestone], lanes: Sequence[int], today: date | None) -> None:
    if plot.scale is None:
        return
    for mark, lane in zip(marks, lanes, strict=True):
        _milestone(plot, mark, lane)
    if today is not None:
        x = plot.scale.x(today)
        stroke(plot.drawing, (x, plot.top), (x, plot.bottom), plot.ink.today, width=1.5)


def gantt_pages(
    rows: Sequence[GanttRow],
    milestones: Sequence[Milestone] = (),
    *,
    width: float,
    height: float,
    ink: Ink = PAPER,
    size: float = 8.0,
    row_height: float = 17.0,
) -> list[Drawing]:
    """The same calendar cut between rows, each drawing at most `height` high (one row at least) with the same months."""
    number_width = _number_width(rows, size)
    room = height - (4.25 + 1.35 * len(milestones)) * size
    groups: list[list[GanttRow]] = []
    left = 0.0
    for row in rows:
        need = max(row_height, _title_height(_title(row, width, number_width, size), size))
        if not groups or need > left:
            groups.append([])
            left = room
        groups[-1].append(row)
        left -= need
    days = _days(rows, milestones)
    return [
        gantt(group, milestones, width=width, ink=ink, size=size, row_height=row_height, days=days) for group in groups
    ]


def _number_width(rows: Sequence[GanttRow], size: float) -> float:
    return max((width_of(row.number, SEMIBOLD, size) for row in rows), default=0) + 0.8 * size


def _title(row: GanttRow, width: float, number_width: float, size: float) -> list[str]:
    return wrap(row.title, REGULAR, size, width * _TITLE_SHARE - number_width - size)


def _title_height(lines: Sequence[str], size: float) -> float:
    return len(lines) * 1.25 * size + 0.6 * size


def _days(rows: Sequence[GanttRow], milestones: Sequence[Milestone]) -> list[date]:
    return [day for row in rows for day in (row.start, row.end) if day] + [one.day for one in milestones]


def _years_needed(scale: CalendarScale) -> bool:
    return scale.by_month and scale.periods[0].start.year != scale.periods[-1].start.year


def _calendar(plot: _Plot) -> None:
    drawing, ink, size = plot.drawing, plot.ink, plot.size
    if plot.scale is not None:
        edges = [plot.scale.x(period.start) for period in plot.scale.periods] + [drawing.width]
        for rank, period in enumerate(plot.scale.periods):
            left, right = edges[rank], edges[rank + 1]
            if rank % 2 == 0:
                box(drawing, (left, plot.bottom), (right - left, plot.top - plot.bottom), fill=ink.band)
            stroke(drawing, (left, plot.bottom), (left, plot.top + 1.6 * size), ink.grid, width=0.35)
            at = ((left + right) / 2, plot.top + 0.6 * size)
            label(drawing, at, period.text, ink.accent, size=size, face=SEMIBOLD, anchor="middle")
            if _years_needed(plot.scale) and (period.opens_year or rank == 0):
                _year(plot, period.start.year, left, edges[min(rank + 12, len(edges) - 1)])
    stroke(drawing, (0, plot.top), (drawing.width, plot.top), ink.accent, width=0.9)


def _year(plot: _Plot, year: int, left: float, right: float) -> None:
    text = str(year)
    if plot.scale is None:
        return
    following = [plot.scale.x(one.start) for one in plot.scale.periods if one.start.year == year + 1 and one.opens_year]
    room = min([right, *following]) - left
    if width_of(text, SEMIBOLD, plot.size) + 0.6 * plot.size <= room:
        at = (left + 0.3 * plot.size, plot.top + 1.9 * plot.size)
        label(plot.drawing, at, text, plot.ink.muted, size=plot.size)


def _row(plot: _Plot, row: GanttRow, lines: Sequence[str], span: Point, number_width: float) -> None:
    top, height = span
    size, ink, drawing = plot.size, plot.ink, plot.drawing
    middle = top - height / 2
    first = middle - 0.35 * size + (len(lines) - 1) * 0.625 * size
    at = (number_width - 0.6 * size, first)
    label(drawing, at, row.number, ink.accent, size=size, face=SEMIBOLD, anchor="end")
    for rank, line in enumerate(lines):
        label(drawing, (number_width + 0.2 * size, first - rank * 1.25 * size), line, ink.text, size=size)
    stroke(drawing, (0, top - height), (drawing.width, top - height), ink.rule, width=0.3)
    thick = min(0.5 * height, 1.05 * size)
    if plot.scale is not None and row.start is not None and row.end is not None:
        left, right = plot.scale.x(row.start), plot.scale.x_after(row.end)
        _bar(plot, (left, middle - thick / 2), (max(right - left, 2.0), thick), row.look)
    elif plot.scale is not None and (row.start or row.end):
        day = row.start or row.end
        if day is not None:
            _diamond(plot, (plot.scale.x(day), middle), thick * 0.55, filled=row.look is BarLook.SOLID)


def _links(plot: _Plot, rows: Sequence[GanttRow], spans: Sequence[Point]) -> None:
    """A line from each awaited action of the chart to the one that waits, under the bars."""
    if plot.scale is None:
        return
    places = {row.number: rank for rank, row in enumerate(rows)}
    for rank, row in enumerate(rows):
        begins = row.start or row.end
        for number in row.after:
            awaited = rows[places[number]] if number in places else None
            ends = None if awaited is None else awaited.end or awaited.start
            if ends is None or begins is None:
                continue
            top, height = spans[places[number]]
            end = (plot.scale.x_after(ends), top - height / 2)
            own_top, own_height = spans[rank]
            start = (plot.scale.x(begins), own_top - own_height / 2)
            edge = own_top if rank > places[number] else own_top - own_height
            dependency_line(plot.drawing, end, start, edge, plot.ink)


def _undated(plot: _Plot, middle: float) -> None:
    """Words in place of a bar, over the lines of the milestones."""
    text, size = word("undated"), plot.size
    plate = (width_of(text, REGULAR, size) + 0.8 * size, 1.3 * size)
    box(plot.drawing, (plot.left + 0.3 * size, middle - plate[1] / 2), plate, fill=plot.ink.ground)
    label(plot.drawing, (plot.left + 0.7 * size, middle - 0.35 * size), text, plot.ink.muted, size=size)


def _bar(plot: _Plot, at: Point, size: Point, look: BarLook) -> None:
    ink = plot.ink
    fill = ink.accent if look is BarLook.SOLID else ink.ground
    box(plot.drawing, at, size, fill=fill, outline=ink.accent, width=0.7)
    if look is BarLook.HATCHED:
        plot.drawing.add(hatch(at, size, ink.accent, step=2.6))


def _diamond(plot: _Plot, at: Point, reach: float, *, filled: bool = True) -> None:
    x, y = at
    corners = [(x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)]
    fill = plot.ink.today if filled else plot.ink.ground
    plot.drawing.add(polygon(corners, fill=fill, outline=plot.ink.today, width=0.7))


def _caption_start(x: float, text: str, width: float, size: float) -> float:
    """Left edge of a milestone's label: at its right, or at its left when it would overflow."""
    wide = width_of(text, REGULAR, size)
    return x + 0.9 * size if x + 0.9 * size + wide <= width else max(0.0, x - 0.9 * size - wide)


def _lanes(marks: Sequence[Milestone], scale: CalendarScale | None, width: float, size: float) -> list[int]:
    """A lane under the rows for each label, so that no two meet; a label also keeps clear of the other diamonds."""
    if scale is None:
        return []
    lanes: list[int] = []
    taken: list[list[tuple[float, float]]] = []
    points = [(scale.x(one.day) - size * 0.6, scale.x(one.day) + size * 0.6) for one in marks]
    for mark in marks:
        start = _caption_start(scale.x(mark.day), mark.text, width, size)
        end = start + width_of(mark.text, REGULAR, size)
        lane = 0
        while True:
            if lane == len(taken):
                taken.append(list(points) if lane == 0 else [])
            if all(end + 0.5 * size <= since or until <= start for since, until in taken[lane]):
                break
            lane += 1
        taken[lane].append((start, end))
        lanes.append(lane)
    return lanes


def _milestone(plot: _Plot, mark: Milestone, lane: int) -> None:
    if plot.scale is None:
        return
    x = plot.scale.x(mark.day)
    size = plot.size
    stroke(plot.drawing, (x, plot.top), (x, plot.bottom), plot.ink.today, width=0.6, dash=[2, 2])
    _diamond(plot, (x, plot.bottom), 0.5 * size)
    start = _caption_start(x, mark.text, plot.drawing.width, size)
    label(plot.drawing, (start, plot.bottom - (1.3 + 1.35 * lane) * size), mark.text, plot.ink.text, size=size)
