"""One page of the same data for one reader: a banker, the Region, the staff; each sees what concerns him and no more."""

import io
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, time

from reportlab.platypus import Flowable

from app.charts.bars import lever_symbols
from app.charts.money import FundingPart, funding_bar
from app.domain.action_plan import Action, ActionState, plan_totals
from app.domain.i2df import lever_scores
from app.packs.french import money, short_date
from app.reports.blocks import Gap, Section
from app.reports.furniture import PageTitle, render
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.facts import SIRET_GROUPS, grouped
from app.reports.roadmap.pages import furniture_of
from app.reports.roadmap.parts import key_figure, legend
from app.reports.roadmap.summary import framing, index_shown
from app.reports.roadmap.told import funding_told, symbols_told
from app.reports.sheet import MAIN
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose
from app.services.other_forms import OtherForm

_MOST_ACTIONS, _LEAST_ACTIONS = 8, 2
_SYMBOL = 4.2
_LONGEST = 160

Chapter = Callable[[Desk, int], list[Flowable]]
"""What a chapter says, with at most so many actions."""


def telling_pdf(content: RoadmapContent, reader: OtherForm) -> bytes:
    """The page as PDF bytes; the sealed data are not attached, since they say more than the page.

    Args:
        content: What a feuille de route is made from.
        reader: `BANKER`, `REGION` or `STAFF`.
    """
    for most in range(_MOST_ACTIONS, _LEAST_ACTIONS - 1, -1):
        pdf = _made(content, reader, most)
        if _pages(pdf) == 1:
            break
    return pdf


def _made(content: RoadmapContent, reader: OtherForm, most: int) -> bytes:
    desk = Desk(content)
    title = desk.text(f"telling.{reader}")
    origin = desk.say(
        "telling.origin", "note", reference=desk.mission.reference, reader=desk.text(f"telling.for_{reader}")
    )

    def story(_cut_rows: bool) -> list[Flowable]:
        return [
            PageTitle(reader, title, signed=True),
            Gap(14),
            prose(desk.mission.company.name, "company"),
            prose(title, "subtitle"),
            Gap(4),
            prose(framing(desk), "note"),
            Gap(10),
            *(block for chapter in _CHAPTERS[reader] for block in chapter(desk, most)),
            origin,
        ]

    sealed = content.sealed
    made_at = sealed.sealed_at if sealed else datetime.combine(content.printed_on, time(), content.zone)
    return render(furniture_of(desk, title), story, made_at=made_at)


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _section(desk: Desk, code: str, body: list[Flowable]) -> list[Flowable]:
    return [Section([desk.say(code, "h2")], body)] if body else []


def _summary(desk: Desk, _most: int) -> list[Flowable]:
    return [prose(desk.mission.summary, "lead"), Gap(10)] if desk.mission.summary else []


def _where(desk: Desk, _most: int) -> list[Flowable]:
    levels = desk.levels(desk.current)
    rows: list[list[Cell]] = []
    for score in lever_scores(levels, desk.referential):
        symbols = lever_symbols(desk.referential, score.lever, levels, radius=_SYMBOL)
        rows.append([prose(score.lever.title, "cell_name"), symbols_told(desk, score.lever, symbols)])
    table = ruled_table([], rows, [MAIN * 0.6, MAIN * 0.4])
    return _section(desk, "summary.where", [*index_shown(desk), Gap(8), table, Gap(6), legend(desk, MAIN)])


def _states(desk: Desk, _most: int) -> list[Flowable]:
    """Where the company stands without its figure: words and symbols."""
    levels = desk.levels(desk.current)
    rows: list[list[Cell]] = []
    for lever in desk.referential.levers:
        symbols = lever_symbols(desk.referential, lever, levels, radius=_SYMBOL)
        rows.append([prose(lever.title, "cell_name"), symbols_told(desk, lever, symbols)])
    table = ruled_table([], rows, [MAIN * 0.6, MAIN * 0.4])
    said = desk.say("telling.staff_states", "body", total=len(desk.referential.themes))
    return _section(desk, "summary.where", [said, Gap(6), table, Gap(6), legend(desk, MAIN)])


def _shown(desk: Desk, most: int) -> list[Action]:
    chosen = [*desk.plan.first, *(action for action in desk.plan.open if action not in desk.plan.first)]
    return sorted(chosen[:most], key=lambda action: action.rank)


def _rest(desk: Desk, most: int) -> list[Flowable]:
    left = len(desk.plan.open) - len(_shown(desk, most))
    return [Gap(3), desk.say("telling.more_actions", "note", count=left)] if left > 0 else []


def _when(action: Action) -> str:
    days = [short_date(day) for day in (action.start, action.end) if day is not None]
    return " – ".join(days) or "–"


def _investments(desk: Desk, most: int) -> list[Flowable]:
    """Actions with their cost and gain: what a banker is asked to follow."""
    shown = _shown(desk, most)
    if not shown:
        return []
    head = [desk.text(f"telling.{code}") for code in ("action", "when", "gain", "cost")]
    rows: list[list[Cell]] = [
        [
            [prose(action.title, "cell_bold"), *([prose(_short(action.reason), "cell")] if action.reason else [])],
            _when(action),
            _short(action.gain),
            money(action.cost) if action.cost is not None else desk.text("plan.uncosted"),
        ]
        for action in shown
    ]
    totals = plan_totals(desk.plan.live)
    total: list[Cell] = [
        desk.say("telling.total", "cell_bold", count=len(desk.plan.live)),
        "",
        "",
        prose(money(totals.cost), "cell_right_bold"),
    ]
    table = ruled_table(head, [*rows, total], [MAIN - 230, 76, 84, 70], right={3}, strong={len(rows)})
    return _section(desk, "telling.investments", [table, *_rest(desk, most)])


def _work(desk: Desk, most: int) -> list[Flowable]:
    """Actions with their dates, neither amount nor person."""
    rows: list[list[Cell]] = [
        [
            [prose(action.title, "cell_bold"), *([prose(_short(action.reason), "cell")] if action.reason else [])],
            _when(action),
        ]
        for action in _shown(desk, most)
    ]
    if not rows:
        return []
    head = [desk.text("telling.action"), desk.text("telling.when")]
    return _section(desk, "telling.work", [ruled_table(head, rows, [MAIN - 110, 110]), *_rest(desk, most)])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _money(desk: Desk, _most: int) -> list[Flowable]:
    view = desk.money.chosen
    if view is None or view.result is None:
        return _section(desk, "summary.money", [desk.say("summary.no_scenario")])
    result = view.result
    public = FundingPart(result.grant, money(result.grant), desk.text("summary.public", funders=desk.money.funders))
    company = FundingPart(result.company, money(result.company), desk.text("summary.company"))
    body: list[Flowable] = [
        desk.say(
            "summary.money_line",
            scenario=view.scenario.title,
            days=sum(plan.half_days for plan in view.scenario.plans),
            total=result.invoiced,
            company=result.company,
        ),
        Gap(6),
        funding_told(desk, funding_bar(public, company, width=MAIN), result),
        Gap(5),
    ]
    if result.closed_on is not None:
        body.append(desk.say("summary.closed", "small", day=result.closed_on))
    return _section(desk, "summary.money", body)


def _followed(desk: Desk, _most: int) -> list[Flowable]:
    """Days by phase and actions by state: what the Region follows."""
    ledger = desk.content.file.ledger
    rows: list[list[Cell]] = [
        [phase.title, desk.text("telling.days", days=ledger.half_days_of(phase.code))] for phase in desk.scheme.phases
    ]
    counts = Counter(action.state for action in desk.plan.all)
    rows += [[desk.text(f"telling.actions.{state}"), str(counts[state])] for state in ActionState if counts[state]]
    return _section(desk, "telling.followed", [ruled_table([], rows, [MAIN - 90, 90], right={1}, tight=True)])


def _framed(desk: Desk, _most: int) -> list[Flowable]:
    mission = desk.mission
    facts = [
        ("telling.reference", mission.reference),
        ("telling.region_file", mission.region_file),
        ("telling.scheme", desk.scheme.header.title),
        ("telling.siret", grouped(mission.establishment.siret, SIRET_GROUPS)),
        ("telling.provider", mission.provider.name),
    ]
    rows: list[list[Cell]] = [[desk.text(code), value] for code, value in facts if value]
    return _section(desk, "telling.mission", [ruled_table([], rows, [120, MAIN - 120], tight=True)])


def _next(desk: Desk, _most: int) -> list[Flowable]:
    if desk.mission.next_day is None:
        return []
    figure = key_figure(str(desk.mission.next_day.day), 30)
    told: list[Flowable] = [desk.say("summary.next_day", "h3_large", day=desk.mission.next_day)]
    if desk.mission.next_step:
        told.append(prose(desk.mission.next_step, "small"))
    return _section(desk, "summary.next", [columns([[figure], told], [70, MAIN - 70])])


_CHAPTERS: Mapping[OtherForm, tuple[Chapter, ...]] = {
    OtherForm.BANKER: (_summary, _where, _investments, _money, _next),
    OtherForm.REGION: (_framed, _where, _followed, _money),
    OtherForm.STAFF: (_states, _work, _next),
}
