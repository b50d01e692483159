"""Everything that a page or a command works with, bound once to an open profile by the composition root."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.domain.aid_catalogue import AidCatalogue
from app.domain.aids import AidMeasure
from app.domain.errors import CodedError
from app.domain.evidence import SignatureEvidence
from app.domain.guide import Guide
from app.domain.mission import MissionFile, SealedVersion
from app.services.attachment_ports import AttachmentStore, Prepare
from app.services.attachments import AttachmentDesk
from app.services.branding import BrandingDesk
from app.services.exchange import Exchange
from app.services.jobs import JobContext
from app.services.languages import Language
from app.services.mission_papers import MissionPaper
from app.services.other_forms import FormWriter
from app.services.packs import Holdings, PackReader, PackShelf
from app.services.pdf_seal import PdfSealer
from app.services.ports import Clock, DocumentWriter, NewId, UnitOfWorkFactory
from app.services.programme import ProgrammeExample
from app.services.receiving import Publications, ReceivingDesk
from app.services.rows import Deposit, MissionPage, MissionQuery


@dataclass(frozen=True, slots=True)
class Membership:
    """The regional server that this laptop is enrolled with.

    Attributes:
        url: Address of the server.
        server: Name that the server gives itself.
        kid: Identifier of its signing key.
        public_key: Its raw Ed25519 public key.
    """

    url: str
    server: str
    kid: str
    public_key: bytes


class Outbox(Protocol):
    """Road to the regional server; every method that uses the network belongs in a job."""

    def membership(self) -> Membership | None:
        """The server that this laptop is enrolled with, if any; no network."""

    def enrol(self, url: str, code: str, device_name: str) -> Membership:
        """Exchange a one-time code. Raises `EnvironmentFailure` or `DomainError` with the server's code."""

    def deposit(self, mission_id: UUID, version: int, context: JobContext) -> Deposit:
        """Send one sealed version, with retries, until its receipt is verified, refused or given up for now."""

    def deposit_pending(self, context: JobContext) -> tuple[Deposit, ...]:
        """Send everything that waits, oldest first."""

    def send_evidence(self, context: JobContext) -> int:
        """Send the signatures that the Region has not acknowledged; how many still wait."""

    def received(self, mission_id: UUID, version: int) -> bytes:
        """What the Region holds under the number of a version, to be compared; raises as `enrol`."""

    def close(self) -> None:
        """Close its connection; it opens again when needed."""


class Library(Holdings, Protocol):
    """The packs of this installation."""

    def guide(self) -> Guide:
        """The guide of the technologies."""

    def programme_examples(self) -> tuple[ProgrammeExample, ...]:
        """Worked examples of what the State pays to a Region."""

    def catalogue(self) -> AidCatalogue:
        """The dated catalogue of the aids."""

    def aid(self, pack: str) -> AidMeasure:
        """Parameters of the calculator of an aid. Raises `InvalidData` (`pack.absent`…)."""


@dataclass(frozen=True, slots=True)
class Workbench:
    """Ports of one open profile.

    Attributes:
        unit_of_work: Transactions over its storage.
        library: Packs.
        sentence: Sentence of a refusal or a failure.
        phrase: Sentence of a text code and its parameters (checks, rules, states).
        printed_phrase: The same in French, for what the papers carry.
        word: Word of a code in its group, such as « Vision et stratégie » for `factor`, `vision_strategy`.
        clock: Present instant, UTC.
        new_id: Fresh identifiers.
        missions: The list, read without a transaction.
        write_document: Writer of sealed documents.
        print_roadmap: PDF of a mission: a draft's (PROJET), or a sealed version's with its data attached.
        print_signed: PDF of a sealed version with the signatures of an evidence record drawn in their boxes.
        print_paper: PDF of any paper that is shown and signed; only the feuille de route carries the data.
        application_text: Summary of the application file as a text to copy, of a draft or of a sealed version.
        write_form: Another form of a mission: one-page telling, spreadsheet, calendar.
        outbox: Road to the Region.
        exchange: Files on a key: encryption, and « Transmettre ».
        read_archive: Mission and sealed version of the bytes of a `.jalon` file or of a feuille de route; raises `InvalidData`.
        read_evidence: Each evidence record in a `.jalon` file, with the size of its scan; raises `InvalidData`.
        read_contents: Hash and bytes of each attachment in a `.jalon` file; raises `InvalidData`.
        write_archive: Bytes of the `.jalon` file of a sealed version, with the attachments that are here.
        save_file: Writes bytes to a file chosen by the user, whole or not at all; raises `EnvironmentFailure`.
        read_pack: Pack of the bytes of a file offered by a Region or the AIF; raises `InvalidData`.
        shelf: Where the packs of the user are kept.
        publications: Road by which what the Region publishes comes.
        branding: How the provider signs its papers.
        pdf_sealer: Certificate of the provider, and the PDFs that it seals.
        training: Whether the profile is the fictional one, where everything is fictional.
        language: Language of `sentence`, `phrase` and `word`, and of the drawings of the screen.
        attachments: Bytes of photos and files.
        prepare_attachment: Makes a photo or a file ready to be kept; slow for a photo.
    """

    unit_of_work: UnitOfWorkFactory
    library: Library
    sentence: Callable[[CodedError], str]
    phrase: Callable[..., str]
    printed_phrase: Callable[..., str]
    word: Callable[[str, str], str]
    clock: Clock
    new_id: NewId
    missions: Callable[[MissionQuery], MissionPage]
    write_document: DocumentWriter
    print_roadmap: Callable[[MissionFile, SealedVersion | None], bytes]
    print_signed: Callable[[MissionFile, SealedVersion, SignatureEvidence], bytes]
    print_paper: Callable[[MissionPaper, MissionFile, SealedVersion | None], bytes]
    application_text: Callable[[MissionFile, SealedVersion | None], str]
    write_form: FormWriter
    outbox: Outbox
    exchange: Exchange
    read_archive: Callable[[bytes], tuple[MissionFile, SealedVersion]]
    read_contents: Callable[[bytes], Iterator[tuple[str, bytes]]]
    read_evidence: Callable[[bytes], Sequence[tuple[SignatureEvidence, int]]]
    write_archive: Callable[[SealedVersion], bytes]
    save_file: Callable[[Path, bytes], None]
    read_pack: PackReader
    shelf: PackShelf
    publications: Publications
    training: bool
    branding: BrandingDesk
    pdf_sealer: PdfSealer
    attachments: AttachmentStore
    prepare_attachment: Prepare
    language: Language = Language.FRENCH

    @property
    def attachment_desk(self) -> AttachmentDesk:
        """What the use cases of photos and files work with."""
        return AttachmentDesk(self.unit_of_work, self.attachments, self.prepare_attachment, self.clock, self.new_id)

    @property
    def receiving_desk(self) -> ReceivingDesk:
        """What the use cases of what the Region sends work with."""
        return ReceivingDesk(self.publications, self.library, self.shelf, self.read_pack, self.unit_of_work, self.clock)
