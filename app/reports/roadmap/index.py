"""The index: figure, counts by state, who declared, bars by lever and the radar."""

from collections.abc import Mapping

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.charts.bars import lever_bars
from app.charts.radar import radar
from app.charts.symbols import glyph
from app.domain.assessment import Assessment
from app.domain.i2df import count_by_level
from app.domain.referential import Level, Referential, ThemeCode
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import chapter, key_figure
from app.reports.roadmap.told import levers_told, radar_told
from app.reports.sheet import INK, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tables import columns, ruled_table
from app.reports.writing import prose

_COUNTS = 222.0
_RADAR_HEIGHT = 350.0
_NAMES = 7.5
_ROOM_OF_TITLE = 36.0


def index(desk: Desk) -> list[Flowable]:
    """The whole chapter."""
    bars = lever_bars(
        desk.referential,
        desk.levels(desk.entry),
        desk.levels(desk.exit) if desk.exit else None,
        width=TEXT_WIDTH - _COUNTS - 24,
        ink=INK,
        size=8.25,
    )
    left: list[Flowable] = [desk.say("index.by_lever", "h3"), Gap(4), levers_told(desk, bars)]
    return [
        PageBreak(),
        *chapter(desk, "index", "index.title"),
        Gap(4),
        columns([left, _counts(desk)], [TEXT_WIDTH - _COUNTS, _COUNTS], gutter=24),
        Gap(10),
        *_radar(desk),
    ]


def _radar(desk: Desk) -> list[Flowable]:
    """The radar under its title, on the page after when names take too much room for it to stand here."""
    drawing = _drawn(desk)
    rings = " · ".join(str(spec.points) for spec in desk.referential.levels if spec.points)
    return [
        CondPageBreak(drawing.height * drawing.renderScale + _ROOM_OF_TITLE),
        desk.say("index.radar", "h3", total=len(desk.referential.themes)),
        desk.say("index.radar_both" if desk.exit else "index.radar_alone", "note", rings=rings),
        Gap(8),
        drawing,
    ]


def _drawn(desk: Desk) -> Drawing:
    drawing = radar(
        desk.referential,
        desk.levels(desk.entry),
        desk.levels(desk.exit) if desk.exit else None,
        width=TEXT_WIDTH,
        height=_RADAR_HEIGHT,
        ink=INK,
        size=_NAMES,
    )
    highest = TEXT_HEIGHT - 60
    if drawing.height > highest:
        drawing.renderScale = highest / drawing.height
    return radar_told(desk, drawing)


def _counts(desk: Desk) -> list[Flowable]:
    """The figure, the five states with their points and themes, and who declared."""
    levels = desk.levels(desk.current)
    counts = count_by_level(levels)
    rows = []
    for spec in reversed(desk.referential.levels):
        points = desk.say("index.spec_points", "cell_right_muted", points=spec.points)
        themes = desk.say("index.spec_themes", "cell_right_bold", count=counts[spec.level])
        rows.append([glyph(spec.level, 9.5, INK), prose(spec.label, "cell"), points, themes])
    missing = len(desk.referential.themes) - len(levels)
    if missing:
        themes = desk.say("index.spec_themes", "cell_right_bold", count=missing)
        rows.append([glyph(None, 9.5, INK), desk.say("index.unanswered", "cell"), "", themes])
    table = ruled_table([], rows, [15, _COUNTS - 15 - 34 - 50, 34, 50], right={2, 3})
    told = [desk.say("index.states", "note")]
    if desk.current is not None:
        told.insert(0, prose(declared(desk, desk.current), "note"))
    return [_figure(desk), Gap(6), table, Gap(5), *_moved(desk), *told]


def _figure(desk: Desk) -> Flowable:
    progress = desk.progress(desk.current)
    maximum = desk.referential.maximum
    if progress.index is None:
        drawing = key_figure(desk.text("summary.answered", answered=progress.answered, total=progress.total), 30)
        said = desk.say("summary.incomplete", "small", total=progress.total)
    else:
        drawing = key_figure(str(progress.index), 30)
        said = desk.say("summary.points", "body", maximum=maximum)
    width = drawing.width + 10
    return columns(
        [[drawing], [Gap(9 if progress.index is not None else 0), said]], [width, _COUNTS - width], gutter=10
    )


def declared(desk: Desk, assessment: Assessment) -> str:
    """Who declared and when."""
    if assessment.declared_by:
        return desk.text("index.declared", who=assessment.declared_by, day=assessment.day)
    return desk.text("index.declared_nobody", day=assessment.day)


def reclassified(before: Level | None, after: Level | None) -> bool:
    """Whether a move is from or to « pas concerné », which changes the perimeter and is no progress."""
    return before is not after and Level.NOT_CONCERNED in {before, after}


def apart_points(entry: Mapping[ThemeCode, Level], last: Mapping[ThemeCode, Level], referential: Referential) -> int:
    """Points of the reclassifications between two complete assessments."""
    moved = [code for code in entry if code in last and reclassified(entry[code], last[code])]
    return sum(referential.points(last[code]) - referential.points(entry[code]) for code in moved)


def _moved(desk: Desk) -> list[Flowable]:
    if desk.exit is None:
        return []
    entry, last = desk.progress(desk.entry).index, desk.progress(desk.exit).index
    if entry is None or last is None:
        return []
    apart = apart_points(desk.levels(desk.entry), desk.levels(desk.exit), desk.referential)
    label = desk.referential.label(Level.NOT_CONCERNED)
    said = desk.say("index.moved", "small", entry=entry, exit=last, points=last - entry, apart=apart, label=label)
    return [said, Gap(4)]
