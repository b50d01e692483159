"""Photos and files attached to a mission: what they are, what they are about, who may read them, and their bounds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.errors import DomainError
from app.domain.referential import ThemeCode

MAX_SOURCE_BYTES = 50 * 1024 * 1024
"""Largest file that is even read, in bytes: a photo becomes much smaller once resized."""

MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024
"""Largest attachment kept, sealed and deposited, in bytes."""

MAX_PIXELS = 120_000_000
"""Largest photo that is decoded, in pixels: what the largest telephones take, far under a decompression bomb."""

MAX_ATTACHMENTS = 500
"""Attachments of one mission at most."""


class FieldAudience(StrEnum):
    """Who may read a field or an attachment. Source: MODEL.md, Audience of a field."""

    COMPANY = "company"
    REGION = "region"
    PRIVATE = "private"


class MediaType(StrEnum):
    """Kinds of content that an attachment may be; `HEIC` only comes in, and is kept as `JPEG`."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    TEXT = "text/plain"

    @property
    def is_photo(self) -> bool:
        """Whether it is a picture that can be shown."""
        return self in {MediaType.JPEG, MediaType.PNG, MediaType.HEIC}


@dataclass(frozen=True, slots=True)
class AttachmentLink:
    """What an attachment is about: a session, a theme of the questionnaire, an action, or the mission when all are None."""

    session_id: UUID | None = None
    theme: ThemeCode | None = None
    action_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or a file of a mission; its bytes are kept apart, by their hash, and never change.

    Attributes:
        id: Made on the laptop.
        sha256: Lower-case hexadecimal SHA-256 of the bytes kept.
        media_type: What the bytes are, found in the bytes themselves.
        size: Their number, at most `MAX_ATTACHMENT_BYTES`.
        name: Name of the file that was chosen, without its folder.
        added_at: Instant, UTC.
        caption: What is seen, in one line.
        audience: Who may read it; a private one is never sealed, never printed.
        link: What it is about.
    """

    id: UUID
    sha256: str
    media_type: MediaType
    size: int
    name: str
    added_at: datetime
    caption: str = ""
    audience: FieldAudience = FieldAudience.COMPANY
    link: AttachmentLink = AttachmentLink()


_ZIP = b"PK\x03\x04"
_OFFICE = {"word/": MediaType.DOCX, "xl/": MediaType.XLSX, "ppt/": MediaType.PPTX}
_OPEN_DOCUMENT = {kind.value: kind for kind in (MediaType.ODT, MediaType.ODS, MediaType.ODP)}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_TEXT_CONTROLS = frozenset(range(32)) - {9, 10, 13}
_MIMETYPE_BYTES = 200


def recognise(data: bytes) -> MediaType:
    """What bytes are, whatever their file is called.

    Raises:
        DomainError: `attachment.empty`, or `attachment.kind_unknown` for a program, an archive, a film or anything else.
    """
    if not data:
        raise DomainError("attachment.empty")
    if data.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return MediaType.HEIC
    if data.startswith(b"%PDF-"):
        return MediaType.PDF
    found = _in_archive(data) if data.startswith(_ZIP) else _as_text(data)
    if found is None:
        raise DomainError("attachment.kind_unknown")
    return found


def _in_archive(data: bytes) -> MediaType | None:
    """Kind of an office document, whose macros, if it has any, make it something else."""
    # Not needed by the list that is painted first, whose rows know the kinds.
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.endswith("vbaProject.bin") for name in names):
                return None
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= _MIMETYPE_BYTES:
                return _OPEN_DOCUMENT.get(archive.read("mimetype").decode("ascii", "replace").strip())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((kind for part, kind in _OFFICE.items() if any(name.startswith(part) for name in names)), None)


def _as_text(data: bytes) -> MediaType | None:
    if _TEXT_CONTROLS & set(data):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return MediaType.TEXT


def check_size(size: int) -> None:
    """Refuse what is too heavy to be kept and sent.

    Raises:
        DomainError: `attachment.too_heavy`, with both sizes in whole mebibytes.
    """
    if size > MAX_ATTACHMENT_BYTES:
        raise DomainError("attachment.too_heavy", size=-(-size // 2**20), limit=MAX_ATTACHMENT_BYTES // 2**20)
