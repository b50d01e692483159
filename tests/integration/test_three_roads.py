"""Three roads, the same bytes: a version goes on a key to the Region and its receipt comes back; its paper is imported again."""

import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from sqlalchemy import select

from app.domain.errors import DomainError, InvalidData
from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole
from app.domain.mission import SealedVersion, VersionKind
from app.services.closing import SealAsked, seal_version
from app.services.exchange import Addressee
from app.services.handing_over import hand_over, package_of
from app.services.incoming import Arrived, Incoming, take_file
from app.services.missions import frame_mission
from app.services.rows import DepositState
from app.services.signing import Signed, record_signature
from app.sync.contract.archive import write_archive
from app.sync.contract.evidence import write_evidence
from app.sync.contract.handover import HEADING
from app.sync.contract.seal import write_document
from app.sync.outbox import MEMBERSHIP_SECRET
from server.exchange import recipient
from server.region import Region, open_region
from server.settings import Settings
from server.tables import evidence
from server.uploads import Bearer, receive_file
from tests.integration.test_handing_over import attach
from tests.support.desk import Desk, desk_in
from tests.support.explained import answer_warnings
from tests.support.hostile import zipped
from tests.support.photos import a_picture, written
from tests.support.profile import Unwatched

DAY = date(2022, 3, 15)
NOTE = b"Shared with the company."


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    opened = open_region(Settings(tmp_path / "region"))
    yield opened
    opened.database.close()


@pytest.fixture
def laptops(tmp_path: Path, region: Region) -> Iterator[tuple[Desk, Desk]]:
    with ExitStack() as stack:
        made = []
        for name in ("mine", "theirs"):
            tmp_path.joinpath(name).mkdir()
            desk = stack.enter_context(desk_in(tmp_path / name))
            member = {"url": "http://127.0.0.1:9", "server": "essai", "kid": region.kid, "token": "x"}
            member["public_key"] = region.public_key.hex()
            desk.storage.keep_secret(MEMBERSHIP_SECRET, json.dumps(member).encode())
            made.append(desk)
        yield made[0], made[1]


def sealed(desk: Desk) -> SealedVersion:
    bench = desk.workbench
    mission_id = desk.open_demo()
    attach(desk, mission_id, NOTE)
    answer_warnings(bench, mission_id)
    with bench.unit_of_work() as uow:
        pinned = uow.missions.get(mission_id)
    scheme, referential = bench.library.scheme(pinned.scheme), bench.library.referential(pinned.referential)
    asked = SealAsked(VersionKind.DIAGNOSTIC)
    return seal_version(
        bench.unit_of_work,
        mission_id,
        asked,
        scheme=scheme,
        referential=referential,
        write=write_document,
        clock=bench.clock,
    )


def take(desk: Desk, data: bytes, passphrase: str = "") -> Arrived:
    return take_file(desk.workbench, data, Unwatched(), passphrase)


def paper(desk: Desk, version: SealedVersion) -> bytes:
    bench = desk.workbench
    return bench.print_roadmap(bench.exchange.sealed_file(version.document), version)


def state(desk: Desk, mission_id: UUID) -> DepositState:
    with desk.workbench.unit_of_work() as uow:
        return uow.deposits.of(mission_id)[-1].state


def test_a_key_goes_to_the_region_and_its_receipt_comes_back(laptops: tuple[Desk, Desk], region: Region) -> None:
    mine, theirs = laptops
    version = sealed(mine)
    bench = mine.workbench
    on_key = bench.exchange.lock(bench.write_archive(version), Addressee(recipient(region)))
    assert b"mission.json" not in on_key
    handed = receive_file(region, on_key, Bearer())

    arrived = take(mine, handed.receipt)

    assert arrived.kind is Incoming.RECEIPT
    assert state(mine, version.mission_id) is DepositState.DEPOSITED
    with bench.unit_of_work() as uow:
        assert uow.deposits.of(version.mission_id)[0].receipt == handed.receipt
    with pytest.raises(DomainError, match=r"deposit\.not_queued"):
        take(theirs, handed.receipt)


def test_signatures_travel_beside_the_version(laptops: tuple[Desk, Desk], region: Region) -> None:
    mine, theirs = laptops
    version, photo = sealed(mine), written(a_picture())
    bench = mine.workbench
    head = Signatory(SignatoryRole.COMPANY, "Dominique Exemple", "", (((100, 500), (900, 200)),))
    made = {
        record_signature(bench.attachment_desk, Signed(version.mission_id, 1, kind, DAY, "", (head,), scan))
        for kind, scan in ((EvidenceKind.DRAWN, b""), (EvidenceKind.SCANNED, photo))
    }
    archive = bench.write_archive(version)

    receive_file(region, bench.exchange.lock(archive, Addressee(recipient(region))), Bearer())
    take(theirs, archive)
    take(theirs, archive)

    with theirs.workbench.unit_of_work() as uow:
        kept = uow.evidence.of(version.mission_id)
        assert len(kept) == len(made)
        assert {(one.id, one.kind, one.sha256, one.scan, one.signatories) for one in kept} == {
            (one.id, one.kind, one.sha256, one.scan, one.signatories) for one in made
        }
    scan = next(one.scan for one in made if one.scan)
    assert theirs.workbench.attachments.read(scan) == bench.attachments.read(scan)
    with region.database.reading() as connection:
        assert set(connection.execute(select(evidence.c.id)).scalars()) == {one.id for one in made}
    alone = write_archive(version.document, [bench.attachments.read(scan)])
    with pytest.raises(InvalidData, match=r"archive\.foreign"):
        take(theirs, alone)
    other = {one.id: write_evidence(replace(one, sha256="b" * 64), 0) for one in made if not one.scan}
    with pytest.raises(InvalidData, match=r"archive\.foreign"):
        take(theirs, write_archive(version.document, [NOTE], other))


def test_a_forged_receipt_deposits_nothing(laptops: tuple[Desk, Desk], region: Region) -> None:
    mine, _ = laptops
    version = sealed(mine)
    receipt = receive_file(region, mine.workbench.write_archive(version), Bearer()).receipt
    for forged, code in (
        (receipt.replace(b'"answers":29', b'"answers":28'), "receipt.signature"),
        (receipt.replace(b'"signature":"', b'"signature":"A'), "receipt.unreadable"),
    ):
        assert forged != receipt
        with pytest.raises(InvalidData, match=code.replace(".", r"\.")):
            take(mine, forged)
    assert state(mine, version.mission_id) is DepositState.WAITING


def test_the_paper_becomes_the_mission_on_an_empty_machine(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    version = sealed(mine)
    pdf = paper(mine, version)

    arrived = take(theirs, pdf)

    assert (arrived.kind, arrived.absent) == (Incoming.MISSION, ("releve.txt",))
    with theirs.workbench.unit_of_work() as uow:
        assert uow.sealed.of(version.mission_id) == (version,)
    assert take(theirs, pdf).kind is Incoming.KNOWN
    assert take(theirs, mine.workbench.write_archive(version)).absent == ()


def test_a_paper_with_the_data_of_another_version_is_refused(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    version = sealed(mine)
    file = mine.workbench.exchange.sealed_file(version.document)
    other = version.document.replace(b'"employees":', b'"employees":1', 1)
    assert other != version.document
    with pikepdf.open(io.BytesIO(paper(mine, version))) as document:
        document.attachments["mission.json"].get_file().obj.write(other)
        output = io.BytesIO()
        document.save(output)
    with pytest.raises(InvalidData, match=r"archive\.other_data"):
        take(theirs, output.getvalue())
    draft = mine.workbench.print_roadmap(replace(file, mission=replace(file.mission, version=0)), None)
    with pytest.raises(InvalidData, match=r"archive\.no_data"):
        take(theirs, draft)
    with theirs.workbench.unit_of_work() as uow, pytest.raises(DomainError):
        uow.missions.get(version.mission_id)


def test_a_colleague_opens_what_a_passphrase_locks(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    version = sealed(mine)
    with pytest.raises(DomainError, match=r"passphrase\.too_short"):
        mine.workbench.exchange.lock(b"", Addressee("", "trop court"))
    locked = mine.workbench.exchange.lock(version.document, Addressee("", "quatre mots sans lien"))
    with pytest.raises(InvalidData, match=r"archive\.passphrase_wanted"):
        take(theirs, locked)
    assert theirs.workbench.exchange.open(locked, "quatre mots sans lien") == version.document


def test_a_mission_handed_over_comes_by_the_window(laptops: tuple[Desk, Desk]) -> None:
    mine, theirs = laptops
    mission_id = mine.open_demo()
    attach(mine, mission_id, NOTE)
    bench = mine.workbench
    hand_over(bench.unit_of_work, mission_id, "Collègue", clock=bench.clock)
    package = bench.exchange.write_package(package_of(bench.unit_of_work, mission_id))
    locked = bench.exchange.lock(package, Addressee(theirs.workbench.exchange.own_key()))
    with pytest.raises(InvalidData, match=r"archive\.other_key"):
        take(mine, locked)
    assert take(theirs, locked).kind is Incoming.HANDED_OVER
    other = theirs.workbench
    frame_mission(other.unit_of_work, mission_id, lambda one: replace(one, summary="Écrit là-bas."), clock=other.clock)


@pytest.mark.parametrize("change", ["events", "draft", "key", "last", "extra", "order"])
def test_a_package_that_was_altered_is_refused_and_writes_nothing(laptops: tuple[Desk, Desk], change: str) -> None:
    mine, theirs = laptops
    mission_id = mine.open()
    bench = mine.workbench
    hand_over(bench.unit_of_work, mission_id, "Collègue", clock=bench.clock)
    package = package_of(bench.unit_of_work, mission_id)
    data = bench.exchange.write_package(package)
    entries = dict(_entries(data))
    heading = json.loads(entries[HEADING])
    if change == "events":
        heading["events"][0]["at"] += 1
    elif change == "draft":
        entries["brouillon.json"] = entries["brouillon.json"].replace(b"Exemple SAS", b"Autre SAS")
    elif change == "key":
        heading["key"] = "0"
    elif change == "last":
        heading["events"].pop()
    elif change == "extra":
        entries["../evil"] = b""
    entries[HEADING] = json.dumps(heading, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    order = list(entries.items())
    altered = zipped(*(order if change != "order" else [order[0], *reversed(order[1:]), ("x", b"")]))
    with pytest.raises(InvalidData) as refusal:
        take(theirs, altered)
    assert refusal.value.code in {"handover.broken", "archive.foreign", "document.invalid"}
    with theirs.workbench.unit_of_work() as uow:
        assert uow.journal.of(mission_id) == ()


def _entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)
