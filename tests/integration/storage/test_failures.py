"""What goes wrong with a file: each is told by its code, and nothing more is lost."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from app.models.connection import open_connection
from app.models.storage import Storage, open_storage
from app.packs.texts import Texts
from app.services.errors import EnvironmentFailure
from tests.integration.storage.conftest import KEY
from tests.integration.storage.examples import AT, a_file, a_mission, a_version, keep


@pytest.fixture
def filled(profile: Path) -> Path:
    """A closed profile with one whole mission and a long sealed document."""
    whole = a_file()
    storage = open_storage(profile, KEY)
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.sealed.add(a_version(whole.mission.id, document=bytes(range(256)) * 800))
        uow.commit()
    storage.close()
    return profile


def told(call: Callable[[], object]) -> str:
    """Code of the failure that a call ends with; its sentence can be written."""
    with pytest.raises(EnvironmentFailure) as failed:
        call()
    assert Texts.load().sentence(failed.value.code, failed.value.params)
    return failed.value.code


def read_everything(profile: Path, key: bytes = KEY) -> None:
    """Open a profile and read all of it."""
    with closing(open_storage(profile, key)) as storage:
        for row in storage.read_missions():
            with storage.unit_of_work() as uow:
                uow.missions.file(row.id)
                uow.sealed.of(row.id)


def test_another_key_opens_nothing_and_changes_nothing(filled: Path) -> None:
    before = (filled / "jalon.db").read_bytes()
    assert told(lambda: open_storage(filled, bytes(32))) == "storage.wrong_key"
    assert (filled / "jalon.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x" * 100, b"SQLite format 3\0" + bytes(8176), bytes(4096)])
def test_what_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "jalon.db"
    path.write_bytes(content)
    assert told(lambda: open_storage(tmp_path, KEY)) in {"storage.damaged", "storage.wrong_key"}
    assert path.read_bytes() == content


def test_an_empty_file_is_a_damage_and_not_a_new_profile(tmp_path: Path) -> None:
    (tmp_path / "jalon.db").touch()
    assert told(lambda: open_storage(tmp_path, KEY)) == "storage.damaged"


def test_a_damaged_first_page_is_not_taken_for_a_wrong_key(filled: Path) -> None:
    path = filled / "jalon.db"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    assert told(lambda: open_storage(filled, KEY)) == "storage.damaged"


@pytest.mark.parametrize("seed", range(40))
def test_one_byte_changed_anywhere_is_seen(filled: Path, seed: int) -> None:
    path = filled / "jalon.db"
    content = bytearray(path.read_bytes())
    random = Random(seed)  # noqa: S311 repeatable on purpose
    content[random.randrange(len(content))] ^= random.randrange(1, 256)
    path.write_bytes(content)
    # The first 16 bytes are the salt: without them nothing tells a damage from another key.
    assert seen(filled) in {"integrity", "storage.damaged", "storage.wrong_key"}
    assert all_read(filled) in {"", "storage.damaged", "storage.wrong_key"}


def seen(profile: Path) -> str:
    """What the checks of a whole file say: `integrity`, the code of a failure, or nothing when it passes."""
    try:
        with closing(open_storage(profile, KEY)) as storage:
            return "" if storage.integrity_ok() else "integrity"
    except EnvironmentFailure as failure:
        return failure.code


def all_read(profile: Path) -> str:
    """Code of the failure that reading the whole profile ends with, or nothing."""
    try:
        read_everything(profile)
    except EnvironmentFailure as failure:
        return failure.code
    return ""


def test_a_file_cut_in_the_middle_is_told(filled: Path) -> None:
    path = filled / "jalon.db"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 11])
    assert told(lambda: read_everything(filled)) == "storage.damaged"


def test_a_sound_file_passes_its_checks(filled: Path) -> None:
    with closing(open_storage(filled, KEY)) as storage:
        assert storage.integrity_ok()


def test_a_spoilt_log_gives_back_the_last_sound_state(filled: Path) -> None:
    storage = open_storage(filled, KEY)
    with storage.unit_of_work() as uow:
        uow.missions.add(a_mission("OC-22-AAAA-1"), AT)
        uow.commit()
    copy = filled.with_name("copy")
    shutil.copytree(filled, copy)
    storage.close()
    log = copy / "jalon.db-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    with closing(open_storage(copy, KEY)) as opened:
        assert opened.integrity_ok()
        assert [row.reference for row in opened.read_missions()] == ["OC-22-7F3K-9"]


def test_a_file_held_by_another_program_is_told(storage: Storage, profile: Path) -> None:
    with closing(open_connection(profile / "jalon.db", KEY)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert told(lambda: storage.unit_of_work().__enter__()) == "storage.locked"
        assert storage.read_missions() == []
        other.execute("ROLLBACK")
    with storage.unit_of_work() as uow:
        uow.missions.add(a_mission(), AT)
        uow.commit()


def test_a_full_disk_loses_nothing_and_work_goes_on_once_there_is_room(storage: Storage) -> None:
    whole = a_file()
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()
    document = bytes(range(256)) * 4000

    def seal() -> None:
        with storage.unit_of_work() as uow:
            uow.sealed.add(a_version(whole.mission.id, document=document))
            uow.missions.save(whole.mission.sealed(), AT)
            uow.commit()

    with storage.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    assert told(seal) == "disk.full"
    with storage.unit_of_work() as uow:
        assert uow.missions.file(whole.mission.id) == whole
        assert uow.sealed.of(whole.mission.id) == ()
    with storage.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    seal()
    with storage.unit_of_work() as uow:
        assert uow.sealed.get(whole.mission.id, 1).document == document
    assert storage.integrity_ok()


WITHOUT_RIGHTS = """
import sys
from pathlib import Path
from app.models.storage import open_storage
from app.services.errors import EnvironmentFailure
try:
    storage = open_storage(Path(sys.argv[1]), bytes(range(32)))
    print(len(storage.read_missions()))
    storage.keep_secret("name", b"value")
except EnvironmentFailure as failure:
    print(failure.code)
"""


def run_without_rights(profile: Path) -> list[str]:
    """What a program that obeys the rights of files says of a profile; root has to give up its power first."""
    command = [sys.executable, "-c", WITHOUT_RIGHTS, str(profile)]
    if shutil.which("setpriv") and (Path("/proc/self").stat().st_uid == 0):
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX files")
def test_a_read_only_folder_is_told(filled: Path, tmp_path: Path) -> None:
    filled.chmod(0o555)
    (filled / "jalon.db").chmod(0o444)
    try:
        assert run_without_rights(filled) == ["storage.read_only"]
    finally:
        filled.chmod(0o755)
    assert run_without_rights(filled) == ["storage.read_only"]
    (filled / "jalon.db").chmod(0o644)
    assert run_without_rights(filled) == ["1"]
    (filled / "jalon.db").chmod(0o000)
    assert run_without_rights(filled) == ["storage.not_openable"]
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o555)
    assert run_without_rights(empty) == ["storage.read_only"]


def test_nothing_of_a_mission_is_readable_at_rest(profile: Path) -> None:
    whole = a_file()
    storage = open_storage(profile, KEY)
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.sealed.add(a_version(whole.mission.id, document="« Mécanique Durand SAS »".encode() * 1000))
        uow.commit()
    secrets = [
        text.encode()
        for text in ("Durand", "732829320", "OC-22-7F3K-9", "Martin", "parce que", "SQLite format", "CREATE TABLE")
    ]
    for stage in ("open", "closed"):
        files = [path for path in profile.rglob("*") if path.is_file()]
        assert files, stage
        for path in files:
            content = path.read_bytes()
            assert not [secret for secret in secrets if secret in content], (stage, path)
        storage.close()
