"""Composition root: the only file that knows the storage, the packs, the paper, the network and the machine at once."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from app.domain.mission import MissionFile, SealedVersion
from app.models.storage import Storage, open_storage
from app.packs.library import PackLibrary
from app.packs.texts import Texts
from app.services.errors import EnvironmentFailure
from app.services.ports import Clock
from app.services.rows import ShownState
from app.services.workbench import MissionPage, MissionQuery, Outbox, Workbench

PARIS = ZoneInfo("Europe/Paris")
"""Zone in which instants are shown; the schemes shipped are all of metropolitan France."""


def missions_of(storage: Storage, query: MissionQuery) -> MissionPage:
    """One page of the list of missions."""
    rows = storage.read_missions(search=query.search, states=query.states, limit=query.limit, offset=query.offset)
    found = storage.count_missions(search=query.search)
    everything = storage.count_missions() if query.search else found
    return MissionPage(tuple(rows), _kept(found, query.states), sum(everything.values()))


def _kept(counts: Mapping[ShownState, int], states: frozenset[ShownState]) -> int:
    return sum(count for state, count in counts.items() if not states or state in states)


def save_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: under a name of its own in the same folder, synced, then renamed.

    Raises:
        EnvironmentFailure: `disk.full`, `file.not_writable`.
    """
    draft: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".jalon-", delete=False) as stream:
            draft = Path(stream.name)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise _told(error, path) from error


def _told(error: OSError, path: Path) -> EnvironmentFailure:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return EnvironmentFailure("disk.full") if full else EnvironmentFailure("file.not_writable", name=path.name)


def _read_archive(data: bytes) -> tuple[MissionFile, SealedVersion]:
    from app.sync.contract.archive import read_archive
    from app.sync.contract.unseal import unseal

    found = unseal(read_archive(data), uuid4)
    return found.file, found.sealed


def _write_archive(sealed: SealedVersion) -> bytes:
    from app.sync.contract.archive import write_archive

    return write_archive(sealed.document)


class RoadmapPrinter:
    """Prints feuilles de route: a draft from the mission as it is, a sealed version from its own sealed bytes."""

    def __init__(self, library: PackLibrary, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    def __call__(self, file: MissionFile, sealed: SealedVersion | None) -> bytes:
        """The PDF, with `mission.json` attached when sealed.

        Raises:
            InvalidData: `pack.changed` when a pack pinned by the mission is not here any more.
        """
        from app.reports.attachment import attach_mission
        from app.reports.roadmap.content import RoadmapContent
        from app.reports.roadmap.document import roadmap_pdf
        from app.sync.contract.unseal import unseal

        if sealed is not None:
            file = unseal(sealed.document, uuid4).file
        content = RoadmapContent(
            file=file,
            referential=self._library.referential(file.mission.referential),
            scheme=self._library.scheme(file.mission.scheme),
            sealed=sealed,
            printed_on=self._today(),
            zone=PARIS,
        )
        pdf = roadmap_pdf(content)
        return pdf if sealed is None else attach_mission(pdf, sealed.document)

    def _today(self) -> date:
        return self._clock().astimezone(PARIS).date()


def make_workbench(storage: Storage, outbox: Outbox, *, clock: Clock, training: bool = False) -> Workbench:
    """Bind every port to an open storage."""
    from app.sync.contract.seal import write_document

    library = PackLibrary.shipped()
    texts = Texts.load()

    def phrase(code: str, **params: object) -> str:
        return texts.sentence(code, params)

    return Workbench(
        unit_of_work=storage.unit_of_work,
        library=library,
        sentence=texts.error,
        phrase=phrase,
        clock=clock,
        new_id=uuid4,
        missions=lambda query: missions_of(storage, query),
        write_document=write_document,
        print_roadmap=RoadmapPrinter(library, clock),
        outbox=outbox,
        read_archive=_read_archive,
        write_archive=_write_archive,
        save_file=save_file,
        training=training,
    )


@contextmanager
def workbench_at(folder: Path, data_key: bytes, *, clock: Clock, training: bool = False) -> Iterator[Workbench]:
    """The workbench of a folder whose data key is known, closed with the block.

    Raises:
        EnvironmentFailure: Any refusal of `open_storage`.
    """
    from app.sync.outbox import ServerOutbox

    storage = open_storage(folder, data_key)
    try:
        yield make_workbench(storage, ServerOutbox(storage.unit_of_work, clock), clock=clock, training=training)
    finally:
        storage.close()
