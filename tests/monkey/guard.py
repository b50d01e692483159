"""Keeps the monkey in its cage: no file dialog, no printer, no other program, no network, no way out of the window."""

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from app.ui.views.main_window import MainWindow


class Door(QObject):
    """Keeps the window of the program open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.is_open = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would close the window."""
        return event.type() == QEvent.Type.Close and not self.is_open


@contextmanager
def caged(folder: Path, random: Random) -> Iterator[Counter[str]]:
    """Answer every dialog of files with a file of a folder, or leave it; gives how often each way out was tried.

    Args:
        folder: Where files are read and written.
        random: Says which of the files is chosen, and how often a dialog is left.
    """
    tried: Counter[str] = Counter()
    offered = _files(folder)

    def choose(dialog: QFileDialog) -> None:
        tried["file dialog"] += 1
        if random.random() < 0.3:
            dialog.reject()
            return
        mode = dialog.fileMode()
        if mode is QFileDialog.FileMode.Directory:
            dialog.fileSelected.emit(str(folder))
        elif dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave:
            dialog.fileSelected.emit(str(folder / f"written-{tried['file dialog'] % 20}"))
        else:
            chosen = str(random.choice(offered))
            dialog.fileSelected.emit(chosen)
            dialog.filesSelected.emit([chosen])
        dialog.deleteLater()

    def leave(dialog: QDialog) -> int:
        tried["print dialog"] += 1
        dialog.deleteLater()
        return int(QDialog.DialogCode.Rejected)

    def stay(*_arguments: object) -> bool:
        tried["other program"] += 1
        return True

    def refuse(*_arguments: object, **_named: object) -> None:
        tried["network"] += 1
        raise OSError("no network in the cage")

    with ExitStack() as stack:
        for target, name, replacement in (
            (QFileDialog, "open", choose),
            (QFileDialog, "exec", choose),
            (QPrintDialog, "open", leave),
            (QPrintDialog, "exec", leave),
            (QDesktopServices, "openUrl", stay),
            (MainWindow, "begin_again", stay),
            (socket, "getaddrinfo", refuse),
        ):
            stack.enter_context(patch.object(target, name, replacement))
        yield tried


def _files(folder: Path) -> list[Path]:
    """Files that a tired user could choose: a picture, one that is none, nothing, a text, one that is not there."""
    from tests.support.photos import a_picture, written

    content = {
        "photo.jpg": written(a_picture(640, 480, "#446688")),
        "programme.jpg": b"MZ\x90\x00" + bytes(4_096),
        "vide.jalon": b"",
        "texte.json": b'{"format": 1}',
        "coupe.pdf": b"%PDF-1.7\n",
    }
    for name, data in content.items():
        (folder / name).write_bytes(data)
    return [*(folder / name for name in content), folder / "absent.jalon"]


def let_out(door: Door) -> None:
    """Open the door for the end of the run, and put away what stands in front of the window."""
    door.is_open = True
    for _rank in range(20):
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup is None:
            return
        popup.close()
