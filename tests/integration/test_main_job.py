"""The whole main job without a window: `jalon demo` against a real server process, read back with other libraries."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.commands import demo
from app.packs.demo_company import shipped_demo
from app.packs.demo_exit import shipped_second_act
from app.packs.demo_photos import DEMO_PHOTOS
from app.packs.library import PackLibrary


@pytest.fixture(scope="module")
def produced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    said: list[str] = []
    assert demo.run(out, said.append) == 0, "".join(said)
    assert "même reçu (oui)" in "".join(said).replace("\u202f", " ").replace("\u00a0", " ")
    return out


@pytest.fixture(scope="module")
def document(produced: Path) -> bytes:
    with zipfile.ZipFile(produced / "mission.jalon") as archive:
        return archive.read("mission.json")


@pytest.fixture(scope="module")
def mission(document: bytes) -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(document)
    return read


@pytest.fixture(scope="module")
def visible(produced: Path) -> str:
    with pypdfium2.PdfDocument(produced / "feuille-de-route.pdf") as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return plain(" ".join(pages))


def plain(text: str) -> str:
    """The text with every space, line end and soft hyphenation made one, as an eye reads it."""
    for hyphen in ("\u00ad\r\n", "\ufffe\r\n", "\ufffe", "\u00ad"):
        text = text.replace(hyphen, "")
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """The text without any space, so that a line end inside a cell hides nothing."""
    return "".join(plain(text).split())


def test_the_same_bytes_in_the_pdf_the_archive_and_the_receipt(produced: Path, document: bytes) -> None:
    with pikepdf.open(produced / "feuille-de-route.pdf") as pdf:
        attached = pdf.attachments["mission.json"].get_file().read_bytes()
    assert attached == document
    body = json.loads((produced / "receipt.json").read_bytes())["body"]
    assert body["sha256"] == hashlib.sha256(document).hexdigest()
    assert (body["size"], body["index"], body["fictional"]) == (len(document), 132, True)


def test_the_receipt_verifies_with_the_public_key_alone(produced: Path) -> None:
    receipt = json.loads((produced / "receipt.json").read_bytes())
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex((produced / "server-public-key.hex").read_text()))
    signature = base64.b64decode(receipt["signature"])
    key.verify(signature, rfc8785.dumps(receipt["body"]))
    with pytest.raises(InvalidSignature):
        key.verify(signature, rfc8785.dumps({**receipt["body"], "index": 133}))


def test_nothing_private_is_sealed_or_printed(document: bytes, visible: str) -> None:
    assert "Note privée" not in document.decode().replace("\u00a0", " ")
    assert "Note privée" not in visible


def test_the_paper_shows_company_index_and_every_answer(visible: str, mission: Mapping[str, Any]) -> None:
    assert mission["company"]["name"] in visible
    assert "132" in visible
    referential = PackLibrary.shipped().referential("jalon-default-1")
    text = squeezed(visible)
    for answer in mission["assessments"][0]["answers"]:
        theme = referential.theme(answer["theme"])
        label = next(spec.label for spec in referential.levels if spec.level == answer["level"])
        assert squeezed(theme.title) in text
        assert squeezed(label) in text
        assert squeezed(answer["justification"]) in text


def test_the_paper_shows_every_action_day_and_funding_line(visible: str, mission: Mapping[str, Any]) -> None:
    text = squeezed(visible)
    for action in shipped_demo().actions:
        assert squeezed(action.title) in text
        assert squeezed(action.step.indicator) in text
    for day in mission["days"]:
        assert squeezed(day["purpose"]) in text
    chosen = next(scenario for scenario in mission["scenarios"] if scenario["chosen"])
    for line in chosen["funding"]["lines"]:
        euros = f"{line['amount_cents'] // 100:,}".replace(",", "")
        assert squeezed(euros) in text
    assert "FICTIF" in visible


def test_every_page_says_that_it_is_fictional(produced: Path) -> None:
    with pypdfium2.PdfDocument(produced / "feuille-de-route.pdf") as pdf:
        total = len(pdf)
        for number, page in enumerate(pdf, start=1):
            text = page.get_textpage().get_text_bounded()
            assert "FICTIF" in text
            assert f"{number} sur {total}" in plain(text)


def test_the_archive_is_the_same_bytes_each_time(produced: Path, document: bytes) -> None:
    from app.sync.contract.archive import read_archive, read_attachments, write_archive

    data = (produced / "mission.jalon").read_bytes()
    contents = dict(read_attachments(data))
    assert write_archive(document, contents.values()) == data
    assert read_archive(data) == document
    assert zipfile.is_zipfile(io.BytesIO(data))


@pytest.mark.parametrize(
    ("archive", "receipt"), [("mission.jalon", "receipt.json"), ("mission-2.jalon", "receipt-2.json")]
)
def test_the_six_photos_are_sealed_deposited_and_held_by_the_region(produced: Path, archive: str, receipt: str) -> None:
    from app.sync.contract.archive import read_attachments

    sent = dict(read_attachments((produced / archive).read_bytes()))
    with zipfile.ZipFile(produced / archive) as opened:
        sealed = json.loads(opened.read("mission.json"))["attachments"]
    assert [photo["caption"] for photo in sealed] == [photo.caption for photo in DEMO_PHOTOS]
    assert {photo["sha256"]: photo["size"] for photo in sealed} == {key: len(data) for key, data in sent.items()}
    assert len(sent) == 6
    body = json.loads((produced / receipt).read_bytes())["body"]
    assert (body["attachments"], body["actions"], body["scenarios"]) == (sorted(sent), 14, 3)
    with zipfile.ZipFile(produced / "recu-par-la-region.zip") as held:
        files = json.loads(held.read("manifest.json"))["attachments"]
        assert {one["sha256"]: held.read(one["file"]) for one in files} == sent
    assert all(hashlib.sha256(data).hexdigest() == key for key, data in sent.items())


@pytest.mark.parametrize("paper", ["feuille-de-route.pdf", "feuille-de-route-sortie.pdf"])
def test_the_photos_are_printed_with_their_captions_and_their_place_in_the_plan(produced: Path, paper: str) -> None:
    with pypdfium2.PdfDocument(produced / paper) as pdf:
        pages = [plain(page.get_textpage().get_text_bounded()) for page in pdf]
    (page,) = [page for page in pages if "6 photos, dans l’ordre de la mission" in page]
    assert all(squeezed(photo.caption) in squeezed(page) for photo in DEMO_PHOTOS)
    assert "L2.2 · Robotique et cobotique · plan : action 6" in page
    with pikepdf.open(produced / paper) as document:
        (printed,) = [found.get_images() for found in document.pages if found.get_images()]
    assert len(printed) == 6


@pytest.fixture(scope="module")
def left(produced: Path) -> bytes:
    """The sealed document of the exit."""
    with zipfile.ZipFile(produced / "mission-2.jalon") as archive:
        return archive.read("mission.json")


def test_the_exit_is_the_same_bytes_everywhere_and_names_what_it_replaces(
    produced: Path, document: bytes, left: bytes
) -> None:
    with pikepdf.open(produced / "feuille-de-route-sortie.pdf") as pdf:
        assert pdf.attachments["mission.json"].get_file().read_bytes() == left
    receipt = json.loads((produced / "receipt-2.json").read_bytes())
    body = receipt["body"]
    assert (body["version"], body["sha256"], body["size"]) == (2, hashlib.sha256(left).hexdigest(), len(left))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex((produced / "server-public-key.hex").read_text()))
    key.verify(base64.b64decode(receipt["signature"]), rfc8785.dumps(body))
    sealed = json.loads(left)
    version = sealed["version"]
    assert (version["number"], version["kind"]) == (2, "exit")
    assert version["replaces"] == hashlib.sha256(document).hexdigest()
    assert sealed["mission"]["reference"] == json.loads(document)["mission"]["reference"]


def test_the_exit_document_holds_both_questionnaires_opinions_days_and_invoices(
    mission: Mapping[str, Any], left: bytes
) -> None:
    sealed = json.loads(left)
    entry, last = sealed["assessments"]
    assert entry == mission["assessments"][0]
    assert (last["kind"], last["day"][:7], last["index"]) == ("exit", "2022-11", 180)
    assert sum(1 for answer in last["answers"] if answer.get("opinion")) == 12
    assert len(sealed["days"]) == len(mission["days"]) + 50
    assert sum(expense["amount_cents"] for expense in sealed["expenses"]) == 3_600_000
    assert "Note privée" not in left.decode().replace("\u00a0", " ")


def test_the_paper_of_the_exit_shows_its_page_and_the_hash_it_replaces(produced: Path, document: bytes) -> None:
    with pypdfium2.PdfDocument(produced / "feuille-de-route-sortie.pdf") as pdf:
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]
    (page,) = [page for page in pages if squeezed("À la sortie : le chemin parcouru") in page]
    assert squeezed("L’indice passe de 132 à 180 points : +44 points de transformation") in page
    assert squeezed("En cours. Restauration essayée sur une machine") in page
    assert hashlib.sha256(document).hexdigest() in pages[-1]
    for answer in shipped_second_act(shipped_demo()).assessment.answers.values():
        assert squeezed(answer.justification) in "".join(pages)


@pytest.mark.parametrize("ending", ["", "-sortie"])
def test_every_other_paper_is_left_at_entry_and_at_exit(produced: Path, ending: str) -> None:
    for name in ("page-banquier", "page-region", "page-personnel", "presence", "de-minimis", "dossier-de-demande"):
        with pypdfium2.PdfDocument(produced / f"{name}{ending}.pdf") as pdf:
            text = plain(" ".join(page.get_textpage().get_text_bounded() for page in pdf))
        assert "FICTIF" in text, name
        assert "Mécanique Durand SAS" in text, name
    assert zipfile.is_zipfile(produced / f"tableur{ending}.xlsx")
    assert b"BEGIN:VEVENT" in (produced / f"calendrier{ending}.ics").read_bytes()
    book = (produced / f"carnet{ending}.html").read_text("utf-8")
    with zipfile.ZipFile(produced / ("mission-2.jalon" if ending else "mission.jalon")) as archive:
        actions = json.loads(archive.read("mission.json"))["actions"]
    assert book.count("<fieldset") == len([one for one in actions if one["state"] != "dropped"])
    assert "http" not in book.replace("http-equiv", "")
