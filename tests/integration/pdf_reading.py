"""Reads a document back with two other libraries, spaces made alike."""

import io
import re
import subprocess
from pathlib import Path

import pypdfium2


def squeezed(text: str) -> str:
    """A text without any space: line ends, no-break spaces and hyphens of the layout no longer matter."""
    return re.sub(r"[\s\u00a0\u202f\u00ad\ufffe\x02]+", "", text)


def pages_by_pdfium(pdf: bytes) -> list[str]:
    """Visible text of each page, by pdfium."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def pages_by_poppler(pdf: bytes, folder: Path) -> list[str]:
    """Visible text of each page, by poppler."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def both_texts(pdf: bytes, folder: Path) -> list[str]:
    """The whole text without spaces, as each library reads it."""
    return [squeezed("".join(pages)) for pages in (pages_by_pdfium(pdf), pages_by_poppler(pdf, folder))]
