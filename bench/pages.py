"""The pages of a mission: each one made for the first time, then shown again; reading and repaint included.

`python -m bench.pages [rounds]` prints milliseconds by page, offscreen, on a real encrypted file, the fictional company
being open in a window of 1280×720. What a page leaves to a background job (the preview of the paper) is not waited for.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.answer import paint, share, timed, window_of

CHANGE_BUDGET_MS = 50.0
MADE_BUDGET_MS = 150.0
_ROUNDS = 9


def measures(folder: Path, rounds: int) -> tuple[dict[str, float], dict[str, list[float]]]:
    """Milliseconds of each page made, then of each change to it."""
    from app.ui.memory import spare_the_settled
    from app.ui.views.mission.pages import PAGES
    from tests.support.desk import desk_in

    with desk_in(folder) as desk:
        window, _page = window_of(desk, desk.open_demo())

        def show(key: str) -> None:
            window.show_page(key)
            paint()

        made = {spec.key: timed(partial(show, spec.key)) for spec in PAGES if spec.key != "questionnaire"}
        spare_the_settled()
        shown: dict[str, list[float]] = {spec.key: [] for spec in PAGES}
        for _ in range(rounds):
            for key, taken in shown.items():
                taken.append(timed(partial(show, key)))
        window.close()
    return made, shown


def main() -> int:
    """Print the figures; the status says whether the budgets are kept."""
    from app.ui.tokens import Theme
    from app.ui.views.style import apply_theme

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else _ROUNDS
    application = QApplication([])
    apply_theme(application, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        made, shown = measures(Path(name), rounds)
    print(f"{'page':20}{'made':>8}{'p50':>8}{'worst':>8}   ms, {rounds} changes each")
    for key, taken in shown.items():
        print(f"{key:20}{made.get(key, 0):8.1f}{share(taken, 50):8.1f}{max(taken):8.1f}")
    kept = (
        max(share(taken, 50) for taken in shown.values()) <= CHANGE_BUDGET_MS and max(made.values()) <= MADE_BUDGET_MS
    )
    told = "kept" if kept else "NOT KEPT"
    print(f"budgets: a change p50 <= {CHANGE_BUDGET_MS:.0f} ms, a page made <= {MADE_BUDGET_MS:.0f} ms: {told}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
