"""Landmarks of the guide's sheet under the question, on a wide screen: what to ask, what to look at, what to begin with."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.guide import GuideSheet
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.notices import IconView
from app.ui.views.kit.surfaces import Card, row
from app.ui.views.kit.texts import Label, SectionTitle


class SheetCard(Card):
    """Three short columns of a sheet.

    Signals:
        sheet_asked: The whole sheet is wanted.
    """

    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__(16)
        title = SectionTitle(self.tr("Repères de la fiche"), self.tr("Guide"))
        wide = Button(self.tr("ouvrir en grand"), "sheet_wide", "link")
        wide.clicked.connect(self.sheet_asked)
        title.add(wide)
        self.body.addWidget(title)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        self._columns: list[QVBoxLayout] = []
        heads = (
            ("message-circle-question-mark", self.tr("À demander")),
            ("eye", self.tr("Signes que c’est en place")),
            ("target", self.tr("Par où commencer")),
        )
        for icon, words in heads:
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(row(IconView(icon, "accent", 16), Label(words, "body", weight=SEMIBOLD), 0))
            inner = QVBoxLayout()
            inner.setSpacing(6)
            column.addLayout(inner)
            column.addStretch(1)
            self._columns.append(inner)
            columns.addLayout(column, 1)
        self.body.addLayout(columns)

    def show_sheet(self, sheet: GuideSheet) -> None:
        """Show a sheet."""
        for column, lines in zip(
            self._columns, (sheet.questions_on_site, sheet.signs_in_place, sheet.first_steps), strict=True
        ):
            _fill(column, lines)


def _fill(column: QVBoxLayout, lines: Sequence[str]) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for line in lines:
        column.addWidget(Label(f"–\u00a0{line}", "small", "text2", wrap=True))
