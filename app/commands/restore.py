"""`jalon restore`: makes a new profile out of its last backup, without a window; the secret is read from standard input."""

from collections.abc import Callable
from pathlib import Path

from app.bootstrap.profile import local_profile
from app.domain.errors import CodedError
from app.packs.texts import Texts
from app.services.jobs import Unattended
from app.services.rows import MissionQuery


def run(backups: Path, folder: Path | None, ask: Callable[[], str], write: Callable[[str], object]) -> int:
    """Restore; gives the exit code, 1 for a refusal told in one sentence.

    Args:
        backups: Folder or key drive where the backups are.
        folder: Folder of the new profile, or None for the user's own.
        ask: Reads the passphrase or the recovery code.
        write: Receives what is said.
    """
    try:
        profile = local_profile(folder)
        try:
            profile.claim()
            found = profile.rescue.find(backups)[0]
            profile.rescue.restore(found, ask(), Unattended())
            total = profile.read_missions(MissionQuery()).total
        finally:
            profile.close()
    except CodedError as error:
        write(f"{Texts.load().error(error)}\n")
        return 1
    write(f"Sauvegarde du {found.made_at:%d/%m/%Y} restaurée : {total} mission(s).\n")
    return 0
