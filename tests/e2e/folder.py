"""Folders of profiles, made and read without a window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap.profile import LocalProfile
from app.services.rows import MissionQuery, MissionRow
from app.services.workbench import Workbench

PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of throw-away profiles


def make_profile(folder: Path) -> Path:
    """Make an empty profile that the passphrase opens."""
    folder.mkdir()
    made = LocalProfile(folder, None)
    made.create(keyring=False, passphrase=PASSPHRASE)
    made.close()
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[Workbench]:
    """The workbench of a profile that no program holds, closed with the block."""
    profile = LocalProfile(folder, None)
    assert profile.claim(), "a program holds the profile"
    profile.open_by_secret(PASSPHRASE)
    try:
        yield profile.workbench()
    finally:
        profile.close()


def only_mission(bench: Workbench) -> MissionRow:
    """The one mission of a profile."""
    (row,) = bench.missions(MissionQuery()).rows
    return row
