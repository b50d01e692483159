"""Summary of the application file, for the portal of the Region: as a paper, and as a text to copy field by field.

It holds what the mission knows and the scheme asks for; nothing that no source names. Source: FACTS.md §2.7, §2.9, §4.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from app.domain.eligibility import Candidate, de_minimis_needed, eligibility
from app.packs.french import days, long_date, money
from app.reports.blocks import Gap
from app.reports.furniture import render
from app.reports.papers.de_minimis import statement_rule
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.facts import company_rows, framing_rows
from app.reports.roadmap.pages import furniture_of, made_at
from app.reports.roadmap.parts import chapter, heading
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import prose

_OF_ASSOCIATIONS = frozenset({"association", "approved", "share"})
_TOLD_ELSEWHERE = frozenset({"opened", "decision"})
_NAME = 150.0
_STATE = 62.0
_SOURCE = 130.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the summary: rows of texts under a head, possibly empty; the last row of money stands apart.

    Attributes:
        title: Its title.
        head: Words above the columns, empty for facts.
        rows: Texts of the columns.
        widths: Widths of the columns, in points.
        right: Columns of amounts.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: frozenset[int] = frozenset()


def application_pdf(content: RoadmapContent) -> bytes:
    """The summary as PDF bytes."""
    desk = Desk(content)
    furniture = furniture_of(desk, desk.text("application.name"), initials=False)
    return render(furniture, lambda cut: _story(desk, cut), made_at=made_at(desk))


def application_text(content: RoadmapContent) -> str:
    """The same as plain text: a title a line, then « name : value » or the columns parted by a dash."""
    desk = Desk(content)
    blocks = []
    for part in _parts(desk):
        lines = [part.title, *((" : " if not part.head else " – ").join(filter(None, row)) for row in part.rows)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _story(desk: Desk, cut_rows: bool) -> list[Flowable]:
    story: list[Flowable] = [
        *chapter(desk, "application", "application.title"),
        desk.say("application.subject", "lead", company=desk.mission.company.name, scheme=desk.scheme.header.title),
        desk.say("application.lead", "small"),
        Gap(4),
    ]
    for part in _parts(desk):
        rows: list[list[Cell]] = [[prose(row[0], "cell_bold"), *row[1:]] for row in part.rows]
        table = ruled_table(part.head, rows, part.widths, right=part.right, tight=not part.head, cut_rows=cut_rows)
        story += [*heading(desk, "application.part", title=part.title), table]
    return story


def _parts(desk: Desk) -> tuple[Part, ...]:
    parts = (
        _facts(desk, "company", company_rows(desk)),
        _facts(desk, "framing", framing_rows(desk)),
        _eligibility(desk),
        _services(desk),
        _amounts(desk),
        _dates(desk),
        _documents(desk),
    )
    return tuple(part for part in parts if part.rows)


def _facts(desk: Desk, title: str, facts: Sequence[tuple[str, str]]) -> Part:
    rows = tuple(
        (desk.text(f"company.{code}"), value or desk.text("application.unknown"))
        for code, value in facts
        if code not in _TOLD_ELSEWHERE and (value or code not in _OF_ASSOCIATIONS)
    )
    return Part(desk.text(f"application.{title}"), (), rows, (_NAME, TEXT_WIDTH - _NAME))


def _eligibility(desk: Desk) -> Part:
    standing = desk.content.file.ledger.effective
    in_region = all(entry.in_region for entry in standing) if standing else None
    candidate = Candidate(desk.mission.company, desk.mission.establishment, in_region)
    rows = []
    for result in eligibility(candidate, desk.scheme).criteria:
        rule = desk.scheme.rules[result.rule]
        state = desk.word("criterion_state", result.state)
        rows.append((state[:1].upper() + state[1:], rule.sentence, f"{rule.source}, {rule.heading}"))
    head = tuple(desk.text(f"application.{code}") for code in ("state", "criterion", "source"))
    widths = (_STATE, TEXT_WIDTH - _STATE - _SOURCE, _SOURCE)
    return Part(desk.text("application.eligibility"), head, tuple(rows), widths)


def _services(desk: Desk) -> Part:
    """Phases of the scenario kept; their retained expense and aid when the scheme computes them."""
    chosen = desk.money.chosen
    if chosen is None:
        return Part("", (), (), ())
    funded = {} if chosen.result is None else {one.phase: one for one in chosen.result.phases}
    rows = []
    for plan in chosen.scenario.plans:
        one = funded.get(plan.phase)
        retained, grant = (money(one.retained), money(one.grant)) if one is not None else ("–", "–")
        rows.append((desk.scheme.phase(plan.phase).title, days(plan.half_days), money(plan.cost), retained, grant))
    head = tuple(desk.text(f"application.{code}") for code in ("phase", "days", "cost", "retained", "grant"))
    widths = (TEXT_WIDTH - 4 * 72, 72.0, 72.0, 72.0, 72.0)
    title = desk.text("application.services", scenario=chosen.scenario.title)
    return Part(title, head, tuple(rows), widths, frozenset({1, 2, 3, 4}))


def _amounts(desk: Desk) -> Part:
    chosen = desk.money.chosen
    if chosen is None or chosen.result is None:
        return Part("", (), (), ())
    result = chosen.result
    rows = [(desk.word("funding_line", "invoiced"), money(result.invoiced)), (_aid(desk), money(result.grant))]
    for funder in desk.scheme.funders:
        if funder.code in result.by_funder:
            rows.append((desk.text("application.of_which", funder=funder.name), money(result.by_funder[funder.code])))
    if not result.by_funder and len(desk.scheme.funders) > 1:
        rows.append((desk.text("application.split"), desk.text("funding.no_split")))
    rows.append((desk.word("funding_line", "company"), money(result.company)))
    for one in result.phases:
        if one.max_advance is not None:
            title = desk.text("application.advance", phase=desk.scheme.phase(one.phase).title)
            rows.append((title, money(one.max_advance)))
    if result.closed_on is not None:
        closed = desk.text("funding.closed", day=result.closed_on, opened=desk.mission.opened_on)
        rows.append((desk.text("application.remark"), closed))
    return Part(desk.text("application.amounts"), (), tuple(rows), (_NAME + 60, TEXT_WIDTH - _NAME - 60))


def _aid(desk: Desk) -> str:
    return (
        desk.text("summary.public", funders=desk.money.funders)
        if desk.scheme.funders
        else desk.word("funding_line", "grant")
    )


def _dates(desk: Desk) -> Part:
    mission, header, funding = desk.mission, desk.scheme.header, desk.scheme.company_funding
    worked = [entry.day for entry in desk.content.file.ledger.effective]
    found = [
        ("opened", mission.opened_on),
        ("decision", mission.decision_day),
        ("first_day", min(worked, default=None)),
        ("last_day", max(worked, default=None)),
        ("valid_from", header.valid_from),
        ("valid_until", header.valid_until),
        ("expenses_until", funding.expenses_until if funding is not None else None),
    ]
    rows = tuple((desk.text(f"application.{code}"), long_date(day)) for code, day in found if day is not None)
    return Part(desk.text("application.dates"), (), rows, (_NAME + 60, TEXT_WIDTH - _NAME - 60))


def _documents(desk: Desk) -> Part:
    """What the scheme asks to attach; it names the de minimis statement and nothing else."""
    rule, needed = statement_rule(desk), de_minimis_needed(desk.mission.company, desk.scheme)
    rows = []
    if rule is not None and needed is not False:
        signed = desk.mission.company.de_minimis_statement
        state = "application.signed" if signed else "application.to_sign"
        rows.append(
            (desk.text("company.de_minimis"), f"{desk.text(state)} {rule.sentence} {rule.source}, {rule.heading}.")
        )
    rows.append((desk.text("application.other_documents"), desk.text("application.other_documents_text")))
    return Part(desk.text("application.documents"), (), tuple(rows), (_NAME, TEXT_WIDTH - _NAME))
