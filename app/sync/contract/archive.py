"""The `.jalon` file: a deterministic ZIP holding `mission.json`, the evidence of its signatures and, by their hash, its attachments."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from types import MappingProxyType
from uuid import UUID

from app.domain.attachment import MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS
from app.domain.errors import InvalidData
from app.domain.evidence import SignatureEvidence
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import MAX_DOCUMENT_BYTES
from app.sync.contract.evidence import MAX_EVIDENCE_BYTES, MAX_EVIDENCES, read_evidence

DOCUMENT_NAME = "mission.json"
ATTACHMENTS_FOLDER = "attachments/"
EVIDENCE_FOLDER = "evidence/"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every entry, so that the same mission gives the same bytes."""

_ATTACHMENT_NAME = re.compile(re.escape(ATTACHMENTS_FOLDER) + r"[0-9a-f]{64}")
_EVIDENCE_NAME = re.compile(re.escape(EVIDENCE_FOLDER) + r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json")


def write_archive(
    document: bytes, attachments: Iterable[bytes] = (), evidence: Mapping[UUID, bytes] = MappingProxyType({})
) -> bytes:
    """Bytes of a `.jalon` file; the hash that everyone compares is that of `mission.json` inside.

    Args:
        document: Canonical `mission.json`.
        attachments: Bytes of the attachments that go along, in any order; they are stored by their hash, uncompressed
            since photos are compressed already.
        evidence: Bytes of the evidence records of this version, by their identifier.
    """
    beside = {f"{EVIDENCE_FOLDER}{one}.json": evidence[one] for one in sorted(evidence)}
    return archived({DOCUMENT_NAME: document, **beside}, attachments)


def archived(named: Mapping[str, bytes], attachments: Iterable[bytes]) -> bytes:
    """Bytes of a deterministic ZIP: named entries in their order, then attachments by their hash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in named.items():
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content, compresslevel=9)
        for sha256, content in sorted({sha256_of(one): one for one in attachments}.items()):
            archive.writestr(_entry(ATTACHMENTS_FOLDER + sha256, zipfile.ZIP_STORED), content)
    return buffer.getvalue()


def read_archive(data: bytes) -> bytes:
    """The bytes of `mission.json` in a `.jalon` file; nothing is ever written to disk while reading.

    Raises:
        InvalidData: `archive.damaged` when the file is cut, altered or is no ZIP; `archive.foreign` when it holds anything
            but a mission and its attachments; `document.too_large` before unpacking more than a mission may be.
    """
    with opened_archive(data) as archive:
        _entries(archive)
        return small_content(archive, DOCUMENT_NAME, MAX_DOCUMENT_BYTES)


def small_content(archive: zipfile.ZipFile, name: str, longest: int) -> bytes:
    """The bytes of an entry, never unpacked beyond a length.

    Raises:
        InvalidData: `document.too_large`, `archive.foreign` when its told size is not its own.
    """
    entry = archive.getinfo(name)
    if entry.file_size > longest:
        raise InvalidData("document.too_large", size=entry.file_size, limit=longest)
    return _content(archive, entry, longest)


def read_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Hash and bytes of each attachment of a `.jalon` file, one at a time, its hash found right.

    Raises:
        InvalidData: `archive.damaged`, also when bytes are not those of their name; `archive.foreign`.
    """
    with opened_archive(data) as archive:
        for entry in _entries(archive)[1:]:
            if not _EVIDENCE_NAME.fullmatch(entry.filename):
                yield attachment_in(archive, entry)


def read_evidences(data: bytes) -> list[tuple[SignatureEvidence, int]]:
    """Each evidence record of a `.jalon` file with the size of its scan; it cites the mission that the file holds.

    Raises:
        InvalidData: `archive.damaged`, `archive.foreign` when it has another name or cites something else,
            `document.too_large`, `signature.unreadable`.
    """
    with opened_archive(data) as archive:
        names = [entry.filename for entry in _entries(archive) if _EVIDENCE_NAME.fullmatch(entry.filename)]
        found = [read_evidence(small_content(archive, name, MAX_EVIDENCE_BYTES)) for name in names]
        document = small_content(archive, DOCUMENT_NAME, MAX_DOCUMENT_BYTES)
    sealed = sha256_of(document)
    told = [f"{EVIDENCE_FOLDER}{one.id}.json" for one, _ in found]
    if told != names or any(one.sha256 != sealed for one, _ in found):
        raise InvalidData("archive.foreign")
    return found


def attachment_in(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[str, bytes]:
    """Hash and bytes of an entry that bears its hash as its name.

    Raises:
        InvalidData: `archive.foreign` for another name, `archive.damaged` when bytes are not those of their name.
    """
    if not _ATTACHMENT_NAME.fullmatch(entry.filename):
        raise InvalidData("archive.foreign")
    content = _content(archive, entry, MAX_ATTACHMENT_BYTES)
    sha256 = entry.filename.removeprefix(ATTACHMENTS_FOLDER)
    if sha256_of(content) != sha256:
        raise InvalidData("archive.damaged")
    return sha256, content


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry


@contextmanager
def opened_archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """A ZIP that is read in memory; whatever is wrong with it while the block runs is `archive.damaged`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise InvalidData("archive.damaged") from None


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The mission, the evidence of its signatures, then its attachments, each name once and of its kind."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    signed = len(list(takewhile(_EVIDENCE_NAME.fullmatch, names[1:])))
    attached = names[1 + signed :]
    wrong = names[:1] != [DOCUMENT_NAME] or len(attached) > MAX_ATTACHMENTS + signed or len(set(names)) != len(names)
    if wrong or signed > MAX_EVIDENCES or not all(_ATTACHMENT_NAME.fullmatch(name) for name in attached):
        raise InvalidData("archive.foreign")
    return entries


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, longest: int) -> bytes:
    if entry.file_size > longest:
        raise InvalidData("archive.foreign")
    with archive.open(entry) as stream:
        content = stream.read(longest + 1)
    if len(content) > longest:
        raise InvalidData("archive.foreign")
    return content
