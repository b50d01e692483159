"""Workshop votes: what several people gave for a theme, spread out, beside the level that the company declares."""

from reportlab.platypus import Flowable

from app.charts.figure import describe
from app.charts.marks import canvas
from app.charts.symbols import symbol
from app.domain.assessment import Assessment
from app.domain.referential import Level
from app.domain.workshop import VoteSpread, spread_of
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import heading
from app.reports.sheet import INK, TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import printable, prose

_THEME, _SYMBOLS, _DECLARED = 146.0, 92.0, 90.0
_RADIUS, _STEP = 3.7, 10.4
_IN_A_ROW = int(_SYMBOLS // _STEP)


def votes(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Themes that were voted on, with the spread of the votes, at entry then at exit; nothing without any vote."""
    both = [(desk.entry, "votes.title"), (desk.exit, "votes.title_exit")]
    return [flowable for one, title in both if one is not None for flowable in _votes(desk, one, title, cut_rows)]


def _votes(desk: Desk, assessment: Assessment, title: str, cut_rows: bool) -> list[Flowable]:
    rows: list[list[Cell]] = []
    for theme in desk.referential.themes:
        spread = spread_of(assessment.votes_on(theme.code))
        if spread is not None:
            declared = assessment.answer(theme.code).level
            named = desk.text("index.unanswered") if declared is None else desk.referential.label(declared)
            rows.append([f"{theme.code} {theme.title}", _symbols(desk, spread), _said(desk, spread), named])
    if not rows:
        return []
    head = [desk.text(code) for code in ("answers.theme", "votes.votes", "votes.spread", "votes.declared")]
    widths = [_THEME, _SYMBOLS + 10, TEXT_WIDTH - _THEME - _SYMBOLS - 10 - _DECLARED, _DECLARED]
    return [
        *heading(desk, title),
        desk.say("votes.lead", "note"),
        Gap(3),
        ruled_table(head, rows, widths, cut_rows=cut_rows),
    ]


def _symbols(desk: Desk, spread: VoteSpread) -> list[Flowable]:
    """One symbol a vote, sorted by state, at most what a table can hold; the words beside it count them all."""
    given = [level for level in reversed(Level) for _ in range(spread.counts[level])][: 4 * _IN_A_ROW]
    lines = -(-len(given) // _IN_A_ROW)
    drawing = canvas(_SYMBOLS, _STEP * lines)
    for place, level in enumerate(given):
        row, column = divmod(place, _IN_A_ROW)
        at = (column * _STEP + _RADIUS + 0.4, drawing.height - (row + 0.5) * _STEP)
        symbol(drawing, at, _RADIUS, level, INK)
    return [describe(drawing, printable(", ".join(desk.referential.label(level) for level in given)))]


def _said(desk: Desk, spread: VoteSpread) -> Flowable:
    label = desk.referential.label
    low, high = label(spread.median_low), label(spread.median_high)
    count = spread.total
    if spread.lowest is spread.highest:
        return prose(desk.text("votes.same", count=count, level=low), "cell")
    code = "votes.range" if low == high else "votes.range_between"
    told = desk.text(code, count=count, lowest=label(spread.lowest), highest=label(spread.highest), low=low, high=high)
    return prose(told, "cell")
