"""What a provider puts on its papers: refused when it would not be read, printed where it should be, kept encrypted."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.bootstrap.branding import StoredBranding
from app.domain.errors import DomainError
from app.models.storage import open_storage
from app.packs.texts import Texts
from app.reports.branding import checked_branding, contrast_on_white, nearest_dark, read_logo
from app.reports.roadmap.document import roadmap_pdf
from app.services.branding import MAX_LOGO_BYTES, Branding
from tests.integration.pdf_reading import pages_by_pdfium
from tests.integration.roadmap_examples import content_of, demo_file, sealed_version
from tests.support.desk import KEY

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#803010"/></svg>'


def _png(mode: str = "RGB", size: tuple[int, int] = (120, 40)) -> bytes:
    output = io.BytesIO()
    Image.new(mode, size, (200, 30, 30, 128)[: len(mode)]).save(output, "PNG")
    return output.getvalue()


def _jpeg(mode: str) -> bytes:
    output = io.BytesIO()
    Image.new(mode, (40, 40)).save(output, "JPEG")
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(MAX_LOGO_BYTES * 20), "branding.logo_too_large"),
        (_jpeg("CMYK"), "branding.logo_kind"),
        (_jpeg("RGB"), "branding.logo_kind"),
        (b"MZ\x90\x00 program", "branding.logo_kind"),
        (b"", "branding.logo_kind"),
        (_png()[:60], "branding.logo_damaged"),
        (_SVG[:80], "branding.logo_damaged"),
        (_SVG.replace(b"<rect", b"<script>alert(1)</script><rect"), "branding.logo_active"),
        (_SVG.replace(b"<rect", b'<rect onload="x()"'), "branding.logo_active"),
        (_SVG.replace(b"<rect", b'<image href="http://example.org/a.png"/><rect'), "branding.logo_active"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + _SVG, "branding.logo_active"),
        (_SVG.replace(b"<rect", b"<foreignObject/><rect"), "branding.logo_active"),
    ],
)
def test_a_logo_that_cannot_be_printed_safely_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        read_logo(data)
    assert refusal.value.code == code
    assert Texts.load().error(refusal.value).endswith(".")


def test_a_large_flat_png_is_refused_by_its_points() -> None:
    with pytest.raises(DomainError) as refusal:
        read_logo(_png("L", (20_000, 1_000)))
    assert refusal.value.code == "branding.logo_too_large"


@pytest.mark.parametrize("colour", ["#ffcc00", "#8899aa", "#00aa00", "#ff0000"])
def test_a_pale_colour_is_refused_with_the_nearest_that_would_do(colour: str) -> None:
    with pytest.raises(DomainError) as refusal:
        checked_branding(Branding(colour=colour))
    assert refusal.value.code == "branding.colour_pale"
    nearest = str(refusal.value.params["nearest"])
    assert nearest == nearest_dark(colour)
    assert checked_branding(Branding(colour=nearest)).colour == nearest


@pytest.mark.parametrize("colour", ["red", "#12345", "#gggggg", "123456"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(DomainError) as refusal:
        checked_branding(Branding(colour=colour))
    assert refusal.value.code == "branding.colour_unknown"


def test_contrast_is_that_of_the_standard() -> None:
    from reportlab.lib.colors import HexColor

    assert round(contrast_on_white(HexColor("#000000")), 1) == 21.0
    assert round(contrast_on_white(HexColor("#767676")), 2) == 4.54


def _colours(page: pikepdf.Page) -> set[tuple[float, ...]]:
    steps = pikepdf.parse_content_stream(page)
    return {
        tuple(round(float(one), 2) for one in step.operands) for step in steps if str(step.operator) in {"rg", "RG"}
    }


@pytest.mark.parametrize("data", [_png("RGBA"), _SVG])
def test_logo_colour_and_lines_stand_where_they_should(data: bytes) -> None:
    plain = content_of(demo_file(), sealed_version())
    brand = Branding(read_logo(data), "#501020", "Cabinet Exemple SARL au capital de 1 000 €", "contact@exemple.test")
    pdf = roadmap_pdf(replace(plain, branding=brand))
    with pikepdf.open(io.BytesIO(pdf)) as branded, pikepdf.open(io.BytesIO(roadmap_pdf(plain))) as before:
        assert (0.31, 0.06, 0.13) in _colours(branded.pages[0]) & _colours(branded.pages[2])
        blue = (0.09, 0.25, 0.36)
        assert blue in _colours(before.pages[2])
        assert not [page for page in branded.pages if blue in _colours(page)]
        if data is not _SVG:
            assert [page for page in branded.pages if page.get_images()] == [branded.pages[0]]
            assert "/SMask" not in next(iter(branded.pages[0].get_images().values()))
    for text in pages_by_pdfium(pdf):
        assert "Cabinet Exemple SARL" in text
        assert "contact@exemple.test" in text


def test_it_is_kept_inside_the_encrypted_file(tmp_path: Path) -> None:
    storage = open_storage(tmp_path, KEY)
    desk = StoredBranding(storage)
    assert desk.load() == Branding()
    wanted = Branding(desk.read_logo(_png()), "#501020", "Société lisible nulle part", "")
    desk.keep(wanted)
    with pytest.raises(DomainError):
        desk.keep(replace(wanted, colour="#ffffff"))
    with pytest.raises(DomainError):
        desk.keep(replace(wanted, legal="x" * 161))
    storage.close()
    again = open_storage(tmp_path, KEY)
    assert StoredBranding(again).load() == wanted
    again.close()
    held = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"lisible nulle part" not in held
