"""The action plan as a table."""

from reportlab.platypus import Flowable, PageBreak, Table

from app.domain.action_plan import Action, ActionPriority, ActionState, plan_totals
from app.packs.french import money, number, short_date
from app.reports.blocks import Gap, badge
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import chapter
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import on_one_page, ruled_table
from app.reports.writing import prose

_WIDTHS = (34.0, 210.0, 80.0, 56.0, 32.0)


def plan(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The table of actions; nothing when there is none."""
    if not desk.plan.all:
        return []
    totals = plan_totals(desk.plan.live)
    lead = desk.text("plan.lead", count=len(desk.plan.live), cost=totals.cost, effort=totals.effort)
    if totals.without_cost:
        lead = f"{lead} {desk.text('plan.lead_uncosted', count=totals.without_cost)}"
    number = f"{desk.text('plan.number')}\n{desk.text('plan.themes')}"
    head = [number, *(desk.text(f"plan.{code}") for code in ("action", "owner", "dates", "days", "cost"))]
    rows = [_row(desk, action) for action in desk.plan.all]
    total = [
        "",
        desk.say("plan.total", "cell_bold"),
        "",
        "",
        prose(number_of_days(totals.effort), "cell_right_bold"),
        prose(money(totals.cost), "cell_right_bold"),
    ]
    widths = [*_WIDTHS, TEXT_WIDTH - sum(_WIDTHS)]

    def table(tight: bool) -> Table:
        return ruled_table(
            head, [*rows, total], widths, right={4, 5}, strong={len(rows)}, cut_rows=cut_rows, tight=tight
        )

    above = [*chapter(desk, "plan", "plan.title"), prose(lead, "lead"), desk.say("plan.lead_solid", "note"), Gap(2)]
    return [PageBreak(), *above, on_one_page(table, above)]


def number_of_days(half_days: int) -> str:
    """Days with a decimal comma, without their unit."""
    return f"{half_days // 2},5" if half_days % 2 else number(half_days // 2)


def _row(desk: Desk, action: Action) -> list[Flowable | list[Flowable] | str]:
    told: list[Flowable] = [prose(action.title, "cell_bold")]
    if action.reason:
        told.append(prose(action.reason, "note"))
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
    number = badge(str(action.rank), solid=action.priority is ActionPriority.FIRST, reach=8)
    return [
        [number, prose("\n".join(action.themes), "note")],
        told,
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


def _dates(desk: Desk, action: Action) -> list[Flowable]:
    days = [day for day in (action.start, action.end) if day is not None]
    told: list[Flowable] = [prose("\n".join(short_date(day) for day in days) or desk.text("plan.no_date"), "cell")]
    awaited = awaited_ranks(desk, action)
    if awaited:
        told.append(desk.say("plan.after", "note", numbers=", ".join(awaited)))
    return told


def awaited_ranks(desk: Desk, action: Action) -> tuple[str, ...]:
    """Numbers of the actions that an action waits for, in their order."""
    return tuple(str(one.rank) for one in desk.plan.all if one.id in action.depends_on)
