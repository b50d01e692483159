"""The list of 100 000 missions in its page: opened, searched key by key, filtered; reading, model and repaint included.

`python -m bench.missions [missions]` prints p50 and worst in milliseconds, offscreen, on a real encrypted file, beside a floor
of the same run: the repaint alone of the same page. « counted » is the count that comes after a pause, never with a key.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.services.rows import ShownState
from bench.answer import paint, share, timed

MISSIONS = 100_000
OPEN_BUDGET_MS = 60.0
KEY_BUDGET_MS = 10.0
_TIMES = 7
_SEARCHES = ("aluminium nimes", "exemple 4321", "mazamet", "tis com", "OC-22-9876", "zzz")
_SIZE = (1060, 720)


def measures(folder: Path, count: int) -> dict[str, list[float]]:
    """Milliseconds of each gesture."""
    from app.bootstrap.listing import read_page
    from app.models.storage import open_storage
    from app.ui.memory import spare_the_settled
    from app.ui.presenters.missions_list import MissionsPresenter
    from app.ui.views.missions_page import MissionsPage
    from tests.support.desk import KEY, desk_in
    from tests.support.many_missions import write_missions

    with desk_in(folder) as desk:
        write_missions(desk.workbench, count)
    storage = open_storage(folder, KEY)
    presenter = MissionsPresenter(partial(read_page, storage), date(2022, 3, 15))
    page = MissionsPage(presenter, training=False)
    page.resize(*_SIZE)
    page.show()
    presenter.refresh()
    paint()
    spare_the_settled()
    measured: dict[str, list[float]] = {
        "floor: repaint alone": [],
        "opened": [],
        "each key": [],
        "counted": [],
        "filtered": [],
    }

    def note(what: str, act: Callable[[], object]) -> None:
        def whole() -> None:
            act()
            paint()

        measured[what].append(timed(whole))

    for _ in range(_TIMES):
        note("floor: repaint alone", page.table.viewport().update)
        note("opened", presenter.refresh)
        for words in _SEARCHES:
            page.search.clear()
            paint()
            for letter in words:
                note("each key", partial(page.search.insert, letter))
            note("counted", presenter.count_now)
        page.search.clear()
        note("filtered", partial(presenter.keep_states, frozenset({ShownState.SEALED})))
        presenter.clear_filters()
        paint()
    storage.close()
    return measured


def main() -> int:
    """Print the figures; the status says whether the budgets are kept."""
    from app.ui.tokens import Theme
    from app.ui.views.style import apply_theme

    count = int(sys.argv[1]) if len(sys.argv) > 1 else MISSIONS
    application = QApplication([])
    apply_theme(application, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        measured = measures(Path(name), count)
    print(f"{count} missions{'':14}{'p50':>8}{'p95':>8}{'worst':>8}   ms")
    for what, taken in measured.items():
        print(f"{what:28}{share(taken, 50):8.2f}{share(taken, 95):8.2f}{max(taken):8.2f}   {len(taken)} measures")
    opened, key = share(measured["opened"], 50), share(measured["each key"], 50)
    kept = opened <= OPEN_BUDGET_MS and key <= KEY_BUDGET_MS
    told = "kept" if kept else "NOT KEPT"
    print(f"budgets: opened p50 <= {OPEN_BUDGET_MS:.0f} ms, each key p50 <= {KEY_BUDGET_MS:.0f} ms: {told}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
