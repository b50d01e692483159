"""Attachments of a mission made of given bytes."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from app.domain.attachment import Attachment, recognise
from app.domain.mission import MissionFile
from app.sync.contract.canonical import sha256_of

ADDED_AT = datetime(2022, 3, 1, 9, tzinfo=UTC)


def with_contents(file: MissionFile, *contents: bytes) -> MissionFile:
    """The mission with one more attachment for each content."""
    made = tuple(
        Attachment(uuid4(), sha256_of(one), recognise(one), len(one), f"piece-{rank}", ADDED_AT)
        for rank, one in enumerate(contents)
    )
    return replace(file, attachments=(*file.attachments, *made))
