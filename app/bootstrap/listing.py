"""The list of missions as the window asks for it, read without SQLAlchemy."""

from collections.abc import Mapping

from app.models.storage import Storage
from app.services.rows import MissionPage, MissionQuery, ShownState


def read_page(storage: Storage, query: MissionQuery) -> MissionPage:
    """One page of the list of missions."""
    rows = storage.read_missions(search=query.search, states=query.states, limit=query.limit, offset=query.offset)
    found = storage.count_missions(search=query.search)
    everything = storage.count_missions() if query.search else found
    return MissionPage(tuple(rows), _kept(found, query.states), sum(everything.values()))


def _kept(counts: Mapping[ShownState, int], states: frozenset[ShownState]) -> int:
    return sum(count for state, count in counts.items() if not states or state in states)
