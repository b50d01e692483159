"""The mission as a spreadsheet: answers, actions, days and funding, one sheet each, figures as figures."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.domain.assessment import Answer, Assessment
from app.domain.quantities import Cents, HalfDays
from app.reports.roadmap.content import Desk, RoadmapContent

_LARGEST = 60
_SMALLEST = 8
_STARTED = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Euros:
    """An amount in cents, shown as euros, or an empty cell."""

    cents: Cents | None


@dataclass(frozen=True, slots=True)
class Days:
    """Half-days shown as days, or an empty cell."""

    half_days: HalfDays | None


Value = str | int | date | Euros | Days | None
Row = Sequence[Value]


def workbook(content: RoadmapContent) -> bytes:
    """The spreadsheet as bytes, the same for the same content; a text is never taken for a formula."""
    from xlsxwriter import Workbook

    desk = Desk(content)
    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(output, options)
    book.set_properties(
        {
            "title": desk.text("doc.titled", title=desk.text("doc.name"), company=desk.mission.company.name),
            "created": _made(content),
        }
    )
    pens = _Pens(book)
    for name, head, rows in (
        ("mission", ("fact", "value"), _mission(desk)),
        ("answers", _answer_head(desk), _answers(desk)),
        ("actions", _ACTIONS, _actions(desk)),
        ("days", _DAYS, _days(desk)),
        ("funding", _FUNDING, _funding(desk)),
        ("invoices", _INVOICES, _invoices(desk)),
    ):
        _sheet(book.add_worksheet(desk.text(f"form.{name}")), [desk.text(f"form.{code}") for code in head], rows, pens)
    book.close()
    return output.getvalue()


def _made(content: RoadmapContent) -> datetime:
    return (content.sealed.sealed_at if content.sealed else _STARTED).replace(tzinfo=None)


class _Pens:
    """How each kind of cell looks."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": "Calibri", "valign": "top"}
        self.head = book.add_format({**plain, "bold": True, "bottom": 1, "text_wrap": True})
        self.text = book.add_format({**plain, "text_wrap": True})
        self.number = book.add_format({**plain, "num_format": "0"})
        self.day = book.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "left"})
        self.euros = book.add_format({**plain, "num_format": '# ##0.00 "€"'})
        self.days = book.add_format({**plain, "num_format": "0.0"})


def _sheet(sheet: Any, head: Sequence[str], rows: Iterable[Row], pens: _Pens) -> None:
    widths = [max(_SMALLEST, len(text) + 2) for text in head]
    for column, text in enumerate(head):
        sheet.write_string(0, column, text, pens.head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _cell(sheet, (last, column), value, pens)
            if isinstance(value, str):
                widths[column] = max(widths[column], min(_LARGEST, len(value) + 2))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, max(width, 12))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(sheet: Any, at: tuple[int, int], value: Value, pens: _Pens) -> None:
    match value:
        case None | Euros(None) | Days(None):
            return
        case Euros(cents):
            sheet.write_number(*at, Decimal(cents or 0) / 100, pens.euros)
        case Days(half_days):
            sheet.write_number(*at, Decimal(half_days or 0) / 2, pens.days)
        case date():
            sheet.write_datetime(*at, value, pens.day)
        case int():
            sheet.write_number(*at, value, pens.number)
        case str():
            sheet.write_string(*at, value, pens.text)


def _mission(desk: Desk) -> Iterable[Row]:
    mission, sealed = desk.mission, desk.content.sealed
    facts: list[tuple[str, Value]] = [
        ("reference", mission.reference),
        ("company", mission.company.name),
        ("siren", mission.company.siren),
        ("siret", mission.establishment.siret),
        ("town", mission.establishment.town),
        ("scheme", desk.scheme.header.title),
        ("referential", desk.referential.header.title),
        ("index_entry", desk.progress(desk.entry).index),
        ("index_exit", desk.progress(desk.exit).index),
        ("maximum", desk.referential.maximum),
        ("days_done", Days(desk.content.file.ledger.total)),
        ("state", desk.text("form.sealed", version=sealed.version) if sealed else desk.text("mark.draft_said")),
        ("sha256", sealed.sha256 if sealed else ""),
        ("fictional", desk.text("margin.fictional") if mission.fictional else ""),
    ]
    return [(desk.text(f"form.{code}"), value) for code, value in facts if value not in (None, "")]


def _sides(desk: Desk) -> list[Assessment]:
    return [one for one in (desk.entry, desk.exit) if one is not None]


def _answer_head(desk: Desk) -> list[str]:
    head = ["theme_code", "lever", "theme"]
    for one in _sides(desk):
        head += [f"{one.kind}_{code}" for code in ("level", "points", "justification", "evidence")]
    return [*head, *(["opinion"] if desk.exit else [])]


def _answers(desk: Desk) -> Iterable[Row]:
    levers = {lever.code: lever.title for lever in desk.referential.levers}
    for theme in desk.referential.themes:
        row: list[Value] = [theme.code, levers[theme.lever], theme.title]
        for side in _sides(desk):
            row += _answer(desk, side.answer(theme.code))
        if desk.exit is not None:
            opinion = desk.exit.answer(theme.code).opinion
            row.append(f"{desk.referential.label(opinion.level)}. {opinion.sentence}".strip() if opinion else "")
        yield row


def _answer(desk: Desk, answer: Answer) -> Row:
    if answer.level is None:
        return [desk.text("index.unanswered"), None, answer.justification, answer.evidence]
    label, points = desk.referential.label(answer.level), desk.referential.points(answer.level)
    return [label, points, answer.justification, answer.evidence]


_STEP = ("indicator", "baseline", "target")
_ACTIONS = (
    "rank",
    "action",
    "themes",
    "reason",
    "owner",
    "start",
    "end",
    "effort",
    "cost",
    "gain",
    *_STEP,
    "priority",
    "state",
    "aids",
)


def _actions(desk: Desk) -> Iterable[Row]:
    for action in desk.plan.all:
        step = action.step
        yield (
            action.rank,
            action.title,
            ", ".join(action.themes),
            action.reason,
            action.owner,
            action.start,
            action.end,
            Days(action.effort),
            Euros(action.cost),
            action.gain,
            step.indicator,
            step.baseline,
            step.target,
            desk.word("priority", action.priority),
            desk.word("action_state", action.state),
            ", ".join(aid.title for aid in action.aids),
        )


_DAYS = ("date", "half_day", "performer", "phase", "purpose", "place", "remote", "in_region", "counted", "recorded")


def _days(desk: Desk) -> Iterable[Row]:
    for entry in sorted(desk.content.file.ledger.entries, key=lambda one: (one.day, one.half_day)):
        yield (
            entry.day,
            desk.word("half_day", entry.half_day),
            entry.performer,
            desk.scheme.phase(entry.phase).title,
            entry.purpose,
            entry.place,
            _yes_no(desk, yes=entry.remote),
            _yes_no(desk, yes=entry.in_region),
            Days(HalfDays(entry.half_days)),
            desk.local(entry.recorded_at).date() if entry.recorded_at is not None else None,
        )


def _yes_no(desk: Desk, *, yes: bool) -> str:
    return desk.text("form.yes" if yes else "form.no")


_FUNDING = ("scenario", "chosen", "phase", "line", "amount", "rule", "heading")


def _funding(desk: Desk) -> Iterable[Row]:
    for view in desk.money.scenarios:
        for line in view.result.lines if view.result is not None else ():
            rule = desk.scheme.rules[line.rule]
            yield (
                f"{view.scenario.rank}. {view.scenario.title}",
                _yes_no(desk, yes=view.scenario.chosen),
                desk.scheme.phase(line.phase).title if line.phase is not None else "",
                desk.word("funding_line", line.kind),
                Euros(line.amount),
                rule.sentence,
                rule.heading,
            )


_INVOICES = ("phase", "invoice", "invoicing", "performing", "amount", "service_day", "invoice_day", "payment_day")


def _invoices(desk: Desk) -> Iterable[Row]:
    for expense in desk.content.file.expenses:
        yield (
            desk.scheme.phase(expense.phase).title,
            expense.invoice_number,
            expense.invoicing_provider,
            expense.performing_provider,
            Euros(expense.amount),
            expense.service_day,
            expense.invoice_day,
            expense.payment_day,
        )
