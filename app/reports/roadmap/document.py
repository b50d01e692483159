"""The feuille de route as a file: its chapters in order, and what stands on every page."""

from reportlab.platypus import Flowable

from app.reports.furniture import render
from app.reports.roadmap.aids import cited_aids
from app.reports.roadmap.answers import answers
from app.reports.roadmap.calendar import calendar
from app.reports.roadmap.content import Desk, RoadmapContent
from app.reports.roadmap.exit import exit_page
from app.reports.roadmap.factors import factors
from app.reports.roadmap.funding import funding
from app.reports.roadmap.index import index
from app.reports.roadmap.method import method
from app.reports.roadmap.pages import furniture_of, made_at
from app.reports.roadmap.photos import photos
from app.reports.roadmap.plan import plan
from app.reports.roadmap.signature import signature
from app.reports.roadmap.summary import summary


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
            *calendar(desk, cut_rows=cut_rows),
            *funding(desk, cut_rows=cut_rows),
            *(cited_aids(desk, cut_rows=cut_rows) if funded else []),
            *method(desk, cut_rows=cut_rows),
            *exit_page(desk, cut_rows=cut_rows),
            *photos(desk, cut_rows=cut_rows),
            *(signature(desk, content.sealed) if content.sealed is not None else []),
        ]

    sealed = content.sealed
    return render(
        furniture_of(desk, desk.text("doc.name")),
        story,
        made_at=made_at(desk),
        data=sealed.document if sealed else None,
    )
