"""Accounts and laptops: who opens the pages, which laptops may deposit."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import DomainError
from server.accounts import (
    NewAccount,
    Role,
    account_of,
    accounts,
    create_account,
    forget_second_factor,
    set_disabled,
    set_password,
)
from server.api import ThisRegion
from server.devices import enrolled_laptops, make_code, revoke
from server.pages.frame import Form, ThisForm, own_page
from server.passwords import generated_password
from server.permissions import Permission, ThisSession, needs
from server.region import Region
from server.sessions import Session

_REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY
router = APIRouter()


@router.get("/comptes", dependencies=needs(Permission.ADMINISTER))
def get_accounts(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """Every account, and the form that makes one."""
    return _accounts(request, region, session)


@router.post("/comptes", dependencies=needs(Permission.ADMINISTER))
def post_account(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Make an account; its first password is shown this once."""
    password = "" if form.get("opens") == "issuer" else generated_password()
    try:
        made = create_account(region, _new_account(form, password))
    except DomainError as error:
        return _accounts(request, region, session, error, typed=form)
    return _accounts(request, region, session, told=("account.made", made.login, password))


@router.post("/comptes/{account_id}/mot-de-passe", dependencies=needs(Permission.ADMINISTER))
def post_new_password(
    account_id: UUID, request: Request, region: ThisRegion, session: ThisSession, _form: ThisForm
) -> Response:
    """Give an account a new password, shown this once, and forget its authenticator."""
    password = generated_password()
    try:
        changed = account_of(region, account_id)
        set_password(region, account_id, password)
        forget_second_factor(region, account_id)
    except DomainError as error:
        return _accounts(request, region, session, error)
    return _accounts(request, region, session, told=("account.password_made", changed.login, password))


@router.post("/comptes/{account_id}/etat", dependencies=needs(Permission.ADMINISTER))
def post_state(
    account_id: UUID, request: Request, region: ThisRegion, session: ThisSession, form: ThisForm
) -> Response:
    """Close an account, or open it again."""
    try:
        set_disabled(region, account_id, disabled=form.get("state") == "closed")
    except DomainError as error:
        return _accounts(request, region, session, error)
    return RedirectResponse("/comptes", HTTPStatus.SEE_OTHER)


@router.get("/ordinateurs", dependencies=needs(Permission.LAPTOPS))
def get_laptops(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """Every laptop, and the form that makes a code."""
    return _laptops(request, region, session)


@router.post("/ordinateurs", dependencies=needs(Permission.LAPTOPS))
def post_code(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Make an enrolment code, shown this once."""
    try:
        chosen = form.get("account", "")
        consultant = account_of(region, UUID(chosen)) if chosen else None
        provider = form.get("provider", "") if consultant is None else consultant.provider
        code = make_code(region, provider, None if consultant is None else consultant.id)
    except ValueError:
        return _laptops(request, region, session, DomainError("account.unknown"))
    except DomainError as error:
        return _laptops(request, region, session, error)
    return _laptops(request, region, session, code=code)


@router.post("/ordinateurs/{laptop}/revocation", dependencies=needs(Permission.LAPTOPS))
def post_revocation(
    laptop: UUID, request: Request, region: ThisRegion, session: ThisSession, _form: ThisForm
) -> Response:
    """Revoke a laptop."""
    try:
        revoke(region, laptop)
    except DomainError as error:
        return _laptops(request, region, session, error)
    return RedirectResponse("/ordinateurs", HTTPStatus.SEE_OTHER)


def _new_account(form: Form, password: str) -> NewAccount:
    try:
        role = Role(form.get("role", ""))
    except ValueError:
        raise DomainError("account.role") from None
    return NewAccount(form.get("login", ""), form.get("name", ""), role, form.get("provider", ""), password)


def _accounts(
    request: Request,
    region: Region,
    session: Session,
    refusal: DomainError | None = None,
    *,
    told: tuple[str, str, str] | None = None,
    typed: Form | None = None,
) -> Response:
    sentence = ""
    if told is not None:
        code, login, password = told
        sentence = region.texts.sentence(code if password else "account.made_linked", {"login": login})
    return own_page(
        request,
        session,
        "accounts.html",
        HTTPStatus.OK if refusal is None else _REFUSED,
        refusal,
        accounts=accounts(region),
        roles=[role.value for role in Role],
        told=sentence,
        password="" if told is None else told[2],
        typed=typed or {},
        issuer=region.settings.oidc_name if region.settings.oidc_issuer else "",
    )


def _laptops(
    request: Request, region: Region, session: Session, refusal: DomainError | None = None, code: str = ""
) -> Response:
    return own_page(
        request,
        session,
        "laptops.html",
        HTTPStatus.OK if refusal is None else _REFUSED,
        refusal,
        laptops=enrolled_laptops(region),
        consultants=[one for one in accounts(region) if one.role is Role.CONSULTANT and one.disabled_at is None],
        code=code,
        hours=region.settings.enrolment_hours,
    )
