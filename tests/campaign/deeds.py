"""What else the program under test does until it is ended: seals, an upgrade, backups, a restoration."""

import hashlib
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, count, repeat
from pathlib import Path

from app.bootstrap.backups import OWN_PLACE, LocalBackups, backups_in
from app.bootstrap.rescue import STAGED, finish_restoration, stage
from app.domain.mission import MissionState, VersionKind
from app.infra.preferences import JsonPreferences
from app.infra.slots import SLOTS_NAME
from app.models.attachment_file import ATTACHMENTS_NAME
from app.models.backup import read_whole
from app.models.schema import HEAD, schema_version
from app.models.storage import DATABASE_NAME, Storage, open_storage
from app.models.upgrade import SCRIPTS  # imported before the fork: the run is the upgrade, not the imports
from app.packs.library import PackLibrary
from app.resources import resource_root
from app.services.closing import SealAsked, seal_version
from app.services.jobs import Unattended
from app.services.missions import reopen_mission
from app.services.questionnaire import answer_theme
from app.sync.contract.seal import write_document
from tests.campaign.script import (
    KEY,
    KIND,
    MISSION,
    START,
    instant,
    levels_after,
    make_profile,
    shipped_referential,
    steps,
)

FORMER = Path(__file__).resolve().parents[1] / "fixtures" / "profile-0001"
FORMER_REVISION = "0001"
FORMER_MISSIONS = 2
FORMER_SEALED = "5a1f2ea463154cbee644e34410e213acf952768fa2c4c26fe0e974376a894b00"
KEY_DRIVE = "key"
"""Folder beside that of the profile, where the backup to restore is."""

_PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of the fixture
SEALED_FROM = datetime(2022, 3, 16, 9, tzinfo=UTC)
_ANSWERED = 12
_REFERENTIAL = shipped_referential()

Show = Callable[[str], None]


def former_key() -> bytes:
    """Data key of the profile made by the first program."""
    from app.infra.slots import unlock_with_passphrase

    return unlock_with_passphrase(FORMER, _PASSPHRASE)


def make_templates(folder: Path) -> dict[str, Path]:
    """Folders that the runs of each kind are copied from: `profile` and, for a restoration, the key drive beside it."""
    made = {name: folder / name for name in DEEDS}
    for name, place in made.items():
        profile = place / "profile"
        if name == "migration":
            shutil.copytree(FORMER, profile)
            continue
        profile.mkdir(parents=True)
        if name == "sealing":
            _fill_demo(profile)
            continue
        storage = make_profile(profile)
        (profile / SLOTS_NAME).write_text("{}\n")
        if name == "restore":
            _answer(storage, 0, _ANSWERED)
            storage.attachments.put(b"photo" * 100_000)
            storage.close()
            profile.rename(place / KEY_DRIVE)
            profile.mkdir()
        else:
            storage.close()
    return made


def _fill_demo(profile: Path) -> None:
    from tests.support.desk import desk_in
    from tests.support.explained import answer_warnings

    with desk_in(profile) as desk:
        answer_warnings(desk.workbench, desk.open_demo())


def seal(folder: Path, _seed: int, key: bytes, show: Show) -> None:
    """Seal a version, reopen, and again."""
    storage, library = open_storage(folder, key), PackLibrary(resource_root())
    (row,) = storage.read_missions()
    with storage.unit_of_work() as uow:
        mission = uow.missions.get(row.id)
    kinds = chain([SealAsked(VersionKind.DIAGNOSTIC)], repeat(SealAsked(VersionKind.CORRECTION, "essai")))
    for rank, asked in enumerate(kinds):
        clock = partial(_later, rank)
        sealed = seal_version(
            storage.unit_of_work,
            row.id,
            asked,
            scheme=library.scheme(mission.scheme),
            referential=library.referential(mission.referential),
            write=write_document,
            clock=clock,
        )
        show(sealed.sha256)
        reopen_mission(storage.unit_of_work, row.id, clock=clock)


def _later(rank: int) -> datetime:
    return SEALED_FROM + timedelta(seconds=rank)


def seals_kept(folder: Path, _seed: int, key: bytes, _shown: int) -> int:
    """Versions in a row, each with its own hash, its place in the outbox and the state that follows from it; or −1."""
    storage = open_storage(folder, key)
    try:
        (row,) = storage.read_missions()
        with storage.unit_of_work() as uow:
            versions = uow.sealed.of(row.id)
            queued = uow.deposits.of(row.id)
            mission = uow.missions.get(row.id)
        whole = [one.version for one in versions] == list(range(1, len(versions) + 1))
        whole &= all(hashlib.sha256(one.document).hexdigest() == one.sha256 for one in versions)
        whole &= len(queued) == len(versions)
        whole &= mission.state in (MissionState.SEALED, MissionState.DRAFT)
        return len(versions) if whole and storage.integrity_ok() else -1
    finally:
        storage.close()


def migration(folder: Path, _seed: int, key: bytes, show: Show) -> None:
    """Open the file of a former version."""
    if not SCRIPTS.is_dir():
        raise FileNotFoundError(SCRIPTS)
    open_storage(folder, key)
    show(HEAD)


def migration_kept(folder: Path, _seed: int, key: bytes, shown: int) -> int:
    """1 when it is of the new schema, 0 of the old one, whole in both cases; or −1."""
    found = schema_version(folder / DATABASE_NAME, key)
    storage = open_storage(folder, key)
    try:
        rows = storage.read_missions()
        (closed,) = (row for row in rows if row.version)
        with storage.unit_of_work() as uow:
            (version,) = uow.sealed.of(closed.id)
        whole = len(rows) == FORMER_MISSIONS and version.sha256 == FORMER_SEALED and storage.integrity_ok()
    finally:
        storage.close()
    if not whole or found not in (FORMER_REVISION, HEAD):
        return -1
    return shown if found == HEAD else 0


def backup(folder: Path, seed: int, key: bytes, show: Show) -> None:
    """Answer, back up, and again; a day passes each time."""
    storage = open_storage(folder, key)
    storage.attachments.put(b"photo" * 50_000)
    for rank in count(1):
        _answer(storage, seed, rank * 3, first=rank * 3 - 3)
        _backups(folder, key, rank).make(Unattended())
        show(str(rank * 3))


def backups_kept(folder: Path, seed: int, key: bytes, shown: int) -> int:
    """Rank of the last backup when all of those found are whole and hold the answers of their instant, or −1."""
    place = folder / OWN_PLACE
    found = backups_in(place) if place.is_dir() else []
    last = 0
    for one in found:
        content = read_whole(one.folder / DATABASE_NAME, place / ATTACHMENTS_NAME, key)
        last = (one.made_at - START).days
        if content.answers != len(levels_after(last * 3, seed, _REFERENTIAL)):
            return -1
    storage = open_storage(folder, key)
    try:
        return last if storage.integrity_ok() else -1
    finally:
        storage.close()


def restore(folder: Path, _seed: int, key: bytes, show: Show) -> None:
    """Restore what is on the key drive."""
    stage(folder.parent / KEY_DRIVE, folder, key)
    finish_restoration(folder)
    show("restored")


def restore_kept(folder: Path, _seed: int, key: bytes, _shown: int) -> int:
    """1 when the whole profile is there once started again, 0 when it is still new, or −1."""
    finish_restoration(folder)
    if not (folder / DATABASE_NAME).exists() and not (folder / SLOTS_NAME).exists():
        return 0
    if (folder / STAGED).exists() or not (folder / SLOTS_NAME).exists():
        return -1
    content = read_whole(folder / DATABASE_NAME, folder / ATTACHMENTS_NAME, key)
    return 1 if content.answers == len(levels_after(_ANSWERED, 0, _REFERENTIAL)) else -1


DEEDS = {
    "sealing": (seal, seals_kept),
    "migration": (migration, migration_kept),
    "backup": (backup, backups_kept),
    "restore": (restore, restore_kept),
}
"""What the program does, and what is found of it afterwards: as many as were shown, or one more; −1 for a loss."""


def _answer(storage: Storage, seed: int, until: int, first: int = 0) -> None:
    for rank, step in enumerate(steps(seed, _REFERENTIAL), start=1):
        if rank > until:
            return
        if rank > first:
            answer_theme(
                storage.unit_of_work, MISSION, KIND, step.theme, step.level,
                referential=_REFERENTIAL, clock=partial(instant, rank),
            )  # fmt: skip


def _backups(folder: Path, key: bytes, day: int) -> LocalBackups:
    made = LocalBackups(folder, JsonPreferences(folder), lambda: START + timedelta(days=day))
    made.unlocked(key)
    return made


def key_of(deed: str) -> bytes:
    """Data key of the profiles of a deed."""
    return former_key() if deed == "migration" else KEY
