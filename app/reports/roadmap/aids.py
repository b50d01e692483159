"""Aids that the actions cite: each with the day on which it was stated, whether it still holds, always to be checked."""

from reportlab.platypus import Flowable

from app.domain.action_plan import Action, CitedAid
from app.packs.french import money
from app.reports.blocks import Gap
from app.reports.roadmap.content import Desk
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import ruled_table
from app.reports.writing import prose

_WIDTHS = (58.0, 190.0, 96.0)


def cited_aids(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The table of the aids of the actions that were not dropped; nothing when none is cited."""
    cited = [(action, aid) for action in desk.plan.live for aid in action.aids]
    if not cited:
        return []
    head = [desk.text(f"aids.{code}") for code in ("action", "aid", "operator", "validity")]
    rows = [_row(desk, action, aid) for action, aid in cited]
    widths = [*_WIDTHS, TEXT_WIDTH - sum(_WIDTHS)]
    return [
        Gap(12),
        desk.say("aids.title", "h2"),
        Gap(2),
        desk.say("aids.lead", "small"),
        Gap(4),
        ruled_table(head, rows, widths, cut_rows=cut_rows),
    ]


def _row(desk: Desk, action: Action, aid: CitedAid) -> list[Flowable | list[Flowable] | str]:
    told: list[Flowable] = [prose(aid.title, "cell_bold")]
    if aid.estimate is not None:
        told.append(prose(desk.text("aids.estimate", amount=money(aid.estimate)), "cell"))
    return [desk.text("aids.of_action", number=action.rank), told, aid.operator, _validity(desk, aid)]


def _validity(desk: Desk, aid: CitedAid) -> str:
    day = desk.content.printed_on if desk.content.sealed is None else desk.local(desk.content.sealed.sealed_at).date()
    stated = desk.text("aids.stated", day=aid.stated_on)
    if aid.valid_until is None:
        return stated
    code = "aids.closed" if day > aid.valid_until else "aids.until"
    return f"{desk.text(code, day=aid.valid_until)} {stated}"
