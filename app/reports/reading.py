"""A feuille de route read back: whether its pages print the fingerprint of the data that it carries."""

import io

from app.domain.errors import InvalidData


def prints(pdf: bytes, sha256: str) -> bool:
    """Whether a PDF prints a fingerprint, spaces between its groups left out.

    Raises:
        InvalidData: `verify.pdf_damaged`.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    except pypdfium2.PdfiumError:
        raise InvalidData("verify.pdf_damaged") from None
    try:
        texts = ("".join(page.get_textpage().get_text_bounded().split()) for page in reversed(list(document)))
        return any(sha256 in text for text in texts)
    except pypdfium2.PdfiumError:
        raise InvalidData("verify.pdf_damaged") from None
    finally:
        document.close()
