"""The feuille de route as a file: its chapters in order, and what stands on every page."""

from datetime import datetime, time

from reportlab.platypus import Flowable

from app.reports.furniture import Furniture, render
from app.reports.roadmap.aids import cited_aids
from app.reports.roadmap.answers import answers
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.exit import exit_page
from app.reports.roadmap.factors import factors
from app.reports.roadmap.funding import funding
from app.reports.roadmap.index import index
from app.reports.roadmap.method import method
from app.reports.roadmap.plan import calendar, plan
from app.reports.roadmap.signature import signature
from app.reports.roadmap.summary import summary

_HASH_START = 8


def roadmap_pdf(content: RoadmapContent) -> bytes:
    """The feuille de route as PDF bytes: two runs on the same content give the same bytes.

    A chapter without content is left out; a draft says so on every page and has no signature page. A sealed version carries
    its sealed bytes as `mission.json`, so that the paper and its data never part.
    """
    desk = Desk(content)
    funded = bool(desk.money.scenarios)

    def story(cut_rows: bool) -> list[Flowable]:
        return [
            *summary(desk),
            *index(desk),
            *answers(desk, cut_rows=cut_rows),
            *factors(desk, cut_rows=cut_rows),
            *plan(desk, cut_rows=cut_rows),
            *([] if funded else cited_aids(desk, cut_rows=cut_rows)),
            *calendar(desk),
            *funding(desk, cut_rows=cut_rows),
            *(cited_aids(desk, cut_rows=cut_rows) if funded else []),
            *method(desk, cut_rows=cut_rows),
            *exit_page(desk, cut_rows=cut_rows),
            *(signature(desk, content.sealed) if content.sealed is not None else []),
        ]

    sealed = content.sealed
    made_at = sealed.sealed_at if sealed else datetime.combine(content.printed_on, time(), content.zone)
    return render(
        furniture_of(desk, desk.text("doc.name")), story, made_at=made_at, data=sealed.document if sealed else None
    )


def furniture_of(desk: Desk, title: str) -> Furniture:
    """Words of the head, the foot and the marks for a document of a mission; `title` names it in the running head."""
    mission, sealed = desk.mission, desk.content.sealed
    provider = mission.provider
    legal = " · ".join(part for part in (provider.name, provider.contact) if part)
    fictional = (desk.text("mark.fictional_said"), desk.text("mark.fictional"))
    said = "" if mission.fictional else desk.text("mark.draft_said")
    draft = (said, desk.text("mark.draft"))
    head = (provider.name, desk.text("head.provider")) if provider.name else (desk.text("head.no_provider"), "")
    return Furniture(
        title=desk.text("doc.titled", title=title, company=mission.company.name),
        author=provider.name,
        first_head=head,
        head=(mission.company.name, title),
        fictional=fictional if mission.fictional else None,
        draft=draft if sealed is None else None,
        margin=desk.text("margin.fictional"),
        foot=(_identity_line(desk), legal),
        initials=desk.text("foot.initials") if sealed is not None else None,
        page=(desk.text("foot.page"), desk.text("foot.of")),
    )


def _identity_line(desk: Desk) -> str:
    sealed = desk.content.sealed
    if sealed is None:
        return desk.text("foot.draft", reference=desk.mission.reference, day=desk.content.printed_on)
    return desk.text(
        "foot.sealed",
        reference=desk.mission.reference,
        version=sealed.version,
        day=desk.local(sealed.sealed_at).date(),
        start=sealed.sha256[:_HASH_START],
    )
