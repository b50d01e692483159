"""Manifest of the photos and files of a sealed mission; their bytes travel beside it, by their hash."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.domain.attachment import MAX_ATTACHMENT_BYTES, FieldAudience, MediaType
from app.sync.contract.document.base import Line, Part, Sha256


class AttachmentPart(Part):
    """A photo or a file: hash of its bytes, what they are, their number, what is seen, and what it is about."""

    id: UUID
    sha256: Sha256
    media_type: MediaType
    size: Annotated[int, Field(ge=1, le=MAX_ATTACHMENT_BYTES)]
    name: Line
    caption: Line = ""
    audience: Literal[FieldAudience.COMPANY, FieldAudience.REGION] = FieldAudience.COMPANY
    session: UUID | None = None
    theme: Annotated[str, Field(max_length=64)] = ""
    action: UUID | None = None
    added_at: datetime
