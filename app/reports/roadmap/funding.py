"""Who pays what: the funders side by side, the scenarios on one scale, every line with its rule."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from app.charts.money import FundingPart, ScenarioColumn, scenario_columns
from app.domain.funding import FundingLine, FundingResult, LineKind
from app.domain.scheme import Phase, PhaseCode
from app.packs.french import days, money
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk, ScenarioView
from app.reports.roadmap.parts import chapter, short_title
from app.reports.roadmap.told import scenarios_told
from app.reports.sheet import INK, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose, prose_with_note

_LABEL = 112.0
_AMOUNT = 52.0
_BARS = 108.0
_PHASE_KINDS = (LineKind.INVOICED, LineKind.RETAINED, LineKind.PHASE_GRANT)
_TOTAL_KINDS = (LineKind.EQUITY, LineKind.GRANT, LineKind.COMPANY)
_PAYMENT_KINDS = (LineKind.ADVANCE, LineKind.BALANCE)

Row = list[Cell]
Computed = Sequence[tuple[ScenarioView, FundingResult]]


def funding(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter; nothing without a scenario."""
    if not desk.money.scenarios:
        return []
    header = desk.scheme.header
    story = [
        PageBreak(),
        *chapter(desk, "funding", "funding.title"),
        desk.say("funding.lead", "lead", scheme=header.title, version=header.ref.version),
        Gap(4),
        _funders(desk),
    ]
    computed = [(view, view.result) for view in desk.money.scenarios if view.result is not None]
    if not computed:
        story += [Gap(8), desk.say("summary.not_computable", scheme=header.title)]
        story += [prose(f"{view.scenario.title} : {_plans(desk, view)}", "small") for view in desk.money.scenarios]
    if computed:
        story += [Gap(8), *_columns(desk, computed), Gap(8), _lines(desk, computed, cut_rows=cut_rows)]
        story += [Gap(4), *_remarks(desk, computed)]
    return story


def _plans(desk: Desk, view: ScenarioView) -> str:
    plans = (
        f"{desk.scheme.phase(plan.phase).title}, {days(plan.half_days)}, {money(plan.cost)}"
        for plan in view.scenario.plans
    )
    return " ; ".join(plans)


def _funders(desk: Desk) -> Flowable:
    """Every funder at the same size, weight and width, in one line."""
    funders = desk.scheme.funders
    shares = (
        desk.money.chosen.result.by_funder
        if desk.money.chosen is not None and desk.money.chosen.result is not None
        else {}
    )
    blocks = []
    for funder in funders:
        block: list[Flowable] = [prose(funder.name, "h3_large"), prose(funder.role, "small")]
        if funder.code in shares:
            block.append(desk.say("funding.part", "small", amount=shares[funder.code]))
        blocks.append(block)
    told: list[Flowable] = [columns(blocks, [TEXT_WIDTH / len(funders)] * len(funders))]
    if not shares and len(funders) > 1:
        told += [Gap(2), desk.say("funding.no_split", "note")]
    framed = ruled_table([], [[told]], [TEXT_WIDTH], ruled=False)
    framed.setStyle([("LINEABOVE", (0, 0), (-1, 0), 0.6, INK.rule), ("LINEBELOW", (0, 0), (-1, 0), 0.6, INK.rule)])
    return framed


def _columns(desk: Desk, computed: Computed) -> list[Flowable]:
    heads = []
    bars = []
    for view, result in computed:
        chosen = f" ({desk.text('funding.chosen')})" if view.scenario.chosen else ""
        half_days = sum(plan.half_days for plan in view.scenario.plans)
        heads.append(
            [
                prose(f"{view.scenario.rank}. {view.scenario.title}{chosen}", "h2"),
                desk.say("funding.days", "small", days=half_days),
            ]
        )
        public = FundingPart(result.grant, money(result.grant), desk.text("funding.public_aid"))
        company = FundingPart(result.company, money(result.company), desk.text("funding.company_pays"))
        bars.append(ScenarioColumn(money(result.invoiced), public, company))
    third = TEXT_WIDTH / max(3, len(computed))
    return [
        columns(heads, [third] * len(heads)),
        Gap(4),
        scenarios_told(desk, scenario_columns(bars, width=TEXT_WIDTH, height=_BARS, ink=INK), computed),
    ]


def _lines(desk: Desk, computed: Computed, *, cut_rows: bool) -> Flowable:
    """Every figure with the sentence of its rule and the heading of the scheme under which it stands."""
    amounts = [_AMOUNT] * len(computed)
    scenarios = [_column_head(desk, view) for view, _ in computed]
    head = [desk.text("funding.line"), *scenarios, desk.text("funding.rule")]
    rows: list[Row] = []
    strong: set[int] = set()
    for phase in _planned(desk, computed):
        rows.append(_phase_row(desk, phase, computed))
        rows += [row for kind in _PHASE_KINDS for row in _line_row(desk, kind, phase, computed)]
    for kind in _TOTAL_KINDS:
        for row in _line_row(desk, kind, None, computed):
            if kind is not LineKind.EQUITY:
                strong.add(len(rows))
            rows.append(row)
    for phase in _planned(desk, computed):
        rows += [row for kind in _PAYMENT_KINDS for row in _line_row(desk, kind, phase, computed)]
    flush = set(range(1, len(computed) + 1))
    widths = [_LABEL, *amounts, TEXT_WIDTH - _LABEL - sum(amounts)]
    return ruled_table(head, _without_repeats(desk, rows), widths, right=flush, strong=strong, cut_rows=cut_rows)


def _column_head(desk: Desk, view: ScenarioView) -> str:
    code = "funding.scenario_chosen" if view.scenario.chosen else "funding.scenario"
    return desk.text(code, number=view.scenario.rank)


def _planned(desk: Desk, computed: Computed) -> list[Phase]:
    planned = {plan.phase for view, _ in computed for plan in view.scenario.plans}
    return [phase for phase in desk.scheme.phases if phase.code in planned]


def _phase_row(desk: Desk, phase: Phase, computed: Computed) -> Row:
    cells: Row = [prose(phase.title, "cell_bold")]
    for view, _ in computed:
        plan = next((plan for plan in view.scenario.plans if plan.phase == phase.code), None)
        cells.append(desk.text("funding.without") if plan is None else days(plan.half_days))
    return [*cells, ""]


def _line_row(desk: Desk, kind: LineKind, phase: Phase | None, computed: Computed) -> list[Row]:
    """The row of a kind of line, or none when no scenario has it."""
    code = phase.code if phase is not None else None
    found = [_found(result, kind, code) for _, result in computed]
    held = [line for line in found if line is not None]
    if not held:
        return []
    bold = kind in {LineKind.GRANT, LineKind.COMPANY}
    name = desk.word("funding_line", kind)
    if phase is not None and kind in _PAYMENT_KINDS:
        name = desk.text("funding.of_phase", line=name, phase=short_title(phase))
    style = "cell_right_bold" if bold else "cell_right"
    amounts = [prose(desk.text("funding.without") if line is None else money(line.amount), style) for line in found]
    rules = [desk.scheme.rules[rule] for rule in dict.fromkeys(line.rule for line in held)]
    remark = _remark(desk, kind, held)
    told = " ".join([*(rule.sentence for rule in rules), *([remark] if remark else [])])
    heading = " · ".join(dict.fromkeys(rule.heading for rule in rules))
    return [[prose(name, "cell_bold" if bold else "cell"), *amounts, (told, heading)]]


def _without_repeats(desk: Desk, rows: Sequence[Row]) -> list[Row]:
    """Rows whose rule is that of the row above say so instead of repeating it."""
    shown: list[Row] = []
    above: Cell = None
    for row in rows:
        told = row[-1]
        if isinstance(told, tuple):
            text = desk.text("funding.same_rule") if told == above else told[0]
            shown.append([*row[:-1], prose_with_note(text, "" if told == above else told[1], "cell")])
        else:
            shown.append(row)
        above = told
    return shown


def _found(result: FundingResult, kind: LineKind, phase: PhaseCode | None) -> FundingLine | None:
    return next((line for line in result.lines if line.kind is kind and line.phase == phase), None)


def _remark(desk: Desk, kind: LineKind, held: Sequence[FundingLine]) -> str:
    capped = any(line.capped for line in held)
    if kind is LineKind.EQUITY:
        return desk.text("funding.equity_hit" if capped else "funding.equity_free")
    return desk.text("funding.capped") if capped and kind is LineKind.RETAINED else ""


def _remarks(desk: Desk, computed: Computed) -> list[Flowable]:
    """What must be known beside the figures."""
    told: list[Flowable] = []
    closed = next((result.closed_on for _, result in computed if result.closed_on is not None), None)
    if closed is not None:
        told.append(desk.say("funding.closed", "small", day=closed, opened=desk.mission.opened_on))
    rules = desk.scheme.company_funding
    if rules is None:
        return told
    if rules.capped_by_equity and not all(result.equity_known for _, result in computed):
        told.append(desk.say("funding.equity_unknown", "note"))
    if desk.mission.company.employees is None:
        told.append(desk.say("funding.size_unknown", "note"))
    if rules.expenses_until is not None:
        told.append(desk.say("funding.expenses_until", "note", day=rules.expenses_until))
    else:
        told.append(desk.say("funding.simulation", "note"))
    return told
