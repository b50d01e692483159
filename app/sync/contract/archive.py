"""The `.jalon` file: a deterministic ZIP holding `mission.json` and, by their hash, its attachments."""

import io
import zipfile
import zlib

from app.domain.errors import InvalidData
from app.sync.contract.document import MAX_DOCUMENT_BYTES

DOCUMENT_NAME = "mission.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every entry, so that the same mission gives the same bytes."""


def write_archive(document: bytes) -> bytes:
    """Bytes of a `.jalon` file; the hash that everyone compares is that of `mission.json` inside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(DOCUMENT_NAME, EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        entry.create_system = 3
        archive.writestr(entry, document, compresslevel=9)
    return buffer.getvalue()


def read_archive(data: bytes) -> bytes:
    """The bytes of `mission.json` in a `.jalon` file; nothing is ever written to disk while reading.

    Raises:
        InvalidData: `archive.damaged` when the file is cut, altered or is no ZIP; `archive.foreign` when it holds anything
            but a mission; `document.too_large` before unpacking more than a mission may be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if [entry.filename for entry in entries] != [DOCUMENT_NAME]:
                raise InvalidData("archive.foreign")
            if entries[0].file_size > MAX_DOCUMENT_BYTES:
                raise InvalidData("document.too_large", size=entries[0].file_size, limit=MAX_DOCUMENT_BYTES)
            with archive.open(entries[0]) as stream:
                document = stream.read(MAX_DOCUMENT_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise InvalidData("archive.damaged") from None
    if len(document) > MAX_DOCUMENT_BYTES:
        raise InvalidData("document.too_large", size=len(document), limit=MAX_DOCUMENT_BYTES)
    return document
