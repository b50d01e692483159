"""What every answer passes through: security headers, the protocol's version, one line of log without personal data."""

import logging
import time
import traceback
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.packs.texts import Texts
from app.sync.contract.protocol import PROTOCOL_HEADER, PROTOCOL_OFFER, ProblemCode, common_protocol
from server.problems import problem_response

logger = logging.getLogger("server.access")

_POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ]
)
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"strict-transport-security", b"max-age=31536000"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
"""What no handler says by itself, as it travels."""

_PROTOCOL = PROTOCOL_HEADER.lower().encode()


class SecurityHeaders:
    """Adds the headers of every answer; only static files are kept by caches, and asked for again each time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                static = scope["path"].startswith("/static/")
                headers.setdefault("Cache-Control", "no-cache" if static else "no-store")
                headers.raw.extend((*_HEADERS, (_PROTOCOL, _protocol(scope).encode())))
            await send(message)

        await self._app(scope, receive, send_with_headers)


class FaultBarrier:
    """Answers `server.fault` to what nothing foresaw, and logs its kind and place: a message could hold what was received."""

    def __init__(self, app: ASGIApp, texts: Texts) -> None:
        self._app = app
        self._texts = texts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        started = False

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:
            frames = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)]
            logger.error("fault", extra={"error": type(error).__name__, "frames": frames})  # noqa: TRY400 no message
            if started:
                raise
            await problem_response(ProblemCode.FAULT, self._texts)(scope, receive, send)


class AccessLog:
    """Logs method, route (its pattern, never the address asked), status, duration, and what the handler put in `request.state.noted`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        began = time.monotonic()
        try:
            await self._app(scope, receive, send_and_note)
        finally:
            route = getattr(scope.get("route"), "path", "")
            took = round((time.monotonic() - began) * 1000, 1)
            extra = {"method": scope["method"], "route": route, "status": status, "ms": took}
            logger.info("request", extra=extra | scope.get("state", {}).get("noted", {}))


def _protocol(scope: Scope) -> str:
    """The version that both sides speak, or every one of ours when there is none."""
    if scope["type"] != "http":
        return PROTOCOL_OFFER
    common = common_protocol(Headers(scope=scope).get(PROTOCOL_HEADER, ""))
    return PROTOCOL_OFFER if common is None else str(common)
