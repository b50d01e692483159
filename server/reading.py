"""Reading of request bodies within a bound, said or not by the client."""

from starlette.requests import Request

from app.sync.contract.protocol import DIGEST_HEADER, ProblemCode, digest_of_request
from server.problems import Refused


async def read_bounded(request: Request, highest: int) -> bytes:
    """The whole body, never keeping more than `highest` bytes.

    Raises:
        Refused: `received.too_large`, from the announced length before anything is read, or while reading;
            `request.altered` when the request bears another digest than its own.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > highest:
        raise Refused(ProblemCode.TOO_LARGE)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > highest:
            raise Refused(ProblemCode.TOO_LARGE)
    told = request.headers.get(DIGEST_HEADER)
    if told is not None and told != digest_of_request(request.method, request.url.path, bytes(body)):
        raise Refused(ProblemCode.REQUEST_ALTERED)
    return bytes(body)
