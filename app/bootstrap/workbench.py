"""Binds storage, packs, paper and network of one open profile into its workbench; imported after the first paint."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from app.bootstrap.branding import StoredBranding
from app.bootstrap.listing import read_page
from app.bootstrap.pdf_seal import StoredSealer
from app.bootstrap.printing import Printer
from app.domain.errors import CodedError, InvalidData
from app.domain.evidence import SignatureEvidence
from app.domain.mission import MissionFile, SealedVersion
from app.infra.clock import new_id
from app.infra.files import write_whole
from app.infra.pack_shelf import FolderShelf
from app.infra.profile_folder import PACKS_NAME
from app.models.storage import Storage, open_storage
from app.packs.library import FOLDERS, PackLibrary
from app.packs.offered import read_offered
from app.packs.texts import Texts
from app.resources import resource_root
from app.services.attachment_ports import Prepared
from app.services.languages import Language
from app.services.ports import Clock
from app.services.receiving import Publications
from app.services.workbench import Workbench

if TYPE_CHECKING:
    from app.sync.outbox import RegionalOutbox


def _read_archive(data: bytes) -> tuple[MissionFile, SealedVersion]:
    from app.sync.contract.parcel import open_parcel
    from app.sync.contract.unseal import unseal

    found = unseal(open_parcel(data).document)
    if data.startswith(b"%PDF"):
        _check_paper(data, found.sealed.sha256)
    return found.file, found.sealed


def _check_paper(pdf: bytes, sha256: str) -> None:
    """A feuille de route prints the fingerprint of its own data."""
    from app.reports.reading import prints

    if not prints(pdf, sha256):
        raise InvalidData("archive.other_data")


def _prepare(data: bytes) -> Prepared:
    from app.infra.photos import prepare

    return prepare(data)


def _read_contents(data: bytes) -> Iterator[tuple[str, bytes]]:
    from app.sync.contract.parcel import open_parcel

    return open_parcel(data).contents()


def _read_evidence(data: bytes) -> list[tuple[SignatureEvidence, int]]:
    from app.sync.contract.parcel import open_parcel

    return open_parcel(data).evidences()


class ArchiveWriter:
    """Writes `.jalon` files: a sealed version, its signatures, and those of its photos and files that are on this machine."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def __call__(self, sealed: SealedVersion) -> bytes:
        """The bytes of the file."""
        from app.sync.contract.archive import write_archive
        from app.sync.contract.evidence import write_evidence

        store = self._storage.attachments
        with self._storage.unit_of_work() as uow:
            parts = uow.attachments.sealed_in(sealed.mission_id, sealed.version)
            signed = [one for one in uow.evidence.of(sealed.mission_id) if one.sha256 == sealed.sha256]
        held = store.held() if parts else frozenset[str]()
        scans = {one.id: store.read(one.scan) for one in signed if one.scan}
        evidence = {one.id: write_evidence(one, len(scans.get(one.id, b""))) for one in signed}
        contents = (store.read(part.sha256) for part in parts if part.sha256 in held)
        return write_archive(sealed.document, chain(contents, scans.values()), evidence)


def _roads(storage: Storage, clock: Clock) -> tuple["RegionalOutbox", Publications]:
    """What goes to the Region, and what comes from it."""
    from app.sync.outbox import RegionalOutbox
    from app.sync.receiving import RegionalPublications

    outbox = RegionalOutbox(storage.unit_of_work, storage, clock, storage.attachments)
    return outbox, RegionalPublications(outbox.membership, outbox.publication, storage, clock)


class _Told(TypedDict):
    sentence: Callable[[CodedError], str]
    phrase: Callable[..., str]
    printed_phrase: Callable[..., str]
    word: Callable[[str, str], str]


def _told(language: Language) -> _Told:
    """What the window says, in its language, and what it writes for the papers."""
    texts = Texts.load(language=language)
    printed = texts if language is Language.FRENCH else Texts.load()
    return _Told(
        sentence=texts.error,
        phrase=lambda code, /, **params: texts.sentence(code, params),
        printed_phrase=lambda code, /, **params: printed.sentence(code, params),
        word=texts.word,
    )


def bind(
    storage: Storage, *, clock: Clock, own_packs: Path, training: bool = False, language: Language = Language.FRENCH
) -> Workbench:
    """Bind every port to an open storage.

    Args:
        storage: Open storage.
        clock: Present instant.
        own_packs: Folder of the packs that the user brought; it may be missing.
        training: Whether the profile is the fictional one.
        language: Language of the sentences and words; papers stay French.
    """
    from app.sync.contract.seal import write_document
    from app.sync.exchange import KeyExchange

    library, (outbox, publications) = PackLibrary(resource_root(), own_packs), _roads(storage, clock)
    branding = StoredBranding(storage)
    printer = Printer(library, clock, branding.load, storage.attachments.read)

    return Workbench(
        unit_of_work=storage.unit_of_work,
        library=library,
        **_told(language),
        clock=clock,
        new_id=new_id,
        missions=lambda query: read_page(storage, query),
        write_document=write_document,
        print_roadmap=printer.roadmap,
        write_form=printer.other_form,
        print_signed=printer.signed_copy,
        print_paper=printer.shown,
        application_text=printer.application_text,
        outbox=outbox,
        exchange=KeyExchange(storage, library, outbox),
        read_archive=_read_archive,
        read_contents=_read_contents,
        read_evidence=_read_evidence,
        write_archive=ArchiveWriter(storage),
        save_file=write_whole,
        read_pack=lambda file, content: read_offered(file, content, library),
        shelf=FolderShelf(own_packs, FOLDERS),
        publications=publications,
        training=training,
        language=language,
        branding=branding,
        pdf_sealer=StoredSealer(storage, clock),
        attachments=storage.attachments,
        prepare_attachment=_prepare,
    )


@contextmanager
def workbench_at(folder: Path, data_key: bytes, *, clock: Clock) -> Iterator[Workbench]:
    """The workbench of a folder whose data key is known, closed with the block.

    Raises:
        EnvironmentFailure: Any refusal of `open_storage`.
    """
    storage = open_storage(folder, data_key)
    bench = bind(storage, clock=clock, own_packs=folder / PACKS_NAME)
    try:
        yield bench
    finally:
        bench.outbox.close()
        storage.close()
