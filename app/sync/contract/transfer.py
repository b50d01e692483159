"""Attachments on the line: what a laptop announces, what the server lacks, and how a chunk says where it goes."""

import base64
import hashlib
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.domain.attachment import MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, MediaType
from app.sync.contract.document import Part
from app.sync.contract.document.base import Sha256

CHUNK_TYPE = "application/offset+octet-stream"
OFFSET_HEADER = "Upload-Offset"
LENGTH_HEADER = "Upload-Length"
CHECKSUM_HEADER = "Upload-Checksum"
MAX_CHUNK_BYTES = 4 * 1024 * 1024
"""Largest chunk that the server takes at once."""

CHUNK_BYTES = 1024 * 1024
"""Chunk that a laptop sends: what a cut line loses at most."""

MAX_ANNOUNCEMENT_BYTES = 256 * 1024


class Announced(Part):
    """An attachment that a version holds: hash of its bytes, what they are, their number."""

    sha256: Sha256
    media_type: MediaType
    size: Annotated[int, Field(ge=1, le=MAX_ATTACHMENT_BYTES)]


class Announcement(Part):
    """What a laptop is about to deposit, before the document that cites it."""

    attachments: list[Announced] = Field(max_length=MAX_ATTACHMENTS)


class Lacking(Part):
    """An attachment that the server has not whole: it goes on from `offset`, in bytes."""

    sha256: Sha256
    offset: Annotated[int, Field(ge=0, le=MAX_ATTACHMENT_BYTES)]


class Missing(Part):
    """What the server lacks of an announcement, in its order."""

    missing: list[Lacking] = Field(max_length=MAX_ATTACHMENTS)


def attachments_path(mission_id: UUID) -> str:
    """Path under which the attachments of a mission are announced."""
    return f"/api/v1/missions/{mission_id}/attachments"


def attachment_path(mission_id: UUID, sha256: str) -> str:
    """Path of one attachment."""
    return f"{attachments_path(mission_id)}/{sha256}"


def checksum_of(chunk: bytes) -> str:
    """Value of `CHECKSUM_HEADER` for a chunk."""
    return "sha256 " + base64.b64encode(hashlib.sha256(chunk).digest()).decode("ascii")
