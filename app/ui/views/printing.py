"""Printing of a short text on one sheet and of a PDF, through the system's dialog; imported when first used."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRectF, Qt
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


def ask_printer(parent: QWidget, title: str, pages: int, chosen: Callable[[QPrinter], object]) -> QPrintDialog:
    """Ask for a printer and for pages, without stopping the rest; `chosen` receives it.

    A4 to the edges of the sheet and both sides along the long edge are proposed; the dialog may say otherwise.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def chosen_pages(printer: QPrinter, total: int) -> list[int]:
    """Pages that were asked for, from 0, in order; all of them when none was named.

    Args:
        printer: As the dialog left it.
        total: Pages of the document.
    """
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(total))
    ranges = printer.pageRanges()
    if ranges.isEmpty():
        first, last = printer.fromPage() or 1, printer.toPage() or total
        return list(range(max(first, 1) - 1, min(last, total)))
    return [place - 1 for place in range(1, total + 1) if ranges.contains(place)]


def print_pages(context: JobContext, printer: QPrinter, pdf: bytes) -> int:
    """Print the pages chosen at their true size, two on each A3 sheet; the work of a job. Returns how many pages were sent.

    Raises:
        Cancelled: The user asked; the pages already sent may come out.
        EnvironmentFailure: `printer.refused`.
    """
    two_up = printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A3
    if two_up:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)
    places = chosen_pages(printer, page_count(pdf))
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentFailure("printer.refused")
    try:
        areas = _areas(printer.paperRect(QPrinter.Unit.DevicePixel), 2 if two_up else 1)
        pages = render_pages(pdf, dots_per_inch=min(printer.resolution(), _MOST_DOTS), places=places)
        for done, page in enumerate(pages):
            context.progress(done, len(places))
            if done and not done % len(areas):
                printer.newPage()
            painter.drawImage(areas[done % len(areas)], image_of(page))
    finally:
        painter.end()
    return len(places)


def _areas(sheet: QRectF, count: int) -> list[QRectF]:
    """Where each page goes on a sheet, from the left."""
    width = sheet.width() / count
    return [QRectF(sheet.left() + rank * width, sheet.top(), width, sheet.height()) for rank in range(count)]


def image_of(page: PageBitmap) -> QImage:
    """A page as Qt draws it; it keeps the bytes of the page."""
    return QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_RGB888).copy()
