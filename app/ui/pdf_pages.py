"""Pages of a PDF as bitmaps, for the screen and for the printer; pdfium is loaded at first use, in a job."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

POINTS_PER_INCH = 72
_QUICKLY = 1


@dataclass(frozen=True, slots=True)
class PageBitmap:
    """One page.

    Attributes:
        width: In pixels.
        height: In pixels.
        stride: Bytes of one line.
        packed: `data`, compressed: a page is mostly white, and a document may have many.
        text: Words of the page, in order, for a screen reader.
    """

    width: int
    height: int
    stride: int
    packed: bytes
    text: str

    @property
    def data(self) -> bytes:
        """Lines of red, green, blue, a byte each."""
        return zlib.decompress(self.packed)


def page_count(pdf: bytes) -> int:
    """Pages of a PDF."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        return len(document)


def render_pages(
    pdf: bytes, *, width: int = 0, dots_per_inch: int = 0, places: Sequence[int] | None = None
) -> Iterator[PageBitmap]:
    """Pages of a PDF in turn.

    Args:
        pdf: The document.
        width: Pixels of the width of a page; or else
        dots_per_inch: Dots per inch of paper.
        places: Pages wanted, from 0; all of them when None.
    """
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        for place in range(len(document)) if places is None else places:
            page = document[place]
            scale = width / page.get_width() if width else dots_per_inch / POINTS_PER_INCH
            bitmap = page.render(scale=scale, rev_byteorder=True)
            words = page.get_textpage()
            text = words.get_text_bounded()
            words.close()
            yield PageBitmap(bitmap.width, bitmap.height, bitmap.stride, zlib.compress(bitmap.buffer, _QUICKLY), text)
            bitmap.close()
            page.close()
