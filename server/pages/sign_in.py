"""Sign-in: a local account and its authenticator, or the Region's issuer; the way out."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import DomainError
from server import oidc
from server.accounts import has_administrator
from server.api import Open, ThisRegion, source_of
from server.pages.frame import SIGN_IN, ThisForm, ThisOpenForm, address_of, home_of, own_page
from server.permissions import COOKIE, Permission, ThisSession, needs
from server.problems import STATUS, Refused
from server.region import Region
from server.rendering import page
from server.sessions import Stage, close_session, confirm_code, open_session, pending_secret, session_of, sign_in
from server.totp import enrolment_uri, qr_code

CODE = "/connexion/code"
_STATE_COOKIE = "jalon_retour"
_STATE_SECONDS = 600

router = APIRouter()


@router.get(SIGN_IN, dependencies=Open)
def get_sign_in(region: ThisRegion) -> Response:
    """The form that asks for the login and the password."""
    return _asked(region)


@router.post(SIGN_IN, dependencies=Open)
async def post_sign_in(request: Request, region: ThisRegion, form: ThisOpenForm) -> Response:
    """Open a session, as far as a password does."""
    typed = (form.get("login", ""), form.get("password", ""))
    try:
        token = await run_in_threadpool(sign_in, region, *typed, source_of(request))
    except Refused as refusal:
        return _asked(region, "access.too_many", STATUS[refusal.code], typed[0])
    if token is None:
        return _asked(region, "access.wrong_password", HTTPStatus.UNAUTHORIZED, typed[0])
    return _entered(request, region, token)


@router.get(CODE, dependencies=needs(Permission.SECOND_FACTOR))
def get_code(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """The form that asks for the authenticator's code, with the drawing to scan the first time."""
    return _code_asked(request, region, session)


@router.post(CODE, dependencies=needs(Permission.SECOND_FACTOR))
def post_code(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """End the sign-in."""
    try:
        token = confirm_code(region, request.cookies[COOKIE], form.get("code", ""), source_of(request))
    except Refused as refusal:
        return _code_asked(request, region, session, "access.too_many", STATUS[refusal.code])
    if token is None:
        return _code_asked(request, region, session, "access.wrong_code", HTTPStatus.UNAUTHORIZED)
    return _entered(request, region, token)


@router.get("/connexion/region", dependencies=Open)
def get_issuer(request: Request, region: ThisRegion) -> Response:
    """Send the browser to the Region's issuer."""
    try:
        departure = oidc.depart(region, address_of(region, request, oidc.RETURN_PATH))
    except DomainError as error:
        return _asked(region, error.code, HTTPStatus.BAD_GATEWAY)
    response = RedirectResponse(departure.address, HTTPStatus.SEE_OTHER)
    secure = _is_secure(request, region)
    response.set_cookie(
        _STATE_COOKIE, departure.state, max_age=_STATE_SECONDS, httponly=True, samesite="lax", secure=secure
    )
    return response


@router.get(oidc.RETURN_PATH, dependencies=Open)
def get_return(request: Request, region: ThisRegion) -> Response:
    """Take back the browser from the issuer: a page, since a cookie of this site alone does not cross a redirection."""
    returned = address_of(region, request, oidc.RETURN_PATH)
    try:
        account_id: UUID = oidc.come_back(
            region, returned, dict(request.query_params), request.cookies.get(_STATE_COOKIE, "")
        )
    except DomainError as error:
        status = HTTPStatus.BAD_GATEWAY if error.code == "issuer.unavailable" else HTTPStatus.FORBIDDEN
        return _asked(region, error.code, status)
    token = open_session(region, account_id)
    entered = session_of(region, token)
    response: Response = page(region, "entered.html", home="/" if entered is None else home_of(entered))
    response.delete_cookie(_STATE_COOKIE)
    give_cookie(response, request, region, token)
    return response


@router.post("/deconnexion", dependencies=Open)
def post_sign_out(request: Request, region: ThisRegion, _form: ThisOpenForm) -> Response:
    """End the session."""
    close_session(region, request.cookies.get(COOKIE, ""))
    response = RedirectResponse(SIGN_IN, HTTPStatus.SEE_OTHER)
    response.delete_cookie(COOKIE)
    return response


def _asked(region: Region, refusal: str = "", status: int = HTTPStatus.OK, login: str = "") -> Response:
    told = region.texts.sentence(refusal) if refusal else ""
    issuer = region.settings.oidc_name if oidc.is_offered(region) else ""
    closed = not issuer and not has_administrator(region)
    return page(region, "sign_in.html", status, refusal=told, closed=closed, login=login, issuer=issuer)


def _code_asked(
    request: Request, region: Region, session: ThisSession, refusal: str = "", status: int = HTTPStatus.OK
) -> Response:
    told = region.texts.sentence(refusal) if refusal else ""
    secret = pending_secret(request.cookies[COOKIE]) if session.stage is Stage.ENROL else ""
    uri = enrolment_uri(secret, session.account.login, region.settings.name) if secret else ""
    drawing = qr_code(uri) if uri else ""
    return own_page(request, session, "code.html", status, told=told, secret=secret, drawing=drawing)


def _entered(request: Request, region: Region, token: str) -> Response:
    session = session_of(region, token)
    opened = session is not None and session.stage is Stage.OPEN
    response = RedirectResponse(home_of(session) if session and opened else CODE, HTTPStatus.SEE_OTHER)
    give_cookie(response, request, region, token)
    return response


def give_cookie(response: Response, request: Request, region: Region, token: str) -> None:
    """Hand a session over to the browser."""
    seconds = region.settings.session_hours * 3600
    secure = _is_secure(request, region)
    response.set_cookie(COOKIE, token, max_age=seconds, httponly=True, samesite="strict", secure=secure)


def _is_secure(request: Request, region: Region) -> bool:
    return request.url.scheme == "https" or region.settings.public_url.startswith("https:")
