"""The system's dialog that chooses a file to read; it never blocks the window behind it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> None:
    """Ask for one existing file.

    Args:
        parent: Window that the dialog belongs to.
        title: What the file is for.
        kinds: Filter, as « Missions Jalon (*.jalon) ».
        then: Receives the file; not called when the user leaves.
    """
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setObjectName("file_choice")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    name_parts(dialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def name_parts(dialog: QFileDialog) -> None:
    """Say in French the two labels that Qt's own translation leaves in English."""
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileChoice", "Dossier")),
        (QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileChoice", "Type de fichier")),
    ):
        dialog.setLabelText(label, words)
