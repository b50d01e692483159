"""Marks that the pages of the field work put on their line of the rail."""

from app.domain.i2df import Progress
from app.ui.views.kit.rail import Mark


def progress_mark(progress: Progress) -> Mark:
    """« 18/29 », a check once complete."""
    if progress.index is not None:
        return Mark.check()
    return Mark.words(f"{progress.answered}/{progress.total}")
