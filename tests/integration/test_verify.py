"""`jalon verify` on a sealed file, a feuille de route and a receipt: whole, then with a byte changed anywhere."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.bootstrap.printing import Printer
from app.commands.verify import run
from app.infra.pdf_seal import seal_pdf
from app.packs.library import PackLibrary
from app.services.branding import Branding
from app.sync.contract.archive import read_archive, write_archive
from app.sync.contract.canonical import canonical_bytes, sha256_of
from app.sync.contract.document import read_document
from app.sync.contract.receipt import ReceiptBody, key_id, sign_receipt
from app.sync.contract.unseal import unseal
from tests.support.certificates import PASSPHRASE, authority
from tests.support.sealed import tampered
from tests.support.sealed_fixtures import generations, sealed_bytes

DATA = sealed_bytes(generations()[-1], "correction")
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def receipt_of(data: bytes) -> bytes:
    document = read_document(data)
    journal = document.journal
    body = ReceiptBody(
        schema=1,
        kid=key_id(PUBLIC),
        server="essai",
        mission_id=document.mission.id,
        version=document.version.number,
        sha256=sha256_of(data),
        size=len(data),
        received_at=datetime(2022, 5, 12, tzinfo=UTC),
        answers=29,
        days=len(document.days),
        actions=len(document.actions),
        index=116,
        funding_checked=True,
        fictional=True,
        journal_events=None if journal is None else journal.events,
        journal_sha256=None if journal is None else journal.sha256,
    )
    return sign_receipt(body, KEY)


@pytest.fixture(scope="module")
def paper() -> bytes:
    found = unseal(DATA)
    return Printer(PackLibrary.shipped(), lambda: datetime(2026, 3, 1, tzinfo=UTC)).roadmap(found.file, found.sealed)


class Bench:
    """Verifies bytes put in a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.key = folder / "server.hex"
        self.key.write_text(PUBLIC.hex() + "\n")

    def __call__(self, data: bytes, *, key: bool = True, receipt: bytes | None = None) -> tuple[int, list[str]]:
        """Exit code and lines."""
        file, beside = self._folder / "file", self._folder / "receipt.json"
        file.write_bytes(data)
        if receipt is not None:
            beside.write_bytes(receipt)
        told: list[str] = []
        code = run(file, self.key if key else None, None if receipt is None else beside, told.append)
        return code, told


@pytest.fixture
def verify(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def flipped(data: bytes, at: int) -> bytes:
    """The same bytes but one."""
    return data[:at] + bytes([data[at] ^ 0x04]) + data[at + 1 :]


def test_whole_files_hold_link_by_link(verify: Bench, paper: bytes) -> None:
    for data in (DATA, write_archive(DATA), paper):
        code, told = verify(data, receipt=receipt_of(DATA))
        assert (code, told[-1]) == (0, "Tout se tient.\n"), told
        assert all(line.startswith("✓ ") for line in told[:-1])
        assert sha256_of(DATA) in "".join(told)
        assert told[-2].startswith("✓ Dépôt")
    assert verify(receipt_of(DATA))[0] == 0


@pytest.mark.parametrize("make", [lambda: DATA, lambda: receipt_of(DATA)], ids=["mission.json", "receipt"])
def test_any_byte_changed_breaks_a_link(make: Callable[[], bytes], verify: Bench) -> None:
    whole, chance = make(), random.Random(20211005)  # noqa: S311 a seeded choice of bytes
    receipt = receipt_of(DATA)
    for at in chance.sample(range(len(whole)), 40):
        code, told = verify(flipped(whole, at), receipt=None if whole == receipt else receipt)
        assert code == 1, (at, told)
        assert sum(line.endswith("premier maillon rompu.\n") for line in told) == 1
        assert told[-1].startswith("✗ ")


def test_a_byte_changed_in_an_archive_breaks_a_link_or_leaves_the_very_mission(verify: Bench) -> None:
    whole, chance = write_archive(DATA), random.Random(20211005)  # noqa: S311 a seeded choice of bytes
    broken = 0
    for at in chance.sample(range(len(whole)), 40):
        altered = flipped(whole, at)
        code, _ = verify(altered, receipt=receipt_of(DATA))
        broken += code
        if code == 0:
            assert read_archive(altered) == DATA, at
    assert broken > 35


def test_a_byte_changed_in_the_paper_is_found_and_the_page_named(verify: Bench, paper: bytes) -> None:
    for at in (len(paper) // 3, len(paper) - 40):
        code, told = verify(flipped(paper, at))
        assert (code, told[-1][0]) == (1, "✗")
    other = tampered(DATA, lambda value: value["mission"].update(summary="Autre chose."))
    found = unseal(other)
    printer = Printer(PackLibrary.shipped(), lambda: datetime(2026, 3, 1, tzinfo=UTC))
    forged = printer.roadmap(found.file, found.sealed)
    assert verify(forged)[0] == 0
    code, told = verify(forged, receipt=receipt_of(DATA))
    assert (code, told[-1][0]) == (1, "✗")


def test_the_first_broken_link_is_the_one_that_is_named(verify: Bench) -> None:
    cases = {
        "index": lambda value: value["assessments"][0].update(index=131),
        "funding": lambda value: value["scenarios"][0]["funding"].update(
            grant_cents=value["scenarios"][0]["funding"]["grant_cents"] + 1
        ),
        "services": lambda value: value["services"][0].update(half_days=1),
    }
    for name, change in cases.items():
        code, told = verify(tampered(DATA, change))
        assert code == 1
        assert name in told[-1]
    code, told = verify(DATA, receipt=receipt_of(sealed_bytes(generations()[-1], "diagnostic")))
    assert (code, told[-1][0]) == (1, "✗")


def test_a_receipt_wants_the_key_that_signed_it(verify: Bench) -> None:
    code, told = verify(receipt_of(DATA), key=False)
    assert (code, "--key" in told[-1]) == (1, True)
    verify.key.write_text(bytes(32).hex())
    assert verify(receipt_of(DATA))[0] == 1
    verify.key.write_text("pas une clé")
    assert verify(receipt_of(DATA))[0] == 1


def test_a_file_of_another_kind_is_refused_by_a_sentence(verify: Bench, tmp_path: Path) -> None:
    for data in (
        b"",
        b"\x89PNG",
        b"%PDF-1.7 nothing",
        b"PK\x03\x04",
        canonical_bytes({"schema": 1, "id": str(UUID(int=1))}),
    ):
        code, told = verify(data)
        assert (code, len(told)) == (1, 1), data
    told = []
    assert run(tmp_path / "absent", None, None, told.append) == 1
    assert "absent" in told[0]


def test_figures_of_a_document_are_refused_before_the_receipt_is_looked_at(verify: Bench) -> None:
    _, told = verify(tampered(DATA, lambda value: value["assessments"][0].update(index=1)), receipt=b"{}")
    assert "Reçu" not in "".join(told)


def test_a_seal_is_told_and_covers_pages_that_nobody_can_print_again(verify: Bench, paper: bytes) -> None:
    certificate = authority().issue(datetime.now(UTC) - timedelta(days=1))
    sealed = seal_pdf(paper, certificate, PASSPHRASE, datetime.now(UTC))
    code, told = verify(sealed)
    assert (code, told[-1]) == (0, "Tout se tient.\n"), told
    assert any(line.startswith("✓ Sceau") and "intact depuis" in line for line in told)
    assert any("octet pour octet" in line for line in told)
    found = unseal(DATA)
    marked = Printer(
        PackLibrary.shipped(),
        lambda: datetime(2026, 3, 1, tzinfo=UTC),
        lambda: Branding(legal="Cabinet d’essai, SIREN 000"),
    ).roadmap(found.file, found.sealed)
    assert verify(marked)[0] == 1
    code, told = verify(seal_pdf(marked, certificate, PASSPHRASE, datetime.now(UTC)))
    assert code == 0, told
    assert any("couvertes par le sceau" in line for line in told)
    code, told = verify(sealed + b"%% something more\n")
    assert code == 1
    assert any("ajouté après lui" in line for line in told)
    code, told = verify(flipped(sealed, paper.index(b"/Filter/FlateDecode") + 60))
    assert (code, "ne tient plus" in told[-1]) == (1, True), told


def test_a_seal_that_cannot_be_read_is_broken(verify: Bench, paper: bytes) -> None:
    certificate = authority().issue(datetime.now(UTC) - timedelta(days=1))
    sealed = seal_pdf(paper, certificate, PASSPHRASE, datetime.now(UTC))
    at = sealed.index(b"/Contents", len(paper)) + 40
    code, told = verify(sealed[:at] + b"0000" + sealed[at + 4 :])
    assert code == 1
    assert "ne tient plus" in told[-1]
