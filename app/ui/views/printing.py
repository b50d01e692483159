"""Printing of a short text on one sheet and of a PDF, through the system's dialog; imported when first used."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.services.errors import EnvironmentFailure
from app.services.jobs import JobContext
from app.ui.pdf_pages import PageBitmap, page_count, render_pages
from app.ui.views import fonts

_MARGIN_MM = 25.0
_MOST_DOTS = 300
"""Dots per inch beyond which a page only weighs more."""


def print_text(parent: QWidget, title: str, strong: str, sentence: str) -> bool:
    """Ask for a printer and print a title, a line in large letters and a sentence.

    Returns:
        False when the user left the dialog.
    """
    printer = QPrinter()
    printer.setDocName(title)
    printer.setPageMargins(QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document = QTextDocument()
    document.setDefaultFont(fonts.font(14))
    document.setPlainText(f"{title}\n\n{strong}\n\n{sentence}\n")
    document.print_(printer)
    return True


def has_printer() -> bool:
    """Whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, title: str, chosen: Callable[[QPrinter], object]) -> QPrintDialog:
    """Ask for a printer, A4 to the edges of the sheet, without stopping the rest; `chosen` receives it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def print_pages(context: JobContext, printer: QPrinter, pdf: bytes) -> int:
    """Print a PDF at its true size, page by page; the work of a job. Returns how many pages were sent.

    Raises:
        Cancelled: The user asked; the pages already sent may come out.
        EnvironmentFailure: `printer.refused`.
    """
    printer.setFullPage(True)
    total = page_count(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentFailure("printer.refused")
    try:
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        pages = render_pages(pdf, dots_per_inch=min(printer.resolution(), _MOST_DOTS))
        for done, page in enumerate(pages):
            context.progress(done, total)
            if done:
                printer.newPage()
            painter.drawImage(sheet, image_of(page))
    finally:
        painter.end()
    return total


def image_of(page: PageBitmap) -> QImage:
    """A page as Qt draws it; it keeps the bytes of the page."""
    return QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB888).copy()
