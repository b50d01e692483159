"""Changes of a book sent back, one line each with its box: what is ticked is kept, nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.book import BookChange
from app.ui.presenters.book import BookPresenter
from app.ui.views.kit.choices import Check
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.surfaces import Scroll
from app.ui.views.kit.texts import Label

_WIDTH = 720
_LINE, _LEAST, _MOST = 64, 96, 400
_INDENT = 28


class BookSheet(Dialog):
    """The review; it closes once what was ticked is kept."""

    def __init__(self, changes: tuple[BookChange, ...], presenter: BookPresenter, parent: QWidget) -> None:
        words = self.tr(
            "Décochez ce que vous ne reprenez pas. Les états vont dans le plan ; les dates et les mots, dans vos notes privées."
        )
        super().__init__(self.tr("Reprendre le carnet du dirigeant ?"), words, "book", parent)
        self.setFixedWidth(min(_WIDTH, parent.window().width() - 48))
        self._changes, self._presenter = changes, presenter
        self.boxes: list[Check] = []
        self.list = Scroll("book_list", (4, 4, 8, 4))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(max(_LEAST, min(_MOST, _LINE * len(changes))))
        for change in changes:
            self.list.body.addWidget(self._line(change))
        self.list.body.addStretch(1)
        self.body.addWidget(self.list)
        self.add_button(self.tr("Ne rien reprendre"), "book_leave", safe=True)
        self.go = self.add_button(self.tr("Reprendre ce qui est coché"), "book_go", "primary", accepts=True)

    def accepted_changes(self) -> tuple[BookChange, ...]:
        """The changes whose box is ticked."""
        return tuple(one for one, box in zip(self._changes, self.boxes, strict=True) if box.isChecked())

    def accept(self) -> None:
        """Keep what is ticked."""
        if self._presenter.keep(self.accepted_changes()):
            super().accept()

    def _line(self, change: BookChange) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(2)
        box = Check(self._presenter.title(change), f"book_{change.action.rank}")
        said = self._presenter.sentence(change)
        box.setAccessibleDescription(said)
        box.setChecked(True)
        box.toggled.connect(self._show)
        self.boxes.append(box)
        words = Label(said, "small", "text2", wrap=True)
        words.setContentsMargins(_INDENT, 0, 0, 0)
        column.addWidget(box)
        column.addWidget(words)
        return host

    def _show(self) -> None:
        self.go.setEnabled(any(box.isChecked() for box in self.boxes))
