"""How the work was done: the ledger of half-days, the sessions, and what the index is."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.charts.symbols import glyph
from app.domain.days import DayEntry, HalfDay, Ledger, ServiceCount, counted_total, service_counts
from app.domain.i2df import ceiling, count_by_level
from app.domain.referential import Level
from app.packs.french import long_date
from app.reports.blocks import Gap, Section
from app.reports.roadmap.content import Desk
from app.reports.roadmap.facts import company_facts, sources
from app.reports.roadmap.invoices import invoices
from app.reports.roadmap.parts import chapter, heading, short_title
from app.reports.roadmap.plan import number_of_days
from app.reports.roadmap.statements import statements
from app.reports.sheet import INK, MAIN, TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import prose

_HALVES = tuple(HalfDay)


def method(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """The whole chapter."""
    return [
        PageBreak(),
        *chapter(desk, "method", "method.title"),
        *_ledger(desk, cut_rows=cut_rows),
        *_corrected(desk, cut_rows=cut_rows),
        *_sessions(desk, cut_rows=cut_rows),
        *invoices(desk, cut_rows=cut_rows),
        *statements(desk, cut_rows=cut_rows),
        Gap(12),
        _measure(desk),
        _comparison(desk),
        *sources(desk),
        *company_facts(desk),
    ]


def _ledger(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Half-days that stand: morning and afternoon of one day and one purpose share a row."""
    ledger = desk.content.file.ledger
    title = desk.say("method.days", "h2", days=ledger.total)
    if not ledger.effective:
        return [title, desk.say("method.no_days")]
    entries = sorted(ledger.effective, key=lambda one: (one.day, _work(one), _HALVES.index(one.half_day)))
    met = any(entry.people_met for entry in entries)
    groups = [list(group) for _, group in groupby(entries, key=lambda one: (one.day, _work(one)))]
    rows = [_day_row(desk, group, met=met) for group in groups]
    phases = [_service(desk, one) for one in service_counts(ledger, desk.scheme)]
    total = [
        desk.say("method.total", "cell_bold"),
        "",
        prose(number_of_days(ledger.total), "cell_right_bold"),
        "\n".join(phases),
        *([""] if met else []),
        "",
    ]
    codes = ["date", "half_days", "count", "purpose", *(["people"] if met else []), "performer"]
    head = [desk.text(f"method.{code}") for code in codes]
    fixed = [82, 92, 32]
    people = [90] if met else []
    widths = [*fixed, TEXT_WIDTH - sum(fixed) - sum(people) - 92, *people, 92]
    return [
        title,
        ruled_table(head, [*rows, total], widths, right={2}, strong={len(rows)}, cut_rows=cut_rows),
        Gap(3),
        desk.say("method.classes", "note", boundary=desk.scheme.accompaniment_min_half_days),
        *_left_out(desk, ledger),
    ]


def _service(desk: Desk, one: ServiceCount) -> str:
    """A phase with the half-days that count, and what it is by its length."""
    phase = short_title(desk.scheme.phase(one.phase))
    if one.service_class is None:
        return desk.text("method.by_phase", phase=phase, days=one.counted)
    said = desk.word("service_class", one.service_class)
    return desk.text("method.by_phase_class", phase=phase, days=one.counted, service_class=said)


def _left_out(desk: Desk, ledger: Ledger) -> list[Flowable]:
    """What the readings of the scheme leave out of the count, if anything."""
    counted = counted_total(ledger, desk.scheme)
    if counted == ledger.total:
        return []
    return [desk.say("method.counted", "note", performed=ledger.total, counted=counted)]


def _work(entry: DayEntry) -> tuple[str, str, str, str, bool, bool, tuple[str, ...]]:
    """What two half-days of one day must share to stand on one row."""
    return (
        entry.performer,
        entry.purpose,
        entry.place,
        entry.phase,
        entry.remote,
        entry.in_region,
        entry.people_met,
    )


def _day_row(desk: Desk, entries: Sequence[DayEntry], *, met: bool) -> list[Cell]:
    first = entries[0]
    halves = desk.text("method.both_halves") if len(entries) > 1 else desk.word("half_day", first.half_day)
    notes = [
        short_title(desk.scheme.phase(first.phase)),
        first.place,
        desk.text("method.remote") if first.remote else "",
        "" if first.in_region else desk.text("method.outside_region"),
    ]
    purpose: list[Flowable] = [prose(first.purpose, "cell"), prose(" · ".join(filter(None, notes)), "note")]
    return [
        long_date(first.day),
        halves,
        number_of_days(len(entries)),
        purpose,
        *([", ".join(first.people_met)] if met else []),
        first.performer,
    ]


def _corrected(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    """Lines that were corrected, each with the reason: nothing is ever removed."""
    ledger = desk.content.file.ledger
    lines = {entry.id: entry for entry in ledger.entries}
    rows = []
    for correction in ledger.entries:
        line = lines.get(correction.corrects) if correction.corrects is not None else None
        if line is not None:
            half = desk.word("half_day", line.half_day)
            params = {"day": line.day, "half": half, "performer": line.performer, "purpose": line.purpose}
            said = desk.text("method.corrected_line", **params)
            said = f"{said}, {line.place}" if line.place else said
            why = desk.text("method.correction", reason=correction.purpose)
            # A correction repeats who and where; only what it says otherwise is told again.
            others = {correction.performer: line.performer, correction.place: line.place}
            rows.append([said, ", ".join([why, *(one for one, former in others.items() if one and one != former)])])
    if not rows:
        return []
    table = ruled_table([], rows, [TEXT_WIDTH * 0.55, TEXT_WIDTH * 0.45], cut_rows=cut_rows)
    return [CondPageBreak(60), Gap(6), desk.say("method.corrected", "h3"), table]


def _sessions(desk: Desk, *, cut_rows: bool) -> list[Flowable]:
    sessions = sorted(desk.content.file.sessions, key=lambda one: one.day)
    if not sessions:
        return []
    head = [desk.text(f"method.{code}") for code in ("date", "topic", "people", "seen")]
    rows: list[list[Cell]] = []
    for session in sessions:
        topic: list[Flowable] = [prose(session.topic, "cell_bold")]
        if session.place:
            topic.append(prose(session.place, "note"))
        rows.append([long_date(session.day), topic, ", ".join(session.people_met), session.notes])
    widths = [82, 116, 100, TEXT_WIDTH - 82 - 116 - 100]
    return [*heading(desk, "method.sessions"), ruled_table(head, rows, widths, cut_rows=cut_rows)]


def _measure(desk: Desk) -> Flowable:
    referential = desk.referential
    head = [desk.say("method.measure", "h2"), desk.say("method.measure_note", "note")]
    themes, maximum = len(referential.themes), referential.maximum
    body: list[Flowable] = [desk.say("method.measure_text", "body", total=themes, maximum=maximum)]
    levels = desk.levels(desk.current)
    apart = count_by_level(levels)[Level.NOT_CONCERNED]
    if apart and desk.progress(desk.current).index is not None:
        params = {
            "label": referential.label(Level.NOT_CONCERNED),
            "points": referential.points(Level.NOT_CONCERNED),
            "count": apart,
            "ceiling": ceiling(levels, referential),
        }
        body.append(desk.say("method.measure_ceiling", "body", **params))
    rows = [
        [
            glyph(spec.level, 9.5, INK),
            prose(spec.label, "cell_bold"),
            desk.say("method.spec_points", "cell", points=spec.points),
            desk.say(f"method.spec.{spec.level}", "cell"),
        ]
        for spec in reversed(referential.levels)
    ]
    return Section(head, [*body, Gap(3), ruled_table([], rows, [15, 122, 48, MAIN - 185], tight=True)])


def _comparison(desk: Desk) -> Flowable:
    label = desk.referential.label(Level.NOT_CONCERNED)
    rows = [
        [
            desk.say("method.compare_same", "cell_bold"),
            desk.say("method.compare_same_text", "cell", label=label),
        ],
        [desk.say("method.compare_columns", "cell_bold"), desk.say("method.compare_columns_text", "cell")],
    ]
    return Section([desk.say("method.compare", "h2")], [ruled_table([], rows, [92, MAIN - 92], tight=True)])
