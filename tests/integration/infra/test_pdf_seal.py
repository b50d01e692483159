"""Seal of a PDF by a certificate: valid for two other readers, altered by one byte, refused with a reason."""

import io
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from app.bootstrap.printing import Printer
from app.domain.errors import DomainError, InvalidData
from app.domain.mission import VersionKind
from app.infra.pdf_seal import FIELD, find_seal, read_certificate, seal_pdf
from app.packs.library import PackLibrary
from app.reports.roadmap.document import roadmap_pdf
from app.services.incoming import Incoming, take_file
from app.sync.contract.unseal import unseal
from tests.integration.roadmap_examples import content_of, demo_file, sealed_version
from tests.support.certificates import PASSPHRASE, Authority, authority
from tests.support.desk import desk_in
from tests.support.profile import Unwatched
from tests.support.sealed_fixtures import generations, sealed_bytes

NOW = datetime.now(UTC)
YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture(scope="module")
def vouching() -> Authority:
    return authority()


@pytest.fixture(scope="module")
def certificate(vouching: Authority) -> bytes:
    return vouching.issue(YESTERDAY)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return roadmap_pdf(content_of(demo_file(), sealed_version(VersionKind.DIAGNOSTIC)))


@pytest.fixture(scope="module")
def sealed(pdf: bytes, certificate: bytes) -> bytes:
    return seal_pdf(pdf, certificate, PASSPHRASE, NOW)


def test_the_seal_is_added_and_nothing_before_it_changes(pdf: bytes, sealed: bytes) -> None:
    assert sealed.startswith(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as before, pikepdf.open(io.BytesIO(sealed)) as after:
        attached = [one.attachments["mission.json"].get_file().read_bytes() for one in (before, after)]
        assert attached[0] == attached[1]
        assert len(before.pages) == len(after.pages)


def test_it_is_valid_for_pyhanko_under_its_authority_and_for_pdfsig(
    sealed: bytes, vouching: Authority, tmp_path: Path
) -> None:
    (found,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    root = Certificate.load(vouching.certificate.public_bytes(Encoding.DER))
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[root], allow_fetching=False))
    assert found.field_name == FIELD
    assert found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert status.bottom_line
    path = tmp_path / "scelle.pdf"
    path.write_bytes(sealed)
    said = subprocess.run(["pdfsig", "-nocert", path.name], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature is Valid." in said.stdout
    assert "Total document signed" in said.stdout


def test_one_flipped_byte_is_reported(pdf: bytes, sealed: bytes, tmp_path: Path) -> None:
    genuine = find_seal(sealed)
    assert genuine is not None
    assert (genuine.intact, genuine.whole) == (True, True)
    altered = bytearray(sealed)
    altered[pdf.index(b"stream\n") + 40] ^= 1
    found = find_seal(bytes(altered))
    assert found is not None
    assert not found.intact
    path = tmp_path / "altere.pdf"
    path.write_bytes(altered)
    said = subprocess.run(["pdfsig", "-nocert", path.name], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature is Valid." not in said.stdout
    assert find_seal(pdf) is None


def test_a_certificate_that_cannot_seal_is_refused_in_a_sentence(
    vouching: Authority, certificate: bytes, tmp_path: Path
) -> None:
    cases = {
        "certificate.passphrase": (certificate, "une autre"),
        "certificate.foreign": (b"%PDF-1.7 rien de tel", PASSPHRASE),
        "certificate.expired": (vouching.issue(NOW - timedelta(days=30), 29), PASSPHRASE),
        "certificate.too_early": (vouching.issue(NOW + timedelta(days=2)), PASSPHRASE),
    }
    unsuitable = [vouching.issue(YESTERDAY, sign=False), vouching.issue(YESTERDAY, authority=True)]
    with desk_in(tmp_path, lambda: NOW) as desk:
        sealer = desk.workbench.pdf_sealer
        told = [(code, *case) for code, case in cases.items()]
        for code, data, passphrase in [*told, *(("certificate.unsuitable", one, PASSPHRASE) for one in unsuitable)]:
            with pytest.raises(DomainError) as refused:
                sealer.choose(data, passphrase)
            assert refused.value.code == code
            assert desk.workbench.sentence(refused.value).endswith(".")
        assert sealer.certificate() is None
        with pytest.raises(DomainError) as refused:
            sealer.seal(b"", PASSPHRASE)
        assert refused.value.code == "certificate.absent"


def test_the_passphrase_is_kept_nowhere(certificate: bytes, pdf: bytes, tmp_path: Path) -> None:
    with desk_in(tmp_path, lambda: NOW) as desk:
        sealer = desk.workbench.pdf_sealer
        facts = sealer.choose(certificate, PASSPHRASE)
        assert sealer.certificate() == facts == read_certificate(certificate, PASSPHRASE, NOW)
        assert PASSPHRASE.encode() not in (desk.storage.secret("certificate") or b"")
        with pytest.raises(DomainError):
            sealer.seal(pdf, "")
        assert find_seal(sealer.seal(pdf, PASSPHRASE)) is not None
        sealer.forget()
        assert sealer.certificate() is None


def test_a_sealed_paper_that_comes_in_says_who_sealed_it_and_an_altered_one_stays_out(
    certificate: bytes, tmp_path: Path
) -> None:
    found = unseal(sealed_bytes(generations()[-1], "correction"))
    paper = Printer(PackLibrary.shipped(), lambda: NOW).roadmap(found.file, found.sealed)
    sealed = seal_pdf(paper, certificate, PASSPHRASE, NOW)
    altered = bytearray(sealed)
    altered[sealed.index(b"/Contents", len(paper)) + 60] ^= 1
    with desk_in(tmp_path, lambda: NOW) as desk:
        with pytest.raises(InvalidData) as refused:
            take_file(desk.workbench, bytes(altered), Unwatched())
        assert refused.value.code == "verify.seal_broken"
        assert desk.workbench.sentence(refused.value).endswith(".")
        arrived = take_file(desk.workbench, sealed, Unwatched())
        assert arrived.kind is Incoming.MISSION
        assert "Cabinet" in arrived.sealed_by
        assert take_file(desk.workbench, paper, Unwatched()).sealed_by == ""
