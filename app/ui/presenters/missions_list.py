"""The list of missions: what is searched, which states are kept, which rows are shown, where the selection was."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.services.errors import EnvironmentFailure
from app.services.rows import MissionPage, MissionQuery, ShownState
from app.ui.qtmodels.missions_model import MissionsModel

logger = logging.getLogger(__name__)

WAITING = frozenset({ShownState.SEALED})
"""States of the view « À déposer »."""


class MissionsPresenter(QObject):
    """The list that the page shows; reading two hundred rows takes a few milliseconds, on the main thread.

    Signals:
        listed: The rows changed; the `MissionPage` they come from.
        failed: The storage could not be read; the `EnvironmentFailure`.
    """

    listed = Signal(object)
    failed = Signal(object)

    def __init__(self, read: Callable[[MissionQuery], MissionPage], today: date) -> None:
        """Make the list.

        Args:
            read: Reads a page of rows.
            today: Civil day of the user.
        """
        super().__init__()
        self._read = read
        self.query = MissionQuery()
        self.page = MissionPage((), 0, 0)
        self.model = MissionsModel(today, self)
        self.model.more_wanted.connect(self._more)

    def show_page(self, page: MissionPage) -> None:
        """Show rows that were already read for the present query."""
        self.page = page
        self.model.set_rows(page.rows, page.matching)
        self.listed.emit(page)

    def refresh(self) -> None:
        """Read the rows again."""
        try:
            page = self._read(self.query)
        except EnvironmentFailure as failure:
            self.failed.emit(failure)
        else:
            self.show_page(page)

    def search(self, words: str) -> None:
        """Keep the missions that hold every word."""
        self._ask(replace(self.query, search=words))

    def keep_states(self, states: frozenset[ShownState]) -> None:
        """Keep the missions of these states; all when empty."""
        self._ask(replace(self.query, states=states))

    def count(self, states: frozenset[ShownState]) -> int:
        """How many missions are in these states, whatever is searched."""
        try:
            return self._read(MissionQuery(states=states, limit=0)).matching
        except EnvironmentFailure:
            logger.warning("missions could not be counted")
            return 0

    def hidden_by_states(self) -> int:
        """How many missions the words would show if no state were excluded."""
        try:
            everywhere = self._read(replace(self.query, states=frozenset(), limit=0)).matching
        except EnvironmentFailure:
            return 0
        return everywhere - self.page.matching

    def _ask(self, query: MissionQuery) -> None:
        if query != self.query:
            self.query = query
            self.refresh()

    def _more(self) -> None:
        try:
            page = self._read(replace(self.query, offset=self.model.rowCount()))
        except EnvironmentFailure as failure:
            self.failed.emit(failure)
        else:
            self.model.add_rows(page.rows)
