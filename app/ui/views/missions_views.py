"""Saved views of the list: those that are always there, and the user's own, kept in his preferences."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from app.services.profile import PreferencesFile
from app.services.rows import MissionQuery, ShownState
from app.services.saved_views import MOST_VIEWS, SavedView, monday, read_views, write_views
from app.ui.presenters.missions_list import WAITING
from app.ui.views.kit.rail import RailEntry

OWN = "view:"
"""Begins the key of a view of the user's own; its rank follows."""


class SavedViews(QObject):
    """Views by key, in the order of the rail: « week », « draft », « waiting », then the user's own."""

    def __init__(self, preferences: PreferencesFile, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._today = today
        unfinished = frozenset({ShownState.DRAFT, ShownState.REOPENED})
        self._fixed = {
            "week": (SavedView(self.tr("Cette semaine"), this_week=True), "calendar-days"),
            "draft": (SavedView(self.tr("À compléter"), MissionQuery(states=unfinished)), "pencil-line"),
            "waiting": (SavedView(self.tr("À déposer"), MissionQuery(states=WAITING)), "inbox"),
        }

    def entries(self) -> list[RailEntry]:
        """Lines of the rail."""
        fixed = [RailEntry(key, view.name, icon) for key, (view, icon) in self._fixed.items()]
        own = [RailEntry(f"{OWN}{rank}", view.name, "bookmark") for rank, view in enumerate(self.own())]
        return [*fixed, *own]

    def own(self) -> tuple[SavedView, ...]:
        """The user's own."""
        return read_views(self._preferences.load().views)

    def find(self, key: str) -> SavedView | None:
        """The view of a key."""
        if key in self._fixed:
            return self._fixed[key][0]
        own, rank = self.own(), key.removeprefix(OWN)
        return own[int(rank)] if key.startswith(OWN) and rank.isdecimal() and int(rank) < len(own) else None

    def is_own(self, key: str) -> bool:
        """Whether a key is of a view of the user's own."""
        return key.startswith(OWN)

    def keep(self, name: str, query: MissionQuery) -> str:
        """Keep what is asked under a name, in place of the view of that name; gives its key, empty when there is no room."""
        this_week = query.since is not None and query.since == monday(self._today)
        asked = MissionQuery(
            query.search, query.states, sectors=query.sectors, schemes=query.schemes, order=query.order
        )
        views = [one for one in self.own() if one.name != name]
        if len(views) == MOST_VIEWS:
            return ""
        self.put((*views, SavedView(name, asked, this_week)))
        return f"{OWN}{len(views)}"

    def forget(self, key: str) -> tuple[SavedView, ...]:
        """Forget a view; gives all those that were there, to be put back."""
        before, gone = self.own(), self.find(key)
        self.put(tuple(one for one in before if one is not gone and one != gone))
        return before

    def put(self, views: tuple[SavedView, ...]) -> None:
        """Keep these views."""
        self._preferences.keep(replace(self._preferences.load(), views=write_views(views)))
