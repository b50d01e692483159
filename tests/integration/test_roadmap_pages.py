"""The pages of the feuille de route as they look, and as three readers of files open them."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.integration.reference_pages import FOLDER, PAGES, document, drawn

_AWAY = 48
"""Grey levels, of 256, from which a blurred dot has changed."""

_CHANGED = 0.004
"""Share of a page that may have: a word at the most."""


def _changed(one: Image.Image, two: Image.Image) -> float:
    """Share of the dots that differ once both are blurred, so that a hair's breadth counts for nothing."""
    soft = (image.convert("L").filter(ImageFilter.GaussianBlur(1.5)) for image in (one, two))
    away = ImageChops.difference(*soft).point(lambda level: 255 if level > _AWAY else 0)
    return ImageStat.Stat(away).mean[0] / 255


@pytest.mark.parametrize("which", list(PAGES))
def test_pages_look_as_they_did(which: str) -> None:
    for name, image in drawn(which):
        with Image.open(FOLDER / f"{name}.png") as reference:
            assert image.size == reference.size, name
            moved = _changed(image, reference)
        told = (
            f"{name}: {moved:.2%} of the page has changed; look at it, then python -m tests.integration.reference_pages"
        )
        assert moved <= _CHANGED, told


def test_a_page_that_lost_a_table_is_seen() -> None:
    name, image = next(drawn("entry"))
    with Image.open(FOLDER / f"{name}.png") as reference:
        torn = image.copy()
        torn.paste(255, (40, 250, 300, 330))
        assert _changed(torn, reference) > _CHANGED


def test_the_references_stay_few_and_light() -> None:
    files = list(FOLDER.glob("*.png"))
    assert {file.stem for file in files} == {f"{which}-{chapter}" for which, kept in PAGES.items() for chapter in kept}
    assert sum(file.stat().st_size for file in files) < 300_000


@pytest.mark.parametrize("which", list(PAGES))
@pytest.mark.parametrize(
    "command", [("pdfinfo", "-struct"), ("pdftotext",), ("pdffonts",), ("pdfimages", "-list"), ("qpdf", "--check")]
)
def test_other_programs_open_it_without_a_warning(which: str, command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "roadmap.pdf"
    file.write_bytes(document(which))
    asked = [*command, str(file), *(["-"] if command == ("pdftotext",) else [])]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("which", list(PAGES))
def test_pdfium_opens_each_page_and_finds_no_form_nor_script(which: str) -> None:
    with pypdfium2.PdfDocument(document(which)) as opened:
        assert opened.get_formtype() == 0
        assert len(opened) > 8
        assert all(page.get_textpage().count_chars() > 200 for page in opened)
