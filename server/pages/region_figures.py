"""Figures of the Region: the dashboard, the quarterly report as a page to print and as a table."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import DomainError
from app.sync.contract.protocol import ProblemCode
from server.api import ThisRegion
from server.figures import figures
from server.pages.frame import file_answer, own_page
from server.permissions import Permission, ThisSession, needs
from server.problems import Refused
from server.quarterly import Report, as_table, quarter_of, read_quarter, report_of
from server.region import Region

router = APIRouter(dependencies=needs(Permission.FIGURES))
Asked = Annotated[str, Query(alias="trimestre", max_length=10)]


@router.get("/tableau")
def get_dashboard(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """Every figure over all the missions received."""
    return own_page(request, session, "dashboard.html", figures=figures(region), today=_today(region))


@router.get("/rapport")
def get_report(request: Request, region: ThisRegion, session: ThisSession, asked: Asked = "") -> Response:
    """The report of a quarter, to read or to print."""
    report = _report(region, asked)
    return own_page(
        request,
        session,
        "report.html",
        report=report,
        figures=report.figures,
        before=report.quarter.shifted(-1),
        after=report.quarter.shifted(1),
        today=_today(region),
    )


@router.get("/rapport.csv")
def get_report_table(region: ThisRegion, asked: Asked = "") -> Response:
    """The same figures as a table."""
    report = _report(region, asked)
    return file_answer(as_table(region, report), "text/csv; charset=utf-8", f"rapport-{report.quarter.name}.csv")


def _report(region: Region, asked: str) -> Report:
    try:
        quarter = read_quarter(asked) if asked else quarter_of(_today(region)).shifted(-1)
    except DomainError:
        raise Refused(ProblemCode.REQUEST_UNREADABLE) from None
    return report_of(region, quarter)


def _today(region: Region) -> datetime:
    return region.clock().astimezone(region.settings.zone)
