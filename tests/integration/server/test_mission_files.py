"""Page of a mission: its photos, files and signatures, present or awaited, given to who may see it, each read noted."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from app.domain.attachment import MediaType
from app.domain.evidence import EvidenceKind, Signatory, SignatoryRole, SignatureEvidence
from app.sync.contract.evidence import write_evidence
from app.sync.contract.transfer import Announced, Announcement, checksum_of
from server.accounts import NewAccount, Role, create_account
from server.attachments import Chunk, announce, take_chunk
from server.deposits import Arrival, receive
from server.erasure import missions_past_retention
from server.evidence import receive_evidence
from server.journal_check import check_journal
from server.reads import Part, reads
from server.region import Region
from server.sessions import csrf_of, open_session
from server.tables import attachment, journal_event
from tests.integration.server.conftest import Hand
from tests.support.attached import with_contents
from tests.support.html import Page
from tests.support.in_process import Browser, application
from tests.support.sealed import SEALED_AT, a_mission_file, a_version

NOTE, LOST = b"Releve des arrets, ligne 2.", b"Plan de l'atelier, a venir."
SCAN = b"%PDF-1.4 feuille signee"


def sent(region: Region, arrival: Arrival, content: bytes, kind: MediaType) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    told = [Announced(sha256=sha256, size=len(content), media_type=kind)]
    announce(region, arrival.device, arrival.mission_id, Announcement(attachments=told))
    chunk = Chunk(0, content, checksum_of(content))
    take_chunk(region, arrival.device, arrival.mission_id, sha256, chunk)
    return sha256


@pytest.fixture
def held(region: Region, arrival: Arrival) -> tuple[Arrival, SignatureEvidence]:
    """A mission of two files and a scanned signature; one file is then made to lack."""
    sealed = a_version(with_contents(a_mission_file(), NOTE, LOST))
    made = replace(arrival, mission_id=sealed.mission_id, data=sealed.document)
    for content in (NOTE, LOST):
        sent(region, made, content, MediaType.TEXT)
    assert receive(region, made).created
    scan = sent(region, made, SCAN, MediaType.PDF)
    record = SignatureEvidence(
        id=uuid4(),
        mission_id=sealed.mission_id,
        version=1,
        sha256=sealed.sha256,
        kind=EvidenceKind.SCANNED,
        recorded_at=SEALED_AT,
        signed_on=date(2022, 5, 12),
        signatories=(Signatory(SignatoryRole.COMPANY, "Dominique Exemple"),),
        scan=scan,
        scan_type=MediaType.PDF,
    )
    receive_evidence(region, made.device, sealed.mission_id, record.id, write_evidence(record, len(SCAN)))
    with region.database.writing() as connection:
        lost = attachment.c.sha256 == hashlib.sha256(LOST).hexdigest()
        connection.execute(attachment.update().where(lost).values(whole_at=None, received=3))
    return made, record


@pytest.fixture
def app(region: Region) -> Iterator[FastAPI]:
    with application(region) as opened:
        yield opened


def browser_of(region: Region, app: FastAPI, role: Role) -> tuple[Browser, str]:
    provider = "Autre" if role in {Role.CONSULTANT, Role.MANAGER} else ""
    token = open_session(region, create_account(region, NewAccount(f"{role}-essai", "", role, provider)).id)
    return Browser(app, token), csrf_of(token)


def test_files_and_signatures_are_listed_and_given(
    region: Region, app: FastAPI, held: tuple[Arrival, SignatureEvidence]
) -> None:
    made, record = held
    officer, _ = browser_of(region, app, Role.OFFICER)
    place = f"/missions/{made.mission_id}"
    page = Page(officer.get(place).text)
    note = f"{place}/attachments/{hashlib.sha256(NOTE).hexdigest()}"
    assert note in page.links
    lost = f"{place}/attachments/{hashlib.sha256(LOST).hexdigest()}"
    assert lost not in page.links
    for words in ("Photos et fichiers 2", "reçu", "attendu", "Signatures 1", "Dominique Exemple", "12/05/2022"):
        assert words in page.words, words

    answer = officer.get(note)
    assert (answer.content, answer.headers["content-type"].partition(";")[0]) == (NOTE, "text/plain")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert officer.get(f"{place}/attachments/{record.scan}").content == SCAN
    assert officer.get(f"{place}/signatures/{record.id}").content == write_evidence(record, len(SCAN))
    for missing in (lost, f"{place}/attachments/{'0' * 64}", f"{place}/signatures/{UUID(int=9)}"):
        assert officer.get(missing).status_code == 404
    parts = [one.part for one in reads(region, mission_id=made.mission_id)]
    assert parts.count(Part.ATTACHMENT) == 4
    assert parts.count(Part.SIGNATURE) == 2


@pytest.mark.parametrize(("role", "status"), [(Role.CONSULTANT, 404), (Role.MANAGER, 404), (Role.NATIONAL, 403)])
def test_nobody_else_is_given_them(
    region: Region, app: FastAPI, held: tuple[Arrival, SignatureEvidence], role: Role, status: int
) -> None:
    made, record = held
    stranger, _ = browser_of(region, app, role)
    for path in (f"attachments/{record.scan}", f"signatures/{record.id}"):
        answer = stranger.get(f"/missions/{made.mission_id}/{path}")
        assert answer.status_code == status
        assert SCAN not in answer.content
    assert reads(region, mission_id=made.mission_id) == ()


def test_retention_is_chosen_on_the_page(region: Region, app: FastAPI, arrival: Arrival, hand: Hand) -> None:
    receive(region, arrival)
    hand.advance(timedelta(days=400))
    assert missions_past_retention(region) == ()
    browser, csrf = browser_of(region, app, Role.ADMINISTRATOR)
    for wrong in ("", "-1", "1201", "12.5", "99999", "²"):
        form = {"jeton": csrf, "months": wrong, "fictional_months": "0"}
        answer = browser.post("/conservation/durees", form)
        assert answer.status_code == 422, wrong
        assert "Écrivez un nombre entier de mois" in answer.text

    told = browser.post("/conservation/durees", {"jeton": csrf, "months": "12", "fictional_months": "1200"})

    assert "12 mois après leur dernière version" in " ".join(Page(told.text).words.split())
    assert missions_past_retention(region) == (arrival.mission_id,)
    browser.post("/conservation/durees", {"jeton": csrf, "months": "0", "fictional_months": "0"})
    assert missions_past_retention(region) == ()
    assert check_journal(region).versions == 1
    with region.database.reading() as connection:
        kinds = list(connection.execute(select(journal_event.c.kind)).scalars())
    assert kinds.count("retention_set") == 2
