"""Pages of the missions: closed without a session, complete with it, the fictional apart, nothing from elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from app.domain.mission import MissionFile, SealedVersion
from app.sync.contract.protocol import version_path
from app.sync.contract.receipt import check_receipt
from tests.support.html import Page
from tests.support.regional import RegionalServer
from tests.support.sealed import a_mission_file, a_version


def browser(server: RegionalServer) -> httpx.Client:
    return httpx.Client(base_url=server.url, trust_env=False, headers={"Accept": "text/html"})


@pytest.fixture
def visitor(regional_server: RegionalServer) -> Iterator[httpx.Client]:
    with browser(regional_server) as client:
        yield client


@pytest.fixture
def administrator(regional_server: RegionalServer, visitor: httpx.Client) -> httpx.Client:
    visitor.cookies.set("jalon_session", regional_server.session())
    return visitor


def deposited(server: RegionalServer, name: str, *, fictional: bool = False) -> tuple[MissionFile, SealedVersion]:
    """A mission of a company, deposited."""
    file = a_mission_file(fictional=fictional)
    file = replace(file, mission=replace(file.mission, company=replace(file.mission.company, name=name)))
    sealed = a_version(file)
    answer = server.put(server.enrol(), version_path(sealed.mission_id, 1), sealed.document)
    assert answer.status_code == 201, answer.text
    return file, sealed


def test_no_page_is_open_without_a_session(regional_server: RegionalServer, visitor: httpx.Client) -> None:
    _, sealed = deposited(regional_server, "Exemple Fermée SAS")
    mission = f"/missions/{sealed.mission_id}"
    for path in ("/", mission, f"{mission}/versions/1/mission.json", f"{mission}/versions/1/recepisse.json"):
        for cookie in ("", "jalon_session=faux"):
            answer = visitor.get(path, headers={"Cookie": cookie})
            assert (answer.status_code, answer.headers["location"]) == (303, "/connexion")
            assert answer.content == b""


def test_the_session_ends_when_asked(administrator: httpx.Client) -> None:
    kept = administrator.cookies["jalon_session"]
    assert administrator.get("/").status_code == 200

    assert administrator.post("/deconnexion").status_code == 303

    assert administrator.get("/", headers={"Cookie": f"jalon_session={kept}"}).status_code == 303


def test_the_list_shows_missions_and_the_fictional_apart(
    regional_server: RegionalServer, administrator: httpx.Client
) -> None:
    _, real = deposited(regional_server, "Exemple <b>Fonderie</b> & Fils")
    _, fictional = deposited(regional_server, "Mécanique Durand SAS", fictional=True)

    page = Page(administrator.get("/").text)

    before, stamp, after = page.words.partition("FICTIF")
    assert stamp
    assert "Exemple <b>Fonderie</b> & Fils" in before
    assert "Mécanique Durand SAS" in after
    assert "Mécanique Durand SAS" not in before
    assert "Fonderie" not in after
    count = int(page.headings[0].removeprefix("Missions reçues "))
    assert f"versions reçues {count}" in before
    assert f"comptés {count * 5} jours" in before
    assert "entrée 116 → sortie — 5 jours 1 1" in before
    assert page.links.index(f"/missions/{real.mission_id}") < page.links.index(f"/missions/{fictional.mission_id}")


def test_a_mission_shows_its_versions_hashes_charts_and_rules(
    regional_server: RegionalServer, administrator: httpx.Client
) -> None:
    _, first = deposited(regional_server, "Exemple Usinage SAS")
    page = Page(administrator.get(f"/missions/{first.mission_id}").text)

    assert page.headings[0] == "Exemple Usinage SAS"
    words_shown = " ".join(page.words.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "FICTIF" not in page.words
    for words in (
        first.sha256,
        "116 sur 290",
        "comptés au relevé 5 jours",
        "d’aide publique 6 000 €",
        "payés par l’entreprise 0 €",
        "recalculé, identique",
        "Signature vérifiée",
        "Relever les arrêts",
        "Femmes, hommes et compétences",
        "Réglages écrits nulle part.",
        "à ouvrir d’abord",
        "Capteurs et objets connectés",
        "sur 50",
        "L’aide ne dépasse pas le montant des fonds propres",
    ):
        assert words in words_shown, words
    link = next(one for one in page.links if one.endswith("mission.json"))
    document = administrator.get(link)
    assert document.content == first.document
    assert document.headers["content-disposition"] == 'attachment; filename="mission.json"'
    receipt = administrator.get(link.replace("mission.json", "recepisse.json")).content
    key = regional_server.public_key()
    assert check_receipt(receipt, key, mission_id=first.mission_id, version=1, sha256=first.sha256).size


def test_unknown_addresses_are_pages_for_a_person(administrator: httpx.Client) -> None:
    for path in ("/missions/00000000-0000-0000-0000-000000000001", "/nulle-part"):
        answer = administrator.get(path)
        assert answer.status_code == 404
        assert Page(answer.text).headings == ["Demande refusée"]
    assert administrator.get("/?page=0").status_code == 400
    assert administrator.get("/?page=7").status_code == 200


def test_nothing_comes_from_elsewhere_and_every_header_is_there(
    regional_server: RegionalServer, administrator: httpx.Client
) -> None:
    _, sealed = deposited(regional_server, "Exemple Tôlerie SARL")
    for path in ("/", f"/missions/{sealed.mission_id}", "/connexion"):
        answer = administrator.get(path)
        page = Page(answer.text)
        assert page.sources
        for source in page.sources:
            assert source.startswith("/static/")
            assert administrator.get(source).status_code == 200
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
    sheet = administrator.get("/static/pages.css").text
    assert "http" not in sheet
    fonts = {part.partition('"')[0] for part in sheet.split('url("')[1:]}
    assert len(fonts) == 4
    assert {administrator.get(font).status_code for font in fonts} == {200}
