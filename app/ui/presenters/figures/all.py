"""Every figure of an open mission, by page: those of its header first, then its own."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.domain.mission import MissionFile
from app.ui.presenters.figures.company import CompanyFigures
from app.ui.presenters.figures.index import IndexFigures
from app.ui.presenters.figures.money import MoneyFigures
from app.ui.presenters.figures.words import FigureWhy, RuleWords
from app.ui.presenters.figures.work import WorkFigures
from app.ui.presenters.mission_context import MissionContext

__all__ = ["FigureWhy", "FiguresPresenter"]

ZONE = ZoneInfo("Europe/Paris")


class FiguresPresenter(QObject):
    """Gathers the explanations of a mission as it is saved; holds nothing of it."""

    def __init__(self, context: MissionContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        words = RuleWords(context.scheme, self)
        self._index = IndexFigures(words, context.referential, context.workbench.word, self)
        self._work = WorkFigures(words, self)
        self._company = CompanyFigures(words, self)
        self._money = MoneyFigures(words, self)

    def of_page(self, page: str) -> tuple[FigureWhy, ...]:
        """Figures that a page shows: its own first, then those of the header."""
        file = self._context.file
        header = (*self._index.indexes(file), *self._work.days(file))
        own = tuple(self._own(page, file))
        known = {one.key for one in own}
        return (*own, *(one for one in header if one.key not in known))

    def find(self, page: str, key: str) -> FigureWhy | None:
        """The figure of a key, or None when it is not shown any more."""
        return next((one for one in self.of_page(page) if one.key == key), None)

    def _own(self, page: str, file: MissionFile) -> Iterator[FigureWhy]:
        today = self._context.workbench.clock().astimezone(ZONE).date()
        if page == "company":
            yield from self._company.criteria(file)
        elif page == "sessions":
            yield from self._work.caps(file, today)
        elif page == "results":
            yield from self._index.indexes(file)
            yield from self._index.way(file)
            yield from self._index.levers(file)
            yield from self._index.factors(file)
        elif page == "full_diagnostic":
            yield from self._index.factors(file)
        elif page == "plan":
            yield from self._work.plan(file)
        elif page == "funding":
            yield from self._money.scenarios(file)
            yield from self._money.account(file)
        elif page in ("roadmap", "closing"):
            yield from self._money.chosen(file)
