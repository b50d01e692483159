"""A data folder made by the first released schema opens today: bytes, receipts, pages, laptops, and what comes next.

`regional-0.1.zip` was made by the program of commit d9b99be, with real deposits: a mission of two versions by a laptop of
a provider, one by another laptop, a fictional one, a password. Its key signed nothing else.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from app.sync.contract.document import read_document
from app.sync.contract.protocol import version_path
from app.sync.contract.receipt import check_receipt, key_id
from server.backup import back_up, restore
from server.database import Database
from server.schema import SchemaState, state_of
from server.sessions import pending_secret
from server.settings import Settings
from server.totp import code_at, step_of
from tests.support.html import Page
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file, a_version

PROVIDERS = "IKpyXZXyW_7FK0Q3ZOzV7WHG2-PsL9RkPplsDJzCuzw"
OTHERS = "Nw-aEtkJbU1LkYl34N-b2vAd3UMTe2jqqbVnh9mYOzc"
PASSWORD = "une phrase d’essai"  # noqa: S105 of a server made for one test
KEPT = {(UUID(int=0xA1), 1): PROVIDERS, (UUID(int=0xA1), 2): PROVIDERS, (UUID(int=0xB2), 1): OTHERS}
_WORD = re.compile(r'name="jeton" value="([^"]+)"')
FICTIONAL = UUID(int=0xC3)


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RegionalServer]:
    """The folder, served by today's program."""
    data = tmp_path_factory.mktemp("former") / "data"
    with zipfile.ZipFile(Path(__file__).with_name("regional-0.1.zip")) as archive:
        archive.extractall(data)
    data.chmod(0o700)
    (data / "signing-key.pem").chmod(0o600)
    server = RegionalServer(data)
    server.start()
    yield server
    if server.is_running:
        server.stop()


def test_it_is_upgraded_and_a_copy_is_kept(former: RegionalServer) -> None:
    copy = Database(f"sqlite:///{former.data / 'regional.db.avant-server_0001'}")
    with former.database() as now:
        assert (state_of(now), state_of(copy)) == (SchemaState.CURRENT, SchemaState.OLDER)
    copy.close()


def test_versions_are_read_back_and_acknowledged_as_before(former: RegionalServer) -> None:
    for (mission_id, number), token in KEPT.items():
        path = version_path(mission_id, number)
        document = former.request("GET", path, headers={"Authorization": f"Bearer {token}"}).content
        sealed = read_document(document)
        assert (sealed.mission.id, sealed.version.number) == (mission_id, number)
        again = former.put(token, path, document)
        assert again.status_code == 200
        hashed = {known[:2]: known[2] for known in former.versions()}[mission_id, number]
        body = check_receipt(again.content, former.public_key(), mission_id=mission_id, version=number, sha256=hashed)
        assert body.kid == key_id(former.public_key())


def test_its_laptops_go_on(former: RegionalServer) -> None:
    sealed = a_version(a_mission_file())
    path = version_path(sealed.mission_id, 1)
    assert former.put(OTHERS, path, sealed.document).status_code == 201
    assert former.put(former.enrol(), path, sealed.document).status_code == 403


def test_its_pages_show_what_it_holds(former: RegionalServer) -> None:
    with httpx.Client(base_url=former.url, trust_env=False, headers={"Accept": "text/html"}) as client:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        known = httpx.QueryParams(login="admin", password=PASSWORD)
        assert client.post("/connexion", content=str(known), headers=form).status_code == 303
        secret, word = (
            pending_secret(client.cookies["jalon_session"]),
            _WORD.findall(client.get("/connexion/code").text)[0],
        )
        code = code_at(secret, step_of(datetime.now(UTC)))
        shown = httpx.QueryParams(code=code, jeton=word)
        assert client.post("/connexion/code", content=str(shown), headers=form).status_code == 303
        missions = Page(client.get("/").text)
        one = client.get(f"/missions/{UUID(int=0xA1)}")
    for mission_id in (*(mission_id for mission_id, _ in KEPT), FICTIONAL):
        assert f"/missions/{mission_id}" in missions.links
    assert one.status_code == 200
    assert "Exemple Usinage SAS" in one.text


def test_it_moves_to_postgresql(former: RegionalServer, postgresql_url: str, tmp_path: Path) -> None:
    path = tmp_path / "copie.zip"
    with former.region() as region:
        back_up(region, path)
    restore(Settings(tmp_path / "moved", postgresql_url), path)
    moved = RegionalServer(tmp_path / "moved", postgresql_url)
    with moved.region() as region:
        assert region.public_key == former.public_key()
    assert sorted(moved.versions()) == sorted(former.versions())
