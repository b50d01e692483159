"""The list of missions as the window asks for it, read without SQLAlchemy."""

from app.models.storage import Storage
from app.services.rows import COUNTED, MissionPage, MissionQuery, ShownState


def read_page(storage: Storage, query: MissionQuery) -> MissionPage:
    """One page of the list of missions; what is not counted is said to be at least what is shown."""
    if query.valued:
        sectors, schemes = storage.listed_values()
        return MissionPage((), 0, 0, exact=False, sectors=sectors, schemes=schemes)
    rows = tuple(storage.read_missions(query)) if query.limit else ()
    shown = query.offset + len(rows)
    if not query.counted:
        exact = len(rows) < query.limit
        return MissionPage(rows, shown if exact else shown + 1, shown, exact)
    by_state = storage.count_missions()
    total, waiting = sum(by_state.values()), by_state[ShownState.SEALED]
    if not (query.search or query.sectors or query.schemes or query.since):
        kept = sum(count for state, count in by_state.items() if not query.states or state in query.states)
        return MissionPage(rows, kept, total, waiting=waiting)
    found = storage.count_matching(query, COUNTED + 1)
    return MissionPage(rows, min(found, COUNTED), total, found <= COUNTED, waiting)
