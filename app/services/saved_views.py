"""Saved views of the list of missions: what is searched, kept and how it is sorted, under a name of the user's own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.services.rows import EVERYTHING, MissionOrder, MissionQuery, ShownState

ZONE = ZoneInfo("Europe/Paris")

MOST_VIEWS = 6
"""Views of the user's own: with those that are always there, one for each digit of the keyboard."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the list.

    Attributes:
        name: As the user calls it.
        query: What it asks for; its rows are always the first ones.
        this_week: Only what changed since Monday, whichever week it is looked at.
    """

    name: str
    query: MissionQuery = EVERYTHING
    this_week: bool = False

    def asked(self, today: date) -> MissionQuery:
        """What the list is asked for on a day."""
        return replace(self.query, since=monday(today)) if self.this_week else self.query


def monday(today: date) -> datetime:
    """First instant of the week of a civil day, UTC."""
    day = today - timedelta(days=today.weekday())
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


def write_views(views: Sequence[SavedView]) -> str:
    """Views as a text to be kept."""
    return json.dumps([_told(view) for view in views[:MOST_VIEWS]], ensure_ascii=False)


def read_views(text: str) -> tuple[SavedView, ...]:
    """Views as kept; a text that cannot be read, as one of a later version, gives none."""
    try:
        return tuple(_view(one) for one in json.loads(text or "[]"))
    except (ValueError, TypeError, KeyError):
        return ()


def _told(view: SavedView) -> dict[str, object]:
    query = view.query
    return {
        "name": view.name,
        "search": query.search,
        "states": sorted(query.states),
        "sectors": sorted(query.sectors),
        "schemes": sorted(query.schemes),
        "order": query.order,
        "this_week": view.this_week,
    }


def _view(told: dict[str, object]) -> SavedView:
    lists = {name: told[name] for name in ("states", "sectors", "schemes")}
    if not all(isinstance(one, list) for one in lists.values()):
        raise ValueError("saved view")
    query = MissionQuery(
        search=str(told["search"]),
        states=frozenset(ShownState(one) for one in lists["states"]),  # type: ignore[attr-defined]  # a list, checked
        sectors=frozenset(map(str, lists["sectors"])),  # type: ignore[call-overload]  # a list, checked
        schemes=frozenset(map(str, lists["schemes"])),  # type: ignore[call-overload]  # a list, checked
        order=MissionOrder(str(told["order"])),
    )
    return SavedView(str(told["name"]), query, bool(told["this_week"]))
