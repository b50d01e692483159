"""When and in which order: the value/effort matrix beside its key, then the calendar of the plan."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from app.charts.gantt import BarLook, GanttRow, Milestone, gantt_pages
from app.charts.matrix import MatrixBadge, matrix
from app.domain.action_plan import Action, ActionPriority, ActionState
from app.reports.blocks import Gap, badge
from app.reports.roadmap.content import Desk
from app.reports.roadmap.keys import look_keys
from app.reports.roadmap.parts import chapter
from app.reports.roadmap.plan import awaited_ranks
from app.reports.roadmap.told import calendar_told, matrix_told
from app.reports.sheet import INK, TEXT_HEIGHT, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose

LOOKS = {
    ActionPriority.FIRST: BarLook.SOLID,
    ActionPriority.CONDITIONAL: BarLook.HATCHED,
    ActionPriority.LATER: BarLook.OUTLINED,
}
_LONGEST_MARK = 60
_CLOSE_ROW, _LEAST_ROW, _MOST_ROW = 14.0, 18.0, 30.0
_HEADS, _KEYS = 60.0, 30.0
_KEY_WIDTHS = (20.0, 172.0, 34.0, 32.0)
_GUTTER = 14.0
_LEAST_MATRIX, _MOST_MATRIX = 225.0, 300.0


def calendar(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter; nothing without an action."""
    if not desk.plan.all:
        return []
    placed, taken = _matrix(desk, cut_rows=cut_rows)
    story: list[Flowable] = [PageBreak(), *chapter(desk, "calendar", "calendar.title"), *placed]
    return [*story, *_calendar(desk, taken)]


def _matrix(desk: Desk, *, cut_rows: bool) -> tuple[list[Flowable], float]:
    """The matrix and its key, and the height that they take of their last page; nothing when no action was placed."""
    placed = [action for action in desk.plan.all if action.placement is not None]
    if not placed:
        return [], 0.0
    story: list[Flowable] = [desk.say("calendar.matrix", "h2")]
    beside = _key(desk, placed, _KEY_WIDTHS, cut_rows=False)
    high = float(beside.wrapOn(None, sum(_KEY_WIDTHS), TEXT_HEIGHT)[1])
    if high <= TEXT_HEIGHT - _HEADS - _KEYS:
        width = TEXT_WIDTH - sum(_KEY_WIDTHS) - _GUTTER
        height = max(_LEAST_MATRIX, min(_MOST_MATRIX, high))
        drawing = _drawn(desk, placed, width, height)
        story.append(columns([[drawing], [beside]], [width + _GUTTER, sum(_KEY_WIDTHS)], gutter=_GUTTER))
        taken = max(height, high)
    else:
        drawing = _drawn(desk, placed, TEXT_WIDTH, TEXT_HEIGHT * 0.55)
        wide = TEXT_WIDTH - sum(_KEY_WIDTHS) + _KEY_WIDTHS[1]
        widths = (_KEY_WIDTHS[0], wide, *_KEY_WIDTHS[2:])
        story += [drawing, Gap(8), _key(desk, placed, widths, cut_rows=cut_rows)]
        taken = TEXT_HEIGHT
    story += [Gap(4), desk.say("calendar.matrix_note", "note")]
    waiting = sum(action.placement is None for action in desk.plan.live)
    if waiting:
        story.append(desk.say("calendar.unplaced", "note", count=waiting))
    return story, taken + _KEYS


def _drawn(desk: Desk, placed: Sequence[Action], width: float, height: float) -> Flowable:
    badges = [
        MatrixBadge(str(action.rank), action.placement, LOOKS[action.priority])
        for action in placed
        if action.placement is not None and action.state is not ActionState.DROPPED
    ]
    return matrix_told(desk, matrix(badges, width=width, height=height, ink=INK, size=8), placed)


def _key(desk: Desk, placed: Sequence[Action], widths: Sequence[float], *, cut_rows: bool) -> Flowable:
    head = ["", *(desk.text(f"calendar.{code}") for code in ("key_action", "key_value", "key_effort"))]
    rows: list[list[Cell]] = []
    for action in placed:
        if action.placement is None:
            continue
        title = action.title
        if action.state is ActionState.DROPPED:
            title = f"{title} ({desk.word('action_state', action.state)})"
        number = badge(str(action.rank), solid=action.priority is ActionPriority.FIRST, reach=6)
        rows.append([number, prose(title, "note"), str(action.placement.value), str(action.placement.effort)])
    return ruled_table(head, rows, widths, right={2, 3}, cut_rows=cut_rows, tight=True)


def _calendar(desk: Desk, taken: float) -> list[Flowable]:
    """The Gantt: on the same page where there is room, otherwise on its own pages; nothing without a live action."""
    if not desk.plan.live:
        return []
    rows = [
        GanttRow(
            str(action.rank),
            action.title,
            action.start,
            action.end,
            LOOKS[action.priority],
            awaited_ranks(desk, action),
        )
        for action in desk.plan.live
    ]
    marks = _milestones(desk)
    left = TEXT_HEIGHT - _HEADS - taken - _KEYS
    for row_height in (_LEAST_ROW, _CLOSE_ROW):
        pages = gantt_pages(rows, marks, width=TEXT_WIDTH, height=left, ink=INK, size=8, row_height=row_height)
        if len(pages) == 1:
            break
    story: list[Flowable] = [Gap(6)] if taken else []
    if len(pages) > 1 or pages[0].height > left:
        story = [PageBreak()] if taken else []
        room = TEXT_HEIGHT - 90
        row_height = max(_LEAST_ROW, min(_MOST_ROW, room / len(rows) - 4))
        pages = gantt_pages(rows, marks, width=TEXT_WIDTH, height=room, ink=INK, size=8, row_height=row_height)
    story += _years(desk)
    story += [look_keys([(look, desk.text(f"calendar.{priority}")) for priority, look in LOOKS.items()]), Gap(6)]
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
