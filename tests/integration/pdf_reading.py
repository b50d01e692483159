"""Reads a document back with two other libraries, spaces made alike."""

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
from pypdfium2 import raw


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


def elements_told(pdf: bytes) -> list[str]:
    """Text that each element of the structure paints, whole however many lines, columns and pages it runs over."""
    painted = _painted(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        pages = {page.obj.objgen: rank for rank, page in enumerate(file.pages)}
        waiting = [file.Root.StructTreeRoot.K[0]]
        told: list[str] = []
        while waiting:
            element = waiting.pop()
            own = pages.get(element.Pg.objgen) if "/Pg" in element else None
            text = ""
            for kid in element.K:
                if isinstance(kid, int):
                    text += painted.get((own, kid), "")
                elif "/MCID" in kid:
                    text += painted.get((pages[kid.Pg.objgen], int(kid.MCID)), "")
            told.append(text)
            waiting += reversed([kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])
    return [text for text in told if text]


def _painted(pdf: bytes) -> dict[tuple[int | None, int], str]:
    """Text of each mark, by page and number, in the order in which it is painted."""
    painted: dict[tuple[int | None, int], str] = {}
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        for rank, page in enumerate(document):
            textpage = page.get_textpage()
            for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
                mark = raw.FPDFPageObj_GetMarkedContentID(found.raw)
                if mark >= 0:
                    size = raw.FPDFTextObj_GetText(found.raw, textpage.raw, None, 0)
                    buffer = (raw.FPDF_WCHAR * (size // 2))()
                    raw.FPDFTextObj_GetText(found.raw, textpage.raw, buffer, size)
                    text = bytes(buffer).decode("utf-16-le").rstrip("\0")
                    painted[rank, mark] = painted.get((rank, mark), "") + text
    return painted
