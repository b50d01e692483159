"""The application: routes, refusals, headers and the access log, made for one data folder."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError, ProgrammingError, TimeoutError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from app.resources import resource_path
from app.sync.contract.protocol import ProblemCode
from server import api, health, pull, transfers
from server.journal_keeper import JournalKeeper
from server.looks import token_sheet
from server.middleware import AccessLog, FaultBarrier, SecurityHeaders
from server.pages import keeping, missions, own_account, people, publishing, region_figures, sign_in, uploading
from server.pages.frame import SIGN_IN
from server.permissions import NotSignedIn
from server.problems import STATUS, Refused, problem_response
from server.rates import RateLimit
from server.region import Clock, Region, open_region, utc_now
from server.rendering import page
from server.sessions import Stage
from server.settings import Settings

logger = logging.getLogger(__name__)
_STORAGE = (OperationalError, InterfaceError, InternalError, ProgrammingError, TimeoutError)
_PAGES = (sign_in, own_account, missions, uploading, region_figures, publishing, people, keeping)
_BY_STATUS = {404: ProblemCode.ROUTE_UNKNOWN, 405: ProblemCode.METHOD_REFUSED}


def create_app(settings: Settings, clock: Clock = utc_now) -> FastAPI:
    """The regional server of a data folder, opened at once and closed when the application stops.

    Raises:
        InvalidData: What `open_region` raises.
    """
    region = open_region(settings, clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        keeper = JournalKeeper(region)
        keeper.start()
        yield
        keeper.stop()
        region.database.close()

    app = FastAPI(title="Jalon", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.region = region
    app.include_router(api.router)
    app.include_router(transfers.router)
    app.include_router(pull.router)
    app.include_router(health.router)
    for one in _PAGES:
        app.include_router(one.router)
    _serve_static(app)
    app.add_middleware(FaultBarrier, texts=region.texts)
    app.add_middleware(RateLimit, settings=settings, texts=region.texts)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog)
    _answer_refusals(app, region)
    return app


def _serve_static(app: FastAPI) -> None:
    @app.get("/static/tokens.css", dependencies=api.Open)
    def get_tokens() -> Response:
        """Colours of the window, for the pages."""
        return Response(token_sheet(), media_type="text/css")

    app.mount("/static/fonts", StaticFiles(directory=resource_path("fonts")))
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")))


def _answer_refusals(app: FastAPI, region: Region) -> None:
    def told(request: Request, code: ProblemCode) -> Response:
        if _is_read_by_a_person(request):
            return page(region, "refusal.html", STATUS[code], sentence=region.texts.sentence(code))
        return problem_response(code, region.texts)

    def refused(request: Request, error: Exception) -> Response:
        return told(request, error.code if isinstance(error, Refused) else ProblemCode.FAULT)

    def unreadable(request: Request, _error: Exception) -> Response:
        return told(request, ProblemCode.REQUEST_UNREADABLE)

    def by_status(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 0
        return told(request, _BY_STATUS.get(status, ProblemCode.REQUEST_UNREADABLE))

    def storage(request: Request, error: Exception) -> Response:
        logger.error("storage refused", extra={"error": type(error.__cause__).__name__})
        return told(request, ProblemCode.STORAGE)

    def not_signed_in(_request: Request, error: Exception) -> Response:
        under_way = isinstance(error, NotSignedIn) and error.stage in {Stage.CODE, Stage.ENROL}
        return RedirectResponse(sign_in.CODE if under_way else SIGN_IN, HTTPStatus.SEE_OTHER)

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, unreadable)
    app.add_exception_handler(ClientDisconnect, unreadable)
    app.add_exception_handler(HTTPException, by_status)
    for kind in _STORAGE:
        app.add_exception_handler(kind, storage)
    app.add_exception_handler(NotSignedIn, not_signed_in)


def _is_read_by_a_person(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
