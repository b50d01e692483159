"""The attendance sheet: one row a half-day, with who worked, who was met, and the boxes to sign."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from app.domain.days import DayEntry, HalfDay
from app.packs.french import short_date
from app.reports.blocks import Gap
from app.reports.furniture import render
from app.reports.papers.boxes import company_names, provider_names, signing_box
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.pages import furniture_of, made_at
from app.reports.roadmap.parts import chapter, short_title
from app.reports.sheet import INK, ROW_RULE, TEXT_WIDTH
from app.reports.tables import Cell, columns, ruled_table
from app.reports.writing import prose

_HALVES = tuple(HalfDay)
_WIDTHS = (54.0, 62.0, 68.0, 88.0, 97.0, 62.0)
_BOX_HEIGHT = 30.0
_BLANK_ROWS = 10
_BOXES = (5, 6)
_HALF = (TEXT_WIDTH - 14) / 2


def attendance_pdf(content: RoadmapContent) -> bytes:
    """The attendance sheet as PDF bytes; without any half-day, the same sheet to fill by hand."""
    desk = Desk(content)
    return render(
        furniture_of(desk, desk.text("attendance.name"), initials=False),
        lambda cut: _story(desk, cut),
        made_at=made_at(desk),
    )


def _story(desk: Desk, cut_rows: bool) -> list[Flowable]:
    ledger = desk.content.file.ledger
    entries = sorted(ledger.effective, key=lambda one: (one.day, _HALVES.index(one.half_day), one.performer))
    lead = "attendance.lead" if entries else "attendance.blank"
    mission = desk.mission
    site = " ".join(filter(None, (mission.establishment.postal_code, mission.establishment.town)))
    return [
        *chapter(desk, "attendance", "attendance.title"),
        desk.say("attendance.subject", "lead", company=mission.company.name, scheme=desk.scheme.header.title),
        prose(" · ".join(filter(None, (mission.reference, mission.establishment.address, site))), "small"),
        Gap(4),
        desk.say(lead, "body", days=ledger.total),
        Gap(6),
        _table(desk, entries, cut_rows=cut_rows),
        Gap(4),
        desk.say("attendance.note", "note"),
        Gap(12),
        columns(
            [
                [signing_box(desk, "signature.for_company", company_names(desk), _HALF)],
                [signing_box(desk, "signature.for_provider", provider_names(desk), _HALF)],
            ],
            [_HALF + 14, _HALF],
            gutter=14,
        ),
    ]


def _table(desk: Desk, entries: Sequence[DayEntry], *, cut_rows: bool) -> Flowable:
    head = [
        desk.text(f"attendance.{code}")
        for code in ("date", "half_day", "place", "performer", "people", "company_signs", "performer_signs")
    ]
    rows: list[list[Cell]] = [_row(desk, entry) for entry in entries]
    if not rows:
        rows = [["\u00a0"] * len(head) for _ in range(_BLANK_ROWS)]
    widths = [*_WIDTHS, TEXT_WIDTH - sum(_WIDTHS)]
    for row in rows:
        row[_BOXES[0]] = [Gap(_BOX_HEIGHT)]
    table = ruled_table(head, rows, widths, cut_rows=cut_rows)
    table.setStyle(
        [
            ("BOX", (column, row), (column, row), ROW_RULE * 2, INK.text)
            for column in _BOXES
            for row in range(1, len(rows) + 1)
        ]
    )
    return table


def _row(desk: Desk, entry: DayEntry) -> list[Cell]:
    place = desk.text("method.remote") if entry.remote else entry.place
    outside = "" if entry.in_region else desk.text("method.outside_region")
    where: list[Flowable] = [prose(place, "cell"), prose(short_title(desk.scheme.phase(entry.phase)), "note")]
    if outside:
        where.append(prose(outside, "note"))
    return [
        short_date(entry.day),
        desk.word("half_day", entry.half_day),
        where,
        prose(entry.performer, "cell_name"),
        prose(", ".join(_present(desk, entry)), "cell_name"),
        "",
        "",
    ]


def _present(desk: Desk, entry: DayEntry) -> tuple[str, ...]:
    """People met on the half-day, or else those of the sessions of its day, each once."""
    if entry.people_met:
        return entry.people_met
    sessions = (one for one in desk.content.file.sessions if one.day == entry.day)
    return tuple(dict.fromkeys(name for session in sessions for name in session.people_met))
