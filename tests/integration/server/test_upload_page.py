"""The page « Déposer un fichier »: who may hand over what, the receipt that it gives, and every refusal as a sentence."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.sync.contract.archive import write_archive
from app.sync.contract.envelope import lock
from app.sync.contract.receipt import check_receipt
from server.accounts import NewAccount, Role, create_account
from server.exchange import recipient
from server.region import Region, open_region
from server.sessions import csrf_of, open_session
from server.settings import Settings
from tests.support.html import Page
from tests.support.in_process import Browser, application
from tests.support.sealed import a_mission_file, a_version

BOUNDARY = "----essai"


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    opened = open_region(Settings(tmp_path / "region"))
    yield opened
    opened.database.close()


@pytest.fixture
def app(region: Region) -> Iterator[FastAPI]:
    with application(region) as made:
        yield made


def signed_in(region: Region, app: FastAPI, role: Role, employer: str = "") -> tuple[Browser, str]:
    token = open_session(region, create_account(region, NewAccount(f"{role}", "", role, employer)).id)
    return Browser(app, token), csrf_of(token)


def sent(browser: Browser, csrf: str, data: bytes, **headers: str) -> httpx.Response:
    part = '--{0}\r\nContent-Disposition: form-data; name="{1}"{2}\r\n\r\n'
    body = part.format(BOUNDARY, "jeton", "").encode() + csrf.encode() + b"\r\n"
    body += part.format(BOUNDARY, "fichier", '; filename="mission.jalon"').encode() + data
    body += f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", **headers}
    return browser.ask("POST", "/depot", body, kind)


def test_an_officer_hands_over_a_key_and_takes_the_receipt(region: Region, app: FastAPI) -> None:
    officer, csrf = signed_in(region, app, Role.OFFICER)
    assert recipient(region) in Page(officer.get("/depot").text).words
    sealed = a_version(a_mission_file())
    answer = sent(officer, csrf, lock(write_archive(sealed.document), recipient(region)))
    assert answer.status_code == 200
    assert "vérifiée et enregistrée" in Page(answer.text).words
    receipt = officer.get(f"/missions/{sealed.mission_id}/versions/1/recepisse.json").content
    check_receipt(receipt, region.public_key, mission_id=sealed.mission_id, version=1, sha256=sealed.sha256)
    assert "La Région l’avait déjà" in Page(sent(officer, csrf, write_archive(sealed.document)).text).words


def test_a_consultant_sees_what_he_handed_over(region: Region, app: FastAPI) -> None:
    consultant, csrf = signed_in(region, app, Role.CONSULTANT, "Exemple Conseil")
    manager, _ = signed_in(region, app, Role.MANAGER, "Autre Exemple")
    sealed = a_version(a_mission_file())
    assert sent(consultant, csrf, write_archive(sealed.document)).status_code == 200
    assert consultant.get(f"/missions/{sealed.mission_id}").status_code == 200
    assert manager.get(f"/missions/{sealed.mission_id}").status_code == 404


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"age-encryption.org/v1\n", b"\r\n--essai\r\n" * 9])
def test_a_file_that_is_not_a_mission_is_refused_by_a_sentence(region: Region, app: FastAPI, data: bytes) -> None:
    officer, csrf = signed_in(region, app, Role.OFFICER)
    answer = sent(officer, csrf, data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_form_that_is_not_of_the_session_is_refused(region: Region, app: FastAPI) -> None:
    officer, csrf = signed_in(region, app, Role.OFFICER)
    national, other = signed_in(region, app, Role.NATIONAL)
    data = write_archive(a_version(a_mission_file()).document)
    assert sent(officer, "autre", data).status_code == 400
    assert sent(officer, csrf, data, Origin="https://ailleurs.exemple.fr").status_code == 400
    assert sent(officer, csrf, data, **{"Content-Type": "multipart/form-data"}).status_code == 400
    assert sent(national, other, data).status_code == 403
