"""Sign-in with a local account: password, authenticator, failures in time, sessions and their forms."""

import re
from datetime import timedelta
from hashlib import scrypt

import pytest
from sqlalchemy import select, update

from app.domain.errors import DomainError
from server.accounts import NewAccount, Role, accounts, create_account, set_disabled, set_password
from server.problems import Refused
from server.region import Region
from server.sessions import Stage, confirm_code, open_session, pending_secret, session_of, sign_in
from server.tables import account
from server.totp import accepted_step, code_at, step_of
from tests.integration.server.conftest import Hand
from tests.support.html import Page
from tests.support.in_process import ADDRESS, Browser, application

HERE, THERE = "192.0.2.1", "192.0.2.2"
PASSWORD = "une phrase d’essai"  # noqa: S105 of a server made for one test
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 published in RFC 6238


def an_account(region: Region, role: Role = Role.CONSULTANT, login: str = "c.exemple") -> NewAccount:
    provider = "Exemple Conseil" if role in {Role.CONSULTANT, Role.MANAGER} else ""
    new = NewAccount(login, "C. Exemple", role, provider, PASSWORD)
    create_account(region, new)
    return new


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")]
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert code_at(RFC_SECRET, seconds // 30) == code


def test_a_code_serves_once_and_one_period_around(hand: Hand) -> None:
    step = step_of(hand.now)
    for shift, expected in ((-2, None), (-1, step - 1), (0, step), (1, step + 1), (2, None)):
        assert accepted_step(RFC_SECRET, code_at(RFC_SECRET, step + shift), hand.now, None) == expected
    assert accepted_step(RFC_SECRET, code_at(RFC_SECRET, step), hand.now, step) is None
    assert accepted_step(RFC_SECRET, "", hand.now, None) is None
    assert accepted_step(RFC_SECRET, "é" * 6, hand.now, None) is None


def test_a_consultant_opens_with_a_password(region: Region, hand: Hand) -> None:
    an_account(region)
    assert sign_in(region, "c.exemple", "une autre phrase", HERE) is None
    token = sign_in(region, " C.Exemple ", PASSWORD, HERE)
    assert token is not None
    session = session_of(region, token)
    assert session is not None
    assert (session.stage, session.account.provider) == (Stage.OPEN, "Exemple Conseil")
    hand.advance(timedelta(hours=12) - timedelta(seconds=1))
    assert session_of(region, token)
    hand.advance(timedelta(seconds=1))
    assert session_of(region, token) is None
    assert session_of(region, "") is None


def test_an_officer_needs_an_authenticator_enrolled_at_the_first_sign_in(region: Region, hand: Hand) -> None:
    an_account(region, Role.OFFICER)
    token = sign_in(region, "c.exemple", PASSWORD, HERE)
    assert token is not None
    session = session_of(region, token)
    assert session is not None
    assert session.stage is Stage.ENROL
    secret = pending_secret(token)
    assert confirm_code(region, token, "000000", HERE) is None
    opened = confirm_code(region, token, code_at(secret, step_of(hand.now)), HERE)
    assert opened is not None
    assert (session_of(region, token), getattr(session_of(region, opened), "stage", None)) == (None, Stage.OPEN)

    again = sign_in(region, "c.exemple", PASSWORD, HERE)
    assert again is not None
    assert getattr(session_of(region, again), "stage", None) is Stage.CODE
    assert confirm_code(region, again, code_at(secret, step_of(hand.now)), HERE) is None
    hand.advance(timedelta(seconds=30))
    assert confirm_code(region, again, code_at(secret, step_of(hand.now)), HERE)


def test_failures_close_an_account_from_everywhere_for_a_while(region: Region, hand: Hand) -> None:
    an_account(region)
    for rank in range(3):
        assert sign_in(region, "c.exemple", "faux mot de passe", f"192.0.2.{rank + 10}") is None
    with pytest.raises(Refused, match=r"enrolment\.too_many"):
        sign_in(region, "c.exemple", PASSWORD, THERE)
    hand.advance(timedelta(minutes=15))
    assert sign_in(region, "c.exemple", PASSWORD, THERE)


def test_wrong_codes_close_the_account_too(region: Region, hand: Hand) -> None:
    an_account(region, Role.OFFICER)
    token = sign_in(region, "c.exemple", PASSWORD, HERE)
    assert token is not None
    for rank in range(3):
        assert confirm_code(region, token, "12345", f"192.0.2.{rank + 10}") is None
    with pytest.raises(Refused, match=r"enrolment\.too_many"):
        confirm_code(region, token, code_at(pending_secret(token), step_of(hand.now)), THERE)


def test_a_closed_account_and_a_changed_password_end_sessions(region: Region) -> None:
    an_account(region)
    [made] = accounts(region)
    first = open_session(region, made.id)
    set_password(region, made.id, "une autre phrase d’essai")
    assert session_of(region, first) is None
    second = open_session(region, made.id)
    an_administrator(region)
    set_disabled(region, made.id, disabled=True)
    assert session_of(region, second) is None
    assert sign_in(region, "c.exemple", "une autre phrase d’essai", HERE) is None


def an_administrator(region: Region) -> None:
    create_account(region, NewAccount("admin", "", Role.ADMINISTRATOR, password=PASSWORD))


def test_the_last_administrator_stays(region: Region) -> None:
    an_administrator(region)
    [made] = accounts(region)
    with pytest.raises(DomainError, match=r"account\.last_administrator"):
        set_disabled(region, made.id, disabled=True)
    assert accounts(region)[0].disabled_at is None


@pytest.mark.parametrize("password", ["", "onze lettre", "x" * 201])
def test_passwords_have_bounds(region: Region, password: str) -> None:
    an_account(region)
    with pytest.raises(DomainError, match=r"password\.length"):
        set_password(region, accounts(region)[0].id, password)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewAccount("é", "", Role.OFFICER), "account.login"),
        (NewAccount("c.exemple", "", Role.OFFICER), "account.taken"),
        (NewAccount("autre", "", Role.CONSULTANT), "account.provider"),
        (NewAccount("autre", "", Role.OFFICER, "Exemple Conseil"), "account.provider"),
    ],
)
def test_an_account_is_refused_with_its_reason(region: Region, new: NewAccount, code: str) -> None:
    an_account(region)
    with pytest.raises(DomainError, match=re.escape(code)):
        create_account(region, new)
    assert len(accounts(region)) == 1


def test_what_an_earlier_server_kept_opens_and_is_kept_anew(region: Region) -> None:
    salt = bytes(16)
    former = scrypt(PASSWORD.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=64 * 1024 * 1024, dklen=32)
    an_administrator(region)
    with region.database.writing() as connection:
        connection.execute(update(account).values(password=f"scrypt${salt.hex()}${former.hex()}"))
    assert sign_in(region, "admin", "autre chose", HERE) is None
    assert sign_in(region, "admin", PASSWORD, HERE)
    with region.database.reading() as connection:
        assert connection.execute(select(account.c.password)).scalar_one().startswith("$argon2id$")
    assert sign_in(region, "admin", PASSWORD, HERE)


def test_no_account_opens_nothing(region: Region) -> None:
    assert sign_in(region, "", "", HERE) is None
    create_account(region, NewAccount("o.exemple", "", Role.OFFICER))
    assert sign_in(region, "o.exemple", "", THERE) is None


def test_the_whole_sign_in_by_its_pages(region: Region, hand: Hand) -> None:
    an_account(region, Role.OFFICER)
    with application(region) as app:
        client = Browser(app)
        assert Page(client.get("/connexion").text).headings == ["Connexion"]
        wrong = client.post("/connexion", {"login": "c.exemple", "password": "faux mot de passe"})
        assert wrong.status_code == 401
        assert "mot de passe n’est pas le bon" in Page(wrong.text).words
        assert "set-cookie" not in wrong.headers

        right = client.post("/connexion", {"login": "c.exemple", "password": PASSWORD})
        assert (right.status_code, right.headers["location"]) == (303, "/connexion/code")
        cookie = right.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        for path in ("/", "/compte", "/tableau"):
            assert client.get(path).headers["location"] == "/connexion/code"

        page = Page(client.get("/connexion/code").text)
        secret = re.search(r"[A-Z2-7]{32}", page.words)
        assert secret
        code = code_at(secret[0], step_of(hand.now))
        stolen = client.post("/connexion/code", {"code": code, "jeton": "0" * 64})
        assert stolen.status_code == 400
        opened = client.post("/connexion/code", {"code": code, "jeton": page.hidden["jeton"]})
        assert (opened.status_code, opened.headers["location"]) == (303, "/")
        assert client.get("/compte").status_code == 200
        assert client.get("/connexion/code").headers["location"] == "/connexion"

        assert client.post("/deconnexion", {}, Origin="https://ailleurs.exemple.fr").status_code == 400
        assert client.post("/deconnexion", {}, Origin=ADDRESS).status_code == 303
        assert client.get("/compte").status_code == 303
