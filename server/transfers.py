"""Routes of the attachments and of the evidence of signatures: announce, ask how far one is, send a chunk, read back (the idea of tus, over our own types)."""

import re
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app.sync.contract.evidence import EVIDENCE_RECEIPT_TYPE, EVIDENCE_TYPE, MAX_EVIDENCE_BYTES
from app.sync.contract.protocol import ProblemCode
from app.sync.contract.transfer import (
    CHECKSUM_HEADER,
    CHUNK_TYPE,
    LENGTH_HEADER,
    MAX_ANNOUNCEMENT_BYTES,
    MAX_CHUNK_BYTES,
    OFFSET_HEADER,
    Announcement,
)
from server.api import ThisDevice, ThisRegion, check_type
from server.attachments import Chunk, Progress, announce, content_of, progress_of, take_chunk
from server.evidence import receive_evidence
from server.problems import Refused
from server.reading import read_bounded

router = APIRouter(prefix="/api/v1/missions/{mission_id}")
_ATTACHMENTS = "/attachments"

Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
_OFFSET = re.compile(r"\d{1,10}", re.ASCII)


def _told(progress: Progress, status: HTTPStatus) -> Response:
    headers = {OFFSET_HEADER: str(progress.received), LENGTH_HEADER: str(progress.size)}
    return Response(status_code=status, headers=headers)


@router.post(_ATTACHMENTS)
async def post_announcement(mission_id: UUID, request: Request, device: ThisDevice, region: ThisRegion) -> Response:
    """Say what a version is about to cite; the answer tells what lacks."""
    check_type(request, "application/json")
    try:
        asked = Announcement.model_validate_json(await read_bounded(request, MAX_ANNOUNCEMENT_BYTES))
    except ValidationError:
        raise Refused(ProblemCode.REQUEST_UNREADABLE) from None
    missing = await run_in_threadpool(announce, region, device, mission_id, asked)
    return Response(missing.model_dump_json(), media_type="application/json")


@router.head(_ATTACHMENTS + "/{sha256}")
def head_attachment(mission_id: UUID, sha256: Hash, device: ThisDevice, region: ThisRegion) -> Response:
    """How far an attachment is."""
    return _told(progress_of(region, device, mission_id, sha256), HTTPStatus.OK)


@router.patch(_ATTACHMENTS + "/{sha256}")
async def patch_attachment(
    mission_id: UUID, sha256: Hash, request: Request, device: ThisDevice, region: ThisRegion
) -> Response:
    """Receive a chunk; the answer tells how far the attachment is now."""
    check_type(request, CHUNK_TYPE)
    offset = request.headers.get(OFFSET_HEADER, "")
    if not _OFFSET.fullmatch(offset):
        raise Refused(ProblemCode.REQUEST_UNREADABLE)
    content = await read_bounded(request, MAX_CHUNK_BYTES)
    chunk = Chunk(int(offset), content, request.headers.get(CHECKSUM_HEADER, ""))
    progress = await run_in_threadpool(take_chunk, region, device, mission_id, sha256, chunk)
    return _told(progress, HTTPStatus.NO_CONTENT)


@router.get(_ATTACHMENTS + "/{sha256}")
def get_attachment(mission_id: UUID, sha256: Hash, device: ThisDevice, region: ThisRegion) -> Response:
    """The bytes of a whole attachment; never shown in place by a browser."""
    kind, content = content_of(region, device, mission_id, sha256)
    return Response(content, media_type=kind.value, headers={"Content-Disposition": "attachment"})


@router.put("/evidence/{evidence_id}")
async def put_evidence(
    mission_id: UUID, evidence_id: UUID, request: Request, device: ThisDevice, region: ThisRegion
) -> Response:
    """Receive the evidence of a signature: 201 when it is new, 200 with the same receipt when it is kept already."""
    check_type(request, EVIDENCE_TYPE)
    data = await read_bounded(request, MAX_EVIDENCE_BYTES)
    done = await run_in_threadpool(receive_evidence, region, device, mission_id, evidence_id, data)
    status = HTTPStatus.CREATED if done.created else HTTPStatus.OK
    return Response(done.receipt, status, media_type=EVIDENCE_RECEIPT_TYPE)
