"""The feuille de route as a file: fonts, determinism, attachment, outline, boxes of words."""

import hashlib
import io
import re
import subprocess
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

from app.domain.mission import VersionKind
from app.reports.roadmap.document import roadmap_pdf
from tests.integration.roadmap_examples import (
    DOCUMENT,
    content_of,
    demo_file,
    empty_file,
    exit_file,
    left_file,
    sealed_version,
)

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return roadmap_pdf(content_of(demo_file(), sealed_version()))


def test_every_font_is_embedded_and_none_is_foreign(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "roadmap.pdf"
    file.write_bytes(pdf)
    listing = subprocess.run(["pdffonts", str(file)], check=True, capture_output=True, text=True).stdout.splitlines()[
        2:
    ]
    assert len(listing) >= 3
    for line in listing:
        name, embedded = line.split()[0], line.split()[-5]
        assert "IBMPlexSans" in name
        assert embedded == "yes"


def test_the_same_content_gives_the_same_bytes(pdf: bytes) -> None:
    again = roadmap_pdf(content_of(demo_file(), sealed_version()))
    assert hashlib.sha256(again).digest() == hashlib.sha256(pdf).digest()


def test_the_sealed_data_are_attached_byte_for_byte(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        attached = document.attachments["mission.json"]
        assert attached.get_file().read_bytes() == DOCUMENT
        assert attached.get_file().mime_type == "application/json"
        assert document.Root.AF[0].AFRelationship == pikepdf.Name.Data
        assert str(document.Root.Lang) == "fr-FR"
        assert "Mécanique Durand SAS" in str(document.docinfo.Title)
        assert document.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")


def test_a_draft_carries_no_data() -> None:
    with pikepdf.open(io.BytesIO(roadmap_pdf(content_of(demo_file())))) as document:
        assert list(document.attachments) == []
        assert "/AF" not in document.Root


def test_the_file_passes_qpdf(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sealed.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True, text=True)
    assert "No syntax or stream encoding errors found" in checked.stdout


def test_the_outline_leads_to_each_chapter(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[0] == "L’essentiel"
    assert titles[-1] == "Signature"
    assert "Le plan d’actions" in titles
    assert len(titles) == len(set(titles)) == 9


def test_the_exit_adds_a_chapter_before_the_signature() -> None:
    pdf = roadmap_pdf(content_of(exit_file(), sealed_version(VersionKind.EXIT)))
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[-2:] == ["À la sortie\u00a0: le chemin parcouru", "Signature"]
    assert len(titles) == len(set(titles)) == 10


@pytest.mark.parametrize("which", ["demo", "draft", "empty", "exit", "left"])
def test_no_word_is_written_over_another(which: str, tmp_path: Path) -> None:
    content = {
        "demo": lambda: content_of(demo_file(), sealed_version()),
        "draft": lambda: content_of(demo_file()),
        "empty": lambda: content_of(empty_file()),
        "exit": lambda: content_of(exit_file(), sealed_version()),
        "left": lambda: content_of(left_file(), sealed_version(VersionKind.EXIT)),
    }[which]()
    file = tmp_path / "roadmap.pdf"
    file.write_bytes(roadmap_pdf(content))
    boxes = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    for page in boxes.split("<page ")[1:]:
        words = [(*map(float, found[:4]), found[4]) for found in _WORD.findall(page)]
        assert [pair for pair in combinations(words, 2) if _overlap(*pair)] == []


def _overlap(one: tuple[float, float, float, float, str], two: tuple[float, float, float, float, str]) -> bool:
    """Whether two boxes, shrunk by a quarter, meet."""
    (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) = (
        _shrunk(box) for box in (one, two)
    )
    return left < other_right and other_left < right and top < other_bottom and other_top < bottom


def _shrunk(box: tuple[float, float, float, float, str]) -> tuple[float, float, float, float]:
    left, top, right, bottom, _ = box
    across, down = (right - left) * 0.125, (bottom - top) * 0.25
    return left + across, top + down, right - across, bottom - down
