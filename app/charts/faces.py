"""The shipped typeface, registered with ReportLab under the names of its files."""

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.resources import resource_path

REGULAR = "IBM Plex Sans"
SEMIBOLD = "IBM Plex Sans SmBld"
BOLD = "IBM Plex Sans Bold"
ITALIC = "IBM Plex Sans Italic"

CSS_FAMILY = "IBM Plex Sans"
"""Family that Qt and browsers know; weight and slant tell the faces apart."""

CSS_FACE = {
    REGULAR: (400, "normal"),
    SEMIBOLD: (600, "normal"),
    BOLD: (700, "normal"),
    ITALIC: (400, "italic"),
}
"""Weight and slant of each face."""

_FILES = {REGULAR: "Regular", SEMIBOLD: "SemiBold", BOLD: "Bold", ITALIC: "Italic"}


_HYPHEN, _SOFT_HYPHEN = 0x2D, 0xAD


@lru_cache(maxsize=1)
def register_faces() -> None:
    """Makes the faces known to ReportLab, once; what is not used is not embedded."""
    for name, file in _FILES.items():
        font = TTFont(name, resource_path("fonts", f"IBMPlexSans-{file}.ttf"))
        _show_soft_hyphen(font)
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=BOLD)


def _show_soft_hyphen(font: TTFont) -> None:
    """Draw the hyphen for the soft hyphen of a cut word: the files hold it as an empty glyph of no width."""
    face = font.face
    for table in (face.charToGlyph, face.charWidths):
        table[_SOFT_HYPHEN] = table[_HYPHEN]


def width_of(text: str, face: str, size: float) -> float:
    """Advance width of a text, in the unit of the size."""
    register_faces()
    return float(pdfmetrics.stringWidth(text, face, size))


def wrap(text: str, face: str, size: float, width: float) -> list[str]:
    """Lines of a text within a width; no-break spaces hold, and a word wider than the line is cut, never elided."""
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        candidate = f"{current} {word}" if current else word
        if width_of(candidate, face, size) <= width:
            current = candidate
            continue
        if current:
            lines.append(current)
        current = word
        while width_of(current, face, size) > width and len(current) > 1:
            kept = _fitting(current, face, size, width)
            lines.append(current[:kept])
            current = current[kept:]
    return [*lines, current] if current or not lines else lines


def _fitting(word: str, face: str, size: float, width: float) -> int:
    """How many characters of a word fit, at least one."""
    count = 1
    while count < len(word) and width_of(word[: count + 1], face, size) <= width:
        count += 1
    return count
