"""Pages of the server: closed without the password, complete with it, the fictional apart, nothing from elsewhere."""

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

PASSWORD = "une phrase d’essai"  # noqa: S105 of a server made for one test
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


@pytest.fixture(scope="module", autouse=True)
def password(regional_server: RegionalServer) -> None:
    regional_server.run("admin-password", stdin=f"{PASSWORD}\n")


def browser(server: RegionalServer) -> httpx.Client:
    return httpx.Client(base_url=server.url, trust_env=False, headers={"Accept": "text/html"})


def sign_in(client: httpx.Client, password: str = PASSWORD, **headers: str) -> httpx.Response:
    return client.post("/connexion", content=str(httpx.QueryParams(password=password)), headers={**FORM, **headers})


@pytest.fixture
def visitor(regional_server: RegionalServer) -> Iterator[httpx.Client]:
    with browser(regional_server) as client:
        yield client


@pytest.fixture
def administrator(visitor: httpx.Client) -> httpx.Client:
    assert sign_in(visitor).status_code == 303
    return visitor


def deposited(server: RegionalServer, name: str, *, fictional: bool = False) -> tuple[MissionFile, SealedVersion]:
    """A mission of a company, deposited."""
    file = a_mission_file(fictional=fictional)
    file = replace(file, mission=replace(file.mission, company=replace(file.mission.company, name=name)))
    sealed = a_version(file)
    answer = server.put(server.enrol(), version_path(sealed.mission_id, 1), sealed.document)
    assert answer.status_code == 201, answer.text
    return file, sealed


def test_no_page_is_open_without_the_password(regional_server: RegionalServer, visitor: httpx.Client) -> None:
    _, sealed = deposited(regional_server, "Exemple Fermée SAS")
    mission = f"/missions/{sealed.mission_id}"
    for path in ("/", mission, f"{mission}/versions/1/mission.json", f"{mission}/versions/1/recepisse.json"):
        for cookie in ("", "jalon_session=faux"):
            answer = visitor.get(path, headers={"Cookie": cookie})
            assert (answer.status_code, answer.headers["location"]) == (303, "/connexion")
            assert answer.content == b""


def test_a_wrong_password_says_so(visitor: httpx.Client) -> None:
    asked = Page(visitor.get("/connexion").text)
    answer = sign_in(visitor, "autre chose")

    assert asked.headings == ["Connexion"]
    assert answer.status_code == 401
    assert "Ce mot de passe n’est pas le bon." in Page(answer.text).words
    assert "set-cookie" not in answer.headers


def test_a_form_from_another_site_is_refused(visitor: httpx.Client) -> None:
    answer = sign_in(visitor, Origin="https://ailleurs.exemple.fr")
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers
    assert sign_in(visitor, Origin=str(visitor.base_url).rstrip("/")).status_code == 303


def test_the_session_ends_when_asked(administrator: httpx.Client) -> None:
    kept = administrator.cookies["jalon_session"]
    assert administrator.get("/").status_code == 200

    assert administrator.post("/deconnexion").status_code == 303

    assert administrator.get("/", headers={"Cookie": f"jalon_session={kept}"}).status_code == 303


def test_a_new_password_ends_every_session(regional_server: RegionalServer, administrator: httpx.Client) -> None:
    regional_server.run("admin-password", stdin=f"{PASSWORD}\n")
    assert administrator.get("/").status_code == 303


def test_the_session_cookie_is_for_this_site_only(visitor: httpx.Client) -> None:
    cookie = sign_in(visitor).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


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


def test_after_too_many_failures_even_the_right_password_waits(regional_server: RegionalServer) -> None:
    with browser(regional_server) as client:
        for _ in range(10):
            sign_in(client, "autre chose encore")
        answer = sign_in(client)
    assert answer.status_code == 429
    assert "set-cookie" not in answer.headers
