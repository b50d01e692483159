"""Routes of the laptops: enrolment, deposit, reading back, public key."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.sync.contract.protocol import (
    DOCUMENT_TYPE,
    ENROLMENT_PATH,
    KEYS_PATH,
    PROTOCOL_HEADER,
    RECEIPT_TYPE,
    EnrolmentRequest,
    ProblemCode,
    common_protocol,
)
from app.sync.contract.recipient import RECIPIENT_PATH, RECIPIENT_TYPE
from server.deposits import Sent, receive_from, stored_document
from server.devices import Device, device_of, enrol
from server.exchange import recipient_statement
from server.problems import Refused
from server.reading import read_bounded
from server.region import Region
from server.rotation import chain_of

router = APIRouter()

_MAX_ENROLMENT_BYTES = 4096
_MAX_AUTHORIZATION = 512
Number = Annotated[int, Path(ge=1, le=10_000)]


def region_of(request: Request) -> Region:
    """The server that the application was made for."""
    region: Region = request.app.state.region
    return region


async def speaks_protocol(request: Request) -> int:
    """The best protocol version common with the client, looked at before anything else.

    Raises:
        Refused: `protocol.mismatch` when there is none.
    """
    common = common_protocol(request.headers.get(PROTOCOL_HEADER, ""))
    if common is None:
        raise Refused(ProblemCode.PROTOCOL_MISMATCH)
    return common


async def bearer(request: Request) -> str:
    """The token that the request bears, not known yet to be good, once the protocol is common.

    Raises:
        Refused: `protocol.mismatch`, `token.refused`.
    """
    await speaks_protocol(request)
    scheme, _, token = request.headers.get("authorization", "")[:_MAX_AUTHORIZATION].partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refused(ProblemCode.TOKEN_REFUSED)
    return token


def signed_in_device(request: Request, token: Annotated[str, Depends(bearer)]) -> Device:
    """The laptop whose token the request bears. Raises `Refused` (`token.refused`)."""
    return device_of(region_of(request), token)


async def _this_region(request: Request) -> Region:
    """`region_of`, without the thread that a plain function is given."""
    return region_of(request)


async def open_to_all() -> None:
    """Declares that a route is for anybody."""


Open = [Depends(open_to_all)]
ThisRegion = Annotated[Region, Depends(_this_region)]
ThisToken = Annotated[str, Depends(bearer)]
ThisDevice = Annotated[Device, Depends(signed_in_device)]


def check_type(request: Request, expected: str) -> None:
    """Refuse a body of another type. Raises `Refused` (`request.content_type`)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != expected:
        raise Refused(ProblemCode.CONTENT_TYPE)


def source_of(request: Request) -> str:
    """Address that asks, for the counts of failures; never written to a log."""
    return request.client.host if request.client else ""


@router.post(ENROLMENT_PATH, dependencies=[Depends(speaks_protocol), *Open])
async def post_enrolment(request: Request, region: ThisRegion) -> Response:
    """Exchange a one-time code for a token."""
    check_type(request, "application/json")
    try:
        asked = EnrolmentRequest.model_validate_json(await read_bounded(request, _MAX_ENROLMENT_BYTES))
    except ValidationError:
        raise Refused(ProblemCode.REQUEST_UNREADABLE) from None
    made = await run_in_threadpool(enrol, region, asked, source_of(request))
    return Response(made.model_dump_json(), HTTPStatus.CREATED, media_type="application/json")


@router.put("/api/v1/missions/{mission_id}/versions/{number}")
async def put_version(mission_id: UUID, number: Number, request: Request, token: ThisToken) -> Response:
    """Receive a sealed version: 201 when it is new, 200 with the same receipt when it is stored already."""
    check_type(request, DOCUMENT_TYPE)
    region, protocol = region_of(request), await speaks_protocol(request)
    data = await read_bounded(request, region.settings.max_document_bytes)
    done = await receive_from(region, Sent(token, mission_id, number, data, protocol))
    request.state.noted = {"mission": str(mission_id), "version": number, "new": done.created}
    status = HTTPStatus.CREATED if done.created else HTTPStatus.OK
    return Response(done.receipt, status, media_type=RECEIPT_TYPE)


@router.get("/api/v1/missions/{mission_id}/versions/{number}")
def get_version(mission_id: UUID, number: Number, device: ThisDevice, region: ThisRegion) -> Response:
    """The bytes of a version, as received."""
    return Response(stored_document(region, device, mission_id, number), media_type=DOCUMENT_TYPE)


@router.get(KEYS_PATH, dependencies=Open)
def get_keys(region: ThisRegion) -> Response:
    """The chain of signing keys: with the first alone, anyone verifies the receipts of all the others."""
    return Response(chain_of(region).model_dump_json(by_alias=True), media_type="application/json")


@router.get("/api/v1/key", dependencies=Open)
def get_key(region: ThisRegion) -> Response:
    """Name and public key of the server: what anyone needs to verify a receipt."""
    return JSONResponse({"server": region.settings.name, "kid": region.kid, "public_key": region.public_key.hex()})


@router.get(RECIPIENT_PATH, dependencies=Open)
def get_recipient(region: ThisRegion) -> Response:
    """The public key that encrypted files are opened with, under the signing key."""
    return Response(recipient_statement(region), media_type=RECIPIENT_TYPE)
