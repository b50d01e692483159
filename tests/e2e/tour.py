"""Every page of the fictional company, one picture each, in the colours and at the size asked for.

`python -m tests.e2e.tour FOLDER` (or `make screenshots OUT=folder`) takes them in light, in dark and at 200 %.
"""

import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from app.infra.preferences import JsonPreferences
from app.services.profile import ThemeChoice
from tests.e2e.folder import make_profile
from tests.e2e.journey import PAGES
from tests.e2e.program import HOME, Program, program_on, unlock
from tests.e2e.screen import open_screen

DRAWN = {"results": "charts drawn", "roadmap": "roadmap drawn"}
"""What the log says once a page that draws later is complete."""

TRAINING_HOME = tuple(key for key in HOME if key != "training")
"""Lines of the rail beside the list of the training profile."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of the window, size of the screen in pixels, pixels for one px of the design."""

    name: str
    theme: ThemeChoice
    size: str = "1280x720"
    scale: int = 1


LOOKS = (
    Look("clair", ThemeChoice.LIGHT),
    Look("sombre", ThemeChoice.DARK),
    Look("clair-200", ThemeChoice.LIGHT, "2560x1440", 2),
)


def tour(look: Look, folder: Path, pictures: Path) -> list[str]:
    """Take the pictures; gives the lines of the log that no user expects.

    Args:
        look: How the window must look.
        folder: Where the profile is made; it does not exist yet.
        pictures: Where the pictures go.
    """
    make_profile(folder)
    kept = JsonPreferences(folder)
    kept.keep(replace(kept.load(), theme=look.theme))
    with (
        open_screen(pictures, layout="fr", size=look.size, scale=look.scale) as screen,
        program_on(screen, folder, ["--training"]) as program,
    ):
        unlock(program)
        program.until_said("training filled")
        screen.picture("0-missions")
        _mission(program)
        _beside(program)
        assert program.close() == 0
        return program.noise()


def _mission(program: Program) -> None:
    screen = program.screen
    screen.keyboard.press("Return")
    program.until_page("company")
    for rank, key in enumerate(PAGES, start=1):
        if rank > 1:
            screen.keyboard.page(rank)
            program.until_page(key)
        if key in DRAWN:
            program.until_said(DRAWN[key])
        screen.picture(f"{rank}-{key}")


def _beside(program: Program) -> None:
    """Back to the list, then what stands beside it."""
    screen = program.screen
    shown = program.said("page shown: all")
    screen.keyboard.press("Escape", times=2)  # out of the sentence that a warning wants, then out of the mission
    program.until_page("all", shown + 1)
    for key in TRAINING_HOME[2:]:
        screen.keyboard.page(TRAINING_HOME.index(key) + 1)
        program.until_page(key)
        screen.picture(f"9-{key}")


def main() -> None:
    """Take every picture, under the folder named on the command line."""
    out = Path(sys.argv[1])
    for look in LOOKS:
        with tempfile.TemporaryDirectory() as folder:
            tour(look, Path(folder) / "profile", out / look.name)


if __name__ == "__main__":
    main()
