"""The action plan as a table, and as a calendar."""

from reportlab.platypus import Flowable, PageBreak

from app.charts.gantt import BarLook, GanttRow, Milestone, gantt_pages
from app.domain.action_plan import Action, ActionPriority, ActionState, plan_totals
from app.packs.french import money, number, short_date
from app.reports.blocks import Gap, badge
from app.reports.roadmap.content import Desk
from app.reports.roadmap.keys import look_keys
from app.reports.roadmap.parts import chapter
from app.reports.roadmap.told import calendar_told
from app.reports.sheet import INK, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tables import ruled_table
from app.reports.writing import prose

_LOOKS = {
    ActionPriority.FIRST: BarLook.SOLID,
    ActionPriority.CONDITIONAL: BarLook.HATCHED,
    ActionPriority.LATER: BarLook.OUTLINED,
}
_LONGEST_MARK = 60
_LEAST_ROW, _MOST_ROW = 18.0, 30.0
_WIDTHS = (25.0, 190.0, 40.0, 74.0, 57.0, 33.0)


def plan(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The table of actions; nothing when there is none."""
    if not desk.plan.all:
        return []
    totals = plan_totals(desk.plan.live)
    lead = desk.text("plan.lead", count=len(desk.plan.live), cost=totals.cost, effort=totals.effort)
    if totals.without_cost:
        lead = f"{lead} {desk.text('plan.lead_uncosted', count=totals.without_cost)}"
    head = [desk.text(f"plan.{code}") for code in ("number", "action", "themes", "owner", "dates", "days", "cost")]
    rows = [_row(desk, action) for action in desk.plan.all]
    total = [
        "",
        desk.say("plan.total", "cell_bold"),
        "",
        "",
        "",
        prose(number_of_days(totals.effort), "cell_right_bold"),
        prose(money(totals.cost), "cell_right_bold"),
    ]
    widths = [*_WIDTHS, TEXT_WIDTH - sum(_WIDTHS)]
    return [
        PageBreak(),
        *chapter(desk, "plan", "plan.title"),
        prose(f"{lead} {desk.text('plan.lead_solid')}", "lead"),
        Gap(4),
        ruled_table(head, [*rows, total], widths, right={5, 6}, strong={len(rows)}, cut_rows=cut_rows),
    ]


def number_of_days(half_days: int) -> str:
    """Days with a decimal comma, without their unit."""
    return f"{half_days // 2},5" if half_days % 2 else number(half_days // 2)


def _row(desk: Desk, action: Action) -> list[Flowable | list[Flowable] | str]:
    told: list[Flowable] = [prose(action.title, "cell_bold")]
    if action.reason:
        told.append(prose(action.reason, "cell"))
    step = _step(desk, action)
    if step:
        told.append(prose(step, "cell"))
    notes = []
    if action.priority is not ActionPriority.FIRST:
        notes.append(desk.word("priority", action.priority))
    if action.state is not ActionState.PLANNED:
        notes.append(desk.word("action_state", action.state))
    owner = [prose(action.owner or desk.text("plan.no_owner"), "cell")]
    if notes:
        owner.append(prose(", ".join(notes), "note"))
    cost = [prose(money(action.cost) if action.cost is not None else desk.text("plan.uncosted"), "cell_right")]
    if action.gain:
        cost.append(prose(action.gain, "cell_right_muted"))
    return [
        badge(str(action.rank), solid=action.priority is ActionPriority.FIRST, reach=8),
        told,
        "\n".join(action.themes),
        owner,
        _dates(desk, action),
        number_of_days(action.effort) if action.effort is not None else "–",
        cost,
    ]


def _step(desk: Desk, action: Action) -> str:
    step = action.step
    if step.baseline and step.target:
        return desk.text("plan.step", indicator=step.indicator, baseline=step.baseline, target=step.target)
    if step.target and step.indicator:
        return desk.text("plan.step_target", indicator=step.indicator, target=step.target)
    alone = " ".join(part for part in (step.indicator, step.baseline, step.target) if part)
    return desk.text("plan.step_alone", text=alone) if alone else ""


def _dates(desk: Desk, action: Action) -> str:
    days = [day for day in (action.start, action.end) if day is not None]
    if not days:
        return desk.text("plan.no_date")
    return "\n".join(short_date(day) for day in days)


def calendar(desk: Desk) -> list[Flowable]:
    """The Gantt of the plan; nothing without an action."""
    if not desk.plan.live:
        return []
    rows = [
        GanttRow(str(action.rank), action.title, action.start, action.end, _LOOKS[action.priority])
        for action in desk.plan.live
    ]
    marks = _milestones(desk)
    room = TEXT_HEIGHT - 90
    row_height = max(_LEAST_ROW, min(_MOST_ROW, room / len(rows) - 4))
    pages = gantt_pages(rows, marks, width=TEXT_WIDTH, height=room, ink=INK, size=8, row_height=row_height)
    story: list[Flowable] = [PageBreak(), *chapter(desk, "calendar", "calendar.title"), *_years(desk)]
    story += [look_keys([(look, desk.text(f"calendar.{priority}")) for priority, look in _LOOKS.items()]), Gap(6)]
    for rank, drawing in enumerate(pages):
        story += [PageBreak()] if rank else []
        story.append(calendar_told(desk, drawing, rows, marks) if rank == 0 else drawing)
    undated = sum(action.start is None and action.end is None for action in desk.plan.live)
    if undated:
        story += [Gap(6), desk.say("calendar.undated", "note", count=undated)]
    return story


def _years(desk: Desk) -> list[Flowable]:
    days = [day for action in desk.plan.live for day in (action.start, action.end) if day is not None]
    if not days:
        return []
    first, last = min(days).year, max(days).year
    if first == last:
        return [desk.say("calendar.lead_one_year", "h2", year=first)]
    return [desk.say("calendar.lead_years", "h2", first=first, last=last)]


def _milestones(desk: Desk) -> list[Milestone]:
    """The next date and the last day of accepted expenses, when the plan reaches it."""
    marks = []
    mission = desk.mission
    if mission.next_day is not None:
        code = "calendar.next" if 0 < len(mission.next_step) <= _LONGEST_MARK else "calendar.next_alone"
        marks.append(Milestone(mission.next_day, desk.text(code, day=mission.next_day, what=mission.next_step)))
    funding = desk.scheme.company_funding
    ends = [action.end for action in desk.plan.live if action.end is not None]
    if funding is not None and funding.expenses_until is not None and ends:
        limit = funding.expenses_until
        if min(ends).year <= limit.year <= max(ends).year:
            marks.append(Milestone(limit, desk.text("calendar.expenses", day=limit)))
    return marks
