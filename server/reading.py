"""Reading of request bodies within a bound, said or not by the client."""

import asyncio

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
    body = await _whole(request, highest)
    told = request.headers.get(DIGEST_HEADER)
    if told is not None and told != digest_of_request(request.method, request.url.path, body):
        raise Refused(ProblemCode.REQUEST_ALTERED)
    return body


async def _whole(request: Request, highest: int) -> bytes:
    body, now = bytearray(), asyncio.get_running_loop().time
    try:
        async with asyncio.timeout(SILENCE_SECONDS) as silence:
            async for chunk in request.stream():
                body += chunk
                if len(body) > highest:
                    raise Refused(ProblemCode.TOO_LARGE)
                silence.reschedule(now() + SILENCE_SECONDS)
    except TimeoutError:
        raise Refused(ProblemCode.REQUEST_SILENT) from None
    return bytes(body)
