"""Evidence of signatures goes to the Region after the version that it cites: once, whole, under a verified receipt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.domain.attachment import MediaType
from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole, SignatureEvidence
from app.domain.mission import SealedVersion
from app.services.rows import DepositState
from app.sync.contract.canonical import sha256_of
from app.sync.contract.evidence import (
    EVIDENCE_TYPE,
    check_evidence_receipt,
    evidence_path,
    read_evidence,
    write_evidence,
)
from app.sync.contract.protocol import version_path
from server.erasure import erase_company
from server.tables import attachment, evidence
from tests.support.lines import Relay
from tests.support.photos import a_picture, written
from tests.support.profile import QUEUED_AT, Profile, Unwatched
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file

STROKES = (((100, 500), (900, 200)),)


@pytest.fixture
def profile(tmp_path: Path, regional_server: RegionalServer) -> Iterator[Profile]:
    opened = Profile(tmp_path / "profile")
    opened.outbox.enrol(regional_server.url, regional_server.code(), "portable d’essai")
    yield opened
    opened.close()


def signed(profile: Profile, sealed: SealedVersion, scan: bytes = b"") -> SignatureEvidence:
    """A signature of a sealed version, kept on the laptop."""
    made = SignatureEvidence(
        id=uuid4(),
        mission_id=sealed.mission_id,
        version=sealed.version,
        sha256=sealed.sha256,
        kind=EvidenceKind.SCANNED if scan else EvidenceKind.DRAWN,
        recorded_at=QUEUED_AT,
        signed_on=date(2026, 3, 1),
        signatories=(Signatory(SignatoryRole.COMPANY, "Dominique Exemple", "", () if scan else STROKES),),
        scan=profile.storage.attachments.put(scan) if scan else "",
        scan_type=MediaType.JPEG if scan else None,
    )
    with profile.storage.unit_of_work() as uow:
        uow.evidence.add(made)
        uow.commit()
    return made


def waiting(profile: Profile) -> tuple[SignatureEvidence, ...]:
    with profile.storage.unit_of_work() as uow:
        return uow.evidence.waiting()


def held(server: RegionalServer, mission_id: UUID) -> dict[UUID, tuple[bytes, bytes]]:
    """Records of a mission on the server: bytes and receipt of each."""
    with server.database() as database, database.reading() as connection:
        rows = connection.execute(select(evidence).where(evidence.c.mission_id == mission_id))
        return {row.id: (row.content, row.receipt) for row in rows}


def test_signatures_follow_the_version_and_are_acknowledged(profile: Profile, regional_server: RegionalServer) -> None:
    sealed, photo = profile.seal(a_mission_file()), written(a_picture())
    drawn, scanned = signed(profile, sealed), signed(profile, sealed, photo)
    assert waiting(profile) == ()  # nothing before the version itself

    assert profile.outbox.deposit(sealed.mission_id, 1, Unwatched()).state is DepositState.DEPOSITED

    kept = held(regional_server, sealed.mission_id)
    assert {read_evidence(content) for content, _ in kept.values()} == {(drawn, 0), (scanned, len(photo))}
    for content, receipt in kept.values():
        body = check_evidence_receipt(receipt, regional_server.public_key(), content)
        assert (body.mission_id, body.version, body.sha256) == (sealed.mission_id, 1, sha256_of(content))
    assert waiting(profile) == ()
    with profile.storage.unit_of_work() as uow:
        assert uow.evidence.acknowledged(sealed.mission_id) == {drawn.id, scanned.id}
    with regional_server.database() as database, database.reading() as connection:
        [scan] = connection.execute(select(attachment).where(attachment.c.mission_id == sealed.mission_id)).all()
        assert (scan.sha256, scan.size, scan.whole_at is not None) == (scanned.scan, len(photo), True)


def test_a_signature_after_the_deposit_goes_with_the_next_one(
    profile: Profile, regional_server: RegionalServer
) -> None:
    sealed = profile.seal(a_mission_file())
    profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
    made = signed(profile, sealed)
    assert waiting(profile) == (made,)

    assert profile.outbox.deposit_pending(Unwatched()) == ()

    assert waiting(profile) == ()
    assert held(regional_server, sealed.mission_id).keys() == {made.id}


def test_a_lost_answer_is_had_by_sending_again(tmp_path: Path, regional_server: RegionalServer) -> None:
    profile = Profile(tmp_path / "profile")
    with Relay(regional_server.url) as relay:
        profile.outbox.enrol(relay.url, regional_server.code(), "essai")
        sealed = profile.seal(a_mission_file())
        profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
        made = signed(profile, sealed)
        profile.outbox.close()
        relay.cut = "after_commit"
        assert profile.outbox.send_evidence(Unwatched()) == 1
        [(content, receipt)] = held(regional_server, sealed.mission_id).values()
        assert waiting(profile) == (made,)
        profile.outbox.close()
        assert profile.outbox.send_evidence(Unwatched()) == 0
    assert held(regional_server, sealed.mission_id) == {made.id: (content, receipt)}
    profile.close()


def test_what_cites_nothing_held_is_refused(profile: Profile, regional_server: RegionalServer) -> None:
    sealed = profile.seal(a_mission_file())
    made = signed(profile, sealed)
    token = regional_server.enrol()
    own = {"Content-Type": EVIDENCE_TYPE}

    def code(record: SignatureEvidence, size: int = 0, bearer: str = token) -> str:
        path = evidence_path(record.mission_id, made.id)
        answer = regional_server.put(bearer, path, write_evidence(record, size), **own)
        return str(answer.json()["code"]) if answer.status_code >= 400 else str(answer.status_code)

    assert code(made) == "evidence.version_unknown"
    regional_server.put(token, version_path(sealed.mission_id, 1), sealed.document)
    assert code(replace(made, sha256="b" * 64)) == "evidence.version_unknown"
    assert code(replace(made, version=2)) == "evidence.version_unknown"
    assert code(replace(made, id=uuid4())) == "evidence.unreadable"
    scan = replace(made, kind=EvidenceKind.SCANNED, scan="c" * 64, scan_type=MediaType.PDF)
    assert code(scan, 9) == "deposit.attachments_missing"
    assert code(made, bearer=regional_server.enrol("Autre prestataire")) == "deposit.foreign"
    assert [code(made), code(made)] == ["201", "200"]
    assert code(replace(made, place="Ailleurs")) == "evidence.conflict"


def test_an_erasure_takes_the_signatures_too(profile: Profile, regional_server: RegionalServer) -> None:
    sealed = profile.seal(a_mission_file())
    signed(profile, sealed)
    profile.outbox.deposit(sealed.mission_id, 1, Unwatched())
    assert held(regional_server, sealed.mission_id)
    with regional_server.region() as region:
        erase_company(region, "732829320")
    assert held(regional_server, sealed.mission_id) == {}
    again = signed(profile, sealed)
    assert profile.outbox.send_evidence(Unwatched()) == 1
    assert waiting(profile) == (again,)
