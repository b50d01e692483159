"""Pages of the administrator: missions received, one mission, its bytes; never open without the password."""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.sync.contract.document import read_document
from app.sync.contract.protocol import DOCUMENT_TYPE, RECEIPT_TYPE, ProblemCode
from app.sync.contract.receipt import read_receipt, signer_of
from app.sync.contract.unseal import file_of
from server.access import close_session, has_password, open_session, session_is_open
from server.api import Number, ThisRegion, region_of, source_of
from server.listing import PAGE, Received, counts, listed, versions_of
from server.problems import STATUS, Refused
from server.reading import read_bounded
from server.region import Region
from server.rendering import charts_of, page, referential_for
from server.rotation import public_key_of

COOKIE = "jalon_session"
SIGN_IN = "/connexion"
_MAX_FORM_BYTES = 4096

router = APIRouter()


class NotSignedIn(Exception):
    """The page asks for the password first."""


def administrator(request: Request) -> None:
    """Let the administrator's session through. Raises `NotSignedIn`."""
    token = request.cookies.get(COOKIE, "")
    if not token or not session_is_open(region_of(request), token):
        raise NotSignedIn


def from_here(request: Request) -> None:
    """Refuse a form that another site sends. Raises `Refused` (`request.unreadable`)."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(ProblemCode.REQUEST_UNREADABLE)


SignedIn = [Depends(administrator)]


@router.get(SIGN_IN)
def get_sign_in(region: ThisRegion) -> Response:
    """The form that asks for the password."""
    return _sign_in(region)


@router.post(SIGN_IN, dependencies=[Depends(from_here)])
async def post_sign_in(request: Request, region: ThisRegion) -> Response:
    """Open a session."""
    form = parse_qs((await read_bounded(request, _MAX_FORM_BYTES)).decode("utf-8", "replace"))
    password = form.get("password", [""])[0]
    try:
        token = await run_in_threadpool(open_session, region, password, source_of(request))
    except Refused as refusal:
        return _sign_in(region, "access.too_many", STATUS[refusal.code])
    if token is None:
        return _sign_in(region, "access.wrong_password", HTTPStatus.UNAUTHORIZED)
    response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    response.set_cookie(
        COOKIE,
        token,
        max_age=region.settings.session_hours * 3600,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


@router.post("/deconnexion", dependencies=[Depends(from_here)])
def post_sign_out(request: Request, region: ThisRegion) -> Response:
    """End the session."""
    close_session(region, request.cookies.get(COOKIE, ""))
    response = RedirectResponse(SIGN_IN, HTTPStatus.SEE_OTHER)
    response.delete_cookie(COOKIE)
    return response


@router.get("/", dependencies=SignedIn)
def get_missions(region: ThisRegion, page_number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1) -> Response:
    """Missions received, the fictional ones apart."""
    counted = counts(region, fictional=False)
    return page(
        region,
        "missions.html",
        counts=counted,
        missions=listed(region, fictional=False, page=page_number),
        fictional_counts=counts(region, fictional=True),
        fictional=listed(region, fictional=True) if page_number == 1 else (),
        page_number=page_number,
        pages=max(1, -(-counted.missions // PAGE)),
    )


@router.get("/missions/{mission_id}", dependencies=SignedIn)
def get_mission(mission_id: UUID, region: ThisRegion) -> Response:
    """One mission: its versions, their hashes and receipts, and what the last one says."""
    versions = _known(region, mission_id)
    document = read_document(versions[0].document)
    file = file_of(document)
    referential = referential_for(region, document)
    return page(
        region,
        "mission.html",
        document=document,
        file=file,
        referential=referential,
        receipt=read_receipt(versions[0].receipt, public_key_of(region, signer_of(versions[0].receipt))),
        versions=versions,
        charts=charts_of(file, referential),
        assessments={str(one.kind): one for one in document.assessments},
        phases={phase.code: phase.title for phase in document.scheme.phases},
    )


@router.get("/missions/{mission_id}/versions/{number}/mission.json", dependencies=SignedIn)
def get_document(mission_id: UUID, number: Number, region: ThisRegion) -> Response:
    """The bytes of a version, as received."""
    return _file(_version(region, mission_id, number).document, DOCUMENT_TYPE, "mission.json")


@router.get("/missions/{mission_id}/versions/{number}/recepisse.json", dependencies=SignedIn)
def get_receipt(mission_id: UUID, number: Number, region: ThisRegion) -> Response:
    """The signed receipt of a version, as the laptop received it."""
    return _file(_version(region, mission_id, number).receipt, RECEIPT_TYPE, "recepisse.json")


def _sign_in(region: Region, refusal: str = "", status: int = HTTPStatus.OK) -> Response:
    told = region.texts.sentence(refusal) if refusal else ""
    return page(region, "sign_in.html", status, signed_in=False, refusal=told, closed=not has_password(region))


def _known(region: Region, mission_id: UUID) -> tuple[Received, ...]:
    versions = versions_of(region, mission_id)
    if not versions:
        raise Refused(ProblemCode.ROUTE_UNKNOWN)
    return versions


def _version(region: Region, mission_id: UUID, number: int) -> Received:
    for one in _known(region, mission_id):
        if one.number == number:
            return one
    raise Refused(ProblemCode.ROUTE_UNKNOWN)


def _file(data: bytes, kind: str, name: str) -> Response:
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
