"""What every page shares: the session's frame, forms read and checked, files given."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.domain.errors import CodedError
from app.sync.contract.protocol import ProblemCode
from server.api import region_of
from server.permissions import GRANTED, Permission, ThisSession
from server.problems import Refused
from server.reading import read_bounded
from server.region import Region
from server.rendering import page
from server.sessions import Session, Stage

SIGN_IN = "/connexion"
CSRF_FIELD = "jeton"
_MAX_FORM_BYTES = 4096
_PLACES = (
    (Permission.MISSIONS, "/", "Missions"),
    (Permission.MISSIONS, "/depot", "Déposer un fichier"),
    (Permission.FIGURES, "/tableau", "Tableau de bord"),
    (Permission.FIGURES, "/rapport", "Rapport trimestriel"),
    (Permission.PUBLISH, "/envois", "Envois"),
    (Permission.LAPTOPS, "/ordinateurs", "Ordinateurs"),
    (Permission.ADMINISTER, "/comptes", "Comptes"),
    (Permission.ADMINISTER, "/lectures", "Lectures"),
    (Permission.ADMINISTER, "/conservation", "Conservation"),
)

Form = Mapping[str, str]


def home_of(session: Session) -> str:
    """The first page that a person has."""
    granted = GRANTED[session.account.role]
    return next(address for permission, address, _ in _PLACES if permission in granted)


def own_page(
    request: Request,
    session: Session,
    template: str,
    status: int = 200,
    refusal: CodedError | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page of a session: where the person may go, what its forms send back, why the last one was refused."""
    granted = GRANTED[session.account.role] if session.stage is Stage.OPEN else frozenset()
    region = region_of(request)
    shared = {
        "session": session,
        "places": [(address, title) for permission, address, title in _PLACES if permission in granted],
        "here": request.url.path,
        "refusal": "" if refusal is None else region.texts.error(refusal),
    }
    return page(region, template, status, **(shared | values))


async def open_form(request: Request) -> Form:
    """Fields of a form sent without a session.

    Raises:
        Refused: `request.unreadable` when another site sends it, `received.too_large`.
    """
    check_origin(request)
    body = (await read_bounded(request, _MAX_FORM_BYTES)).decode("utf-8", "replace")
    return {name: values[0].replace("\0", "") for name, values in parse_qs(body).items()}


def check_origin(request: Request) -> None:
    """Refuse a form that another site sends. Raises `Refused` (`request.unreadable`)."""
    origin = request.headers.get("origin")
    if origin is not None and not _is_here(request, origin):
        raise Refused(ProblemCode.REQUEST_UNREADABLE)


async def own_form(request: Request, session: ThisSession) -> Form:
    """Fields of a form of this session: it bears what only a page of the session was given.

    Raises:
        Refused: As `open_form`; `request.unreadable` without the session's word.
    """
    form = await open_form(request)
    if form.get(CSRF_FIELD) != session.csrf:
        raise Refused(ProblemCode.REQUEST_UNREADABLE)
    return form


ThisOpenForm = Annotated[Form, Depends(open_form)]
ThisForm = Annotated[Form, Depends(own_form)]


def file_answer(data: bytes, kind: str, name: str) -> Response:
    """A file to keep."""
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def address_of(region: Region, request: Request, path: str) -> str:
    """Whole address of a path, as the browser types it."""
    base = region.settings.public_url or f"{request.url.scheme}://{request.url.netloc}"
    return base.rstrip("/") + path


def _is_here(request: Request, origin: str) -> bool:
    public = region_of(request).settings.public_url
    try:
        place = urlsplit(origin).netloc
    except ValueError:
        return False
    return place in {request.headers.get("host"), urlsplit(public).netloc or None}
