"""Files handed to the Region: the same bytes and the same receipt as a deposit by the line, on both databases."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
import sqlalchemy
from sqlalchemy import func, select

from app.domain.errors import InvalidData
from app.sync.contract.archive import write_archive
from app.sync.contract.envelope import MAGIC, lock, new_identity, recipient_of, unlock
from app.sync.contract.protocol import EnrolmentRequest, ProblemCode
from app.sync.contract.receipt import check_receipt
from app.sync.contract.recipient import read_recipient, verified_recipient
from app.sync.contract.transfer import Announced, Announcement, checksum_of
from server.attachments import Chunk, announce, take_chunk
from server.database import Database
from server.deposits import Arrival, receive
from server.devices import Device, device_of, enrol, make_code
from server.exchange import identities, recipient, recipient_statement, renew
from server.problems import Refused
from server.region import Region
from server.rotation import rotate
from server.schema import upgrade
from server.tables import attachment, device, exchange_key, mission, provider, version
from server.uploads import Bearer, receive_file
from tests.support.attached import with_contents
from tests.support.sealed import a_mission_file, a_version, tampered

NOTE = b"Cycle time of the lathe.\n" * 40
REGION = Bearer()
_LAPTOP = """
INSERT INTO device (id, name, token_sha256, enrolled_at) VALUES (:id, 'essai', 'x', '2026-03-01 08:00:00')
"""


def laptop(region: Region, employer: str = "") -> Device:
    made = enrol(region, EnrolmentRequest(code=make_code(region, employer), device_name="essai"), "127.0.0.1")
    return device_of(region, made.token)


def counted(region: Region) -> list[int]:
    """Rows of every table that a file could write."""
    with region.database.reading() as connection:
        tables = (mission, version, attachment, device)
        return [connection.execute(select(func.count()).select_from(one)).scalar_one() for one in tables]


def test_the_published_key_is_signed_and_outlives_a_rotation(region: Region) -> None:
    told = read_recipient(recipient_statement(region))
    assert verified_recipient(told, region.public_key) == recipient(region)
    with pytest.raises(InvalidData, match=r"recipient\.signature"):
        verified_recipient(told.model_copy(update={"signature": "AAAA"}), region.public_key)
    before = recipient(region)
    assert recipient(rotate(region)) == before


def test_a_renewed_key_still_opens_what_was_encrypted_before(region: Region) -> None:
    locked = lock(b"kept", recipient(region))
    assert renew(region) == recipient(region)
    assert unlock(locked, identities(region)) == b"kept"
    assert unlock(lock(b"new", recipient(region)), identities(region)) == b"new"


def test_a_file_on_a_key_gets_the_receipt_of_a_deposit(region: Region) -> None:
    file = with_contents(a_mission_file(), NOTE)
    sealed = a_version(file)
    handed = receive_file(region, lock(write_archive(sealed.document, [NOTE]), recipient(region)), REGION)
    assert handed.created
    check_receipt(
        handed.receipt,
        region.public_key,
        mission_id=sealed.mission_id,
        version=1,
        sha256=sealed.sha256,
        attachments=[one.sha256 for one in file.attachments],
    )
    again = receive_file(region, write_archive(sealed.document), REGION)
    assert (again.created, again.receipt) == (False, handed.receipt)


def test_a_version_that_came_by_the_line_gives_its_own_receipt(region: Region) -> None:
    mine = laptop(region)
    sealed = a_version(a_mission_file())
    by_line = receive(region, Arrival(mine, sealed.mission_id, 1, sealed.document, 2))
    rows = counted(region)
    assert receive_file(region, write_archive(sealed.document), REGION).receipt == by_line.receipt
    assert counted(region) == rows


def test_the_next_version_may_come_by_another_road(region: Region) -> None:
    mine = laptop(region, "Exemple Conseil")
    file = a_mission_file()
    first = a_version(file)
    receive_file(region, write_archive(first.document), REGION)
    second = a_version(file, first)
    receive(region, Arrival(mine, second.mission_id, 2, second.document, 2))
    third = a_version(file, second)
    assert receive_file(region, write_archive(third.document), REGION).number == 3


def test_a_consultant_hands_over_the_missions_of_his_provider_only(region: Region) -> None:
    receive(region, Arrival(laptop(region, "Exemple Conseil"), *_first()))
    with region.database.reading() as connection:
        own = connection.execute(select(provider.c.id)).scalar_one()
    sealed = a_version(a_mission_file())
    assert receive_file(region, write_archive(sealed.document), Bearer(own)).created
    with pytest.raises(Refused) as refusal:
        receive_file(region, write_archive(sealed.document), Bearer(uuid4()))
    assert refusal.value.code is ProblemCode.MISSION_FOREIGN


def _first() -> tuple[UUID, int, bytes, int]:
    sealed = a_version(a_mission_file())
    return sealed.mission_id, 1, sealed.document, 2


def test_nothing_of_a_refused_file_is_written(region: Region) -> None:
    recipient(region)
    file = with_contents(a_mission_file(), NOTE)
    sealed = a_version(file)
    whole = write_archive(sealed.document, [NOTE])
    wrong = tampered(sealed.document, lambda value: value["assessments"][0].update(index=3))
    second = a_version(file, sealed)
    refused: dict[str, bytes] = {
        "archive.other_key": lock(whole, recipient_of(new_identity())),
        "archive.passphrase_wanted": MAGIC + b"-> scrypt c2FsdHNhbHRzYWx0 18\nabcd\n--- mac\n",
        "archive.damaged": lock(whole, recipient(region))[:-5],
        "deposit.attachments_missing": write_archive(sealed.document),
        "archive.foreign": write_archive(sealed.document, [NOTE, b"another one"]),
        "received.index": write_archive(wrong, [NOTE]),
        "deposit.gap": write_archive(second.document, [NOTE]),
    }
    rows = counted(region)
    for code, data in refused.items():
        with pytest.raises((Refused, InvalidData)) as refusal:
            receive_file(region, data, REGION)
        assert getattr(refusal.value, "code", "") == code
        assert counted(region) == rows


def test_photos_that_a_laptop_began_are_finished_by_the_key(region: Region) -> None:
    file = with_contents(a_mission_file(), NOTE)
    sealed = a_version(file)
    (one,) = file.attachments
    told = Announced(sha256=one.sha256, media_type=one.media_type, size=one.size)
    mine = laptop(region)
    announce(region, mine, sealed.mission_id, Announcement(attachments=[told]))
    take_chunk(region, mine, sealed.mission_id, one.sha256, Chunk(0, NOTE[:9], checksum_of(NOTE[:9])))
    handed = receive_file(region, write_archive(sealed.document, [NOTE]), REGION)
    assert receive(region, Arrival(mine, sealed.mission_id, 1, sealed.document, 2)).receipt == handed.receipt


def test_server_0006_begins_with_no_key_and_keeps_the_laptops(database_url: str) -> None:
    revision, before = "server_0006", "server_0005"
    database = Database(database_url)
    upgrade(database, before)
    with database.writing() as connection:
        connection.execute(sqlalchemy.text(_LAPTOP), {"id": uuid4().hex})
    upgrade(database, revision)
    key = {"rank": 0, "identity": "AGE-SECRET-KEY-1", "since": datetime(2026, 3, 1, 8, tzinfo=UTC)}
    with database.writing() as connection:
        assert connection.execute(select(exchange_key)).all() == []
        connection.execute(exchange_key.insert().values(key))
        assert connection.execute(select(exchange_key)).one()._asdict() == key
        assert connection.execute(select(device.c.name)).scalars().all() == ["essai"]
    database.close()
