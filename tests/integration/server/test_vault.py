"""Secrets of authenticators: encrypted in the base under a key of the folder, those of a former server too."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy
from sqlalchemy import select, update

from app.domain.errors import InvalidData
from server.accounts import NewAccount, Role, account_of, create_account
from server.backup import back_up, restore
from server.database import Database
from server.region import Region, open_region
from server.schema import upgrade
from server.sessions import Stage, confirm_code, open_session, pending_secret, session_of, sign_in
from server.tables import account
from server.totp import code_at, secret_of, step_of
from server.vault import Vault
from tests.integration.server.conftest import Hand

PASSWORD = "une phrase d’essai"  # noqa: S105 of an account made for one test
CLEAR = secret_of(bytes(range(1, 21)))


def an_officer(region: Region) -> UUID:
    return create_account(region, NewAccount("o.exemple", "", Role.OFFICER, password=PASSWORD)).id


def enrolled(region: Region) -> str:
    """The secret of an officer who has just enrolled an authenticator."""
    token = open_session(region, an_officer(region), Stage.ENROL)
    secret = pending_secret(token)
    assert confirm_code(region, token, code_at(secret, step_of(region.clock())), "192.0.2.1")
    return secret


def opens_with(region: Region, secret: str) -> bool:
    """Whether a password then a code of the secret open a session."""
    token = sign_in(region, "o.exemple", PASSWORD, "192.0.2.1")
    assert token is not None
    opened = confirm_code(region, token, code_at(secret, step_of(region.clock())), "192.0.2.1")
    session = None if opened is None else session_of(region, opened)
    return session is not None and session.stage is Stage.OPEN


def everything_in(region: Region) -> str:
    """Every column of every account, as text."""
    with region.database.reading() as connection:
        return str(connection.execute(select(account)).all())


def test_a_secret_is_encrypted_in_the_base_and_still_opens(region: Region, hand: Hand) -> None:
    secret = enrolled(region)
    assert secret not in everything_in(region)
    assert region.vault.key.hex() not in everything_in(region)
    hand.now = hand.now.replace(hour=9)
    assert not opens_with(region, secret_of(bytes(20)))
    hand.now = hand.now.replace(hour=10)
    assert opens_with(region, secret)


def test_a_secret_kept_in_clear_is_encrypted_at_the_next_start(region: Region, hand: Hand) -> None:
    officer = an_officer(region)
    with region.database.writing() as connection:
        connection.execute(update(account).where(account.c.id == officer).values(totp_secret=CLEAR))
    again = open_region(region.settings, lambda: hand.now)
    assert CLEAR not in everything_in(again)
    assert account_of(again, officer).has_second_factor
    assert opens_with(again, CLEAR)
    if again.database.file is not None:
        files = again.settings.data.parent.rglob("regional.db*")
        assert not any(CLEAR.encode() in file.read_bytes() for file in files)
    again.database.close()


def test_server_0011_leaves_the_secrets_of_accounts_where_they_are(database_url: str) -> None:
    database = Database(database_url)
    upgrade(database, "server_0010")
    values = {"id": UUID(int=5).hex if database.is_embedded else UUID(int=5), "secret": CLEAR}
    insert = sqlalchemy.text(
        "INSERT INTO account (id, login, name, role, totp_secret, totp_step, created_at) "
        "VALUES (:id, 'o', 'O', 'officer', :secret, 3, '2026-03-01T08:00:00+00:00')"
    )
    with database.writing() as connection:
        connection.execute(insert, values)
    upgrade(database, "server_0011")
    with database.reading() as connection:
        row = connection.execute(
            sqlalchemy.text("SELECT login, totp_secret, totp_step, totp_sealed FROM account")
        ).one()
    assert tuple(row) == ("o", CLEAR, 3, None)
    database.close()


def test_another_key_or_none_is_refused(region: Region) -> None:
    path = region.settings.storage_key_path
    assert path.stat().st_mode & 0o777 == 0o600
    kept = path.read_text()
    for content, code in ((None, "not_current"), ("ab" * 32, "not_current"), ("ab", "unreadable")):
        path.unlink()
        if content is not None:
            path.touch(0o600)
            path.write_text(content)
        with pytest.raises(InvalidData, match=rf"storage_key\.{code}"):
            open_region(region.settings)
        path.touch(0o600)
    path.write_text(kept)
    path.chmod(0o644)
    with pytest.raises(InvalidData, match=r"storage_key\.exposed"):
        open_region(region.settings)


def test_what_is_encrypted_for_one_account_opens_for_no_other() -> None:
    vault = Vault(bytes(32))
    sealed = vault.seal(CLEAR, "one")
    assert vault.open(sealed, "one") == CLEAR
    assert vault.seal(CLEAR, "one") != sealed
    for other, owner, value in ((vault, "two", sealed), (Vault(bytes(31) + b"1"), "one", sealed), (vault, "one", "é")):
        with pytest.raises(InvalidData, match=r"storage_key\.not_current"):
            other.open(value, owner)


def test_a_backup_brings_the_key_along(region: Region, hand: Hand, tmp_path: Path) -> None:
    secret = enrolled(region)
    back_up(region, tmp_path / "copy.zip")
    settings = replace(region.settings, data=tmp_path / "other", database_url="")
    restore(settings, tmp_path / "copy.zip")
    again = open_region(settings, lambda: hand.now)
    hand.now = hand.now.replace(hour=11)
    assert opens_with(again, secret)
    again.database.close()
