"""« Envois »: mission orders and packs for the laptops, published and withdrawn."""

from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.domain.errors import DomainError
from server.api import ThisRegion
from server.pages.frame import Form, ThisForm, own_page
from server.permissions import Permission, ThisSession, needs
from server.publishing import NewOrder, publish_order, published, scheme_choices, withdraw
from server.region import Region
from server.sessions import Session

router = APIRouter(prefix="/envois", dependencies=needs(Permission.PUBLISH))
Rank = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("")
def get_published(request: Request, region: ThisRegion, session: ThisSession) -> Response:
    """Everything published, and the form of a mission order."""
    return _shown(request, region, session)


@router.post("/ordres")
def post_order(request: Request, region: ThisRegion, session: ThisSession, form: ThisForm) -> Response:
    """Publish a mission order."""
    try:
        publish_order(region, _order(form))
    except DomainError as error:
        return _shown(request, region, session, error, form)
    return RedirectResponse("/envois", HTTPStatus.SEE_OTHER)


@router.post("/{rank}/retrait")
def post_withdrawal(
    rank: Rank, request: Request, region: ThisRegion, session: ThisSession, _form: ThisForm
) -> Response:
    """Withdraw something published."""
    try:
        withdraw(region, rank)
    except DomainError as error:
        return _shown(request, region, session, error)
    return RedirectResponse("/envois", HTTPStatus.SEE_OTHER)


def _order(form: Form) -> NewOrder:
    until = form.get("until", "")
    try:
        decided, last = date.fromisoformat(form.get("decision", "")), date.fromisoformat(until) if until else None
    except ValueError:
        raise DomainError("order.incomplete") from None
    names = ("provider", "company", "scheme")
    texts = {name: form.get(name, "") for name in (*names, "region_file", "siret", "note")}
    return NewOrder(decision_day=decided, valid_until=last, **texts)


def _shown(
    request: Request, region: Region, session: Session, refusal: DomainError | None = None, typed: Form | None = None
) -> Response:
    return own_page(
        request,
        session,
        "publishing.html",
        HTTPStatus.OK if refusal is None else HTTPStatus.UNPROCESSABLE_ENTITY,
        refusal,
        published=published(region),
        schemes=scheme_choices(region),
        typed=typed or {},
    )
