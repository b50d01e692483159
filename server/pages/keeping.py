"""What an administrator watches over: reads of the missions, their retention, their erasure."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import DomainError
from server.api import ThisRegion
from server.erasure import erase_company, missions_of_company, missions_past_retention, purge
from server.pages.frame import ThisForm, own_page
from server.permissions import Permission, ThisSession, needs
from server.reads import PAGE, reads
from server.region import Region
from server.retention import LONGEST_MONTHS, Retention, months_typed, retention_of, set_retention
from server.sessions import Session

router = APIRouter(dependencies=needs(Permission.ADMINISTER))


@router.get("/lectures")
def get_reads(
    request: Request,
    region: ThisRegion,
    session: ThisSession,
    mission: UUID | None = None,
    page_number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1,
) -> Response:
    """Who opened which mission, when."""
    found = reads(region, mission_id=mission, page=page_number)
    return own_page(
        request, session, "reads.html", reads=found, mission=mission, page_number=page_number, full=len(found) == PAGE
    )


@router.get("/conservation")
def get_keeping(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """For how long missions are kept, what is past it, and the form of an erasure."""
    return _keeping(request, region, session)


@router.post("/conservation/durees")
def post_retention(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Choose for how long missions are kept."""
    try:
        wanted = Retention(months_typed(form.get("months", "")), months_typed(form.get("fictional_months", "")))
    except DomainError as error:
        return _keeping(request, region, session, error)
    set_retention(region, wanted, session.account)
    return _keeping(request, region, session, told=region.texts.sentence("server.retention_set"))


@router.post("/conservation/purge")
def post_purge(request: Request, region: ThisRegion, session: ThisSession, _form: ThisForm) -> Response:
    """Erase what is past its retention."""
    return _keeping(
        request, region, session, told=region.texts.sentence("server.erased", {"missions": len(purge(region))})
    )


@router.post("/conservation/effacement")
def post_erasure(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Erase every mission of a company; the first time the count is told, the second it is done."""
    siren = "".join(form.get("siren", "").split())
    try:
        if form.get("confirmed") != siren:
            asked = len(missions_of_company(region, siren))
            return _keeping(request, region, session, siren=siren, asked=asked)
        erased = erase_company(region, siren)
    except DomainError as error:
        return _keeping(request, region, session, error, siren=siren)
    return _keeping(request, region, session, told=region.texts.sentence("server.erased", {"missions": len(erased)}))


def _keeping(
    request: Request,
    region: Region,
    session: Session,
    refusal: DomainError | None = None,
    *,
    siren: str = "",
    asked: int = 0,
    told: str = "",
) -> Response:
    return own_page(
        request,
        session,
        "keeping.html",
        HTTPStatus.OK if refusal is None else HTTPStatus.UNPROCESSABLE_ENTITY,
        refusal,
        retention=retention_of(region),
        highest=LONGEST_MONTHS,
        past=len(missions_past_retention(region)),
        siren=siren,
        asked=asked,
        told=told,
    )
