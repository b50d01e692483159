"""Where photos and files come from: the system's dialog, a drop, the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.attachments import Source
from app.ui.presenters.attachments import from_file
from app.ui.views.file_choice import name_parts


def ask_files(parent: QWidget, title: str, take: Callable[[Sequence[Source]], object]) -> None:
    """Choose files with the system's dialog; the window goes on meanwhile."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("attachments_choice")
    name_parts(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: take([from_file(Path(path)) for path in paths]))
    dialog.open()


def is_taken(data: QMimeData | None) -> bool:
    """Whether there are files or a picture in what is dropped or pasted."""
    return data is not None and (data.hasUrls() or data.hasImage())


def sources_of(data: QMimeData, pasted_name: str) -> Sequence[Source]:
    """The files, else the picture, of what is dropped or pasted."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return [from_file(path) for path in paths if path.is_file()]
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    content = bytes(buffer.data().data())
    return [Source(pasted_name, lambda: content)]
