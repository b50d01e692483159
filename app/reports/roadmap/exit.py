"""The way from entry to exit: what the accompaniment changed, reclassifications told apart from transformation."""

from datetime import date

from reportlab.platypus import Flowable, PageBreak

from app.charts.waterfall import waterfall_chart
from app.charts.waterfall_steps import drawn_steps, signed
from app.domain.assessment import Assessment
from app.domain.evolution import StepKind, ThemeStep, Waterfall
from app.domain.referential import Level
from app.reports.blocks import Gap
from app.reports.roadmap.answers import COMPARED_WIDTHS, compared_head, opinion_cell, state_cell
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import chapter, heading, legend, moved_points
from app.reports.roadmap.told import waterfall_told
from app.reports.sheet import INK, TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import prose

_CHART_HEIGHT = 186.0
_WORDS = 7.5


def exit_page(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter; nothing before both questionnaires are complete."""
    found = desk.evolution
    if desk.exit is None or found is None:
        return []
    return [
        PageBreak(),
        *chapter(desk, "exit", "exit.title"),
        _lead(desk, desk.exit.day, found),
        Gap(10),
        waterfall_told(
            desk, waterfall_chart(found, width=TEXT_WIDTH, height=_CHART_HEIGHT, ink=INK, size=_WORDS), found
        ),
        Gap(8),
        *_keys(desk, found),
        *heading(desk, "exit.changed"),
        *_changed(desk, found, desk.exit, cut_rows=cut_rows),
        Gap(6),
        legend(desk, TEXT_WIDTH),
        desk.say("exit.all", "note", total=len(desk.referential.themes)),
    ]


def _lead(desk: Desk, day: date, found: Waterfall) -> Flowable:
    moved = found.total
    code = "exit.lead_apart" if found.of_kind(StepKind.RECLASSIFICATION) else "exit.lead"
    return desk.say(
        code,
        "lead",
        day=day,
        entry=moved.entry,
        exit=moved.exit,
        progress=moved_points(desk, moved.progress),
        apart=moved_points(desk, moved.reclassified),
    )


def _keys(desk: Desk, found: Waterfall) -> list[Flowable]:
    """What the patterns of the drawing mean, those that it uses only."""
    used = {step.role.value for step in drawn_steps(found)}
    label = desk.referential.label(Level.NOT_CONCERNED)
    said = [desk.text(f"exit.key_{role}", label=label) for role in ("gain", "loss", "reclassified") if role in used]
    return [prose(" ".join(said), "note")] if said else []


def _changed(desk: Desk, found: Waterfall, last: Assessment, *, cut_rows: bool) -> list[Flowable]:
    """Themes that moved, then reclassifications in their own block."""
    moved = [step for step in found.steps if step.kind in {StepKind.GAIN, StepKind.LOSS}]
    apart = found.of_kind(StepKind.RECLASSIFICATION)
    if not moved and not apart:
        return [desk.say("exit.unchanged", "body")]
    rows = [_row(desk, step, last) for step in moved]
    strong = []
    if apart:
        strong.append(len(rows))
        points = prose(signed(found.total.reclassified), "cell_right_bold")
        rows.append([desk.say("exit.apart", "cell_bold"), "", "", points, ""])
        rows += [_row(desk, step, last) for step in apart]
    widths = [*COMPARED_WIDTHS, TEXT_WIDTH - sum(COMPARED_WIDTHS)]
    return [ruled_table(compared_head(desk), rows, widths, right={3}, strong=strong, cut_rows=cut_rows)]


def _row(desk: Desk, step: ThemeStep, last: Assessment) -> list[Cell]:
    """A theme that moved: both declarations, the points, and the consultant's opinion in its own column."""
    return [
        f"{step.theme.code} {step.theme.title}",
        state_cell(desk, step.before),
        state_cell(desk, step.after),
        signed(step.points),
        opinion_cell(desk, last.answer(step.theme.code)),
    ]
