"""`jalon verify FILE`: checks a sealed file, a feuille de route or a receipt, and names the first link that is broken."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.pdf_seal import find_seal
from app.bootstrap.printing import Printer
from app.commands.verify_receipt import ReceiptFile
from app.domain.errors import CodedError, InvalidData
from app.packs.library import PackLibrary
from app.packs.texts import Texts
from app.services.pdf_seal import SealFound
from app.sync.contract.archive import read_archive, read_attachments, read_evidences
from app.sync.contract.canonical import sha256_of
from app.sync.contract.document import SealedDocument, read_document
from app.sync.contract.recomputed import differing_figures
from app.sync.contract.unseal import unseal

MAX_FILE_BYTES = 1024 * 1024 * 1024
"""Size above which a file is not even read."""

Said = tuple[str, dict[str, object]]
"""Code of a sentence, and its parameters."""


class _Broken(InvalidData):
    """A link does not hold; what is after it proves nothing."""


def run(file: Path, key: Path | None, receipt: Path | None, write: Callable[[str], object]) -> int:
    """Check a file, link by link; gives the exit code, 0 when every link holds and 1 from the first that does not.

    Args:
        file: A `.jalon`, a `mission.json`, a feuille de route or a receipt.
        key: File of the server's public key, 64 hexadecimal digits; wanted by a receipt alone.
        receipt: Receipt that must be that of `file`, or None.
        write: Where the sentences go.
    """
    texts = Texts.load()
    try:
        for code, params in _links(_read(file), key, receipt):
            write(f"✓ {texts.sentence(code, params)}\n")
    except CodedError as broken:
        write(f"✗ {texts.sentence('verify.broken', {'why': texts.error(broken)})}\n")
        return 1
    write(f"{texts.sentence('verify.whole')}\n")
    return 0


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InvalidData("verify.unknown")
        return path.read_bytes()
    except OSError:
        raise InvalidData("verify.unreadable", name=path.name) from None


def _links(data: bytes, key: Path | None, receipt: Path | None) -> Iterator[Said]:
    """Each link that holds, in the order in which they rest on one another."""
    if ReceiptFile.looks_like(data):
        yield from ReceiptFile(data, _key(key)).links()
        return
    if data.startswith(b"PK"):
        document = read_archive(data)
        evidence = read_evidences(data)
        scans = {one.scan for one, _ in evidence}
        attached = [sha256 for sha256, _ in read_attachments(data)]
        yield "verify.archive", {"count": len(attached)}
        yield from _document_links(document)
        cited = {one.sha256 for one in read_document(document).attachments}
        yield from _manifest_links(
            read_document(document), [one for one in attached if one in cited or one not in scans]
        )
        if evidence:
            yield "verify.evidence", {"count": len(evidence)}
    elif data.startswith(b"%PDF"):
        document = _attached(data)
        yield from _document_links(document)
        seal = _unbroken_seal(data)
        if seal is not None:
            yield "verify.seal" if seal.whole else "verify.seal_followed", {"signer": seal.signer}
        yield _paper_link(data, document, sealed=seal is not None and seal.whole)
    else:
        document = data
        yield from _document_links(document)
    if receipt is not None:
        yield from ReceiptFile(_read(receipt), _key(key)).links(document)


def _key(path: Path | None) -> bytes:
    if path is None:
        raise InvalidData("verify.key_missing")
    try:
        return bytes.fromhex(_read(path).decode("ascii").strip())
    except ValueError:
        raise InvalidData("verify.key_unreadable") from None


def _document_links(data: bytes) -> Iterator[Said]:
    document = read_document(data)
    version = document.version
    said = {"reference": document.mission.reference, "version": version.number, "schema": document.schema_}
    yield "verify.data", {**said, "sha256": sha256_of(data)}
    scheme = None
    try:
        scheme = PackLibrary.shipped().scheme(unseal(data).file.mission.scheme)
    except InvalidData:
        yield "verify.figures_partly", {"scheme": document.scheme.title}
    different = next(differing_figures(document, scheme), None)
    if different is not None:
        raise _Broken("verify.figure", path=different)
    if scheme is not None:
        yield "verify.figures", {}
    if version.replaces:
        yield "verify.replaces", {"version": version.number - 1, "sha256": version.replaces}
    if document.journal is not None:
        yield "verify.journal", {"events": document.journal.events, "sha256": document.journal.sha256}


def _manifest_links(document: SealedDocument, attached: list[str]) -> Iterator[Said]:
    """What the archive carries is in the manifest; what it does not carry is told."""
    wanted = {part.sha256 for part in document.attachments}
    if set(attached) - wanted:
        raise _Broken("verify.attachment_unknown", sha256=sorted(set(attached) - wanted)[0])
    absent = len(wanted - set(attached))
    if absent:
        yield "verify.attachments_absent", {"count": absent}


def _attached(pdf: bytes) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            found = file.attachments.get("mission.json")
            return b"" if found is None else found.get_file().read_bytes()
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise InvalidData("verify.pdf_damaged") from None


def _unbroken_seal(pdf: bytes) -> SealFound | None:
    """The seal of a provider's certificate, when there is one."""
    seal = find_seal(pdf)
    if seal is not None and not seal.intact:
        raise _Broken("verify.seal_broken", signer=seal.signer)
    return seal


def _paper_link(pdf: bytes, document: bytes, *, sealed: bool) -> Said:
    """The paper is exactly what its own data print here, or else what a seal covers to its last byte.

    Photos, the provider's own marks and a pack that is not here leave pages that nobody can print again from the data alone.
    """
    found = unseal(document)
    printer = Printer(PackLibrary.shipped(), lambda: datetime.now(UTC))
    try:
        ours = printer.roadmap(found.file, found.sealed)
    except InvalidData:
        ours = b""
    if ours and (ours == pdf or (sealed and pdf.startswith(ours))):
        return "verify.paper", {"count": len(_pages(ours))}
    if sealed:
        return "verify.paper_sealed", {"count": len(_pages(pdf))}
    raise _difference(ours, pdf)


def _difference(ours: bytes, pdf: bytes) -> _Broken:
    """Where a paper is not what its data print."""
    if not ours:
        return _Broken("verify.paper_pack")
    mine, theirs = _pages(ours), _pages(pdf)
    for number, (page, other) in enumerate(zip(mine, theirs, strict=False), start=1):
        if page != other:
            return _Broken("verify.paper_page", page=number)
    if len(mine) != len(theirs):
        return _Broken("verify.paper_pages", count=len(theirs), expected=len(mine))
    return _Broken("verify.paper_bytes")


def _pages(pdf: bytes) -> list[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    except pypdfium2.PdfiumError:
        raise InvalidData("verify.pdf_damaged") from None
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError:
        raise InvalidData("verify.pdf_damaged") from None
    finally:
        document.close()
