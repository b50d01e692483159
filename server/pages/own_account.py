"""One's own account: password, authenticator."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import DomainError
from server.accounts import set_password
from server.api import ThisRegion, source_of
from server.pages.frame import ThisForm, own_page
from server.pages.sign_in import CODE, give_cookie
from server.permissions import COOKIE, Permission, ThisSession, needs
from server.sessions import Stage, check_own_password, close_session, open_session

router = APIRouter(prefix="/compte", dependencies=needs(Permission.OWN_ACCOUNT))


@router.get("")
def get_account(request: Request, session: ThisSession) -> Response:
    """Who I am here."""
    return own_page(request, session, "own_account.html")


@router.post("/mot-de-passe")
def post_password(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Change my password; my sessions end, and this one begins again."""
    try:
        check_own_password(region, session.account, form.get("present", ""), source_of(request))
        set_password(region, session.account.id, form.get("password", ""))
    except DomainError as error:
        return own_page(request, session, "own_account.html", HTTPStatus.UNPROCESSABLE_ENTITY, error)
    response = RedirectResponse("/compte", HTTPStatus.SEE_OTHER)
    give_cookie(response, request, region, open_session(region, session.account.id))
    return response


@router.post("/authentification")
def post_second_factor(request: Request, region: ThisRegion, session: ThisSession, _form: ThisForm) -> Response:
    """Begin the enrolment of an authenticator, when there is none yet."""
    if session.account.has_second_factor:
        return RedirectResponse("/compte", HTTPStatus.SEE_OTHER)
    close_session(region, request.cookies.get(COOKIE, ""))
    response = RedirectResponse(CODE, HTTPStatus.SEE_OTHER)
    give_cookie(response, request, region, open_session(region, session.account.id, Stage.ENROL))
    return response
