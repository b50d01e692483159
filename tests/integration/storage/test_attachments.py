"""The second encrypted file: written before the row that cites it, unreadable at rest, swept and purged by choice."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.attachment import Attachment, AttachmentLink, FieldAudience, MediaType
from app.domain.errors import DomainError
from app.domain.referential import ThemeCode
from app.infra.photos import prepare
from app.models.attachment_file import CHUNK_BYTES
from app.models.storage import Storage, open_storage
from app.services.attachments import (
    AttachmentDesk,
    Source,
    add_attachments,
    purge_acknowledged,
    remove_attachment,
    save_attachment,
    sealed_parts,
    sweep_attachments,
)
from app.services.errors import EnvironmentFailure
from app.services.jobs import Cancelled, Unattended
from app.services.rows import Deposit, DepositState
from tests.integration.storage.conftest import KEY
from tests.integration.storage.examples import a_file, a_version, keep
from tests.support.photos import a_picture, written

AT = datetime(2022, 3, 1, 9, tzinfo=UTC)
WORDS = b"Confidential relay of the press, hall 7. "
FILE = WORDS * (3 * CHUNK_BYTES // len(WORDS))
LINK = AttachmentLink(theme=ThemeCode("L1.1"))


def desk_on(storage: Storage) -> AttachmentDesk:
    """What the use cases receive, over a real profile."""
    return AttachmentDesk(storage.unit_of_work, storage.attachments, prepare, lambda: AT, uuid4)


def sources(*contents: bytes) -> list[Source]:
    """Files as chosen by a user."""
    return [Source(f"dossier/fichier {rank}.txt", lambda data=content: data) for rank, content in enumerate(contents)]  # type: ignore[misc]


def test_bytes_come_back_in_chunks_and_once(storage: Storage) -> None:
    store = storage.attachments
    sha256 = store.put(FILE, b"small")
    assert store.put(FILE) == sha256
    assert (store.read(sha256), store.thumbnail(sha256), store.held()) == (
        FILE,
        b"small",
        frozenset({sha256}),
    )
    assert storage.integrity_ok()
    with pytest.raises(EnvironmentFailure, match=r"attachment\.absent"):
        store.read("0" * 64)


def test_nothing_readable_is_at_rest(profile: Path) -> None:
    storage = open_storage(profile, KEY)
    sha256 = storage.attachments.put(FILE, WORDS)
    for _ in range(2):
        files = [path for path in profile.rglob("*") if path.is_file()]
        assert {"jalon.db", "attachments.db"} <= {path.name for path in files}
        for path in files:
            assert WORDS[:12] not in path.read_bytes(), path
            assert sha256.encode() not in path.read_bytes(), path
            assert b"SQLite format" not in path.read_bytes()[:64], path
        storage.close()


def test_another_key_does_not_open_it(profile: Path) -> None:
    storage = open_storage(profile, KEY)
    storage.attachments.put(FILE)
    storage.close()
    (profile / "jalon.db").unlink()
    other = open_storage(profile, bytes(32))
    with pytest.raises(EnvironmentFailure, match=r"storage\.wrong_key"):
        other.attachments.held()
    other.close()


def test_a_mission_keeps_its_attachments_and_tells_which_files_it_refuses(storage: Storage) -> None:
    whole = a_file()
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()
    photo = written(a_picture())

    added = add_attachments(desk_on(storage), whole.mission.id, sources(photo, b"MZ\0", FILE, b""), LINK, Unattended())

    assert [(one.media_type, one.name, one.link) for one in added.kept] == [
        (MediaType.JPEG, "fichier 0.txt", LINK),
        (MediaType.TEXT, "fichier 2.txt", LINK),
    ]
    assert [(name, refusal.code) for name, refusal in added.refused] == [
        ("dossier/fichier 1.txt", "attachment.kind_unknown"),
        ("dossier/fichier 3.txt", "attachment.empty"),
    ]
    captioned = save_attachment(
        storage.unit_of_work, whole.mission.id, replace(added.kept[0], caption=" Tour n° 2\n"), clock=lambda: AT
    )
    assert captioned.caption == "Tour n° 2"
    with storage.unit_of_work() as uow:
        assert set(uow.missions.file(whole.mission.id).attachments) == {captioned, added.kept[1]}


def test_a_stop_keeps_what_was_done_and_a_sweep_takes_only_what_nothing_cites(storage: Storage) -> None:
    whole = a_file()
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        uow.commit()

    class StopsAtTheSecond(Unattended):
        def progress(self, done: int, total: int) -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        add_attachments(desk_on(storage), whole.mission.id, sources(FILE, b"two"), LINK, StopsAtTheSecond())
    with storage.unit_of_work() as uow:
        [kept] = uow.attachments.of(whole.mission.id)
    stray = storage.attachments.put(b"written, then the machine stopped", b"stray")

    assert sweep_attachments(storage.unit_of_work, storage.attachments) == 33

    assert storage.attachments.held() == {kept.sha256}
    assert storage.attachments.thumbnail(stray) == b""
    remove_attachment(storage.unit_of_work, whole.mission.id, kept.id, clock=lambda: AT)
    assert storage.attachments.held() == {kept.sha256}, "it can still be put back"
    save_attachment(storage.unit_of_work, whole.mission.id, kept, clock=lambda: AT)
    assert sweep_attachments(storage.unit_of_work, storage.attachments) == 0


def test_a_sealed_mission_takes_none(storage: Storage) -> None:
    whole = a_file()
    sealed = replace(whole.mission.sealed(), version=1)
    with storage.unit_of_work() as uow:
        uow.missions.add(sealed, AT)
        uow.commit()
    with pytest.raises(DomainError, match=r"mission\.sealed"):
        add_attachments(desk_on(storage), sealed.id, sources(FILE), LINK, Unattended())


def test_only_what_every_receipt_acknowledges_is_purged(storage: Storage) -> None:
    whole = a_file()
    mission_id = whole.mission.id
    contents = [b"seen by both", b"second version only", b"private", b"shared with another mission"]
    hashes = [storage.attachments.put(one, b"small") for one in contents]
    audiences = [FieldAudience.COMPANY, FieldAudience.REGION, FieldAudience.PRIVATE, FieldAudience.COMPANY]
    attached = tuple(
        Attachment(uuid4(), sha, MediaType.TEXT, len(one), "n.txt", AT, audience=audience)
        for sha, one, audience in zip(hashes, contents, audiences, strict=True)
    )
    file = replace(whole, attachments=attached)
    other = a_file("OC-22-7F3K-8")
    parts = sealed_parts(file)
    assert {part.sha256 for part in parts} == {hashes[0], hashes[1], hashes[3]}
    with storage.unit_of_work() as uow:
        keep(uow, whole)
        keep(uow, other)
        uow.attachments.save(other.mission.id, replace(attached[3], id=uuid4()))
        for version, held in ((1, [parts[0], parts[2]]), (2, parts)):
            uow.sealed.add(a_version(mission_id, version))
            uow.attachments.note_sealed(mission_id, version, held)
            uow.deposits.queue(Deposit(mission_id, version, "c" * 64, DepositState.WAITING, AT))
        uow.commit()

    def acknowledge(version: int) -> int:
        with storage.unit_of_work() as uow:
            [one] = [one for one in uow.deposits.of(mission_id) if one.version == version]
            uow.deposits.save(replace(one, state=DepositState.DEPOSITED, receipt=b"signed"))
            uow.commit()
        return purge_acknowledged(storage.unit_of_work, storage.attachments, mission_id)

    assert acknowledge(1) == 0, "the second version still needs it"
    assert acknowledge(2) == len(contents[0]) + len(contents[1])
    assert storage.attachments.held() == {hashes[2], hashes[3]}
    assert storage.attachments.thumbnail(hashes[0]) == b"small"
