"""The 360° view: six factors, their themes, what each changes in the operations, their links, what supports it."""

import re

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.charts.factor_radar import FactorAxis, factor_radar
from app.charts.figure import describe
from app.charts.marks import canvas
from app.charts.strength import strength_blocks
from app.charts.symbols import symbol
from app.domain.full_diagnostic import FactorView, Operation
from app.domain.i2df import factor_points
from app.domain.referential import Factor, Level
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import chapter, heading, legend
from app.reports.roadmap.votes import votes
from app.reports.sheet import INK, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import printable, prose, prose_after

_NAME, _SYMBOLS = 116.0, 108.0
_RADIUS, _STEP, _IN_A_ROW = 3.7, 10.4, 10
_OPERATION_NAME, _BLOCKS = 132.0, 9.5
_SHORT = 700
_RADAR_HEIGHT = 190.0
_ROOM_OF_TITLE = 50.0
_NAMES = 7.5
_ABOUT = re.compile(r"(Facteurs? [^.:]{1,40}[.:]) +(.+)")
"""How a line on links names its factors first: « Facteurs 2 et 5. »"""


def factors(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter; nothing while the 360° diagnostic is empty."""
    if desk.content.file.full_diagnostic.is_empty:
        return []
    return [
        PageBreak(),
        *chapter(desk, "factors", "factors.title"),
        desk.say("factors.lead", "body"),
        Gap(6),
        _table(desk, cut_rows=cut_rows),
        Gap(5),
        legend(desk, TEXT_WIDTH),
        *_effects(desk),
        *_links(desk),
        *_radar(desk),
        *_support(desk, cut_rows=cut_rows),
        *votes(desk, cut_rows=cut_rows),
    ]


def _views(desk: Desk) -> list[FactorView]:
    return [desk.content.file.full_diagnostic.view(factor) for factor in Factor]


def _name(desk: Desk, rank: int, factor: Factor) -> str:
    return desk.text("factors.name", rank=rank, name=desk.word("factor", factor))


def _table(desk: Desk, *, cut_rows: bool) -> Flowable:
    rows: list[list[Cell]] = []
    for rank, view in enumerate(_views(desk), start=1):
        name = [prose(_name(desk, rank, view.factor), "cell_bold")]
        if view.priority is not None:
            name.append(prose(desk.word("factor_priority", view.priority), "note"))
        nothing = desk.text("factors.nothing")
        rows.append([name, view.strengths or nothing, view.weaknesses or nothing, _themes(desk, view.factor)])
    head = [desk.text(code) for code in ("factors.factor", "factors.strengths", "factors.weaknesses", "factors.themes")]
    told = (TEXT_WIDTH - _NAME - _SYMBOLS) / 2
    return ruled_table(head, rows, [_NAME, told, told, _SYMBOLS], cut_rows=cut_rows)


def _themes(desk: Desk, factor: Factor) -> list[Flowable]:
    """Symbols of the themes of a factor, sorted by state, and how many there are."""
    levels = desk.levels(desk.current)
    own = [levels.get(theme.code) for theme in desk.referential.themes if factor in theme.factors]
    order: list[Level | None] = [*reversed(Level), None]
    states = sorted(own, key=order.index)
    rows = max(1, -(-len(states) // _IN_A_ROW))
    drawing = canvas(_STEP * _IN_A_ROW, _STEP * rows)
    for place, level in enumerate(states):
        row, column = divmod(place, _IN_A_ROW)
        at = (column * _STEP + _RADIUS + 0.4, drawing.height - (row + 0.5) * _STEP)
        symbol(drawing, at, _RADIUS, level, INK)
    said = [desk.text("index.unanswered") if one is None else desk.referential.label(one) for one in states]
    described = describe(drawing, printable(", ".join(said) or desk.text("factors.nothing")))
    return [Gap(1), described, desk.say("factors.theme_count", "note", count=len(states))]


def _effects(desk: Desk) -> list[Flowable]:
    """Factor by operation; nothing before the first effect."""
    views = _views(desk)
    if not any(view.effects for view in views):
        return []
    head = ["", *(desk.word("operation", one) for one in Operation)]
    rows: list[list[Cell]] = []
    for rank, view in enumerate(views, start=1):
        cells = [_strength(desk, view.effects.get(one, 0)) for one in Operation]
        rows.append([prose(_name(desk, rank, view.factor), "cell_bold"), *cells])
    one = (TEXT_WIDTH - _OPERATION_NAME) / len(Operation)
    return [
        *heading(desk, "factors.effects"),
        ruled_table(head, rows, [_OPERATION_NAME, *[one] * len(Operation)]),
        Gap(2),
        desk.say("factors.effects_note", "note"),
    ]


def _strength(desk: Desk, strength: int) -> Cell:
    if not strength:
        return desk.text("factors.nothing")
    return describe(strength_blocks(strength, _BLOCKS, INK), printable(desk.word("effect", str(strength))))


def _links(desk: Desk) -> list[Flowable]:
    """Links and outside effects, side by side when both are short enough never to be cut."""
    known = desk.content.file.full_diagnostic
    told = [
        (desk.say("factors.links", "h2"), _lines(known.links)),
        (desk.say("factors.outside", "h2"), _lines(known.outside_effects)),
    ]
    blocks = [[title, *lines] for title, lines in told if lines]
    if len(blocks) > 1 and max(len(known.links), len(known.outside_effects)) < _SHORT:
        half = TEXT_WIDTH / 2
        return [Gap(8), columns(blocks, [half, half], gutter=14)]
    return [flowable for block in blocks for flowable in block]


def _lines(text: str) -> list[Flowable]:
    lines: list[Flowable] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        found = _ABOUT.fullmatch(line)
        lines += [prose_after(found[1], found[2], "body") if found else prose(line, "body"), Gap(3)]
    return lines


def _radar(desk: Desk) -> list[Flowable]:
    """Points of each factor, once the questionnaire says some."""
    if desk.current is None or not desk.current.levels:
        return []
    drawing = factor_radar(_axes(desk), width=TEXT_WIDTH, height=_RADAR_HEIGHT, ink=INK, size=_NAMES)
    code = "factors.radar_both" if desk.exit else "factors.radar_alone"
    room = CondPageBreak(_RADAR_HEIGHT + _ROOM_OF_TITLE)
    return [room, *heading(desk, "factors.radar"), desk.say(code, "note"), Gap(4), _radar_told(desk, drawing)]


def _axes(desk: Desk) -> list[FactorAxis]:
    entry = factor_points(desk.levels(desk.entry), desk.referential)
    left = factor_points(desk.levels(desk.exit), desk.referential)
    return [
        FactorAxis(
            printable(desk.word("factor", before.factor)),
            max(before.maximum, 1),
            before.points if before.answered == before.themes else None,
            after.points if after.answered == after.themes else None,
        )
        for before, after in zip(entry, left, strict=True)
    ]


def _radar_told(desk: Desk, drawing: Drawing) -> Drawing:
    head = [desk.text(code) for code in ("factors.factor", "alt.entry", "alt.exit", "alt.maximum")]
    rows = [[axis.title, *(_known(one) for one in (axis.entry, axis.exit)), str(axis.maximum)] for axis in _axes(desk)]
    return describe(drawing, printable(desk.text("factors.radar_told")), [head, *rows])


def _known(points: int | None) -> str:
    return "–" if points is None else str(points)


def _support(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Observations and evidence of the factors that have some."""
    rows: list[list[Cell]] = []
    for rank, view in enumerate(_views(desk), start=1):
        told = [prose(view.observations, "cell")] if view.observations else []
        if view.evidence:
            told.append(prose_after(desk.text("factors.evidence"), view.evidence, "cell"))
        if told:
            rows.append([_name(desk, rank, view.factor), told])
    if not rows:
        return []
    head = [desk.text("factors.factor"), desk.text("factors.observations")]
    table = ruled_table(head, rows, [_OPERATION_NAME, TEXT_WIDTH - _OPERATION_NAME], cut_rows=cut_rows)
    return [*heading(desk, "factors.support"), table]
