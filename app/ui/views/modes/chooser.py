"""« Répondre autrement » : the other ways of answering, each with its key and one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.chips import KeyCap
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.texts import Label

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Way:
    """One way of answering.

    Attributes:
        key: Its key on the page and in the dialog, one letter.
        name: objectName of its button.
        title: What it is, as a verb.
        told: What it does, in one sentence.
        icon: Icon.
        run: Does it, once the dialog is gone.
        refused: Why it cannot be done now, or empty.
    """

    key: str
    name: str
    title: str
    told: str
    icon: str
    run: Callable[[], object]
    refused: str = ""


class WaysDialog(Dialog):
    """The ways, one under the other; a letter chooses too."""

    def __init__(self, ways: Sequence[Way], parent: QWidget) -> None:
        super().__init__(self.tr("Répondre autrement"), "", "ways", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._ways = {way.key: way for way in ways}
        self._chosen: Way | None = None
        for way in ways:
            self.body.addLayout(self._line(way))
        self.add_button(self.tr("Fermer"), "ways_close", safe=True)
        self.finished.connect(self._do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letter of a way chooses it."""
        way = self._ways.get(event.text().upper())
        if way is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._choose(way)
        else:
            super().keyPressEvent(event)

    def _line(self, way: Way) -> QHBoxLayout:
        button = Button(way.title, way.name, icon=way.icon)
        button.setEnabled(not way.refused)
        button.setFixedWidth(230)
        button.setFixedHeight(max(48, button.sizeHint().height()))
        button.setAccessibleDescription(way.refused or way.told)
        button.clicked.connect(lambda: self._choose(way))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(way.refused or way.told, "small", "text2", SEMIBOLD if way.refused else None, wrap=True))
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(button)
        line.addLayout(words, 1)
        line.addWidget(KeyCap(way.key), 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _choose(self, way: Way) -> None:
        if not way.refused:
            self._chosen = way
            self.accept()

    def _do(self) -> None:
        """The dialog is gone: what was chosen acts where the focus was."""
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            chosen.run()
