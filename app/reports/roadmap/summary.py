"""Page 1, read in a minute: where we stand, what first, what it costs and who pays, the next date."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from app.charts.bars import lever_symbols
from app.charts.money import FundingPart, funding_bar
from app.charts.ruler import RulerMark, index_ruler
from app.domain.action_plan import Action, plan_totals
from app.domain.evolution import StepKind
from app.domain.i2df import LeverScore, lever_scores
from app.packs.french import money
from app.reports.blocks import Gap, Section, badge, calendar_leaf
from app.reports.furniture import PageTitle
from app.reports.roadmap.content import Desk, ScenarioView
from app.reports.roadmap.parts import key_figure, legend, moved_points
from app.reports.roadmap.told import funding_told, ruler_told, symbols_told
from app.reports.sheet import MAIN
from app.reports.tables import columns, ruled_table
from app.reports.writing import prose

_SYMBOL = 4.2
_LONGEST_REASON = 240


def summary(desk: Desk) -> list[Flowable]:
    """The whole page."""
    company = desk.mission.company
    return [
        PageTitle("summary", desk.text("summary.title")),
        Gap(14),
        prose(company.name, "company"),
        desk.say("summary.subtitle", "subtitle"),
        Gap(4),
        prose(framing(desk), "note"),
        Gap(8),
        *([prose(desk.mission.summary, "lead"), Gap(10)] if desk.mission.summary else [Gap(4)]),
        _where(desk),
        _first(desk),
        _money(desk),
        *_next(desk),
    ]


def framing(desk: Desk) -> str:
    """Trade, staff, site and days of the work, as far as they are known."""
    mission = desk.mission
    parts = [mission.company.trade]
    if mission.company.employees is not None:
        parts.append(desk.text("summary.employees", count=mission.company.employees))
    if mission.establishment.town:
        parts.append(desk.text("summary.site", town=mission.establishment.town))
    if desk.scheme.region_name:
        parts.append(desk.scheme.region_name)
    days = sorted(entry.day for entry in desk.content.file.ledger.effective)
    if days:
        code = "summary.diagnostic" if days[0] != days[-1] else "summary.diagnostic_one_day"
        parts.append(desk.text(code, first=days[0], last=days[-1]))
    return " · ".join(part for part in parts if part)


def _where(desk: Desk) -> Flowable:
    total = len(desk.referential.themes)
    note = "summary.where_note_exit" if desk.exit else "summary.where_note_entry"
    head = [desk.say("summary.where", "h2"), desk.say(note, "note", total=total)]
    levels = desk.levels(desk.current)
    rows = [
        [
            prose(score.lever.title, "cell_name"),
            symbols_told(desk, score.lever, lever_symbols(desk.referential, score.lever, levels, radius=_SYMBOL)),
            text,
        ]
        for score in lever_scores(levels, desk.referential)
        for text in [_lever_text(desk, score)]
    ]
    widest = max(len(desk.referential.themes_of(lever.code)) for lever in desk.referential.levers)
    symbols = min(3.3 * _SYMBOL * widest + 5, MAIN * 0.4)
    table = ruled_table([], rows, [MAIN - symbols - 56, symbols, 56], right={2})
    return Section(head, [*index_shown(desk), *_moved(desk), Gap(8), table, Gap(6), legend(desk, MAIN)])


def _moved(desk: Desk) -> list[Flowable]:
    """What changed since the entry, reclassifications apart; nothing before the exit is complete."""
    if desk.evolution is None:
        return []
    total = desk.evolution.total
    code = "summary.moved_apart" if desk.evolution.of_kind(StepKind.RECLASSIFICATION) else "summary.moved"
    progress, apart = moved_points(desk, total.progress), moved_points(desk, total.reclassified)
    return [Gap(5), desk.say(code, "small", progress=progress, apart=apart)]


def _lever_text(desk: Desk, score: LeverScore) -> Flowable:
    if score.answered == score.themes:
        return desk.say("summary.lever_points", "cell_right", points=score.points, maximum=score.maximum)
    return desk.say("summary.lever_answers", "cell_right", answered=score.answered, total=score.themes)


def index_shown(desk: Desk) -> list[Flowable]:
    """The index beside its ruler; while incomplete, how many themes are answered."""
    progress = desk.progress(desk.current)
    maximum = desk.referential.maximum
    if progress.index is None:
        text = desk.text("summary.answered", answered=progress.answered, total=progress.total)
        drawing = key_figure(text)
        said = desk.say("summary.incomplete", "body", total=progress.total)
        ruler = ruler_told(desk, index_ruler(maximum, [], width=MAIN - drawing.width - 20), maximum, [])
        return [Gap(4), columns([[drawing], [said, Gap(4), ruler]], [drawing.width + 20, MAIN - drawing.width - 20])]
    drawing = key_figure(str(progress.index))
    beside = MAIN - max(drawing.width, 72) - 20
    marks = _marks(desk)
    ruler = ruler_told(desk, index_ruler(maximum, marks, width=beside), maximum, marks)
    points = desk.say("summary.points", "small", maximum=maximum)
    return [Gap(4), columns([[drawing, points], [Gap(2), ruler]], [MAIN - beside, beside], gutter=20)]


def _marks(desk: Desk) -> list[RulerMark]:
    entry, last = desk.progress(desk.entry).index, desk.progress(desk.exit).index if desk.exit else None
    if last is None:
        return [] if entry is None else [RulerMark(entry, desk.text("summary.mark_entry"))]
    marks = [RulerMark(last, desk.text("summary.mark_exit_short", points=last))]
    if entry is not None:
        marks.insert(0, RulerMark(entry, desk.text("summary.mark_entry_short", points=entry)))
    return marks


def _first(desk: Desk) -> Flowable:
    left = desk.exit is not None
    head: list[Flowable] = [desk.say("summary.first_exit" if left else "summary.first", "h2")]
    if not desk.plan.live:
        return Section(head, [desk.say("summary.no_action")])
    done = len(desk.plan.live) - len(desk.plan.open)
    head.append(desk.say("summary.first_note", "note", count=len(desk.plan.live)))
    if done:
        head.append(desk.say("summary.done_note", "note", count=done))
    if not desk.plan.open:
        return Section(head, [desk.say("summary.all_done")])
    rows: list[Flowable] = []
    for action in desk.plan.first:
        rows += [_first_action(desk, action), Gap(7)]
    return Section(head, rows[:-1])


def _first_action(desk: Desk, action: Action) -> Flowable:
    told: list[Flowable] = [prose(action.title, "h3_large")]
    if action.reason:
        told.append(prose(_in_short(action.reason), "small"))
    if action.owner:
        told.append(prose(desk.text("summary.owner", owner=action.owner), "note"))
    cost = desk.say("summary.no_cost", "small_right")
    if action.cost is not None:
        cost = desk.say("summary.cost", "h3_right", amount=action.cost)
    figures: list[Flowable] = [cost]
    if action.effort is not None:
        figures.append(desk.say("summary.effort", "small_right", effort=action.effort))
    if action.end is not None:
        figures.append(desk.say("summary.until", "small_right", day=action.end))
    return columns([[badge(str(action.rank), solid=True)], told, figures], [31, MAIN - 31 - 104, 104], gutter=8)


def _in_short(reason: str) -> str:
    """A reason that fits page 1; the plan holds it whole."""
    if len(reason) <= _LONGEST_REASON:
        return reason
    return f"{reason[:_LONGEST_REASON].rsplit(' ', 1)[0]}…"


def _money(desk: Desk) -> Flowable:
    head: list[Flowable] = [desk.say("summary.money", "h2")]
    view = desk.money.chosen
    if desk.scheme.company_funding is None:
        return Section(head, [desk.say("summary.not_computable", scheme=desk.scheme.header.title), *_purchases(desk)])
    if view is None or view.result is None:
        return Section(head, [desk.say("summary.no_scenario"), *_purchases(desk)])
    head.append(desk.say("summary.money_note", "note"))
    return Section(head, [*_chosen(desk, view), *_purchases(desk)])


def _chosen(desk: Desk, view: ScenarioView) -> Sequence[Flowable]:
    result = view.result
    if result is None:
        return []
    half_days = sum(plan.half_days for plan in view.scenario.plans)
    public = FundingPart(result.grant, money(result.grant), desk.text("summary.public", funders=desk.money.funders))
    company = FundingPart(result.company, money(result.company), desk.text("summary.company"))
    line = desk.say(
        "summary.money_line",
        scenario=view.scenario.title,
        days=half_days,
        total=result.invoiced,
        company=result.company,
    )
    closed: list[Flowable] = []
    if result.closed_on is not None:
        closed = [desk.say("summary.closed", "small", day=result.closed_on)]
    return [line, *closed, Gap(6), funding_told(desk, funding_bar(public, company, width=MAIN), result), Gap(5)]


def _purchases(desk: Desk) -> list[Flowable]:
    if not desk.plan.live:
        return []
    totals = plan_totals(desk.plan.live)
    return [Gap(1), desk.say("summary.purchases", "small", cost=totals.cost, effort=totals.effort)]


def _next(desk: Desk) -> list[Flowable]:
    mission = desk.mission
    if mission.next_day is None:
        return []
    told: list[Flowable] = [desk.say("summary.next_day", "h3_large", day=mission.next_day)]
    if mission.next_step:
        told.append(prose(mission.next_step, "small"))
    funding = desk.scheme.company_funding
    if funding is not None and funding.expenses_until is not None:
        told.append(desk.say("summary.until_note", "note", day=funding.expenses_until))
    body = columns([[calendar_leaf(mission.next_day)], told], [70, MAIN - 70])
    return [Section([desk.say("summary.next", "h2")], [body])]
