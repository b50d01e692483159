"""Ctrl+K : everything that can be done now, found by a few letters, done by Enter; the hands stay on the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.cells import TextCell
from app.ui.presenters.palette import Command, ranked, without_doubles
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.search import SearchField
from app.ui.views.kit.table import Table, framed
from app.ui.views.kit.texts import Label

_WIDTH = 620
_ROWS_HEIGHT = 9 * 36 + 12
_WIDTHS = (370, 110, 88)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(Dialog):
    """The palette of a frame; Esc leaves it, and gives the focus back."""

    def __init__(
        self,
        commands: Sequence[Command],
        more: Callable[[str], Sequence[Command]],
        parent: QWidget,
    ) -> None:
        """Make the palette.

        Args:
            commands: What can be done now.
            more: What else the words find, as missions by their name.
            parent: The frame.
        """
        super().__init__(self.tr("Commandes"), "", "command_palette", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(min(_WIDTH, parent.window().width() - 16))
        self._room = parent.window().height()
        self._commands = without_doubles(commands)
        self._more = more
        self._shown: tuple[Command, ...] = ()
        self._chosen: Command | None = None
        self._make()
        self._find("")
        self.search.setFocus()

    def _make(self) -> None:
        self.search = SearchField(self.tr("Que faire ? Une page, un thème, une action, une mission…"), "palette_search")
        self._model = CellRowsModel([self.tr("Commande"), self.tr("Où"), self.tr("Touches")], parent=self)
        self.table = Table("palette_table", self.tr("Commandes"), row="table")
        self.table.setModel(self._model)
        self.table.set_widths(_WIDTHS)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.horizontalHeader().hide()
        self._none = Label(self.tr("Rien ne porte ce nom. Effacez quelques lettres."), "body", "text2", wrap=True)
        card = framed(self.table)
        card.setFixedHeight(min(_ROWS_HEIGHT, self._room - 150))
        for widget in (self.search, card, self._none):
            self.body.addWidget(widget)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.table.activated.connect(lambda index: self._run(index.row()))
        self.table.clicked.connect(lambda index: self._run(index.row()))
        self.finished.connect(self._do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose, Enter does; the words keep the focus."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.table.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that the search would take for itself choose or do."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        if self._shown:
            row = max(0, min(len(self._shown) - 1, self.table.currentIndex().row() + step))
            self.table.selectRow(row)
            self.table.scrollTo(self._model.index(row, 0))

    def _find(self, words: str) -> None:
        more = tuple(self._more(words)) if words.strip() else ()
        self._shown = (*ranked(self._commands, words), *more)
        self._model.set_rows(
            [
                CellRow(
                    rank, (TextCell(one.title), TextCell(one.place, tone="text2"), TextCell(one.keys, tone="text3"))
                )
                for rank, one in enumerate(self._shown)
            ]
        )
        first, last = self._model.index(0, 0), self._model.index(len(self._shown) - 1, 2)
        if self._shown:
            self._model.dataChanged.emit(first, last)
            self.table.selectRow(0)
        self._none.setVisible(not self._shown)

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._chosen = self._shown[row]
            self.accept()

    def _do(self) -> None:
        """The palette is gone: what was chosen acts where the focus was."""
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            chosen.run()
