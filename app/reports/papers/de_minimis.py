"""The de minimis statement: aid received, room left when the scheme states a ceiling, and the company's signature."""

from reportlab.platypus import Flowable

from app.domain.scheme import CriterionKind, Rule
from app.reports.blocks import Gap
from app.reports.furniture import render
from app.reports.papers.boxes import company_names, signing_box
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.facts import company_rows, facts_table
from app.reports.roadmap.pages import day_of, furniture_of, made_at
from app.reports.roadmap.parts import chapter
from app.reports.roadmap.statements import aids_table
from app.reports.sheet import TEXT_WIDTH
from app.reports.tables import ruled_table
from app.reports.writing import prose
from app.services.statements import StatementShown, Told, statement_of

_IDENTITY = frozenset({"name", "siren", "siret", "address", "trade", "employees", "head"})
_HALF = (TEXT_WIDTH - 14) / 2


def de_minimis_pdf(content: RoadmapContent) -> bytes:
    """The statement as PDF bytes; a scheme that asks for none says so in its place."""
    desk = Desk(content)
    furniture = furniture_of(desk, desk.text("de_minimis.name"), initials=False)
    return render(furniture, lambda cut: _story(desk, cut), made_at=made_at(desk))


def _story(desk: Desk, cut_rows: bool) -> list[Flowable]:
    shown = statement_of(desk.content.file, desk.scheme, day_of(desk))
    head = [
        *chapter(desk, "de_minimis", "de_minimis.title"),
        desk.say("de_minimis.subject", "lead", company=desk.mission.company.name, scheme=desk.scheme.header.title),
        Gap(4),
    ]
    if shown is None:
        return [*head, desk.say("de_minimis.not_asked", "body", scheme=desk.scheme.header.title)]
    identity = [(code, value) for code, value in company_rows(desk) if code in _IDENTITY and value]
    return [
        *head,
        facts_table(desk, identity),
        desk.say("de_minimis.rules", "h2"),
        *_rules(desk, shown),
        desk.say("de_minimis.aids", "h2"),
        *_aids(desk, shown, cut_rows=cut_rows),
        desk.say("de_minimis.result", "h2"),
        *(_told(desk, one) for one in shown.sentences),
        desk.say("de_minimis.signing", "h2"),
        desk.say("de_minimis.declares", "body", company=desk.mission.company.name),
        Gap(8),
        signing_box(desk, "signature.for_company", company_names(desk), _HALF),
    ]


def statement_rule(desk: Desk) -> Rule | None:
    """Rule of the scheme that asks for the statement, if any."""
    kind = CriterionKind.DE_MINIMIS_STATEMENT
    criterion = next((one for one in desk.scheme.criteria if one.kind is kind), None)
    return None if criterion is None else desk.scheme.rules[criterion.rule]


def _rules(desk: Desk, shown: StatementShown) -> list[Flowable]:
    rule = statement_rule(desk)
    said: list[Flowable] = []
    if rule is not None:
        said += [prose(rule.sentence, "body"), prose(f"{rule.source}, {rule.heading}", "note")]
    said.append(desk.say("de_minimis.regulations", "body", regulations=", ".join(shown.rule.regulations)))
    code = "de_minimis.group" if shown.rule.group_perimeter else "de_minimis.company_alone"
    return [*said, desk.say(code, "body")]


def _aids(desk: Desk, shown: StatementShown, *, cut_rows: bool) -> list[Flowable]:
    aids = desk.content.file.aids_received
    if not aids:
        rows = [["\u00a0"] * 4 for _ in range(4)]
        head = [desk.text(f"statements.{code}") for code in ("granted_on", "grantor", "regulation", "amount")]
        widths = [72.0, TEXT_WIDTH - 240, 92.0, 76.0]
        return [desk.say("de_minimis.no_aid", "body"), ruled_table(head, rows, widths, right={3})]
    table = aids_table(desk, aids, cut_rows=cut_rows)
    left_out = len(aids) - len(shown.statement.counted)
    return [table, desk.say("de_minimis.left_out", "note", count=left_out)] if left_out else [table]


def _told(desk: Desk, told: Told) -> Flowable:
    return prose(desk.shared(told.code, **dict(told.params)), "body")
