"""Bytes at rest: whatever file a profile leaves on the disk, no name, answer, note, token or secret is readable in it."""

import json
import logging
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.profile import LocalProfile
from app.domain.attachment import AttachmentLink
from app.domain.mission import VersionKind
from app.packs.demo_company import shipped_demo
from app.services.attachments import Source, add_attachments
from app.services.closing import SealAsked, seal_version
from app.services.demo import build_demo_mission
from app.services.exchange import Addressee
from app.services.jobs import Unattended
from app.services.missions import read_mission
from app.services.profile import Preferences
from app.services.rows import MissionQuery
from tests.support.explained import answer_warnings
from tests.support.photos import PLACE, a_picture, with_place

PASSPHRASE = "copeaux huile et metrologie"  # noqa: S105 of throw-away profiles
TOKEN = "jeton-de-cet-ordinateur-7f3k9"  # noqa: S105 likewise
NOTE = "Devis confidentiel du fondeur"
CONSULTANT = "Camille Exemple"
KINDS = {
    "jalon.db",
    "jalon.db-wal",
    "attachments.db",
    "attachments.db-wal",
    "slots.json",
    "preferences.json",
    "jalon.log",
}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files of this process, SQLite's included, private to the test and searched with the rest."""
    place = tmp_path / "temporary"
    place.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


@pytest.fixture
def profile(tmp_path: Path, temporary: Path) -> Iterator[LocalProfile]:
    """A profile that did everything: the fictional mission sealed, a photo, a file, a token, backups, names kept, papers printed."""
    assert Path(tempfile.gettempdir()) == temporary
    made = LocalProfile(tmp_path / "profile", None)
    made.folder.mkdir()
    made.keep_log(json_lines=True)
    made.create(keyring=False, passphrase=PASSPHRASE)
    bench = made.workbench()
    mission_id = build_demo_mission(bench, shipped_demo())
    answer_warnings(bench, mission_id)
    sources = [
        Source("atelier.jpg", lambda: with_place(a_picture())),
        Source("devis.txt", NOTE.encode),
    ]
    add_attachments(bench.attachment_desk, mission_id, sources, AttachmentLink(), Unattended())
    mission = read_mission(bench.unit_of_work, mission_id).mission
    sealed = seal_version(
        bench.unit_of_work,
        mission_id,
        SealAsked(VersionKind.DIAGNOSTIC),
        scheme=bench.library.scheme(mission.scheme),
        referential=bench.library.referential(mission.referential),
        write=bench.write_document,
        clock=bench.clock,
    )
    bench.print_roadmap(read_mission(bench.unit_of_work, mission_id), sealed)
    bench.exchange.lock(bench.write_archive(sealed), Addressee("", PASSPHRASE))
    made._opened.keep_secret("device_token", TOKEN.encode())
    made.preferences.keep(Preferences(provider_name="Cabinet Exemple", lead_consultant=CONSULTANT))
    made.backups.choose_place(tmp_path)
    made.backups.make(Unattended())
    logging.getLogger("app").info("the log is there")
    yield made
    made.close()


def needles(profile: LocalProfile) -> set[bytes]:
    """What must not be readable: words of the mission and of its people, in the encodings that a file may use."""
    bench = profile.workbench()
    (row,) = profile.read_missions(MissionQuery()).rows
    file = read_mission(bench.unit_of_work, row.id)
    mission = file.mission
    words = {
        mission.company.name,
        mission.company.siren,
        mission.establishment.siret,
        mission.establishment.town,
        mission.company.head_name,
        mission.provider.lead_consultant,
        mission.reference,
        NOTE,
        TOKEN,
        CONSULTANT,
        PASSPHRASE,
        PLACE,
        "devis.txt",
        *(answer.justification for one in file.assessments for answer in one.answers.values()),
        *(session.notes for session in file.sessions),
        *(action.title for action in file.actions),
    }
    found = {word[:40] for word in words if len(word) > 4}
    assert len(found) > 20
    return {word.encode(coding) for word in found for coding in ("utf-8", "utf-16-le")} | {
        json.dumps(word)[1:-1].encode() for word in found
    }


def readable(folder: Path, words: set[bytes]) -> dict[str, list[bytes]]:
    """Files of a folder in which a word is readable."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            there = [word for word in words if word in content]
            if there:
                found[str(path.relative_to(folder))] = there
    return found


def test_no_file_of_an_open_profile_nor_of_its_backups_is_readable(profile: LocalProfile, tmp_path: Path) -> None:
    words = needles(profile)
    names = {path.name for path in profile.folder.rglob("*")}
    assert names >= KINDS
    assert list(tmp_path.glob("jalon-*/*/jalon.db"))
    assert readable(tmp_path, words) == {}


def test_no_file_of_a_closed_upgraded_or_salvaged_profile_is_readable(profile: LocalProfile, tmp_path: Path) -> None:
    words = needles(profile)
    profile.rescue.salvage(Unattended())
    profile.close()
    assert list(profile.folder.glob("abime-*/recupere.db"))
    assert readable(tmp_path, words) == {}


def test_the_search_would_see_a_word(profile: LocalProfile, tmp_path: Path) -> None:
    words = needles(profile)
    (tmp_path / "leak").write_bytes(b"\0" + CONSULTANT.encode("utf-16-le"))
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(NOTE.encode())
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as archive:
        archive.writestr("note.txt", NOTE)
    assert set(readable(tmp_path, words)) == {"leak", "plain.zip", f"temporary/{Path(file.name).name}"}
