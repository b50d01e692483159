"""An hour of work on one mission, as fast as the machine goes: the memory must stay flat.

`python -m bench.use [minutes]` prints the resident memory each ten simulated minutes, offscreen, on a real encrypted file.
A minute is six answers with their next theme, a justification, an undo and three changes of page; every ten minutes the
mission is left, the list of missions is searched, the feuille de route is printed and the mission is opened again.
"""

import gc
import os
import resource
import sys
import tempfile
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from bench.answer import paint, press, window_of

if TYPE_CHECKING:
    from app.ui.views.mission_window import MissionWindow
    from tests.support.desk import Desk

MOST_MIB = 150.0
GROWTH_MIB = 5.0
_MINUTES = 60
_STRETCH = 10
_ANSWERS, _CHANGES = 6, 3


def resident() -> float:
    """Memory of the process, MiB, once what is free is freed."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def minute(window: "MissionWindow", rank: int) -> None:
    """What a consultant does in one minute."""
    from app.ui.views.mission.pages import PAGES
    from app.ui.views.mission.questionnaire_page import QuestionnairePage

    window.show_page("questionnaire")
    page = window.page()
    if not isinstance(page, QuestionnairePage):
        raise TypeError(type(page))
    page.presenter.go(rank * _ANSWERS % 29)
    for turn in range(_ANSWERS):
        press(rank + turn)
        page.presenter.settle()
        paint()
    window.undo()
    for spec in islice(cycle(PAGES), rank * _CHANGES, (rank + 1) * _CHANGES):
        window.show_page(spec.key)
        paint()


def around(desk: "Desk") -> None:
    """The list searched."""
    from app.bootstrap.listing import read_page
    from app.ui.presenters.missions_list import MissionsPresenter
    from app.ui.views.missions_page import MissionsPage

    presenter = MissionsPresenter(partial(read_page, desk.storage), date(2022, 3, 15))
    page = MissionsPage(presenter, training=False)
    page.show()
    presenter.refresh()
    for letter in "exemple":
        page.search.insert(letter)
        paint()
    put_away(page)


def put_away(page: QWidget) -> None:
    """What closing it does in the program, whose event loop deletes what it was asked to."""
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def printed(window: "MissionWindow") -> None:
    """The feuille de route, made and drawn on its page."""
    from app.ui.views.mission.roadmap_view import RoadmapView

    window.show_page("roadmap")
    page = window.page()
    if not isinstance(page, RoadmapView):
        raise TypeError(type(page))
    waiting = QEventLoop()
    page.presenter.paged.connect(lambda shown, total: waiting.quit() if shown == total else None)
    page.presenter.failed.connect(waiting.quit)
    page.presenter.make()
    waiting.exec()


def hour(folder: Path, minutes: int) -> list[float]:
    """Memory after the first stretch, then after each one."""
    from tests.support.desk import desk_in

    levels = []
    with desk_in(folder) as desk:
        mission = desk.open_demo()
        for stretch in range(minutes // _STRETCH):
            window, _page = window_of(desk, mission)
            for rank in range(stretch * _STRETCH, (stretch + 1) * _STRETCH):
                minute(window, rank)
            printed(window)
            put_away(window)
            around(desk)
            paint()
            levels.append(resident())
            print(f"  minute {(stretch + 1) * _STRETCH:3}   {levels[-1]:6.1f} MiB")
    return levels


def main() -> int:
    """Print the figures; the status says whether the budgets are kept."""
    from app.ui.tokens import Theme
    from app.ui.views.style import apply_theme

    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else _MINUTES
    application = QApplication([])
    apply_theme(application, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        levels = hour(Path(name), minutes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    growth = levels[-1] - levels[len(levels) // 2]
    kept = max(levels) <= MOST_MIB and growth <= GROWTH_MIB
    print(f"peak {peak:.1f} MiB; second half {growth:+.1f} MiB")
    print(
        f"budgets: at most {MOST_MIB:.0f} MiB, second half at most +{GROWTH_MIB:.0f}: {'kept' if kept else 'NOT KEPT'}"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
