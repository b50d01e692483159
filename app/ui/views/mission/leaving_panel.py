"""What leaves the laptop with a deposit, and what stays on it, counted in the sealed document itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.presenters.closing_shown import Leaving, LeavingLine
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.discard import discard
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.surfaces import Hairline, Scroll
from app.ui.views.kit.texts import Label


class LeavingList(QWidget):
    """Two lists: what leaves, what stays."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: Leaving | None = None
        self._gone = False
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_leaving(self, leaving: Leaving | None, *, gone: bool = False) -> None:
        """Show the counts; None while the document cannot be written yet; `gone` once it is deposited."""
        if self._content is not None and (leaving, gone) == (self._shown, self._gone):
            return
        self._shown, self._gone = leaving, gone
        if self._content is not None:
            self._column.removeWidget(self._content)
            discard(self._content)
        self._content = self._nothing() if leaving is None else self._lists(leaving)
        self._column.addWidget(self._content)
        self._content.show()

    def _nothing(self) -> QWidget:
        return Label(
            self.tr("Le compte s’affiche ici dès que la mission peut être scellée."), "small", "text2", wrap=True
        )

    def _lists(self, leaving: Leaving) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = self.tr("Ce qui a quitté l’ordinateur") if self._gone else self.tr("Ce qui quittera l’ordinateur")
        column.addWidget(Label(title, "body", weight=SEMIBOLD))
        words = self.tr("Un seul fichier, {0}.") if self._gone else self.tr("Un seul fichier, {0}, à votre demande.")
        words = words.format(leaving.size)
        column.addWidget(Label(words, "caption", "text2", wrap=True))
        self._fill(column, leaving.leaves, "text")
        column.addSpacing(6)
        column.addWidget(Hairline())
        column.addSpacing(6)
        column.addWidget(Label(self.tr("Ce qui reste ici"), "body", weight=SEMIBOLD))
        self._fill(column, leaving.stays, "text2")
        spoken = [self.tr("{0} : {1}").format(one.words, one.count) for one in (*leaving.leaves, *leaving.stays)]
        host.setAccessibleName(", ".join(spoken))
        return host

    def _fill(self, column: QVBoxLayout, lines: Sequence[LeavingLine], tone: str) -> None:
        for one in lines:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(IconView(one.icon, "text2", 16))
            line.addWidget(Label(one.words, "small", tone, wrap=True), 1)
            line.addWidget(Label(one.count, "small", "text2", SEMIBOLD))
            column.addLayout(line)


class LeavingPanel(Scroll):
    """The same lists in the side panel."""

    def __init__(self, name: str) -> None:
        super().__init__(name, (0, 0, 0, 0))
        self.list = LeavingList(f"{name}_list")
        self.body.addWidget(self.list)
        self.body.addStretch(1)
