"""Opens the window on a profile of this machine: what is imported here comes before the first paint, so little is."""

import sys
from pathlib import Path

from app.bootstrap.profile import local_profile
from app.services.errors import EnvironmentFailure


def open_window(folder: Path | None, *, json_log: bool, training: bool) -> int:
    """Show the window until it is closed; gives the exit code.

    Args:
        folder: Folder of the profile, or None for the user's own.
        json_log: Whether the log of the profile is made of JSON lines.
        training: Show the fictional company as soon as the profile is open.
    """
    from app.ui.views.application import run

    try:
        profile = local_profile(folder)
    except EnvironmentFailure as failure:
        from app.packs.texts import Texts

        sys.stderr.write(f"{Texts.load().error(failure)}\n")
        return 1
    profile.keep_log(json_lines=json_log)
    try:
        return run(profile, training=training)
    finally:
        profile.close()
