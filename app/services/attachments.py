"""Use cases of photos and files: add, caption, remove, put back; and purge of what the Region acknowledged."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from uuid import UUID

from app.domain.attachment import MAX_ATTACHMENTS, Attachment, AttachmentLink, FieldAudience
from app.domain.errors import DomainError
from app.domain.mission import MissionFile
from app.domain.quantities import LINE_LENGTH, clean_text
from app.services.attachment_ports import AttachmentStore, Prepare
from app.services.drafts import draft_of
from app.services.jobs import JobContext
from app.services.ports import Clock, NewId, UnitOfWorkFactory
from app.services.rows import SealedPart

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """What the user chose, dropped or pasted: its name, and how its bytes are read when their turn comes."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of several sources: those kept, and those refused with their name and the refusal."""

    kept: tuple[Attachment, ...]
    refused: tuple[tuple[str, DomainError], ...]


@dataclass(frozen=True, slots=True)
class AttachmentDesk:
    """What the use cases of attachments work with.

    Attributes:
        unit_of_work: Transactions over the profile.
        store: Where the bytes are.
        prepare: Makes bytes ready to be kept.
        clock: Present instant, UTC.
        new_id: Fresh identifiers.
    """

    unit_of_work: UnitOfWorkFactory
    store: AttachmentStore
    prepare: Prepare
    clock: Clock
    new_id: NewId


def add_attachments(
    desk: AttachmentDesk, mission_id: UUID, sources: Sequence[Source], link: AttachmentLink, context: JobContext
) -> Added:
    """Keep several photos or files, one after the other; what is refused does not stop the others.

    The bytes are on the disk before the row that cites them: a machine that stops between the two leaves bytes that
    nothing cites, which a later sweep throws away, and never a row without its bytes.

    Raises:
        DomainError: `mission.sealed`; nothing more is then kept.
        Cancelled: The user asked; what was kept before stays so.
        EnvironmentFailure: The disk refused; likewise.
    """
    kept: list[Attachment] = []
    refused: list[tuple[str, DomainError]] = []
    for rank, source in enumerate(sources):
        context.progress(rank, len(sources))
        try:
            kept.append(_add(desk, mission_id, source, link))
        except DomainError as refusal:
            if not refusal.code.startswith("attachment."):
                raise
            refused.append((source.name, refusal))
    return Added(tuple(kept), tuple(refused))


def _add(desk: AttachmentDesk, mission_id: UUID, source: Source, link: AttachmentLink) -> Attachment:
    prepared = desk.prepare(source.read())
    name = clean_text(PurePath(source.name).name[-LINE_LENGTH:], field="attachment_name")
    sha256 = desk.store.put(prepared.data, prepared.thumbnail)
    at = desk.clock()
    made = Attachment(
        id=desk.new_id(),
        sha256=sha256,
        media_type=prepared.media_type,
        size=len(prepared.data),
        name=name,
        added_at=at,
        link=link,
    )
    with draft_of(desk.unit_of_work, mission_id, at) as uow:
        if uow.attachments.count(mission_id) >= MAX_ATTACHMENTS:
            raise DomainError("attachment.too_many", limit=MAX_ATTACHMENTS)
        uow.attachments.save(mission_id, made)
    logger.info("mission %s: attachment %s added", mission_id, made.id)
    return made


def save_attachment(
    uow_factory: UnitOfWorkFactory, mission_id: UUID, attachment: Attachment, *, clock: Clock
) -> Attachment:
    """Keep a changed caption, audience or link, or put back an attachment that was removed.

    Raises:
        DomainError: `mission.sealed`, `text.too_long`.
    """
    kept = replace(attachment, caption=clean_text(attachment.caption, field="caption"))
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.attachments.save(mission_id, kept)
    return kept


def remove_attachment(uow_factory: UnitOfWorkFactory, mission_id: UUID, attachment_id: UUID, *, clock: Clock) -> None:
    """Take an attachment out of a draft; its bytes stay until the next sweep, so that it can be put back.

    Raises:
        DomainError: `mission.sealed`.
    """
    with draft_of(uow_factory, mission_id, clock()) as uow:
        uow.attachments.remove(mission_id, attachment_id)
    logger.info("mission %s: attachment %s removed", mission_id, attachment_id)


def sealed_parts(file: MissionFile) -> tuple[SealedPart, ...]:
    """What a version of the mission holds once sealed: everything but the private ones, each content once."""
    told = {one.sha256: one for one in file.attachments if one.audience is not FieldAudience.PRIVATE}
    return tuple(SealedPart(one.sha256, one.media_type, one.size) for one in told.values())


def absent_parts(
    uow_factory: UnitOfWorkFactory, store: AttachmentStore, mission_id: UUID, version: int
) -> tuple[SealedPart, ...]:
    """What a sealed version holds and this machine does not: purged, or left behind by an import."""
    with uow_factory() as uow:
        parts = uow.attachments.sealed_in(mission_id, version)
    held = store.held() if parts else frozenset[str]()
    return tuple(part for part in parts if part.sha256 not in held)


def acknowledged_bytes(uow_factory: UnitOfWorkFactory, store: AttachmentStore, mission_id: UUID) -> int:
    """Bytes that `purge_acknowledged` would throw away."""
    with uow_factory() as uow:
        there = uow.attachments.acknowledged(mission_id)
        sizes = {one.sha256: one.size for one in uow.attachments.of(mission_id)}
    held = store.held() if there else frozenset[str]()
    return sum(sizes.get(sha256, 0) for sha256 in there & held)


def purge_acknowledged(uow_factory: UnitOfWorkFactory, store: AttachmentStore, mission_id: UUID) -> int:
    """Throw away, because the user chose so, the bytes of a mission that the Region acknowledged in a verified receipt.

    Returns:
        Bytes given back to the disk; the small pictures and the captions stay.
    """
    with uow_factory() as uow:
        there = uow.attachments.acknowledged(mission_id)
    freed = store.purge(there & store.held())
    logger.info("mission %s: %d bytes of attachments purged", mission_id, freed)
    return freed


def sweep_attachments(uow_factory: UnitOfWorkFactory, store: AttachmentStore) -> int:
    """Throw away the bytes that nothing cites any more. Returns how many."""
    with uow_factory() as uow:
        # Under the write lock: no row can come between the look and the sweep.
        return store.sweep(uow.attachments.cited())
