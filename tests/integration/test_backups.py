"""Backups of a profile: made in two places, thinned, verified, restored on a new computer; a removed key says so."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.bootstrap import rescue as rescue_module
from app.bootstrap.backups import LocalBackups, backups_in
from app.bootstrap.profile import LocalProfile
from app.bootstrap.rescue import STAGED, finish_restoration, stage
from app.commands.restore import run as restore_command
from app.domain.attachment import AttachmentLink
from app.domain.errors import DomainError
from app.infra.slots import read_slots
from app.models.connection import open_for_reading
from app.services.attachments import Source, add_attachments, remove_attachment
from app.services.backups import Content, is_due, kept
from app.services.errors import EnvironmentFailure
from app.services.jobs import Unattended
from app.services.missions import NewMission, open_mission
from app.services.rows import MissionQuery
from tests.integration.infra.rings import MemoryRing
from tests.support.photos import a_picture, written

PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of throw-away profiles
START = datetime(2026, 3, 2, 18, tzinfo=UTC)


class Clock:
    """An instant in the hand of the test."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[LocalProfile]:
    """An open profile with one mission and one photo, and the code that opens it."""
    folder = tmp_path / "profile"
    folder.mkdir()
    made = LocalProfile(folder, MemoryRing())
    made.create(keyring=True, passphrase=PASSPHRASE)
    add_mission(made)
    yield made
    made.close()


@pytest.fixture
def clock(profile: LocalProfile) -> Clock:
    """The clock of its backups."""
    made = Clock()
    profile.backups._clock = made
    return made


@pytest.fixture
def key_drive(profile: LocalProfile, tmp_path: Path) -> Path:
    """A second place, chosen."""
    drive = tmp_path / "key drive"
    drive.mkdir()
    profile.backups.choose_place(drive)
    return drive


def add_mission(profile: LocalProfile, name: str = "Exemple SAS") -> UUID:
    """One more mission, with its photo."""
    bench = profile.workbench()
    asked = NewMission(name, "", bench.library.schemes()[0], bench.library.referential("jalon-default-1"))
    mission = open_mission(bench.unit_of_work, asked, clock=bench.clock, new_id=bench.new_id)
    source = Source("atelier.jpg", lambda: written(a_picture(400, 300)))
    add_attachments(bench.attachment_desk, mission.id, [source], AttachmentLink(), Unattended())
    return mission.id


def held(photos: Path, profile: LocalProfile) -> int:
    """Contents that a file of photos holds."""
    with closing(open_for_reading(photos, profile.backups._data_key)) as connection:
        return int(connection.execute("SELECT count(*) FROM content").fetchone()[0])


def test_a_backup_is_made_in_both_places_and_each_is_read_whole(
    profile: LocalProfile, key_drive: Path, clock: Clock
) -> None:
    made = profile.backups.make(Unattended())
    (place,) = key_drive.iterdir()
    assert place.name.startswith("jalon-")
    for backup in (made, *backups_in(place)):
        assert backup.made_at == START
        assert backup.folder.name == "2026-03-02T180000Z"
        assert sorted(path.name for path in backup.folder.iterdir()) == ["jalon.db", "slots.json"]
        assert (backup.folder.parent / "attachments.db").exists()
        assert profile.backups.verify(backup) == Content(1, 0, 0, 0, photos=1)
        assert sorted(path.name for path in backup.folder.iterdir()) == ["jalon.db", "slots.json"]
    last = profile.backups.last()
    assert last is not None
    assert last.made_at == START


def test_photos_are_copied_once_and_go_with_the_last_backup_that_cites_them(
    profile: LocalProfile, clock: Clock
) -> None:
    first = profile.backups.make(Unattended())
    photos = first.folder.parent / "attachments.db"
    assert held(photos, profile) == 1
    clock.now += timedelta(hours=1)
    second = profile.backups.make(Unattended())
    assert not first.folder.exists(), "the last one of a day replaces the others"
    assert profile.backups.verify(second).photos == 1
    assert held(photos, profile) == 1
    bench = profile.workbench()
    (row,) = bench.missions(MissionQuery()).rows
    with bench.unit_of_work() as uow:
        (photo,) = uow.attachments.of(row.id)
    remove_attachment(bench.unit_of_work, row.id, photo.id, clock=bench.clock)
    clock.now += timedelta(hours=1)
    third = profile.backups.make(Unattended())
    assert profile.backups.verify(third).photos == 0
    assert held(photos, profile) == 0


def test_days_weeks_and_months_stay() -> None:
    instants = [START - timedelta(hours=12 * rank) for rank in range(2 * 500)]
    stay = sorted(kept(instants), reverse=True)
    assert stay[0] == START
    assert {one.date() for one in stay} >= {(START - timedelta(days=day)).date() for day in range(7)}
    assert len(stay) <= 7 + 4 + 12
    assert (START - stay[-1]).days > 300
    assert kept([]) == frozenset()
    lone = [START - timedelta(days=400)]
    assert kept(lone) == frozenset(lone)


def test_one_is_due_each_day_and_after_a_wrong_clock() -> None:
    assert is_due(None, START)
    assert not is_due(START - timedelta(hours=19), START)
    assert is_due(START - timedelta(hours=21), START)
    assert is_due(START + timedelta(hours=1), START)


def test_a_removed_key_drive_is_told_and_the_profile_is_backed_up(
    profile: LocalProfile, key_drive: Path, clock: Clock
) -> None:
    shutil.rmtree(key_drive)
    with pytest.raises(EnvironmentFailure, match="absent") as failed:
        profile.backups.make(Unattended())
    assert failed.value.code == "safeguard.place_absent"
    last = profile.backups.last()
    assert last is not None
    assert profile.backups.verify(last).missions == 1


class Unplugging(Unattended):
    """Takes the key drive out as soon as something is being copied to it."""

    def __init__(self, drive: Path) -> None:
        self.drive = drive
        self.unplugged = 0

    def check(self) -> None:
        """A safe point of the copy."""
        if any(self.drive.rglob("*.db")):
            shutil.rmtree(self.drive)
            self.unplugged += 1

    def progress(self, done: int, total: int) -> None:
        """One more photo copied."""
        self.check()


def test_a_key_drive_removed_while_it_is_copied_to_is_told_and_the_profile_is_backed_up(
    profile: LocalProfile, key_drive: Path, clock: Clock
) -> None:
    hand = Unplugging(key_drive)
    with pytest.raises(EnvironmentFailure, match="safeguard") as failed:
        profile.backups.make(hand)
    assert hand.unplugged == 1
    assert failed.value.code in {"safeguard.place_absent", "safeguard.refused"}
    last = profile.backups.last()
    assert last is not None
    assert profile.backups.verify(last).missions == 1


def test_a_full_disk_is_told_and_the_former_backup_stays(
    profile: LocalProfile, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = profile.backups.make(Unattended())
    clock.now += timedelta(days=1)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFailure) as failed:
        profile.backups.make(Unattended())
    monkeypatch.undo()
    assert failed.value.code == "safeguard.disk_full"
    assert [path.name for path in first.folder.parent.iterdir() if path.is_dir()] == [first.folder.name]
    assert profile.backups.verify(first).missions == 1


def test_a_damaged_backup_and_that_of_another_are_told(profile: LocalProfile, clock: Clock, tmp_path: Path) -> None:
    backup = profile.backups.make(Unattended())
    other = tmp_path / "other"
    other.mkdir()
    stranger = LocalProfile(other, None)
    stranger.create(keyring=False, passphrase=PASSPHRASE)
    with pytest.raises(EnvironmentFailure, match=r"safeguard\."):
        stranger.backups.verify(backup)
    stranger.close()
    file = backup.folder / "jalon.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(EnvironmentFailure, match=r"safeguard\.damaged"):
        profile.backups.verify(backup)


@pytest.mark.parametrize("ring", [MemoryRing(), None], ids=["key ring", "no key ring"])
def test_a_new_computer_has_everything_from_a_key_and_a_secret(
    profile: LocalProfile, key_drive: Path, clock: Clock, tmp_path: Path, ring: MemoryRing | None
) -> None:
    profile.backups.make(Unattended())
    folder = tmp_path / "new computer"
    folder.mkdir()
    new = LocalProfile(folder, ring)
    assert new.claim()
    assert new.is_new()
    (backup, *_others) = new.rescue.find(key_drive)
    with pytest.raises(DomainError, match=r"unlock\.refused"):
        new.rescue.restore(backup, "une autre phrase secrete", Unattended())
    assert new.is_new()
    new.rescue.restore(backup, PASSPHRASE, Unattended())
    (row,) = new.read_missions(MissionQuery()).rows
    bench = new.workbench()
    with bench.unit_of_work() as uow:
        (photo,) = uow.attachments.of(row.id)
    assert bench.attachments.read(photo.sha256)
    assert read_slots(folder).keyring == (ring is not None)
    with pytest.raises(DomainError, match=r"restore\.not_new"):
        new.rescue.restore(backup, PASSPHRASE, Unattended())
    new.close()
    again = LocalProfile(folder, ring)
    if ring is None:
        again.open_by_secret(PASSPHRASE)
    else:
        assert again.open_by_keyring()
    again.close()


def test_the_command_line_restores_too(profile: LocalProfile, clock: Clock, tmp_path: Path) -> None:
    profile.backups.make(Unattended())
    said: list[str] = []
    assert restore_command(profile.folder, tmp_path / "new", lambda: "une autre phrase", said.append) == 1
    assert restore_command(profile.folder, tmp_path / "new", lambda: PASSPHRASE, said.append) == 0
    assert "1 mission" in said[-1]
    again = LocalProfile(tmp_path / "new", None)
    again.open_by_secret(PASSPHRASE)
    assert again.read_missions(MissionQuery()).total == 1
    again.close()


def test_a_restoration_cut_at_each_move_is_finished_at_the_next_start(
    profile: LocalProfile, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = profile.backups.make(Unattended())
    data_key = profile.backups._data_key
    for cut in (1, 2, 4, 6):
        folder = tmp_path / f"cut {cut}"
        folder.mkdir()
        stage(backup.folder, folder, data_key)
        left = [cut]

        def cut_there(_folder: Path, left: list[int] = left) -> None:
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt

        monkeypatch.setattr(rescue_module, "sync_folder", cut_there)
        with pytest.raises(KeyboardInterrupt):
            finish_restoration(folder)
        monkeypatch.undo()
        new = LocalProfile(folder, None)
        assert new.claim()
        assert not (folder / STAGED).exists()
        new.open_by_secret(PASSPHRASE)
        assert new.read_missions(MissionQuery()).total == 1
        new.close()


def test_a_folder_without_any_backup_says_so(profile: LocalProfile, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure, match=r"safeguard\.none"):
        profile.rescue.find(tmp_path)
    with pytest.raises(EnvironmentFailure, match=r"safeguard\.refused"):
        profile.rescue.find(tmp_path / "nowhere")


def test_the_backups_of_a_whole_profile_folder_are_found(profile: LocalProfile, clock: Clock) -> None:
    made = profile.backups.make(Unattended())
    assert profile.rescue.find(profile.folder)[0] == made
    assert isinstance(profile.backups, LocalBackups)
