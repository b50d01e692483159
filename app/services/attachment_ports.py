"""What the use cases of photos and files need of the outside: rows, bytes by their hash, and pictures made ready."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.attachment import Attachment, MediaType
from app.services.rows import SealedPart


class AttachmentRepository(Protocol):
    """Photos and files of a mission, and those of its sealed versions; the bytes are in an `AttachmentStore`."""

    def of(self, mission_id: UUID) -> tuple[Attachment, ...]:
        """All those of a mission, in the order in which they were added."""

    def count(self, mission_id: UUID) -> int:
        """How many a mission has."""

    def save(self, mission_id: UUID, attachment: Attachment) -> None:
        """Keep a new or changed attachment; its bytes are stored already."""

    def remove(self, mission_id: UUID, attachment_id: UUID) -> None:
        """Forget one; its bytes stay until nothing cites them."""

    def note_sealed(self, mission_id: UUID, version: int, parts: Iterable[SealedPart]) -> None:
        """Keep what a sealed version holds, in the transaction that seals."""

    def sealed_in(self, mission_id: UUID, version: int) -> tuple[SealedPart, ...]:
        """What a sealed version holds, by hash."""

    def cited(self) -> frozenset[str]:
        """Hashes of everything that a draft or a sealed version cites."""

    def acknowledged(self, mission_id: UUID) -> frozenset[str]:
        """Hashes that the Region acknowledged in every version that cites them, and that no other mission cites."""


class AttachmentStore(Protocol):
    """Bytes of the attachments, by their hash, encrypted; written once, never changed."""

    def put(self, data: bytes, thumbnail: bytes = b"") -> str:
        """Keep bytes, on the disk when this returns. Returns their SHA-256. Raises `EnvironmentFailure`."""

    def read(self, sha256: str) -> bytes:
        """The bytes of a hash. Raises `EnvironmentFailure` (`attachment.absent`, `attachment.damaged`)."""

    def thumbnail(self, sha256: str) -> bytes:
        """The small picture of a hash, or empty."""

    def held(self) -> frozenset[str]:
        """Hashes of all the bytes that are here."""

    def purge(self, hashes: Collection[str]) -> int:
        """Throw the bytes of some hashes away, thumbnails left. Returns how many bytes."""

    def sweep(self, cited: Collection[str]) -> int:
        """Throw away what nothing cites. Returns how many bytes."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Bytes ready to be kept: a photo upright, resized and without any metadata, or a file as it came.

    Attributes:
        data: The bytes.
        media_type: What they are.
        thumbnail: A small picture of a photo, or empty.
    """

    data: bytes
    media_type: MediaType
    thumbnail: bytes = b""


Prepare = Callable[[bytes], Prepared]
"""Makes bytes ready to be kept. Raises `DomainError` (`attachment.kind_unknown`, `attachment.too_heavy`…)."""
