"""Asks where to write a file, through the system's dialog, without stopping the rest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.views.file_choice import name_parts


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a new file.

    Args:
        parent: Widget of the window that asks.
        title: Of the dialog.
        name: Name proposed, with its suffix.
        kinds: Filter in Qt's form, as « PDF (*.pdf) ».
        chosen: Receives the path, unless the user leaves.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, str(Path(folder) / name), kinds)
    name_parts(dialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
