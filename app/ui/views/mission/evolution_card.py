"""Cards of the results: from entry to exit as a drawing or as its table, and the points by factor."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.cells import TextCell
from app.ui.presenters.answer_sheet import AnswerSheet
from app.ui.presenters.evolution import EvolutionPresenter, EvolutionShown
from app.ui.qtmodels.cell_rows import CellRow, CellRowsModel
from app.ui.views.kit.chips import Chip
from app.ui.views.kit.pages import Pages
from app.ui.views.kit.surfaces import Card, SvgView
from app.ui.views.kit.table import Table
from app.ui.views.kit.texts import Label, SectionTitle
from app.ui.views.look import colours

_LEAST_CHART = (320, 196)


class EvolutionCard(Card):
    """« De l’entrée à la sortie »: the drawing, its table, or the sentence that says what is awaited."""

    def __init__(self) -> None:
        super().__init__(12)
        self.setObjectName("results_evolution")
        self._figures = Chip("", "accent")
        self._title = SectionTitle(self.tr("De l’entrée à la sortie"))
        self._title.add(self._figures)
        self._waiting = Label("", "small", "text2", wrap=True)
        self._chart = SvgView(
            "results_waterfall",
            self.tr("Chemin de l’entrée à la sortie ; les mêmes chiffres sont dans le tableau"),
            QSize(*_LEAST_CHART),
        )
        self._chart.setMinimumHeight(_LEAST_CHART[1])
        self._table, self._model = _step_table(self)
        self._forms = Pages()
        for form in (self._waiting, self._chart, self._table):
            self._forms.add(form)
        self._as_table = False
        self.body.addWidget(self._title)
        self.body.addWidget(self._forms, 1)

    def fill(self, shown: EvolutionShown) -> None:
        """Show these figures."""
        self._waiting.setText(shown.waiting)
        self._figures.set_chip(shown.figures, "accent")
        self._figures.setVisible(bool(shown.figures))
        self._chart.setAccessibleDescription(shown.spoken)
        rows = []
        for rank, step in enumerate(shown.steps):
            weight = 600 if step.whole else 400
            cells = (
                TextCell(step.title, weight=weight, wrap=True),
                TextCell(step.points, right=True),
                TextCell(step.total, weight=weight, right=True),
            )
            rows.append(CellRow(rank, cells))
        self._model.set_rows(rows)
        self._show_form()

    def show_table(self, table: bool) -> None:
        """Show the table in place of the drawing, or the drawing again."""
        self._as_table = table
        self._show_form()

    def settle(self, presenter: EvolutionPresenter, sheet: AnswerSheet) -> None:
        """Draw, or size the table, for the present width and colours."""
        self._table.hold_rows()
        if not self._chart.isVisible():
            return
        drawing = presenter.drawing(sheet, colours(), self._chart.width(), self._chart.height())
        if drawing is not None:
            self._chart.set_svg(drawing)

    def _show_form(self) -> None:
        waiting = bool(self._waiting.text())
        self._forms.show_only(self._waiting if waiting else self._table if self._as_table else self._chart)
        vertical = QSizePolicy.Policy.Maximum if waiting or self._as_table else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)


class FactorsCard(Card):
    """Points of the themes by factor of the systemic approach, as a table."""

    def __init__(self) -> None:
        super().__init__(12)
        self.setObjectName("results_factors_card")
        self._table, self._model = _factor_table(self)
        self.body.addWidget(SectionTitle(self.tr("Par facteur"), self.tr("points déclarés")))
        self.body.addWidget(self._table)
        note = self.tr("Un thème relève parfois de plusieurs facteurs : ces points ne s’additionnent pas.")
        self.body.addWidget(Label(note, "caption", "text3", wrap=True))

    def fill(self, shown: EvolutionShown) -> None:
        """Show these figures; nothing before the entry is complete."""
        self.setVisible(bool(shown.factors))
        rows = []
        for factor in shown.factors:
            words = (factor.themes, factor.entry, factor.exit, factor.moved, factor.maximum)
            cells = (TextCell(factor.title, wrap=True), *(TextCell(word, right=True) for word in words))
            rows.append(CellRow(factor.title, cells))
        self._model.set_rows(rows)
        left = any(factor.exit for factor in shown.factors)
        for column in (3, 4):
            self._table.setColumnHidden(column, not left)
        self._table.hold_rows()

    def settle(self) -> None:
        """Size the table for the present width."""
        self._table.hold_rows()


def _step_table(owner: QWidget) -> tuple[Table, CellRowsModel]:
    headers = [
        QCoreApplication.translate("EvolutionCard", "Étape"),
        QCoreApplication.translate("EvolutionCard", "Écart"),
        QCoreApplication.translate("EvolutionCard", "Points"),
    ]
    model = CellRowsModel(headers, right=(1, 2), parent=owner)
    table = Table(
        "results_steps",
        QCoreApplication.translate("EvolutionCard", "De l’entrée à la sortie, étape par étape"),
        row="ledger",
    )
    table.setModel(model)
    table.set_widths([200, 70, 76])
    return table, model


def _factor_table(owner: QWidget) -> tuple[Table, CellRowsModel]:
    headers = [
        QCoreApplication.translate("EvolutionCard", "Facteur"),
        QCoreApplication.translate("EvolutionCard", "Thèmes"),
        QCoreApplication.translate("EvolutionCard", "Entrée"),
        QCoreApplication.translate("EvolutionCard", "Sortie"),
        QCoreApplication.translate("EvolutionCard", "Écart"),
        QCoreApplication.translate("EvolutionCard", "Sur"),
    ]
    model = CellRowsModel(headers, right=(1, 2, 3, 4, 5), parent=owner)
    table = Table("results_factors", QCoreApplication.translate("EvolutionCard", "Points par facteur"), row="ledger")
    table.setModel(model)
    table.set_widths([220, 84, 80, 80, 150, 66])
    return table, model
