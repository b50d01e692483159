"""The list of missions: what is searched, what is kept, which rows are shown, where the selection was."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.errors import EnvironmentFailure
from app.services.rows import FIRST_FOUND, PAGE_ROWS, MissionPage, MissionQuery, ShownState
from app.ui.qtmodels.missions_model import MissionsModel

logger = logging.getLogger(__name__)

WAITING = frozenset({ShownState.SEALED})
"""States of the view « À déposer »."""

COUNT_AFTER_MS = 150
"""Pause after the last key before what is found is counted: the rows do not wait for it."""


Values = tuple[tuple[str, ...], tuple[str, ...]]
"""Sectors, then identifiers of schemes."""


class MissionsPresenter(QObject):
    """The list that the page shows; reading its rows takes a few milliseconds, on the main thread.

    Signals:
        listed: The rows changed; the `MissionPage` they come from.
        counted: What matches is now counted; the same page, its rows left out.
        failed: The storage could not be read; the `EnvironmentFailure`.
    """

    listed = Signal(object)
    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, read: Callable[[MissionQuery], MissionPage], today: date) -> None:
        """Make the list.

        Args:
            read: Reads a page of rows.
            today: Civil day of the user.
        """
        super().__init__()
        self._read = read
        self.today = today
        self.query = MissionQuery()
        self.page = MissionPage((), 0, 0)
        self.waiting = 0
        self.model = MissionsModel(today, self)
        self.model.more_wanted.connect(self._more)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_AFTER_MS)
        self._counting.timeout.connect(self.count_now)

    def show_page(self, page: MissionPage) -> None:
        """Show rows that were already read for the present query."""
        self.page = page
        self.waiting = self.waiting if page.waiting is None else page.waiting
        self.model.set_rows(page.rows, page.matching if page.exact else max(page.total, page.matching))
        self.listed.emit(page)

    def refresh(self) -> None:
        """Read the rows again, and count."""
        page = self._page(self.query)
        if page is not None:
            self.show_page(page)

    def search(self, words: str) -> None:
        """Keep the missions that hold every word; they are counted a moment later."""
        query = replace(self.query, search=words)
        if query == self.query:
            return
        self.query = query
        if not words:
            self.refresh()
            return
        page = self._page(replace(query, limit=FIRST_FOUND, counted=False))
        if page is None:
            return
        self.show_page(replace(page, total=self.page.total))
        if page.exact:
            self._counting.stop()
        else:
            self._counting.start()

    def stop(self) -> None:
        """The profile is about to close: nothing is read any more."""
        self._counting.stop()

    def count_now(self) -> None:
        """Count what matches, and tell."""
        self._counting.stop()
        page = self._page(replace(self.query, limit=0))
        if page is not None:
            self.page = replace(page, rows=self.page.rows)
            self.counted.emit(self.page)

    def keep(self, query: MissionQuery) -> None:
        """Ask for other filters, another order or other words."""
        if query != self.query:
            self.query = query
            self.refresh()

    def keep_states(self, states: frozenset[ShownState]) -> None:
        """Keep the missions of these states; all when empty."""
        self.keep(replace(self.query, states=states))

    def clear_filters(self) -> None:
        """Hide nothing but what the words exclude."""
        self.keep(MissionQuery(self.query.search, order=self.query.order))

    def count(self, states: frozenset[ShownState]) -> int:
        """How many missions are in these states, whatever is searched."""
        page = self._page(MissionQuery(states=states, limit=0))
        return 0 if page is None else page.matching

    def hidden_by_filters(self) -> int:
        """How many missions the words would show if nothing else hid any."""
        page = self._page(MissionQuery(self.query.search, limit=0))
        return 0 if page is None else page.matching - self.page.matching

    def values(self) -> Values:
        """Sectors and schemes that the missions have."""
        page = self._page(MissionQuery(limit=0, valued=True))
        return ((), ()) if page is None else (page.sectors, page.schemes)

    def _page(self, query: MissionQuery) -> MissionPage | None:
        try:
            return self._read(query)
        except EnvironmentFailure as failure:
            self.failed.emit(failure)
            return None

    def _more(self) -> None:
        page = self._page(replace(self.query, offset=self.model.rowCount(), limit=PAGE_ROWS, counted=False))
        if page is not None:
            self.model.add_rows(page.rows)
