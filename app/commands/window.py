"""Opens the window on a profile of this machine: what is imported here comes before the first paint, so little is."""

import os
import sys
from pathlib import Path

from app.bootstrap.profile import local_profile
from app.services.errors import EnvironmentFailure

_SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_NO_SCREEN = "Aucun écran n’est disponible pour ouvrir la fenêtre : « jalon demo » fait le même travail sans écran.\n"


def open_window(folder: Path | None, *, json_log: bool, training: bool) -> int:
    """Show the window until it is closed; gives the exit code.

    Args:
        folder: Folder of the profile, or None for the user's own.
        json_log: Whether the log of the profile is made of JSON lines.
        training: Show the fictional company as soon as the profile is open.
    """
    if sys.platform == "linux" and not os.environ.keys() & _SCREENS:
        sys.stderr.write(_NO_SCREEN)
        return 1
    from app.ui.views.application import run

    try:
        profile = local_profile(folder)
    except EnvironmentFailure as failure:
        from app.packs.texts import Texts

        sys.stderr.write(f"{Texts.load().error(failure)}\n")
        return 1
    try:
        return run(profile, training=training, log=lambda: profile.keep_log(json_lines=json_log))
    finally:
        profile.close()
