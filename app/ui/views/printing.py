"""Printing of a short text on one sheet, through the system's dialog; imported when first used."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.ui.views import fonts

_MARGIN_MM = 25.0


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
