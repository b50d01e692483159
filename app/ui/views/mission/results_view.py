"""Results of the questionnaire: radar and bars by lever, and their twin tables of the same figures."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.cells import StateCell, TextCell
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.evolution import EvolutionPresenter
from app.ui.presenters.results import ResultsPresenter, ResultsShown
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.fonts import SEMIBOLD
from app.ui.views.kit.buttons import Button
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.segmented import Segmented
from app.ui.views.kit.surfaces import Card, SvgView, row
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.look import colours, look
from app.ui.views.mission.evolution_card import EvolutionCard, FactorsCard
from app.ui.views.mission.figures_dialog import WhyButton

logger = logging.getLogger(__name__)

DRAW_AFTER_MS = 60
"""Charts follow an answer or a change of size a little later, so that the answer never waits for them."""

_MIN_RADAR = 448
_NARROW = 900


class ResultsView(QWidget):
    """Radar, bars and way from entry to exit, and the switch that replaces the three drawings by their tables."""

    def __init__(self, phrase: Callable[..., str], word: Callable[[str, str], str]) -> None:
        super().__init__()
        self._presenter = ResultsPresenter(self)
        self._evolution_presenter = EvolutionPresenter(phrase, word, self)
        self._sheet: AnswerSheet | None = None
        self.switch = Segmented(
            [("charts", self.tr("Graphiques")), ("tables", self.tr("Tableau"))],
            "results_form",
            self.tr("Forme des résultats"),
        )
        self.coach = Button(self.tr("Coach de l’indice"), "results_coach", icon="step-forward")
        self.why = WhyButton("why_results")
        self._headline = Label("", "body", "text2", SEMIBOLD)
        self._ceiling = Label("", "small", "text2", wrap=True)
        self._evolution, self._factors = EvolutionCard(), FactorsCard()
        self._note = Label("", "caption", "text3", wrap=True)
        self._radar = SvgView("results_radar", self.tr("Radar des thèmes ; les mêmes chiffres sont dans le tableau"))
        self._bars = SvgView("results_bars", self.tr("Barres par levier ; les mêmes chiffres sont dans le tableau"))
        self._themes, self._theme_model = self._theme_table()
        self._levers, self._lever_model = self._lever_table()
        self._left, self._right = Pages(), Pages()
        self._draw_timer = QTimer(self)
        self._draw_timer.setSingleShot(True)
        self._draw_timer.setInterval(DRAW_AFTER_MS)
        self._draw_timer.timeout.connect(self._draw)
        self._lay_out()
        self.switch.chosen.connect(self._show_form)
        look().changed.connect(self._draw_timer.start)

    def show_sheet(self, sheet: AnswerSheet) -> None:
        """Show the figures now and the drawings shortly after."""
        self._sheet = sheet
        shown = self._presenter.shown(sheet)
        self._headline.setText(shown.headline)
        self._note.setText(shown.note)
        self._radar.setAccessibleDescription(shown.headline)
        self._fill(shown)
        evolution = self._evolution_presenter.shown(sheet)
        self._ceiling.setText(evolution.ceiling)
        self._ceiling.setVisible(bool(evolution.ceiling))
        self._evolution.fill(evolution)
        self._factors.fill(evolution)
        self._draw_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again for the new size."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        folded = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(folded)
        self._cards.setDirection(folded)
        self._draw_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw when first seen."""
        super().showEvent(event)
        self._draw_timer.start()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(14)
        words = QHBoxLayout()
        words.setSpacing(14)
        words.addWidget(Label(self.tr("Résultats"), "display"))
        words.addWidget(self._headline)
        words.addWidget(self.why)
        words.addStretch(1)
        self._head.addLayout(words, 1)
        self._head.addWidget(row(self.coach, self.switch, 0))
        column.addLayout(self._head)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        for pages, parts in ((self._left, (self._radar, self._themes)), (self._right, (self._bars, self._levers))):
            for part in parts:
                pages.add(part)
            pages.show_only(parts[0])
        radar, bars = Card(12), Card(12)
        radar.body.addWidget(SectionTitle(self.tr("Les thèmes"), self.tr("niveaux déclarés")))
        radar.body.addWidget(self._left, 1)
        bars.body.addWidget(SectionTitle(self.tr("Par levier"), self.tr("points déclarés")))
        bars.body.addWidget(self._right)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(bars)
        right.addWidget(self._evolution, 1)
        right.addStretch(0)
        self._radar.setMinimumHeight(_MIN_RADAR)
        self._cards.addWidget(radar, 3)
        self._cards.addLayout(right, 2)
        column.addLayout(self._cards, 1)
        column.addWidget(self._ceiling)
        column.addWidget(self._factors)
        column.addWidget(self._note)

    def _theme_table(self) -> tuple[Table, CellRowsModel]:
        headers = [
            self.tr("Code"),
            self.tr("Thème"),
            self.tr("Entrée"),
            self.tr("Pts"),
            self.tr("Sortie"),
            self.tr("Pts"),
            self.tr("Avis"),
        ]
        model = CellRowsModel(headers, right=(3, 5), parent=self)
        table = Table("results_themes", self.tr("Résultats par thème"), row="ledger")
        table.setModel(model)
        table.set_widths([58, 200, 68, 52, 66, 52, 56], stretch=1)
        table.setMinimumHeight(_MIN_RADAR)
        return table, model

    def _lever_table(self) -> tuple[Table, CellRowsModel]:
        headers = [self.tr("Levier"), self.tr("Entrée"), self.tr("Sortie"), self.tr("Sur")]
        model = CellRowsModel(headers, right=(1, 2, 3), parent=self)
        table = Table("results_levers", self.tr("Résultats par levier"), row="ledger")
        table.setModel(model)
        table.set_widths([120, 70, 70, 54])
        return table, model

    def _fill(self, shown: ResultsShown) -> None:
        rows = []
        for one in shown.themes:
            points = ["" if value is None else str(value) for value in (one.entry_points, one.exit_points)]
            cells = (
                TextCell(one.code, weight=600, tone="accent"),
                TextCell(one.title, wrap=True),
                StateCell(one.entry),
                TextCell(points[0], right=True),
                StateCell(one.exit),
                TextCell(points[1], right=True),
                StateCell(one.opinion) if one.opinion is not None else TextCell(""),
            )
            spoken = (one.code, one.title, one.entry_words, points[0], one.exit_words, points[1], one.opinion_words)
            rows.append(CellRow(one.code, cells, spoken=spoken))
        self._theme_model.set_rows(rows)
        for column in (4, 5):
            self._themes.setColumnHidden(column, not shown.with_exit)
        self._themes.setColumnHidden(6, all(one.opinion is None for one in shown.themes))
        self._lever_model.set_rows(
            [
                CellRow(
                    one.code,
                    (
                        TextCell(f"{one.code}  {one.title}", wrap=True),
                        TextCell(one.entry, right=True),
                        TextCell(one.exit, right=True),
                        TextCell(str(one.maximum), right=True),
                    ),
                )
                for one in shown.levers
            ]
        )
        self._levers.setColumnHidden(2, not shown.with_exit)

    def _show_form(self, key: str) -> None:
        tables = key == "tables"
        self._left.show_only(self._themes if tables else self._radar)
        self._right.show_only(self._levers if tables else self._bars)
        self._evolution.show_table(tables)
        self._draw_timer.start()

    def _draw(self) -> None:
        if self._sheet is None or not self.isVisible():
            return
        self._evolution.settle(self._evolution_presenter, self._sheet)
        self._factors.settle()
        if self._radar.isVisible():
            width, height = self._radar.width(), self._radar.height()
            self._radar.set_svg(self._presenter.radar(self._sheet, colours(), width, height))
            self._bars.set_svg(self._presenter.bars(self._sheet, colours(), self._bars.width()))
            self._bars.setFixedHeight(self._bars.sizeHint().height())
        else:
            self._themes.fit_rows()
            self._levers.hold_rows()
        logger.info("charts drawn")
