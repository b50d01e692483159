"""The answers: every theme with its answer in words, what supports it, and the move from entry to exit."""

from reportlab.platypus import Flowable, PageBreak

from app.charts.bars import theme_bars
from app.charts.symbols import glyph
from app.charts.waterfall_steps import signed
from app.domain.assessment import Answer, Assessment
from app.domain.referential import Level, Theme
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.roadmap.index import reclassified
from app.reports.roadmap.parts import chapter, heading, legend
from app.reports.roadmap.told import lever_told
from app.reports.roadmap.votes import votes
from app.reports.sheet import INK, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose, prose_after

_SIZE = 8.0
STATE_WIDTH = 78.0
COMPARED_WIDTHS = (210.0, STATE_WIDTH, STATE_WIDTH, 34.0)
"""Columns of a table that compares entry and exit; the last one takes the rest."""


def answers(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter."""
    code = "answers.lead_exit" if desk.exit else "answers.lead_entry"
    levels = desk.levels(desk.current)
    bars = [
        lever_told(
            desk,
            lever,
            theme_bars(desk.referential, levels, width=TEXT_WIDTH, ink=INK, size=_SIZE, levers=[lever.code]),
        )
        for lever in desk.referential.levers
    ]
    story = [
        PageBreak(),
        *chapter(desk, "answers", "answers.title", total=len(desk.referential.themes)),
        desk.say(code, "lead"),
        *bars,
        Gap(8),
        legend(desk, TEXT_WIDTH),
    ]
    alone = votes(desk, cut_rows=cut_rows) if desk.content.file.full_diagnostic.is_empty else []
    if desk.exit is None:
        return [
            *story,
            *_support(desk, desk.entry, "answers.why", cut_rows=cut_rows),
            *alone,
        ]
    return [
        *story,
        *_compared(desk, cut_rows=cut_rows),
        *_support(desk, desk.entry, "answers.why_entry", cut_rows=cut_rows),
        *_support(desk, desk.exit, "answers.why_exit", cut_rows=cut_rows),
        *alone,
    ]


def _support(desk: Desk, assessment: Assessment | None, title: str, *, cut_rows: bool) -> list[Flowable]:
    """Justification and evidence of the themes that have some."""
    if assessment is None:
        return []
    rows = []
    for theme in desk.referential.themes:
        answer = assessment.answer(theme.code)
        if answer.justification or answer.evidence:
            told = [prose(answer.justification, "cell")] if answer.justification else []
            if answer.evidence:
                told.append(prose(desk.text("answers.evidence", text=answer.evidence), "cell"))
            rows.append([f"{theme.code} {theme.title}", told])
    if not rows:
        return []
    head = [desk.text(code) for code in ("answers.theme", "answers.justification")]
    return [*heading(desk, title), ruled_table(head, rows, [212, TEXT_WIDTH - 212], cut_rows=cut_rows, tight=True)]


def _compared(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Every theme at entry and at exit, with the consultant's opinion beside it, never over it."""
    rows = [_move(desk, theme) for theme in desk.referential.themes]
    widths = [*COMPARED_WIDTHS, TEXT_WIDTH - sum(COMPARED_WIDTHS)]
    return [
        *heading(desk, "answers.compared"),
        ruled_table(compared_head(desk), rows, widths, right={3}, cut_rows=cut_rows, tight=True),
    ]


def compared_head(desk: Desk) -> list[str]:
    """Head of a table that compares entry and exit."""
    return [desk.text(f"answers.{code}") for code in ("theme", "entry", "exit", "difference", "opinion")]


def _move(desk: Desk, theme: Theme) -> list[Cell]:
    before = desk.entry.answer(theme.code) if desk.entry else Answer()
    after = desk.exit.answer(theme.code) if desk.exit else Answer()
    name = [prose(f"{theme.code} {theme.title}", "cell_name")]
    if before.level is not None and after.level is not None and reclassified(before.level, after.level):
        name.append(desk.say("answers.reclassified", "note"))
    return [
        name,
        state_cell(desk, before.level),
        state_cell(desk, after.level),
        _difference(desk, before.level, after.level),
        opinion_cell(desk, after),
    ]


def state_cell(desk: Desk, level: Level | None) -> Flowable:
    """A state as its symbol and its words, short as a narrow column wants them."""
    text = desk.text("index.unanswered") if level is None else short_state(desk, level)
    widths = [13, STATE_WIDTH - 13 - 5 - 5]
    return columns([[Gap(0.8), glyph(level, 8.5, INK)], [prose(text, "cell")]], widths, gutter=4)


def short_state(desk: Desk, level: Level) -> str:
    """A state in two words; the legend tells the whole of them."""
    return desk.text(f"exit.state.{level}")


def _difference(desk: Desk, before: Level | None, after: Level | None) -> str:
    if before is None or after is None or before is after:
        return "–"
    return signed(desk.referential.points(after) - desk.referential.points(before))


def opinion_cell(desk: Desk, answer: Answer) -> Cell:
    """« Pas d’avis », « Même avis », or another level that stands out; then the sentence, if there is one."""
    opinion = answer.opinion
    if opinion is None:
        return desk.text("answers.no_opinion")
    if opinion.level is answer.level:
        same = desk.text("answers.same")
        return f"{same}. {opinion.sentence}" if opinion.sentence else same
    return prose_after(f"{short_state(desk, opinion.level)}.", opinion.sentence, "cell")
