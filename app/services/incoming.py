"""A file that comes in by the window: opened, found whole, then kept as what it is; a refusal leaves nothing behind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.errors import InvalidData
from app.domain.evidence import SignatureEvidence
from app.domain.handover import Package
from app.domain.mission import MissionFile, SealedVersion
from app.services.attachments import absent_parts
from app.services.handing_over import check_receivable, receive_package
from app.services.importing import check_importable, import_contents, import_version, keep_evidence
from app.services.jobs import JobContext
from app.services.missions import read_mission
from app.services.workbench import Workbench

MAX_FILE_BYTES = 1024 * 1024 * 1024
"""Size above which a file is not even read."""

Contents = Callable[[], Iterable[tuple[str, bytes]]]


class Incoming(StrEnum):
    """What a file turned out to be."""

    MISSION = "mission"
    KNOWN = "known"
    HANDED_OVER = "handed_over"
    CAME_BACK = "came_back"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a file.

    Attributes:
        kind: What it was.
        mission_id: Its mission, which is here.
        company: Name of the company.
        absent: Captions, or names, of the photos and files that the version cites and that are not here.
        sealed_by: Whom the certificate of the PDF's intact seal names, or empty.
    """

    kind: Incoming
    mission_id: UUID
    company: str
    absent: tuple[str, ...] = ()
    sealed_by: str = ""


def take_file(bench: Workbench, data: bytes, context: JobContext, passphrase: str = "") -> Arrived:
    """Keep what a file holds: a sealed mission, a mission that a colleague hands over, a receipt; encrypted or not.

    Everything that can be refused is refused before the first byte is written.

    Args:
        bench: The open profile.
        data: Bytes of the file.
        context: Stops at safe points only.
        passphrase: What opens it, when it wants one.

    Raises:
        InvalidData: The file is not what it should be (`archive.*`, `document.*`, `handover.broken`, `receipt.*`, `verify.*`).
        DomainError: It is, and does not fit what is here (`import.known_mission`, `handover.*`, `deposit.*`).
        EnvironmentFailure: The disk refused.
    """
    opened = bench.exchange.open(data, passphrase)
    context.check()
    if bench.exchange.receipt_of(opened) is not None:
        noted = bench.exchange.keep_receipt(opened)
        company = read_mission(bench.unit_of_work, noted.mission_id).mission.company.name
        return Arrived(Incoming.RECEIPT, noted.mission_id, company)
    if bench.exchange.is_package(opened):
        return _take_package(bench, opened, context)
    return _take_version(bench, opened, context)


def _take_version(bench: Workbench, data: bytes, context: JobContext) -> Arrived:
    file, sealed = bench.read_archive(data)
    sealed_by = _sealed_by(bench, data)
    evidence = bench.read_evidence(data)
    cited = _with_scans(file, evidence)
    _keep_contents(
        bench, cited, lambda: bench.read_contents(data), lambda: _check_version(bench, file, sealed), context
    )
    added = import_version(
        bench.unit_of_work,
        file,
        sealed,
        referential=bench.library.referential(file.mission.referential),
        clock=bench.clock,
    )
    keep_evidence(bench.unit_of_work, [one for one, _ in evidence])
    absent = {
        part.sha256 for part in absent_parts(bench.unit_of_work, bench.attachments, file.mission.id, sealed.version)
    }
    names = tuple(one.caption or one.name for one in file.attachments if one.sha256 in absent)
    kind, mission = Incoming.MISSION if added else Incoming.KNOWN, file.mission
    return Arrived(kind, mission.id, mission.company.name, names, sealed_by)


def _sealed_by(bench: Workbench, data: bytes) -> str:
    """Whom the seal of a PDF names; a PDF changed after its seal is not taken."""
    seal = bench.pdf_sealer.find(data) if data.startswith(b"%PDF") else None
    if seal is not None and not seal.intact:
        raise InvalidData("verify.seal_broken", signer=seal.signer)
    return seal.signer if seal is not None else ""


def _take_package(bench: Workbench, data: bytes, context: JobContext) -> Arrived:
    package = bench.exchange.read_package(data)
    cited = _cited_by(bench, package)
    _keep_contents(
        bench, cited, lambda: bench.exchange.package_contents(data), lambda: _check_package(bench, package), context
    )
    back = receive_package(
        bench.unit_of_work,
        package,
        referential=bench.library.referential(package.file.mission.referential),
        read=bench.exchange.sealed_file,
        clock=bench.clock,
    )
    mission, held = package.file.mission, bench.attachments.held()
    absent = tuple(one.caption or one.name for one in package.file.attachments if one.sha256 not in held)
    return Arrived(Incoming.CAME_BACK if back else Incoming.HANDED_OVER, mission.id, mission.company.name, absent)


def _cited_by(bench: Workbench, package: Package) -> MissionFile:
    """The draft, with the photos and files of its sealed versions too."""
    files = (package.file, *(bench.exchange.sealed_file(one.document) for one in package.versions))
    return replace(package.file, attachments=tuple(one for file in files for one in file.attachments))


def _with_scans(file: MissionFile, evidence: Iterable[tuple[SignatureEvidence, int]]) -> MissionFile:
    """The mission, with the scans of its signed copies too."""
    scans = tuple(
        Attachment(one.id, one.scan, one.scan_type, size, "", one.recorded_at)
        for one, size in evidence
        if one.scan_type is not None
    )
    return replace(file, attachments=(*file.attachments, *scans))


def _check_version(bench: Workbench, file: MissionFile, sealed: SealedVersion) -> None:
    bench.library.referential(file.mission.referential)
    with bench.unit_of_work() as uow:
        check_importable(uow, file, sealed)


def _check_package(bench: Workbench, package: Package) -> None:
    bench.library.referential(package.file.mission.referential)
    with bench.unit_of_work() as uow:
        check_receivable(uow, package)


def _keep_contents(
    bench: Workbench, file: MissionFile, contents: Contents, check: Callable[[], None], context: JobContext
) -> None:
    """Look at every content and at what would be refused; only then keep them: the bytes are here before their rows."""
    for _ in _cited(file, contents()):
        context.check()
    check()
    import_contents(bench.attachments, bench.prepare_attachment, file, contents())
    context.check()


def _cited(file: MissionFile, contents: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    sizes = {one.sha256: one.size for one in file.attachments}
    for sha256, data in contents:
        if sizes.get(sha256) != len(data):
            raise InvalidData("archive.foreign")
        yield sha256
