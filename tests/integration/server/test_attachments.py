"""Attachments on the server, over both databases: announced, received in order, whole only when their hash is right."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
import sqlalchemy

from app.domain.attachment import MediaType
from app.sync.contract.canonical import sha256_of
from app.sync.contract.protocol import EnrolmentRequest, ProblemCode
from app.sync.contract.receipt import check_receipt
from app.sync.contract.transfer import Announced, Announcement, checksum_of
from server.attachments import Chunk, announce, content_of, progress_of, take_chunk
from server.database import Database
from server.deposits import Arrival, receive
from server.devices import Device, device_of, enrol, make_code
from server.problems import Refused
from server.region import Region
from server.schema import upgrade
from server.tables import attachment, attachment_chunk, device
from tests.support.attached import with_contents
from tests.support.sealed import a_mission_file, a_version

CONTENT = b"Cycle time of the lathe, minute after minute.\n" * 100
SHA = sha256_of(CONTENT)
MISSION = UUID(int=7)


def laptop(region: Region) -> Device:
    """A laptop that works for nobody else."""
    made = enrol(region, EnrolmentRequest(code=make_code(region), device_name="essai"), "127.0.0.1")
    return device_of(region, made.token)


def told(*contents: bytes, kind: MediaType = MediaType.TEXT) -> Announcement:
    """An announcement of some contents."""
    return Announcement(
        attachments=[Announced(sha256=sha256_of(one), media_type=kind, size=len(one)) for one in contents]
    )


def chunk(start: int, end: int, content: bytes = CONTENT) -> Chunk:
    """Some bytes with their right checksum."""
    return Chunk(start, content[start:end], checksum_of(content[start:end]))


def sent(region: Region, device: Device, mission_id: UUID, *contents: bytes) -> None:
    """Announce and send some contents whole."""
    announce(region, device, mission_id, told(*contents))
    for one in contents:
        take_chunk(region, device, mission_id, sha256_of(one), chunk(0, len(one), one))


def test_chunks_resume_where_they_stopped(region: Region) -> None:
    mine = laptop(region)
    assert [(one.sha256, one.offset) for one in announce(region, mine, MISSION, told(CONTENT)).missing] == [(SHA, 0)]
    take_chunk(region, mine, MISSION, SHA, chunk(0, 1000))
    assert progress_of(region, mine, MISSION, SHA).received == 1000
    with pytest.raises(Refused, match="attachment.unknown"):
        content_of(region, mine, MISSION, SHA)
    again = announce(region, mine, MISSION, told(CONTENT, b"another"))
    assert [one.offset for one in again.missing] == [1000, 0]
    done = take_chunk(region, mine, MISSION, SHA, chunk(1000, len(CONTENT)))
    assert done.received == done.size == len(CONTENT)
    assert content_of(region, mine, MISSION, SHA) == (MediaType.TEXT, CONTENT)
    assert [one.sha256 for one in announce(region, mine, MISSION, told(CONTENT)).missing] == []
    assert take_chunk(region, mine, MISSION, SHA, chunk(0, 1000)).received == len(CONTENT), "a chunk sent twice"


@pytest.mark.parametrize(
    ("sent_chunk", "code"),
    [
        (Chunk(0, b"altered", checksum_of(b"sent")), ProblemCode.ATTACHMENT_ALTERED),
        (Chunk(0, CONTENT, ""), ProblemCode.ATTACHMENT_ALTERED),
        (chunk(10, 20), ProblemCode.ATTACHMENT_OFFSET),
        (chunk(0, 0), ProblemCode.ATTACHMENT_OFFSET),
        (chunk(0, len(CONTENT) + 1, CONTENT + b"!"), ProblemCode.ATTACHMENT_OFFSET),
        (chunk(0, len(CONTENT), CONTENT[::-1]), ProblemCode.ATTACHMENT_CONTENT),
    ],
)
def test_a_wrong_chunk_is_refused_and_nothing_of_it_stays(region: Region, sent_chunk: Chunk, code: ProblemCode) -> None:
    mine = laptop(region)
    announce(region, mine, MISSION, told(CONTENT))
    with pytest.raises(Refused) as refused:
        take_chunk(region, mine, MISSION, SHA, sent_chunk)
    assert refused.value.code is code
    assert progress_of(region, mine, MISSION, SHA).received == 0
    with region.database.reading() as connection:
        assert connection.execute(sqlalchemy.select(attachment_chunk)).all() == []
    sent(region, mine, MISSION, CONTENT)


def test_bytes_that_are_not_of_the_kind_announced_are_refused(region: Region) -> None:
    mine = laptop(region)
    announce(region, mine, MISSION, told(CONTENT, kind=MediaType.JPEG))
    with pytest.raises(Refused, match="attachment.content"):
        take_chunk(region, mine, MISSION, SHA, chunk(0, len(CONTENT)))
    with pytest.raises(Refused, match="attachment.changed"):
        announce(region, mine, MISSION, told(CONTENT))


def test_what_was_not_announced_or_is_of_another_provider_is_unknown(region: Region) -> None:
    mine, other = laptop(region), laptop(region)
    with pytest.raises(Refused, match="attachment.unknown"):
        take_chunk(region, mine, MISSION, SHA, chunk(0, 10))
    sent(region, mine, MISSION, CONTENT)
    for attempt in (
        lambda: progress_of(region, other, MISSION, SHA),
        lambda: content_of(region, other, MISSION, SHA),
        lambda: take_chunk(region, other, MISSION, SHA, chunk(0, 10)),
    ):
        with pytest.raises(Refused, match="attachment.unknown"):
            attempt()
    with pytest.raises(Refused, match="deposit.foreign"):
        announce(region, other, MISSION, told(b"mine"))


def test_a_version_waits_for_its_attachments_and_the_receipt_counts_every_part(region: Region) -> None:
    mine = laptop(region)
    sealed = a_version(with_contents(a_mission_file(uuid4()), CONTENT, b"second", CONTENT))
    arrival = Arrival(mine, sealed.mission_id, 1, sealed.document)
    for contents in ((), (CONTENT,)):
        sent(region, mine, sealed.mission_id, *contents)
        with pytest.raises(Refused, match="deposit.attachments_missing"):
            receive(region, arrival)
    sent(region, mine, sealed.mission_id, b"second")
    receipt = receive(region, arrival).receipt
    hashes = [SHA, sha256_of(b"second")]
    whole = {"mission_id": sealed.mission_id, "version": 1, "sha256": sealed.sha256}
    body = check_receipt(receipt, region.public_key, attachments=hashes, **whole)  # type: ignore[arg-type]
    assert (body.sessions, body.scenarios, body.expenses, body.attachments) == (1, 1, 0, sorted(hashes))
    with pytest.raises(Exception, match="receipt.mismatch"):
        check_receipt(receipt, region.public_key, attachments=hashes[:1], **whole)  # type: ignore[arg-type]


def test_a_former_laptop_gets_the_receipt_that_it_can_read(region: Region) -> None:
    sealed = a_version(a_mission_file(uuid4()))
    receipt = receive(region, Arrival(laptop(region), sealed.mission_id, 1, sealed.document, protocol=1)).receipt
    assert b"sessions" not in receipt
    assert b"attachments" not in receipt


def test_a_receipt_names_the_attachments_whatever_protocol_arrived(region: Region) -> None:
    mine = laptop(region)
    sealed = a_version(with_contents(a_mission_file(uuid4()), CONTENT))
    sent(region, mine, sealed.mission_id, CONTENT)
    receipt = receive(region, Arrival(mine, sealed.mission_id, 1, sealed.document, protocol=1)).receipt
    whole = {"mission_id": sealed.mission_id, "version": 1, "sha256": sealed.sha256}
    assert check_receipt(receipt, region.public_key, attachments=[SHA], **whole).sessions == 0  # type: ignore[arg-type]


def test_announcements_at_once_are_noted_once(region: Region) -> None:
    mine = laptop(region)
    asked = told(CONTENT, *(b"%d" % rank for rank in range(20)))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: announce(region, mine, MISSION, asked), range(4)))
    assert all(len(one.missing) == 21 for one in answers)
    with ThreadPoolExecutor(4) as pool:
        ends = list(pool.map(lambda _: taken(region, mine), range(4)))
    assert ends.count("kept") >= 1
    assert set(ends) <= {"kept", "attachment.offset"}
    assert progress_of(region, mine, MISSION, SHA).received == 500


def taken(region: Region, mine: Device) -> str:
    """What became of the first chunk."""
    try:
        take_chunk(region, mine, MISSION, SHA, chunk(0, 500))
    except Refused as refused:
        return refused.code.value
    return "kept"


def test_server_0005_keeps_attachments_beside_the_rows_that_were_there(database_url: str) -> None:
    database = Database(database_url)
    at = datetime(2026, 3, 1, 8, tzinfo=UTC)
    upgrade(database, "server_0004")
    with database.writing() as connection:
        connection.execute(device.insert().values(id=MISSION, name="portable", token_sha256="t" * 64, enrolled_at=at))
    upgrade(database, "server_0005")
    row = {"mission_id": MISSION, "sha256": SHA, "media_type": "text/plain", "size": 12, "received": 5}
    with database.writing() as connection:
        connection.execute(attachment.insert().values(**row, device_id=MISSION, announced_at=at))
        connection.execute(attachment_chunk.insert().values(mission_id=MISSION, sha256=SHA, start=0, content=b"chunk"))
    with database.reading() as connection:
        assert connection.execute(sqlalchemy.select(device.c.name)).scalar_one() == "portable"
        assert connection.execute(sqlalchemy.select(attachment.c.received)).scalar_one() == 5
        assert connection.execute(sqlalchemy.select(attachment_chunk.c.content)).scalar_one() == b"chunk"
    database.close()
