"""The application: routes, refusals, headers and the access log, made for one data folder."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from app.sync.contract.protocol import ProblemCode
from server import api
from server.middleware import AccessLog, FaultBarrier, SecurityHeaders
from server.problems import Refused, problem_response
from server.region import Clock, Region, open_region, utc_now
from server.settings import Settings

logger = logging.getLogger(__name__)
_BY_STATUS = {404: ProblemCode.ROUTE_UNKNOWN, 405: ProblemCode.METHOD_REFUSED}


def create_app(settings: Settings, clock: Clock = utc_now) -> FastAPI:
    """The regional server of a data folder, opened at once and closed when the application stops.

    Raises:
        InvalidData: What `open_region` raises.
    """
    region = open_region(settings, clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        region.database.close()

    app = FastAPI(title="Jalon", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.region = region
    app.include_router(api.router)
    app.add_middleware(FaultBarrier, texts=region.texts)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AccessLog)
    _answer_refusals(app, region)
    return app


def _answer_refusals(app: FastAPI, region: Region) -> None:
    def refused(_request: Request, error: Exception) -> Response:
        return problem_response(error.code if isinstance(error, Refused) else ProblemCode.FAULT, region.texts)

    def unreadable(_request: Request, _error: Exception) -> Response:
        return problem_response(ProblemCode.REQUEST_UNREADABLE, region.texts)

    def by_status(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 0
        return problem_response(_BY_STATUS.get(status, ProblemCode.REQUEST_UNREADABLE), region.texts)

    def storage(_request: Request, error: Exception) -> Response:
        logger.error("storage refused", extra={"error": type(error.__cause__).__name__})
        return problem_response(ProblemCode.STORAGE, region.texts)

    app.add_exception_handler(Refused, refused)
    app.add_exception_handler(RequestValidationError, unreadable)
    app.add_exception_handler(ClientDisconnect, unreadable)
    app.add_exception_handler(HTTPException, by_status)
    app.add_exception_handler(OperationalError, storage)
