"""Where it all comes from: packs with their versions, who answered, and what is known of the company."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from reportlab.platypus import Flowable

from app.domain.assessment import Assessment
from app.domain.packs import PackHeader
from app.packs.french import long_date, money, share
from app.reports.blocks import Section
from app.reports.roadmap.content import Desk
from app.reports.roadmap.parts import heading
from app.reports.sheet import MAIN, TEXT_WIDTH
from app.reports.tables import Cell, ruled_table
from app.reports.writing import prose

Fact = tuple[str, str]

SIRET_GROUPS = (3, 3, 3, 5)


def sources(desk: Desk) -> list[Flowable]:
    """Packs pinned by the mission, and who answered the questionnaire."""
    facts = [
        (desk.text("method.referential"), _pack(desk, desk.referential.header)),
        (desk.text("method.scheme"), _pack(desk, desk.scheme.header)),
    ]
    answered = [one for one in (desk.entry, desk.exit) if one is not None]
    facts += [(desk.text("method.answers"), _answered(desk, assessment)) for assessment in answered]
    return [_facts(desk, "method.sources", facts)]


def _pack(desk: Desk, header: PackHeader) -> str:
    official = desk.text("method.official" if header.official else "method.not_official")
    said = desk.text(
        "method.pack",
        title=header.title,
        version=header.ref.version,
        day=header.valid_from,
        author=header.author,
        official=official,
    )
    return f"{said} {header.source}" if header.source else said


def _answered(desk: Desk, assessment: Assessment) -> str:
    mode = desk.word("capture_mode", assessment.mode)
    if assessment.declared_by and assessment.captured_by:
        params = {"declared": assessment.declared_by, "mode": mode, "captured": assessment.captured_by}
        who = desk.text("method.answers_who", **params)
    elif assessment.declared_by:
        who = desk.text("method.answers_declared", declared=assessment.declared_by, mode=mode)
    else:
        who = desk.text("method.answers_mode", mode=mode.capitalize())
    progress = desk.progress(assessment)
    return desk.text(
        "method.answers_text",
        kind=desk.word("assessment_kind", assessment.kind).capitalize(),
        answered=progress.answered,
        total=progress.total,
        day=assessment.day,
        who=who,
    )


def company_facts(desk: Desk) -> list[Flowable]:
    """What is known of the company, its site and the framing of the mission; unknown facts are left out."""
    known = [
        (desk.text(f"company.{code}"), value) for code, value in [*company_rows(desk), *framing_rows(desk)] if value
    ]
    return [*heading(desk, "method.company"), _pairs(known)]


def facts_table(desk: Desk, facts: Sequence[Fact]) -> Flowable:
    """Facts by their codes, two beside each other on a line."""
    return _pairs([(desk.text(f"company.{code}"), value) for code, value in facts])


def _pairs(known: Sequence[Fact]) -> Flowable:
    half = (len(known) + 1) // 2
    rows: list[list[Cell]] = []
    for left, right in zip_longest(known[:half], known[half:], fillvalue=("", "")):
        rows.append([prose(left[0], "cell_bold"), left[1], prose(right[0], "cell_bold"), right[1]])
    widths = [92, TEXT_WIDTH / 2 - 92, 92, TEXT_WIDTH / 2 - 92]
    return ruled_table([], rows, widths, tight=True)


def company_rows(desk: Desk) -> Sequence[Fact]:
    """What is known of the company and its site: code of the label, value or an empty text."""
    company, site = desk.mission.company, desk.mission.establishment
    town = " ".join(part for part in (site.postal_code, site.town) if part)
    months = company.balance_sheet_months
    return [
        ("name", company.name),
        ("siren", grouped(company.siren, (3, 3, 3))),
        ("siret", grouped(site.siret, SIRET_GROUPS)),
        ("address", ", ".join(part for part in (site.address, town) if part)),
        ("trade", company.trade),
        ("employees", _employees(desk)),
        ("head", ", ".join(part for part in (company.head_name, company.head_function) if part)),
        ("equity", "" if company.equity is None else money(company.equity)),
        ("balance_sheet", "" if months is None else desk.text("company.months", months=months)),
        ("industrial", _said(desk, company.industrial_activity)),
        ("association", _said(desk, True) if company.association else ""),
        ("approved", _said(desk, True) if company.approved_integration else ""),
        ("share", _share(company.production_revenue_share)),
        ("difficulty", _said(desk, company.in_difficulty)),
        ("tax", _said(desk, company.tax_and_social_up_to_date)),
        ("de_minimis", _said(desk, company.de_minimis_statement)),
    ]


def framing_rows(desk: Desk) -> Sequence[Fact]:
    """What is known of the framing of the mission, likewise."""
    mission = desk.mission
    return [
        ("provider", mission.provider.name),
        ("consultant", mission.provider.lead_consultant),
        ("contact", mission.provider.contact),
        ("operator", desk.word("operator", mission.operator)),
        ("purposes", " ; ".join(desk.word("purpose", purpose) for purpose in mission.purposes)),
        ("market", mission.market),
        ("sector", mission.sector),
        ("territory", mission.territory),
        ("source", mission.recruitment_source),
        ("opened", long_date(mission.opened_on)),
        ("decision", "" if mission.decision_day is None else long_date(mission.decision_day)),
        ("region_file", mission.region_file),
    ]


def _employees(desk: Desk) -> str:
    employees = desk.mission.company.employees
    if employees is None:
        return ""
    size = desk.word("size_class", desk.scheme.size_class(employees))
    return f"{desk.text('summary.employees', count=employees)} ({size})"


def _said(desk: Desk, value: bool | None) -> str:
    return "" if value is None else desk.text("company.yes" if value else "company.no")


def _share(value: Decimal | None) -> str:
    return "" if value is None else share(value)


def grouped(digits: str, sizes: Sequence[int]) -> str:
    """Digits in groups held together."""
    groups, start = [], 0
    for size in sizes:
        groups.append(digits[start : start + size])
        start += size
    return "\u00a0".join(group for group in groups if group)


def _facts(desk: Desk, title: str, facts: Sequence[Fact]) -> Flowable:
    rows = [[prose(name, "cell_bold"), value] for name, value in facts]
    return Section([desk.say(title, "h2")], [ruled_table([], rows, [74, MAIN - 74], tight=True)])
