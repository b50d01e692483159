"""Reads and checks what a provider puts on its papers, so that black and white copies stay readable and nothing runs."""

import io
import re
from functools import lru_cache

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader

from app.domain.errors import DomainError
from app.services.branding import MAX_LINE, MAX_LOGO_BYTES, Branding, Logo

LEAST_CONTRAST = 7.0
"""Contrast of a brand colour on white; source: WCAG 2.2, 1.4.6."""

DARKEST_GREY = 90
"""Highest grey, 0 to 255, that a photocopy of the colour may give."""

PNG, SVG = "image/png", "image/svg+xml"
_MOST_PIXELS = 16_000_000
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_ACTIVE = re.compile(rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_ALLOWED = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
        "defs",
        "clipPath",
        "linearGradient",
        "stop",
        "metadata",
    ]
)


def checked_branding(branding: Branding) -> Branding:
    """A branding that may be printed. Raises the refusals of `BrandingDesk.keep`."""
    for name, line in (("legal", branding.legal), ("contact", branding.contact)):
        if len(line) > MAX_LINE:
            raise DomainError("branding.line_too_long", line=name, most=MAX_LINE)
    if branding.colour:
        _check_colour(branding.colour)
    return branding


def _check_colour(text: str) -> None:
    if not _HEX.fullmatch(text):
        raise DomainError("branding.colour_unknown", colour=text)
    if not _dark_enough(HexColor(text)):
        raise DomainError("branding.colour_pale", colour=text, nearest=nearest_dark(text))


def nearest_dark(text: str) -> str:
    """The same hue, as little darker as it takes to be read on white and copied in black."""
    colour = HexColor(text)
    for percent in range(99, -1, -1):
        darker = Color(*(part * percent / 100 for part in (colour.red, colour.green, colour.blue)))
        found = f"#{darker.hexval()[2:]}"
        if _dark_enough(HexColor(found)):
            return found
    return "#000000"


def _dark_enough(colour: Color) -> bool:
    return contrast_on_white(colour) >= LEAST_CONTRAST and _grey(colour) <= DARKEST_GREY


def contrast_on_white(colour: Color) -> float:
    """Contrast ratio on white, 1 to 21; source: WCAG 2.2, definition of relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 of the formula

    light = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    return float(1.05 / (light + 0.05))


def _grey(colour: Color) -> float:
    return float(255 * (0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue))


def read_logo(data: bytes) -> Logo:
    """A logo from the bytes of a file. Raises the refusals of `BrandingDesk.read_logo`."""
    if len(data) > MAX_LOGO_BYTES:
        raise DomainError("branding.logo_too_large", megabytes=MAX_LOGO_BYTES // 1024 // 1024)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Logo(_plain_png(data), PNG)
    if b"<svg" in data[:4096]:
        _check_svg(data)
        return Logo(data, SVG)
    raise DomainError("branding.logo_kind")


def _plain_png(data: bytes) -> bytes:
    """The image on white, without metadata."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise DomainError("branding.logo_too_large", megabytes=MAX_LOGO_BYTES // 1024 // 1024)
            shown = image.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise DomainError("branding.logo_damaged") from None
    ground = Image.new("RGBA", shown.size, "white")
    output = io.BytesIO()
    Image.alpha_composite(ground, shown).convert("RGB").save(output, "PNG")
    return output.getvalue()


def _check_svg(data: bytes) -> None:
    from xml.etree import ElementTree

    if _ACTIVE.search(data):
        raise DomainError("branding.logo_active")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 declarations of entities are refused above
    except ElementTree.ParseError:
        raise DomainError("branding.logo_damaged") from None
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        called = any(key.rpartition("}")[2] == "href" or key.lower().startswith("on") for key in element.attrib)
        if name not in _ALLOWED or called or "url(http" in str(element.attrib):
            raise DomainError("branding.logo_active")
    if _drawing(data) is None:
        raise DomainError("branding.logo_damaged")


@lru_cache(maxsize=4)
def _drawing(data: bytes) -> Drawing | None:
    from svglib.svglib import svg2rlg

    found = svg2rlg(io.BytesIO(data))
    return found if found is not None and found.width > 0 and found.height > 0 else None


def paint_logo(canvas: object, logo: Logo, at: tuple[float, float], box: tuple[float, float]) -> float:
    """Paints a logo inside a box from its lower left corner, its proportions kept; returns the width that it takes."""
    if logo.media_type == SVG:
        drawing = _drawing(logo.data)
        if drawing is None:
            return 0.0
        scale = min(box[0] / drawing.width, box[1] / drawing.height)
        return _paint_drawing(canvas, drawing, at, scale)
    image = ImageReader(io.BytesIO(logo.data))
    width, height = image.getSize()
    scale = min(box[0] / width, box[1] / height)
    canvas.drawImage(image, *at, width * scale, height * scale)  # type: ignore[attr-defined]
    return float(width * scale)


def _paint_drawing(canvas: object, drawing: Drawing, at: tuple[float, float], scale: float) -> float:
    from reportlab.graphics import renderPDF

    canvas.saveState()  # type: ignore[attr-defined]
    canvas.translate(*at)  # type: ignore[attr-defined]
    canvas.scale(scale, scale)  # type: ignore[attr-defined]
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.restoreState()  # type: ignore[attr-defined]
    return float(drawing.width * scale)
