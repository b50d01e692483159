"""Opens the window on a profile of this machine: what is imported here comes before the first paint, so little is."""

import os
import sys
from pathlib import Path

from app.bootstrap.profile import local_profile
from app.services.errors import EnvironmentFailure

_SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_FACTOR = "QT_SCALE_FACTOR"
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
    from app.ui.views.application import OTHER_SIZE, run

    try:
        profile = local_profile(folder)
    except EnvironmentFailure as failure:
        from app.packs.texts import Texts

        sys.stderr.write(f"{Texts.load().error(failure)}\n")
        return 1
    started_in = dict(os.environ)
    os.environ[_FACTOR] = _enlarged(started_in.get(_FACTOR, ""), profile.preferences.load().text_percent)
    try:
        code = run(profile, training=training, log=lambda: profile.keep_log(json_lines=json_log))
    finally:
        profile.close()
    if code == OTHER_SIZE:
        # Qt reads the size of its points once, as the process starts.
        os.execve(sys.executable, sys.orig_argv, started_in)  # noqa: S606 the command that started this process
    return code


def _enlarged(factor: str, percent: int) -> str:
    """The factor asked of Qt by the user's session, times the size of the text; the session's alone when it is no number."""
    try:
        return f"{float(factor or 1) * percent / 100:g}"
    except ValueError:
        return factor
