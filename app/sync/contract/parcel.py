"""What a file handed over holds, whatever its dress: a plain or opened `.jalon`, or a feuille de route with its data."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.domain.errors import InvalidData
from app.domain.evidence import SignatureEvidence
from app.sync.contract.archive import DOCUMENT_NAME as DATA_FILE
from app.sync.contract.archive import read_archive, read_attachments, read_evidences
from app.sync.contract.document import MAX_DOCUMENT_BYTES

MAX_ATTACHED_BYTES = MAX_DOCUMENT_BYTES
"""Longest stream that is unpacked from a PDF, in bytes: beyond, it is no sealed document."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """The sealed bytes of a file, and what came with them.

    Attributes:
        document: Canonical bytes of `mission.json`, not read yet.
        archive: The `.jalon` that holds them, or empty for a PDF.
    """

    document: bytes
    archive: bytes = b""

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Hash, found right, and bytes of each photo or file that came along. Raises `InvalidData`."""
        return read_attachments(self.archive) if self.archive else iter(())

    def evidences(self) -> list[tuple[SignatureEvidence, int]]:
        """Each evidence record that came along, with the size of its scan. Raises `InvalidData`."""
        return read_evidences(self.archive) if self.archive else []


def open_parcel(data: bytes) -> Parcel:
    """Look into a file that is not encrypted, or not any more.

    Raises:
        InvalidData: `archive.damaged`, `archive.foreign`, `document.too_large`, `verify.pdf_damaged`, or `archive.no_data` for
            a PDF that carries no mission: a PROJET, a page printed again, somebody else's document.
    """
    if data.startswith(b"%PDF"):
        return Parcel(_attached(data))
    return Parcel(read_archive(data), data)


def _attached(pdf: bytes) -> bytes:
    """The data attached to a feuille de route; never unpacked further than a document may be long."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            found = file.attachments.get(DATA_FILE)
            if found is None:
                raise InvalidData("archive.no_data")
            return _unpacked(found.get_file().obj)
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, AttributeError, zlib.error):
        raise InvalidData("verify.pdf_damaged") from None


def _unpacked(stream: Any) -> bytes:
    """Bytes of a stream that is stored as it is or deflated, which is all that we write."""
    kind = str(stream.get("/Filter", ""))
    raw = bytes(stream.read_raw_bytes())
    if kind == "/FlateDecode" and "/DecodeParms" not in stream:
        unpacking = zlib.decompressobj()
        raw = unpacking.decompress(raw, MAX_ATTACHED_BYTES + 1)
    elif kind:
        raise InvalidData("archive.no_data")
    if len(raw) > MAX_ATTACHED_BYTES:
        raise InvalidData("document.too_large", size=len(raw), limit=MAX_DOCUMENT_BYTES)
    return raw
