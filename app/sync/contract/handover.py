"""The file of « Transmettre »: a deterministic ZIP of a draft, its journal, its sealed versions, its photos and files.

It holds the key of the journal: it is always encrypted to whoever takes the mission (`app.sync.contract.envelope`).
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, ValidationError

from app.domain.attachment import MAX_ATTACHMENTS
from app.domain.errors import InvalidData
from app.domain.handover import Package, Thread
from app.domain.journal import EventKind, JournalEvent
from app.domain.mission import MissionState, Seal, VersionKind
from app.domain.referential import Referential
from app.domain.scheme import Scheme
from app.sync.contract.archive import ATTACHMENTS_FOLDER, archived, attachment_in, opened_archive, small_content
from app.sync.contract.canonical import canonical_bytes, read_canonical, sha256_of
from app.sync.contract.document import MAX_DOCUMENT_BYTES
from app.sync.contract.document.base import Part, Sha256
from app.sync.contract.seal import write_draft
from app.sync.contract.unseal import unseal

HEADING = "transmission.json"
DRAFT = "brouillon.json"
MAX_EVENTS = 200_000
MAX_VERSIONS = 10_000
MAX_HEADING_BYTES = 64 * 1024 * 1024

_VERSION_NAME = re.compile(r"versions/(\d{1,5})\.json", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class EventPart(Part):
    """An event of the journal; its number is its place, its instant is in microseconds since 1970, UTC."""

    at: Annotated[int, Field(ge=0)]
    kind: EventKind
    value: _Hash
    hash: _Hash


class HeadingPart(Part):
    """What the file says of itself.

    Attributes:
        schema_: 1.
        mission_id: The mission.
        draft: Hash of the draft's bytes.
        versions: Hash of each sealed version, by number.
        key: Key of the journal's hashes, in hexadecimal; secret.
        events: The journal.
    """

    schema_: Literal[1] = Field(alias="schema")
    mission_id: UUID
    draft: Sha256
    versions: list[Sha256] = Field(max_length=MAX_VERSIONS)
    key: _Hash
    events: list[EventPart] = Field(min_length=1, max_length=MAX_EVENTS)


def write_handover(package: Package, scheme: Scheme, referential: Referential, contents: Iterable[bytes]) -> bytes:
    """Bytes of the file, not encrypted yet.

    Args:
        package: What leaves.
        scheme: Pinned by the mission.
        referential: Likewise.
        contents: Bytes of the photos and files that are here, in any order.
    """
    last = package.thread.events[-1]
    before = package.versions[-1].sha256 if package.versions else ""
    seal = Seal(len(package.versions) + 1, VersionKind.DIAGNOSTIC, "", last.at, before)
    draft = write_draft(package.file, scheme, referential, seal)
    heading = {
        "schema": 1,
        "mission_id": str(package.file.mission.id),
        "draft": sha256_of(draft),
        "versions": [one.sha256 for one in package.versions],
        "key": package.thread.key.hex(),
        "events": [
            {
                "at": (one.at - _EPOCH) // _MICROSECOND,
                "kind": one.kind.value,
                "value": one.value.hex(),
                "hash": one.hash.hex(),
            }
            for one in package.thread.events
        ],
    }
    named = {HEADING: canonical_bytes(heading), DRAFT: draft}
    named |= {f"versions/{one.version}.json": one.document for one in package.versions}
    return archived(named, contents)


def is_handover(data: bytes) -> bool:
    """Whether bytes are such a file: a ZIP that begins by its heading."""
    return data.startswith(b"PK") and data[30 : 30 + len(HEADING)] == HEADING.encode()


def read_handover(data: bytes) -> Package:
    """What a colleague hands over, its parts found to hold together; nothing is written to disk while reading.

    Raises:
        InvalidData: `archive.damaged`, `archive.foreign`, `document.*`, or `handover.broken` when a part is not what the heading
            or the chain of the journal says.
    """
    with opened_archive(data) as archive:
        names = _names(archive)
        heading = _heading(small_content(archive, HEADING, MAX_HEADING_BYTES))
        draft = small_content(archive, DRAFT, MAX_DOCUMENT_BYTES)
        documents = [small_content(archive, name, MAX_DOCUMENT_BYTES) for name in names]
    if [sha256_of(one) for one in documents] != heading.versions or sha256_of(draft) != heading.draft:
        raise InvalidData("handover.broken")
    file = unseal(draft).file
    mission = replace(file.mission, state=MissionState.AWAY, version=len(documents))
    package = Package(
        file=replace(file, mission=mission),
        thread=Thread(bytes.fromhex(heading.key), _events(heading)),
        versions=tuple(unseal(one).sealed for one in documents),
    )
    package.check()
    return package


def read_handover_contents(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Hash and bytes of each photo or file, one at a time, its hash found right. Raises `InvalidData`, as `read_handover`."""
    with opened_archive(data) as archive:
        _names(archive)
        for entry in archive.infolist():
            if entry.filename.startswith(ATTACHMENTS_FOLDER):
                yield attachment_in(archive, entry)


def _names(archive: zipfile.ZipFile) -> list[str]:
    """Names of the versions by number, once the file was found to hold nothing that it should not."""
    names = archive.namelist()
    versions = [name for name in names if _VERSION_NAME.fullmatch(name)]
    attached = [name for name in names if name.startswith(ATTACHMENTS_FOLDER)]
    expected = [f"versions/{number}.json" for number in range(1, len(versions) + 1)]
    right = (
        names == [HEADING, DRAFT, *expected, *attached]
        and len(set(names)) == len(names)
        and len(attached) <= MAX_ATTACHMENTS * (len(versions) + 1)
    )
    if not right:
        raise InvalidData("archive.foreign")
    return expected


def _heading(data: bytes) -> HeadingPart:
    try:
        return HeadingPart.model_validate(read_canonical(data))
    except ValidationError:
        raise InvalidData("handover.broken") from None


def _events(heading: HeadingPart) -> tuple[JournalEvent, ...]:
    try:
        return tuple(
            JournalEvent(
                heading.mission_id,
                number,
                _EPOCH + one.at * _MICROSECOND,
                one.kind,
                bytes.fromhex(one.value),
                bytes.fromhex(one.hash),
            )
            for number, one in enumerate(heading.events, start=1)
        )
    except OverflowError:
        raise InvalidData("handover.broken") from None
