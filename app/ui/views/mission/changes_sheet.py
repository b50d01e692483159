"""Two versions of a mission compared: each changed field with its value before and after; nothing can be merged here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.presenters.version_changes import ChangeShown, ChangesShown
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.dialog import Dialog
from app.ui.views.kit.surfaces import Hairline, Scroll
from app.ui.views.kit.texts import Label

_WIDTH = 920
_MARGIN = 48
_HEADING = 190
"""Height in px of what stands above and under the list."""


class ChangesSheet(Dialog):
    """The comparison, over the window; the arrows and Page keys scroll it, Esc closes it."""

    def __init__(self, title: str, heads: tuple[str, str], changes: tuple[ChangesShown, ...], parent: QWidget) -> None:
        """Make the sheet.

        Args:
            title: What is compared.
            heads: Names of the two versions, the former first.
            changes: What changed.
            parent: The page it belongs to.
        """
        count = sum(len(group.changes) for group in changes)
        words = self.tr("Un champ a changé.") if count == 1 else self.tr("{0} champs ont changé.").format(count)
        super().__init__(title, words if count else self.tr("Aucun champ n’a changé."), "changes", parent)
        window = parent.window()
        self.setFixedWidth(min(_WIDTH, window.width() - _MARGIN))
        self.list = Scroll("changes_list", (0, 0, 8, 4))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(max(120, min(520, window.height() - _HEADING)))
        self.list.setVisible(bool(changes))
        for group in changes:
            self.list.body.addWidget(Label(group.title, "body", weight=SEMIBOLD))
            self.list.body.addWidget(self._grid(heads, group))
            self.list.body.addWidget(Hairline())
        self.list.body.addStretch(1)
        self.body.addWidget(self.list)
        self.add_button(self.tr("Fermer"), "changes_close", safe=True)

    def _grid(self, heads: tuple[str, str], group: ChangesShown) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, stretch in enumerate((4, 5, 5)):
            grid.setColumnStretch(column, stretch)
        for column, head in enumerate(heads, start=1):
            grid.addWidget(Label(head, "caption", "text2"), 0, column)
        for line, change in enumerate(group.changes, start=1):
            self._add(grid, line, heads, change)
        return host

    def _add(self, grid: QGridLayout, line: int, heads: tuple[str, str], change: ChangeShown) -> None:
        named = change.label if not change.subject else f"{change.label}\n{change.subject}"
        cells = (
            Label(named, "small", wrap=True),
            Label(change.before, "small", "text2", wrap=True),
            Label(change.after, "small", wrap=True),
        )
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(cell, line, column)
        spoken = self.tr("{0}. {1} : {2}. {3} : {4}")
        cells[0].setAccessibleName(spoken.format(named, heads[0], change.before, heads[1], change.after))
