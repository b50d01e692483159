"""What an administrator keeps, gives and destroys: backup and restoration over both databases, export, purge, erasure."""

import hashlib
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.domain.attachment import MediaType
from app.domain.errors import DomainError, InvalidData
from app.sync.contract.canonical import read_canonical
from app.sync.contract.keychain import KeyChain, keys_vouched_for
from app.sync.contract.protocol import ProblemCode
from app.sync.contract.receipt import check_receipt, signer_of
from app.sync.contract.tomb import ErasureGround, read_tomb
from app.sync.contract.transfer import Announced, Announcement, checksum_of
from server.attachments import Chunk, announce, take_chunk
from server.backup import back_up, restore
from server.deposits import Arrival, receive, stored_document
from server.erasure import erase_company, missions_past_retention, purge
from server.exporting import export
from server.problems import Refused
from server.region import Region, open_region
from server.rotation import chain_of, rotate
from server.settings import Settings
from server.tables import metadata, tomb
from tests.integration.server.conftest import Hand, arrival_at
from tests.support.sealed import a_mission_file, a_version

SIREN, OTHER_SIREN = "732829320", "552100554"


def deposit(region: Region, arrival: Arrival, siren: str = SIREN, *, fictional: bool = False) -> Arrival:
    """A mission of a company, deposited."""
    file = a_mission_file(fictional=fictional)
    company = replace(file.mission.company, siren=siren, name=f"Exemple {siren} SAS")
    site = replace(file.mission.establishment, siret=siren + "00016")
    sealed = a_version(replace(file, mission=replace(file.mission, company=company, establishment=site)))
    made = replace(arrival, mission_id=sealed.mission_id, data=sealed.document)
    assert receive(region, made).created
    return made


def whole_attachment(region: Region, arrival: Arrival) -> bytes:
    """The bytes of a file sent in two chunks beside a mission."""
    content = b"relev\xc3\xa9 des arr\xc3\xaats\n" * 40
    sha256 = hashlib.sha256(content).hexdigest()
    told = Announced(sha256=sha256, size=len(content), media_type=MediaType.TEXT)
    announce(region, arrival.device, arrival.mission_id, Announcement(attachments=[told]))
    for start, end in ((0, 100), (100, len(content))):
        chunk = Chunk(start, content[start:end], checksum_of(content[start:end]))
        take_chunk(region, arrival.device, arrival.mission_id, sha256, chunk)
    return content


@contextmanager
def restored(settings: Settings, path: Path, hand: Hand) -> Iterator[Region]:
    """A server made from a backup."""
    restore(settings, path)
    opened = open_region(settings, lambda: hand.now)
    yield opened
    opened.database.close()


def rows(region: Region) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a database holds."""
    with region.database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
        }


@pytest.fixture(params=["sqlite", "postgresql"])
def other_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """A second server, empty, of each kind."""
    if request.param == "sqlite":
        yield Settings(tmp_path / "other")
        return
    cluster = request.getfixturevalue("postgresql")
    url = cluster.new_database()
    yield Settings(tmp_path / "other", url)
    cluster.drop_database(url)


def test_a_backup_is_restored_whole_over_either_database(
    region: Region, arrival: Arrival, other_settings: Settings, tmp_path: Path, hand: Hand
) -> None:
    known = receive(region, arrival)
    now = rotate(region)
    kept = deposit(now, arrival)
    erase_company(now, SIREN)
    last = deposit(now, arrival, OTHER_SIREN)
    whole_attachment(now, last)
    path = tmp_path / "copie.zip"

    count = back_up(now, path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with restored(other_settings, path, hand) as again:
        assert sum(len(table) for table in rows(again).values()) == count
        assert rows(again) == rows(now)
        assert (again.kid, chain_of(again)) == (now.kid, chain_of(now))
        assert stored_document(again, arrival.device, last.mission_id, 1) == last.data
        assert not receive(again, last).created
        with pytest.raises(Refused, match=r"deposit\.erased"):
            receive(again, kept)
        assert deposit(again, arrival, OTHER_SIREN)
    assert known.created


def test_a_backup_is_restored_on_an_empty_server_only(region: Region, arrival: Arrival, tmp_path: Path) -> None:
    receive(region, arrival)
    path = tmp_path / "copie.zip"
    back_up(region, path)
    before = rows(region)
    with pytest.raises(InvalidData, match=r"backup\.not_empty"):
        restore(region.settings, path)
    assert rows(region) == before
    with pytest.raises(FileExistsError):
        back_up(region, path)


def test_a_damaged_backup_leaves_an_empty_base_that_a_good_one_fills(
    region: Region, arrival: Arrival, tmp_path: Path, other_settings: Settings, hand: Hand
) -> None:
    receive(region, arrival)
    good, bad = tmp_path / "bonne.zip", tmp_path / "mauvaise.zip"
    back_up(region, good)
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"Toulouse", b"Toulon  ") if name == "version.jsonl" else data)

    with pytest.raises(InvalidData, match=r"backup\.damaged"):
        restore(other_settings, bad)
    with pytest.raises(InvalidData, match=r"backup\.unreadable"):
        restore(other_settings, region.settings.key_path)
    assert not other_settings.key_path.exists()
    with restored(other_settings, good, hand) as again:
        assert rows(again) == rows(region)


def test_a_backup_of_a_later_program_is_refused(region: Region, tmp_path: Path, other_settings: Settings) -> None:
    path, later = tmp_path / "copie.zip", tmp_path / "demain.zip"
    back_up(region, path)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(later, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b'"server_', b'"server_9'))
    with pytest.raises(InvalidData, match=r"backup\.newer"):
        restore(other_settings, later)


def test_an_export_verifies_by_itself_with_the_first_key(region: Region, arrival: Arrival, tmp_path: Path) -> None:
    receive(region, arrival)
    now = rotate(region)
    deposit(now, arrival, OTHER_SIREN, fictional=True)
    path = tmp_path / "export.zip"

    photo = whole_attachment(now, arrival)

    assert export(now, path) == 2

    with zipfile.ZipFile(path) as archive:
        manifest = read_canonical(archive.read("manifest.json"))
        chain = KeyChain.model_validate(manifest["keys"])
        keys = keys_vouched_for(region.public_key, chain.links)
        for one in manifest["versions"]:
            document, receipt = archive.read(one["document"]), archive.read(one["receipt"])
            digest = hashlib.sha256(document).hexdigest()
            assert (digest, len(document)) == (one["sha256"], one["size"])
            check_receipt(
                receipt,
                keys[signer_of(receipt)],
                mission_id=UUID(one["mission"]),
                version=one["version"],
                sha256=digest,
            )
        [file] = manifest["attachments"]
        assert archive.read(file["file"]) == photo
        assert file["sha256"] == hashlib.sha256(photo).hexdigest()
        named = {one[kind] for one in manifest["versions"] for kind in ("document", "receipt")}
        assert named | {"manifest.json", file["file"]} == set(archive.namelist())
    assert {one["fictional"] for one in manifest["versions"]} == {True, False}


def test_erasing_a_company_leaves_a_tomb_that_verifies_and_no_byte(
    region: Region, arrival: Arrival, tmp_path: Path
) -> None:
    gone, stays = deposit(region, arrival), deposit(region, arrival, OTHER_SIREN)
    whole_attachment(region, gone)

    assert erase_company(region, SIREN) == (gone.mission_id,)

    with pytest.raises(Refused, match=r"deposit\.unknown"):
        stored_document(region, arrival.device, gone.mission_id, 1)
    with pytest.raises(Refused) as refusal:
        receive(region, gone)
    assert refusal.value.code is ProblemCode.ERASED
    assert stored_document(region, arrival.device, stays.mission_id, 1) == stays.data
    assert rows(region)["attachment"] == rows(region)["attachment_chunk"] == []
    with region.database.reading() as connection:
        [statement] = connection.execute(select(tomb.c.statement)).scalars()
    body = read_tomb(statement, region.public_key)
    assert (body.mission_id, body.ground) == (gone.mission_id, ErasureGround.REQUEST)
    assert [(one.number, one.sha256, one.size) for one in body.versions] == [(1, gone.sha256, len(gone.data))]
    with pytest.raises(InvalidData, match=r"tomb\.signature"):
        read_tomb(statement.replace(b"request", b"retention"), region.public_key)
    with pytest.raises(DomainError, match=r"erasure\.unknown"):
        erase_company(region, SIREN)


def test_nothing_erased_is_left_in_the_files_of_the_embedded_base(tmp_path: Path, hand: Hand) -> None:
    region = open_region(Settings(tmp_path / "data"), lambda: hand.now)
    arrival = arrival_at(region)
    deposit(region, arrival)
    deposit(region, arrival, OTHER_SIREN)
    erase_company(region, SIREN)

    left = b"".join(path.read_bytes() for path in region.settings.data.iterdir())
    region.database.close()
    assert f"Exemple {OTHER_SIREN} SAS".encode() in left
    assert SIREN.encode() not in left


def test_a_purge_erases_what_is_past_its_retention_and_nothing_else(
    region: Region, arrival: Arrival, hand: Hand
) -> None:
    region = replace(region, settings=replace(region.settings, retention_months=12, fictional_months=1))
    old = deposit(region, arrival)
    hand.advance(timedelta(days=330))
    training, recent = deposit(region, arrival, fictional=True), deposit(region, arrival)
    hand.advance(timedelta(days=36))

    assert set(missions_past_retention(region)) == {old.mission_id, training.mission_id}
    assert set(purge(region)) == {old.mission_id, training.mission_id}
    assert purge(region) == ()

    assert stored_document(region, arrival.device, recent.mission_id, 1) == recent.data
    with region.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tomb)).scalar_one() == 2
    kept_for_ever = replace(region, settings=replace(region.settings, retention_months=0, fictional_months=0))
    hand.advance(timedelta(days=36_500))
    assert missions_past_retention(kept_for_ever) == ()
