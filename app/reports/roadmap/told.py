"""What each drawing shows, in words and as a table, for who cannot see it."""

from collections.abc import Mapping, Sequence

from reportlab.graphics.shapes import Drawing

from app.charts.figure import describe
from app.charts.gantt import GanttRow, Milestone
from app.charts.matrix import quadrant_name
from app.charts.ruler import RulerMark
from app.charts.waterfall_steps import drawn_steps
from app.domain.action_plan import Action
from app.domain.evolution import Waterfall
from app.domain.funding import FundingResult
from app.domain.i2df import lever_scores
from app.domain.referential import Level, Lever, ThemeCode
from app.packs.french import money, short_date
from app.packs.typography import typeset_paragraph
from app.reports.roadmap.content import Desk, ScenarioView
from app.reports.writing import printable

Rows = Sequence[Sequence[str]]


def radar_told(desk: Desk, drawing: Drawing) -> Drawing:
    """The radar; its figures are those of the bars of the next chapter."""
    return _told(desk, drawing, "radar", ())


def levers_told(desk: Desk, drawing: Drawing) -> Drawing:
    """Bars by lever: points declared on points possible."""
    sides = [one for one in (desk.entry, desk.exit) if one is not None]
    scores = [lever_scores(desk.levels(one), desk.referential) for one in sides]
    head = [desk.text("alt.lever"), *(desk.text(f"alt.{one.kind}") for one in sides), desk.text("alt.maximum")]
    rows = [
        [lever.title, *(str(side[rank].points) for side in scores), str(scores[0][rank].maximum)]
        for rank, lever in enumerate(desk.referential.levers)
        if scores
    ]
    return _told(desk, drawing, "levers", [head, *rows])


def lever_told(desk: Desk, lever: Lever, drawing: Drawing) -> Drawing:
    """Bars of a lever's themes: answer and points."""
    codes = [theme.code for theme in desk.referential.themes_of(lever.code)]
    return _told(desk, drawing, "lever_themes", _theme_rows(desk, codes), lever=lever.title)


def symbols_told(desk: Desk, lever: Lever, drawing: Drawing) -> Drawing:
    """A row of symbols: the answers in words."""
    levels = desk.levels(desk.current)
    states = [_state(desk, theme.code, levels) for theme in desk.referential.themes_of(lever.code)]
    return describe(drawing, printable(", ".join(states)))


def _theme_rows(desk: Desk, codes: Sequence[ThemeCode]) -> list[list[str]]:
    """Themes with their answer and points, at entry and at exit."""
    sides = [one for one in (desk.entry, desk.exit) if one is not None]
    head = [desk.text("alt.theme")]
    for one in sides:
        head += [desk.text(f"alt.{one.kind}"), desk.text("alt.points")]
    rows = [head]
    for code in codes:
        row = [f"{code} {desk.referential.theme(code).title}"]
        for one in sides:
            level = desk.levels(one).get(code)
            row += [_state(desk, code, desk.levels(one)), "–" if level is None else str(desk.referential.points(level))]
        rows.append(row)
    return rows


def ruler_told(desk: Desk, drawing: Drawing, maximum: int, marks: Sequence[RulerMark]) -> Drawing:
    """The ruler of the index."""
    said = ", ".join(f"{mark.value} ({mark.caption})" for mark in marks) or desk.text("alt.no_mark")
    return _told(desk, drawing, "ruler", (), maximum=maximum, marks=said)


def funding_told(desk: Desk, drawing: Drawing, result: FundingResult) -> Drawing:
    """The bar of who pays."""
    return _told(desk, drawing, "funding", (), public=result.grant, company=result.company)


def scenarios_told(desk: Desk, drawing: Drawing, computed: Sequence[tuple[ScenarioView, FundingResult]]) -> Drawing:
    """The columns of the scenarios."""
    head = [desk.text(f"alt.{name}") for name in ("scenario", "public", "company", "invoiced")]
    rows = [
        [f"{view.scenario.rank}. {view.scenario.title}", money(one.grant), money(one.company), money(one.invoiced)]
        for view, one in computed
    ]
    return _told(desk, drawing, "scenarios", [head, *rows])


def calendar_told(desk: Desk, drawing: Drawing, rows: Sequence[GanttRow], marks: Sequence[Milestone]) -> Drawing:
    """The calendar: dates of every action, then what matters to the whole plan."""
    head = [desk.text(f"alt.{name}") for name in ("action", "start", "end", "after")]
    days = [
        [
            f"{row.number}. {row.title}",
            *("–" if day is None else short_date(day) for day in (row.start, row.end)),
            ", ".join(row.after) or "–",
        ]
        for row in rows
    ]
    milestones = [[mark.text, short_date(mark.day), short_date(mark.day), "–"] for mark in marks]
    return _told(desk, drawing, "calendar", [head, *days, *milestones])


def matrix_told(desk: Desk, drawing: Drawing, placed: Sequence[Action]) -> Drawing:
    """The value/effort matrix: place and quadrant of every action."""
    head = [desk.text(f"alt.{name}") for name in ("action", "value", "effort", "quadrant")]
    rows = [
        [
            f"{one.rank}. {one.title}",
            str(one.placement.value),
            str(one.placement.effort),
            quadrant_name(one.placement.quadrant),
        ]
        for one in placed
        if one.placement is not None
    ]
    return _told(desk, drawing, "matrix", [head, *rows])


def waterfall_told(desk: Desk, drawing: Drawing, found: Waterfall) -> Drawing:
    """The way from entry to exit, step by step."""
    head = [desk.text(f"alt.{name}") for name in ("step", "points", "total")]
    rows = [[step.title, step.value, str(step.total)] for step in drawn_steps(found)]
    return _told(desk, drawing, "waterfall", [head, *rows])


def _state(desk: Desk, code: ThemeCode, levels: Mapping[ThemeCode, Level]) -> str:
    level = levels.get(code)
    return desk.text("index.unanswered") if level is None else desk.referential.label(level)


def _told(desk: Desk, drawing: Drawing, what: str, rows: Rows, **params: object) -> Drawing:
    printed = [[_written(text) for text in row] for row in rows]
    return describe(drawing, _written(desk.text(f"alt.{what}", **params)), printed)


def _written(text: str) -> str:
    return printable(typeset_paragraph(text))
