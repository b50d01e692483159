"""Reading of request bodies within a bound, said or not by the client."""

from collections.abc import AsyncIterator

import anyio
from starlette.requests import Request

from app.sync.contract.protocol import DIGEST_HEADER, ProblemCode, digest_of_request
from server.problems import Refused

SILENCE_SECONDS = 30.0
"""A laptop that says nothing for so long in the middle of a request has gone: its line is closed."""


async def read_bounded(request: Request, highest: int) -> bytes:
    """The whole body, never keeping more than `highest` bytes.

    Raises:
        Refused: `received.too_large`, from the announced length before anything is read, or while reading;
            `request.altered` when the request bears another digest than its own; `request.silent` when nothing came for
            `SILENCE_SECONDS` before its end: a slow line that moves is waited for.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > highest:
        raise Refused(ProblemCode.TOO_LARGE)
    body = bytearray()
    async for chunk in _unless_silent(request.stream()):
        body += chunk
        if len(body) > highest:
            raise Refused(ProblemCode.TOO_LARGE)
    told = request.headers.get(DIGEST_HEADER)
    if told is not None and told != digest_of_request(request.method, request.url.path, bytes(body)):
        raise Refused(ProblemCode.REQUEST_ALTERED)
    return bytes(body)


async def _unless_silent(stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    while True:
        try:
            with anyio.fail_after(SILENCE_SECONDS):
                chunk = await anext(stream, None)
        except TimeoutError:
            raise Refused(ProblemCode.REQUEST_SILENT) from None
        if chunk is None:
            return
        yield chunk
