"""Sign-in through an issuer: a real OpenID Connect provider on a port of this machine."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from server.accounts import NewAccount, Role, accounts, create_account, set_disabled
from server.region import Region, open_region
from tests.support.html import Page
from tests.support.in_process import Browser, application

CLIENT, SECRET = "jalon", "secret d’essai"
_PORT = re.compile(r"running on http://127\.0\.0\.1:(\d+)")


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider in a process of its own, with somebody whose address is verified and somebody whose is not."""
    people = [("o", "o.exemple@region.exemple", True), ("f", "faux@region.exemple", False)]
    told = [json.dumps({"sub": sub, "email": email, "email_verified": known}) for sub, email, known in people]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", "0"]
    command += [part for one in told for part in ("--user-claims", one)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = iter(process.stderr)
        found = next(match for match in map(_PORT.search, said) if match)
        reader = Thread(target=lambda: list(said), daemon=True)
        reader.start()
        yield f"http://127.0.0.1:{found[1]}"
        process.terminate()
        process.wait(timeout=20)
        reader.join()


@pytest.fixture
def linked(region: Region, issuer: str) -> Iterator[Region]:
    """A server that offers the issuer, with an officer's account and the real clock: the issuer has no other."""
    settings = replace(region.settings, oidc_issuer=issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET)
    opened = open_region(settings, lambda: datetime.now(UTC))
    create_account(opened, NewAccount("O.Exemple@region.exemple", "", Role.OFFICER))
    create_account(opened, NewAccount("faux@region.exemple", "", Role.OFFICER))
    yield opened
    opened.database.close()


def signed_in(browser: Browser, subject: str) -> httpx.Response:
    """What the browser is told when it comes back from the issuer, where it signed in."""
    departed = browser.get("/connexion/region")
    assert departed.status_code == 303
    agreed = httpx.post(departed.headers["location"], data={"sub": subject}, trust_env=False)
    returned = urlsplit(agreed.headers["location"])
    return browser.get(f"{returned.path}?{returned.query}")


def test_an_officer_signs_in_and_is_known_by_subject_from_then_on(linked: Region) -> None:
    with application(linked) as app:
        browser = Browser(app)
        assert "/connexion/region" in Page(browser.get("/connexion").text).links
        entered = signed_in(browser, "o")
        assert entered.status_code == 200, Page(entered.text).words
        assert Page(entered.text).links[-1] == "/"
        assert browser.get("/").status_code == 200
    officer = next(one for one in accounts(linked) if one.login == "o.exemple@region.exemple")
    assert officer.is_linked


@pytest.mark.parametrize("subject", ["f", "inconnu"])
def test_an_unverified_address_and_a_stranger_are_refused(linked: Region, subject: str) -> None:
    with application(linked) as app:
        browser = Browser(app)
        refused = signed_in(browser, subject)
        assert refused.status_code == 403
        assert "Aucun compte ouvert ne porte votre adresse" in Page(refused.text).words
        assert browser.get("/").status_code == 303


def test_a_closed_account_stays_closed(linked: Region) -> None:
    create_account(linked, NewAccount("admin", "", Role.ADMINISTRATOR))
    officer = next(one for one in accounts(linked) if one.login == "o.exemple@region.exemple")
    set_disabled(linked, officer.id, disabled=True)
    with application(linked) as app:
        assert signed_in(Browser(app), "o").status_code == 403


def test_a_return_serves_once_and_only_the_browser_that_left(linked: Region) -> None:
    with application(linked) as app:
        browser, thief = Browser(app), Browser(app)
        departed = browser.get("/connexion/region").headers["location"]
        asked = parse_qs(urlsplit(departed).query)
        assert asked["code_challenge_method"] == ["S256"]
        agreed = httpx.post(departed, data={"sub": "o"}, trust_env=False).headers["location"]
        path = agreed.partition("testserver")[2]
        assert thief.get(path).status_code == 403
        assert browser.get(path.replace("code=", "code=x")).status_code == 403
        assert browser.get(path).status_code == 403
        assert browser.get("/connexion/retour").status_code == 403
        assert accounts(linked)[0].is_linked is False


def test_a_token_of_another_client_is_refused(linked: Region) -> None:
    other = replace(linked.settings, oidc_client_id="autre")
    with application(linked) as app:
        browser = Browser(app)
        departed = browser.get("/connexion/region").headers["location"]
        agreed = httpx.post(departed, data={"sub": "o"}, trust_env=False).headers["location"]
        app.state.region = replace(app.state.region, settings=other)
        assert browser.get(agreed.partition("testserver")[2]).status_code == 403


def test_an_issuer_that_is_away_is_told(linked: Region) -> None:
    away = replace(linked, settings=replace(linked.settings, oidc_issuer="http://127.0.0.1:9"))
    with application(away) as app:
        answer = Browser(app).get("/connexion/region")
    assert answer.status_code == 502
    assert "ne répond pas comme prévu" in Page(answer.text).words
