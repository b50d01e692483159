"""The `.jalon` file with its photos and files: the same bytes each time, brought back, and hostile ones refused."""

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap.workbench import workbench_at
from app.domain.errors import InvalidData
from app.services.attachments import absent_parts
from app.services.importing import import_contents, import_version
from app.sync.contract.archive import read_archive, read_attachments, write_archive
from app.sync.contract.canonical import sha256_of
from tests.support.attached import ADDED_AT, with_contents
from tests.support.photos import a_picture, written
from tests.support.profile import KEY, Profile
from tests.support.sealed import a_mission_file

PHOTO, NOTES = written(a_picture()), b"Taken down at the foot of the lathe."


def test_a_mission_travels_with_its_photos_and_says_which_are_absent(tmp_path: Path) -> None:
    here = Profile(tmp_path / "here")
    sealed = here.seal(with_contents(a_mission_file(), PHOTO, NOTES))
    here.storage.attachments.put(PHOTO)
    here.close()
    with workbench_at(tmp_path / "here", KEY, clock=lambda: ADDED_AT) as bench:
        first = bench.write_archive(sealed)
        assert bench.write_archive(sealed) == first
        bench.attachments.put(NOTES)
        second = bench.write_archive(sealed)
    assert read_archive(first) == read_archive(second) == sealed.document

    (tmp_path / "there").mkdir()
    with workbench_at(tmp_path / "there", KEY, clock=lambda: ADDED_AT) as bench:

        def brought(data: bytes) -> list[str]:
            file, found = bench.read_archive(data)
            import_contents(bench.attachments, bench.prepare_attachment, file, bench.read_contents(data))
            referential = bench.library.referential(file.mission.referential)
            import_version(bench.unit_of_work, file, found, referential=referential, clock=bench.clock)
            absent = absent_parts(bench.unit_of_work, bench.attachments, found.mission_id, found.version)
            return [part.sha256 for part in absent]

        assert brought(first) == [sha256_of(NOTES)]
        assert brought(second) == []
        assert bench.attachments.read(sha256_of(PHOTO)) == PHOTO
        assert bench.attachments.thumbnail(sha256_of(PHOTO))
        assert bench.write_archive(sealed) == second


def zipped(*entries: tuple[str, bytes]) -> bytes:
    """A ZIP of some entries, whatever they are."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


MISSION = ("mission.json", b"{}")
NAME = f"attachments/{sha256_of(NOTES)}"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(MISSION, ("attachments/../../.profile", NOTES)), "archive.foreign"),
        (zipped(MISSION, (f"/{NAME}", NOTES)), "archive.foreign"),
        (zipped(MISSION, (NAME.upper(), NOTES)), "archive.foreign"),
        (zipped((NAME, NOTES), MISSION), "archive.foreign"),
        (zipped(MISSION, MISSION), "archive.foreign"),
        (zipped(MISSION, (NAME, NOTES), (NAME, NOTES)), "archive.foreign"),
        (zipped(MISSION, (NAME, NOTES + b"!")), "archive.damaged"),
        (zipped(MISSION, (f"attachments/{sha256_of(b'')}", bytes(26 * 2**20))), "archive.foreign"),
        (zipped(MISSION, *((f"attachments/{rank:064x}", b"") for rank in range(501))), "archive.foreign"),
        (write_archive(b"{}", [NOTES])[:-30], "archive.damaged"),
    ],
    ids=range(10),
)
def test_a_hostile_archive_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InvalidData) as refused:
        list(read_attachments(data))
    assert refused.value.code == code


@pytest.mark.parametrize("brings", [lambda: b"not cited", lambda: NOTES + b" and more"])
def test_bytes_that_the_mission_does_not_cite_are_not_kept(tmp_path: Path, brings: Callable[[], bytes]) -> None:
    profile = Profile(tmp_path / "profile")
    file, content = with_contents(a_mission_file(), NOTES), brings()
    with pytest.raises(InvalidData, match=r"archive\.foreign"):
        import_contents(
            profile.storage.attachments,
            lambda _: pytest.fail("not even looked at"),
            file,
            [(sha256_of(content), content)],
        )
    assert profile.storage.attachments.held() == frozenset()
    profile.close()
